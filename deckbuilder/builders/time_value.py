"""How much of the time creates value, is necessary, or is wasted, and where to put the effort."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator

from deckbuilder import swedish
from deckbuilder.compose import drawing, tables
from deckbuilder.compose.charts import common_unit
from deckbuilder.compose.options import OptionsError
from deckbuilder.compose.words import gap as gap_words
from deckbuilder.errors import SpecError, listed
from deckbuilder.page import Shape
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import Fill, Page

SUMMARY = "Tid som skapar värde, är nödvändig eller går till spillo, och var kraften ska läggas."
EXAMPLE = """\
- type: time_value
  id: vardeskapande-tid
  title: Vi tjänar mest på att ta bort det onödiga
  rows:
    - {title: Så brukar vi göra, text: Springa fortare, focus: value}
    - {title: Så ska vi göra, text: Ta bort det som inte behövs, focus: waste}
"""
Kind = Literal["value", "necessary", "waste"]
KINDS: tuple[Kind, ...] = ("value", "necessary", "waste")
MOST = 4
_FILLS: dict[Kind, Fill] = {"value": "good", "necessary": "previous", "waste": "bad"}
_SCHEMATIC = (Decimal(1), Decimal(1), Decimal(1))
_LABEL, _MARK, _NOTE, _WORD = 360.0, 42.0, 32.0, 400.0
_TALLEST, _NARROWEST = 130.0, 70.0
_LEGEND = 60.0


class TimeRow(Model):
    """A bar of time."""

    title: Annotated[str, Field(min_length=1)]
    """Radens rubrik."""
    text: str = ""
    """Raden under rubriken."""
    focus: Kind | None = None
    """Var kraften läggs: value, necessary eller waste. Den delen lyfts fram."""
    row: str = ""
    """Raden i siffrorna, när 'figures' finns."""


class Options(SlideSpec):
    """Without `figures` the bar's parts are of one width, and the slide says that nothing is measured."""

    rows: Annotated[tuple[TimeRow, ...], Field(min_length=1)]
    """Staplarna, högst fyra."""
    figures: str = ""
    """Siffrorna i config/sources.yaml som ger bredderna. Utan dem är bilden en principbild."""
    columns: tuple[str, ...] = ()
    """De tre kolumnerna, i ordning: skapar värde, nödvändig, skapar inte värde."""
    labels: Annotated[tuple[str, ...], Field(min_length=3, max_length=3)] = (
        "Skapar värde",
        "Nödvändig",
        "Skapar inte värde",
    )
    """Vad de tre delarna heter."""
    focus_label: str = "Fokus"
    """Ordet ovanför den del där kraften läggs."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur raderna."""

    @model_validator(mode="after")
    def _names_rows_of_its_figures(self) -> Options:
        if self.figures and any(not row.row for row in self.rows):
            message = "Varje rad behöver 'row', namnet på raden i siffrorna, när 'figures' finns."
            raise OptionsError(message, "DB421")
        if not self.figures and (self.columns or any(row.row for row in self.rows)):
            message = "'columns' och 'row' hör till siffror. Lägg till 'figures', eller ta bort dem."
            raise OptionsError(message, "DB421")
        return self


@dataclass(frozen=True)
class _Bar:
    """A bar's parts as shares of its width, and what they are in words; `gap` says why there are none."""

    shares: tuple[Decimal, ...]
    shown: tuple[str, ...] = ()
    gap: str = ""


def compose(options: Options, context: Context) -> Page:
    """Return a page of bars; raise SpecError for figures that are no parts of a whole."""
    drawing.refuse_too_many(options.rows, MOST, "rows", "Dela dem på två bilder.")
    if not options.figures:
        bars = [_Bar(_SCHEMATIC)] * len(options.rows)
        block = drawing.drawn(_shapes(options, bars), options.alt or _alt(options, bars))
        return drawing.drawing_page(options, block, (), "Principbild: bredderna är inte uppmätta")
    table = context.table(options.figures)
    columns, rows = tables.pick(table, options.columns, tuple(row.row for row in options.rows))
    if len(columns) != len(KINDS):
        names = listed(column.key for column in columns)
        sentence = f"Bilden behöver tre kolumner, men har {len(columns)}: {names}. Välj tre i 'columns'."
        raise SpecError(("columns",), sentence, "DB412")
    bars = [_bar(table, columns, row, number, context) for number, row in enumerate(rows)]
    block = drawing.drawn(_shapes(options, bars), options.alt or _alt(options, bars))
    unit = swedish.capital(context.unit_label(common_unit(columns, None)))
    return drawing.drawing_page(options, block, [table], ", ".join(filter(None, (unit, context.period.name))))


