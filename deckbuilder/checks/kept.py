"""The values that people keep, in the tables that a report uses: what they stand for, and whether that has moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.checks.finding import Finding
from deckbuilder.figures.kept_values import is_still, written_value
from deckbuilder.figures.tracing import every_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckbuilder.errors import Place
    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import Figure
    from deckbuilder.records.record import Record
    from deckbuilder.spec.kept import KeptSpec

KEPT = "behallen."
"""How the keys of these findings begin. They are settled where the value is kept, and not accepted."""


@dataclass(frozen=True)
class KeptFigure:
    """A figure that is kept and what the source gives for it now.

    `slides` are those that show it, `others` the shown figures that are computed from what the source gives, or read
    from the same cell: these do not follow. `place` is where it is kept.
    """

    figure: Figure
    source: Figure
    spec: KeptSpec
    place: Place
    slides: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def kept_figures(book: Book, record: Record | None) -> tuple[KeptFigure, ...]:
    """Return the figures that are kept in the tables that have been asked for, in the order of the file."""
    shown, given = every_figure(book), every_figure(book.of_sources())
    found = []
    for number, spec in enumerate(book.keeping.file.specs):
        if spec.figure in shown:
            source, place = given[spec.figure], book.keeping.file.place(number, "figure")
            slides = tuple(slide.id for slide in record.slides_with(spec.figure)) if record else ()
            others = tuple(_resting_on(source, record, shown)) if record else ()
            found.append(KeptFigure(shown[spec.figure], source, spec, place, slides, others))
    return tuple(found)


def _resting_on(source: Figure, record: Record, known: Mapping[str, Figure]) -> Iterator[str]:
    """Yield the shown figures that came from all the cells of a figure; what slides compute follows what they show."""
    cells = set(source.cells)
    for name, figure in record.figures.items():
        if name != source.id and name in known and not figure.kept and cells and cells <= set(figure.cells):
            yield name


def findings(kept: Sequence[KeptFigure], period: str) -> Iterator[Finding]:
    """Yield a warning for each that stands for another value than when it was kept, and hints for idle ones."""
    for one in kept:
        sentence, is_hint = _moved(one, period)
        if sentence:
            yield Finding(f"{KEPT}{one.spec.figure}", one.place, sentence, "DB515", is_hint=is_hint)


def _moved(one: KeptFigure, period: str) -> tuple[str, bool]:
    """Return what is to be told of a figure, and whether it is a hint; "" for nothing."""
    gives, name = written_value(one.source), swedish.capital(one.source.label)
    drop = f"'deckbuilder keep {period} --drop {one.spec.figure}'"
    if one.source.value == one.figure.value:
        return f"{name}: underlaget ger nu det behållna värdet, {gives}. Ta bort det med {drop}.", True
    if not one.spec.was:
        remedy = f"Skriv 'was: {gives}', så varnas du om underlaget ändras."
        return f"{name}: det står inte vad underlaget gav när värdet behölls. {remedy}", True
    if is_still(one.spec.was, one.source):
        return "", False
    sentence = (
        f"{name}: underlaget har ändrats sedan värdet behölls, från {one.spec.was} till {gives}, men bilderna visar "
        f"{one.figure.unmarked.in_full()}. Behåll värdet på nytt, eller ta bort det med {drop}."
    )
    return sentence, False
