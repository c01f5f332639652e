"""One thing that does not agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.sources.grid import CellRef


def place_of(cells: Sequence[CellRef]) -> Place:
    """Return where the first of a figure's cells stands; one that has none is of its declaration."""
    return cells[0].place if cells else Place("config/sources.yaml")


@dataclass(frozen=True)
class Finding:
    """What does not agree, where, and in words that name both places, both values and the difference.

    `key` is the name by which staff accept it (`summa.region.totalt.utfall`), the same from month to month;
    `code` names its kind for `deckbuilder explain`. `difference` is the difference as it is written (`166 Mkr`), ""
    where there is none. A hint need not be wrong.
    """

    key: str
    place: Place
    sentence: str
    code: str
    difference: str = ""
    is_hint: bool = False

    @property
    def problem(self) -> Problem:
        """The finding as problems are told, with its key last."""
        return Problem(self.place, f"{self.sentence} [{self.key}]", self.code)
