"""Tables as the project renders them, the edits that people make in them, and what they say afterwards."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.page import TableBlock, TableCell, TableColumn, TableRow
from deckbuilder.refresh.grids import cell_text
from deckbuilder.refresh.report import Events
from deckbuilder.refresh.tables import merge_table
from deckbuilder.refresh.xml import A
from deckbuilder.render.metrics import font
from deckbuilder.render.table import table_graphic
from deckbuilder.render.table_fit import fit
from tests.render.make import layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.report import Event

TR, TC, COL, P, R, T, RPR = (f"{{{A}}}{tag}" for tag in ("tr", "tc", "gridCol", "p", "r", "t", "rPr"))


def table(block: TableBlock) -> Any:
    """Return `a:tbl` of a block as the project renders it in the place of tables."""
    box = layout().roles["table"].boxes["table"]
    graphic = table_graphic(block, fit(block, box, layout(), font("Calibri")), layout())
    return etree.fromstring(f'<x xmlns:a="{A}">{graphic}</x>').find(f".//{{{A}}}tbl")


def plain(headings: Sequence[str], *rows: Sequence[str | TableCell], groups: Sequence[str] = ()) -> Any:
    """Return a table of these headings and rows; a row of one cell heads a group, `groups` stand above the headings."""
    return deepcopy(_plain(tuple(headings), tuple(map(tuple, rows)), tuple(groups)))


@cache
def _plain(headings: tuple[str, ...], rows: tuple[tuple[str | TableCell, ...], ...], groups: tuple[str, ...]) -> Any:
    above = groups or [""] * len(headings)
    columns = tuple(
        TableColumn(head, "right" if n else "left", group)
        for n, (head, group) in enumerate(zip(headings, above, strict=True))
    )
    made = []
    for row in rows:
        cells = [cell if isinstance(cell, TableCell) else TableCell(cell) for cell in row]
        is_group = len(cells) == 1 < len(headings)
        cells += [TableCell("")] * (len(headings) - len(cells))
        kind: Any = "group" if is_group else "total" if cells[0].text == "Summa" else "row"
        made.append(TableRow(tuple(cells), kind))
    return table(TableBlock("table", "table", columns, tuple(made), "En tabell."))


def merged(base: Any, theirs: Any, ours: Any, take: Any = "") -> list[Event]:
    """Merge, hold that the grid is consistent and that merging again changes nothing; return the events."""
    events = Events("sida", take, "table")
    merge_table(base, theirs, ours, events)
    assert broken(theirs) == []
    again = deepcopy(theirs)
    merge_table(ours, again, ours, Events("sida", take, "table"))
    assert etree.tostring(again) == etree.tostring(theirs)
    return events.found


def told(events: Sequence[Event]) -> list[tuple[str, ...]]:
    """Return the events that people must read, in short; the empty parts left out."""
    shown = [(one.kind, one.what, one.was, one.deck, one.data) for one in events if one.kind != "updated"]
    return [tuple(part for part in one if part) for one in shown]


def cells(tbl: Any, row: int) -> list[Any]:
    """Return the cells of a row."""
    return list(tbl.findall(TR)[row].findall(TC))


def texts(tbl: Any) -> list[list[str]]:
    """Return what every cell says."""
    return [[cell_text(cell) for cell in row.findall(TC)] for row in tbl.findall(TR)]


def found(tbl: Any, label: str, heading: str) -> Any:
    """Return the cell in a row of this label and a column of this heading."""
    said = texts(tbl)
    head = next(row for row in said if heading in row)
    return cells(tbl, next(n for n, row in enumerate(said) if row[0] == label))[head.index(heading)]


def says(tbl: Any, label: str, heading: str) -> str:
    """Return what that cell says."""
    return cell_text(found(tbl, label, heading))


def write(cell: Any, text: str) -> None:
    """Write over a cell's text, as people do: its first run keeps its form, the others go."""
    paragraph = cell.find(f".//{P}")
    runs = paragraph.findall(R)
    for run in runs[1:]:
        paragraph.remove(run)
    run = runs[0] if runs else etree.Element(R)
    if not runs:
        etree.SubElement(run, RPR, lang="sv-SE", dirty="0")
        etree.SubElement(run, T)
        paragraph.insert(1, run)
    run.find(T).text = text


