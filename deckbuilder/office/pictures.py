"""The pages of a PDF as PNG pictures, by pdfium."""

from __future__ import annotations

from io import BytesIO

from deckbuilder.office.errors import OfficeError

NO_PDFIUM = "För bilder behövs pypdfium2. Installera det med: pip install pypdfium2"
_LESS = 0.01
"""Pixels less than asked for, as pdfium rounds up."""


def page_pictures(pdf: bytes, width: int) -> list[bytes]:
    """Return each page as a PNG `width` pixels wide; raise OfficeError when pypdfium2 is not installed."""
    try:
        import pypdfium2  # noqa: PLC0415 -- an extra
    except ImportError as error:
        raise OfficeError(NO_PDFIUM, "DB854") from error
    pictures = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        out = BytesIO()
        scale = (width - _LESS) / page.get_width()
        page.render(scale=scale).to_pil().save(out, "PNG")
        pictures.append(out.getvalue())
    document.close()
    return pictures
