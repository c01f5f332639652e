"""Small decks for the office programs."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from pptx import Presentation


def deck(*titles: str) -> bytes:
    """Return a deck with a slide for each title."""
    presentation = Presentation()
    for title in titles:
        presentation.slides.add_slide(presentation.slide_layouts[5]).shapes.title.text = title
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def texts(pdf: bytes) -> list[str]:
    """Return the text of each page of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().strip() for page in document]
    finally:
        document.close()
