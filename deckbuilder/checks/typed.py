"""Numbers typed by hand that no figure says: sentences that went another way than their tables.

A typed number is compared with the figures that it can be about. Where the sentence names a row (`Finansnettot`, a
name that only one file has, or a row and its measure), these are the tables of that row, the figures of the slide, and
those that share a word with the sentence: among a thousand figures any small number is found by chance. Where it names
none, they are all that the report uses.

A number is told only when there is a figure to hold against it: one that the sentence names, or one of its kind on the
slide. A plan or a policy typed on a slide without such figures (`60 % aktiefonder`) has no source to differ from, and a
hint for each of its numbers would teach staff not to read hints.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder.checks.finding import Finding
from deckbuilder.checks.naming import Known, Stems, known_figures, stems
from deckbuilder.checks.sentences import Sentence, sentences
from deckbuilder.checks.typed_numbers import Measure, TypedNumber, typed_numbers
from deckbuilder.figures.book import every_table
from deckbuilder.figures.origin import written_cells
from deckbuilder.value import Unit, convert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.composing import Composed
    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.loading import Loaded

_REMEDY = "Rätta talet, eller hämta det med dubbla klamrar, så följer det underlaget."
_SHORT = 80
_MONEY = {Decimal(1): Unit.KR, Decimal(1000): Unit.TKR}


@dataclass(frozen=True)
class _Reading:
    """A figure's value in a unit that the typed number can be in, of which one is `size` kronor (or counts)."""

    known: Known
    value: Decimal
    size: Decimal

    @property
    def unit(self) -> Unit:
        """The unit that a message writes the figure in."""
        own = self.known.figure.unit
        return _MONEY.get(self.size, Unit.MKR) if own.is_money else own

    def in_unit(self, distance: Decimal) -> Decimal:
        """Return a distance between values as one of the unit that a message writes."""
        return convert(distance * self.size, Unit.KR, self.unit) if self.unit.is_money else distance * self.size


@dataclass(frozen=True)
class _Held:
    """The readings of the figures that a number can be held against, and those of them that it may be nearest to."""

    every: tuple[_Reading, ...]
    nearby: tuple[_Reading, ...]
    words: Stems


def hints(loaded: Loaded, composed: Composed) -> Iterator[Finding]:
    """Yield a hint for each typed number that no figure says when it is rounded to the decimals that were typed."""
    if loaded.book is None or loaded.report is None:
        return
    tables = loaded.book.computed()
    shown = {page.id: frozenset(page.figures) for page in composed.pages}
    figures: list[Known] = []
    for sentence in sentences(loaded, shown, _names(tables)):
        for typed in typed_numbers(sentence.text):
            figures = figures or known_figures(tables)
            held = _held(typed, sentence, figures, shown[sentence.slide])
            if held.nearby and not any(typed.is_met_by(reading.value) for reading in held.every):
                yield _hint(typed, sentence, held, loaded.report.money_label)


def _names(tables: dict[str, FigureTable]) -> set[str]:
    """Return what rows and columns are called: a text that is one of them is no sentence."""
    parts = [part for table in tables.values() for part in every_table(table)]
    return {row.label for part in parts for row in part.rows} | {c.label for part in parts for c in part.columns}


def _held(typed: TypedNumber, sentence: Sentence, figures: Sequence[Known], shown: frozenset[str]) -> _Held:
    words = stems(sentence.text)
    readings = [reading for known in figures for reading in _readings(typed, known)]
    possible = [reading for reading in readings if typed.can_be(reading.value)]
    on_slide = [reading for reading in possible if reading.known.figure.id in shown]
    named = [reading for reading in possible if reading.known.is_named(words)]
    if not named:
        return _Held(tuple(readings), tuple(on_slide), words)
    homes = {reading.known.home for reading in named}
    about = [one for one in readings if one.known.home in homes or one.known.is_akin(words)]
    return _Held((*about, *on_slide), (*named, *about), words)


def _readings(typed: TypedNumber, known: Known) -> Iterator[_Reading]:
    """Yield a figure's value in each unit that the number can be in."""
    number, unit = known.figure.number, known.figure.unit
    for measure, size in typed.readings:
        if number is not None and measure is _measure(unit):
            yield _Reading(known, (convert(number, unit, Unit.KR) if unit.is_money else number) / size, size)


def _measure(unit: Unit) -> Measure:
    if unit.is_money:
        return Measure.MONEY
    return {Unit.PERCENT: Measure.PERCENT, Unit.POINTS: Measure.POINTS}.get(unit, Measure.PLAIN)


def _hint(typed: TypedNumber, sentence: Sentence, held: _Held, money_label: str) -> Finding:
    nearest = min(held.nearby, key=lambda one: _farness(one, typed, held.words))
    own = nearest.known.figure.unmarked
    decimals = typed.decimals if own.unit.is_money else max(typed.decimals if nearest.size == 1 else 0, own.decimals)
    figure = own.as_shown(nearest.unit, decimals, own.better)
    distance = nearest.in_unit(typed.distance(nearest.value))
    difference = replace(figure, value=distance, unit=figure.unit.of_difference).written(money_label)
    words = (
        f"Talet '{typed.typed}' i \"{_shortened(sentence.text, typed.typed)}\" är skrivet för hand och stämmer inte "
        f"med siffrorna. Närmast är {figure.label}: {figure.written(money_label, sign=bool(typed.sign))} "
        f"({figure.id}, {written_cells(figure.cells)}). Skillnaden är {difference}. {_REMEDY}"
    )
    return Finding(f"text.{sentence.slide}.{typed.name}", sentence.place, words, "DB510", difference, is_hint=True)


def _farness(one: _Reading, typed: TypedNumber, words: Stems) -> tuple[bool, bool, int, Decimal, Decimal]:
    """Return how far a figure is from what a number is about: by size and names, then by value, its sign last."""
    other_size, unnamed = not typed.is_of_size(one.value), not one.known.is_named(words)
    by_value = typed.distance(one.value, signed=False), typed.distance(one.value)
    return other_size, unnamed, -one.known.likeness(words), *by_value


def _shortened(text: str, number: str) -> str:
    """Return a sentence, of a long one the part around the number."""
    if len(text) <= _SHORT:
        return text
    start = max(text.index(number) + len(number) // 2 - _SHORT // 2, 0)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", start + _SHORT)
    return ("…" if start else "") + (text[start:] if end < 0 else text[start:end] + "…")
