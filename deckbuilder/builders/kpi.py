"""Key figures as cards: value, change and whether it is good news, target, and the line of the past months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.compose import references
from deckbuilder.compose.cards import Band, card, places
from deckbuilder.compose.drawing import drawing_page, drawn
from deckbuilder.compose.history import point_name
from deckbuilder.errors import SpecError
from deckbuilder.spec.numbers import Number
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model
from deckbuilder.value import Unit, convert

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Figure, FigureTable
    from deckbuilder.page import Page, Shape, Tone
    from deckbuilder.spec.document import Path

SUMMARY = "Ett till åtta nyckeltal som kort: värde, förändring och om den är bättre eller sämre, mål och kurva."
EXAMPLE = """\
- type: kpi
  id: nyckeltal
  title: Läget i korthet
  cards:
    - {figure: nyckeltal.laneskuld.varde, label: Låneskuld}
    - {figure: sjukfranvaro_region.jamforelse.totalt.nu, label: Sjukfrånvaro, change: sjukfranvaro_region.jamforelse.totalt.forandring, since: sedan förra året, better: lower, trend: sjukfranvaro_region.totalt}
"""  # noqa: E501 -- a card is a line
_ARROWS = {1: "↑", 0: "→", -1: "↓"}
_VERDICTS = {"good": ", bättre", "bad": ", sämre", "": ""}


class Card(Model):
    """One key figure, by reference."""

    figure: str
    """Talet, som siffror.rad.kolumn."""
    label: Annotated[str, Field(min_length=1)]
    """Vad talet är."""
    change: str | None = None
    """Förändringen, som siffror.rad.kolumn."""
    since: str = ""
    """Vad förändringen jämförs med, till exempel "sedan juni" eller "mot förra året"."""
    target: str | Number | None = None
    """Målet: ett tal i samma enhet, eller siffror.rad.kolumn."""
    trend: str | None = None
    """Värdena över tid som ritas som en kurva, som siffror.kolumn."""
    better: Literal["higher", "lower"] | None = None
    """higher om högre är bättre, lower om lägre är det. Utan den gäller det som står i sources.yaml."""
    unit: Literal["kr", "tkr", "mkr"] | None = None
    """Enhet som pengar visas i."""
    decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    """Antal decimaler."""


class Options(SlideSpec):
    """The cards stand in one row up to four, in two rows up to eight."""

    cards: Annotated[tuple[Card, ...], Field(min_length=1, max_length=8)]
    """Korten i ordning, ett till åtta."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


@dataclass(frozen=True)
class _Card:
    """What a card says, and the tables that it is from."""

    label: str
    value: str
    change: str
    tone: Tone
    target: str
    trend: tuple[Decimal | None, ...]
    span: str
    tables: tuple[FigureTable, ...]

    @property
    def texts(self) -> dict[str, str]:
        """The card's texts by their bands."""
        return {
            "label": self.label, "value": self.value, "change": self.change, "target": self.target, "span": self.span,
        }  # fmt: skip

    @property
    def words(self) -> str:
        """The card as a sentence."""
        changed = self.change.lstrip("".join(_ARROWS.values())).strip()
        drawn_ = f"kurva {self.span}" if self.span else ""
        return f"{', '.join(word for word in (f'{self.label}: {self.value}', changed, self.target, drawn_) if word)}."


def compose(options: Options, context: Context) -> Page:
    """Return a page with a card for each figure; raise SpecError for one that there is none of."""
    cards = [_read(card, ("cards", number), context) for number, card in enumerate(options.cards)]
    bands = _bands(cards)
    shapes: list[Shape] = []
    for number, (one, place) in enumerate(zip(cards, places(len(cards), bands), strict=True), start=1):
        shapes += card(
            f"kort-{number}",
            place,
            bands,
            one.texts,
            inks={"change": one.tone, "span": "muted"},
            trend=one.trend,
        )
    alt = options.alt or f"Nyckeltal. {' '.join(one.words for one in cards)}"
    tables = [table for one in cards for table in one.tables]
    return drawing_page(options, drawn(shapes, alt), tables, context.period.name.capitalize())


def _bands(cards: Sequence[_Card]) -> list[Band]:
    """Return the bands that any of the cards needs, so that all have the same."""
    bands = [Band("label", 52, "head", 0.15), Band("value", 54, "display", 0.5)]
    bands += [Band("change", 43, "body", 0.15)] if any(one.change for one in cards) else []
    bands += [Band("target", 22, "body", 0.1)] if any(one.target for one in cards) else []
    if any(one.trend for one in cards):
        bands += [Band("trend", 30, grows=0.4), Band("span", 22, "note", 0)]
    return bands


