"""What a source states beside what its parts give: the two must be equal but for rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from deckbuilder import swedish
from deckbuilder.value import convert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckbuilder.figures.figure import Figure

Rule = Literal["avvikelse", "andel", "förändring", "summa", "helhet", "samma", "r12", "förra"]
"""What is claimed. The word stands in the name by which staff accept a known difference."""


@dataclass(frozen=True)
class Claim:
    """That `stated` is `computed`, within `tolerance` in the unit of `stated`.

    `about` is the id of the figure in question (`region.totalt.helar_avvikelse`), `what` how a message names what is
    stated (`'Avvikelse' för Totalt`); `computed.calculation` tells how the other came about.
    """

    rule: Rule
    about: str
    what: str
    stated: Figure
    computed: Figure
    tolerance: Decimal

    @property
    def key(self) -> str:
        """The claim's name, the same from month to month: `avvikelse.region.totalt.helar_avvikelse`."""
        return f"{self.rule}.{self.about}"

    @property
    def difference(self) -> Decimal | None:
        """Stated minus computed in the unit of `stated`; None when either is no number."""
        if self.stated.number is None or self.computed.number is None:
            return None
        return self.stated.number - convert(self.computed.number, self.computed.unit, self.stated.unit)

    @property
    def holds(self) -> bool:
        """Whether rounding explains the difference; a claim about what is no number holds."""
        return self.difference is None or abs(self.difference) <= self.tolerance


def rounding_tolerance(digits: Iterable[Decimal]) -> Decimal:
    """Return how far a stated sum or difference may be from what its terms give.

    `digits` are the units that the stated value and each of its terms are rounded to. Each is off by at most half of
    that: (n + 1) / 2 units for n terms that are rounded alike.
    """
    return sum(digits, Decimal(0)) / 2


def last_digit(numbers: Iterable[Decimal | None]) -> Decimal:
    """Return the unit of the last decimal that any of the numbers is written with: 1 or 0.1, and so on."""
    return Decimal(1).scaleb(-max((swedish.decimals_of(number) for number in numbers if number is not None), default=0))
