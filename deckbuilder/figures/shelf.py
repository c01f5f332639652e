"""The books of other periods beside a report's own, for figures that need their history."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckbuilder.figures.book import Book
    from deckbuilder.period import Period


def _none(_period: Period) -> Book | None:
    return None


@dataclass
class Shelf:
    """Books by period, each opened when first asked for and only once; None for a period that has no input."""

    open: Callable[[Period], Book | None] = _none
    _books: dict[Period, Book | None] = field(default_factory=dict)

    def at(self, period: Period) -> Book | None:
        """Return the book of a period, None when it has no input."""
        if period not in self._books:
            self._books[period] = self.open(period)
        return self._books[period]

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of every file that the books here have read, by its name with its folder."""
        return {
            file: digest for book in self._books.values() if book for file, digest in book.sources.digests().items()
        }
