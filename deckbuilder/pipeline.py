"""From a project, a report and a period to a finished deck: load → compose → check → render → save."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

from deckbuilder.checks.run import Checked, check, refuse_faults
from deckbuilder.composing import Composed, compose
from deckbuilder.errors import ContentError, Place, Problem, Problems
from deckbuilder.loading import Loaded, load
from deckbuilder.rebuilding import Rebuild, rebuilt, store
from deckbuilder.records.json import sidecar, to_json
from deckbuilder.saving import Saved, save_beside
from deckbuilder.sources.catalogue import MISSING_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from deckbuilder.figures.book import Book
    from deckbuilder.loading import ReadBook
    from deckbuilder.page import Page
    from deckbuilder.period import Period
    from deckbuilder.project import Project
    from deckbuilder.records.record import Record
    from deckbuilder.refresh.report import Event

_AS_GIT_DOES = Rebuild()


class Progress(Protocol):
    """What follows a build: told of each stage, and handed the pages one by one as they become slides."""

    def stage(self, words: str) -> None:
        """Take note that a stage begins."""

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        """Yield the pages in order."""


@dataclass(frozen=True)
class Made:
    """A report before it is a deck: what was read, its pages, and what does not agree."""

    loaded: Loaded
    composed: Composed
    checked: Checked

    @property
    def book(self) -> Book:
        """The report's figures."""
        if self.loaded.book is None:  # pragma: no cover -- a problem, so `make` has raised
            raise AssertionError
        return self.loaded.book

    @property
    def record(self) -> Record:
        """What the report says."""
        if self.composed.record is None:  # pragma: no cover -- as above
            raise AssertionError
        return self.composed.record


@dataclass(frozen=True)
class Built:
    """A finished build: where the deck is, how many slides it has, and what staff should know of.

    `events` are what a merge with the deck that was there did; None when there was none.
    """

    saved: Saved
    slides: int
    warnings: tuple[Problem, ...]
    checked: Checked
    events: tuple[Event, ...] | None = None


@dataclass(frozen=True)
class Examined:
    """What a build would warn of and find, and the keys of what `config/sources.yaml` accepts, covered or not."""

    warnings: tuple[Problem, ...]
    checked: Checked
    acceptances: frozenset[str]


def make(project: Project, name: str, period: Period, books: ReadBook | None = None) -> Made:
    """Read, compose and check a report; raise ContentError with every problem.

    `books` reads the figures where they need not be read anew from the disk.
    """
    problems = Problems()
    loaded = load(project, name, period, problems, books=books)
    before = project.earlier(period)
    faults = Problems()
    composed = compose(loaded, period, problems, cache(lambda: earlier_record(project, name, before, faults, books)))
    composed = replace(composed, warnings=(*composed.warnings, *incomplete(before, faults)))
    with problems.gather():
        if loaded.book is not None:
            refuse_faults(loaded.book)
    problems.raise_if_any()
    earlier = loaded.book.at(before) if loaded.book is not None and before is not None else None
    return Made(loaded, composed, check(loaded, composed, earlier))


def earlier_record(
    project: Project, name: str, before: Period | None, faults: Problems, books: ReadBook | None = None
) -> Record | None:
    """Return the record of the report before, as its input says now; None when there is none. Note its faults."""
    if before is None:
        return None
    return compose(load(project, name, before, faults, books=books, looks=False), before, faults).record


def incomplete(before: Period | None, faults: Problems) -> Iterator[Problem]:
    """Yield warnings when the report before has faults, so that what changed since then cannot all be known.

    A file that it has not, told where its source names it, may be of a source that is new.
    """
    if before is None:
        return
    folder, found = f"input/{before.code}", dict.fromkeys(faults.found)
    missing = [fault for fault in found if fault.code == MISSING_FILE]
    if count := len(found) - len(missing):
        remedy = f"Rätta det som 'deckbuilder check {before.code}' tar upp."
        sentence = f"Jämförelsen med {before.name} är inte hel, eftersom underlaget har {count} fel. {remedy}"
        yield Problem(Place(folder), sentence, "DB530")
    for fault in missing:
        what, where, _ = fault.sentence.partition(folder)  # Filen 'a.csv' saknas i input/2024-06. …
        remedy = "Är källan ny är det som det ska. Annars lägg filen där."
        sentence = f"{what}{where}, så siffrorna ur den räknas som nya i jämförelsen. {remedy}"
        yield Problem(fault.place, sentence, "DB531")


def build(  # noqa: PLR0913 -- what a build can be told
    project: Project,
    name: str,
    period: Period,
    progress: Progress,
    *,
    strict: bool = False,
    rebuild: Rebuild = _AS_GIT_DOES,
    dry_run: bool = False,
) -> Built:
    """Build a report for a period and save it; raise ContentError with every problem, and then write nothing.

    A deck that is there is merged with. When `strict`, what does not agree is a problem too. With `dry_run` nothing is
    written, but all is told.
    """
    progress.stage(f"Läser underlaget för {period.name}.")
    made = make(project, name, period)
    if strict and made.checked.findings:
        raise ContentError(finding.problem for finding in made.checked.findings)
    record = to_json(made.record)
    content, slides, warnings = render(made, period, progress, record)
    path = project.output(name, period)
    done = rebuilt(content, path, rebuild)
    saved = Saved(path)
    if not dry_run:
        progress.stage("Sparar.")
        done, saved = store(done, path, lambda: rebuilt(content, path, rebuild))
        warnings += save_record(record, saved.path)
    told = (*made.composed.warnings, *warnings, *done.warnings)
    return Built(saved, slides, told, made.checked, done.events)


def examine(project: Project, name: str, period: Period, progress: Progress) -> Examined:
    """Return what a build would find and warn of, and write nothing; raise ContentError with every problem."""
    made = make(project, name, period)
    _, _, warnings = render(made, period, progress)
    keys = frozenset(one.finding for one in made.book.accepted)
    return Examined((*made.composed.warnings, *warnings), made.checked, keys)


def save_record(record: str, deck: Path) -> list[Problem]:
    """Put the record of a saved deck's figures beside it; the deck is as it is whether that goes or not."""
    path = sidecar(deck)
    if save_beside(record.encode(errors="ignore"), path):  # a lone surrogate is no character; the slides drop it too
        return []
    remedy = "Stäng den om den är öppen, och bygg på nytt. Siffrorna finns också inuti rapporten."
    return [Problem(Place(path.name), f"Filen med rapportens siffror kunde inte skrivas. {remedy}", "DB709")]


def render(made: Made, period: Period, progress: Progress, record: str = "") -> tuple[bytes, int, list[Problem]]:
    """Return the deck's bytes with its record inside, its number of slides, and what did not fit."""
    from deckbuilder.render.deck import Deck  # noqa: PLC0415 -- python-pptx is slow to load
    from deckbuilder.render.slide import DeckText  # noqa: PLC0415 -- goes with it

    loaded, composed = made.loaded, made.composed
    if loaded.report is None or loaded.layout is None:  # pragma: no cover -- told as problems before
        raise AssertionError
    deck = Deck(loaded.layout, DeckText(composed.title, period.name))
    for page in progress.each(composed.pages):
        deck.add(page)
    content = deck.content(f"{composed.title}, {period.name}", period.last_day, record)
    layout, title = Place(f"layouts/{loaded.report.layout}.yaml"), loaded.document.place(("title",))
    warnings = [Problem(layout, *misfit) for misfit in deck.layout_warnings]
    warnings += [Problem(composed.places.get(slide, title), told, code) for slide, told, code in deck.warnings]
    return content, deck.slide_count, warnings
