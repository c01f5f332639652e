"""The agenda: the report's sections, in order, found by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.errors import SpecError
from deckbuilder.page import Page, Paragraph, Run, TextBlock
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context

SUMMARY = "Rapportens avsnitt, hämtade av sig själva."
EXAMPLE = """\
- type: agenda
  id: dagordning
  title: Dagordning
"""


class Options(SlideSpec):
    """The sections and their subtitles need not be repeated here."""


def compose(options: Options, context: Context) -> Page:
    """Return the agenda; raise SpecError when the report has no sections."""
    if not context.sections:
        raise SpecError(("type",), "Rapporten har inga avsnitt att lista. Lägg till bilder av typen section.", "DB416")
    paragraphs = []
    for title, subtitle in context.sections:
        paragraphs.append(Paragraph((Run(title),)))
        if subtitle:
            paragraphs.append(Paragraph((Run(subtitle),), level=1))
    return Page(options.id, "agenda", options.title, (TextBlock("body", "body", tuple(paragraphs)),))
