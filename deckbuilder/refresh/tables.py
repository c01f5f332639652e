"""Three-way merge of a table: rows by their label, columns by their heading, cells as texts."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.cells import Model, emptied, merge_cell, restyled
from deckbuilder.refresh.grids import CELL, COLUMN, GRID, ROW, is_under, origins
from deckbuilder.refresh.lines import near, ordered
from deckbuilder.refresh.spans import after_merged, join_rows, joined, settled_owners
from deckbuilder.refresh.versions import Versions, gone_lines, tell_deleted
from deckbuilder.refresh.xml import A, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.lines import Line
    from deckbuilder.refresh.report import Events

_EXTENSIONS = f"{{{A}}}extLst"


def merge_table(base: Any, theirs: Any, ours: Any, events: Events) -> None:
    """Merge a table (`a:tbl`) into `theirs`; edits and conflicts go to `events`."""
    untouched = same(base, theirs) and not same(base, ours)
    if all(table.find(ROW) is not None and len(table.find(GRID)) for table in (base, theirs, ours)):
        _Merge(Versions(base, theirs, ours), events).run()
    if untouched:
        theirs[:] = [deepcopy(child) for child in ours]


class _Merge:
    """A table's merge under way. Rows and columns of the deck stay the elements that they are."""

    def __init__(self, versions: Versions, events: Events) -> None:
        self.versions, self.events = versions, events
        self.table = versions.grids.theirs.element
        self.widest = max(_width(grid.element) for grid in (versions.grids.theirs, versions.grids.ours))

    def run(self) -> None:
        """Merge cells, then take out what has gone, put in what is new, and set the order."""
        versions = self.versions
        for row in versions.rows:
            self._merge_row(row)
        gone_rows, gone = gone_lines(versions, self.events)
        tell_deleted(versions, self.events)
        merged_down = any(is_under(cell, "vMerge") for cells in versions.grids.theirs.rows for cell in cells)
        self.rows = ordered(versions.rows, gone_rows, movable=not merged_down)
        if merged_down:
            self.rows = after_merged(self.rows, versions)
        self.columns = ordered(versions.columns, gone)
        self._tell_new()
        self._fit_grid()
        self._lay_out(gone)

    def _merge_row(self, row: Line) -> None:
        if row.deck is None or row.data is None:
            return
        for column in self.versions.columns:
            base, theirs, ours = (self.versions.cell(number, row, column) for number in range(3))
            if theirs is not None and ours is not None:
                merge_cell(base, theirs, ours, self.events, self.versions.what(row, column))
        was, deck, data = (self._element(number, row) for number in range(3))
        if was is not None and deck.get("h") == was.get("h") and data.get("h"):
            deck.set("h", data.get("h"))

    def _element(self, number: int, row: Line) -> Any:
        """Return a row's `a:tr` in one of the tables; None where it has no such row."""
        place = row.at(number)
        return None if place is None else self.versions.grid(number).elements[place]

    def _tell_new(self) -> None:
        for row in self.rows:
            if row.deck is None:
                texts = self.versions.grids.ours.texts[row.data or 0]
                self.events.add("added", f"raden {self.versions.label(row)}", data=" | ".join(texts))
        for column in self.columns:
            if column.deck is None:
                self.events.add("added", f"kolumnen {self.versions.heading(column)}")

    def _fit_grid(self) -> None:
        """Give the deck's grid the columns, the data's widths where people have not changed them."""
        was, own, new = (grid.element.find(GRID).findall(COLUMN) for grid in self.versions.grids)
        there = []
        for line in self.columns:
            column = own[line.deck] if line.deck is not None else _bare(new[line.data or 0])
            if line.base is not None and line.data is not None and column.get("w") == was[line.base].get("w"):
                column.set("w", new[line.data].get("w"))
            there.append(column)
        total = sum(int(column.get("w", 0)) for column in there)
        if total > self.widest and any(line.deck is None for line in self.columns):
            for column in there:
                column.set("w", str(int(column.get("w", 0)) * self.widest // total))
        if there != own:
            self.table.find(GRID)[:] = there

    def _lay_out(self, gone: Sequence[Line]) -> None:
        """Put the cells of each row and the rows in their places, over as many columns and rows as they should be."""
        own = self.table.findall(ROW)
        elements = [self._laid_out(row, gone) for row in self.rows]
        if elements != own:
            first = self.table.index(own[0])
            for element in own:
                self.table.remove(element)
            self.table[first:first] = elements
        join_rows(self.table)

    def _laid_out(self, row: Line, gone: Sequence[Line]) -> Any:
        old = self.versions.row(1, row)
        element = self._element(1, row) if row.deck is not None else self._new_row(row)
        cells = [self._made(row, column) for column in self.columns]
        is_new = [row.deck is None or column.deck is None for column in self.columns]
        taken_out = {line.key: old[line.deck] for line in gone if line.deck is not None and line.deck < len(old)}
        joined(cells, settled_owners(self._owners(row), is_new), taken_out)
        if cells != element.findall(CELL):
            element[:] = [*cells, *(child for child in element if child.tag != CELL)]
        return element

    def _owners(self, row: Line) -> list[str]:
        """Return for each column the key of the one whose cell goes over it in this row."""
        was, deck, data = (self._over(number, row) for number in range(3))
        left = {column.key for column in self.columns}
        for key in [key for key, owner in deck.items() if owner not in left and was.get(key) == owner and key in data]:
            del deck[key]  # the column whose cell went over it has gone, and the data has another in its place
        found = {key: deck.get(owner, owner) for key, owner in data.items()} | deck  # people's own goes first
        return [found.get(column.key, column.key) for column in self.columns]

    def _over(self, number: int, row: Line) -> dict[str, str]:
        keys = {line.at(number): line.key for line in self.versions.columns}
        return {keys[n]: keys[owner] for n, owner in enumerate(origins(self.versions.row(number, row)))}

    def _made(self, row: Line, column: Line) -> Any:
        """Return the cell of a row and column: the deck's own, or a new one in the form of its neighbours."""
        versions = self.versions
        there, new = (versions.cell(number, row, column) for number in (1, 2))
        if there is not None:
            return there
        if new is None:
            return emptied(self._likest(row, column))
        beside = [(row, line) for line in near(self.columns, column)]
        pairs = beside if row.deck is not None else [(line, column) for line in near(self.rows, row)]
        models = [Model(versions.cell(0, *pair), versions.cell(1, *pair)) for pair in pairs]
        return _bare(restyled(new, [one for one in models if one.made is not None and one.left is not None]))

    def _likest(self, row: Line, column: Line) -> Any:
        """Return the deck's cell nearest to one that neither it nor the data has: people's column in a new row."""
        beside = [(row, line) for line in near(self.columns, column, known=False)]
        above = [(line, column) for line in near(self.rows, row, known=False)]
        found = (self.versions.cell(1, *pair) for pair in (beside if row.deck is not None else above))
        return next((cell for cell in found if cell is not None), self.table.find(f"{ROW}/{CELL}"))

    def _new_row(self, row: Line) -> Any:
        """Return a row of the data, as high as people have made its neighbours."""
        made = _bare(self._element(2, row))
        pairs = [(self._element(0, line), self._element(1, line)) for line in near(self.rows, row)]
        if pairs and all(was.get("h") != deck.get("h") == pairs[0][1].get("h") for was, deck in pairs):
            made.set("h", pairs[0][1].get("h"))
        return made


def _width(table: Any) -> int:
    return sum(int(column.get("w", 0)) for column in table.find(GRID))


def _bare(element: Any) -> Any:
    """Return a copy without what a program knows the original by."""
    copied = deepcopy(element)
    for child in copied.findall(_EXTENSIONS):
        copied.remove(child)
    return copied
