"""Takes rows out of a sheet of an Excel file, and empties cells, in the file's own XML: all else is as it was.

A workbook that is loaded and saved by a library loses what the library does not know (calculated values, drop-down
lists from other sheets, drawings). Here the rows below move up, and with them what refers to them in the sheet: merged
cells, rules for colours and for input, filters, links and tables. What refers to rows in other ways stops it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from deckbuilder.sources.excel_marks import sheet_part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_REF = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?")
_OWN_NAMES = ("_xlnm._FilterDatabase", "_xlnm.Print_Area", "_xlnm.Print_Titles")
_SHOWING = ("xl/charts/", "xl/pivotCache/pivotCacheDefinition")
_LISTS = tuple(
    f"}}{name}" for name in ("mergeCells", "dataValidations", "hyperlinks", "protectedRanges", "ignoredErrors")
)
"""Elements that may not be empty."""
_HARMLESS = ("/table", "/hyperlink", "/printerSettings")


class RowsStayError(Exception):
    """Rows cannot be taken out of this workbook: something else in it may refer to them."""


@dataclass(frozen=True)
class _Moves:
    """Where rows go when some are taken out."""

    gone: tuple[int, ...]

    def row(self, number: int) -> int:
        """Return where a row that stays goes, or what comes after one that does not."""
        return number - bisect_left(self.gone, number)

    def refs(self, text: str) -> str:
        """Return cells and areas, with spaces between, without those that are gone."""
        return " ".join(moved for one in text.split() if (moved := self._ref(one)))

    def _ref(self, text: str) -> str:
        match = _REF.fullmatch(text)
        if match is None:  # whole columns
            return text
        first, last = int(match[2]), int(match[4] or match[2])
        start, end = self.row(first), last - bisect_right(self.gone, last)
        if start > end:
            return ""
        return f"{match[1]}{start}" + (f":{match[3]}{end}" if match[3] else "")


@dataclass
class Workbook:
    """An Excel file whose sheets are changed part by part."""

    content: bytes
    _changed: dict[str, bytes] = field(default_factory=dict)

    def take_out(self, sheet: str, rows: Collection[int]) -> None:
        """Take rows out of a sheet; raise RowsStayError, with all as it was, where that cannot be done."""
        if not rows:
            return
        moves = _Moves(tuple(sorted(rows)))
        try:
            with ZipFile(BytesIO(self.content)) as package:
                part = sheet_part(package, sheet)
                self._refuse_references(package, part, sheet)
                tables = {name: self._parsed(package, name) for name in _tables(package, part)}
                root, book = self._parsed(package, part), self._parsed(package, "xl/workbook.xml")
                _refuse_torn_cells(root, moves)
        except (BadZipFile, KeyError, StopIteration, etree.XMLSyntaxError) as error:
            raise RowsStayError from error
        _move_rows(root, moves)
        for tree in (root, *tables.values()):
            _move_refs(tree, moves)
        if any(_is_empty_table(table) for table in tables.values()):
            raise RowsStayError
        _move_names(book, sheet, moves)
        for name, tree in {part: root, "xl/workbook.xml": book, **tables}.items():
            self._changed[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def empty(self, sheet: str, cells: Iterable[str]) -> None:
        """Empty cells (`C7`) of a sheet but those with formulas; their formats stay. Raise RowsStayError as above."""
        wanted = set(cells)
        if not wanted:
            return
        try:
            with ZipFile(BytesIO(self.content)) as package:
                part = sheet_part(package, sheet)
                root = self._parsed(package, part)
        except (BadZipFile, KeyError, StopIteration, etree.XMLSyntaxError) as error:
            raise RowsStayError from error
        for cell in root.iter("{*}c"):
            if cell.get("r") in wanted and cell.find("{*}f") is None:
                cell[:] = []
                cell.attrib.pop("t", None)
        self._changed[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def saved(self) -> bytes:
        """Return the file with its changed parts; the same changes always give the same bytes."""
        if not self._changed:
            return self.content
        target = BytesIO()
        with ZipFile(BytesIO(self.content)) as old, ZipFile(target, "w") as new:
            for info in old.infolist():
                new.writestr(info, self._changed.get(info.filename) or old.read(info))
        return target.getvalue()

    def _parsed(self, package: ZipFile, part: str) -> Any:
        xml = self._changed.get(part) or package.read(part)
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False))

    def _refuse_references(self, package: ZipFile, part: str, sheet: str) -> None:
        """Raise RowsStayError when a formula, a comment or a drawing may stand for a row or on it."""
        for name in package.namelist():
            is_sheet = name.startswith("xl/worksheets/") and name.endswith(".xml") and "/_rels/" not in name
            if is_sheet and next(self._parsed(package, name).iter("{*}f"), None) is not None:
                raise RowsStayError
        if any(not kind.endswith(_HARMLESS) for kind, _ in _relations(package, part)):
            raise RowsStayError
        if any(self._shows(package, name, sheet) for name in package.namelist() if name.startswith(_SHOWING)):
            raise RowsStayError
        rules = self._parsed(package, part).iter("{*}formula1", "{*}formula2", "{*}formula")
        own = [rule.text or "" for rule in rules if "!" not in (rule.text or "")]
        named = self._parsed(package, "xl/workbook.xml").iter("{*}definedName")
        texts = [name.text or "" for name in named if name.get("name") not in _OWN_NAMES]
        own += [text for text in texts if _tells(text, sheet)]
        if any(re.search(r"\$\d", text) for text in own):
            raise RowsStayError

    def _shows(self, package: ZipFile, name: str, sheet: str) -> bool:
        """Tell whether a chart or a pivot table, on any sheet, is made of a sheet's rows."""
        if not name.endswith(".xml"):
            return False
        root = self._parsed(package, name)
        is_charted = any(_tells(formula.text or "", sheet) for formula in root.iter("{*}f"))
        return is_charted or any(one.get("sheet") in {sheet, None} for one in root.iter("{*}worksheetSource"))


