"""Jumps: the latest month of a series has moved far more than the series does from one month to the next.

The limit is that of moving ranges in an XmR chart (Wheeler, *Understanding Variation*, SPC Press, 1993): 3.267 times
the mean size of the earlier steps. Kronor that should have been thousands, or an export of something else, make such a
jump; so may the month itself, and therefore it is a hint. A file that is wrong makes all of its series jump, so that
there is one hint for a table and its parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.checks.finding import Finding, place_of
from deckbuilder.figures import arithmetic
from deckbuilder.figures.book import every_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import Column, Figure, FigureTable

STEP_LIMIT = Decimal("3.267")
FEWEST = 8


@dataclass(frozen=True)
class _Jump:
    """A figure, that of the month before, and how far the series' steps go by its earlier ones."""

    now: Figure
    before: Figure
    limit: Decimal


_Found = tuple["FigureTable", "Column", _Jump]


def hints(book: Book, money_label: str) -> Iterator[Finding]:
    """Yield a hint for each table with a monthly series whose latest step is far outside its own earlier ones."""
    for name, table in book.computed().items():
        found = [(each, column, jump) for each in every_table(table) for column, jump in _jumps(each)]
        if found:
            yield _hint(name, table, found, money_label)


def _jumps(table: FigureTable) -> Iterator[tuple[Column, _Jump]]:
    """Yield the columns of a table of months that have jumped."""
    if not table.rows or not all(row.period and row.period.is_month for row in table.rows):
        return
    for column in table.columns:
        points = table.column(column.key)
        while points and points[-1].number is None:
            points.pop()
        if not column.is_change and _is_own(table, points):
            jump = _jump(points)
            if jump is not None:
                yield column, jump


def _is_own(table: FigureTable, points: Sequence[Figure]) -> bool:
    """Tell whether the last of a column's points is that month's own: one that earlier rows' cells give is no news.

    So last year's months and rolling sums have no jumps of their own.
    """
    if len(points) < FEWEST + 2:
        return False
    earlier = {cell for row in table.rows[: len(points) - 1] for figure in table.row(row.key) for cell in figure.cells}
    return earlier.isdisjoint(points[-1].cells)


def _jump(points: Sequence[Figure]) -> _Jump | None:
    """Return the last step when it is a jump: longer than the limit, and not to about where it was a year ago."""
    *earlier, last = [_distance(one, other) if _follows(one, other) else None for one, other in pairwise(points)]
    known = [step for step in earlier if step is not None]
    if last is None or len(known) < FEWEST:
        return None
    limit = STEP_LIMIT * sum(known, Decimal(0)) / len(known)
    limit = max(limit, _smallest_step(points)) if limit else limit
    away = [_distance(point, points[-1]) for point in points if _is_a_year_before(point, points[-1])]
    is_seasonal = any(distance is not None and distance <= limit for distance in away)
    return _Jump(points[-1], points[-2], limit) if 0 < limit < last and not is_seasonal else None


def _smallest_step(points: Sequence[Figure]) -> Decimal:
    """Return one in the last place that the points are written with: rounding alone may make such a step."""
    places = max(swedish.decimals_of(point.number) for point in points if point.number is not None)
    return Decimal(1).scaleb(-places)


def _distance(one: Figure, other: Figure) -> Decimal | None:
    """Return how far a month is from another; None when either has no number."""
    return None if one.number is None or other.number is None else abs(other.number - one.number)


def _follows(one: Figure, other: Figure) -> bool:
    return one.period is not None and one.period.next == other.period


def _is_a_year_before(one: Figure, other: Figure) -> bool:
    return one.period is not None and other.period is not None and one.period == other.period.last_year


def _hint(name: str, table: FigureTable, found: Sequence[_Found], money_label: str) -> Finding:
    said = "; ".join(_said(each, column, jump, money_label, is_part=each is not table) for each, column, jump in found)
    latest = found[0][2].now
    sentence = (
        f"{table.label or name} har ändrats mer till {latest.period} än det brukar från månad till månad: {said}. "
        "Kontrollera exporten: fel urval, månad eller enhet (kr för tkr) ger sådana hopp."
    )
    return Finding(f"hopp.{name}", place_of(latest.cells), sentence, "DB511", is_hint=True)


def _said(table: FigureTable, column: Column, jump: _Jump, money_label: str, *, is_part: bool) -> str:
    """Return `nettokostnad +120 Mkr till 980 Mkr, brukar vara högst 60 Mkr`."""
    step = arithmetic.difference("", jump.now, jump.before, "")
    step = replace(step, unit=step.unit.of_difference)
    of = f" ({swedish.uncapital(table.label)})" if is_part and table.label else ""
    moved = f"{step.written(money_label, sign=True)} till {jump.now.written(money_label)}"
    usual = replace(step, value=jump.limit).written(money_label)
    return f"{swedish.uncapital(column.label)}{of} {moved}, brukar vara högst {usual}"
