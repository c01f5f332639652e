"""Which item of another list is which of the base's, and what is new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True)
class Aligned:
    """Items of another list by those of the base: `partner[n]` is the other's place of the base's item n, where it is.

    `new[n]` are the other's places that stand after the base's item n (−1: before the first) and have no partner.
    """

    partner: dict[int, int]
    new: dict[int, list[int]]


def aligned(old: Sequence[str], new: Sequence[str]) -> Aligned:
    """Align two lists in order: items that are equal, and those that stand in each other's place between such."""
    partner: dict[int, int] = {}
    added: dict[int, list[int]] = {}
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        both = min(last - first, end - start) if tag in {"equal", "replace"} else 0
        partner |= {first + n: start + n for n in range(both)}
        if start + both < end:
            added.setdefault(first + both - 1, []).extend(range(start + both, end))
    return Aligned(partner, added)


def numbered(names: Iterable[str]) -> list[str]:
    """Return names that are all different: a second one of a name gets a tab and its number after it."""
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name}\t{seen[name]}")
    return result
