"""Statuses of initiatives or projects: a shape, a word and an arrow in each cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder.builders import table
from deckbuilder.compose import statuses, tables
from deckbuilder.errors import SpecError
from deckbuilder.page import TableBlock
from deckbuilder.swedish import capital
from deckbuilder.value import Status

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

    show: statuses.Show = "words"
    """words för form, ord och pil, arrows för form och pil, dots för bara formen. Formerna förklaras under rubriken."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the statuses; the line under the title counts them unless it is written."""
    figures = context.table(options.figures)
    columns, rows = tables.pick(figures, options.columns, options.rows)
    found = [
        (row.label, column.label, figure.value)
        for row in rows
        for column in columns
        if isinstance((figure := figures.figure(row.key, column.key)).value, Status)
    ]
    if not found:
        sentence = f"Siffrorna '{options.figures}' har inga statusar. Använd siffror av slaget portfolio."
        raise SpecError(("figures",), sentence, "DB411")
    page = table.compose(options, context)
    levels = [status for _, _, status in found]
    of_all = f"av {len(found)} bedömningar"
    written = f"{capital(statuses.counted(levels))} {of_all}. {statuses.off_plan(found)}".strip()
    blocks = tuple(
        replace(statuses.shown(block, options.show), alt=options.alt or f"{block.alt} {written}")
        if isinstance(block, TableBlock)
        else block
        for block in page.blocks
    )
    counted = capital(statuses.counted(levels, shapes=options.show != "words"))
    return replace(page, subtitle=options.subtitle or f"{counted} {of_all}, {context.period.name}", blocks=blocks)
