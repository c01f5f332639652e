"""Questions to talk about at the meeting."""

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

SUMMARY = "En till tre frågor att samtala om."
EXAMPLE = """\
- type: question
  id: samtal
  title: Att samtala om
  questions:
    - Vad hindrar oss från att korta köerna?
    - Vad kan vi sluta med?
  how: Prata två och två i fem minuter
"""
MOST = 3
_MARK, _HOW, _GAP = 260.0, 60.0, 20.0


class Options(SlideSpec):
    """The questions in the order in which they are asked."""

    questions: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]
    """Frågorna, högst tre."""
    how: str = ""
    """Hur samtalet går till. Står under frågorna."""
    alt: str = ""
    """Alternativtext. Utan den läses frågorna."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return a page with the questions; raise SpecError for more than a meeting can talk about."""
    drawing.refuse_too_many(options.questions, MOST, "questions", "Dela dem på två bilder.")
    asked = " ".join(options.questions)
    alt = f"Frågor att samtala om: {asked}" if len(options.questions) > 1 else f"Fråga att samtala om: {asked}"
    alt += f" {options.how.rstrip('.')}." if options.how else ""
    return drawing.drawing_page(options, drawing.drawn(_shapes(options), options.alt or alt))


def _shapes(options: Options) -> Iterator[Shape]:
    yield Shape("mark", "rectangle", 0, 0, _MARK, drawing.HIGH, drawing.words("?", bold=True), "deep", step="display")
    left, bottom = _MARK + _GAP, drawing.HIGH - (_HOW if options.how else 0)
    count = len(options.questions)
    high = (bottom - (count - 1) * _GAP) / count
    number_wide = 70.0 if count > 1 else 0.0
    for number, question in enumerate(options.questions):
        top = number * (high + _GAP)
        yield Shape(f"card-{number + 1}", "rectangle", left, top, drawing.WIDE - left, high, fill="panel")
        if number_wide:
            words = drawing.words(str(number + 1), bold=True)
            frame = (left + 10, top, number_wide, high)
            yield Shape(f"number-{number + 1}", "text", *frame, words, ink="actual", step="value")
        start = left + number_wide + 20
        frame = (start, top, drawing.WIDE - start - 20, high)
        yield Shape(f"question-{number + 1}", "text", *frame, drawing.words(question), step="value", align="left")
    if options.how:
        frame = (left, bottom + 10, drawing.WIDE - left, _HOW - 10)
        yield Shape("how", "text", *frame, drawing.words(options.how), step="head", align="left")
