"""Excel workbooks (and LibreOffice Calc's), read by calamine: the values that were last calculated and saved."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from deckbuilder.errors import ContentError, Place, choices, did_you_mean
from deckbuilder.sources.grid import NOT_CALCULATED, Grid, Raw

if TYPE_CHECKING:
    from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


def read(path: Path, shown_as: str, sheet: str | None) -> Grid:
    """Read one sheet; raise ContentError when the workbook is broken or the sheet is missing or not named."""
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 -- only where a workbook is read

    content = path.read_bytes()
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        name = _sheet_name(workbook.sheet_names, sheet, shown_as)
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError) as error:
        sentence = (
            "Filen går inte att öppna som Excelfil. Den är skadad, lösenordsskyddad eller av annat slag. "
            "Öppna den i Excel och spara om den."
        )
        raise ContentError.at(Place(shown_as), sentence) from error
    grid = [[_raw(value) for value in row] for row in rows]
    for row, column, shown in _faulty_cells(content, name):
        if row < len(grid) and column < len(grid[row]) and grid[row][column] is None:
            grid[row][column] = shown
    return Grid(shown_as, name, sha256(content).hexdigest(), tuple(tuple(row) for row in grid))


def _faulty_cells(content: bytes, sheet: str) -> list[tuple[int, int, str]]:
    """Return row, column (from 0) and text of cells that calamine leaves empty: errors and uncalculated formulas."""
    try:
        with ZipFile(BytesIO(content)) as package:
            xml = package.read(_sheet_part(package, sheet))
    except (BadZipFile, KeyError, StopIteration):
        return []  # not an Open XML workbook: .xls, .xlsb, .ods
    if b't="e"' not in xml and b"<f" not in xml:
        return []
    faulty = []
    for cell in etree.fromstring(xml, etree.XMLParser(resolve_entities=False)).iter(f"{{{_MAIN}}}c"):
        shown = cell.findtext(f"{{{_MAIN}}}v")
        is_formula = cell.find(f"{{{_MAIN}}}f") is not None
        if cell.get("t") == "e" or (is_formula and not shown and cell.get("t") != "str"):
            row, column = _row_and_column(cell.get("r", "A1"))
            faulty.append((row, column, shown or NOT_CALCULATED))
    return faulty


def _sheet_part(package: ZipFile, sheet: str) -> str:
    workbook = etree.fromstring(package.read("xl/workbook.xml"))
    rid = next(s.get(f"{{{_REL}}}id") for s in workbook.iter(f"{{{_MAIN}}}sheet") if s.get("name") == sheet)
    rels = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    target = next(str(rel.get("Target")) for rel in rels if rel.get("Id") == rid)
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _row_and_column(a1: str) -> tuple[int, int]:
    letters = a1.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(a1[len(letters) :]) - 1, column - 1


def _sheet_name(names: list[str], wanted: str | None, shown_as: str) -> str:
    if wanted is None and len(names) == 1:
        return names[0]
    for name in names:
        if wanted is not None and name.strip().casefold() == wanted.strip().casefold():
            return name
    have = f"Blad i filen: {choices(names)}."
    if wanted is None:
        sentence = f"Filen har flera blad. Skriv 'sheet: …' vid källan i config/sources.yaml. {have}"
    else:
        sentence = f"Bladet '{wanted}' saknas.{did_you_mean(wanted, names)} {have}"
    raise ContentError.at(Place(shown_as), sentence)


def _raw(value: Any) -> Raw:
    """Turn calamine's value into ours; a float keeps the 15 digits that Excel itself keeps."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(f"{value:.15g}")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value) if value not in (None, "") else None
