"""Actual against plan, and beside or below it the deviation on the same scale, good and bad told apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from deckbuilder import swedish
from deckbuilder.compose import charts, panels, tables, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.context import chosen
from deckbuilder.compose.history import one_column
from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError
from deckbuilder.page import ChartBlock, Series

if TYPE_CHECKING:
    from decimal import Decimal

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Better, Column, FigureTable, Row
    from deckbuilder.page import Page, Tone
    from deckbuilder.value import Unit

SUMMARY = "Utfall mot budget, med avvikelsen som egna staplar i samma skala."
EXAMPLE = """\
- type: variance
  id: resor-mot-plan
  title: Hälso- och sjukvården reser för mer än planerat
  figures: resekostnader
  actual: utfall
  plan: plan
  deviation: mot_plan
  unit: tkr
"""
MOST_ACROSS, MOST_DOWN = 24, 12
_LABELLED_BARS = 26
_LOOKS = {"budget": "kontur", "previous": "ljus", "forecast": "streckad"}


class Options(NumberOptions, TextOptions):
    """For figures with an actual and a plan for each row: months become columns, others bars."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    actual: str
    """Kolumnen med utfall."""
    plan: str
    """Kolumnen som utfallet jämförs med."""
    deviation: str | None = None
    """Kolumnen med avvikelsen. Utan den räknas utfallet minus planen."""
    plan_role: Literal["budget", "previous", "forecast"] = "budget"
    """Vad utfallet jämförs med: budget (eller plan), previous (föregående år) eller forecast (prognos)."""
    better: Literal["higher", "lower"] | None = None
    """Om en högre avvikelse är bra (higher) eller dålig (lower). Utan den gäller vad siffrorna säger."""
    direction: Literal["auto", "columns", "bars"] = "auto"
    """Stående staplar (columns) eller liggande (bars). Med auto står staplarna när raderna är månader eller år."""
    same_scale: bool = True
    """Visa avvikelsen i samma skala. Med false får den en egen, större, och det står i rubriken."""
    rows: tuple[str, ...] = ()
    """Kategorier i ordning. Utan listan visas alla rader utom summor."""
    until: str | None = None
    """Sista kategorin som visas, till exempel rapportens månad. Utan den visas alla."""


@dataclass(frozen=True)
class _Columns:
    """The columns that are compared, and the unit that all are shown in."""

    actual: Column
    plan: Column
    deviation: Column | None
    unit: Unit


def compose(options: Options, context: Context) -> Page:
    """Return a page with two charts of one scale; raise SpecError for figures that cannot be compared."""
    table = context.table(options.figures)
    rows = _up_to(tables.pick_rows(table, options.rows), options.until)
    stands = options.direction == "columns" or (options.direction == "auto" and charts.are_periods(rows))
    _refuse_what_cannot_be_read(len(rows), MOST_ACROSS if stands else MOST_DOWN)
    found = _columns(table, options)
    first, second = _both(table, rows, found, options), _deviation(table, rows, found, options)
    if stands:
        first, second = panels.over_each_other(first, second, same_scale=options.same_scale)
    else:
        first, second = (replace(block, kind="bar") for block in (first, second))
        first, second = panels.beside_each_other(first, second, same_scale=options.same_scale)
    subtitle = options.subtitle or words.subtitle(context.unit_label(found.unit), context.period.name)
    what = f"{words.described(table, options.title)}. {subtitle}"
    told = [replace(block, alt=words.chart_alt(f"{block.title}. {what}", block)) for block in (first, second)]
    return chart_page(options, table, told, optional_text(options.text, context), subtitle)


def _up_to(rows: list[Row], until: str | None) -> list[Row]:
    """Return the rows up to and with the one that is named, all when none is; raise SpecError for an unknown one."""
    if until is None:
        return rows
    (last,) = chosen((until,), {row.key: row.label for row in rows}, "until", "Raden")
    return rows[: [row.key for row in rows].index(last) + 1]


def _refuse_what_cannot_be_read(rows: int, most: int) -> None:
    if rows > most:
        what = f"Bilden får {rows} kategorier, men högst {most} går att läsa."
        raise SpecError(
            ("rows",), f"{what} Välj kategorier i 'rows', eller visa siffrorna med bildtypen table.", "DB413"
        )


def _columns(table: FigureTable, options: Options) -> _Columns:
    actual, plan = one_column(table, options.actual, "actual"), one_column(table, options.plan, "plan")
    deviation = one_column(table, options.deviation, "deviation") if options.deviation else None
    columns = [actual, plan] + ([deviation] if deviation else [])
    unit = charts.common_unit(columns, tables.money_unit(options.unit, table))
    return _Columns(actual, plan, deviation, unit)


def _decimals(found: _Columns, options: Options) -> int:
    return options.places(found.actual)


def _both(table: FigureTable, rows: list[Row], found: _Columns, options: Options) -> ChartBlock:
    plan, actual = charts.series(table, [(found.plan, options.plan_role), (found.actual, "actual")], rows, found.unit)
    plan = replace(plan, tones=(), labels="all" if 2 * len(rows) <= _LABELLED_BARS else "none")
    title = f"{found.actual.label} (fylld) och {found.plan.label} ({_LOOKS[options.plan_role]})"
    return _block("chart", rows, (plan, replace(actual, tones=())), title, found, options)


def _deviation(table: FigureTable, rows: list[Row], found: _Columns, options: Options) -> ChartBlock:
    values = tuple(_difference(table, row, found) for row in rows)
    decimals = _decimals(found, options)
    tones = tuple(
        _tone(value, _better(table, row, found, options), decimals) for value, row in zip(values, rows, strict=True)
    )
    name = found.deviation.label if found.deviation else "Avvikelse"
    title = f"{name} mot {found.plan.label}" if name == "Avvikelse" else name
    title += "" if options.same_scale else " (i större skala)"
    series = Series(name, values, "second", tones if any(tones) else ())
    return replace(_block("deviation", rows, (series,), title, found, options), signed=True)


def _difference(table: FigureTable, row: Row, found: _Columns) -> Decimal | None:
    """Return a row's deviation: as its own column has it, else the actual less the plan; None where one is missing."""
    if found.deviation is not None:
        return charts.number_in(table.figure(row.key, found.deviation.key), found.unit)
    actual, plan = (
        charts.number_in(table.figure(row.key, column.key), found.unit) for column in (found.actual, found.plan)
    )
    return None if actual is None or plan is None else actual - plan


def _better(table: FigureTable, row: Row, found: _Columns, options: Options) -> Better | None:
    own = table.figure(row.key, found.deviation.key).better if found.deviation else None
    return options.better or own


def _tone(value: Decimal | None, better: Better | None, decimals: int) -> Tone:
    """Return good or bad; what is shown as zero is neither."""
    if value is None or better is None or not swedish.rounded(value, decimals):
        return ""
    return "good" if (value > 0) == (better == "higher") else "bad"


def _block(
    name: str, rows: list[Row], series: tuple[Series, ...], title: str, found: _Columns, options: Options
) -> ChartBlock:
    return ChartBlock(
        name=name,
        place="content",
        kind="column",
        categories=charts.axis_labels(rows),
        series=series,
        alt="",
        decimals=_decimals(found, options),
        title=title,
    )
