"""Whether a sentence names a figure: its words, without their endings, beside those of the figure's row and column."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from deckbuilder.figures.book import every_table
from deckbuilder.period import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckbuilder.figures.figure import Figure, FigureTable, Row

Stems = frozenset[str]

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=..)(?:arna|erna|orna|en|et|ar|er|or|an|na|[aents])$")
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_SAY_NOTHING = frozenset(
    (
        *("och", "eller", "i", "på", "av", "för", "till", "med", "per", "om", "den", "det", "de", "som", "mot", "inom"),
        *("från", "summa", "summan", "totalt", "total", "hela", "alla", "varav", "samt", "övriga", "övrigt"),
        *("år", "året", "åren", "årets"),
        *MONTHS,
        *(month[:3] for month in MONTHS),
    )
)


@cache
def stems(text: str) -> Stems:
    """Return the words that say what a text is about, without endings: `Finansnettot` and `finansnetto` are one."""
    words = {word for word in _WORD.findall(text.casefold()) if word not in _SAY_NOTHING and not _YEAR.fullmatch(word)}
    return frozenset(_stem(word) for word in words)


def _stem(word: str) -> str:
    while (shorter := _ENDING.sub("", word)) != word and len(shorter) > 2:
        word = shorter
    return word


@dataclass(frozen=True)
class Known:
    """A number of the book with the table it stands in, and the stems of its row, its column and its table.

    `is_alone` tells that no other file has a row of that name: the name is a measure's. A name that several files have
    is that of whom the figures are about.
    """

    figure: Figure
    home: str
    row: Stems
    column: Stems
    table: Stems
    is_alone: bool

    def is_named(self, words: Stems) -> bool:
        """Tell whether a sentence of these stems names the figure's row, and its measure where that is not the row."""
        measure = (self.column | self.table) - self.row
        return bool(self.row) and self.row <= words and (self.is_alone or bool(measure & words))

    def is_akin(self, words: Stems) -> bool:
        """Tell whether a sentence of these stems has a word of the figure's row or table; columns' are everywhere."""
        return bool((self.row | self.table) & words)

    def likeness(self, words: Stems) -> int:
        """Return how many of the figure's own words the sentence says, less those that it leaves out."""
        own = self.row | self.column
        return len(own & words) - len(own - words)


def known_figures(tables: Mapping[str, FigureTable]) -> list[Known]:
    """Return every figure with a number, in the order of the book."""
    each = [(name, part, row) for name, table in tables.items() for part in every_table(table) for row in part.rows]
    files: dict[Stems, set[tuple[str, ...]]] = defaultdict(set)
    for _, table, row in each:
        files[_row_stems(row)].add(table.files)
    return [
        Known(figure, name, own, stems(f"{column.group} {column.label}"), topic, len(files[own]) == 1)
        for name, table, row in each
        for own, topic in [(_row_stems(row), stems(f"{row.group} {table.label}"))]
        for column in table.columns
        if (figure := table.cells[row.key, column.key]).number is not None
    ]


def _row_stems(row: Row) -> Stems:
    """Return the stems of a row's name; none for a month, which names no measure."""
    return frozenset() if row.period else stems(row.label)
