"""A native chart of any figures: columns, stacked columns, bars or lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import model_validator

from deckbuilder import swedish
from deckbuilder.compose import charts, tables, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.context import chosen
from deckbuilder.compose.options import NumberOptions, OptionsError, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError, listed
from deckbuilder.page import ChartBlock
from deckbuilder.spec.numbers import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import Page
    from deckbuilder.value import Unit

SUMMARY = "Siffror som staplar, liggande staplar eller linjer."
EXAMPLE = """\
- type: chart
  id: avvikelse-diagram
  title: Budgetavvikelse per nämnd
  kind: bar
  figures: region
  columns: [ack_avvikelse]
"""
MOST_SERIES = 4
MOST_CATEGORIES = 31
MOST_POINTS = 60


class Options(NumberOptions, TextOptions):
    """Rows of the figures become categories, columns become series. Sums are left out unless `rows` names them."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    kind: Literal["column", "stacked", "bar", "line"] = "column"
    """Diagramslag: column (staplar), stacked (staplade), bar (liggande), line (linjer)."""
    columns: tuple[str, ...] = ()
    """Serier i ordning. Utan listan visas alla kolumner."""
    roles: tuple[Literal["actual", "previous", "budget", "forecast", "second", "third", "fourth"], ...] = ()
    """Vad serierna är, i samma ordning: utfall, föregående år, budget, prognos, eller andra till fjärde serien."""
    rows: tuple[str, ...] = ()
    """Kategorier i ordning. Utan listan visas alla rader utom summor."""
    sort: Literal["none", "ascending", "descending"] = "none"
    """Ordna kategorierna efter första serien: ascending (lägst först) eller descending (högst först)."""
    highlight: str | None = None
    """Kategorin som lyfts fram."""
    target: Number | None = None
    """Mållinje, i diagrammets enhet."""
    target_label: str = "Mål"
    """Mållinjens text."""
    labels: Literal["all", "last", "none"] = "all"
    """Vilka värden som skrivs ut: all, last (bara det sista) eller none. På linjer skrivs det sista ut."""
    signed: bool = False
    """Skriv plustecken framför positiva värden."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""

    @model_validator(mode="after")
    def _has_a_target_that_can_be_drawn(self) -> Options:
        if self.target is not None and self.kind in {"bar", "stacked"}:
            sentence = f"En mållinje kan inte visas i {self.kind}. Välj kind: column eller line, eller ta bort target."
            raise OptionsError(sentence, "DB421")
        return self


def compose(options: Options, context: Context) -> Page:
    """Return a page with the chart, and text beside it when there is any; raise SpecError for what cannot be drawn."""
    table = context.table(options.figures)
    columns, _ = tables.pick(table, options.columns, ())
    rows = tables.pick_rows(table, options.rows)
    _refuse_what_cannot_be_read(options, columns, rows)
    unit = charts.common_unit(columns, tables.money_unit(options.unit, table))
    subtitle = words.subtitle(context.unit_label(unit), context.period.name)
    block = _block(options, table, columns, rows, unit)
    what = f"{words.described(table, options.title)}. {options.subtitle or subtitle}"
    block = replace(block, alt=options.alt or words.chart_alt(what, block))
    return chart_page(options, table, [block], optional_text(options.text, context), subtitle)


def _refuse_what_cannot_be_read(options: Options, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    if len(columns) > MOST_SERIES:
        names = listed(column.key for column in columns)
        what = f"Diagrammet får {len(columns)} serier, men högst {MOST_SERIES} går att läsa."
        raise SpecError(("columns",), f"{what} Välj bland {names} i 'columns'.", "DB413")
    most = MOST_POINTS if options.kind == "line" else MOST_CATEGORIES
    if len(rows) > most:
        what = f"Diagrammet får {len(rows)} kategorier, men högst {most} går att läsa."
        remedy = "Välj kategorier i 'rows', eller visa siffrorna med bildtypen table."
        raise SpecError(("rows",), f"{what} {remedy}", "DB413")
    if options.roles and len(options.roles) != len(columns):
        what = f"Diagrammet har {len(columns)} serier men 'roles' har {len(options.roles)} ord."
        raise SpecError(("roles",), f"{what} Skriv ett för varje serie.", "DB423")


def _block(
    options: Options, table: FigureTable, columns: Sequence[Column], rows: Sequence[Row], unit: Unit
) -> ChartBlock:
    roles = list(zip(columns, options.roles or charts.ROLES, strict=False))
    series = charts.series(table, roles, rows, unit)
    order = _order(options, series[0].values)
    ordered = [rows[number] for number in order]
    decimals = _decimals(options, columns[0])
    return ChartBlock(
        name="chart",
        place="chart",
        kind=options.kind,
        categories=charts.axis_labels(ordered),
        series=tuple(charts.reordered(one, order) for one in series),
        alt="",
        decimals=decimals,
        target=options.target,
        target_label=_target_label(options, decimals),
        highlight=_highlight(options, ordered),
        labels=options.labels,
        signed=options.signed,
    )


def _decimals(options: Options, column: Column) -> int:
    """Return how many decimals the chart shows: those asked for, else the column's own; all that a target has."""
    own = options.places(column)
    if options.target is None:
        return own
    return max(own, swedish.decimals_of(options.target))


def _target_label(options: Options, decimals: int) -> str:
    """Return the target's name with its value where a legend, and not a label, tells it."""
    if options.target is None or options.kind == "line":
        return options.target_label
    return f"{options.target_label} {swedish.number(options.target, decimals)}"


def _order(options: Options, values: Sequence[object]) -> list[int]:
    """Return the categories' order; those without a value come last."""
    numbers = list(range(len(values)))
    if options.sort == "none":
        return numbers
    known = [number for number in numbers if values[number] is not None]
    known.sort(key=lambda number: values[number], reverse=options.sort == "descending")  # type: ignore[arg-type, return-value]
    return known + [number for number in numbers if values[number] is None]


def _highlight(options: Options, rows: Sequence[Row]) -> int | None:
    if options.highlight is None:
        return None
    keys = [row.key for row in rows]
    (wanted,) = chosen((options.highlight,), {row.key: row.label for row in rows}, "highlight", "Kategorin")
    return keys.index(wanted)
