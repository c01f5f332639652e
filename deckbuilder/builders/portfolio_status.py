"""Statuses of initiatives or projects: a shape, a word and an arrow in each cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder.builders import table
from deckbuilder.errors import SpecError, listed
from deckbuilder.page import TableBlock
from deckbuilder.swedish import capital
from deckbuilder.value import Level, Status

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.page import Page

EXAMPLE = """\
- type: portfolio_status
  id: utvecklingsportfolj
  title: Utvecklingsportföljen
  figures: utvecklingsportfolj
  label: Initiativ
"""


class Options(table.Options):
    """As `table`, but for figures of the kind `portfolio`."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the statuses; the line under the title counts them unless it is written."""
    figures = context.table(options.figures)
    statuses = [figure.value for figure in figures.cells.values() if isinstance(figure.value, Status)]
    if not statuses:
        sentence = f"Siffrorna '{options.figures}' har inga statusar. Använd siffror av slaget portfolio."
        raise SpecError(("figures",), sentence)
    page = table.compose(options, context)
    counted = _counted(statuses)
    written = f"{capital(counted)}. {_not_on_plan(figures)}".strip()
    blocks = tuple(
        replace(block, alt=options.alt or f"{block.alt} {written}") if isinstance(block, TableBlock) else block
        for block in page.blocks
    )
    return replace(page, subtitle=options.subtitle or f"{capital(counted)}, {context.period.name}", blocks=blocks)


def _counted(statuses: list[Status]) -> str:
    counts = {level: sum(status.level is level for status in statuses) for level in Level}
    return listed(f"{count} {level}" for level, count in counts.items() if count)


def _not_on_plan(figures: FigureTable) -> str:
    labels = {row.key: row.label for row in figures.rows}
    columns = {column.key: column.label for column in figures.columns}
    off = [
        f"{labels[row]} ({columns[column].lower()} {figure.value.level})"
        for (row, column), figure in figures.cells.items()
        if isinstance(figure.value, Status) and figure.value.level is not Level.ON_PLAN
    ]
    return f"Inte enligt plan: {listed(off)}." if off else ""
