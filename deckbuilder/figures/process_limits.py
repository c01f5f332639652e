"""Process limits of a sequence of figures (an XmR chart), and the points that differ from what chance explains.

Mean and natural process limits follow Wheeler, *Understanding Variation* (SPC Press, 1993): the limits are the mean
± 2.66 × the mean moving range, where 2.66 is 3 / 1.128 and a moving range is the size of the step between two
points in a row. The rules are the four of NHS England's *Making Data Count*, with seven points for a run and a trend,
as its package NHSRplotthedots counts them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from deckbuilder.figures import arithmetic
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.figures.figure import Figure

SPREAD = Decimal("2.66")
LONG = 7
Direction = Literal[-1, 0, 1]
Values = tuple[Decimal | None, ...]


class Rule(IntEnum):
    """The rules, by the number that marks their points."""

    OUTSIDE = 1
    RUN = 2
    TREND = 3
    NEAR = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """Points that a rule has found, by number in order: above (or rising, 1) or below (or falling, -1)."""

    rule: Rule
    direction: Direction
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """The mean, the limits and the mean moving range of a process, and what the rules found in it.

    All four are missing when there is no step between two points to make them of. `clipped` tells that the lower
    limit would be below zero, where no count or share can be, and stands at zero.
    """

    mean: Figure
    upper: Figure
    lower: Figure
    moving_range: Figure
    findings: tuple[Finding, ...]
    clipped: bool = False

    def at(self, point: int) -> tuple[Finding, ...]:
        """Return what was found at a point, in order of rule."""
        return tuple(finding for finding in self.findings if point in finding.points)


def process_limits(id_: str, points: Sequence[Figure], baseline: int = 0) -> ProcessLimits:
    """Return the limits of points in order, made of the first `baseline` of them (0: all), and every finding.

    A missing point has no moving range on either side and ends runs and trends: a gap is never bridged.
    """
    base = points[:baseline] if baseline else points
    known = [point for point in base if point.number is not None]
    steps = [
        arithmetic.difference("", later, earlier, "skillnaden mellan två punkter i rad, utan tecken")
        for earlier, later in pairwise(base)
        if earlier.number is not None and later.number is not None
    ]
    mean = _mean(f"{id_}.medel", known if steps else [], f"medelvärdet av {len(known)} värden")
    sizes = [replace(step, value=abs(step.value)) for step in steps if isinstance(step.value, Decimal)]
    moving = _mean(f"{id_}.spridning", sizes, f"medelvärdet av {len(sizes)} förändringar från en punkt till nästa")
    upper, lower = _limit(f"{id_}.ovre", mean, moving, 1), _limit(f"{id_}.undre", mean, moving, -1)
    found = tuple(_findings(tuple(point.number for point in points), mean.number, upper.number))
    floor = _clipped(lower, known)
    return ProcessLimits(mean, upper, floor, moving, found, clipped=floor is not lower)


def _mean(id_: str, figures: Sequence[Figure], words: str) -> Figure:
    total = arithmetic.total(id_, figures, words if figures else "för få värden")
    return total if total.number is None else replace(total, value=total.number / len(figures))


def _limit(id_: str, mean: Figure, moving: Figure, side: Literal[-1, 1]) -> Figure:
    """Return the mean plus or minus 2.66 mean moving ranges."""
    words = f"{mean.calculation} {'plus' if side > 0 else 'minus'} 2,66 gånger {moving.calculation}"
    if mean.number is None or moving.number is None:
        return replace(mean, id=id_)
    cells = tuple(dict.fromkeys((*mean.cells, *moving.cells)))
    value = mean.number + side * SPREAD * moving.number
    return replace(mean, id=id_, value=value, cells=cells, calculation=words, parts=(mean, moving))


def _clipped(lower: Figure, known: Sequence[Figure]) -> Figure:
    """Return the lower limit, at zero where it is below and the process is a count or share that is never negative."""
    never_negative = all(point.number is not None and point.number >= 0 for point in known)
    if lower.number is None or lower.number >= 0 or not never_negative or lower.unit not in {Unit.COUNT, Unit.PERCENT}:
        return lower
    return replace(lower, value=Decimal(0), calculation=f"{lower.calculation}, som lägst 0")


def _findings(values: Values, mean: Decimal | None, upper: Decimal | None) -> Iterator[Finding]:
    """Yield what each rule finds; the rules use the limits as computed, before any clipping."""
    if mean is None or upper is None:
        return
    sides: list[Direction] = [_direction(value, mean) for value in values]
    reach = upper - mean
    distances = [Decimal(0) if value is None else abs(value - mean) for value in values]
    outside = [distance > reach for distance in distances]
    near = [not out and 3 * distance > 2 * reach for out, distance in zip(outside, distances, strict=True)]
    yield from (Finding(Rule.OUTSIDE, sides[n], (n,)) for n, out in enumerate(outside) if out)
    yield from (Finding(Rule.RUN, side, points) for side, points in _same(sides) if len(points) >= LONG)
    steps: list[Direction] = [_direction(later, earlier) for earlier, later in pairwise(values)]
    for direction, points in _same(steps):
        if len(points) + 1 >= LONG:
            yield Finding(Rule.TREND, direction, (*points, points[-1] + 1))
    yield from _near(sides, near)


def _direction(value: Decimal | None, other: Decimal | None) -> Direction:
    if value is None or other is None or value == other:
        return 0
    return 1 if value > other else -1


def _same(directions: Sequence[Direction]) -> Iterator[tuple[Direction, tuple[int, ...]]]:
    """Yield the longest stretches of one direction, without those of none."""
    for direction, group in groupby(enumerate(directions), key=lambda pair: pair[1]):
        if direction:
            yield direction, tuple(number for number, _ in group)


def _near(sides: Sequence[Direction], near: Sequence[bool]) -> Iterator[Finding]:
    """Yield points near a limit of which two are among three in a row on the same side of the mean."""
    for side, points in _same(sides):
        chain: list[int] = []
        for number in (n for n in points if near[n] and len(points) > 2):
            if chain and number - chain[-1] > 2:
                yield from _pairs(side, chain)
                chain = []
            chain.append(number)
        yield from _pairs(side, chain)


def _pairs(side: Direction, chain: Sequence[int]) -> Iterator[Finding]:
    if len(chain) > 1:
        yield Finding(Rule.NEAR, side, tuple(chain))
