"""A sheet of a workbook, whoever saved it: its cells read and written in place, all else left bit for bit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.points import is_number, number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from deckbuilder.refresh.parts import Parts

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROW, _CELL, _VALUE, _INLINE, _TEXT, _FORMULA = (f"{{{S}}}{tag}" for tag in ("row", "c", "v", "is", "t", "f"))
_PLACE = re.compile(r"([A-Z]+)([0-9]+)")
_REFERENCE = re.compile(r"(?<![A-Za-z0-9_!'.])(\$?[A-Z]{1,3})(\$?)([0-9]+)(?![A-Za-z0-9_(])")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


class Sheet:
    """A sheet of a workbook by its name. Numbers are in one form; a formula counts as what it gave last."""

    def __init__(self, book: Parts, name: str) -> None:
        self.book, self.name = book, name
        self.part = _part_of(book, name)
        self.root = book.tree(self.part)
        self._shared = _shared(book)
        self._has_lost_formula = False
        self.cells: dict[str, Any] = {}
        self._read()

    def _read(self) -> None:
        """Note the cells by place (`B2`)."""
        self.cells = {cell.get("r"): cell for cell in self.root.iter(_CELL) if cell.get("r")}

    def text(self, place: str) -> str:
        """Return what a cell holds; "" for one that is not there."""
        cell = self.cells.get(place)
        return "" if cell is None else self._text(cell)

    def texts(self) -> dict[str, str]:
        """Return what all cells hold, by place."""
        return {place: text for place, cell in self.cells.items() if (text := self._text(cell))}

    def _text(self, cell: Any) -> str:
        if cell.get("t") == "inlineStr":
            return "".join(text.text or "" for text in cell.iter(_TEXT))
        text = cell.findtext(_VALUE) or ""
        if cell.get("t") == "s" and text:
            return self._shared[int(text)]
        return number(text) if cell.get("t", "n") == "n" else text

    def formula(self, place: str) -> str:
        """Return a cell's formula; "" when it has none."""
        cell = self.cells.get(place)
        return "" if cell is None else cell.findtext(_FORMULA) or ""

    @property
    def has_formulas(self) -> bool:
        """Whether any cell is computed from others."""
        return next(self.root.iter(_FORMULA), None) is not None

    @property
    def last_column(self) -> int:
        """The number of the last column that holds anything, A is 1."""
        return max((column_number(_split(place)[0]) for place, cell in self.cells.items() if len(cell)), default=0)

    def write(self, place: str, text: str, formula: str = "", *, is_text: bool = False) -> None:
        """Give a cell a value, and the formula that gives it; one that has them already is left as it is."""
        is_value = is_number(text) and not is_text
        if self.text(place) == (number(text) if is_value else text) and (not formula or self.formula(place) == formula):
            return
        cell = self._cell(place)
        self._drop_formula(cell)
        for child in [child for child in cell if child.tag in {_VALUE, _INLINE}]:
            cell.remove(child)
        cell.attrib.pop("t", None)
        self.book.touch(self.part)
        if formula:
            self._has_lost_formula = True  # Excel's list of computed cells does not know it
            etree.SubElement(cell, _FORMULA).text = formula
        if not text:
            return
        if is_value or formula:
            if not is_value:
                cell.set("t", "str")
            etree.SubElement(cell, _VALUE).text = text
            return
        cell.set("t", "inlineStr")
        inner = etree.SubElement(etree.SubElement(cell, _INLINE), _TEXT)
        inner.text = text
        if text != text.strip():
            inner.set(_PRESERVE, "preserve")

    def _drop_formula(self, cell: Any) -> None:
        formula = cell.find(_FORMULA)
        if formula is None:
            return
        self._has_lost_formula = True
        number_ = formula.get("si") if formula.get("t") == "shared" else None
        for other in (
            [formula] if number_ is None else [one for one in self.root.iter(_FORMULA) if one.get("si") == number_]
        ):
            other.getparent().remove(other)

    def _cell(self, place: str) -> Any:
        """Return a cell, made where it belongs, in the form of the one above it, when it is not there."""
        if (found := self.cells.get(place)) is not None:
            return found
        letters, number_ = _split(place)
        row = self._row(number_)
        cell = etree.Element(_CELL, r=place)
        above = self.cells.get(f"{letters}{number_ - 1}")
        if above is not None and above.get("s") and number_ > 2:
            cell.set("s", above.get("s"))
        before = sum(column_number(_split(one.get("r"))[0]) < column_number(letters) for one in row.findall(_CELL))
        row.insert(before, cell)
        self.cells[place] = cell
        row.attrib.pop("spans", None)
        return cell

    def _row(self, number_: int) -> Any:
        data = self.root.find(f"{{{S}}}sheetData")
        rows = data.findall(_ROW)
        found = next((row for row in rows if row.get("r") == str(number_)), None)
        if found is None:
            found = etree.Element(_ROW, r=str(number_))
            data.insert(sum(int(row.get("r", 0)) < number_ for row in rows), found)
        return found

    def relay(self, first: int, last: int, order: Sequence[int | None]) -> None:
        """Put the rows from `first` to `last` in another order, with new ones (None) among them, and some left out.

        What stands below moves down when there is no room; formulas outside what we write follow.
        """
        if list(order) == list(range(first, last + 1)):
            return
        self.book.touch(self.part)
        end = first + len(order) - 1
        data = self.root.find(f"{{{S}}}sheetData")
        rows = {int(row.get("r", 0)): row for row in data.findall(_ROW)}
        blocked = any(last < one <= end and len(row) for one, row in rows.items())
        shift = max(end - last, 0) if blocked else 0
        moved = {old: first + place for place, old in enumerate(order) if old is not None}
        for one in [one for one in rows if first <= one <= last and one not in moved]:
            data.remove(rows.pop(one))
        for old, row in rows.items():
            new = moved.get(old, old + shift if old > last else old)
            self._renumber(row, old, new, _mover(first, last, end, shift, {old: new}))
        data[:] = sorted(data, key=lambda row: int(row.get("r", 0)))
        self._has_lost_formula = self._has_lost_formula or self.has_formulas
        self._read()
        self._fit_tables(first, last, end)

    @staticmethod
    def _renumber(row: Any, old: int, new: int, move: Callable[[str], str]) -> None:
        if old != new:
            row.set("r", str(new))
        for cell in row.findall(_CELL):
            if old != new and cell.get("r"):
                cell.set("r", f"{_split(cell.get('r'))[0]}{new}")
            formula = cell.find(_FORMULA)
            if formula is None:
                continue
            if formula.get("t") == "shared":
                cell.remove(formula)
            else:
                formula.text = move(formula.text or "")

    def _fit_tables(self, first: int, last: int, end: int) -> None:
        """Let Excel's tables that ended with the rows end with them still."""
        for part in self.book.related(self.part, "table"):
            root = self.book.tree(part)
            for one in (root, *root.iter(f"{{{S}}}autoFilter")):
                head, _, tail = one.get("ref", "").partition(":")
                if tail and _split(tail)[1] == last and _split(head)[1] == first - 1:
                    one.set("ref", f"{head}:{_split(tail)[0]}{end}")
                    self.book.touch(part)

    def finish(self) -> None:
        """Let Excel's tables have their cells' headings, and forget its list of computed cells when it changed."""
        for part in self.book.related(self.part, "table"):
            root = self.book.tree(part)
            letters, row = _split(root.get("ref", "A1").partition(":")[0])
            for place, column in enumerate(root.iter(f"{{{S}}}tableColumn"), start=column_number(letters)):
                heading = self.text(f"{column_letters(place)}{row}")
                if heading and column.get("name") != heading:
                    column.set("name", heading)
                    self.book.touch(part)
        if self._has_lost_formula:
            for relation in self.book.relations("xl/workbook.xml"):
                if relation.kind == "calcChain":
                    self.book.unrelate("xl/workbook.xml", relation.id)
                    self.book.drop(relation.target)


