"""What the kinds of rules share: how they name rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder.compose.context import chosen
from deckbuilder.errors import SpecError, listed
from deckbuilder.figures.arithmetic import are_of_one_kind
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
    from deckbuilder.spec.document import Path

Name = Annotated[str, Field(min_length=1)]


class RuleSpec(Model):
    """The part that every kind of rule shares."""

    kind: str
    """Regelns slag."""


@dataclass(frozen=True)
class Declared:
    """A rule, the figures that it stands under, and where; a usual one stands in no file, and is not `is_declared`."""

    rule: RuleSpec
    name: str
    path: Path
    is_declared: bool = True


def row_of(table: FigureTable, word: str, key: str) -> Row:
    """Return a row by its key or label; raise SpecError at `key`, with those that exist, when there is none."""
    return rows_of(table, (word,), key)[0]


def rows_of(table: FigureTable, words: Sequence[str], key: str) -> list[Row]:
    """Return rows by their keys or labels, all of them without words; raise SpecError for one that is not there."""
    known = {row.key: row for row in table.rows}
    keys = chosen(tuple(words), {row.key: row.label for row in table.rows}, key, "Raden")
    return [known[one] for one in keys]


def column_of(table: FigureTable, word: str, key: str) -> Column:
    """Return a column by its key or label; raise SpecError at `key`, with those that exist, when there is none."""
    return columns_of(table, (word,), key)[0]


def columns_of(table: FigureTable, words: Sequence[str], key: str) -> list[Column]:
    """Return columns by their keys or labels; raise SpecError for one that is not there."""
    known = {column.key: column for column in table.columns}
    keys = chosen(tuple(words), {column.key: column.label for column in table.columns}, key, "Kolumnen")
    return [known[one] for one in keys]


def read_columns(table: FigureTable) -> list[Column]:
    """Return the columns of numbers that are read from the file, those in per cent only when there are no others.

    What is computed agrees when what it is computed from does; shares of different wholes have no sum.
    """
    read = [column for column in table.columns if any(_is_read(figure) for figure in table.column(column.key))]
    return [column for column in read if not column.unit.is_percent] or read


def refuse_other_kinds(figures: Sequence[Figure], key: str) -> None:
    """Raise SpecError at `key` when figures cannot be compared: kronor and counts."""
    if not are_of_one_kind(figures):
        have = listed(dict.fromkeys(f"{figure.label} ({figure.unit})" for figure in figures))
        sentence = f"{have} är i olika enheter och går inte att jämföra. Välj siffror i samma enhet."
        raise SpecError((key,), sentence, "DB521")


def _is_read(figure: Figure) -> bool:
    return figure.number is not None and not figure.parts and bool(figure.cells)
