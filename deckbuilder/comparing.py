"""Finds the two reports that `deckbuilder diff` compares: as they were built, or as their input says now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuilder.errors import CodedError, ContentError, Problems
from deckbuilder.period import Period, PeriodError
from deckbuilder.pipeline import earlier_record, incomplete, make
from deckbuilder.records.comparison import Comparison, compare
from deckbuilder.records.json import NoRecordError
from deckbuilder.render.record import read_record

if TYPE_CHECKING:
    from deckbuilder.project import Project
    from deckbuilder.records.record import Record

_FILES = {".pptx", ".json"}


class NothingToCompareError(CodedError):
    """A side of a comparison that is neither a period nor a file with figures, or both being the same."""


@dataclass(frozen=True)
class Side:
    """A report that is compared: its record, and the file or the input folder that it came from.

    `is_built` tells whether it is what a deck says, not what its input says now; `note` why that is not so.
    """

    record: Record
    origin: str
    is_built: bool
    note: str = ""


@dataclass(frozen=True)
class Compared:
    """Two reports and what differs between them."""

    before: Side
    after: Side
    comparison: Comparison


def compared(project: Project, report: str, before: str, after: str) -> Compared:
    """Compare two reports, each a period or the file of a deck or its record.

    The first is the deck that was built for its period, where `output/` has one, as that is what was shown, else what
    its input says as far as it can be read. The second is what its input says now. Raise ContentError for faults in the
    input, NoRecordError for a file without figures, NothingToCompareError for what is neither, and for the same thing
    twice.
    """
    first = _side(project, report, before, built=True)
    second = _side(project, report, after, built=False)
    if first.origin == second.origin:
        remedy = "Ange två perioder, eller bygg rapporten först så att det byggda kan jämföras med underlaget."
        sentence = f"{before} och {after} är samma sak här ({first.origin}). {remedy}"
        raise NothingToCompareError(sentence, "DB725")
    return Compared(first, second, compare(first.record, second.record))


def _side(project: Project, report: str, word: str, *, built: bool) -> Side:
    if Path(word).suffix.casefold() in _FILES:
        return Side(read_record(Path(word)), _shown(Path(word), project), is_built=True)
    try:
        period = Period.parse(word)
    except PeriodError as error:
        remedy = "Skriv en period som 2024-07, eller en fil som slutar på .pptx eller .siffror.json."
        sentence = f"'{word}' är varken en period eller en fil med siffror. {remedy}"
        raise NothingToCompareError(sentence, "DB726") from error
    return built_side(project, report, period) if built else _now(project, report, period)


def built_side(project: Project, report: str, period: Period) -> Side:
    """Return the deck that was built for a period, else what its input says, with a note where that has faults."""
    deck = project.output(report, period)
    if not deck.is_file():
        return _then(project, report, period)
    try:
        return Side(read_record(deck), _shown(deck, project), is_built=True)
    except NoRecordError:
        note = f"{_shown(deck, project)} har inga siffror som går att läsa, så underlaget används."
        return _then(project, report, period, note)


def _then(project: Project, report: str, period: Period, note: str = "") -> Side:
    faults = Problems()
    project.input(period)
    record = earlier_record(project, report, period, faults)
    if record is None:
        raise ContentError(faults.found)
    notes = (note, *(warning.sentence for warning in incomplete(period, faults)))
    return Side(record, f"input/{period.code}", is_built=False, note=" ".join(filter(None, notes)))


def _now(project: Project, report: str, period: Period) -> Side:
    record = make(project, report, period).record
    return Side(record, f"input/{period.code}", is_built=False)


def _shown(path: Path, project: Project) -> str:
    """Return a file as it is called within the project, else as it was given."""
    there = path.resolve()
    return there.relative_to(project.root).as_posix() if there.is_relative_to(project.root) else str(path)
