"""A time axis: where dates stand along it, and the years and months that it is divided into."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from deckbuilder import swedish
from deckbuilder.errors import SpecError
from deckbuilder.period import MONTHS, Period, PeriodError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.spec.document import Path

_MOST_MONTHS, _MOST_QUARTERS = 18, 36
_LETTER = 13.5  # how wide letters of the step `head` are on the average, in units of a drawing


@dataclass(frozen=True, order=True)
class When:
    """A moment or a stretch of time in months since year 0: where it begins and ends, and how it is written."""

    start: float
    end: float
    text: str

    @property
    def middle(self) -> float:
        """The middle of the stretch."""
        return (self.start + self.end) / 2


@dataclass(frozen=True)
class Cell:
    """A part of the axis with its label."""

    start: float
    end: float
    label: str


@dataclass(frozen=True)
class Axis:
    """Whole months from `first` up to `last`, which is not in it, in parts of `length` months: 1, 3 or 12."""

    first: int
    last: int
    length: int

    def share(self, month: float) -> float:
        """Return where a moment is along the axis, from 0 to 1."""
        return (month - self.first) / (self.last - self.first)

    def has(self, month: float) -> bool:
        """Tell whether a moment is on the axis."""
        return self.first <= month <= self.last

    def years(self) -> Iterator[Cell]:
        """Yield the years, the first and last of which may be parts of one."""
        for year in range(self.first // 12, (self.last - 1) // 12 + 1):
            yield Cell(max(year * 12, self.first), min(year * 12 + 12, self.last), str(year))

    def parts(self) -> Iterator[Cell]:
        """Yield months, quarters where months would be too narrow, and nothing where quarters would."""
        if self.length == 12:
            return
        for start in range(self.first, self.last, self.length):
            names = dict.fromkeys(MONTHS[month % 12][:3] for month in (start, start + self.length - 1))
            yield Cell(start, start + self.length, "–".join(names))


def axis_over(found: Sequence[When]) -> Axis:
    """Return the axis that holds all of these, in whole months, quarters or years; a quarter at the least."""
    first, last = floor(min(when.start for when in found)), ceil(max(when.end for when in found))
    last = max(last, first + 3)
    length = 1 if last - first <= _MOST_MONTHS else 3 if last - first <= _MOST_QUARTERS else 12
    return Axis(first // length * length, -(-last // length) * length, length)


def when(text: str, path: Path) -> When:
    """Read a day, a month, a tertial or a year; raise SpecError at `path` for what is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return _period(text, path)
    at = day.year * 12 + day.month - 1 + (day.day - 1) / 31
    return When(at, at, swedish.written_date(day))


def _period(text: str, path: Path) -> When:
    try:
        period = Period.parse(text)
    except PeriodError as error:
        remedy = "Skriv en dag som 2024-08-27, en månad som 2024-07, ett tertial som 2025-T2 eller ett år som 2021."
        raise SpecError(path, f"'{text}' är ingen tid. {remedy}", "DB419") from error
    return When(*months_of(period), swedish.capital(period.name))


def months_of(period: Period) -> tuple[int, int]:
    """Return where a period begins and ends, in months since year 0."""
    return period.year * 12 + period.first_month - 1, period.year * 12 + period.last_month


def apart(wanted: Sequence[float], wide: float, room: float) -> list[float]:
    """Return left edges in the order of the wanted ones, `wide` apart and within `room`, as near to them as can be.

    Those that would overlap share what they have to move: a group stands round the middle of its places.
    """
    groups: list[tuple[float, int]] = []
    for number, left in enumerate(wanted):
        mean, count = left - number * wide, 1
        while groups and groups[-1][0] > mean:
            other, others = groups.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        groups.append((mean, count))
    means = [mean for mean, count in groups for _ in range(count)]
    most = room - len(wanted) * wide
    return [min(max(mean, 0), most) + number * wide for number, mean in enumerate(means)]


def lanes(found: Sequence[tuple[float, float]]) -> list[int]:
    """Return the row of each stretch from start to end, the first where it overlaps no other, in order of start."""
    ends: list[float] = []
    rows = []
    for start, end in found:
        row = next((number for number, other in enumerate(ends) if other <= start), len(ends))
        ends[row : row + 1] = [end]
        rows.append(row)
    return rows


@dataclass(frozen=True)
class Bar:
    """A stretch of time along a canvas, the side of it on which its name stands, and how wide that is."""

    title: str
    left: float
    right: float
    side: Literal["in", "after", "before"]
    need: float
    lane: int = 0

    @property
    def extent(self) -> tuple[float, float]:
        """What the bar and its name take together."""
        left = self.left - (self.need if self.side == "before" else 0)
        return left, self.right + (self.need if self.side == "after" else 0)


def bars(axis: Axis, found: Sequence[tuple[When, str]], wide: float) -> list[Bar]:
    """Return named stretches in as few lanes as they need; a name that has no room in its bar stands beside it."""
    result = []
    for one, title in found:
        left, right = axis.share(one.start) * wide, axis.share(one.end) * wide
        need = len(title) * _LETTER + 30
        side: Literal["in", "after", "before"] = "in"
        if right - left < need:
            side = "after" if right + need <= wide else "before"
        result.append(Bar(title, left, right, side, need))
    rows = lanes([bar.extent for bar in result])
    return [replace(bar, lane=lane) for bar, lane in zip(result, rows, strict=True)]
