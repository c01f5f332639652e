"""Measures as rows: the latest value, its change, and a small line of the months behind it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from deckbuilder import swedish
from deckbuilder.compose import references
from deckbuilder.compose.context import source_line
from deckbuilder.errors import SpecError
from deckbuilder.figures import arithmetic
from deckbuilder.page import Page, TableBlock, TableCell, TableColumn, TableRow
from deckbuilder.period import Period, PeriodError
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model
from deckbuilder.value import TREND_WORDS, Trend, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Figure, FigureTable, Row

SUMMARY = "Mått som rader: senaste värdet, förändringen och en liten linje över månaderna bakom."
EXAMPLE = """\
- type: trend_table
  id: trender
  title: Den korta sjukfrånvaron minskar
  better: lower
  rows:
    - {values: sjukfranvaro_region.totalt, label: All sjukfrånvaro}
    - {values: sjukfranvaro_region.1_14_dagar, label: "Högst 14 dagar"}
    - {values: sjukfranvaro_region.15_180_dagar, label: "15 till 180 dagar"}
    - {values: vantande.over_90.atgard, label: "Väntat över 90 dagar på åtgärd"}
"""


class RowSpec(Model):
    """A measure: a column of monthly figures, and how it is named and judged."""

    values: str
    """Kolumnen med ett värde per månad: siffror.kolumn, som vantande.andel.forstabesok."""
    label: str = ""
    """Radens namn. Utan det används kolumnens."""
    better: Literal["higher", "lower"] | None = None
    """higher om högre är bättre, lower om lägre är det."""


def _row_spec(value: Any) -> Any:
    return {"values": value} if isinstance(value, str) else value


_Row = Annotated[RowSpec, BeforeValidator(_row_spec, json_schema_input_type=RowSpec | str)]


class Options(SlideSpec):
    """Which measures, and what the latest value is compared with."""

    model_config = ConfigDict(populate_by_name=True)

    rows: Annotated[tuple[_Row, ...], Field(min_length=1, max_length=12)]
    """Måtten, som siffror.kolumn eller med eget namn och egen riktning."""
    compare: Literal["last_year", "previous"] = "last_year"
    """last_year för samma månad förra året, previous för månaden före."""
    better: Literal["higher", "lower"] | None = None
    """Riktningen som är bra, för rader som inte har en egen."""
    label: str = "Mått"
    """Rubrik över måttens namn."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


@dataclass(frozen=True)
class _Measure:
    """A measure's months, its latest value and how that has changed."""

    label: str
    months: tuple[Row, ...]
    figures: tuple[Figure, ...]
    now: Figure
    change: Figure | None
    context: Context

    @property
    def latest(self) -> str:
        return _month(self.months[-1])


def compose(options: Options, context: Context) -> Page:
    """Return a page with a row per measure; raise SpecError for what is no column of numbers."""
    measures, tables_ = [], []
    for number, row in enumerate(options.rows):
        figures, table = references.history(row.values, ("rows", number), context)
        measures.append(_measure(row, figures, table, ("rows", number), options, context))
        tables_.append(table)
    _refuse_twins(measures)
    ((same, _),) = Counter(measure.latest for measure in measures).most_common(1)
    header = (
        TableColumn(options.label, "left"),
        TableColumn(swedish.capital(same)),
        TableColumn("Förändring"),
        TableColumn(_span(measures), "left"),
    )
    body = tuple(_row(measure, named=measure.latest != same) for measure in measures)
    alt = options.alt or f"Tabell: {options.title}. {' '.join(_words(measure) for measure in measures)}"
    block = TableBlock("table", "table", header, body, alt)
    subtitle = options.subtitle or f"{_compared(measures, options)}. Varje linje har sin egen skala"
    source = source_line(options.source, *tables_)
    return Page(options.id, "table", options.title, (block,), subtitle, source)


def _refuse_twins(measures: Sequence[_Measure]) -> None:
    """Raise SpecError for two rows of the same name: nobody could tell which is which."""
    seen: set[str] = set()
    for number, measure in enumerate(measures):
        if measure.label in seen:
            sentence = f"Två rader heter '{measure.label}'. Ge dem olika namn med 'label'."
            raise SpecError(("rows", number), sentence, "DB404")
        seen.add(measure.label)


def _label(reference: str, table: FigureTable) -> str:
    word = reference.rpartition(".")[2].casefold()
    return next(c.label for c in table.columns if word in {c.key.casefold(), c.label.casefold()})


