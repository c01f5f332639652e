"""A chain of steps: arrows in a row, each with a heading and what is done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.compose import drawing
from deckbuilder.compose.comments import parsed
from deckbuilder.page import Shape
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.compose.context import Context
    from deckbuilder.page import Fill, Page, Paragraph

SUMMARY = "En kedja av steg, med rubrik och text i varje."
EXAMPLE = """\
- type: steps
  id: arbetsgang
  title: Så arbetar vi fram budgeten
  steps:
    - {label: Mars, title: Underlag, text: Förvaltningarna räknar på sina behov, state: done}
    - {label: Juni, title: Beslut, text: Fullmäktige beslutar om ramarna, state: current}
    - {label: Oktober, title: Planer, text: Nämnderna beslutar om sina planer}
"""
MOST, MOST_WIDE = 7, 5
_STATES = {"done": "klart", "current": "pågår"}
_LABEL, _NARROW, _ALONE, _GAP = 44.0, (84.0,), (190.0,), 16.0
_ARROWS = 170.0, 150.0, 130.0
_POINT, _BETWEEN, _AIR = 0.25, 8.0, 60.0


class Step(Model):
    """One step of the chain."""

    title: Annotated[str, Field(min_length=1)]
    """Stegets rubrik."""
    text: str = ""
    """Vad som görs i steget. Punkter går bra (- )."""
    label: str = ""
    """Raden ovanför steget, till exempel när det görs."""
    state: Literal["done", "current"] | None = None
    """done när steget är klart, current när det pågår."""


class Options(SlideSpec):
    """The steps from first to last."""

    steps: Annotated[tuple[Step, ...], Field(min_length=2)]
    """Stegen i ordning, högst sju."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur stegen."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return a page with the chain; raise SpecError for more steps than there is room for."""
    remedy = "Slå ihop steg, eller dela kedjan på två bilder."
    drawing.refuse_too_many(options.steps, MOST, "steps", remedy)
    texts = [parsed(step.text, "steps", number, "text") for number, step in enumerate(options.steps)]
    return drawing.drawing_page(options, drawing.drawn(_shapes(options, texts), options.alt or _alt(options, texts)))


def _shapes(options: Options, texts: list[tuple[Paragraph, ...]]) -> Iterator[Shape]:
    """Yield the arrows with what stands above and below them; many arrows are narrow, and only have numbers."""
    is_narrow = len(texts) > MOST_WIDE
    headings = [drawing.words(step.title, bold=True) for step in options.steps]
    if is_narrow:
        texts = [(*heading, *text) for heading, text in zip(headings, texts, strict=True)]
        headings = [drawing.words(str(number), bold=True) for number in range(1, len(texts) + 1)]
    lines = [_line(step) for step in options.steps]
    gap = _GAP / 2 if is_narrow else _GAP
    above = _LABEL if any(lines) else 0.0
    room = drawing.HIGH - above - gap
    high, pitch, cards = _sizes(texts, gap, room, _NARROW if is_narrow else _ARROWS if any(texts) else _ALONE)
    top = above + max(room - high - cards, 0) * 0.4
    has_states = any(step.state for step in options.steps)
    for number, (step, line, heading, text) in enumerate(zip(options.steps, lines, headings, texts, strict=True)):
        left, name = number * pitch, f"step-{number + 1}"
        if line:
            words = drawing.words(line, bold=step.state == "current")
            frame = (left, top - _LABEL, pitch - gap, _LABEL - 4)
            yield Shape(f"{name}-label", "text", *frame, words, step="head", align="left", anchor="bottom")
        kind: Literal["chevron", "pentagon"] = "chevron" if number else "pentagon"
        fill, outline = _look(step, has_states=has_states)
        frame = (left, top, pitch + high * _POINT - _BETWEEN, high)
        yield Shape(name, kind, *frame, heading, fill, outline, step="head" if is_narrow else "text")
        if text:
            frame = (left, top + high + gap, pitch - gap, min(cards, drawing.HIGH - top - high - gap))
            yield from drawing.card(f"{name}-text", frame, text, "top")


def _sizes(
    texts: list[tuple[Paragraph, ...]], gap: float, room: float, arrows: tuple[float, ...]
) -> tuple[float, float, float]:
    """Return how high the arrows are, how far apart, and how high their cards: the highest arrows there is room for."""
    for high in arrows:
        pitch = (drawing.WIDE + _BETWEEN - high * _POINT) / len(texts)
        cards = max(drawing.room_for(text, pitch - gap) for text in texts) if any(texts) else 0.0
        if high + cards + _AIR <= room:
            return high, pitch, cards + _AIR if cards else 0.0
    return high, pitch, cards


def _line(step: Step) -> str:
    """Return what stands above an arrow: its label, and its state in words."""
    state = _STATES[step.state] if step.state else ""
    return ", ".join(filter(None, (step.label, state))) if step.label else swedish.capital(state)


def _look(step: Step, *, has_states: bool) -> tuple[Fill, Fill]:
    """Return an arrow's fill and outline: what is done pales, what is to come is empty."""
    if not has_states or step.state == "current":
        return "deep", ""
    return ("actual 30", "") if step.state == "done" else ("paper", "actual")


def _alt(options: Options, texts: list[tuple[Paragraph, ...]]) -> str:
    parts = []
    for number, (step, text) in enumerate(zip(options.steps, texts, strict=True), start=1):
        line = _line(step)
        heading = f"{number} {step.title}" + (f" ({line[:1].lower()}{line[1:]})" if line else "")
        parts.append(": ".join(filter(None, (heading, drawing.spoken(text)))))
    return f"Kedja av {len(texts)} steg. " + ". ".join(part.rstrip(".") for part in parts) + "."
