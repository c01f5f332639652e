"""Notes which figures a slide reads, so that the slide can tell what it shows without any builder saying so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import Figure, FigureTable


@dataclass(frozen=True)
class NotingBook:
    """A book that adds each figure that is read from it to `noted`, by its id and in the order met."""

    book: Book
    noted: dict[str, Figure]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all tables, computed or not."""
        return self.book.names

    def table(self, name: str) -> FigureTable:
        """Return a table as `Book.table` does; what is read from its cells is noted."""
        return _noting(self.book.table(name), self.noted)

    def note(self, figure: Figure) -> None:
        """Note a figure that a slide computes itself, by its id."""
        self.noted[figure.id] = figure


def _noting(table: FigureTable, noted: dict[str, Figure]) -> FigureTable:
    parts = {name: _noting(part, noted) for name, part in table.parts.items()}
    return replace(table, cells=_NotingCells(table.cells, noted), parts=parts)


@dataclass(frozen=True)
class _NotingCells(Mapping[tuple[str, str], "Figure"]):
    cells: Mapping[tuple[str, str], Figure]
    noted: dict[str, Figure]

    def __getitem__(self, key: tuple[str, str]) -> Figure:
        figure = self.cells[key]
        self.noted[figure.id] = figure
        return figure

    def __contains__(self, key: object) -> bool:
        return key in self.cells

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)
