"""The three versions of a table beside each other: each row and column by its place in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.grids import Grid, cell_text
from deckbuilder.refresh.lines import Line, lines_of
from deckbuilder.refresh.three import Three

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.report import Events, Kind


class Versions:
    """A table as it was made, as it stands in the deck, and as the data has it."""

    def __init__(self, base: Any, theirs: Any, ours: Any) -> None:
        before = Grid(base)
        self.grids = Three(before, Grid(theirs, before), Grid(ours))
        items = [grid.items for grid in self.grids]
        self.rows = lines_of(items[0], items[1], items[2])
        common = [line for line in self.rows if line.is_in_all]
        heads = [grid.columns([line.at(n) or 0 for line in common]) for n, grid in enumerate(self.grids)]
        self.columns = lines_of(heads[0], heads[1], heads[2])

    def grid(self, number: int) -> Grid:
        """Return the base's table (0), the deck's (1) or the data's (2)."""
        return (self.grids.base, self.grids.theirs, self.grids.ours)[number]

    def row(self, number: int, line: Line) -> list[Any]:
        """Return a row's cells in one of the tables; none where it has no such row."""
        place = line.at(number)
        return [] if place is None else self.grid(number).rows[place]

    def cell(self, number: int, row: Line, column: Line) -> Any:
        """Return a cell in one of the tables, None where it has none."""
        cells, place = self.row(number, row), column.at(number)
        return cells[place] if place is not None and place < len(cells) else None

    def text(self, number: int, row: Line, column: Line) -> str:
        """Return what a cell says in one of the tables; "" where it has none."""
        found = self.cell(number, row, column)
        return "" if found is None else cell_text(found)

    def label(self, row: Line) -> str:
        """Return what a row is called: as the data has it, else as it was made, else as people have written."""
        number = next(n for n in (2, 0, 1) if row.at(n) is not None)
        grid, place = self.grid(number), row.at(number) or 0
        return "rubriken" if place in grid.headers else grid.text(place, 0)

    def heading(self, column: Line) -> str:
        """Return the words above a column, as a row's label is chosen."""
        number = next(n for n in (2, 0, 1) if column.at(n) is not None)
        return self.grid(number).heading(column.at(number) or 0)

    def what(self, row: Line, column: Line) -> str:
        """Return where a cell stands, in words: the row's label and the column's heading."""
        return ", ".join(dict.fromkeys(filter(None, (self.label(row), self.heading(column)))))


def gone_lines(versions: Versions, events: Events) -> tuple[list[Line], list[Line]]:
    """Return the rows and columns that the data no longer has and that go: those that people have not written in."""
    rows = [line for line in versions.rows if _is_gone(line) and _row_goes(line, versions, events)]
    columns = [line for line in versions.columns if _is_gone(line) and _column_goes(line, versions, events)]
    return rows, columns


def _is_gone(line: Line) -> bool:
    return line.base is not None and line.deck is not None and line.data is None


def _row_goes(row: Line, versions: Versions, events: Events) -> bool:
    columns = [column for column in versions.columns if column.deck is not None]
    was, deck = ([versions.text(number, row, column) for column in columns] for number in (0, 1))
    return _settle(f"raden {versions.label(row)}", was, deck, events)


def _column_goes(column: Line, versions: Versions, events: Events) -> bool:
    rows = [row for row in versions.rows if row.deck is not None and (row.data is None or row.base is not None)]
    was, deck = ([versions.text(number, row, column) for row in rows] for number in (0, 1))
    return _settle(f"kolumnen {versions.heading(column)}", was, deck, events)


def _settle(what: str, was: Sequence[str], deck: Sequence[str], events: Events) -> bool:
    if was == deck or events.take == "data":
        events.add("removed", what, was=_joined(was))
        return True
    kind: Kind = "kept" if events.take == "deck" else "conflict"
    events.add(kind, f"{what} finns inte längre i underlaget", was=_joined(was), deck=_joined(deck))
    return False


def tell_deleted(versions: Versions, events: Events) -> None:
    """Tell of the rows and columns that people have taken out, if the data has changed in them."""
    for row in versions.rows:
        if row.deck is None and row.base is not None and row.data is not None:
            was, data = (versions.grid(number).texts[row.at(number) or 0] for number in (0, 2))
            _tell(f"raden {versions.label(row)}", was, data, events)
    for column in versions.columns:
        if column.deck is None and column.base is not None and column.data is not None:
            rows = [row for row in versions.rows if row.is_in_all]
            was, data = ([versions.text(number, row, column) for row in rows] for number in (0, 2))
            _tell(f"kolumnen {versions.heading(column)}", was, data, events)


def _tell(what: str, was: Sequence[str], data: Sequence[str], events: Events) -> None:
    if was != data:
        events.add("kept", f"{what} är borttagen", was=_joined(was), data=_joined(data))


def _joined(texts: Sequence[str]) -> str:
    return " | ".join(texts)
