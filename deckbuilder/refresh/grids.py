"""A table read as rows and columns with names, whatever the program that wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.matching import Item
from deckbuilder.refresh.runs import paragraph_text
from deckbuilder.refresh.xml import A

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW, CELL, GRID, COLUMN, BODY, PARAGRAPH = (
    f"{{{A}}}{tag}" for tag in ("tr", "tc", "tblGrid", "gridCol", "txBody", "p")
)
_TRUE = {"1", "true"}


@dataclass(frozen=True)
class Grid:
    """A table (`a:tbl`). `like` is the one that it was made from: of it are its headings and groups."""

    element: Any
    like: Grid | None = field(default=None, repr=False)

    @cached_property
    def elements(self) -> list[Any]:
        """The rows' elements."""
        return list(self.element.findall(ROW))

    @cached_property
    def rows(self) -> list[list[Any]]:
        """The cells of each row."""
        return [row.findall(CELL) for row in self.elements]

    @cached_property
    def texts(self) -> list[list[str]]:
        """What each cell says."""
        return [[cell_text(cell) for cell in cells] for cells in self.rows]

    @cached_property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.element.find(GRID))

    @cached_property
    def headers(self) -> range:
        """The rows that head the columns: two when the first has headings over the columns'.

        In a table that we made, the last of them is where all words stand at the bottom of their cells.
        """
        if self.like is not None:
            return self._like_headers(self.like)
        at_bottom = [all(cell.find("{*}tcPr[@anchor='b']") is not None for cell in row) for row in self.rows[:2]]
        return range(2 if at_bottom == [False, True] else 1)

    def _like_headers(self, like: Grid) -> range:
        """Find the rows that say what the base's headings do; people may have put rows above them."""
        wanted = {text for number in like.headers for text in like.texts[number] if text}
        count = len(like.headers)
        found = [len(wanted & {t for row in self.texts[n : n + count] for t in row}) for n in range(len(self.rows))]
        first = found.index(max(found)) if max(found, default=0) > len(wanted) / 2 else 0
        return range(first, min(first + count, len(self.rows)))

    @cached_property
    def groups(self) -> set[str]:
        """The headings of groups of rows: those that go over all columns."""
        if self.like is not None:
            return self.like.groups
        body = (row for number, row in enumerate(self.rows) if number not in self.headers and row)
        return {cell_text(row[0]) for row in body if spans(row[0]) >= self.width > 1}

    @cached_property
    def items(self) -> list[Item]:
        """The rows as what they are known by: the label, the group that they stand in, and the cells after it."""
        found, group = [], ""
        for number, texts in enumerate(self.texts):
            if number in self.headers:
                found.append(Item(f"\trubrik {self.headers.stop - number}"))
                continue
            label = texts[0] if texts else ""
            group = label if label in self.groups else group
            found.append(Item(label, tuple(texts[1:]), "" if label in self.groups else group))
        return found

    def columns(self, rows: Sequence[int]) -> list[Item]:
        """Return the columns as what they are known by: their headings, and their cells in these rows."""
        above = list(zip(*(self._spread(number) for number in self.headers), strict=False))
        found = []
        for place in range(self.width):
            heads = above[place] if place < len(above) else ("",)
            holds = tuple(self.text(row, place) for row in rows)
            found.append(Item(heads[-1], holds, " ".join(heads[:-1])))
        return found

    def heading(self, place: int) -> str:
        """Return the words above a column."""
        return " ".join(dict.fromkeys(filter(None, (self._spread(number)[place] for number in self.headers))))

    def text(self, row: int, place: int) -> str:
        """Return what a cell says; "" where the row is too short."""
        return self.texts[row][place] if place < len(self.texts[row]) else ""

    def _spread(self, row: int) -> list[str]:
        """Return a heading for each column of a row: one over several columns stands for each of them."""
        own = origins(self.rows[row])
        return [self.texts[row][place] for place in own] + [""] * (self.width - len(own))


def origins(cells: Sequence[Any]) -> list[int]:
    """Return for each cell of a row the place of the one that goes over it: its own where none does."""
    found: list[int] = []
    for place, cell in enumerate(cells):
        found.append(found[-1] if is_under(cell, "hMerge") and found else place)
    return found


def spans(cell: Any) -> int:
    """Return how many columns a cell goes over."""
    return int(cell.get("gridSpan", 1))


def is_under(cell: Any, way: str) -> bool:
    """Tell whether a cell lies under another (`hMerge`: to its left, `vMerge`: above)."""
    return cell.get(way) in _TRUE


def cell_text(cell: Any) -> str:
    """Return a cell's words, however they are split into lines."""
    lines = (paragraph_text(one).replace("\v", " ").strip() for one in cell.iter(PARAGRAPH))
    return " ".join(filter(None, lines))
