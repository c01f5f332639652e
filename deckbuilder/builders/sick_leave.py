"""Sick leave by length of absence month by month, the total as a line, and the change since last year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.compose import charts, scales, tables, words
from deckbuilder.compose.context import source_line
from deckbuilder.errors import SpecError
from deckbuilder.figures.figure import FigureTable
from deckbuilder.page import Page, Paragraph, Run, TextBlock
from deckbuilder.period import Period
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.page import Series

SUMMARY = "Sjukfrånvaro månad för månad som tabell och linje, och förändringen sedan förra året."
EXAMPLE = """\
- type: sick_leave
  id: sjukfranvaro
  title: Sjukfrånvaron är stabil
  figures: sjukfranvaro_region
"""
_AROUND = Decimal("0.5")


class Options(SlideSpec):
    """For figures of the kind `sick_leave`."""

    figures: str
    """Siffrorna i config/sources.yaml, av slaget sick_leave."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with table, statement and line; raise SpecError when the figures are no sick leave."""
    figures = context.table(options.figures)
    if "jamforelse" not in figures.parts:
        sentence = f"Siffrorna '{options.figures}' är ingen sjukfrånvaro. Använd siffror av slaget sick_leave."
        raise SpecError(("figures",), sentence, "DB411")
    total, said = figures.columns[-1], _statement(figures)
    block = tables.table_block(figures, figures.columns, figures.rows, label="Månad", unit=None, decimals=None, alt="")
    block = tables.with_alt(
        block, f"{words.table_alt(words.described(figures, options.title), block)} {'. '.join(said)}."
    )
    only_total = FigureTable(figures.name, figures.rows, (total,), figures.cells, figures.files)
    chart = charts.line_block(only_total, f"{words.described(figures, options.title)}, totalt", "%")
    chart = replace(chart, ends=_ends(chart.series[0]))
    statement = TextBlock("statement", "body", tuple(Paragraph((Run(line),), bullet=False) for line in said))
    span = f"{Period.parse(figures.rows[0].key)}–{Period.parse(figures.rows[-1].key)}"
    subtitle = options.subtitle or f"Procent av ordinarie arbetstid, efter frånvarons längd, {span}"
    source = source_line(options.source, figures)
    return Page(options.id, "table_chart", options.title, (block, statement, chart), subtitle, source)


def _ends(total: Series) -> tuple[Decimal, Decimal]:
    """Return ends of the axis near the total, but so far from it that a change of a tenth stays a small one."""
    known = [value for value in total.values if value is not None]
    return scales.ends([max(min(known) - _AROUND, Decimal(0)), max(known) + _AROUND], zero=False)


def _statement(figures: FigureTable) -> tuple[str, ...]:
    """Say the latest total, and how it has changed since the same month last year."""
    comparison = figures.parts["jamforelse"]
    now, before, change = comparison.row(figures.columns[-1].key)
    labels = [column.label for column in comparison.columns]
    if now.number is None:
        return (f"Uppgift saknas för {labels[0]}",)
    latest = f"{now.written()} i {labels[0]}"
    if before.number is None or change.number is None:
        return (latest, f"Uppgift saknas för {labels[1]}")
    if not swedish.rounded(change.number, 1):
        return (latest, f"Samma som i {labels[1]}")
    return (latest, f"{change.written(sign=True)} jämfört med {labels[1]}")
