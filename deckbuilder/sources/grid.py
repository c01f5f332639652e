"""A file's cells as they stand, before anyone says what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from deckbuilder.errors import Place

NOT_CALCULATED = "#ej beräknad"
"""What stands for the value of a formula that no program has calculated yet."""


@dataclass(frozen=True, slots=True)
class Percent:
    """A number that Excel shows in per cent, held as 5.5 for 5,5 %."""

    value: Decimal


Raw = str | Decimal | Percent | date | bool | None


@dataclass(frozen=True, slots=True)
class CellRef:
    """Where a cell stands: file, sheet ("" in a CSV file), row and column counted from 1."""

    file: str
    sheet: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        """The cell as Excel names it: `C7`."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(65 + letter) + letters
        return f"{letters}{self.row}"

    @property
    def place(self) -> Place:
        """The cell as problems name it: sheet and cell in Excel, line in a CSV file."""
        return Place(self.file, sheet=self.sheet, cell=self.a1) if self.sheet else Place(self.file, line=self.row)

    def __str__(self) -> str:
        return f"{self.file}!{self.sheet}!{self.a1}" if self.sheet else f"{self.file}!{self.a1}"


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet or CSV file, row by row; rows may be of different lengths.

    `lines` are the lines that a CSV file's rows end on, as a quoted text may take several.
    """

    file: str
    sheet: str
    sha256: str
    rows: tuple[tuple[Raw, ...], ...]
    lines: tuple[int, ...] = ()

    def row_number(self, index: int) -> int:
        """Return the number that people find a row by, counted from 1."""
        return self.lines[index] if self.lines else index + 1

    @property
    def place(self) -> Place:
        """Where the whole grid stands."""
        return Place(self.file, sheet=self.sheet)
