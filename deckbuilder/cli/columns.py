"""Rows in columns that fit the terminal: wide columns are broken, and where that is not enough each row is a list."""

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


def columns(
    rows: Sequence[Sequence[str]], width: int, wraps: Sequence[int], heading: Sequence[str] = ()
) -> Iterator[str]:
    """Yield the rows as lines no longer than `width`, under their heading.

    The columns with the numbers `wraps` are broken where they must, each down to twelve signs; where that is not
    enough, each row is a list without the heading.
    """
    every = [heading, *rows] if heading else rows
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    for number in wraps:
        over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
        widths[number] -= min(max(over, 0), max(widths[number] - _LEAST, 0))
    if sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        for row in rows:
            yield from _stacked(row, width)
        return
    for row in every:
        cells = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, widths, strict=True) if size]
        for line in zip_longest(*cells, fillvalue=""):
            yield _GAP.join(cell.ljust(size) for cell, size in zip(line, filter(None, widths), strict=True)).rstrip()


def wrapped(text: str, width: int, indent: str = "", *, first: str = "") -> list[str]:
    """Return a sentence as lines no longer than `width` that begin with `indent`, and the first of them with `first`.

    Ids and names of files, which have hyphens, are not divided.
    """
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _stacked(row: Sequence[str], width: int) -> Iterator[str]:
    yield row[0]
    if rest := ", ".join(cell for cell in row[1:] if cell):
        yield from wrapped(rest, width, "  ", first="  ")
