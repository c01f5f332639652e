"""Decks with notes, made by python-pptx as people's are."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pptx import Presentation

from deckbuilder.refresh.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Sequence


def parts(*slides: tuple[str, Sequence[str]]) -> Parts:
    """Return a deck with a slide for each title, and its notes, a paragraph each; none without any."""
    presentation = Presentation()
    for title, notes in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = title
        if notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    stream = BytesIO()
    presentation.save(stream)
    return Parts.of(stream.getvalue())


def titles(content: bytes) -> list[str]:
    """Return the titles of a deck's slides, as python-pptx reads them."""
    return [slide.shapes.title.text for slide in Presentation(BytesIO(content)).slides]
