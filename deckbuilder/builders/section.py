"""A slide that opens a section; the agenda lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.page import Page
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context

SUMMARY = "Inleder ett avsnitt. Dagordningen listar det."
EXAMPLE = """\
- type: section
  id: ekonomi
  title: Ekonomi
  subtitle: Utfall till och med juli
"""


class Options(SlideSpec):
    """The subtitle also stands in the agenda."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return the section's page."""
    return Page(options.id, "section", options.title, (), options.subtitle)