def _part_of(book: Parts, name: str) -> str:
    relations = {one.id: one.target for one in book.relations("xl/workbook.xml")}
    for sheet in book.tree("xl/workbook.xml").iter(f"{{{S}}}sheet"):
        if sheet.get("name") == name:
            return relations[sheet.get(f"{{{_R}}}id")]
    raise KeyError(name)


def _shared(book: Parts) -> list[str]:
    return [
        "".join(text.text or "" for text in item.iter(_TEXT) if text.getparent().tag != f"{{{S}}}rPh")
        for part in book.related("xl/workbook.xml", "sharedStrings")
        for item in book.tree(part).iterfind(f"{{{S}}}si")
    ]


def _mover(first: int, last: int, end: int, shift: int, own: Mapping[int, int]) -> Callable[[str], str]:
    """Return how a formula's references change: those to its own row follow it, ends of ranges the block's ends."""

    def move(match: re.Match[str]) -> str:
        row = int(match[3])
        if row in own:
            row = own[row]
        elif row == last:
            row = end
        elif row > last:
            row += shift
        return f"{match[1]}{match[2]}{max(row, 1)}"

    return lambda formula: _REFERENCE.sub(move, formula) if first else formula


def _split(place: str) -> tuple[str, int]:
    match = _PLACE.fullmatch(place.replace("$", ""))
    return (match[1], int(match[2])) if match else ("A", 1)


def column_number(letters: str) -> int:
    """Return a column's number: A is 1."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found


def column_letters(number_: int) -> str:
    """Return a column's letters: 1 is A."""
    letters = ""
    while number_:
        number_, rest = divmod(number_ - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
