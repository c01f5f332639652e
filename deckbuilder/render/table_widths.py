"""How wide a table's columns are: numbers as wide as they need, texts share what is left."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from deckbuilder.render.xml import POINT
from deckbuilder.value import SHAPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckbuilder.page import TableBlock, TableCell, TableRow
    from deckbuilder.render.metrics import Font

MARK = "►"
SIDE = 6 * POINT
INDENT = 14 * POINT
_GAP = 12 * POINT
SLACK = POINT
"""Room beyond what was measured: programs that show slides do not agree to the last point."""
LARGE_SHAPE = 1.2
"""How much larger than text a status's shape is that stands without a word."""
_SPARK = "0" * 18
_WIDEST_WORD = 0.4


def widths(block: TableBlock, size: int, width: int, font: Font) -> tuple[int, ...]:
    """Return column widths in EMU: texts give way where there is too little room, extra room is spread over all."""
    natural = [_natural(block, number, size, font) for number in range(len(block.columns))]
    headers = [max(font.width(word, size, bold=True) for word in c.header.split(" ")) for c in block.columns]
    headers = [wide + 2 * SIDE + gap(block, number) for number, wide in enumerate(headers)]
    least = [max(pair) for pair in zip(natural, headers, strict=True)]
    least = _wide_enough_for_groups(block, least, size, font)
    over = sum(least) - width
    if over > 0:
        texts = [number for number, column in enumerate(block.columns) if column.align == "left"]
        floor = {
            n: max(headers[n], min(_longest_word(block, n, size, font), round(width * _WIDEST_WORD))) for n in texts
        }
        shared = _shared({number: least[number] for number in texts}, floor, sum(least[n] for n in texts) - over)
        least = [shared.get(number, own) for number, own in enumerate(least)]
    elif over < 0:
        least = _unwrapped_headers(block, least, width, size, font)
        least = _spread(least, width - sum(least), size, font)
    return tuple(least)


def _shared(natural: Mapping[int, int], floor: Mapping[int, int], room: int) -> dict[int, int]:
    """Share room between columns of text: short ones keep theirs, long ones get as many lines as each other.

    None gets less than its floor, even where the floors together need more than there is.
    """
    fixed: dict[int, int] = {}
    while left := {number: wide for number, wide in natural.items() if number not in fixed}:
        rest = room - sum(fixed.values())
        wanted = {number: wide for number, wide in left.items() if wide <= rest // len(left)}
        if not wanted:
            share = {number: rest * wide // sum(left.values()) for number, wide in left.items()}
            wanted = {number: floor[number] for number in left if share[number] < floor[number]}
            if not wanted:
                return fixed | share
        fixed |= wanted
    return fixed


def _natural(block: TableBlock, number: int, size: int, font: Font) -> int:
    rows = [row for row in block.rows if row.kind != "group"]
    cells = [cell_width(row.cells[number], row, size, font) + indent(row, number) for row in rows]
    return max(cells, default=0) + 2 * SIDE + gap(block, number) + SLACK


def cell_width(cell: TableCell, row: TableRow, size: int, font: Font) -> int:
    """Return how wide a cell's content is on one line, in EMU."""
    return font.width(_SPARK if cell.spark else cell_text(cell), size, bold=row.is_bold or cell.level is not None)


def _longest_word(block: TableBlock, number: int, size: int, font: Font) -> int:
    """Return the width that a column needs so that no word in it is broken."""
    cells = [(row, row.cells[number]) for row in block.rows if row.kind != "group"]
    words = [
        font.width(word, size, bold=row.is_bold or cell.level is not None) + indent(row, number)
        for row, cell in cells
        for word in cell_text(cell).split(" ")
    ]
    return max(words, default=0) + 2 * SIDE + gap(block, number) + SLACK


def breaks_words(block: TableBlock, size: int, found: Sequence[int], font: Font) -> bool:
    """Tell whether a word in a column of text is wider than its column."""
    texts = [number for number, column in enumerate(block.columns) if column.align == "left"]
    return any(_longest_word(block, number, size, font) > found[number] + SLACK for number in texts)


def _unwrapped_headers(block: TableBlock, wide: list[int], width: int, size: int, font: Font) -> list[int]:
    """Widen columns so that the headers take as few lines as there is room for, all columns considered."""
    for lines in range(1, 5):
        headers = [_header_width(column.header, lines, size, font) for column in block.columns]
        wanted = [wide + gap(block, number) for number, wide in enumerate(headers)]
        result = [max(pair) for pair in zip(wide, wanted, strict=True)]
        if sum(result) <= width:
            return result
    return wide


def _header_width(header: str, lines: int, size: int, font: Font) -> int:
    """Return the least width at which a header takes no more than so many lines."""
    words = header.split(" ")
    spans = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    widths_ = sorted(font.width(span, size, bold=True) + SLACK for span in spans)
    return 2 * SIDE + next(wide for wide in widths_ if font.lines(header, size, wide, bold=True) <= lines)


def _wide_enough_for_groups(block: TableBlock, wide: list[int], size: int, font: Font) -> list[int]:
    result = list(wide)
    for group, members in groupby(range(len(block.columns)), key=lambda number: block.columns[number].group):
        numbers = list(members)
        lacking = font.width(group, size, bold=True) + 2 * SIDE - sum(result[number] for number in numbers)
        if group and lacking > 0:
            for number in numbers:
                result[number] += -(-lacking // len(numbers))
    return result


def _spread(wide: list[int], extra: int, size: int, font: Font) -> list[int]:
    """Spread extra room evenly, but no more than keeps a row readable across."""
    most = font.width("0" * 11, size)
    each = min(extra // len(wide), most)
    return [one + each for one in wide]


def indent(row: TableRow, number: int) -> int:
    """Return how far a cell's text is set in."""
    return INDENT if row.indent and not number else 0


def gap(block: TableBlock, number: int) -> int:
    """Return the room before a column of text after one of numbers, which would else seem to be one."""
    columns = block.columns
    return _GAP if number > 1 and columns[number].align == "left" and columns[number - 1].align == "right" else 0


def cell_text(cell: TableCell) -> str:
    """Return all that a cell shows: the status's shape, the text, the arrow."""
    return " ".join(filter(None, (SHAPES[cell.level] if cell.level else "", cell.text, cell.trend or "")))
