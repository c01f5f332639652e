"""Excel workbooks, read by calamine: the values that were last calculated and saved."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import ContentError, Place, choices, did_you_mean
from deckbuilder.sources.excel_marks import PERCENT, marks
from deckbuilder.sources.grid import Grid, Percent, Raw

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".xlsx", ".xlsm")


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
        raise ContentError.at(Place(shown_as), sentence, "DB205") from error
    grid = [[_raw(value) for value in row] for row in rows]
    for row, column, kind in marks(content, name):
        if row < len(grid) and column < len(grid[row]):
            grid[row][column] = _marked(grid[row][column], kind)
    return Grid(shown_as, name, sha256(content).hexdigest(), tuple(tuple(row) for row in grid))


def _marked(raw: Raw, kind: str) -> Raw:
    """Return a value with what calamine does not tell: that it is in per cent, or missing for a reason."""
    if kind == PERCENT:
        return Percent(raw.scaleb(2)) if isinstance(raw, Decimal) else raw
    return kind if raw is None else raw


def _sheet_name(names: list[str], wanted: str | None, shown_as: str) -> str:
    if wanted is None and len(names) == 1:
        return names[0]
    for name in names:
        if wanted is not None and name.strip().casefold() == wanted.strip().casefold():
            return name
    have = f"Blad i filen: {choices(names)}."
    if wanted is None:
        sentence = f"Filen har flera blad. Skriv 'sheet: …' vid källan i config/sources.yaml. {have}"
        raise ContentError.at(Place(shown_as), sentence, "DB209")
    remedy = "Rätta 'sheet' vid källan i config/sources.yaml, eller bladets namn i filen."
    sentence = f"Bladet '{wanted}' saknas.{did_you_mean(wanted, names)} {have} {remedy}"
    raise ContentError.at(Place(shown_as), sentence, "DB210")


def _raw(value: Any) -> Raw:
    """Turn calamine's value into ours; a float keeps the 15 digits that Excel itself keeps."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(f"{value:.15g}") if isfinite(value) else "#NUM!"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value) if value not in (None, "") else None
