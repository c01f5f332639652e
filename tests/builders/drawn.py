"""Reads a drawing on a saved slide: its shapes by name, their words, sizes and places, and its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def group(slide: Any, name: str = "drawing") -> Any:
    """Return the slide's drawing."""
    (found,) = [shape for shape in slide.shapes if shape.name.endswith(f"/{name}")]
    return found


def shapes(slide: Any) -> dict[str, Any]:
    """Return the drawing's shapes by their name in it."""
    return {shape.name.split("/")[-1]: shape for shape in group(slide).shapes}


def named(slide: Any, name: str) -> list[Any]:
    """Return the shapes of the drawing with a name."""
    return [shape for shape in group(slide).shapes if shape.name.rpartition("/")[2] == name]


def words(slide: Any) -> dict[str, str]:
    """Return what stands in each of the drawing's shapes that have a text."""
    return {name: shape.text_frame.text for name, shape in shapes(slide).items() if shape.text_frame.text}


def texts(slide: Any, drawing: str = "drawing") -> list[str]:
    """Return the texts of the drawing in the order that they are read."""
    return [shape.text_frame.text for shape in group(slide, drawing).shapes if shape.text_frame.text]


def alternative(slide: Any, drawing: str = "drawing") -> str:
    """Return what the drawing says to those who cannot see it."""
    return str(group(slide, drawing)._element.nvGrpSpPr.cNvPr.get("descr"))


def overlapping(slide: Any, *names: str) -> list[tuple[str, str]]:
    """Return the pairs of these shapes that lie over each other."""
    found = [(name, shapes(slide)[name]) for name in names]
    return [
        (one, other)
        for number, (one, a) in enumerate(found)
        for other, b in found[number + 1 :]
        if a.left < b.left + b.width
        and b.left < a.left + a.width
        and a.top < b.top + b.height
        and b.top < a.top + a.height
    ]
