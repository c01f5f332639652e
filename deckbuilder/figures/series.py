"""One quantity month by month, and what follows from it: changes, what has accumulated, rolling twelve months (R12).

A gap is said in the calculation and never bridged: a sum of a missing month is missing, of a withheld one withheld.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuilder.figures import arithmetic
from deckbuilder.figures.months import window
from deckbuilder.value import Suppressed, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deckbuilder.figures.figure import Better, Figure
    from deckbuilder.period import Period

LAST_YEAR, R12, CHANGE, LATEST = "fjol", "r12", "r12_forandring", "senaste"
TWELVE = 12


@dataclass(frozen=True)
class Series:
    """One quantity by month: the column `key` of the figures `table`, called `header`.

    `read` gives the figure of any month, and is asked for the same one often: a missing figure, whose calculation says
    why, where there is none. `read_accumulated` gives what a source states for January up to and with a month.
    `sums` tells whether months can be added: costs can, shares and numbers of people who wait cannot.
    """

    table: str
    key: str
    header: str
    read: Callable[[Period], Figure]
    unit: Unit
    decimals: int = 0
    better: Better | None = None
    sums: bool = True
    read_accumulated: Callable[[Period], Figure] | None = None

    def value(self, month: Period) -> Figure:
        """Return the month's own value."""
        return self._about(month, self.read(month), self.key, self.header)

    def rolling(self, month: Period) -> Figure:
        """Return the sum of the twelve months up to and with `month`; missing when any of them is."""
        return self._sum(month, TWELVE, R12, "R12")

    def rolling_change(self, month: Period) -> Figure:
        """Return how much R12 differs from R12 twelve months before, in per cent."""
        words = f"R12 {month.code} jämfört med R12 {month.last_year.code}"
        change = self.percent(self.rolling(month), self.rolling(month.last_year), words)
        return self._about(month, change, f"{self.key}_{CHANGE}", f"{self.header}, förändring av R12")

    def accumulated(self, month: Period) -> Figure:
        """Return the sum from January up to and with `month`, or what the source states for it."""
        if self.read_accumulated is None:
            return self._sum(month, month.last_month, "ack", "ackumulerat")
        return self._about(month, self.read_accumulated(month), f"{self.key}_ack", f"{self.header}, ackumulerat")

    def change(self, now: Figure, before: Figure, words: str) -> Figure:
        """Return now − before; between percentages in points."""
        change = arithmetic.difference(now.id, now, before, words)
        return change.as_shown(self.unit.of_difference, self.decimals, self.better)

    def percent(self, now: Figure, before: Figure, words: str) -> Figure:
        """Return how much now differs from before, in per cent; missing where that says nothing.

        It says nothing of a share, of a change from zero and of one from a minus to a plus.
        """
        change = arithmetic.percent_change(now.id, now, before, words).as_shown(Unit.PERCENT, 1, self.better)
        if why := self._no_percent(now, before):
            return replace(change, value=None, calculation=f"{words}: {why}")
        return change

    def missing(self, months: Sequence[Period]) -> list[Period]:
        """Return those of the months that have no value; a withheld one is not missing."""
        return [month for month in months if self.read(month).value is None]

    def _no_percent(self, now: Figure, before: Figure) -> str:
        if self.unit.is_percent:
            return "en andel ändras i procentenheter, inte i procent"
        if now.number is None or before.number is None:
            return ""
        if not before.number:
            return "en förändring från noll går inte att ange i procent"
        differ = now.number and (now.number > 0) != (before.number > 0)
        return "en förändring mellan minus och plus går inte att ange i procent" if differ else ""

    def _sum(self, month: Period, length: int, key: str, label: str) -> Figure:
        months = window(month, length)
        parts = [self.value(one) for one in months]
        words = f"summan av {self.header} {months[0].code} till {month.code}"
        withheld = [month for month in months if isinstance(self.read(month).value, Suppressed)]
        for what, some in (("saknar tal för", self.missing(months)), ("skyddad uppgift för", withheld)):
            words += f" ({what} {', '.join(month.code for month in some)})" if some else ""
        figure = arithmetic.total(f"{self.table}.{month.code}.{self.key}_{key}", parts, words)
        return self._about(month, figure, f"{self.key}_{key}", f"{self.header}, {label}")

    def _about(self, month: Period, figure: Figure, key: str, label: str) -> Figure:
        """Return a figure with its address and what people call it, before the book gives it those it is found by."""
        return replace(figure, id=f"{self.table}.{month.code}.{key}", period=month, label=f"{month.name}, {label}")
