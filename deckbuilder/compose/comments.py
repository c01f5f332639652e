"""Text on a slide: from its YAML, or from the month's comment under the slide's id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.errors import SpecError
from deckbuilder.markdown import MarkdownError, paragraphs

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.page import Paragraph


def parsed(text: str, *path: str | int) -> tuple[Paragraph, ...]:
    """Return Markdown from YAML as paragraphs; raise SpecError at its path for what a slide cannot show."""
    try:
        return paragraphs(text)
    except MarkdownError as error:
        raise SpecError(path, str(error), error.code) from error


def text_or_comment(text: str | None, slide: str, context: Context) -> tuple[Paragraph, ...]:
    """Return the text of the YAML, else the comment; raise SpecError when there is neither."""
    found = optional_text(text, context)
    if not found:
        raise SpecError(
            ("id",),
            f"Bilden har ingen text. Skriv den i kommentarer.md under '## {slide}', eller som 'text' här.",
            "DB417",
        )
    return found


def optional_text(text: str | None, context: Context) -> tuple[Paragraph, ...]:
    """Return the text of the YAML, else the comment, which may be empty."""
    return parsed(text, "text") if text is not None else context.comment.paragraphs
