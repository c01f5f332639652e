"""Which figures of two records are the same quantity, though rows may be named by the month that they are about.

`vantande.2024-06.over_90` and `vantande.2024-07.over_90` are one quantity in two months, and so are the rows `juni` and
`juli` of two reports. A month that both records have is compared with itself; what has moved on since the report
before is compared with the latest month that it had.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from deckbuilder.period import MONTHS, Period

if TYPE_CHECKING:
    from deckbuilder.figures.figure import Figure
    from deckbuilder.records.record import Record

_NUMBERS = {name: number for number, word in enumerate(MONTHS, start=1) for name in (word, word[:3])}
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:[-_](0[1-9]|1[0-2]))?")
_YEAR_TO_MONTH = re.compile(rf"((?:19|20)[0-9]{{2}})_((?:\w+_)?)({'|'.join(MONTHS)})")
_MONTH = re.compile(rf"({'|'.join(_NUMBERS)})(?:_((?:19|20)[0-9]{{2}}))?")


class Quantity(NamedTuple):
    """An id with `*` where its row names a period, and that period; None when it names none."""

    name: str
    period: Period | None = None


def quantity(figure: str, own: Period) -> Quantity:
    """Return what a figure of a report about `own` measures: `x.2024-07.y` and `x.juli.y` are `x.*.y` in July 2024.

    A month without a year is one of the report's year.
    """
    words = figure.split(".")
    if len(words) < 3:
        return Quantity(figure)
    *first, row, column = words
    stem, period = _named(row, own)
    return Quantity(".".join((*first, stem, column)), period)


def _named(row: str, own: Period) -> tuple[str, Period | None]:
    if match := _YEAR.fullmatch(row):
        year, month = match.groups()
        return "*", Period.parse(f"{year}-{month}" if month else year)
    if match := _YEAR_TO_MONTH.fullmatch(row):
        year, between, name = match.groups()
        return f"*_{between}*", _month(int(year), name)
    if match := _MONTH.fullmatch(row):
        name, year = match.groups()
        return "*", _month(int(year or own.year), name)
    words = row.split("_")
    if own.month in words:
        return "_".join("*" if word == own.month else word for word in words), own
    return row, None


def _month(year: int, name: str) -> Period:
    return Period(year, _NUMBERS[name], _NUMBERS[name])


@dataclass(frozen=True)
class Pairs:
    """Finds for the figures of one record those of an earlier one that are the same quantity."""

    before: Record
    after: Record

    def earlier(self, figure: Figure) -> Figure | None:
        """Return what a figure was in the record before: in the same month, else in the latest that it had."""
        name, period = quantity(figure.id, self.after.period)
        same = self._same(figure.id, period)
        if period is None or (same is not None and same.value is not None):
            return same
        latest = self._before.get(name)
        is_latest = (period, figure.id) == self._after.get(name, (period, figure.id))
        if latest is None or not is_latest or not latest[0] < period:
            return same
        return self.before.figures[latest[1]]

    def has_moved_on(self, figure: Figure, record: Record) -> bool:
        """Tell whether a figure is of a month that the other record lacks only because its months are others."""
        name, period = quantity(figure.id, record.period)
        other = self._after if record is self.before else self._before
        return period is not None and name in other

    def _same(self, id_: str, period: Period | None) -> Figure | None:
        """Return the figure of the same id, unless its month is one of another year."""
        found = self.before.figures.get(id_)
        before = quantity(id_, self.before.period).period
        return None if found is not None and None not in (before, period) and before != period else found

    @cached_property
    def _before(self) -> dict[str, tuple[Period, str]]:
        return _latest(self.before)

    @cached_property
    def _after(self) -> dict[str, tuple[Period, str]]:
        return _latest(self.after)


def _latest(record: Record) -> dict[str, tuple[Period, str]]:
    """Return the latest month of each quantity that has a value and has begun, and its figure's id."""
    latest: dict[str, tuple[Period, str]] = {}
    for figure in record.figures.values():
        name, period = quantity(figure.id, record.period)
        if period is None or figure.value is None or not _has_begun(period, record.period):
            continue
        latest[name] = max(latest.get(name, (period, figure.id)), (period, figure.id))
    return latest


def _has_begun(period: Period, own: Period) -> bool:
    """Tell whether a period has begun when the report's own ends: its year has, the months after it have not."""
    return period.start <= own.end
