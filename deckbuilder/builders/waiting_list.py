"""Patients waiting: the month's numbers and changes beside the line of those who have waited over 90 days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.compose import charts, tables, words
from deckbuilder.compose.context import source_line
from deckbuilder.errors import SpecError
from deckbuilder.page import Page, Paragraph, Run, TableBlock, TableCell, TableColumn, TableRow, TextBlock
from deckbuilder.period import Period
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row

SUMMARY = "Väntande patienter: månadens antal och förändringar bredvid linjen för dem som väntat över 90 dagar."
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


class Options(SlideSpec):
    """For figures of the kind `waiting_list`."""

    figures: str
    """Siffrorna i config/sources.yaml, av slaget waiting_list."""
    statement: str = "Väntat över 90 dagar"
    """Raden ovanför diagrammet."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with table and chart; raise SpecError when the figures are no waiting list."""
    figures = context.table(options.figures)
    if "over_90" not in figures.parts:
        sentence = f"Siffrorna '{options.figures}' är ingen väntelista. Använd siffror av slaget waiting_list."
        raise SpecError(("figures",), sentence)
    history = figures.parts["over_90"]
    month = Period.parse(history.rows[-1].key)
    table = _table(figures)
    table = tables.with_alt(table, words.table_alt(words.described(figures, options.title), table))
    chart = charts.line_block(history, options.statement, context.unit_label(history.columns[0].unit))
    statement = TextBlock("statement", "body", (Paragraph((Run(options.statement),), bullet=False),))
    since = f"förändring sedan {month.previous.month} (vårdgaranti: %-enheter)"
    subtitle = options.subtitle or f"Antal patienter, {month.name}, och {since}"
    source = source_line(figures) if options.source is None else options.source
    return Page(options.id, "table_chart", options.title, (table, statement, chart), subtitle, source)


def _table(figures: FigureTable) -> TableBlock:
    """Return measures as rows, and for each form of care the number and its change as columns."""
    forms = [row for row in figures.rows if row.kind == "subtotal"]
    by_key = {column.key: column for column in figures.columns}
    now = by_key["vantande"].label.capitalize()
    header = [TableColumn("Mått", "left")]
    for form in forms:
        header += [TableColumn(now, group=form.label), TableColumn("Förändring", group=form.label)]
    body = [_row(figures, forms, measure, label, by_key) for measure, label in _MEASURES.items()]
    return TableBlock("table", "table", tuple(header), tuple(body), "")


def _row(figures: FigureTable, forms: list[Row], measure: str, label: str, columns: dict[str, Column]) -> TableRow:
    cells = [TableCell(label)]
    for form in forms:
        keys = (measure, f"{measure}_forandring")
        cells += [tables.cell(figures.figure(form.key, key), columns[key], None, None) for key in keys]
    return TableRow(tuple(cells))
