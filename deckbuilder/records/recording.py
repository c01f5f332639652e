"""Makes the record of a deck while its pages are composed."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from deckbuilder.records.record import Record, RecordedSlide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import Figure
    from deckbuilder.page import Page
    from deckbuilder.period import Period


@dataclass
class Recording:
    """The pages composed so far, by id, with their types and the figures that they show."""

    report: str
    period: Period
    money_label: str
    book: Book
    pages: dict[str, Page] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)
    _figures: dict[str, Figure] = field(default_factory=dict)

    def add(self, type_: str, page: Page, figures: dict[str, Figure]) -> None:
        """Take in a page of a slide type, and the figures that it shows by id."""
        self.pages[page.id] = page
        self._types[page.id] = type_
        self._figures |= figures

    def record(self, order: Iterable[str] | None = None) -> Record:
        """Return the record of the pages, in the order of their ids when it is given."""
        slides = tuple(self._slide(self.pages[name]) for name in order or self.pages)
        figures = {name: self._figures[name] for slide in slides for name in slide.figures}
        known = self.book.digests()
        used = {cell.file for figure in figures.values() for cell in figure.cells}
        files = {file: digest for file, digest in known.items() if file in used}
        return Record(self.report, self.period, self.money_label, files, figures, slides)

    def _slide(self, page: Page) -> RecordedSlide:
        digest = sha256(repr(page).encode()).hexdigest()[:16]
        return RecordedSlide(page.id, self._types[page.id], page.title, page.figures, page.told, digest)
