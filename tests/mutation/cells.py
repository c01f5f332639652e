"""Changes cells in the files of the input, as somebody with the file open would."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from deckbuilder.value import Status, Suppressed, Unit

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.figures.figure import Figure
    from deckbuilder.sources.grid import CellRef

STATUSES = ("Ej enligt plan ↘", "Delvis →", "Enligt plan ↗")
_NUMBER = re.compile(r"([-−]?)([\d\s]+)(?:,(\d+))?(\s?%?)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SEEN = {Unit.KR: Decimal(25_000), Unit.TKR: Decimal(2_500)}
"""How much of a unit is seen on every slide: those of July show kronor in thousands, and thousands in millions."""


def value(root: Path, cell: CellRef) -> Any:
    """Return what stands in a cell: always text in a CSV file, "" or None when it is empty."""
    if cell.sheet:
        return load_workbook(root / cell.file)[cell.sheet].cell(cell.row, cell.column).value
    lines, _ = _lines(root / cell.file)
    return lines[cell.row - 1].split(";")[cell.column - 1]


def write(root: Path, cell: CellRef, new: Any) -> None:
    """Save the cell's file with another value in it."""
    path = root / cell.file
    if cell.sheet:
        book = load_workbook(path)
        book[cell.sheet].cell(cell.row, cell.column).value = new
        book.save(path)
        return
    lines, encoding = _lines(path)
    values = lines[cell.row - 1].split(";")
    values[cell.column - 1] = new
    lines[cell.row - 1] = ";".join(values)
    path.write_bytes("\n".join(lines).encode(encoding))


def another(old: Any, figure: Figure, *, larger: bool) -> Any:
    """Return another value of the same kind for a cell that is not empty, far enough from `old` to be seen.

    `figure` is what is read from the cell, `larger` the direction that a number goes in, away from zero or towards it.
    """
    if isinstance(figure.value, Suppressed):
        return "7"
    if isinstance(figure.value, Status):
        far, near, good = STATUSES
        return (near if larger else good) if figure.value.word == "ej enligt plan" else far
    if isinstance(old, str) and _DATE.fullmatch(old):
        return (date.fromisoformat(old) + timedelta(days=200)).isoformat()
    if isinstance(old, int | float):
        return type(old)(_number(Decimal(str(old)), figure, larger=larger))
    match = _NUMBER.fullmatch(old)
    return f"{old} med ändring" if match is None or figure.number is None else _text(match, figure, larger=larger)


def _number(old: Decimal, figure: Figure, *, larger: bool) -> Decimal:
    """Return another number with as many decimals; one on a scale from 1 to 5 stays on it."""
    if figure.unit in {Unit.NONE, Unit.COUNT} and figure.decimals == 0 and old in range(1, 6):
        return old + 1 if old < 4 else old - 1
    one = Decimal(1).scaleb(int(old.as_tuple().exponent))
    step = max(abs(old) * Decimal("0.37"), 3 * one, _SEEN.get(figure.unit, Decimal(0)))
    outwards = -step if old < 0 else step
    return (old + (outwards if larger or abs(old) < step else -outwards)).quantize(one)


def _text(match: re.Match[str], figure: Figure, *, larger: bool) -> str:
    digits = re.sub(r"\s", "", match[2]) + (f".{match[3]}" if match[3] else "")
    number = _number(Decimal(f"-{digits}" if match[1] else digits), figure, larger=larger)
    return f"{number:f}".replace(".", ",") + match[4]


def _lines(path: Path) -> tuple[list[str], str]:
    content = path.read_bytes()
    encoding = "utf-8"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252"
        text = content.decode(encoding)
    assert '"' not in text, f"{path} has quoted values, which this test does not read"
    return text.splitlines(), encoding
