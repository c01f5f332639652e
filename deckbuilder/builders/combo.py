"""Columns, and a line in a unit of its own on an axis to the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder.compose import charts, tables, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.history import one_column
from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError
from deckbuilder.page import ChartBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import Page, Series
    from deckbuilder.value import Unit

SUMMARY = "Staplar, och en linje i en annan enhet med egen axel till höger."
EXAMPLE = """\
- type: combo
  id: nettokostnad-per-manad
  title: Nettokostnaden har ökat allt snabbare sedan årsskiftet
  figures: nettokostnad_per_manad
  columns: [nettokostnad_fjol, nettokostnad]
  roles: [previous, actual]
  line: nettokostnad_r12_forandring
  line_label: R12, förändring på ett år
  unit: mkr
"""
MOST_SERIES = 3
MOST_BARS = 60
_ON_THE_RIGHT = " (höger axel)"


class Options(NumberOptions, TextOptions):
    """For figures with a row per month, or per other category."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    columns: Annotated[tuple[str, ...], Field(min_length=1)]
    """Kolumnerna som blir staplar, i ordning."""
    line: str
    """Kolumnen som blir en linje."""
    roles: tuple[Literal["actual", "previous", "budget", "forecast", "second", "third", "fourth"], ...] = ()
    """Vad staplarna är, i samma ordning: utfall, föregående år, budget, prognos, eller andra till fjärde serien."""
    line_label: str = ""
    """Linjens namn. Utan det står kolumnens."""
    rows: tuple[str, ...] = ()
    """Kategorier i ordning. Utan listan visas alla rader utom summor."""
    labels: Literal["all", "last", "none"] = "last"
    """Vilka värden som skrivs ut på staplarna: all, last (bara de sista) eller none. På linjen skrivs det sista ut."""
    decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    """Antal decimaler på staplarna."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the chart; raise SpecError for what cannot be drawn."""
    table = context.table(options.figures)
    columns, _ = tables.pick(table, options.columns, ())
    rows = tables.pick_rows(table, options.rows)
    _refuse_what_cannot_be_read(options, columns, rows)
    unit = charts.common_unit(columns, tables.money_unit(options.unit, table))
    bars = _bars(table, columns, rows, unit, options)
    line, measure = _line(table, rows, options, context)
    block = ChartBlock(
        name="chart",
        place="chart",
        kind="column",
        categories=charts.axis_labels(rows),
        series=(*bars, line),
        alt="",
        decimals=options.places(columns[0]),
        labels=options.labels,
        second_decimals=one_column(table, options.line, "line").decimals,
        second_unit=measure,
    )
    subtitle = options.subtitle or words.subtitle(context.unit_label(unit), context.period.name)
    what = f"{words.described(table, options.title)}. {subtitle}"
    block = replace(block, alt=options.alt or words.chart_alt(what, block))
    return chart_page(options, table, [block], optional_text(options.text, context), subtitle)


def _refuse_what_cannot_be_read(options: Options, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    if len(columns) > MOST_SERIES:
        what = f"Diagrammet får {len(columns)} staplar bredvid varandra, men högst {MOST_SERIES} går att läsa."
        raise SpecError(("columns",), f"{what} Välj färre i 'columns'.", "DB413")
    if len(rows) * len(columns) > MOST_BARS:
        what = f"Diagrammet får {len(rows) * len(columns)} staplar, men högst {MOST_BARS} går att läsa."
        raise SpecError(("rows",), f"{what} Välj kategorier i 'rows', eller färre serier i 'columns'.", "DB413")
    if options.roles and len(options.roles) != len(columns):
        what = f"Diagrammet har {len(columns)} serier men 'roles' har {len(options.roles)} ord."
        raise SpecError(("roles",), f"{what} Skriv ett för varje serie.", "DB423")


def _bars(
    table: FigureTable, columns: Sequence[Column], rows: Sequence[Row], unit: Unit, options: Options
) -> tuple[Series, ...]:
    roles = options.roles or charts.ROLES
    bars = charts.series(table, list(zip(columns, roles, strict=False)), rows, unit)
    if options.labels != "last":
        return bars
    return tuple(replace(one, labels="none") if one.role == "previous" else one for one in bars)  # two would touch


def _line(table: FigureTable, rows: Sequence[Row], options: Options, context: Context) -> tuple[Series, str]:
    """Return the line, in one colour, and what its axis measures."""
    column = one_column(table, options.line, "line")
    unit = charts.common_unit([column], tables.money_unit(options.unit, table) if column.unit.is_money else None)
    try:
        (series,) = charts.series(table, [(column, "third")], rows, unit)
    except SpecError as error:
        raise SpecError(("line",) if error.path == ("columns",) else error.path, str(error), error.code) from error
    name = options.line_label or column.label
    mark: Literal["line", "dots"] = "line" if charts.are_periods(rows) else "dots"
    labels: Literal["last", "all"] = "last" if mark == "line" else "all"
    line = replace(series, name=name + _ON_THE_RIGHT, mark=mark, second=True, labels=labels, tones=(), dots=True)
    label = context.unit_label(unit)
    return line, label[:1].upper() + label[1:] if label else name
