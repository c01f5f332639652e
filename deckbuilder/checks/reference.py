"""A row or figure of other figures, as a rule names it: `region.totalt`, `vantande.over_90.bup.nu`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.checks.rule import column_of, row_of
from deckbuilder.errors import SpecError
from deckbuilder.figures.book import UnknownFiguresError

if TYPE_CHECKING:
    from deckbuilder.checks.rules import Tables
    from deckbuilder.figures.figure import Figure, FigureTable


@dataclass(frozen=True)
class Reference:
    """A row of a table by its key, and a column when it is one figure that is meant."""

    table: FigureTable
    row: str
    column: str = ""


def reference(word: str, tables: Tables, key: str) -> Reference:
    """Return what `word` names; raise SpecError at `key` when it is nothing, and NotHereError without its file."""
    name, *rest = word.split(".")
    try:
        table = tables.table(name)
    except UnknownFiguresError as error:
        raise SpecError((key,), error.sentence, error.code) from error
    while rest and rest[0] in table.parts and rest[0] not in {row.key for row in table.rows}:
        table = table.parts[rest.pop(0)]
    if len(rest) not in {1, 2}:
        raise SpecError((key,), f"'{word}' är ingen rad. Skriv siffror.rad, till exempel region.totalt.", "DB520")
    row = row_of(table, rest[0], key).key
    return Reference(table, row, column_of(table, rest[1], key).key if len(rest) == 2 else "")


def one_figure(word: str, tables: Tables, key: str) -> tuple[FigureTable, Figure]:
    """Return the figure that `word` names and its table; raise SpecError at `key` when it is none."""
    found = reference(word, tables, key)
    if not found.column:
        sentence = f"'{word}' är en rad. Skriv siffror.rad.kolumn, till exempel region.totalt.ack_utfall."
        raise SpecError((key,), sentence, "DB520")
    return found.table, found.table.figure(found.row, found.column)
