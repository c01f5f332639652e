"""The first slide: the report's name, what it is about, and the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.page import Page, Paragraph, Run, TextBlock
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context

SUMMARY = "Första bilden: rapportens namn, period och möte."
EXAMPLE = """\
- type: title
  id: omslag
  title: Regiondirektörens månadsrapport
"""


class Options(SlideSpec):
    """The line under the title is the period unless `subtitle` says otherwise."""


def compose(options: Options, context: Context) -> Page:
    """Return the title page; its last line is the report's meeting."""
    blocks = (TextBlock("meeting", "meeting", (Paragraph((Run(context.meeting),)),)),) if context.meeting else ()
    subtitle = options.subtitle or context.period.name.capitalize()
    return Page(options.id, "title", options.title, blocks, subtitle)