def form(cell: Any, **attributes: str) -> None:
    """Give all words of a cell a form: `b="1"`, `sz="2000"`."""
    for properties in cell.iter(RPR):
        for key, value in attributes.items():
            properties.set(key, value)


def has_form(cell: Any, **attributes: str) -> bool:
    """Tell whether all words of a cell have a form."""
    forms = list(cell.iter(RPR))
    return bool(forms) and all(one.get(key) == value for one in forms for key, value in attributes.items())


def add_row(tbl: Any, after: int, *words: str) -> None:
    """Insert a row below another, as PowerPoint does: with its form and an id of its own."""
    old = tbl.findall(TR)[after]
    row = deepcopy(old)
    row.append(_row_id(10_000 + after))
    for cell, text in zip(row.findall(TC), words, strict=True):
        write(cell, text)
    old.addnext(row)


def _row_id(number: int) -> Any:
    a16 = "http://schemas.microsoft.com/office/drawing/2014/main"
    return etree.fromstring(
        f'<a:extLst xmlns:a="{A}"><a:ext uri="{{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}}">'
        f'<a16:rowId xmlns:a16="{a16}" val="{number}"/></a:ext></a:extLst>'
    )


def add_column(tbl: Any, after: int, *words: str) -> None:
    """Insert a column to the right of another."""
    grid = tbl.findall(f".//{COL}")
    grid[after].addnext(deepcopy(grid[after]))
    for row, text in zip(tbl.findall(TR), words, strict=True):
        old = row.findall(TC)[after]
        cell = deepcopy(old)
        if old.get("gridSpan"):
            cell.attrib.pop("gridSpan")
        write(cell, text)
        old.addnext(cell)


def delete_row(tbl: Any, number: int) -> None:
    """Delete a row."""
    tbl.remove(tbl.findall(TR)[number])


def delete_column(tbl: Any, number: int) -> None:
    """Delete a column."""
    grid = tbl.find(f"{{{A}}}tblGrid")
    grid.remove(grid[number])
    for row in tbl.findall(TR):
        row.remove(row.findall(TC)[number])


def merge_right(tbl: Any, row: int, place: int) -> None:
    """Merge a cell with the one to its right."""
    first, second = cells(tbl, row)[place : place + 2]
    first.set("gridSpan", "2")
    second.set("hMerge", "1")


def merge_down(tbl: Any, row: int, place: int) -> None:
    """Merge a cell with the one below it."""
    cells(tbl, row)[place].set("rowSpan", "2")
    cells(tbl, row + 1)[place].set("vMerge", "1")


def broken(tbl: Any) -> list[str]:
    """Return where rows are not as wide as the grid, or cells over several lie over others than they say."""
    wide = len(tbl.find(f"{{{A}}}tblGrid"))
    rows = [row.findall(TC) for row in tbl.findall(TR)]
    wrong = [f"rad {n}: {len(row)} celler av {wide}" for n, row in enumerate(rows) if len(row) != wide]
    for n, row in enumerate(rows):
        for place, cell in enumerate(row):
            span = int(cell.get("gridSpan", 1))
            under = [one.get("hMerge") == "1" for one in row[place + 1 :]]
            run = under.index(False) if False in under else len(under)
            if cell.get("hMerge") != "1" and run != span - 1:
                wrong.append(f"rad {n}, cell {place}: gridSpan {span} över {run + 1}")
            below = [one[place].get("vMerge") == "1" for one in rows[n + 1 :] if place < len(one)]
            tall = below.index(False) if False in below else len(below)
            if cell.get("vMerge") != "1" and tall != int(cell.get("rowSpan", 1)) - 1:
                wrong.append(f"rad {n}, cell {place}: rowSpan {cell.get('rowSpan')} över {tall + 1}")
    wrong += [f"bredd {one.get('w')}" for one in tbl.iter(COL) if int(one.get("w")) <= 0]
    return wrong
