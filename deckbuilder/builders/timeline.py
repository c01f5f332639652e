"""A time axis with what happens above and below it, and phases as bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, model_validator

from deckbuilder.compose import drawing, time_axis
from deckbuilder.compose.options import OptionsError
from deckbuilder.errors import SpecError
from deckbuilder.page import Paragraph, Run, Shape
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.compose.context import Context
    from deckbuilder.compose.time_axis import Axis, Bar, When
    from deckbuilder.page import Page

SUMMARY = "En tidslinje med händelser, och skeden som staplar."
EXAMPLE = """\
- type: timeline
  id: aret-2024
  title: Årets viktigaste steg
  events:
    - {when: 2024-02, title: Bokslut för förra året}
    - {when: 2024-06, title: Fullmäktige beslutar om budget}
    - {when: 2024-10-16, title: Nämnderna beslutar om planer}
"""
MOST_YEARS = 20
MOST_EVENTS, MOST_ABOVE, MOST_LANES, MOST_LANES_ALONE = 12, 6, 4, 8
_WIDEST, _GAP, _DOT, _STRIP = 340.0, 14.0, 22.0, 60.0
_YEARS, _PARTS, _LANE, _LANE_ALONE = 40.0, 36.0, 56.0, 84.0

Time = Annotated[str, BeforeValidator(str, json_schema_input_type=str | int)]


class Event(Model):
    """Something that happens at a time."""

    when: Time
    """När: en dag (2024-08-27), en månad (2024-07), ett tertial (2025-T2) eller ett år (2021)."""
    title: Annotated[str, Field(min_length=1)]
    """Vad som händer."""


class Phase(Model):
    """Something that goes on for a while."""

    start: Time
    """Första månaden, tertialet eller året."""
    end: Time
    """Sista månaden, tertialet eller året."""
    title: Annotated[str, Field(min_length=1)]
    """Vad skedet heter."""


class Options(SlideSpec):
    """The axis begins with the first and ends with the last of all that stands on it."""

    events: tuple[Event, ...] = ()
    """Händelser, högst tolv. Med skeden högst sex."""
    phases: tuple[Phase, ...] = ()
    """Skeden, som staplar under tidslinjen."""
    start: Time = ""
    """Tidslinjens början, när den ska vara före det första."""
    end: Time = ""
    """Tidslinjens slut, när det ska vara efter det sista."""
    today: bool | Time = True
    """Markering av nu. Utan den rapportens månad. Skriv en annan tid, eller false för ingen."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur händelserna."""

    @model_validator(mode="after")
    def _has_something_on_it(self) -> Options:
        if not self.events and not self.phases:
            message = "Tidslinjen är tom. Skriv händelser i 'events' eller skeden i 'phases'."
            raise OptionsError(message, "DB416")
        return self


@dataclass(frozen=True)
class _Line:
    """What stands on the axis, in order, and the moment that is now, when it is on it."""

    axis: Axis
    events: tuple[tuple[When, str], ...]
    phases: tuple[tuple[When, str], ...]
    now: When | None


def compose(options: Options, context: Context) -> Page:
    """Return a page with the time axis; raise SpecError for what is no time, and for more than there is room for."""
    most = MOST_ABOVE if options.phases else MOST_EVENTS
    drawing.refuse_too_many(options.events, most, "events", "Dela tidslinjen på två bilder.")
    line = _line(options, context)
    bars = time_axis.bars(line.axis, line.phases, drawing.WIDE)
    if max((bar.lane for bar in bars), default=0) >= (MOST_LANES if options.events else MOST_LANES_ALONE):
        sentence = "Så många skeden samtidigt får inte plats. Ta bort skeden, eller dela tidslinjen på två bilder."
        raise SpecError(("phases",), sentence, "DB414")
    return drawing.drawing_page(options, drawing.drawn(_shapes(line, bars), options.alt or _alt(line)))


def _line(options: Options, context: Context) -> _Line:
    events = [(time_axis.when(e.when, ("events", n, "when")), e.title) for n, e in enumerate(options.events)]
    phases = [(_stretch(phase, number), phase.title) for number, phase in enumerate(options.phases)]
    ends = [time_axis.when(text, (key,)) for key, text in (("start", options.start), ("end", options.end)) if text]
    found = [when for when, _ in (*events, *phases)] + ends
    axis = time_axis.axis_over(found)
    if (years := len(list(axis.years()))) > MOST_YEARS:
        sentence = f"Tidslinjen blir {years} år lång, men högst {MOST_YEARS} går att läsa. Dela den på två bilder."
        raise SpecError(("type",), sentence, "DB414")
    now = _now(options, context)
    shown = now if now and axis.has(now.middle) else None
    return _Line(axis, tuple(sorted(events)), tuple(sorted(phases)), shown)


def _stretch(phase: Phase, number: int) -> When:
    start = time_axis.when(phase.start, ("phases", number, "start"))
    end = time_axis.when(phase.end, ("phases", number, "end"))
    if end.end < start.start:
        sentence = f"Skedet '{phase.title}' slutar innan det börjar. Byt plats på 'start' och 'end'."
        raise SpecError(("phases", number, "end"), sentence, "DB420")
    same = start.text == end.text
    return time_axis.When(start.start, end.end, start.text if same else f"{start.text} till {end.text.lower()}")


def _now(options: Options, context: Context) -> When | None:
    """Return the time to mark: the one asked for, else the report's period unless it is a whole year."""
    if isinstance(options.today, str):
        return time_axis.when(options.today, ("today",))
    start, end = time_axis.months_of(context.period)
    return time_axis.When(end - 1, end, context.period.name) if options.today and end - start < 12 else None


