"""Three-way merge of a table: rows by their label, columns by their heading, cells as texts."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.alignment import aligned, numbered
from deckbuilder.refresh.order import merged_order
from deckbuilder.refresh.texts import merge_text, paragraph_text, set_text
from deckbuilder.refresh.trees import merge_form
from deckbuilder.refresh.xml import A, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.report import Events

_ROW, _CELL, _GRID, _COLUMN, _BODY, _PARAGRAPH = (
    f"{{{A}}}{tag}" for tag in ("tr", "tc", "tblGrid", "gridCol", "txBody", "p")
)


@dataclass(frozen=True)
class _Table:
    """A table's element, as rows and columns with names."""

    element: Any

    @property
    def rows(self) -> list[Any]:
        """The rows as they stand now."""
        return list(self.element.findall(_ROW))

    @cached_property
    def headers(self) -> int:
        """How many rows head the columns: two when the first has headings over several columns."""
        first = self.rows[0] if self.rows else []
        return 2 if any(int(cell.get("gridSpan", 1)) > 1 for cell in first) else 1

    @cached_property
    def names(self) -> list[str]:
        """The rows' names: of each its first cell."""
        return numbered(_cell_text(row.findall(_CELL)[0]) for row in self.rows)

    @cached_property
    def columns(self) -> list[str]:
        """The columns' names: the headings above each."""
        above = [_spread(row) for row in self.rows[: self.headers]]
        return numbered(" ".join(filter(None, words)) for words in zip(*above, strict=False))

    def row(self, name: str) -> Any:
        """Return the row of a name."""
        return self.rows[self.names.index(name)]


def merge_table(base: Any, theirs: Any, ours: Any, events: Events) -> None:
    """Merge a table (`a:tbl`) into `theirs`; edits and conflicts go to `events`."""
    before, there, now = _Table(base), _Table(theirs), _Table(ours)
    if not all(table.rows for table in (before, there, now)):
        return
    columns = _Columns(before, there, now)
    partner = _partners(before, there)
    by_name = {name: there.rows[place] for name, place in partner.items()}
    heads, cells = columns.pairs(), []
    for name in before.names:
        row = by_name.get(name)
        if name not in now.names:
            _drop_row(before.row(name), row, name, events)
        elif row is None:
            _tell_deleted(before.row(name), now.row(name), name, events)
        else:
            cells.append((before.row(name), row, now.row(name), name))
    for was, row, data, name in cells:
        _merge_row(was, row, data, name, heads, events)
        columns.fit(was, row, data)
    columns.fit_grid()
    _add_rows(before, there, now, by_name, columns, events)
    _order_rows(before, there, now, by_name)


class _Columns:
    """Which column of the deck and of the data is which of the base, and what columns come and go."""

    def __init__(self, before: _Table, there: _Table, now: _Table) -> None:
        self._before, self._there, self._now = before, there, now
        self.edited = aligned(before.columns, there.columns)
        self.made = aligned(before.columns, now.columns)

    def pairs(self) -> list[tuple[str, int, int, int]]:
        """Return the name and the places, in base, deck and data, of each column that all three have."""
        return [
            (name.partition("\t")[0], place, self.edited.partner[place], self.made.partner[place])
            for place, name in enumerate(self._before.columns)
            if place in self.edited.partner and place in self.made.partner
        ]

    @property
    def gone(self) -> list[int]:
        """The deck's places of the columns that the data no longer has."""
        places = [place for place in range(len(self._before.columns)) if place not in self.made.partner]
        return [self.edited.partner[place] for place in places if place in self.edited.partner]

    def added(self) -> list[tuple[int, int]]:
        """Return the data's place and the deck's place of each new column, the last first."""
        found = []
        for after, places in self.made.new.items():
            elder = next((self.edited.partner[n] for n in range(after, -1, -1) if n in self.edited.partner), -1)
            found += [(place, elder + 1) for place in places]
        return sorted(found, reverse=True)

    def fit(self, was: Any, row: Any, data: Any) -> None:
        """Take columns out of a row of the deck and put new ones in, as the data has them."""
        if not self.gone and not self.made.new:
            return
        if same(was, row) and not self.edited.new and len(self.edited.partner) == len(self._before.columns):
            row[:] = [deepcopy(child) for child in data]
            return
        cells, new = row.findall(_CELL), data.findall(_CELL)
        for place, at in self.added():
            _insert(cells, at, deepcopy(new[place]))
        for place in sorted(self.gone, reverse=True):
            row.remove(cells[place])

    def fit_grid(self) -> None:
        """Give the deck's columns the data's widths where people have not changed them, and its number of columns."""
        grids = [table.element.find(_GRID) for table in (self._before, self._there, self._now)]
        was, deck, data = (grid.findall(_COLUMN) for grid in grids)
        for _, old, place, new in self.pairs():
            if deck[place].get("w") == was[old].get("w"):
                deck[place].set("w", data[new].get("w"))
        for place, at in self.added():
            _insert(deck, at, deepcopy(data[place]))
        for place in sorted(self.gone, reverse=True):
            grids[1].remove(deck[place])


