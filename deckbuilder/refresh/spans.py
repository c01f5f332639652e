"""Cells that go over several columns or rows, set right when columns and rows have come and gone."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.grids import BODY, CELL, ROW, cell_text, is_under

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckbuilder.refresh.lines import Line
    from deckbuilder.refresh.versions import Versions


def joined(cells: Sequence[Any], owners: Sequence[str], gone: Mapping[str, Any]) -> None:
    """Let each run of cells with one owner be one cell over several columns.

    `owners` are the columns of the cells that go over them; `gone` has those cells that were taken out, whose words
    then go to the first that is left.
    """
    place = 0
    while place < len(cells):
        end = place + 1
        while end < len(cells) and owners[end] == owners[place]:
            end += 1
        first = cells[place]
        old = gone.get(owners[place])
        if old is not None and cell_text(old) and not cell_text(first):
            first.replace(first.find(BODY), deepcopy(old.find(BODY)))
        first.attrib.pop("hMerge", None)
        _set(first, "gridSpan", end - place)
        for cell in cells[place + 1 : end]:
            cell.attrib.pop("gridSpan", None)
            cell.set("hMerge", "1")
        place = end


def settled_owners(owners: Sequence[str], new: Sequence[bool]) -> list[str]:
    """Return the owners when a new cell between two cells with one owner has that owner too."""
    found = list(owners)
    for place in range(1, len(found) - 1):
        younger = next((owner for owner, is_new in zip(owners[place:], new[place:], strict=True) if not is_new), None)
        if new[place] and found[place - 1] == younger:
            found[place] = found[place - 1]
    return found


def after_merged(rows: Sequence[Line], versions: Versions) -> list[Line]:
    """Return the rows with new ones moved down from between rows that people have merged cells over."""
    found = list(rows)
    for row in [row for row in reversed(rows) if row.deck is None]:
        place = end = found.index(row)
        while end + 1 < len(found) and any(is_under(cell, "vMerge") for cell in versions.row(1, found[end + 1])):
            end += 1
        found.insert(end, found.pop(place))
    return found


def join_rows(table: Any) -> None:
    """Let cells over several rows go over the rows that lie under them, and no others."""
    rows = [row.findall(CELL) for row in table.findall(ROW)]
    for number, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            if is_under(cell, "vMerge"):
                if number == 0 or place >= len(rows[number - 1]) or not _goes_on(rows[number - 1][place]):
                    cell.attrib.pop("vMerge")
                continue
            under = 1
            while number + under < len(rows) and _is_under(rows[number + under], place):
                under += 1
            if cell.get("rowSpan"):
                _set(cell, "rowSpan", under)


def _goes_on(cell: Any) -> bool:
    return cell.get("rowSpan") is not None or is_under(cell, "vMerge")


def _is_under(cells: Sequence[Any], place: int) -> bool:
    return place < len(cells) and is_under(cells[place], "vMerge")


def _set(cell: Any, key: str, count: int) -> None:
    if count > 1:
        cell.set(key, str(count))
    else:
        cell.attrib.pop(key, None)
