"""Rows in columns that fit the terminal: a wide column is broken, and where that is not enough each row is a list."""

from __future__ import annotations

import shutil
import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDEST = 100
_LEAST = 12
_GAP = "  "


def terminal_width() -> int:
    """Return how many signs a line has room for."""
    return max(min(shutil.get_terminal_size().columns, _WIDEST), 20)


def columns(rows: Sequence[Sequence[str]], width: int, wraps: int) -> Iterator[str]:
    """Yield the rows as lines no longer than `width`; the column with the number `wraps` is broken where it must."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    spare = width - sum(widths) - len(_GAP) * (len(widths) - 1)
    if spare < 0:
        widths[wraps] += spare
    if rows and widths[wraps] < min(_LEAST, max(len(row[wraps]) for row in rows)):
        for row in rows:
            yield from _stacked(row, width)
        return
    for row in rows:
        cells = [_broken(cell, widths[wraps]) if number == wraps else [cell] for number, cell in enumerate(row)]
        for line in zip_longest(*cells, fillvalue=""):
            yield _GAP.join(cell.ljust(size) for cell, size in zip(line, widths, strict=True)).rstrip()


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Return a sentence as lines no longer than `width`, those after the first indented."""
    return textwrap.wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _broken(cell: str, width: int) -> list[str]:
    return textwrap.wrap(cell, max(width, 1)) or [""]


def _stacked(row: Sequence[str], width: int) -> Iterator[str]:
    yield row[0]
    if rest := ", ".join(cell for cell in row[1:] if cell):
        yield from textwrap.wrap(rest, width, initial_indent="  ", subsequent_indent="  ")
