"""Which item of another list is which of the base's, and what is new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST = 60
_PAIR = 0.1


@dataclass(frozen=True)
class Aligned:
    """Items of another list by those of the base: `partner[n]` is the other's place of the base's item n, where it is.

    `new[n]` are the other's places that stand after the base's item n (−1: before the first) and have no partner.
    """

    partner: dict[int, int]
    new: dict[int, list[int]]


def aligned(old: Sequence[str], new: Sequence[str]) -> Aligned:
    """Align two lists in order: items that are equal, and between such those that are most alike."""
    partner: dict[int, int] = {}
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            partner |= {first + n: start + n for n in range(last - first)}
        elif tag == "replace":
            pairs = _most_alike(old[first:last], new[start:end])
            partner |= {first + one: start + other for one, other in pairs}
    return Aligned(partner, _unpaired(partner, len(new)))


def _unpaired(partner: dict[int, int], count: int) -> dict[int, list[int]]:
    by_place = {place: number for number, place in partner.items()}
    added: dict[int, list[int]] = {}
    after = -1
    for place in range(count):
        after = by_place.get(place, after)
        if place not in by_place:
            added.setdefault(after, []).append(place)
    return added


def _most_alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs in order, as many as there can be, that together are most alike; of long lists those in order."""
    if len(old) == len(new) or max(len(old), len(new)) > _MOST:
        return [(n, n) for n in range(min(len(old), len(new)))]
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(new) + 1) for _ in range(len(old) + 1)]
    for one, before in enumerate(old):
        for other, now in enumerate(new):
            score, pairs = best[one][other]
            alike = 1 + _PAIR * SequenceMatcher(None, before, now, autojunk=False).ratio()
            both = (score + alike, [*pairs, (one, other)])
            best[one + 1][other + 1] = max(both, best[one][other + 1], best[one + 1][other], key=lambda item: item[0])
    return best[-1][-1][1]


def numbered(names: Iterable[str]) -> list[str]:
    """Return names that are all different: a second one of a name gets a tab and its number after it."""
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name}\t{seen[name]}")
    return result