def _bar(table: FigureTable, columns: list[Column], row: Row, number: int, context: Context) -> _Bar:
    figures = [table.figure(row.key, column.key) for column in columns]
    if gap := gap_words(figures):
        return _Bar((), gap=gap)
    values = [figure.number or Decimal(0) for figure in figures]
    if min(values) < 0 or not sum(values):
        sentence = f"Raden '{row.label}' är inga delar av en helhet: talen ska vara noll eller mer, och inte alla noll."
        raise SpecError(("rows", number, "row"), sentence, "DB425")
    return _Bar(tuple(value / sum(values) for value in values), tuple(map(context.written, figures)))


def _shapes(options: Options, bars: list[_Bar]) -> Iterator[Shape]:
    """Yield the key to the colours where bars have values, and below it the rows in equal parts of the height."""
    if options.figures:
        yield from _legend(options)
    start = _LEGEND if options.figures else 0.0
    each = (drawing.HIGH - start) / len(bars)
    for number, (row, bar) in enumerate(zip(options.rows, bars, strict=True)):
        top, name = start + number * each, f"row-{number + 1}"
        high = min(_TALLEST, each - _MARK - _NOTE)
        edge = top + _MARK + (each - _MARK - _NOTE - high) / 2
        text = (*drawing.words(row.title, bold=True), *drawing.words(row.text))
        frame = (0, edge - _MARK, _LABEL - 20, high + _MARK + _NOTE)
        yield Shape(f"{name}-title", "text", *frame, text, step="text", align="left")
        yield from _parts(options, row, bar, name, (edge, high))


def _legend(options: Options) -> Iterator[Shape]:
    wide = (drawing.WIDE - _LABEL) / len(KINDS)
    for number, (kind, label) in enumerate(zip(KINDS, options.labels, strict=True)):
        left = _LABEL + number * wide
        yield Shape(f"key-{kind}", "rectangle", left, 8, 26, 26, fill=_FILLS[kind])
        frame = (left + 38, 0, wide - 40, 42)
        yield Shape(f"key-{kind}-text", "text", *frame, drawing.words(label), step="text", align="left")


def _parts(options: Options, row: TimeRow, bar: _Bar, name: str, at: tuple[float, float]) -> Iterator[Shape]:
    """Yield a bar's parts with their values, the one in focus strong; values without room stand below the bar."""
    left, wide = _LABEL, drawing.WIDE - _LABEL
    top, high = at
    if bar.gap:
        words = drawing.words(swedish.capital(bar.gap))
        frame = (left, top, wide, high)
        yield Shape(f"{name}-gap", "rectangle", *frame, words, outline="muted", step="text", dashed=True)
    below = []
    for number, (kind, share) in enumerate(zip(KINDS, bar.shares, strict=False)):
        part = wide * float(share / sum(bar.shares))
        text, is_focus = bar.shown[number] if bar.shown else options.labels[number], kind == row.focus
        if part < _NARROWEST:
            below.append(f"{options.labels[number]}: {text}")
        if part:
            fill = _FILLS[kind] if is_focus or not row.focus else f"{_FILLS[kind]} 30"
            words = drawing.words(text, bold=is_focus) if part >= _NARROWEST else ()
            yield Shape(f"{name}-{kind}", "rectangle", left, top, part, high, words, fill, "paper", step="text")
        if is_focus:
            yield from _mark(options, name, left + part / 2, top)
        left += part
    if below:
        words = drawing.words(", ".join(below))
        yield Shape(f"{name}-below", "text", _LABEL, top + high, wide, _NOTE, words, step="body", align="right")


def _mark(options: Options, name: str, middle: float, top: float) -> Iterator[Shape]:
    """Yield an arrow down to the part in focus, with its word on the side where there is room."""
    words = drawing.words(options.focus_label, bold=True)
    is_left = middle > (_LABEL + drawing.WIDE) / 2
    frame = (middle - _WORD - 12 if is_left else middle + 12, top - _MARK, _WORD, _MARK - 4)
    yield Shape(f"{name}-focus", "text", *frame, words, step="text", align="right" if is_left else "left")
    frame = (middle, top - _MARK + 2, 0, _MARK - 6)
    yield Shape(f"{name}-arrow", "line", *frame, outline="text", weight=3, arrowhead=True)


def _alt(options: Options, bars: list[_Bar]) -> str:
    text = f"Tidens delar: {listed(label.lower() for label in options.labels)}."
    text += "" if options.figures else " Bredderna är inte uppmätta."
    names = dict(zip(KINDS, options.labels, strict=True))
    for row, bar in zip(options.rows, bars, strict=True):
        parts = [f"{label.lower()} {shown}" for label, shown in zip(options.labels, bar.shown, strict=False)]
        said = [listed(parts)] if parts else [bar.gap] if bar.gap else []
        said += [f"{options.focus_label.lower()} på {names[row.focus].lower()}"] if row.focus else []
        text += f" {row.title}: {', '.join(said) or row.text or 'ingen del framhävd'}."
    return text
