"""A slide of charts, with text beside them when there is any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.compose.context import source_line
from deckbuilder.page import Page, TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.page import Block, Paragraph
    from deckbuilder.spec.report import SlideSpec


def chart_page(
    options: SlideSpec, table: FigureTable, charts: Sequence[Block], text: Sequence[Paragraph], subtitle: str
) -> Page:
    """Return a page in the role that has room for the text; charts with an area stand in a free place."""
    free = any(getattr(block, "area", None) for block in charts)
    role = ("free" if free else "chart") + ("_text" if text else "")
    blocks = list(charts)
    if text:
        blocks.append(TextBlock("body", "body", tuple(text)))
    source = source_line(options.source, table)
    return Page(options.id, role, options.title, tuple(blocks), options.subtitle or subtitle, source)
