"""What drawn slides share: the words in their shapes, and the page that a drawing fills."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from deckbuilder.compose.context import source_line
from deckbuilder.errors import SpecError
from deckbuilder.page import DrawingBlock, Page, Paragraph, Run, Shape, TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.page import Anchor, Area, Fill
    from deckbuilder.spec.report import SlideSpec

_INSET = 16.0
_LETTER, _LINE = 16.0, 42.0
WIDE, HIGH = 1200.0, 500.0
"""The canvas of a drawing that fills its slide; a unit is about as wide as it is high."""


def words(text: str, *, bold: bool = False) -> tuple[Paragraph, ...]:
    """Return plain lines for a shape, none for an empty text."""
    return tuple(Paragraph((Run(line, bold),), bullet=False) for line in text.split("\n")) if text else ()


def card(
    name: str, frame: Area, text: tuple[Paragraph, ...], anchor: Anchor = "middle", fill: Fill = "panel"
) -> tuple[Shape, Shape]:
    """Return a filled rectangle with a running text in it, set in from its sides."""
    left, top, wide, high = frame
    inside = left + _INSET, top + _INSET / 2, wide - 2 * _INSET, high - _INSET
    panel = Shape(f"{name}-card", "rectangle", *frame, fill=fill)
    return panel, Shape(name, "text", *inside, text, step="text", align="left", anchor=anchor)


def room_for(text: Iterable[Paragraph], wide: float) -> float:
    """Return about how high a card of this text is at the largest size of the step `text`; render measures it."""
    letters = (wide - 2 * _INSET) / _LETTER
    return 2 * _INSET + sum(_LINE * max(1, ceil(len(paragraph.text) / letters)) for paragraph in text)


def spoken(paragraphs: Iterable[Paragraph]) -> str:
    """Return paragraphs as one piece of an alternative text."""
    return "; ".join(paragraph.text.rstrip(".") for paragraph in paragraphs)


def drawn(shapes: Iterable[Shape], alt: str, wide: float = WIDE) -> DrawingBlock:
    """Return a drawing that fills its place below the title; one beside a text is less `wide`."""
    return DrawingBlock("drawing", "content", tuple(shapes), alt, (wide, HIGH))


def drawing_page(
    options: SlideSpec,
    block: DrawingBlock,
    tables: Sequence[FigureTable] = (),
    subtitle: str = "",
    text: Sequence[Paragraph] = (),
) -> Page:
    """Return a page with a drawing, and text beside it if there is any; the source line names the `tables`' files."""
    source = source_line(options.source, *tables)
    beside = (TextBlock("body", "body", tuple(text)),) if text else ()
    role = "free_text" if text else "free"
    return Page(options.id, role, options.title, (block, *beside), options.subtitle or subtitle, source)


def refuse_too_many(found: Sequence[object], most: int, key: str, remedy: str, *above: str | int) -> None:
    """Raise SpecError at the first of the things under `key` that a drawing has no room for; `above` leads there."""
    if len(found) > most:
        sentence = f"Här står {len(found)} saker under '{key}', men högst {most} får plats. {remedy}"
        raise SpecError((*above, key, most), sentence, "DB414")
