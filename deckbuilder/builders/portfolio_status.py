"""Statuses of initiatives or projects: a shape, a word and an arrow in each cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder.builders import table
from deckbuilder.compose import tables
from deckbuilder.errors import SpecError, listed
from deckbuilder.page import TableBlock
from deckbuilder.swedish import capital
from deckbuilder.value import Level, Status

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.page import Page

SUMMARY = "Status för initiativ eller projekt: form, ord och pil i varje cell."
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
    columns, rows = tables.pick(figures, options.columns, options.rows)
    statuses = [
        (row.label, column.label, figure.value)
        for row in rows
        for column in columns
        if isinstance((figure := figures.figure(row.key, column.key)).value, Status)
    ]
    if not statuses:
        sentence = f"Siffrorna '{options.figures}' har inga statusar. Använd siffror av slaget portfolio."
        raise SpecError(("figures",), sentence)
    page = table.compose(options, context)
    counted = capital(_counted([status for _, _, status in statuses]))
    written = f"{counted}. {_not_on_plan(statuses)}".strip()
    blocks = tuple(
        replace(block, alt=options.alt or f"{block.alt} {written}") if isinstance(block, TableBlock) else block
        for block in page.blocks
    )
    return replace(page, subtitle=options.subtitle or f"{counted}, {context.period.name}", blocks=blocks)


def _counted(statuses: list[Status]) -> str:
    counts = {level: sum(status.level is level for status in statuses) for level in Level}
    return f"{listed(f'{count} {level}' for level, count in counts.items() if count)} av {len(statuses)} bedömningar"


def _not_on_plan(statuses: list[tuple[str, str, Status]]) -> str:
    off = [f"{row} ({column.lower()} {s.level})" for row, column, s in statuses if s.level is not Level.ON_PLAN]
    return f"Inte enligt plan: {listed(off)}." if off else ""
