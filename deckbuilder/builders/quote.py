"""A quotation or a statement in large type, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder.compose import drawing
from deckbuilder.page import Shape
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.compose.context import Context
    from deckbuilder.page import Page

SUMMARY = "Ett citat eller en tes med stora bokstäver, och vem som säger det."
EXAMPLE = """\
- type: quote
  id: patientens-ord
  title: Väntan är det svåra
  quote: Det värsta var inte sjukdomen utan att inte veta när jag skulle få hjälp.
  by: Patient i enkäten om väntetider
"""
_MARKS = '”“"'


class Options(SlideSpec):
    """The words as they were said; the marks around them are put there."""

    quote: Annotated[str, Field(min_length=1)]
    """Orden, utan citattecken."""
    by: str = ""
    """Vem som säger det, eller var det står. En roll, inte ett namn."""
    marks: bool = True
    """Citattecken runt orden. Skriv false för en tes som inte är ett citat."""
    alt: str = ""
    """Alternativtext. Utan den läses orden och vem som säger dem."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return a page with the quotation."""
    said = f"”{options.quote.strip(_MARKS)}”" if options.marks else options.quote
    alt = f"{'Citat' if options.marks else 'Tes'}: {said}" + (f" Källa: {options.by}." if options.by else "")
    return drawing.drawing_page(options, drawing.drawn(_shapes(options, said), options.alt or alt))


def _shapes(options: Options, said: str) -> Iterator[Shape]:
    bottom = 400.0 if options.by else 470.0
    yield Shape("panel", "rectangle", 0, 0, drawing.WIDE, drawing.HIGH, fill="panel")
    yield Shape("bar", "rectangle", 0, 0, 14, drawing.HIGH, fill="highlight")
    yield Shape("quote", "text", 90, 30, 1020, bottom - 30, drawing.words(said), step="value", align="left")
    if options.by:
        yield Shape("by", "text", 90, bottom, 1020, 70, drawing.words(f"– {options.by}"), step="head", align="left")
