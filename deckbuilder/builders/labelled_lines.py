"""Two lines over the same points with every point labelled: the upper line above, the lower one below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder.compose import charts, scales, tables, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.history import period_of
from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError, listed
from deckbuilder.page import ChartBlock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import Page, Series
    from deckbuilder.value import Unit

SUMMARY = "Två linjer över samma månader, med alla värden utskrivna."
EXAMPLE = """\
- type: labelled_lines
  id: vantande-tretton-manader
  title: Kön över 90 dagar är längst till åtgärder
  figures: vantande.over_90
"""
LINES = 2
MOST = 14


class Options(NumberOptions, TextOptions):
    """For two columns of figures with one row per month, or other points in order."""

    figures: str
    """Siffrorna i config/sources.yaml, med en rad för varje punkt."""
    columns: tuple[str, ...] = ()
    """De två kolumnerna. Behövs inte när siffrorna har två."""
    rows: tuple[str, ...] = ()
    """Punkterna i ordning. Utan listan visas de senaste, högst fjorton."""
    zero: bool = False
    """Låt axeln börja på noll."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the lines; raise SpecError for other than two columns, or more points than can be read."""
    table = context.table(options.figures)
    columns, rows = _picked(table, options)
    unit = charts.common_unit(columns, tables.money_unit(options.unit, table))
    subtitle = words.subtitle(context.unit_label(unit), period_of(rows, context.period))
    block = _block(table, columns, rows, unit, options)
    what = f"{words.described(table, options.title)}. {options.subtitle or subtitle}"
    block = replace(block, alt=options.alt or words.chart_alt(what, block))
    return chart_page(options, table, [block], optional_text(options.text, context), subtitle)


def _picked(table: FigureTable, options: Options) -> tuple[list[Column], list[Row]]:
    columns, rows = tables.pick(table, options.columns, options.rows)
    if len(columns) != LINES:
        names = listed(column.key for column in columns)
        sentence = f"Bilden visar två linjer, men siffrorna har {names}. Välj två i 'columns'."
        raise SpecError(("columns",) if options.columns else ("figures",), sentence, "DB412")
    if not options.rows:
        rows = [row for row in rows if row.kind == "row"][-MOST:]
    if len(rows) > MOST:
        what = f"Diagrammet får {len(rows)} punkter, men högst {MOST} går att läsa när alla värden skrivs ut."
        raise SpecError(("rows",), f"{what} Välj färre i 'rows', eller visa siffrorna med bildtypen chart.", "DB413")
    return columns, rows


def _block(
    table: FigureTable, columns: Sequence[Column], rows: Sequence[Row], unit: Unit, options: Options
) -> ChartBlock:
    lines = charts.series(table, list(zip(columns, charts.ROLES, strict=False)), rows, unit)
    ordered = sorted(lines, key=_height, reverse=True)
    return ChartBlock(
        name="chart",
        place="chart",
        kind="line",
        categories=charts.axis_labels(rows),
        series=tuple(replace(line, labels="all", dots=True) for line in ordered),
        alt="",
        decimals=options.places(columns[0]),
        ends=scales.ends([value for line in lines for value in line.values], zero=options.zero),
    )


def _height(line: Series) -> Decimal:
    """Return the line's mean: the labels of the higher line stand above it."""
    known = [value for value in line.values if value is not None]
    return sum(known, start=known[0] * 0) / len(known)
