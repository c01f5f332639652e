"""The books of other periods beside a report's own, for figures that need their history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import Problems
from deckbuilder.figures.expansion import expanded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.templates import Templates
    from deckbuilder.period import Period
    from deckbuilder.spec.document import Document


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

    def anew(self) -> Shelf:
        """Return a shelf of the same books, of which nothing has been asked for but all is remembered."""
        return Shelf(lambda period: book.anew() if (book := self.at(period)) is not None else None)

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of every file that the books here have read, by its name with its folder."""
        return {
            file: digest for book in self._books.values() if book for file, digest in book.sources.digests().items()
        }


@dataclass(frozen=True)
class Declarations(Mapping[str, Any]):
    """The figures that a document declares, each with its templates filled in when it is asked for.

    A history needs few of them for each of many periods. What a template lacks stays as it is, and is told when used.
    """

    document: Document
    templates: Templates

    def __getitem__(self, name: str) -> Any:
        return expanded(self._figures[name], ("figures", name), self.document, self.templates, Problems())

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    @property
    def _figures(self) -> dict[str, Any]:
        figures: dict[str, Any] = (self.document.data or {}).get("figures", {})
        return figures
