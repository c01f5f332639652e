"""Reads the drawing of a slide: its shapes by name, its texts in reading order, its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def group(slide: Any, name: str = "drawing") -> Any:
    """Return the slide's drawing."""
    (found,) = [shape for shape in slide.shapes if shape.name.endswith(f"/{name}")]
    return found


def named(slide: Any, name: str) -> list[Any]:
    """Return the shapes of the drawing with a name."""
    return [shape for shape in group(slide).shapes if shape.name.rpartition("/")[2] == name]


def texts(slide: Any, drawing: str = "drawing") -> list[str]:
    """Return the texts of the drawing in the order that they are read."""
    return [shape.text_frame.text for shape in group(slide, drawing).shapes if shape.text_frame.text]


def alternative(slide: Any, drawing: str = "drawing") -> str:
    """Return what the drawing says to those who cannot see it."""
    return str(group(slide, drawing)._element.nvGrpSpPr.cNvPr.get("descr"))
