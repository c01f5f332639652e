"""Bullets in two levels, from the YAML or from the month's `kommentarer.md` under the slide's id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.compose.comments import text_or_comment
from deckbuilder.compose.options import TextOptions
from deckbuilder.page import Page, TextBlock

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context

SUMMARY = "Punkter i två nivåer."
EXAMPLE = """\
- type: text
  id: sommaren
  title: Sommaren
"""


class Options(TextOptions):
    """Markdown: `- ` for a bullet, two more spaces for the second level, `**bold**`."""

    text: str | None = None
    """Bildens text. Utan den hämtas texten i kommentarer.md under bildens id."""


def compose(options: Options, context: Context) -> Page:
    """Return a page of bullets; raise SpecError when there is no text."""
    body = TextBlock("body", "body", text_or_comment(options.text, options.id, context))
    return Page(options.id, "text", options.title, (body,), options.subtitle, options.source or "")
