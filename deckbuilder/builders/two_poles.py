"""Two opposites with a double arrow between them, and what holds them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.compose import drawing
from deckbuilder.compose.comments import parsed
from deckbuilder.page import Shape
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.compose.context import Context
    from deckbuilder.page import Fill, Page, Paragraph

SUMMARY = "Två motpoler eller ett dilemma, med det som förenar dem under."
EXAMPLE = """\
- type: two_poles
  id: dilemmat
  title: Sparandet måste gå ihop med vården
  left_title: Hålla budgeten
  left: Underskottet växer om inget görs
  right_title: Korta köerna
  right: Fler behöver vård i tid
  together: Samma arbetssätt ska ge båda
"""
_CARD, _HEAD, _UNDER, _GAP = 450.0, 72.0, 104.0, 20.0


class Options(SlideSpec):
    """The poles' texts are Markdown: plain lines or bullets."""

    left_title: str
    """Vänstra polens rubrik."""
    left: str
    """Vänstra polens text. Punkter går bra (- )."""
    right_title: str
    """Högra polens rubrik."""
    right: str
    """Högra polens text. Punkter går bra (- )."""
    between: str = ""
    """Ord i pilen mellan polerna."""
    together: str = ""
    """Vad som förenar polerna. Står under dem."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur texterna."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return a page with the two poles."""
    left, right = parsed(options.left, "left"), parsed(options.right, "right")
    block = drawing.drawn(_shapes(options, left, right), options.alt or _alt(options, left, right))
    return drawing.drawing_page(options, block)


def _shapes(options: Options, left: tuple[Paragraph, ...], right: tuple[Paragraph, ...]) -> Iterator[Shape]:
    bottom = drawing.HIGH - (_UNDER + _GAP if options.together else 0)
    yield from _pole("left", 0, bottom, options.left_title, left, "deep")
    yield from _pole("right", drawing.WIDE - _CARD, bottom, options.right_title, right, "actual")
    wide = drawing.WIDE - 2 * (_CARD + _GAP)
    arrow = (_CARD + _GAP, bottom / 2 - 80, wide, 160.0)
    yield Shape("arrow", "arrow_both", *arrow, drawing.words(options.between, bold=True), "highlight", step="head")
    if options.together:
        frame = (0, drawing.HIGH - _UNDER, drawing.WIDE, _UNDER)
        words = drawing.words(options.together, bold=True)
        yield Shape("together", "rectangle", *frame, words, "actual 15", step="text")


def _pole(
    name: str, left: float, bottom: float, title: str, text: tuple[Paragraph, ...], fill: Fill
) -> tuple[Shape, ...]:
    words = drawing.words(title, bold=True)
    head = Shape(f"{name}-title", "rectangle", left, 0, _CARD, _HEAD, words, fill, step="text")
    return head, *drawing.card(f"{name}-text", (left, _HEAD, _CARD, bottom - _HEAD), text)


def _alt(options: Options, left: tuple[Paragraph, ...], right: tuple[Paragraph, ...]) -> str:
    between = f" ({options.between})" if options.between else ""
    text = f"Två motpoler{between}. {options.left_title}: {drawing.spoken(left).rstrip('.')}."
    text += f" {options.right_title}: {drawing.spoken(right).rstrip('.')}."
    return text + (f" Det som förenar dem: {options.together.rstrip('.')}." if options.together else "")
