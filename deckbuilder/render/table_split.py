"""Which rows of a table stand on which slide: none is cut, and headings and sums stay with their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.page import TableRow

Slides = tuple[tuple[int, ...], ...]


def slides(rows: Sequence[TableRow], heights: Sequence[int], room: int) -> Slides:
    """Return the numbers of the rows of each slide, shared evenly over as few slides as they need.

    A heading is never last on a slide, and a sum never first if that can be helped. Where a group goes on to the
    next slide, its heading stands first there too.
    """
    full = _filled(rows, heights, room, len(rows))
    even = _filled(rows, heights, room, -(-len(rows) // len(full)))
    return even if len(even) == len(full) else full


def _filled(rows: Sequence[TableRow], heights: Sequence[int], room: int, most: int) -> Slides:
    """Return rows by slide when each takes as many as there is room for, but no more than `most`."""
    found: list[tuple[int, ...]] = []
    first = 0
    while first < len(rows):
        heading = _heading(rows, first)
        used = heights[heading[0]] if heading else 0
        last = first
        while last < len(rows) and last - first < most and used + heights[last] <= room:
            used += heights[last]
            last += 1
        last = _kept_together(rows, first, max(last, first + 1))
        found.append((*heading, *range(first, last)))
        first = last
    return tuple(found) or ((),)


def _heading(rows: Sequence[TableRow], first: int) -> tuple[int, ...]:
    """Return the number of the heading that a slide begins with again, when it begins within a group."""
    if first == 0 or not _is_within_group(rows[first]):
        return ()
    above = range(first - 1, -1, -1)
    number = next((n for n in above if rows[n].kind == "group" or not _is_within_group(rows[n])), None)
    return () if number is None or rows[number].kind != "group" else (number,)


def _is_within_group(row: TableRow) -> bool:
    return row.indent or row.kind == "subtotal"


def _kept_together(rows: Sequence[TableRow], first: int, end: int) -> int:
    """Return a better end for a slide's rows: not right after a heading, not right before a sum."""
    better = end
    while first + 1 < better < len(rows) and (_is_heading(rows, better - 1) or _is_sum(rows, better)):
        better -= 1
    return better if better > first + 1 else end


def _is_heading(rows: Sequence[TableRow], number: int) -> bool:
    """Tell whether a row stands above what belongs to it: a group's heading, or a sum with its parts below."""
    has_parts_below = rows[number].kind == "subtotal" and number + 1 < len(rows) and rows[number + 1].indent
    return rows[number].kind == "group" or has_parts_below


def _is_sum(rows: Sequence[TableRow], number: int) -> bool:
    return rows[number].kind in {"subtotal", "total"} and not _is_heading(rows, number)
