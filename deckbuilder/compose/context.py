"""What a builder is handed beside its own options, and the words that slides share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import SpecError, choices, did_you_mean, listed
from deckbuilder.figures.book import UnknownFiguresError
from deckbuilder.figures.noting import NotingBook
from deckbuilder.sources.pictures import PictureError, Pictures
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import Figure, FigureTable
    from deckbuilder.page import Paragraph
    from deckbuilder.period import Period
    from deckbuilder.records.comparison import Comparison
    from deckbuilder.sources.pictures import Picture


_NO_PICTURES = Pictures()


@dataclass(frozen=True)
class Comment:
    """The month's text for a slide, in the parts that `---` lines divide it into."""

    parts: tuple[tuple[Paragraph, ...], ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All parts as one text."""
        return tuple(paragraph for part in self.parts for paragraph in part)


@dataclass(frozen=True)
class Context:
    """The report's period, figures and sections, and the comment on this slide."""

    period: Period
    book: Book | NotingBook
    meeting: str = ""
    money_label: str = "Mkr"
    sections: tuple[tuple[str, str], ...] = ()
    comment: Comment = Comment()
    told: frozenset[str] = frozenset()
    """Ids of the figures in the slide's own sentences."""
    pictures: Pictures = _NO_PICTURES
    compared: Callable[[], Comparison | None] = lambda: None
    """Gives what differs from the report before, for slide types with COMPARES; None when there is none before."""

    def table(self, name: str) -> FigureTable:
        """Return figures by name; raise SpecError at the key `figures` when there are none."""
        try:
            return self.book.table(name)
        except UnknownFiguresError as error:
            raise SpecError(("figures",), error.sentence, error.code) from error

    def picture(self, file: str) -> Picture:
        """Return a picture by its file; raise SpecError at the key `file` when there is none that can be shown."""
        try:
            return self.pictures.read(file)
        except PictureError as error:
            raise SpecError(("file",), str(error), error.code) from error

    def shows(self, figure: Figure, slide: str, row: str, column: str) -> Figure:
        """Note a figure that a slide computes itself, such as a mean, and return it under an id, label and period.

        `row` and `column` are what people call it: `1-14 dagar`, `medel`.
        """
        id_ = f"{slide}.{swedish.key(row)}.{swedish.key(column)}"
        named = replace(figure, id=id_, label=f"{row}, {column}", period=figure.period or self.period)
        if isinstance(self.book, NotingBook):
            self.book.note(named)
        return named

    def unit_label(self, unit: Unit) -> str:
        """Return how a unit is written in subtitles and alternative texts."""
        written = {Unit.MKR: self.money_label, Unit.POINTS: "procentenheter"}
        return written.get(unit) or (unit.value if not unit.is_money else swedish.unit_label(unit))

    def with_unit(self, shown: str, unit: Unit) -> str:
        """Return a number as it is shown with its unit beside it: `5,5 %`, `−100 Mkr`."""
        return swedish.beside(shown, swedish.unit_label(unit, shown, self.money_label))

    def written(self, figure: Figure, *, sign: bool = False) -> str:
        """Return a figure with its unit, for where figures are in different ones; what is no number as it is."""
        return figure.written(self.money_label, sign=sign)


def source_line(said: str | None, *tables: FigureTable, note: str = "") -> str:
    """Return the source line that a slide says itself, else the files that its figures came from, and all notes."""
    if said is not None:
        return said
    files = _named(file for table in tables for file in table.files)
    notes = dict.fromkeys(note for table in tables for note in table.notes)
    return ". ".join(filter(None, (files, *notes, note)))


def source_of(figures: Iterable[Figure]) -> str:
    """Return the source line of figures that are not of one table, such as those in sentences; "" without files."""
    return _named(cell.file for figure in figures for cell in figure.cells)


def _named(files: Iterable[str]) -> str:
    names = dict.fromkeys(file.rpartition("/")[2] for file in files)
    return f"Källa: {listed(names)}" if names else ""


def chosen(wanted: tuple[str, ...], known: dict[str, str], key: str, what: str) -> list[str]:
    """Return the keys of the wanted columns or rows, by key or label, or all; raise SpecError for an unknown one.

    One that is wanted twice is refused: it would be counted twice.
    """
    by_name = names_by_word(known)
    taken: set[str] = set()
    for number, word in enumerate(wanted):
        if len(found := by_name.get(word.casefold(), [])) > 1:
            sentence = f"{what} '{word}' finns flera gånger i siffrorna. Välj bland {choices(found)}."
            raise SpecError((key, number), sentence, "DB403")
        if not found:
            sentence = (
                f"{what} '{word}' finns inte i siffrorna.{did_you_mean(word, known)} Välj bland {choices(known)}."
            )
            raise SpecError((key, number), sentence, "DB402")
        if found[0] in taken:
            raise SpecError((key, number), f"{what} '{word}' står redan i listan. Ta bort den ena.", "DB404")
        taken.add(found[0])
    return [by_name[word.casefold()][0] for word in wanted] if wanted else list(known)


def names_by_word(known: dict[str, str]) -> dict[str, list[str]]:
    """Return keys by every word that means them: the key itself, else the label, which several may share."""
    found: dict[str, list[str]] = {}
    for name, label in known.items():
        found.setdefault(label.casefold(), []).append(name)
    return found | {name.casefold(): [name] for name in known}
