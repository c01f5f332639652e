"""Patients waiting: the month's numbers and changes above the lines of those who have waited over 90 days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder.compose import charts, tables, words
from deckbuilder.compose.context import source_line
from deckbuilder.errors import SpecError
from deckbuilder.page import Page, TableBlock, TableCell, TableColumn, TableRow
from deckbuilder.period import Period
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.page import Area

SUMMARY = "Väntande patienter: månadens antal och förändringar ovanför linjerna för dem som väntat över 90 dagar."
EXAMPLE = """\
- type: waiting_list
  id: vantande
  title: Fler väntar längre än 90 dagar
  figures: vantande
"""
_MEASURES = {
    "vantande": "Väntande",
    "over_90": "Över 90 dagar",
    "over_365": "Över 365 dagar",
    "andel": "Vårdgaranti, %",
}
_TABLE: Area = (0, 0, 1, 0.34)
_CHART: Area = (0, 0.37, 1, 0.63)


class Options(SlideSpec):
    """For figures of the kind `waiting_list`."""

    figures: str
    """Siffrorna i config/sources.yaml, av slaget waiting_list."""
    statement: str = "Väntat över 90 dagar"
    """Rubrik över diagrammet."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with table and chart; raise SpecError when the figures are no waiting list."""
    figures = context.table(options.figures)
    if "over_90" not in figures.parts:
        sentence = f"Siffrorna '{options.figures}' är ingen väntelista. Använd siffror av slaget waiting_list."
        raise SpecError(("figures",), sentence, "DB411")
    history = figures.parts["over_90"]
    month = Period.parse(history.rows[-1].key)
    table = _table(figures)
    table = tables.with_alt(table, words.table_alt(words.described(figures, options.title), table))
    chart = charts.line_block(history, options.statement, context.unit_label(history.columns[0].unit))
    since = f"förändring sedan {month.previous.month} (vårdgaranti: %-enheter)"
    subtitle = options.subtitle or f"Antal patienter, {month.name}, och {since}"
    source = source_line(options.source, figures)
    blocks = (
        replace(table, place="content", area=_TABLE),
        replace(chart, place="content", area=_CHART, title=options.statement),
    )
    return Page(options.id, "free", options.title, blocks, subtitle, source)


def _table(figures: FigureTable) -> TableBlock:
    """Return forms of care as rows, and for each measure the number and its change as columns."""
    forms = [row for row in figures.rows if row.kind == "subtotal"]
    by_key = {column.key: column for column in figures.columns}
    now = by_key["vantande"].label.capitalize()
    header = [TableColumn("Vårdform", "left")]
    for label in _MEASURES.values():
        header += [TableColumn(now, group=label), TableColumn("Förändring", group=label)]
    keys = [key for measure in _MEASURES for key in (measure, f"{measure}_forandring")]
    body = [
        TableRow(
            (
                TableCell(form.label),
                *(tables.cell(figures.figure(form.key, key), by_key[key], None, None) for key in keys),
            )
        )
        for form in forms
    ]
    return TableBlock("table", "table", tuple(header), tuple(body), "")
