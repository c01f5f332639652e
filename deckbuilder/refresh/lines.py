"""The rows or columns of three versions of a table: which is which, and in what order they stand when merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.refresh.matching import holds_the_same, is_called_alike, partners
from deckbuilder.refresh.order import merged_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deckbuilder.refresh.matching import Item


@dataclass(frozen=True)
class Line:
    """A row or column of the merged table: its place in each version that has it."""

    key: str
    base: int | None
    deck: int | None
    data: int | None

    def at(self, number: int) -> int | None:
        """Return the place in the base (0), the deck (1) or the data (2)."""
        return (self.base, self.deck, self.data)[number]

    @property
    def is_in_all(self) -> bool:
        """Whether all three versions have it."""
        return None not in {self.base, self.deck, self.data}


def lines_of(
    base: Sequence[Item],
    theirs: Sequence[Item],
    ours: Sequence[Item],
    renamed: Callable[[Item, Item], bool] = is_called_alike,
) -> list[Line]:
    """Return the rows or columns of three tables; what both people and the data have added under one name is one.

    `renamed` tells whether the data has given an item another name.
    """
    edited, made = partners(base, theirs, holds_the_same), partners(base, ours, renamed)
    found = [Line(f"base {n}", n, edited.get(n), made.get(n)) for n in range(len(base))]
    own = [place for place in range(len(theirs)) if place not in edited.values()]
    new = [place for place in range(len(ours)) if place not in made.values()]
    both = partners([theirs[n] for n in own], [ours[n] for n in new], lambda *_: False)
    pairs = {own[one]: new[other] for one, other in both.items()}
    found += [Line(f"deck {n}", None, n, pairs.get(n)) for n in own]
    return found + [Line(f"data {n}", None, None, n) for n in new if n not in pairs.values()]


def ordered(lines: Sequence[Line], gone: Sequence[Line], *, movable: bool = True) -> list[Line]:
    """Return the lines of the merged table in order: the data's where people have not moved any, else theirs."""
    by_key = {line.key: line for line in lines}
    orders = [
        [line.key for line in sorted((one for one in lines if one.at(n) is not None), key=lambda one: one.at(n) or 0)]
        for n in range(3)
    ]
    orders[1] = [key for key in orders[1] if by_key[key] not in gone]
    orders[2] = [key for key in orders[2] if by_key[key].base is None or by_key[key].deck is not None]
    if not movable:
        orders[0] = orders[2]  # as if the data had never moved them
    return [by_key[key] for key in merged_order(orders[0], orders[1], orders[2])]


def near(lines: Sequence[Line], line: Line, *, known: bool = True) -> list[Line]:
    """Return the two lines nearest a new one that stand in the deck; with `known`, that were made by us."""
    place = lines.index(line)
    there = [one for one in lines if one.deck is not None and (one.base is not None or not known)]
    return sorted(there, key=lambda one: abs(lines.index(one) - place))[:2]
