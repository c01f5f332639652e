"""What the committee is asked to decide: one to four numbered proposals, the background, and what happens next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.compose.comments import parsed
from deckbuilder.compose.drawing import HIGH, WIDE, drawing_page, drawn, refuse_too_many, spoken, words
from deckbuilder.errors import SpecError
from deckbuilder.page import Shape
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.page import Page, Paragraph
    from deckbuilder.period import Period

SUMMARY = "Det som nämnden ska besluta: ett till fyra numrerade förslag, kort bakgrund och vad som händer sedan."
EXAMPLE = """\
- type: decision
  id: beslut-lan
  title: Vi behöver beslut om höstens lån
  proposals:
    - "Låna högst {{ nyckeltal.upplaningsbehov_hogst.varde | mkr }} till investeringar {{ period.year }}"
    - Lägga om de två lån som förfaller i oktober och november
    - Ge regiondirektören i uppdrag att redovisa lånen i årets bokslut
  background: "Behovet av nya lån i år är {{ nyckeltal.upplaningsbehov_lagst.varde | mkr(enhet=false) }}–{{ nyckeltal.upplaningsbehov_hogst.varde | mkr }}. Låneskulden är {{ nyckeltal.laneskuld.varde | mkr }}, med {{ nyckeltal.snittranta_laneskuld.varde | procent }} ränta i snitt."
  next: Regionstyrelsen behandlar förslaget
  date: 2024-09-10
"""  # noqa: E501 -- staff write a text on one line

_MOST = 4
_GAP, _PADDING = 10.0, 24.0
_NUMBER_WIDTH = 92.0
_BELOW, _HEADING = 160.0, 42.0
_NEXT_WIDTH = 430.0


class Options(SlideSpec):
    """The proposals as the minutes will have them, and what members need to know in order to decide."""

    proposals: Annotated[tuple[str, ...], Field(min_length=1)]
    """Förslagen i ordning, ett till fyra, en mening var. Numren skrivs av sig själva."""
    background: Annotated[str, Field(min_length=1)]
    """Varför frågan kommer nu, i en eller två meningar."""
    next: Annotated[str, Field(min_length=1)]
    """Vad som händer efter beslutet, i en mening."""
    date: Annotated[str, Field(min_length=1)]
    """Dagen då det händer, till exempel 2024-09-10."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the proposals above, and their background and next step below."""
    refuse_too_many(options.proposals, _MOST, "proposals", "Dela upp förslagen på två bilder.")
    proposals = [_sentence(text, "proposals", number) for number, text in enumerate(options.proposals)]
    background, following = _sentence(options.background, "background"), _sentence(options.next, "next")
    day = _day(options.date, context.period)
    numbered = "; ".join(f"{number}. {spoken(one)}" for number, one in enumerate(proposals, 1))
    alt = f"Förslag till beslut: {numbered}. Bakgrund: {spoken(background)}. Nästa steg, {day}: {spoken(following)}."
    shapes = (
        *_proposals(proposals),
        *_part("bakgrund", "Bakgrund", 0, WIDE - _NEXT_WIDTH - 2 * _PADDING, background),
        *_part("sedan", f"Nästa steg: {day}", WIDE - _NEXT_WIDTH, _NEXT_WIDTH, following),
    )
    subtitle = f"Förslag till beslut. {context.meeting}" if context.meeting else "Förslag till beslut"
    return drawing_page(options, drawn(shapes, alt), subtitle=subtitle)


def _sentence(text: str, *path: str | int) -> tuple[Paragraph, ...]:
    found = parsed(text, *path)
    if len(found) != 1:
        raise SpecError(path, "Här ska det stå ett enda stycke. Skriv texten utan punkter och tomma rader.", "DB418")
    return found


def _day(text: str, period: Period) -> str:
    """Return the date written out; raise SpecError for what is no date, and for one left over from an older report."""
    day = swedish.as_date(text)
    if day is None:
        raise SpecError(("date",), f"'{text}' är inget datum. Skriv år, månad och dag som 2024-09-10.", "DB419")
    if day <= period.last_day:
        raise SpecError(
            ("date",), f"{text} är inte efter {period}, som rapporten gäller. Skriv dagen för nästa steg.", "DB420"
        )
    return swedish.written_date(day)


def _proposals(proposals: list[tuple[Paragraph, ...]]) -> list[Shape]:
    high = (HIGH - _BELOW - _GAP * len(proposals)) / len(proposals)
    left = _NUMBER_WIDTH + _PADDING
    shapes = []
    for index, text in enumerate(proposals):
        top, name = index * (high + _GAP), f"forslag-{index + 1}"
        shapes += [
            Shape(f"{name}-yta", "rectangle", 0, top, WIDE, high, fill="panel"),
            Shape(f"{name}-nummer", "rectangle", 0, top, _NUMBER_WIDTH, high, text=words(str(index + 1), bold=True),
                  fill="actual", step="value"),
            Shape(name, "text", left, top, WIDE - left - _PADDING, high, text=text, step="value", align="left"),
        ]  # fmt: skip
    return shapes


def _part(name: str, heading: str, left: float, width: float, text: tuple[Paragraph, ...]) -> list[Shape]:
    top = HIGH - _BELOW + _GAP
    under = top + _HEADING
    return [
        Shape(f"{name}-linje", "line", left, top, width, 0, outline="actual", weight=2.25),
        Shape(f"{name}-rubrik", "text", left, top, width, _HEADING, text=words(heading, bold=True), step="head",
              align="left", ink="actual"),
        Shape(name, "text", left, under, width, HIGH - under, text=text, step="head", align="left", anchor="top"),
    ]  # fmt: skip
