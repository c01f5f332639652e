"""Three-way merge of a table: rows by their label, columns by their heading, cells as texts."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.cells import Model, emptied, merge_cell, restyled
from deckbuilder.refresh.grids import CELL, COLUMN, GRID, ROW, Grid, is_under, origins, row_text
from deckbuilder.refresh.matching import holds_the_same, is_called_alike, partners
from deckbuilder.refresh.order import merged_order
from deckbuilder.refresh.spans import join_rows, joined, settled_owners
from deckbuilder.refresh.three import Three
from deckbuilder.refresh.xml import A

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.matching import Item
    from deckbuilder.refresh.report import Events

_EXTENSIONS = f"{{{A}}}extLst"


def merge_table(base: Any, theirs: Any, ours: Any, events: Events) -> None:
    """Merge a table (`a:tbl`) into `theirs`; edits and conflicts go to `events`."""
    before = Grid(base)
    grids = Three(before, Grid(theirs, before), Grid(ours))
    if all(grid.rows and grid.width for grid in grids):
        _Merge(grids, events).run()


@dataclass(frozen=True)
class _Line:
    """A row or column of the merged table: its place in each of the tables that have it."""

    key: str
    base: int | None
    deck: int | None
    data: int | None


class _Merge:
    """A table's merge under way. Rows and columns of the deck stay the elements that they are."""

    def __init__(self, grids: Three[Grid], events: Events) -> None:
        self.grids, self.events = grids, events
        items = [grid.items for grid in grids]
        self.rows = _lines(items[0], items[1], items[2])
        common = [line for line in self.rows if line.base is not None]
        heads = [
            grid.columns([place for line in common if (place := _at(line, n)) is not None and _in_all(line)])
            for n, grid in enumerate(grids)
        ]
        self.columns = _lines(heads[0], heads[1], heads[2])
        self.widest = max(_total(grids.theirs), _total(grids.ours))

    def run(self) -> None:
        """Merge cells, then take out what has gone, put in what is new, and set the order."""
        self._merge_cells()
        gone_rows = [line for line in self.rows if line.data is None and line.base is not None and self._row_goes(line)]
        gone = [line for line in self.columns if line.data is None and line.base is not None and self._goes(line)]
        for line in self.rows:
            self._tell_deleted_row(line)
        for line in self.columns:
            self._tell_deleted_column(line)
        rows = _ordered(self.rows, gone_rows, movable=not any(is_under(c, "vMerge") for c in self._cells()))
        columns = _ordered(self.columns, gone)
        if [line.deck for line in columns] != list(range(self.grids.theirs.width)):
            self._fit_grid(columns)
        self._lay_out(rows, columns, gone)

    def _cells(self) -> list[Any]:
        return [cell for cells in self.grids.theirs.rows for cell in cells]

    # Cells

    def _merge_cells(self) -> None:
        for row in self.rows:
            if row.deck is None or row.data is None:
                continue
            self._merge_height(row)
            for column in self.columns:
                found = [self._cell(n, row, column) for n in range(3)]
                if found[1] is not None and found[2] is not None and (column.base is None) <= (row.base is not None):
                    merge_cell(found[0], found[1], found[2], self.events, self._what(row, column))

    def _cell(self, number: int, row: _Line, column: _Line) -> Any:
        """Return a cell in one of the three tables, None where it has none."""
        cells = self._row(number, row)
        place = _at(column, number)
        return cells[place] if cells is not None and place is not None and place < len(cells) else None

    def _row(self, number: int, line: _Line) -> list[Any] | None:
        place = _at(line, number)
        return None if place is None else list(self.grids)[number].rows[place]

    def _merge_height(self, row: _Line) -> None:
        if row.base is None:
            return
        was, deck, data = (
            grid.element.findall(ROW)[_at(row, n) or 0] for n, grid in enumerate(self.grids)
        )
        if deck.get("h") == was.get("h") and data.get("h"):
            deck.set("h", data.get("h"))

    def _what(self, row: _Line, column: _Line) -> str:
        """Return where a cell stands, in words: the row's label and the column's heading."""
        return ", ".join(dict.fromkeys(filter(None, (self._label(row), self._heading(column)))))

    def _label(self, row: _Line) -> str:
        number = next(n for n in (2, 0, 1) if _at(row, n) is not None)
        grid, place = list(self.grids)[number], _at(row, number) or 0
        return "rubriken" if place in grid.headers else grid.text(place, 0)

    def _heading(self, column: _Line) -> str:
        number = next(n for n in (2, 0, 1) if _at(column, n) is not None)
        return list(self.grids)[number].heading(_at(column, number) or 0)

    # What goes

    def _row_goes(self, row: _Line) -> bool:
        """Tell whether a row that the data no longer has is taken out: unless people have written in it."""
        if row.deck is None:
            return False
        was, deck = (row_text(grid.texts[_at(row, n) or 0]) for n, grid in enumerate((self.grids.base, self.grids.theirs)))
        places = [(line.base, line.deck) for line in self.columns if line.base is not None and line.deck is not None]
        return self._settle_gone(f"raden {self._label(row)}", was, deck, self._is_written(places, row))

    def _goes(self, column: _Line) -> bool:
        """Tell whether a column that the data no longer has is taken out: unless people have written in it."""
        if column.deck is None:
            return False
        was, deck = (
            row_text([grid.text(_at(row, n) or 0, _at(column, n) or 0) for row in self.rows if _in_all(row)])
            for n, grid in enumerate((self.grids.base, self.grids.theirs))
        )
        return self._settle_gone(f"kolumnen {self._heading(column)}", was, deck, was != deck)

    def _is_written(self, places: Sequence[tuple[int, int]], row: _Line) -> bool:
        before, there = self.grids.base, self.grids.theirs
        return any(before.text(row.base or 0, was) != there.text(row.deck or 0, deck) for was, deck in places)

    def _settle_gone(self, what: str, was: str, deck: str, is_written: bool) -> bool:  # noqa: FBT001 -- as told
        if not is_written or self.events.take == "data":
            self.events.add("removed", what, was=was)
            return True
        kind = "kept" if self.events.take == "deck" else "conflict"
        self.events.add(kind, f"{what} finns inte längre i underlaget", was=was, deck=deck)
        return False

    def _tell_deleted_row(self, row: _Line) -> None:
        if row.deck is None and row.base is not None and row.data is not None:
            was, data = self.grids.base.texts[row.base], self.grids.ours.texts[row.data]
            if was != data:
                what = f"raden {self._label(row)} är borttagen"
                self.events.add("kept", what, was=row_text(was), data=row_text(data))

    def _tell_deleted_column(self, column: _Line) -> None:
        if column.deck is None and column.base is not None and column.data is not None:
            rows = [row for row in self.rows if _in_all(row)]
            was = [self.grids.base.text(row.base or 0, column.base) for row in rows]
            data = [self.grids.ours.text(row.data or 0, column.data) for row in rows]
            if was != data:
                what = f"kolumnen {self._heading(column)} är borttagen"
                self.events.add("kept", what, was=row_text(was), data=row_text(data))

    # What comes

    def _fit_grid(self, columns: Sequence[_Line]) -> None:
        """Give the deck's grid the columns, and make them narrower when new ones would make the table too wide."""
        grid = self.grids.theirs.element.find(GRID)
        there, new = grid.findall(COLUMN), self.grids.ours.element.find(GRID).findall(COLUMN)
        grid[:] = [
            there[line.deck] if line.deck is not None else _without_extensions(new[line.data or 0]) for line in columns
        ]

    def _fit_widths(self, columns: Sequence[_Line]) -> None:
        grids = [grid.element.find(GRID).findall(COLUMN) for grid in (self.grids.base, self.grids.ours)]
        there = self.grids.theirs.element.find(GRID).findall(COLUMN)
        for column, line in zip(there, columns, strict=True):
            if line.base is not None and line.data is not None and column.get("w") == grids[0][line.base].get("w"):
                column.set("w", grids[1][line.data].get("w"))
        total = sum(int(column.get("w", 0)) for column in there)
        if total > self.widest and any(line.deck is None for line in columns):
            for column in there:
                column.set("w", str(int(column.get("w", 0)) * self.widest // total))

    def _lay_out(self, rows: Sequence[_Line], columns: Sequence[_Line], gone: Sequence[_Line]) -> None:
        self._fit_widths(columns)
        table = self.grids.theirs.element
        own = table.findall(ROW)
        keys = {line.deck: line.key for line in self.columns if line.deck is not None}
        taken_out = {line.key: line.deck for line in gone}
        wanted = []
        for row in rows:
            cells = [self._made(row, column, rows, columns) for column in columns]
            element = own[row.deck] if row.deck is not None else self._new_row(row, rows)
            owners = settled_owners(
                self._owners(row, columns, keys), [row.deck is None or column.deck is None for column in columns]
            )
            there = self._row(1, row) or []
            joined(cells, owners, {key: there[at] for key, at in taken_out.items() if at is not None and at < len(there)})
            others = [child for child in element if child.tag != CELL]
            element[:] = [*cells, *others]
            wanted.append(element)
            if row.deck is None:
                self.events.add("added", f"raden {self._label(row)}", data=row_text(self.grids.ours.texts[row.data or 0]))
        for column in columns:
            if column.deck is None:
                self.events.add("added", f"kolumnen {self._heading(column)}")
        if wanted != own:
            first = table.index(own[0])
            for element in own:
                table.remove(element)
            table[first:first] = wanted
        join_rows(table)

    def _owners(self, row: _Line, columns: Sequence[_Line], keys: dict[int, str]) -> list[str]:
        """Return for each column the key of the one whose cell goes over it in this row."""
        found = {}
        if row.data is not None:
            names = {line.data: line.key for line in self.columns}
            over = origins(self.grids.ours.rows[row.data])
            found = {names[place]: names[owner] for place, owner in enumerate(over)}
        if row.deck is not None:
            over = origins(self.grids.theirs.rows[row.deck])
            deck = {keys[place]: keys[owner] for place, owner in enumerate(over)}
            found = {key: deck.get(owner, owner) for key, owner in found.items()} | deck
        return [found.get(column.key, column.key) for column in columns]

    def _made(self, row: _Line, column: _Line, rows: Sequence[_Line], columns: Sequence[_Line]) -> Any:
        """Return the cell of a row and column: the deck's own, or a new one in the form of its neighbours."""
        there = self._cell(1, row, column)
        if there is not None:
            return there
        new = self._cell(2, row, column)
        above, beside = _near(rows, row), _near(columns, column)
        if row.deck is None:
            pairs = [(line, column) for line in above] if column.deck is not None else []
        else:
            pairs = [(row, line) for line in beside]
        if new is None:
            return self._empty(row, column, rows, columns)
        models = [Model(self._cell(0, *pair), self._cell(1, *pair)) for pair in pairs]
        return _without_extensions(restyled(new, [one for one in models if one.made is not None and one.left is not None]))

    def _empty(self, row: _Line, column: _Line, rows: Sequence[_Line], columns: Sequence[_Line]) -> Any:
        """Return an empty cell, for people's column in a new row or a new column in people's row."""
        for line in _near(rows, row, known=False) if row.deck is None else _near(columns, column, known=False):
            pair = (line, column) if row.deck is None else (row, line)
            if (like := self._cell(1, *pair)) is not None:
                return emptied(like)
        return emptied(next(iter(self._cells())))

    def _new_row(self, row: _Line, rows: Sequence[_Line]) -> Any:
        made = _without_extensions(self.grids.ours.element.findall(ROW)[row.data or 0])
        own, was = (grid.element.findall(ROW) for grid in (self.grids.theirs, self.grids.base))
        near = [(was[line.base], own[line.deck]) for line in _near(rows, row) if line.base is not None and line.deck is not None]
        heights = {deck.get("h") for old, deck in near if old.get("h") != deck.get("h")}
        if len(heights) == 1 and all(old.get("h") != deck.get("h") for old, deck in near):
            made.set("h", heights.pop())
        return made


def _lines(base: Sequence[Item], theirs: Sequence[Item], ours: Sequence[Item]) -> list[_Line]:
    """Return the rows or columns of three tables; what both people and the data have added under one name is one."""
    edited, made = partners(base, theirs, holds_the_same), partners(base, ours, is_called_alike)
    found = [_Line(f"base {n}", n, edited.get(n), made.get(n)) for n in range(len(base))]
    own = [place for place in range(len(theirs)) if place not in edited.values()]
    new = [place for place in range(len(ours)) if place not in made.values()]
    both = partners([theirs[n] for n in own], [ours[n] for n in new], lambda *_: False)
    pairs = {own[one]: new[other] for one, other in both.items()}
    found += [_Line(f"deck {n}", None, n, pairs.get(n)) for n in own]
    return found + [_Line(f"data {n}", None, None, n) for n in new if n not in pairs.values()]


def _ordered(lines: Sequence[_Line], gone: Sequence[_Line], *, movable: bool = True) -> list[_Line]:
    """Return the lines of the merged table in order: the data's where people have not moved any, else theirs."""
    by_key = {line.key: line for line in lines}
    orders = [
        [line.key for line in sorted((one for one in lines if _at(one, n) is not None), key=lambda one: _at(one, n) or 0)]
        for n in range(3)
    ]
    orders[1] = [key for key in orders[1] if by_key[key] not in gone]
    orders[2] = [key for key in orders[2] if by_key[key].base is None or by_key[key].deck is not None]
    if not movable:
        orders[0] = orders[1]
        orders[2] = merged_order(orders[1], orders[1], [key for key in orders[2] if key not in orders[1]])
    return [by_key[key] for key in merged_order(orders[0], orders[1], orders[2])]


def _near(lines: Sequence[_Line], line: _Line, *, known: bool = True) -> list[_Line]:
    """Return the two lines nearest a new one that stand in the deck; with `known`, that were made by us."""
    place = lines.index(line)
    there = [one for one in lines if one.deck is not None and (one.base is not None or not known)]
    return sorted(there, key=lambda one: abs(lines.index(one) - place))[:2]


def _at(line: _Line, number: int) -> int | None:
    """Return the place of a line in the first, second or third table."""
    return (line.base, line.deck, line.data)[number]


def _in_all(line: _Line) -> bool:
    return None not in {line.base, line.deck, line.data}


def _total(grid: Grid) -> int:
    return sum(int(column.get("w", 0)) for column in grid.element.find(GRID))


def _without_extensions(element: Any) -> Any:
    """Return a copy without what a program knows the original by."""
    copied = deepcopy(element)
    for child in copied.findall(_EXTENSIONS):
        copied.remove(child)
    return copied
