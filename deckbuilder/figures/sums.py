"""Which rows each sum of a table is made of: said, or the rows since the sum before it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import SpecError, choices, did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckbuilder.figures.options import RowSpec


_MOST_NAMED = 4


def sum_of(names: Sequence[str], called: str = "rader") -> str:
    """Return a sum in words: `summan av A och B`; of more than can be read aloud, `summan av 11 rader`."""
    return f"summan av {listed(names) if len(names) <= _MOST_NAMED else f'{len(names)} {called}'}"


@dataclass(frozen=True)
class Sum:
    """A row that sums others: its name, the names of its parts, and where it stands in the YAML."""

    name: str
    parts: tuple[str, ...]
    path: tuple[str | int, ...]


def sums(row_specs: Sequence[RowSpec], listed: int) -> list[Sum]:
    """Return a table's sums in order; the first `listed` rows stand under `rows`, what follows is the `total`.

    Raise SpecError for a sum of nothing, of a row that does not stand above it, or that counts a row twice.
    """
    result = []
    since: list[str] = []
    leaves: dict[str, tuple[str, ...]] = {}
    for number, row in enumerate(row_specs):
        if row.row:
            since.append(row.row)
            leaves[row.name] = (row.name,)
            continue
        found = Sum(row.name, row.of or tuple(since), ("rows", number) if number < listed else ("total",))
        leaves[row.name] = _leaves(found, leaves)
        result.append(found)
        since = []
    return result


def _leaves(found: Sum, above: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the source rows that a sum is made of in the end."""
    if not found.parts:
        sentence = f"Summan '{found.name}' har inga rader att summera. Skriv vilka med 'of'."
        raise SpecError(found.path, sentence, "DB320")
    for part in found.parts:
        if part not in above:
            near = did_you_mean(part, above)
            sentence = f"Raden '{part}' står inte ovanför summan.{near} Rader ovanför: {choices(above)}."
            raise SpecError((*found.path, "of"), sentence, "DB320")
    rows = tuple(row for part in found.parts for row in above[part])
    if twice := next((row for row, count in Counter(rows).items() if count > 1), None):
        sentence = f"Summan '{found.name}' räknar raden '{twice}' två gånger. Ta bort den ena ur 'of'."
        raise SpecError((*found.path, "of"), sentence, "DB320")
    return rows