def _read(spec: Card, path: Path, context: Context) -> _Card:
    figure, table = references.figure(spec.figure, (*path, "figure"), context)
    tables = [table]
    if spec.unit and not figure.unit.is_money:
        sentence = f"Talet är inte i kronor och kan inte visas i {spec.unit}. Ta bort 'unit'."
        raise SpecError((*path, "unit"), sentence, "DB409")
    value = _with_unit(figure, spec, context)
    change = ""
    tone: Tone = ""
    if spec.change is not None:
        found, its_table = references.number(spec.change, (*path, "change"), context)
        tables.append(its_table)
        change, tone = _change(found, spec, context)
    target = ""
    if spec.target is not None:
        target, its_tables = _target(figure, spec, path, context)
        tables += its_tables
    trend: tuple[Decimal | None, ...] = ()
    span = ""
    if spec.trend is not None:
        points, its_table = references.history(spec.trend, (*path, "trend"), context)
        tables.append(its_table)
        pairs = [(row, point) for row, point in zip(its_table.rows, points, strict=True) if row.kind == "row"]
        trend = tuple(point.number for _, point in pairs)
        if not any(number is not None for number in trend):
            remedy = "Välj en kolumn med tal, eller ta bort 'trend'."
            raise SpecError((*path, "trend"), f"'{spec.trend}' har inga tal att dra en kurva genom. {remedy}", "DB407")
        span = f"{point_name(pairs[0][0])}–{point_name(pairs[-1][0])}"
    return _Card(spec.label, value, change, tone, target, trend, span, tuple(tables))


def _unit(figure: Figure, spec: Card) -> Unit:
    return Unit(spec.unit) if spec.unit and figure.unit.is_money else figure.unit


def _with_unit(figure: Figure, spec: Card, context: Context, *, sign: bool = False) -> str:
    """Return a figure as its card shows it; what is no number is shown as it is, without a unit."""
    if figure.number is None:
        return "saknas" if figure.value is None else figure.shown()
    unit = _unit(figure, spec)
    return context.with_unit(figure.shown(unit, spec.decimals, sign=sign), unit)


def _decimals(figure: Figure, spec: Card) -> int:
    return figure.decimals if spec.decimals is None else spec.decimals


def _change(figure: Figure, spec: Card, context: Context) -> tuple[str, Tone]:
    """Return a change in words, and whether it is good news; one that is shown as zero is neither."""
    shown = _with_unit(figure, spec, context, sign=True)
    if figure.number is None:
        return f"Förändring {spec.since}".strip() + f": {shown}", "muted"
    seen = swedish.rounded(convert(figure.number, figure.unit, _unit(figure, spec)), _decimals(figure, spec))
    tone = _verdict(seen, spec.better or figure.better)
    words = f"{_ARROWS[(seen > 0) - (seen < 0)]} {shown} {spec.since}".strip()
    return words + (_VERDICTS[tone] if seen else ", oförändrat"), tone


def _verdict(change: Decimal, better: str | None) -> Literal["good", "bad", ""]:
    if not change or better is None:
        return ""
    return "good" if (change > 0) == (better == "higher") else "bad"


def _target(figure: Figure, spec: Card, path: Path, context: Context) -> tuple[str, list[FigureTable]]:
    """Return a target in words, and whether the unrounded value reaches it, where better is known.

    One that is missed, but by less than the card shows, is almost reached: the words contradict neither number.
    """
    aim, tables = _aim(figure, spec, path, context)
    if aim is None:
        return "Mål saknas", tables
    unit, better, decimals = _unit(figure, spec), spec.better or figure.better, _decimals(figure, spec)
    places = decimals if isinstance(spec.target, str) else max(decimals, swedish.decimals_of(aim))
    words = f"Mål {context.with_unit(swedish.number(aim, places), unit)}"
    if figure.number is None or better is None:
        return words, tables
    value = convert(figure.number, figure.unit, unit)
    if value >= aim if better == "higher" else value <= aim:
        return f"{words}, nås", tables
    looks_reached = swedish.rounded(value, decimals) == swedish.rounded(aim, places)
    return f"{words}, nås {'nästan' if looks_reached else 'inte'}", tables


def _aim(figure: Figure, spec: Card, path: Path, context: Context) -> tuple[Decimal | None, list[FigureTable]]:
    """Return the target in the unit of the card, unrounded: as it was typed, or a figure."""
    if not isinstance(spec.target, str):
        return spec.target, []
    wanted, table = references.number(spec.target, (*path, "target"), context)
    if wanted.unit is not figure.unit and not (wanted.unit.is_money and figure.unit.is_money):
        sentence = f"Målet är i {wanted.unit or 'en annan enhet'}, men talet i {figure.unit or 'en annan enhet'}."
        raise SpecError((*path, "target"), f"{sentence} Välj ett mål i samma enhet.", "DB410")
    if wanted.number is None:
        return None, [table]
    return convert(wanted.number, wanted.unit, _unit(figure, spec)), [table]
