"""The workbook behind a merged chart: the deck's own where people have saved it, else the data's, cell by cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.refresh.parts import NotADeckError, Parts
from deckbuilder.refresh.points import CATEGORIES, NAME, VALUES
from deckbuilder.refresh.report import Events
from deckbuilder.refresh.sheets import Sheet, column_letters, column_number

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from deckbuilder.refresh.lines import Line
    from deckbuilder.refresh.points import Points

_CELLS = re.compile(r"(?:'((?:[^']|'')+)'|([^'!\[\]]+))!\$?([A-Z]+)\$?([0-9]+)(?::\$?([A-Z]+)\$?([0-9]+))?")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")


@dataclass(frozen=True)
class Block:
    """Where a chart's data stands: its sheet, the rows of its categories, and the columns."""

    sheet: str
    first: int
    last: int
    categories: str
    values: tuple[str, ...]
    labels: tuple[str, ...]

    def cells(self, column: str, count: int) -> str:
        """Return a reference to so many rows of a column."""
        return f"{self._name}!${column}${self.first}:${column}${self.first + count - 1}"

    def heading(self, column: str) -> str:
        """Return a reference to the cell above a column."""
        return f"{self._name}!${column}${self.first - 1}"

    @property
    def _name(self) -> str:
        return self.sheet if _PLAIN.fullmatch(self.sheet) else "'" + self.sheet.replace("'", "''") + "'"


@dataclass(frozen=True)
class Column:
    """A column to write: its letters, its heading, and its texts by category."""

    letters: str
    heading: str
    texts: Sequence[str]
    is_text: bool = False


def block_of(series: Sequence[Points]) -> Block | None:
    """Return where a chart's data stands, when that is as we place it: series in columns under their names."""
    names, categories, values, labels = (
        [_parsed(one.cells(tags)) for one in series] for tags in (NAME, CATEGORIES, VALUES, ())
    )
    labels = [_parsed(one.label_cells) for one in series]
    if not series or None in {*names, *categories, *values} or len(set(categories)) != 1:
        return None
    sheet, letters, first, end, last = categories[0] or ("", "", 0, "", 0)
    wanted = [(sheet, one[1], first - 1, one[1], first - 1) for one in values if one]
    rows = [(sheet, one[1], first, one[1], last) for one in values if one]
    if end != letters or first < 2 or names != wanted or values != rows:
        return None
    return Block(
        sheet, first, last, letters, tuple(one[1] for one in rows), tuple(one[1] if one else "" for one in labels)
    )


def _parsed(cells: str) -> tuple[str, str, int, str, int] | None:
    match = _CELLS.fullmatch(cells)
    if match is None:
        return None
    sheet = (match[1] or match[2]).replace("''", "'")
    return sheet, match[3], int(match[4]), match[5] or match[3], int(match[6] or match[4])


def opened(blob: bytes | None, block: Block | None) -> Sheet | None:
    """Return the sheet of a workbook that a chart's data stands in; None where it cannot be read."""
    if blob is None or block is None:
        return None
    try:
        return Sheet(Parts.of(blob), block.sheet)
    except (NotADeckError, KeyError):
        return None


def free_columns(sheet: Sheet, taken: Sequence[str], count: int) -> list[str]:
    """Return columns to the right of all that holds anything."""
    last = max([sheet.last_column, *(column_number(letters) for letters in taken)])
    return [column_letters(last + number) for number in range(1, count + 1)]


def write_data(
    sheet: Sheet,
    block: Block,
    order: Sequence[int | None],
    names: Sequence[str],
    columns: Sequence[Column],
    like: Sheet | None,
) -> bytes:
    """Return the workbook with the chart's data in it.

    `order` tells which of the block's rows each category stood in. `like` is the data's own sheet when the cells are
    placed as in it: its formulas come along.
    """
    sheet.relay(block.first, block.last, [None if place is None else block.first + place for place in order])
    for column in (
        Column(block.categories, sheet.text(f"{block.categories}{block.first - 1}"), names, is_text=True),
        *columns,
    ):
        sheet.write(f"{column.letters}{block.first - 1}", column.heading, is_text=True)
        for number, text in enumerate(column.texts, start=block.first):
            place = f"{column.letters}{number}"
            sheet.write(place, text, like.formula(place) if like is not None else "", is_text=column.is_text)
    sheet.finish()
    return sheet.book.content()


def other_columns(
    sheets: tuple[Sheet | None, Sheet, Sheet],
    blocks: tuple[Block | None, Block, Block],
    shown: Collection[str],
    rows: Sequence[Line],
    events: Events,
) -> list[Column]:
    """Return the columns of the data's sheet but those `shown`, as a waterfall's steps, merged into the deck's.

    Each is found in the deck by its heading; what stands still stays.
    """
    _, deck, data = sheets
    used = {_split(place) for place in data.texts()}
    found = []
    for letters in sorted({column for column, _ in used}.difference(shown), key=column_number):
        heading = data.text(f"{letters}{blocks[2].first - 1}")
        there = _column_under(deck, blocks[1], heading)
        if not there:
            continue
        texts = []
        for row in rows:
            values = [
                _value(sheet, block, _column(sheet, block, heading), row.at(n))
                for n, (sheet, block) in enumerate(zip(sheets, blocks, strict=True))
            ]
            quiet = Events("", events.take)
            take = row.data is not None and (row.deck is None or quiet.settle("", values[0], values[1], values[2]))
            texts.append(values[2] if take else values[1])
        found.append(Column(there, heading, texts))
    return found


def _column(sheet: Sheet | None, block: Block | None, heading: str) -> str:
    return _column_under(sheet, block, heading) if sheet is not None and block is not None else ""


def _column_under(sheet: Sheet, block: Block, heading: str) -> str:
    row = block.first - 1
    found = [
        column
        for column, number in map(_split, sheet.texts())
        if number == row and sheet.text(f"{column}{row}") == heading
    ]
    return found[0] if len(found) == 1 else ""


def _value(sheet: Sheet | None, block: Block | None, column: str, place: int | None) -> str:
    return sheet.text(f"{column}{block.first + place}") if sheet and block and column and place is not None else ""


def _split(place: str) -> tuple[str, int]:
    letters = place.rstrip("0123456789")
    return letters, int(place[len(letters) :])
