"""One thing that does not agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import Problem

if TYPE_CHECKING:
    from deckbuilder.errors import Place


@dataclass(frozen=True)
class Finding:
    """What does not agree, where, and in words that name both places, both values and the difference.

    `key` is the name by which staff accept it (`summa.region.totalt.utfall`), the same from month to month;
    `difference` the difference as it is written (`166 Mkr`), "" where there is none. A hint need not be wrong.
    """

    key: str
    place: Place
    sentence: str
    difference: str = ""
    is_hint: bool = False

    @property
    def problem(self) -> Problem:
        """The finding as problems are told, with its key last."""
        return Problem(self.place, f"{self.sentence} [{self.key}]")
