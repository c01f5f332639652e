"""Which column of a chart's workbook holds what: categories, other columns, series, the target, label texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.page import SheetColumn
from deckbuilder.render.workbook import SHEET, column_letter

if TYPE_CHECKING:
    from deckbuilder.page import ChartBlock


def sheet_columns(block: ChartBlock) -> list[SheetColumn]:
    """Return the columns of the chart's workbook from B on."""
    columns = [*block.sheet, *(SheetColumn(series.name, series.values, series.formulas) for series in block.series)]
    if block.target is not None:
        columns.append(SheetColumn(block.target_label, (block.target,) * len(block.categories)))
    texts = [series for series in block.series if series.texts]
    columns += [SheetColumn(f"{series.name}, text", series.texts, block.text_formulas) for series in texts]
    return columns


def values_at(block: ChartBlock, number: int) -> str:
    """Return the cells of a series' values; the target counts as the one after the last series."""
    return _cells(block, len(block.sheet) + number)


def name_at(block: ChartBlock, number: int) -> str:
    """Return the cell of a series' name."""
    return f"{SHEET}!${column_letter(len(block.sheet) + number + 1)}$1"


def texts_at(block: ChartBlock, number: int) -> str:
    """Return the cells of a series' label texts."""
    before = sum(bool(series.texts) for series in block.series[:number])
    return _cells(block, len(block.sheet) + len(block.series) + (block.target is not None) + before)


def categories_at(block: ChartBlock) -> str:
    """Return the cells of the categories."""
    return f"{SHEET}!$A$2:$A${len(block.categories) + 1}"


def _cells(block: ChartBlock, number: int) -> str:
    letter = column_letter(number + 1)
    return f"{SHEET}!${letter}$2:${letter}${len(block.categories) + 1}"
