"""Statuses counted and worded, and how a cell shows one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from deckbuilder.errors import listed
from deckbuilder.value import SHAPES, Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.page import TableBlock, TableCell, TableRow
    from deckbuilder.value import Status

Show = Literal["words", "arrows", "dots"]


def counted(statuses: Sequence[Status], *, shapes: bool = False) -> str:
    """Return `1 klart, 12 enligt plan och 3 delvis`, each with its shape where that must be told."""
    kinds = [(True, Level.ON_PLAN, "klart"), *((False, level, str(level)) for level in Level)]
    counts = [
        (level, word, sum((s.is_done, s.level) == (done, level) for s in statuses)) for done, level, word in kinds
    ]
    return listed(f"{f'{SHAPES[level]} ' if shapes else ''}{count} {word}" for level, word, count in counts if count)


def off_plan(statuses: Sequence[tuple[str, str, Status]]) -> str:
    """Return a sentence with the row and column of each status that is not on plan; "" when all are."""
    off = [f"{row} ({column.lower()} {s.level})" for row, column, s in statuses if s.level is not Level.ON_PLAN]
    return f"Inte enligt plan: {listed(off)}." if off else ""


def shown(block: TableBlock, show: Show) -> TableBlock:
    """Return the table with its statuses as shape, word and arrow, as shape and arrow, or as shapes alone."""
    if show == "words":
        return block
    holding = {n for row in block.rows for n, cell in enumerate(row.cells) if cell.level}
    columns = tuple(replace(c, align="center") if n in holding else c for n, c in enumerate(block.columns))
    return replace(block, columns=columns, rows=tuple(_row(row, show) for row in block.rows))


def _row(row: TableRow, show: Show) -> TableRow:
    return replace(row, cells=tuple(_cell(cell, show) for cell in row.cells))


def _cell(cell: TableCell, show: Show) -> TableCell:
    if cell.level is None:
        return cell
    return replace(cell, text="", trend=cell.trend if show == "arrows" else None)
