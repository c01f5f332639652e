"""What a cell or a figure can hold, and the units that numbers are in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A value that exists but is withheld (`<5`, `..`, `–`): neither zero nor missing."""

    text: str

    def __str__(self) -> str:
        return self.text


class Level(StrEnum):
    """How a status stands against its plan; the word is what people read."""

    ON_PLAN = "enligt plan"
    PARTLY = "delvis"
    OFF_PLAN = "ej enligt plan"


SHAPES = {Level.ON_PLAN: "●", Level.PARTLY: "▲", Level.OFF_PLAN: "■"}
"""The shape beside each level's colour, for those who cannot tell the colours apart."""


class Trend(StrEnum):
    """Where a status is heading, as the arrow that people write."""

    UP = "↑"
    RISING = "↗"
    STEADY = "→"
    FALLING = "↘"
    DOWN = "↓"


@dataclass(frozen=True, slots=True)
class Status:
    """A status with its level, and where it is heading when that was said; what is done follows its plan."""

    level: Level
    trend: Trend | None = None
    is_done: bool = False

    @property
    def word(self) -> str:
        """What people read: `klart`, or the level's word."""
        return "klart" if self.is_done else str(self.level)

    def __str__(self) -> str:
        return f"{self.word}, {TREND_WORDS[self.trend]}" if self.trend else self.word


TREND_WORDS = {
    Trend.UP: "stigande",
    Trend.RISING: "svagt stigande",
    Trend.STEADY: "oförändrad",
    Trend.FALLING: "svagt fallande",
    Trend.DOWN: "fallande",
}

Value = Decimal | str | Suppressed | Status | None
"""A number, a text, a withheld value, a status; None is a missing value."""

_MONEY = {"kr": Decimal(1), "tkr": Decimal(1000), "mkr": Decimal(1_000_000)}


class Unit(StrEnum):
    """The unit that a number is in. Percentages are held as 5.5 for 5,5 %."""

    KR = "kr"
    TKR = "tkr"
    MKR = "mkr"
    PERCENT = "procent"
    POINTS = "enheter"
    COUNT = "antal"
    NONE = ""

    @property
    def is_money(self) -> bool:
        """Whether the unit is kronor, thousands or millions of them."""
        return self.value in _MONEY

    @property
    def is_percent(self) -> bool:
        """Whether the unit is per cent or percentage points: such numbers have no sum over months or rows."""
        return self in {Unit.PERCENT, Unit.POINTS}

    @property
    def of_difference(self) -> Unit:
        """The unit of the difference between two such numbers: percentages differ in percentage points."""
        return Unit.POINTS if self is Unit.PERCENT else self


def convert(number: Decimal, unit: Unit, wanted: Unit) -> Decimal:
    """Return the number in the wanted unit, unrounded; raise ValueError when the units are of different kinds."""
    if unit is wanted or Unit.NONE in (unit, wanted):
        return number
    if unit.is_money and wanted.is_money:
        return number * _MONEY[unit] / _MONEY[wanted]
    message = f"ett värde i {unit} kan inte visas i {wanted}"
    raise ValueError(message)
