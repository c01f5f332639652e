"""The figures of a report as they are listed and searched, and how one of them came about."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.figures.tracing import Tracing, every_figure, find

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import Figure
    from deckbuilder.figures.tracing import Trace
    from deckbuilder.records.record import Record, RecordedSlide


@dataclass(frozen=True)
class Listed:
    """A figure and the ids of the slides that show it."""

    figure: Figure
    slides: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it came from, with their folders."""
        return tuple(dict.fromkeys(cell.file for cell in self.figure.cells))

    @property
    def period(self) -> str:
        """What it is about, as people write it."""
        return self.figure.period.name if self.figure.period else ""

    def shown(self, money_label: str) -> str:
        """Return its value as a sentence writes it, with decimals enough not to hide it."""
        return self.figure.legible.written(money_label)

    @property
    def searched(self) -> str:
        """The words that it can be found by, beside its slides."""
        return " ".join((self.figure.id, self.figure.label, *self.files))


@dataclass(frozen=True)
class Origin:
    """How a figure came about, down to its cells; the slides that show it; its files with the SHA-256 of each."""

    trace: Trace
    slides: tuple[RecordedSlide, ...]
    files: dict[str, str]


def origin(id_: str, book: Book, record: Record) -> Origin:
    """Return how a figure came about; raise NoFigureError when there is none of that id."""
    figure = find(id_, book, record.figures)
    trace, digests = Tracing(book).trace(figure), book.digests()
    return Origin(trace, tuple(record.slides_with(figure.id)), {cell.file: digests[cell.file] for cell in figure.cells})


def listed(book: Book, record: Record, *, every: bool) -> list[Listed]:
    """Return the figures that a report shows; with `every` also those that no slide shows, of the same tables."""
    others = every_figure(book) if every else {}
    figures = {**record.figures, **{id_: one for id_, one in others.items() if id_ not in record.figures}}
    return [Listed(figure, tuple(slide.id for slide in record.slides_with(id_))) for id_, figure in figures.items()]


def matching(among: Iterable[Listed], words: str) -> list[Listed]:
    """Return the figures that have every word; one that is a slide's id does not mean slides whose ids begin alike."""
    among, wanted = list(among), _plain(words).split()
    slides = {slide for one in among for slide in one.slides}

    def has(one: Listed, word: str) -> bool:
        if word in one.slides or word in _plain(one.searched):
            return True
        return word not in slides and any(word in slide for slide in one.slides)

    return [one for one in among if all(has(one, word) for word in wanted)]


def _plain(text: str) -> str:
    """Return the text in lower case and without accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