def _measure(
    row: RowSpec,
    figures: tuple[Figure, ...],
    table: FigureTable,
    path: tuple[str | int, ...],
    options: Options,
    context: Context,
) -> _Measure:
    label, better = row.label or _label(row.values, table), row.better or options.better
    pairs = [(r, f) for r, f in zip(table.rows, figures, strict=True) if r.kind == "row"]
    if not any(figure.number is not None for _, figure in pairs):
        raise SpecError(path, f"'{label}' har inga tal att dra en linje genom. Välj en kolumn med tal.", "DB407")
    rows, points = tuple(row for row, _ in pairs), tuple(figure for _, figure in pairs)
    now, before = points[-1], _before(rows, points, options.compare)
    change = None
    words = f"{now.label} minus {before.label}" if before is not None else ""
    if before is not None and now.unit is Unit.PERCENT:
        change = arithmetic.point_change("", now, before, words).as_shown(Unit.POINTS, now.decimals, better)
    elif before is not None:
        change = arithmetic.difference("", now, before, words).as_shown(now.unit, now.decimals, better)
    if change is not None:
        context.shows(change, options.id, label, "förändring")
    return _Measure(label, rows, points, now, change, context)


def _before(rows: Sequence[Row], points: Sequence[Figure], compare: str) -> Figure | None:
    """Return the figure of the month that the latest is compared with, when it is there."""
    try:
        months = {Period.parse(row.key): figure for row, figure in zip(rows, points, strict=True)}
    except PeriodError:
        return points[-2] if compare == "previous" and len(points) > 1 else None
    latest = Period.parse(rows[-1].key)
    return months.get(latest.last_year if compare == "last_year" else latest.previous)


def _month(row: Row) -> str:
    try:
        return Period.parse(row.key).name
    except PeriodError:
        return row.label


def _compared(measures: Sequence[_Measure], options: Options) -> str:
    """Return what the change is since."""
    year = options.compare == "last_year"
    latest = {measure.months[-1].key for measure in measures}
    try:
        months = [Period.parse(key) for key in latest]
    except PeriodError:
        months = []
    if len(months) != 1:
        return f"Förändring sedan {'samma månad förra året' if year else 'månaden före'}"
    return f"Förändring sedan {months[0].last_year.name if year else months[0].previous.name}"


def _span(measures: Sequence[_Measure]) -> str:
    """Return the header above the lines: their months when all have the same."""
    spans = {(_month(measure.months[0]), measure.latest) for measure in measures}
    if len(spans) > 1:
        return "Utveckling"
    first, last = spans.pop()
    return f"{swedish.capital(first)}–{last}"


def _row(measure: _Measure, *, named: bool) -> TableRow:
    label = f"{measure.label} ({measure.latest})" if named else measure.label
    values = tuple(figure.number for figure in measure.figures)
    line = TableCell("", spark=values)
    return TableRow((TableCell(label), TableCell(measure.context.written(measure.now)), _change(measure), line))


def _change(measure: _Measure) -> TableCell:
    figure = measure.change
    if figure is None or figure.value is None:
        return TableCell(swedish.MISSING, "muted")
    is_zero = figure.number is not None and not swedish.rounded(figure.number, figure.decimals)
    return TableCell(measure.context.written(figure, sign=True), "" if is_zero else figure.verdict)


def _words(measure: _Measure) -> str:
    """Return what a row's line shows: where it starts, ends, and how it goes."""
    known = [
        (row, figure) for row, figure in zip(measure.months, measure.figures, strict=True) if figure.number is not None
    ]
    (start, first), (end, last) = known[0], known[-1]
    low = min((figure for _, figure in known), key=lambda figure: figure.number or 0)
    high = max((figure for _, figure in known), key=lambda figure: figure.number or 0)
    written = measure.context.written
    return (
        f"{measure.label}: {written(last)} {_month(end)}, {written(first)} {_month(start)}, {_direction(first, last)}, "
        f"lägst {written(low)} och högst {written(high)}."
    )


def _direction(first: Figure, last: Figure) -> str:
    one, other = (swedish.rounded(figure.number or arithmetic.HUNDRED * 0, figure.decimals) for figure in (first, last))
    return TREND_WORDS[Trend.UP if other > one else Trend.DOWN if other < one else Trend.STEADY]