def _insert(items: Sequence[Any], at: int, new: Any) -> None:
    """Put a new item where an item stands, or after the last."""
    if at < len(items):
        items[at].addprevious(new)
    else:
        items[-1].addnext(new)


def _partners(before: _Table, there: _Table) -> dict[str, int]:
    """Return the deck's place of each row of the base: the one of its name, else one that stands in its place."""
    found = {name: there.names.index(name) for name in before.names if name in there.names}
    for place, partner in aligned(before.names, there.names).partner.items():
        if before.names[place] not in found and partner not in found.values():
            found[before.names[place]] = partner
    return found


def _merge_row(
    was: Any, row: Any, data: Any, name: str, heads: Sequence[tuple[str, int, int, int]], events: Events
) -> None:
    found = [one.findall(_CELL) for one in (was, row, data)]
    for heading, *places in heads:
        if any(place >= len(cells) for place, cells in zip(places, found, strict=True)):
            continue
        cells = [cells[place] for place, cells in zip(places, found, strict=True)]
        bodies = [cell.find(_BODY) for cell in cells]
        what = ", ".join(filter(None, (name.partition("\t")[0], heading)))
        if all(body is not None for body in bodies):
            merge_text(bodies[0], bodies[1], bodies[2], events, what)
        merge_form(cells[0], cells[1], cells[2])
    if row.get("h") == was.get("h") and data.get("h"):
        row.set("h", data.get("h"))


def _drop_row(was: Any, row: Any, name: str, events: Events) -> None:
    """Take out a row that the data no longer has, unless people have written in it."""
    if row is None:
        return
    old, words = _row_text(was), _row_text(row)
    if old == words:
        row.getparent().remove(row)
        events.add("removed", f"raden {name}", was=old)
    else:
        events.add("kept", f"raden {name} finns inte längre i underlaget", was=old, deck=words)


def _tell_deleted(was: Any, data: Any, name: str, events: Events) -> None:
    if _row_text(was) != _row_text(data):
        events.add("kept", f"raden {name} är borttagen", was=_row_text(was), data=_row_text(data))


def _add_rows(
    before: _Table, there: _Table, now: _Table, by_name: dict[str, Any], columns: _Columns, events: Events
) -> None:
    """Add the rows that are new in the data, in the form of the row before them."""
    for place, name in enumerate(now.names):
        if name in before.names or (name in there.names and there.row(name).getparent() is not None):
            continue
        elder = next((by_name[one] for one in reversed(now.names[:place]) if one in by_name), there.rows[-1])
        row = _new_row(now.rows[place], elder, before, now, columns)
        elder.addnext(row)
        by_name[name] = row
        events.add("added", f"raden {name}", data=_row_text(row))


def _new_row(data: Any, elder: Any, before: _Table, now: _Table, columns: _Columns) -> Any:
    """Return a row of the data as one of the deck: with people's own columns empty, formed as its elder is."""
    if not columns.edited.new and len(columns.edited.partner) == len(before.columns):
        return deepcopy(data)
    row = deepcopy(elder)
    for cell in row.findall(_CELL):
        for paragraph in cell.iter(_PARAGRAPH):
            set_text(paragraph, "", paragraph)
    new = data.findall(_CELL)
    texts = {heading: _cell_text(cell) for heading, cell in zip(now.columns, new, strict=False)}
    models = dict(zip(now.columns, new, strict=False))
    for heading, cell in zip(_Table(elder.getparent()).columns, row.findall(_CELL), strict=False):
        if heading in texts and (paragraph := cell.find(f"{_BODY}/{_PARAGRAPH}")) is not None:
            set_text(paragraph, texts[heading], models[heading].find(f"{_BODY}/{_PARAGRAPH}"))
    return row


def _order_rows(before: _Table, there: _Table, now: _Table, by_name: dict[str, Any]) -> None:
    """Order the rows as the data does where people have not; their own stay behind the row that they stood behind."""
    names = {id(row): name for name, row in by_name.items()}
    current = [names.get(id(row), f"\t{number}") for number, row in enumerate(there.rows)]
    rows = dict(zip(current, there.rows, strict=True))
    wanted = [name for name in merged_order(before.names, current, now.names) if name in rows]
    if wanted != current:
        last = there.element.findall(_ROW)[0].getprevious()
        for name in wanted:
            last.addnext(rows[name])
            last = rows[name]


def _spread(row: Any) -> list[str]:
    """Return a heading for each column of a row: one over several columns stands for each of them."""
    found: list[str] = []
    for cell in row.findall(_CELL):
        merged = cell.get("hMerge") in {"1", "true"}
        found.append(found[-1] if merged and found else _cell_text(cell))
    return found


def _cell_text(cell: Any) -> str:
    return "\n".join(paragraph_text(paragraph) for paragraph in cell.iter(_PARAGRAPH))


def _row_text(row: Any) -> str:
    return " | ".join(_cell_text(cell) for cell in row.findall(_CELL))
