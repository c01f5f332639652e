"""The workbook behind a chart: what PowerPoint opens at "Redigera data"."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from deckbuilder.render.xml import DECLARATION, escape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from deckbuilder.page import SheetColumn

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = "Data"

_FIXED_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETML}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEETML}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEETML}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}


def column_letter(number: int) -> str:
    """Return the letter of a column counted from 0; a chart has no more than 26."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number]


def workbook(categories: Sequence[str], columns: Sequence[SheetColumn]) -> bytes:
    """Return an .xlsx with categories in column A from row 2 and the columns from B, names in row 1."""
    rows = ["".join(_text(f"{column_letter(n + 1)}1", column.name) for n, column in enumerate(columns))]
    for number, category in enumerate(categories):
        cells = (_cell(f"{column_letter(n + 1)}{number + 2}", column, number) for n, column in enumerate(columns))
        rows.append(_text(f"A{number + 2}", category) + "".join(cells))
    data = "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(rows, start=1))
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData></worksheet>'
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, xml in (*_FIXED_PARTS.items(), ("xl/worksheets/sheet1.xml", sheet)):
            write(package, name, (DECLARATION + xml).encode())
    return stream.getvalue()


def write(package: ZipFile, name: str, content: bytes) -> None:
    """Add a member with a fixed time, so that the same content gives the same bytes."""
    info = ZipInfo(name, FIXED_TIME)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.create_system = 3
    package.writestr(info, content)


def plain(value: Decimal) -> str:
    """Return a number as files hold it, with the 15 digits that Excel keeps: `-2233.151`."""
    return f"{float(value):.15g}"


def _cell(cell: str, column: SheetColumn, number: int) -> str:
    """Return a cell with its value, and the formula that gives it where there is one."""
    value = column.values[number]
    if value is None:
        return ""
    if not column.formulas or not column.formulas[number]:
        return _text(cell, value) if isinstance(value, str) else f'<c r="{cell}"><v>{plain(value)}</v></c>'
    kind, kept = (' t="str"', escape(value)) if isinstance(value, str) else ("", plain(value))
    return f'<c r="{cell}"{kind}><f>{escape(column.formulas[number])}</f><v>{kept}</v></c>'


def _text(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
