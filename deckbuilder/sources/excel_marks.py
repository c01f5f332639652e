"""What an Open XML workbook tells of its cells that calamine does not: errors, uncalculated formulas, per cent."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from deckbuilder.sources.grid import NOT_CALCULATED

if TYPE_CHECKING:
    from collections.abc import Iterator

PERCENT = "%"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": _MAIN[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _REL[1:-1].encode(),
}
_BUILT_IN_PERCENT = {"9", "10"}
_LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[[^]]*\]')


def marks(content: bytes, sheet: str) -> Iterator[tuple[int, int, str]]:
    """Yield row, column (from 0) and `%`, an Excel error or NOT_CALCULATED; nothing for other kinds of workbook."""
    try:
        with ZipFile(BytesIO(content)) as package:
            xml = package.read(sheet_part(package, sheet))
            percent = _percent_styles(package)
    except (BadZipFile, KeyError, StopIteration, etree.XMLSyntaxError):
        return
    row = -1
    for element in _parsed(xml).iter(f"{_MAIN}row"):
        row = int(element.get("r", row + 2)) - 1
        column = -1
        for cell in element.iter(f"{_MAIN}c"):
            column = _column(cell.get("r")) if cell.get("r") else column + 1
            if kind := _kind(cell, percent):
                yield row, column, kind


def _kind(cell: Any, percent: set[str]) -> str:
    shown = cell.findtext(f"{_MAIN}v")
    if cell.get("t") == "e":
        return shown or "#N/A"
    if cell.find(f"{_MAIN}f") is not None and not shown and cell.get("t") != "str":
        return NOT_CALCULATED
    return PERCENT if cell.get("s") in percent and cell.get("t", "n") == "n" else ""


def _percent_styles(package: ZipFile) -> set[str]:
    """Return the style numbers whose number format shows per cent."""
    if "xl/styles.xml" not in package.namelist():
        return set()
    styles = _parsed(package.read("xl/styles.xml"))
    own = {f.get("numFmtId"): f.get("formatCode", "") for f in styles.iter(f"{_MAIN}numFmt")}
    formats = _BUILT_IN_PERCENT | {number for number, code in own.items() if "%" in _LITERAL.sub("", code)}
    cell_formats = styles.find(f"{_MAIN}cellXfs")
    used = [] if cell_formats is None else cell_formats.findall(f"{_MAIN}xf")
    return {str(number) for number, xf in enumerate(used) if xf.get("numFmtId") in formats}


def sheet_part(package: ZipFile, sheet: str) -> str:
    """Return the name of a sheet's part; raise KeyError or StopIteration for a workbook that lacks it."""
    workbook = _parsed(package.read("xl/workbook.xml"))
    rid = next(s.get(f"{_REL}id") for s in workbook.iter(f"{_MAIN}sheet") if s.get("name") == sheet)
    rels = _parsed(package.read("xl/_rels/workbook.xml.rels"))
    target = next(str(rel.get("Target")) for rel in rels if rel.get("Id") == rid)
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _parsed(xml: bytes) -> Any:
    """Return the part's root; the names of Strict Open XML are read as the ordinary ones."""
    for strict, ordinary in _STRICT.items():
        xml = xml.replace(strict, ordinary)
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False))


def _column(a1: str) -> int:
    number = 0
    for letter in a1.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number - 1
