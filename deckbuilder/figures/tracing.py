"""Finds a figure by a name that people type, and follows it through what it was computed from down to the cells."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import ContentError, DeckbuilderError, choices, did_you_mean
from deckbuilder.figures.book import every_table
from deckbuilder.figures.cells import number_or_none
from deckbuilder.period import Period, PeriodError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import Figure
    from deckbuilder.sources.cell import Cell
    from deckbuilder.sources.grid import CellRef
    from deckbuilder.sources.table import SourceTable

_MOST_NAMES = 8


class NoFigureError(DeckbuilderError):
    """No figure has the name, or several have; the sentence tells the nearest."""

    code = "DB340"


def every_figure(book: Book) -> dict[str, Figure]:
    """Return the figures of all tables that have been asked for, by id."""
    tables = (each for table in book.computed().values() for each in every_table(table))
    return {figure.id: figure for table in tables for figure in table.cells.values()}


def column_of(id_: str, book: Book) -> dict[str, Figure]:
    """Return the figures of the column that a figure stands in, by id; none for one that no table has."""
    for table in book.computed().values():
        for each in every_table(table):
            for (_, column), figure in each.cells.items():
                if figure.id == id_:
                    return {one.id: one for one in each.column(column)}
    return {}


def find(reference: str, book: Book, shown: Mapping[str, Figure]) -> Figure:
    """Return the figure that is typed as in templates, with keys or labels: `region.Totalt.ack_utfall`.

    `shown` are those that slides show, some of which they compute themselves. Raise NoFigureError for none or several.
    """
    with suppress(ContentError):  # no table of that name is told below
        book.table(reference.partition(".")[0].partition("[")[0].strip().casefold())
    known = every_figure(book) | dict(shown)
    if reference in known:
        return known[reference]
    wanted, names = swedish.key(reference), [{id_: {swedish.key(id_)} for id_ in known}]
    names += [_names(book, by_label=by_label) for by_label in (False, True)]
    levels = ([id_ for id_, words in level.items() if wanted in words] for level in names)
    found = next(filter(None, levels), [])
    if len(found) == 1:
        return known[found[0]]
    raise NoFigureError(_sentence(reference, wanted, found, known))


def _names(book: Book, *, by_label: bool) -> dict[str, set[str]]:
    """Return what figures are called by their rows' keys and labels and their columns' keys; `by_label`, labels."""
    return {
        table.cells[row.key, column.key].id: {
            swedish.key(f"{table.name} {first} {last}")
            for first in (row.key, row.label, f"{row.group} {row.label}")
            for last in ((column.label, f"{column.group} {column.label}") if by_label else (column.key,))
        }
        for whole in book.computed().values()
        for table in every_table(whole)
        for row in table.rows
        for column in table.columns
    }


def _sentence(reference: str, wanted: str, found: list[str], known: Mapping[str, Figure]) -> str:
    if found:
        return f"'{reference}' kan vara flera siffror. Välj bland {choices(found)}."
    below = [id_ for id_ in known if swedish.key(id_).startswith(f"{wanted}_")]
    if below:
        several = f"'{reference}' är ingen siffra utan flera. Skriv rad och kolumn också."
        return f"{several} Här finns: {', '.join(below[:_MOST_NAMES])}{' …' if len(below) > _MOST_NAMES else ''}."
    near = did_you_mean(reference, known)
    return f"Siffran '{reference}' finns inte.{near} Lista siffrorna med --all, och sök bland dem med --filter."


@dataclass(frozen=True)
class Trace:
    """A figure, what it is in words, what its cell says where that is not the value, and what it was computed from."""

    figure: Figure
    words: str
    written: str = ""
    parts: tuple[Trace, ...] = ()


@dataclass
class Tracing:
    """Traces figures of a book, and puts names to those on the way that the book has none for."""

    book: Book
    _ids: dict[str, Figure] = field(init=False)
    _found: dict[CellRef, tuple[Cell, str]] = field(default_factory=dict)
    _files: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._ids = every_figure(self.book)

    def trace(self, figure: Figure) -> Trace:
        """Return a figure with its parts, and theirs, down to those that were read from a cell."""
        cell = self._cell(figure)
        written = cell.text if cell and number_or_none(cell) != figure.number else ""
        return Trace(figure, self._words(figure), written, tuple(self.trace(part) for part in figure.parts))

    def _words(self, figure: Figure) -> str:
        """Return what a figure is: its label, else the names in its row and the header above its cell."""
        same = self._ids.get(figure.id)
        label = figure.label or (same.label if same is not None and same.cells == figure.cells else "")
        if figure.parts:
            return f"{label}: {figure.calculation}" if label else figure.calculation
        if label or self._cell(figure) is None:
            return label or figure.calculation
        return self._found[figure.cells[0]][1]

    def _cell(self, figure: Figure) -> Cell | None:
        """Return the cell that a figure was read from, None for one that was computed."""
        if figure.parts or len(figure.cells) != 1:
            return None
        ref = figure.cells[0]
        if ref.file not in self._files:
            self._files.add(ref.file)
            for table in self._tables(ref.file):
                self._found |= {cell.ref: (cell, words) for cell, words in _named(table)}
        return self._found[ref][0] if ref in self._found else None

    def _tables(self, file: str) -> Iterator[SourceTable]:
        """Yield the sources that lie in a file, which may be in another month's folder."""
        path = PurePosixPath(file)
        with suppress(PeriodError):
            book = self.book.at(Period.parse(path.parent.name))
            if book is None:
                return
            for name, spec in book.sources.specs.items():
                if spec.file == path.name:
                    with suppress(ContentError):  # a sheet that no figure is read from
                        yield book.sources.table(name)


def _named(table: SourceTable) -> Iterator[tuple[Cell, str]]:
    """Yield a source's cells, each with the names at the left of its row and its header: `2024-07, Åtgärd: Över 90`."""
    for row in (*table.rows, *table.skipped):
        names = [cell for place, cell in enumerate(row) if place == 0 or number_or_none(cell) is None]
        for cell, header in zip(row, table.columns, strict=True):
            left = [name.text for name in names if name.text and name.ref.column < cell.ref.column]
            yield cell, ": ".join(word for word in (", ".join(left), header) if word)
