"""Which row, column or series of another version is which of the base's: by its name, else by what it holds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MONTH = r"jan|feb|mars?|april?|maj|juni?|juli?|aug|sept?|okt|nov|dec"
_MOVING = re.compile(rf"\b(?:{_MONTH}|januari|februari|augusti|september|oktober|november|december)\b|[\d\W_]+")
_SIMILAR = 0.75
_LETTERS = 3
_LONG = 6


@dataclass(frozen=True)
class Item:
    """Something that is known by its name, of several with one name by where it stands, and by what it holds."""

    label: str
    holds: tuple[str, ...] = ()
    home: str = ""

    @property
    def name(self) -> str:
        """The label, whatever the space in it, and where it stands."""
        return f"{self.home}\n{' '.join(self.label.split())}"


def partners(base: Sequence[Item], other: Sequence[Item], renamed: Callable[[Item, Item], bool]) -> dict[int, int]:
    """Return the other's place of each of the base's items that it has.

    Names decide, of several alike what they hold; what has lost its name is found by `renamed` where it stood. What
    could be several is left without a partner.
    """
    found: dict[int, int] = {}
    for key in (lambda item: item.name, lambda item: " ".join(item.label.split())):
        _pair_named(base, other, key, found)
    for one in _unpaired(base, found):
        there = [place for place in _free(other, found) if _stands_alike(one, place, found, renamed, base, other)]
        rivals = [n for n in _unpaired(base, found) if there and renamed(base[n], other[there[0]])]
        if len(there) == 1 and rivals == [one]:
            found[one] = there[0]
    return found


def _pair_named(base: Sequence[Item], other: Sequence[Item], key: Callable[[Item], str], found: dict[int, int]) -> None:
    old, new = defaultdict(list), defaultdict(list)
    for place in _unpaired(base, found):
        old[key(base[place])].append(place)
    for place in _free(other, found):
        new[key(other[place])].append(place)
    for name in old.keys() & new.keys():
        for one in list(old[name]):
            alike = [place for place in new[name] if base[one].holds == other[place].holds]
            if alike and len(old[name]) + len(new[name]) > 2:
                found[one] = alike[0]
                old[name].remove(one)
                new[name].remove(alike[0])
        if len(old[name]) == len(new[name]):
            found |= dict(zip(old[name], new[name], strict=True))


def _unpaired(base: Sequence[Item], found: dict[int, int]) -> list[int]:
    return [place for place in range(len(base)) if place not in found]


def _free(other: Sequence[Item], found: dict[int, int]) -> list[int]:
    return [place for place in range(len(other)) if place not in found.values()]


def _stands_alike(
    one: int,
    place: int,
    found: dict[int, int],
    renamed: Callable[[Item, Item], bool],
    base: Sequence[Item],
    other: Sequence[Item],
) -> bool:
    """Tell whether two items stand after the same known item, or before the same, and can be one renamed."""
    taken = {there: known for known, there in found.items()}
    before = next((known for known in range(one - 1, -1, -1) if known in found), None)
    after = next((known for known in range(one + 1, len(base)) if known in found), None)
    elder = next((taken[n] for n in range(place - 1, -1, -1) if n in taken), None)
    younger = next((taken[n] for n in range(place + 1, len(other)) if n in taken), None)
    return (before == elder or after == younger) and renamed(base[one], other[place])


def holds_the_same(one: Item, other: Item) -> bool:
    """Tell whether at least half of what an item holds is in the other: then people have only renamed it."""
    old, new = (Counter(filter(None, item.holds)) for item in (one, other))
    return bool(old) and 2 * (old & new).total() >= max(old.total(), new.total())


def is_called_alike(one: Item, other: Item) -> bool:
    """Tell whether two names are the same but for a month or a number (`Utfall jul`), or nearly so when long."""
    old, new = (_MOVING.sub(" ", item.label.casefold()).strip() for item in (one, other))
    if len(old) >= _LETTERS and old == new:
        return True
    if min(len(old), len(new)) < _LONG:
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= _SIMILAR
