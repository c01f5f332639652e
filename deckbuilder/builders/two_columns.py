"""Two texts side by side, each with a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.compose.comments import parsed
from deckbuilder.errors import SpecError
from deckbuilder.page import Page, Paragraph, Run, TextBlock
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context

SUMMARY = "Två texter bredvid varandra, med var sin rubrik."
EXAMPLE = """\
- type: two_columns
  id: likviditet
  title: Likviditet och lån
  left_title: Likviditet
  left: "- {{ nyckeltal.likviditet_lagst.varde | mkr }} som lägst i juli"
  right_title: Lån
  right: "- {{ nyckeltal.laneskuld.varde | mkr }} i skuld"
"""


class Options(SlideSpec):
    """Without `left` and `right` the texts stand in `kommentarer.md`, with a line `---` between them."""

    left_title: str
    """Vänstra delens rubrik."""
    right_title: str
    """Högra delens rubrik."""
    left: str | None = None
    """Vänstra delens text."""
    right: str | None = None
    """Högra delens text."""

    def uses_comment(self) -> bool:
        """Whether a side takes its text from the month's comment."""
        return self.left is None or self.right is None


def compose(options: Options, context: Context) -> Page:
    """Return a page of two texts; raise SpecError when a side has none."""
    if options.uses_comment() and len(context.comment.parts) != 2:
        sentence = (
            f"Bilden behöver två texter. Skriv dem i kommentarer.md under '## {options.id}' med en rad --- mellan, "
            "eller som 'left' och 'right' här."
        )
        raise SpecError(("id",), sentence, "DB417")
    blocks = []
    for number, (side, title, text) in enumerate(
        (("left", options.left_title, options.left), ("right", options.right_title, options.right))
    ):
        blocks.append(TextBlock(f"{side}-title", f"{side}_title", (Paragraph((Run(title),)),)))
        body = context.comment.parts[number] if text is None else parsed(text, side)
        blocks.append(TextBlock(side, side, body))
    return Page(options.id, "two_columns", options.title, tuple(blocks), options.subtitle, options.source or "")