def _tells(formula: str, sheet: str) -> bool:
    return sheet in formula.replace("''", "'")


def _refuse_torn_cells(root: Any, moves: _Moves) -> None:
    """Raise RowsStayError when merged cells stand both on rows that go and on rows that stay."""
    for merged in root.iter("{*}mergeCell"):
        match = _REF.fullmatch(merged.get("ref", ""))
        rows = range(int(match[2]), int(match[4] or match[2]) + 1) if match else ()
        if len({row in moves.gone for row in rows}) > 1:
            raise RowsStayError


def _relations(package: ZipFile, part: str) -> list[tuple[str, str]]:
    """Return the kind and the target of all that a sheet refers to."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    if rels not in package.namelist():
        return []
    found = etree.fromstring(package.read(rels), etree.XMLParser(resolve_entities=False))
    return [(str(one.get("Type")), str(one.get("Target"))) for one in found]


def _tables(package: ZipFile, part: str) -> list[str]:
    return [
        f"xl/tables/{target.rpartition('/')[2]}"
        for kind, target in _relations(package, part)
        if kind.endswith("/table")
    ]


def _move_rows(root: Any, moves: _Moves) -> None:
    for selected in list(root.iter("{*}selection")):
        selected.getparent().remove(selected)
    for row in list(root.iter("{*}row")):
        if not row.get("r"):
            raise RowsStayError
        number = int(row.get("r"))
        if number in moves.gone:
            row.getparent().remove(row)
            continue
        row.set("r", str(moves.row(number)))
        for cell in row:
            if cell.get("r"):
                cell.set("r", cell.get("r").rstrip("0123456789") + row.get("r"))


def _move_refs(root: Any, moves: _Moves) -> None:
    """Move the areas that elements have; an element that has none left goes, and one that counts such counts anew."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        for key in ("ref", "sqref"):
            if element.get(key):
                element.set(key, moves.refs(element.get(key)))
        if element.tag.endswith("}sqref") and element.text:
            element.text = moves.refs(element.text)
        if "" in (element.get("ref"), element.get("sqref")):
            _remove(element)


def _remove(element: Any) -> None:
    parent = element.getparent()
    parent.remove(element)
    if parent.get("count"):
        parent.set("count", str(len(parent)))
    if not len(parent) and parent.tag.endswith(_LISTS):
        parent.getparent().remove(parent)


def _is_empty_table(table: Any) -> bool:
    """Tell whether nothing but a heading is left of a table, which Excel does not open."""
    match = _REF.fullmatch(table.get("ref"))
    return match is None or not match[4] or int(match[4]) - int(match[2]) < int(table.get("headerRowCount", "1"))


def _move_names(book: Any, sheet: str, moves: _Moves) -> None:
    for name in book.iter("{*}definedName"):
        text = name.text or ""
        before, sign, area = text.rpartition("!")
        if name.get("name") in _OWN_NAMES and before.strip("'").replace("''", "'") == sheet:
            name.text = f"{before}{sign}{moves.refs(area) or area}"
