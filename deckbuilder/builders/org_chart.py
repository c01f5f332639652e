"""Boxes in two or three levels joined by lines: who is responsible for what, and what is part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder.compose import drawing
from deckbuilder.compose.history import one_column
from deckbuilder.errors import SpecError, listed
from deckbuilder.page import Shape
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.page import Fill, Page

SUMMARY = "Rutor i två eller tre nivåer med linjer mellan, till exempel områden med ansvarig och ingående län."
EXAMPLE = """\
- type: org_chart
  id: organisation
  title: Tre nämnder svarar inför fullmäktige
  top: Regionfullmäktige
  units:
    - {title: Regionstyrelsen, members: [Personal, Ekonomi]}
    - {title: Patientnämnden, text: Fristående}
    - {title: Hälso- och sjukvårdsnämnden, members: [Närsjukvård, Länssjukvård, Tandvård]}
"""
MOST, _MOST_MEMBERS = 7, 8
_GAP, _TOP, _BUS, _UNIT = 16.0, (400.0, 70.0), 25.0, (104.0, 124.0)
_INDENT, _BETWEEN, _TALLEST, _WIDEST = 26.0, 6.0, 84.0, 400.0


class Unit(Model):
    """A box of the second level, and what is below it."""

    title: Annotated[str, Field(min_length=1)]
    """Rutans rubrik."""
    text: str = ""
    """Raden under rubriken, till exempel vem som är ansvarig."""
    members: tuple[str, ...] = ()
    """Rutorna under den, högst åtta."""


class Options(SlideSpec):
    """The boxes, from here or from figures with a row for each."""

    top: str = ""
    """Rutan överst. Utan den börjar bilden med andra nivån."""
    units: tuple[Unit, ...] = ()
    """Rutorna i andra nivån, högst sju."""
    figures: str | None = None
    """Siffrorna i config/sources.yaml, med en rad per ruta, i stället för 'units'."""
    text_column: str | None = None
    """Kolumnen med raden under rubriken, när 'figures' används."""
    members_column: str | None = None
    """Kolumnen med rutorna under, åtskilda med komma, när 'figures' används."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur rutorna."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the boxes; raise SpecError for none, or for more than can be read."""
    tables: list[FigureTable] = []
    if options.figures is not None:
        tables.append(context.table(options.figures))
        units: Sequence[Unit] = _from_table(options, tables[0])
    else:
        units = options.units
    key = "units" if options.figures is None else "figures"
    if not units:
        raise SpecError(("id",), "Bilden har inga rutor. Skriv dem i 'units', eller hämta dem med 'figures'.", "DB416")
    if len(units) > MOST:
        raise SpecError(
            (key,), f"Bilden har {len(units)} rutor i rad, men högst {MOST} går att läsa. Slå ihop några.", "DB414"
        )
    for unit in units:
        if len(unit.members) > _MOST_MEMBERS:
            sentence = f"'{unit.title}' har {len(unit.members)} rutor under sig, men högst {_MOST_MEMBERS} får plats."
            raise SpecError((key,), f"{sentence} Slå ihop några.", "DB414")
    alt = options.alt or _alt(options.top, units)
    return drawing.drawing_page(options, drawing.drawn(_shapes(options.top, units), alt), tables)


def _from_table(options: Options, table: FigureTable) -> list[Unit]:
    text, members = (
        one_column(table, word, key).key if word else None
        for word, key in ((options.text_column, "text_column"), (options.members_column, "members_column"))
    )
    units = []
    for row in table.rows:
        below = _known(table, row.key, members)
        names = tuple(word.strip() for word in below.split(",") if word.strip())
        units.append(Unit(title=row.label, text=_known(table, row.key, text), members=names))
    return units


def _known(table: FigureTable, row: str, column: str | None) -> str:
    """Return a cell's text; "" when there is no such column, or nothing in it."""
    if column is None or table.figure(row, column).value is None:
        return ""
    return table.figure(row, column).shown()


def _shapes(top: str, units: Sequence[Unit]) -> list[Shape]:
    """Return lines first, so that they lie under the boxes, then the boxes from the top."""
    count = len(units)
    wide = min(_WIDEST, (drawing.WIDE - _GAP * (count - 1)) / count)
    start = (drawing.WIDE - wide * count - _GAP * (count - 1)) / 2
    lefts = [start + number * (wide + _GAP) for number in range(count)]
    down = _TOP[1] + 2 * _BUS if top else 0.0
    lines = _bus([left + wide / 2 for left in lefts]) if top else []
    most = max(len(unit.members) for unit in units)
    room = drawing.HIGH - down - 2 * _BETWEEN
    head = min(max(_UNIT[0], room - most * (_TALLEST + _BETWEEN)), _UNIT[1])
    high = min(_TALLEST, (room - head) / most - _BETWEEN) if most else 0.0
    boxes: list[Shape] = []
    if top:
        boxes.append(_box("overst", top, ((drawing.WIDE - _TOP[0]) / 2, 0, *_TOP), "deep", bold=True))
    for number, (unit, left) in enumerate(zip(units, lefts, strict=True), start=1):
        name = f"ruta-{number}"
        text = drawing.words(unit.title, bold=True) + drawing.words(unit.text)
        boxes.append(Shape(name, "rectangle", left, down, wide, head, text=text, fill="actual", step="text"))
        tops = [down + head + 2 * _BETWEEN + place * (high + _BETWEEN) for place in range(len(unit.members))]
        lines += _stem(name, left, down + head, [y + high / 2 for y in tops])
        for place, (member, y) in enumerate(zip(unit.members, tops, strict=True), start=1):
            frame = left + _INDENT, y, wide - _INDENT, high
            boxes.append(_box(f"{name}-{place}", member, frame, "panel"))
    return lines + boxes


def _box(name: str, text: str, frame: tuple[float, float, float, float], fill: Fill, *, bold: bool = False) -> Shape:
    return Shape(name, "rectangle", *frame, text=drawing.words(text, bold=bold), fill=fill, step="text")


def _bus(middles: Sequence[float]) -> list[Shape]:
    """Return the lines from the box at the top to those of the second level."""
    y = _TOP[1] + _BUS
    stems = [_line(f"linje-{number}", x, y, 0, _BUS) for number, x in enumerate(middles, start=1)]
    across = [_line("linje", middles[0], y, middles[-1] - middles[0], 0)] if len(middles) > 1 else []
    return [_line("linje-overst", drawing.WIDE / 2, _TOP[1], 0, _BUS), *across, *stems]


def _stem(name: str, left: float, top: float, middles: Sequence[float]) -> list[Shape]:
    """Return the line down from a box of the second level, and those out to each box below it."""
    if not middles:
        return []
    x = left + _INDENT / 2
    outs = [_line(f"{name}-linje-{n}", x, y, _INDENT / 2, 0) for n, y in enumerate(middles, start=1)]
    return [_line(f"{name}-linje", x, top, 0, middles[-1] - top), *outs]


def _line(name: str, left: float, top: float, wide: float, high: float) -> Shape:
    return Shape(name, "line", left, top, wide, high, outline="muted", weight=1.5)


def _alt(top: str, units: Sequence[Unit]) -> str:
    said = []
    for unit in units:
        text = f" ({unit.text})" if unit.text else ""
        below = f": {listed(unit.members)}" if unit.members else ""
        said.append(f"{unit.title}{text}{below}.")
    over = f"Överst {top}. " if top else ""
    return f"Rutor i nivåer. {over}{' '.join(said)}"
