"""A year as a wheel: its months in a ring, and inner rings of what goes on from one month to another."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING

from deckbuilder.compose.drawing import words
from deckbuilder.page import Shape
from deckbuilder.period import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.page import Fill, TextStep

SIZE = 500.0
MOST_RINGS = 5
_MONTHS, _INNER, _CENTRE, _GAP = 48.0, 8.0, 64.0, 3.0
_WIDEST_RING = 40.0
_FILLS: tuple[Fill, ...] = ("actual 40", "partly 40", "good 40", "previous 60")


@dataclass(frozen=True)
class Span:
    """The months that something goes on in, 1 to 12; the last is before the first when it goes on over New Year."""

    first: int
    last: int

    @property
    def months(self) -> tuple[int, ...]:
        """The months in order."""
        count = (self.last - self.first) % 12 + 1
        return tuple((self.first - 1 + step) % 12 + 1 for step in range(count))

    @property
    def words(self) -> str:
        """The months as people write them: `september–november`, `juni`."""
        ends = MONTHS[self.first - 1], MONTHS[self.last - 1]
        return ends[0] if self.first == self.last else "–".join(ends)


def fill_of(number: int) -> Fill:
    """Return the shade of the activity of a number."""
    return _FILLS[(number - 1) % len(_FILLS)]


def rings(spans: Sequence[Span]) -> list[int]:
    """Return the ring of each span, from 0 outermost, so that none lies over another."""
    taken: list[set[int]] = []
    found = []
    for span in spans:
        months = set(span.months)
        ring = next((number for number, used in enumerate(taken) if not used & months), len(taken))
        if ring == len(taken):
            taken.append(set())
        taken[ring] |= months
        found.append(ring)
    return found


def wheel(spans: Sequence[Span], now: int, centre: str) -> list[Shape]:
    """Return the wheel's shapes: months, numbered activities, and in the middle what month it is."""
    shapes = [shape for month in range(1, 13) for shape in _month(month, is_now=month == now)]
    found = rings(spans)
    room = SIZE / 2 - _MONTHS - _INNER - _CENTRE
    deep = min(_WIDEST_RING, room / max(max(found, default=0) + 1, 1))
    for number, (span, ring) in enumerate(zip(spans, found, strict=True), start=1):
        outer = SIZE / 2 - _MONTHS - _INNER - ring * deep
        start = (span.first - 1) * 30.0
        end = start + 30.0 * len(span.months)
        shapes += _part(f"aktivitet-{number}", (start, end), (outer, outer - deep + _GAP), fill_of(number), str(number))
    middle = Shape("nu", "text", SIZE / 2 - 58, SIZE / 2 - 40, 116, 80, text=words(centre, bold=True), step="head")
    return [*shapes, middle]


def _month(month: int, *, is_now: bool) -> list[Shape]:
    angles = (month - 1) * 30.0, month * 30.0
    fill = "highlight" if is_now else "deep"
    return _part(f"manad-{month}", angles, (SIZE / 2, SIZE / 2 - _MONTHS), fill, MONTHS[month - 1][:3], bold=is_now)


def _part(
    name: str, angles: tuple[float, float], radii: tuple[float, float], fill: Fill, text: str, *, bold: bool = True
) -> list[Shape]:
    """Return a part of a ring between two radii, a line of paper around it, and a text in its middle."""
    outer, inner = radii
    left = SIZE / 2 - outer
    arc = Shape(
        name, "arc", left, left, 2 * outer, 2 * outer, fill=fill, outline="paper", weight=2, angles=angles,
        thickness=(outer - inner) / outer,
    )  # fmt: skip
    turn, reach = radians(sum(angles) / 2), (outer + inner) / 2
    x, y = SIZE / 2 + reach * sin(turn), SIZE / 2 - reach * cos(turn)
    step: TextStep = "note"
    return [
        arc,
        Shape(f"{name}-text", "text", x - 28, y - 15, 56, 30, text=words(text, bold=bold), behind=fill, step=step),
    ]
