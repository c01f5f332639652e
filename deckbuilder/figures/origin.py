"""Where figures came from, in words that lead a person to the cells."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from deckbuilder.errors import listed
from deckbuilder.sources.grid import CellRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def written_cells(cells: Iterable[CellRef]) -> str:
    """Return cells as `input/2024-07/a.xlsx, bladet Utfall, C5–C9 och E5`; several files with semicolons between."""
    sheets: dict[tuple[str, str], list[CellRef]] = defaultdict(list)
    for cell in cells:
        sheets[cell.file, cell.sheet].append(cell)
    return "; ".join(
        f"{file}, bladet {sheet}, {cell_ranges(found)}" if sheet else f"{file}, {cell_ranges(found)}"
        for (file, sheet), found in sheets.items()
    )


def written_cell(cell: CellRef, *, folder: bool = True) -> str:
    """Return a cell as a person finds it: `a.xlsx, bladet Utfall, cell C7`; `a.csv, rad 7, kolumn 3 (C7)`."""
    file = cell.file if folder else cell.file.rpartition("/")[2]
    if cell.sheet:
        return f"{file}, bladet {cell.sheet}, cell {cell.a1}"
    return f"{file}, rad {cell.row}, kolumn {cell.column} ({cell.a1})"


def cell_ranges(cells: Sequence[CellRef]) -> str:
    """Return the cells of one sheet, those that lie together as a range: `C5–C9`, `C5:E9`, `C5–C9 och E5`."""
    runs = list(_runs(cells))
    by_rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    for column, first, last in runs:
        by_rows[first, last].append(column)
    names = []
    for (first, last), columns in by_rows.items():
        for left, right in _neighbours(columns):
            names.append(_range(left, first, right, last))
    return listed(names)


def _runs(cells: Sequence[CellRef]) -> Iterator[tuple[int, int, int]]:
    """Yield column, first and last row of cells that lie on each other."""
    rows: dict[int, set[int]] = defaultdict(set)
    for cell in cells:
        rows[cell.column].add(cell.row)
    for column in sorted(rows):
        for first, last in _neighbours(sorted(rows[column])):
            yield column, first, last


def _neighbours(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of whole numbers that follow on each other."""
    breaks = [n for n, (one, other) in enumerate(pairwise(numbers), start=1) if other != one + 1]
    for first, last in pairwise([0, *breaks, len(numbers)]):
        yield numbers[first], numbers[last - 1]


def _range(left: int, first: int, right: int, last: int) -> str:
    start, end = CellRef("", "", first, left).a1, CellRef("", "", last, right).a1
    if start == end:
        return start
    return f"{start}–{end}" if left == right or first == last else f"{start}:{end}"