def _shapes(line: _Line, bars: list[Bar]) -> Iterator[Shape]:
    high = _YEARS + (_PARTS if line.axis.length < 12 else 0)
    lanes = max((bar.lane for bar in bars), default=-1) + 1
    lane = _LANE if line.events else min(_LANE_ALONE, (drawing.HIGH - high - _GAP) / max(lanes, 1))
    below = lanes * lane + _GAP if lanes else 0.0
    spare = drawing.HIGH - high - below
    top = spare if lanes and line.events else spare / 2 if line.events else spare / 3
    yield from _axis(line, top)
    for number, bar in enumerate(bars):
        yield from _phase(bar, f"phase-{number + 1}", top + high + _GAP + bar.lane * lane, lane - 10)
    sides = 1 if lanes else 2
    for side in range(sides):
        yield from _events(line, side, sides, (top, top + high))


def _x(line: _Line, month: float) -> float:
    return line.axis.share(month) * drawing.WIDE


def _axis(line: _Line, top: float) -> Iterator[Shape]:
    """Yield the years with the months or quarters below them, and the mark of what is now."""
    for cell in line.axis.years():
        left, right = _x(line, cell.start), _x(line, cell.end)
        words = drawing.words(cell.label if right - left > 60 else "", bold=True)
        frame = (left, top, right - left, _YEARS)
        yield Shape(f"year-{cell.label}", "rectangle", *frame, words, "deep", "paper", step="note", align="left")
    for number, cell in enumerate(line.axis.parts()):
        left, right = _x(line, cell.start), _x(line, cell.end)
        is_now = line.now is not None and cell.start <= line.now.middle < cell.end
        words = drawing.words(cell.label, bold=is_now)
        fill = "highlight" if is_now else "panel"
        frame = (left, top + _YEARS, right - left, _PARTS)
        yield Shape(f"part-{number + 1}", "rectangle", *frame, words, fill, "paper", step="note")
    if line.now:
        yield from _mark(line, _x(line, line.now.middle), top)


def _mark(line: _Line, x: float, top: float) -> Iterator[Shape]:
    """Yield the flag of what is now, beside the year's number where it would cover it, and its exact place."""
    wide = 62.0
    starts = [_x(line, cell.start) for cell in line.axis.years()]
    left = x - wide / 2
    left = next((start + 66 for start in starts if start - wide < left < start + 66), left)
    left = min(left, drawing.WIDE - wide)
    yield Shape("now-line", "line", x, top, 0, _YEARS, outline="highlight", weight=3)
    yield Shape(
        "now", "rounded", left, top + 4, wide, _YEARS - 8, drawing.words("Nu", bold=True), "highlight", step="note"
    )


def _phase(bar: Bar, name: str, top: float, high: float) -> Iterator[Shape]:
    """Yield a bar with its name in it or beside it."""
    words = drawing.words(bar.title)
    inside = words if bar.side == "in" else ()
    frame = (bar.left, top, bar.right - bar.left, high)
    yield Shape(name, "rectangle", *frame, inside, "actual", "paper", step="head", align="left")
    if bar.side == "after":
        frame = (bar.right + 10, top, bar.need - 10, high)
        yield Shape(f"{name}-title", "text", *frame, words, step="head", align="left")
    if bar.side == "before":
        frame = (max(bar.left - bar.need, 0), top, min(bar.need, bar.left) - 10, high)
        yield Shape(f"{name}-title", "text", *frame, words, step="head", align="right")


def _events(line: _Line, side: int, sides: int, axis: tuple[float, float]) -> Iterator[Shape]:
    """Yield every `sides`:th event from `side`: its card, clear of the others, its dot on the axis, and their tie."""
    chosen = line.events[side::sides]
    if not chosen:
        return
    wide = min(_WIDEST, drawing.WIDE / len(chosen) - _GAP)
    places = [_x(line, when.middle) for when, _ in chosen]
    lefts = time_axis.apart([x - wide / 2 for x in places], wide + _GAP, drawing.WIDE + _GAP)
    edge = axis[side] + (_DOT / 2 + 2) * (1 if side else -1)
    room = (axis[0] if side == 0 else drawing.HIGH - axis[1]) - _STRIP
    top = 0.0 if side == 0 else axis[1] + _STRIP
    near = room if side == 0 else top
    for number, ((when, title), x, left) in enumerate(zip(chosen, places, lefts, strict=True)):
        name = f"event-{side + number * sides + 1}"
        text = (Paragraph((Run(when.text, bold=True),), bullet=False), *drawing.words(title))
        foot = min(max(x, left + _DOT), left + wide - _DOT)
        yield Shape(f"{name}-tie", "line", foot, near, x - foot, edge - near, outline="muted")
        yield from drawing.card(name, (left, top, wide, room), text)
        fill = "actual" if line.now is None or when.start <= line.now.end else "paper"
        frame = (x - _DOT / 2, edge - _DOT / 2, _DOT, _DOT)
        yield Shape(f"{name}-dot", "ellipse", *frame, fill=fill, outline="actual", weight=3)


def _alt(line: _Line) -> str:
    first, *_, last = [cell.label for cell in line.axis.years()] * 2
    text = f"Tidslinje {first}." if first == last else f"Tidslinje {first}–{last}."
    text += "".join(f" {when.text}: {title.rstrip('.')}." for when, title in line.events)
    text += "".join(f" {title.rstrip('.')}: {when.text.lower()}." for when, title in line.phases)
    return text + (f" Nu: {line.now.text.lower()}." if line.now else "")
