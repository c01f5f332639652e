"""Reads a drawing on a saved slide: its shapes by name, their words, sizes and places, and its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def _group(slide: Any) -> Any:
    (group,) = [shape for shape in slide.shapes if shape.name.endswith("/drawing")]
    return group


def shapes(slide: Any) -> dict[str, Any]:
    """Return the drawing's shapes by their name in it."""
    return {shape.name.split("/")[-1]: shape for shape in _group(slide).shapes}


def words(slide: Any) -> dict[str, str]:
    """Return what stands in each of the drawing's shapes that have a text."""
    return {name: shape.text_frame.text for name, shape in shapes(slide).items() if shape.text_frame.text}


def alternative(slide: Any) -> str:
    """Return the drawing's alternative text."""
    return str(_group(slide)._element.nvGrpSpPr.cNvPr.get("descr"))


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
