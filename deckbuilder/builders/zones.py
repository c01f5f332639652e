"""Coloured areas side by side, as large as their shares, each with a heading and what is in it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.compose import drawing
from deckbuilder.compose.comments import parsed
from deckbuilder.errors import SpecError
from deckbuilder.page import Shape
from deckbuilder.spec.numbers import Number
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.page import Fill, Page

SUMMARY = "Två till sex zoner sida vid sida, lika stora eller efter andel, med rubrik och innehåll."
EXAMPLE = """\
- type: zones
  id: zoner
  title: Kontoret delas in i fyra zoner
  zones:
    - {title: Fasta platser, text: "- För den som måste ha en egen plats", share: 30}
    - {title: Flexibla platser, text: "- Ingen plats är bokad i förväg", share: 40}
    - {title: Möten, text: "- Rum av olika storlek", share: 15}
    - {title: Tyst zon, text: "- Inga samtal", share: 15}
"""
MOST = 6
_GAP, _INSET, _LEAST = 12.0, 14.0, 110.0
_HEADING, _SHARE = 70.0, 50.0
_FILLS: tuple[Fill, ...] = ("actual", "previous", "good", "partly", "deep", "muted")


class Zone(Model):
    """One area."""

    title: Annotated[str, Field(min_length=1)]
    """Zonens rubrik."""
    text: str = ""
    """Vad som finns i zonen. Punkter går bra (- )."""
    share: Annotated[Number, Field(gt=0)] | None = None
    """Zonens andel i procent. Utan andelar är zonerna lika stora."""


class Options(SlideSpec):
    """The zones from the left."""

    zones: Annotated[tuple[Zone, ...], Field(min_length=2)]
    """Zonerna i ordning, två till sex."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur zonerna."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return a page with the zones; raise SpecError for too many, and for shares that only some have."""
    drawing.refuse_too_many(options.zones, MOST, "zones", "Dela dem på två bilder.")
    shapes: list[Shape] = []
    left = 0.0
    for number, (zone, width) in enumerate(zip(options.zones, _widths(options.zones), strict=True)):
        shapes += _zone(zone, number, left, width)
        left += width + _GAP
    alt = options.alt or f"{len(options.zones)} zoner. {' '.join(_spoken(zone) for zone in options.zones)}"
    return drawing.drawing_page(options, drawing.drawn(shapes, alt))


def _widths(zones: Sequence[Zone]) -> list[float]:
    """Return the zones' widths by their shares; raise SpecError for one too narrow to read."""
    room = drawing.WIDE - _GAP * (len(zones) - 1)
    shares = [zone.share for zone in zones]
    known = [share for share in shares if share is not None]
    if not known:
        return [room / len(zones)] * len(zones)
    if len(known) < len(zones):
        lacking = shares.index(None)
        raise SpecError(
            ("zones", lacking), "Zonen har ingen 'share', men andra har. Skriv andelen för alla eller ingen.", "DB421"
        )
    if (total := sum(known, Decimal(0))) != 100:
        said = swedish.number(total, swedish.decimals_of(total))
        raise SpecError(
            ("zones",), f"Andelarna blir {said} procent tillsammans. Ändra dem så att de blir 100.", "DB425"
        )
    widths = [room * float(share) / 100 for share in known]
    if min(widths) < _LEAST:
        narrow = widths.index(min(widths))
        sentence = "Zonen är för smal för sin text. Ta bort 'share' i alla zoner, eller slå ihop två."
        raise SpecError(("zones", narrow, "share"), sentence, "DB430")
    return widths


def _zone(zone: Zone, number: int, left: float, width: float) -> list[Shape]:
    name, fill = f"zon-{number + 1}", _FILLS[number]
    inner, wide = left + _INSET, width - 2 * _INSET
    top = _HEADING + 2 * _INSET
    body = parsed(zone.text, "zones") if zone.text else ()
    shapes = [
        Shape(f"{name}-yta", "rectangle", left, 0, width, drawing.HIGH, fill=f"{fill} 20"),
        Shape(f"{name}-rubrik", "rectangle", left, 0, width, _HEADING, text=drawing.words(zone.title, bold=True),
              fill=fill, step="head"),
        Shape(f"{name}-text", "text", inner, top, wide, drawing.HIGH - top - _SHARE - _INSET, text=body,
              behind=f"{fill} 20", step="text", align="left", anchor="top"),
    ]  # fmt: skip
    if zone.share is not None:
        shapes.append(
            Shape(f"{name}-andel", "text", inner, drawing.HIGH - _SHARE, wide, _SHARE - 6, step="value",
                  text=drawing.words(_percent(zone), bold=True), behind=f"{fill} 20", align="left")
        )  # fmt: skip
    return shapes


def _percent(zone: Zone) -> str:
    return f"{swedish.number(zone.share, swedish.decimals_of(zone.share))}{swedish.NBSP}%" if zone.share else ""


def _spoken(zone: Zone) -> str:
    title = f"{zone.title} {_percent(zone)}".strip()
    return f"{title}: {drawing.spoken(parsed(zone.text, 'zones'))}." if zone.text else f"{title}."
