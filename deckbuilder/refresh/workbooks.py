"""Three-way merge of the workbook behind a chart, cell by cell, when people have edited it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.parts import Parts

if TYPE_CHECKING:
    from deckbuilder.refresh.report import Events

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BOOK = "xl/workbook.xml"
_PLACE = re.compile(r"([A-Z]+)([0-9]+)")


def merge_workbook(base: bytes, theirs: bytes, ours: bytes, events: Events) -> bytes:
    """Return people's workbook with the data's new cells; what they changed in it stays. First sheets only."""
    books = [Parts.of(content) for content in (base, theirs, ours)]
    sheets = [_sheet(book) for book in books]
    was, deck, data = (_values(book, sheet) for book, sheet in zip(books, sheets, strict=True))
    for place in dict.fromkeys((*was, *data)):
        before, now = was.get(place, ""), data.get(place, "")
        there = deck.get(place, "")
        if now != before and (there == before or (events.take == "data" and there != now)):
            _write(books[1].tree(sheets[1]), place, now)
            books[1].touch(sheets[1])
    return books[1].content()


def _sheet(book: Parts) -> str:
    """Return the part of a workbook's first sheet."""
    return next(iter(book.related(_BOOK, "worksheet")))


def _values(book: Parts, sheet: str) -> dict[str, str]:
    """Return what a sheet's cells hold, by their names, numbers in one form; formulas as what they gave last."""
    shared = [
        "".join(text.text or "" for text in item.iter(f"{{{_S}}}t"))
        for part in book.related(_BOOK, "sharedStrings")
        for item in book.tree(part).iterfind(f"{{{_S}}}si")
    ]
    return {cell.get("r"): _value(cell, shared) for cell in book.tree(sheet).iter(f"{{{_S}}}c") if cell.get("r")}


def _value(cell: Any, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{{{_S}}}t"))
    text = cell.findtext(f"{{{_S}}}v") or ""
    if cell.get("t") == "s" and text:
        return shared[int(text)]
    return _number(text)


def _number(text: str) -> str:
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text


def _write(root: Any, place: str, value: str) -> None:
    """Give a cell a value; a number is written as one, a text within the cell, nothing empties it."""
    cell = _cell(root, place)
    for child in cell.findall(f"{{{_S}}}v") + cell.findall(f"{{{_S}}}is"):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if not value:
        return
    try:
        Decimal(value)
    except InvalidOperation:
        cell.set("t", "inlineStr")
        etree.SubElement(etree.SubElement(cell, f"{{{_S}}}is"), f"{{{_S}}}t").text = value
        return
    etree.SubElement(cell, f"{{{_S}}}v").text = value


def _cell(root: Any, place: str) -> Any:
    """Return the cell of a name, made where it belongs when it is not there."""
    match = _PLACE.fullmatch(place)
    row_number, data = int(match[2]) if match else 1, root.find(f"{{{_S}}}sheetData")
    rows = data.findall(f"{{{_S}}}row")
    row = next((one for one in rows if one.get("r") == str(row_number)), None)
    if row is None:
        row = etree.Element(f"{{{_S}}}row", r=str(row_number))
        data.insert(sum(int(one.get("r", 0)) < row_number for one in rows), row)
    cells = row.findall(f"{{{_S}}}c")
    found = next((one for one in cells if one.get("r") == place), None)
    if found is None:
        found = etree.Element(f"{{{_S}}}c", r=place)
        row.insert(sum(_order(one.get("r", "")) < _order(place) for one in cells), found)
    return found


def _order(place: str) -> tuple[int, str]:
    letters = place.rstrip("0123456789")
    return len(letters), letters
