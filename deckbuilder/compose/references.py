"""Figures that a slide names one by one: `investeringar.totalt.utfall`, or a whole column of months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.compose.context import chosen
from deckbuilder.errors import SpecError
from deckbuilder.figures.book import UnknownFiguresError
from deckbuilder.value import Suppressed

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Figure, FigureTable
    from deckbuilder.spec.document import Path


def figure(reference: str, path: Path, context: Context) -> tuple[Figure, FigureTable]:
    """Return the figure that `figures.row.column` names, and its table; raise SpecError at `path` for none.

    The figures may be a part of others: `sjukfranvaro.jamforelse.totalt.nu`. Rows and columns go by key or label.
    """
    words = reference.split(".")
    if len(words) < 3:
        remedy = "Skriv siffror, rad och kolumn med punkt mellan, som nyckeltal.laneskuld.varde."
        raise SpecError(path, f"'{reference}' är inget tal. {remedy}", "DB405")
    *name, row, column = words
    table = _table(".".join(name), path, context)
    found = _key(row, {r.key: r.label for r in table.rows}, path, "Raden"), _column(column, table, path)
    return table.figure(*found), table


def number(reference: str, path: Path, context: Context) -> tuple[Figure, FigureTable]:
    """Return the figure as `figure` does; raise SpecError for a text or a status, but not for a missing number."""
    found, table = figure(reference, path, context)
    if found.number is None and found.value is not None and not isinstance(found.value, Suppressed):
        raise SpecError(path, f"'{reference}' är '{found.value}' och inget tal. Välj en kolumn med tal.", "DB406")
    return found, table


def history(reference: str, path: Path, context: Context) -> tuple[tuple[Figure, ...], FigureTable]:
    """Return the column that `figures.column` names, in the order of its rows, and its table."""
    name, _, column = reference.rpartition(".")
    if not name:
        remedy = "Skriv siffror och kolumn med punkt mellan, som vantande.andel.forstabesok."
        raise SpecError(path, f"'{reference}' är ingen kolumn. {remedy}", "DB405")
    table = _table(name, path, context)
    return tuple(table.column(_column(column, table, path))), table


def _table(name: str, path: Path, context: Context) -> FigureTable:
    try:
        return context.book.table(name)
    except UnknownFiguresError as error:
        raise SpecError(path, error.sentence, "DB401") from error


def _column(word: str, table: FigureTable, path: Path) -> str:
    return _key(word, {column.key: column.label for column in table.columns}, path, "Kolumnen")


def _key(word: str, known: dict[str, str], path: Path, what: str) -> str:
    try:
        (key,) = chosen((word,), known, "", what)
    except SpecError as error:
        raise SpecError(path, str(error), error.code) from error
    return key
