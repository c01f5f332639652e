"""One number or statement as large as it can be, with what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import model_validator

from deckbuilder.compose import drawing, references
from deckbuilder.compose.comments import text_or_comment
from deckbuilder.compose.context import source_line
from deckbuilder.compose.options import NumberOptions, OptionsError, TextOptions
from deckbuilder.page import Page, Shape, TextBlock
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Figure, FigureTable

SUMMARY = "Ett enda tal, så stort det går, och vad det betyder."
EXAMPLE = """\
- type: callout
  id: loneskuld
  title: Så mycket har vi lånat
  figure: nyckeltal.laneskuld.varde
  caption: Regionens lån
  text: Lånen ska betalas tillbaka de kommande åren.
"""


class Options(NumberOptions, TextOptions):
    """A figure, or words in its place."""

    figure: str = ""
    """Talet: siffror, rad och kolumn med punkt mellan, som nyckeltal.laneskuld.varde."""
    statement: str = ""
    """Ord i stället för ett tal."""
    caption: str = ""
    """Raden under talet: vad det är."""
    text: str | None = None
    """Vad talet betyder. Utan den hämtas texten i kommentarer.md under bildens id."""
    signed: bool = False
    """Skriv plustecken framför positiva värden."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur talet."""

    @model_validator(mode="after")
    def _has_one_thing_to_say(self) -> Options:
        if bool(self.figure) == bool(self.statement):
            message = "Bilden visar ett tal eller ord. Skriv antingen 'figure' eller 'statement'."
            raise OptionsError(message, "DB421")
        return self


def compose(options: Options, context: Context) -> Page:
    """Return a page with the number beside its text; raise SpecError for what is no number, or has no text."""
    tables: list[FigureTable] = []
    shown = options.statement
    if options.figure:
        figure, table = references.number(options.figure, ("figure",), context)
        shown, tables = _shown(options, figure, context), [table]
    alt = options.alt or ": ".join(filter(None, (shown, options.caption.rstrip(".")))) + "."
    body = TextBlock("body", "body", text_or_comment(options.text, options.id, context))
    source = source_line(options.source, *tables)
    blocks = (drawing.drawn(_shapes(options, shown), alt, 790), body)
    return Page(options.id, "free_text", options.title, blocks, options.subtitle, source)


def _shown(options: Options, figure: Figure, context: Context) -> str:
    """Return the figure with its unit; the words for a value that is missing or withheld."""
    if figure.number is None:
        return "Uppgift saknas" if figure.value is None else figure.shown()
    unit = Unit(options.unit) if options.unit and figure.unit.is_money else figure.unit
    return context.with_unit(figure.shown(unit, options.decimals, sign=options.signed), unit)


def _shapes(options: Options, shown: str) -> Iterator[Shape]:
    wide = 790.0
    yield Shape("panel", "rectangle", 0, 0, wide, drawing.HIGH, fill="deep")
    bottom = 350.0 if options.caption else 440.0
    is_number = bool(options.figure)
    words = drawing.words(shown, bold=True)
    frame = (40.0, 60.0, wide - 80, bottom - 60)
    yield Shape("value", "text", *frame, words, ink="paper", step="display" if is_number else "value")
    if options.caption:
        caption = drawing.words(options.caption)
        yield Shape("caption", "text", 40, bottom, wide - 80, 100, caption, ink="paper", step="head", anchor="top")
