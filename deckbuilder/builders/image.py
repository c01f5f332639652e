"""A picture with text beside it when there is any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.options import TextOptions
from deckbuilder.page import Page, PictureBlock, TextBlock

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.page import Block

SUMMARY = "En bild (.png eller .jpg), med text bredvid om det finns någon."
EXAMPLE = """\
- type: image
  id: fjallvarlden
  title: Vård nära i hela länet
  file: fjall.png
  alt: Tecknat fjällandskap i tre blå lager under en ljus himmel.
"""


class Options(TextOptions):
    """The picture is shown whole and is never stretched."""

    file: Annotated[str, Field(min_length=1)]
    """Bildens fil, i periodens mapp (input/2024-07/ …) eller i config/bilder/ om den används varje månad."""
    alt: Annotated[str, Field(min_length=1)]
    """Vad bilden visar, för den som inte ser den."""
    text: str | None = None
    """Text bredvid bilden. Utan den tas texten i kommentarer.md under bildens id, om det finns en."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the picture; raise SpecError when there is none that can be shown."""
    found = context.picture(options.file)
    blocks: list[Block] = [PictureBlock("picture", "picture", found.content, found.format, found.pixels, options.alt)]
    if text := optional_text(options.text, context):
        blocks.append(TextBlock("body", "body", text))
    role = "picture_text" if text else "picture"
    return Page(options.id, role, options.title, tuple(blocks), options.subtitle, options.source or "")
