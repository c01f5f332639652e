"""The order of a deck's slides, and what becomes of it when the report's order and people's both change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def merged_order(base: Sequence[str], theirs: Sequence[str], ours: Sequence[str]) -> list[str]:
    """Return the order of the slides that are in the deck or new in the data.

    Names are the slides' ids, and for people's own slides and copies any other names. Where people have not moved the
    report's slides these follow the data's order, and people's own stay behind the slide that they stood behind.
    Where they have, their order stays, and what is new comes after the slide that it follows in the data.
    """
    common = [name for name in base if name in theirs and name in ours]
    moved = [name for name in theirs if name in common] != common
    if moved or [name for name in ours if name in common] == common:
        order = list(theirs)
        for number, name in enumerate(ours):
            if name not in order:
                order.insert(_place(ours[:number], order), name)
        return order
    order = list(ours)
    for number, name in enumerate(theirs):
        if name not in order:
            order.insert(_place(theirs[:number], order), name)
    return order


def _place(elders: Sequence[str], order: Sequence[str]) -> int:
    """Return the place after the nearest elder that is in the order; the first place when none is."""
    return next((order.index(name) + 1 for name in reversed(elders) if name in order), 0)
