"""Priorities by area: a card for each, with its activities in order."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder.compose import drawing
from deckbuilder.compose.comments import parsed
from deckbuilder.page import Shape
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.compose.context import Context
    from deckbuilder.page import Page

SUMMARY = "Prioriteringar: områden i kolumner, med sina aktiviteter numrerade."
EXAMPLE = """\
- type: priorities
  id: prioriteringar
  title: Tre områden går före
  areas:
    - {title: Tillgänglighet, items: [Korta köerna, Fler öppna vårdplatser]}
    - {title: Ekonomi, items: [Mindre hyrpersonal, Färre resor]}
    - {title: Personal, items: [Lägre sjukfrånvaro, Bättre scheman]}
"""
MOST_AREAS, MOST_ITEMS = 8, 6
_LEAST_HEAD, _MOST_HEAD, _GAP, _NUMBER, _PADDING = 64.0, 106.0, 18.0, 52.0, 11.0


class PriorityArea(Model):
    """An area and its activities."""

    title: Annotated[str, Field(min_length=1)]
    """Områdets rubrik."""
    items: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]
    """Områdets aktiviteter, högst sex."""


class Options(SlideSpec):
    """The areas in order; the numbers of activities go on from one area to the next."""

    areas: Annotated[tuple[PriorityArea, ...], Field(min_length=2)]
    """Områden, högst åtta. Fler än fyra står i två rader."""
    columns: Annotated[int | None, Field(ge=2, le=4)] = None
    """Antal kolumner. Utan det så många som områdena behöver."""
    numbers: Literal["all", "area", "none"] = "all"
    """Numrering av aktiviteterna: all (genom alla områden), area (från 1 i varje område) eller none."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur områdena."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return a page of cards; raise SpecError for more than there is room for."""
    drawing.refuse_too_many(options.areas, MOST_AREAS, "areas", "Dela dem på två bilder.")
    for number, area in enumerate(options.areas):
        drawing.refuse_too_many(area.items, MOST_ITEMS, "items", "Dela området på två.", "areas", number)
    return drawing.drawing_page(options, drawing.drawn(_shapes(options), options.alt or _alt(options)))


def _shapes(options: Options) -> Iterator[Shape]:
    """Yield the cards row by row; a row is as high as its longest list needs."""
    count = len(options.areas)
    columns = options.columns or (count if count <= 4 else -(-count // 2))
    rows = [range(first, min(first + columns, count)) for first in range(0, count, columns)]
    wide = (drawing.WIDE - (columns - 1) * _GAP) / columns
    headings = (drawing.room_for(drawing.words(area.title), wide) for area in options.areas)
    head = min(max(_LEAST_HEAD, *headings), _MOST_HEAD)
    longest = [max(len(options.areas[n].items) for n in row) for row in rows]
    item = (drawing.HIGH - (len(rows) - 1) * _GAP - len(rows) * head) / sum(longest)
    firsts = _firsts(options)
    top = 0.0
    for row, most in zip(rows, longest, strict=True):
        for place, number in enumerate(row):
            left = place * (wide + _GAP)
            yield from _card(options, number, (left, top, wide), (head, most * item, item), firsts[number])
        top += head + most * item + _GAP


def _firsts(options: Options) -> list[int]:
    """Return the number of each area's first activity."""
    counts = [len(area.items) for area in options.areas]
    return [1, *(1 + so_far for so_far in accumulate(counts))] if options.numbers == "all" else [1] * len(counts)


def _card(
    options: Options, number: int, at: tuple[float, float, float], high: tuple[float, float, float], first: int
) -> Iterator[Shape]:
    """Yield an area's heading, its card, and each activity with its number."""
    (left, top, wide), (head, whole, item) = at, high
    area, name = options.areas[number], f"area-{number + 1}"
    yield Shape(name, "rectangle", left, top, wide, head, drawing.words(area.title, bold=True), "deep", step="text")
    yield Shape(f"{name}-card", "rectangle", left, top + head, wide, whole, fill="panel")
    indent = _NUMBER if options.numbers != "none" else 14.0
    for order, text in enumerate(area.items):
        y = top + head + order * item
        if options.numbers != "none":
            words = drawing.words(str(first + order), bold=True)
            yield Shape(f"{name}-number-{order + 1}", "text", left, y, _NUMBER, item, words, ink="actual", step="text")
        paragraphs = parsed(text, "areas", number, "items", order)
        frame = (left + indent, y + _PADDING, wide - indent - 12, item - 2 * _PADDING)
        yield Shape(f"{name}-item-{order + 1}", "text", *frame, paragraphs, step="text", align="left")
        if order:
            yield Shape(f"{name}-rule-{order}", "line", left + 14, y, wide - 28, 0, outline="rule", weight=0.75)


def _alt(options: Options) -> str:
    areas = (f"{area.title}: {'; '.join(item.rstrip('.') for item in area.items)}." for area in options.areas)
    return f"{len(options.areas)} områden. " + " ".join(areas)
