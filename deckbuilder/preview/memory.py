"""Figures that need not be computed again: those of input and declarations that nobody has touched meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckbuilder.loading import read_book
from deckbuilder.project import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deckbuilder.errors import Problems
    from deckbuilder.figures.book import Book
    from deckbuilder.period import Period
    from deckbuilder.project import Project

_TEXT = ".md"
"""No figure is computed from a text: the month's words can change without them."""
_Seen = frozenset[tuple[str, int, int]]


@dataclass
class Memory:
    """The books of a project by period, as long as `config/sources.yaml` and the files in `input/` stand still."""

    _books: dict[Period, Book] = field(default_factory=dict)
    _seen: _Seen = frozenset()

    def book(self, project: Project, period: Period, problems: Problems) -> Book:
        """Return the figures of a period, remembered where nothing that they come from has changed."""
        seen = frozenset(_files(project.root))
        if seen != self._seen:
            self._books.clear()
            self._seen = seen
        if period not in self._books:
            count = len(problems.found)
            book = read_book(project, period, problems)
            if len(problems.found) > count:
                return book
            self._books[period] = book
        return self._books[period].anew()


def _files(root: Path) -> Iterator[tuple[str, int, int]]:
    """Yield what figures come from, with what tells a file from the same file after it was saved."""
    for path in (root / "config" / f"{SOURCES}.yaml", *sorted((root / "input").rglob("*"))):
        if path.suffix != _TEXT and (path.is_file() or path.is_dir()):
            found = path.stat()
            yield str(path), found.st_mtime_ns, found.st_size
