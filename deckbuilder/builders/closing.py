"""The last slide: a word to end on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.page import Page
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context

SUMMARY = "Sista bilden: ett ord att sluta med."
EXAMPLE = """\
- type: closing
  id: slut
  title: Frågor
"""


class Options(SlideSpec):
    """Nothing but a title and a line under it."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return the closing page."""
    return Page(options.id, "closing", options.title, (), options.subtitle)
