"""Reads what has come of a period as a build would, goes on after every fault, and says in which file each is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.checks.run import check
from deckbuilder.composing import compose
from deckbuilder.errors import ContentError, Problems
from deckbuilder.figures.needs import source_of
from deckbuilder.loading import load

if TYPE_CHECKING:
    from deckbuilder.checks.finding import Finding
    from deckbuilder.errors import Problem
    from deckbuilder.figures.book import Book
    from deckbuilder.loading import Loaded
    from deckbuilder.months.deliveries import Delivery, Month
    from deckbuilder.sources.grid import Raw
    from deckbuilder.sources.table import SourceTable


@dataclass(frozen=True)
class Trial:
    """What a build of the files that are there says. `by_source` are the faults of what is computed from a source."""

    shown_as: str
    problems: tuple[Problem, ...]
    by_source: dict[str, tuple[Problem, ...]]
    findings: tuple[Finding, ...]
    slides: frozenset[str]
    book: Book | None = None
    earlier: Book | None = None

    def of(self, delivery: Delivery) -> tuple[Problem, ...]:
        """Return the problems of a file: those in it, and those of the figures that are computed from it."""
        own = [one for one in self.problems if one.place.file == f"{self.shown_as}/{delivery.file}"]
        ours = [one for name in delivery.sources for one in self.by_source.get(name, ())]
        return tuple(dict.fromkeys((*own, *(one for one in ours if not one.place.file.startswith("input/")))))

    def findings_in(self, file: str) -> tuple[Finding, ...]:
        """Return what the checks found whose place is a file."""
        return tuple(one for one in self.findings if one.place.file == file)

    def is_as_before(self, delivery: Delivery) -> bool:
        """Tell whether all that is read from a file is what its file of the period before has."""
        return bool(delivery.sources) and all(self._is_as_before(name) for name in delivery.sources)

    def _is_as_before(self, source: str) -> bool:
        now, then = _table(self.book, source), _table(self.earlier, source)
        return now is not None and then is not None and _values(now) == _values(then)


def tried(needs: Month) -> Trial:
    """Try to read, compose and check a report of what is there of its files."""
    problems = Problems()
    loaded = load(needs.project, needs.report, needs.period, problems)
    by_source = _computed(loaded, needs, problems)
    composed = compose(loaded, needs.period, problems)
    earlier = loaded.book.at(needs.before) if loaded.book is not None and needs.before is not None else None
    findings: tuple[Finding, ...] = ()
    with suppress(ContentError):  # a rule that cannot be tried: `check` tells it
        findings = check(loaded, composed, earlier).findings
    found = tuple(sorted(dict.fromkeys(problems.found), key=lambda one: one.place))
    ids = (slide.get("id") for slide in (loaded.report.slides if loaded.report else ()) if isinstance(slide, dict))
    return Trial(needs.shown_as, found, by_source, findings, frozenset(map(str, ids)), loaded.book, earlier)


def _computed(loaded: Loaded, needs: Month, problems: Problems) -> dict[str, tuple[Problem, ...]]:
    """Compute the figures of the files that are there, so that the faults of each are known."""
    there = {name for one in needs.deliveries for name in one.sources if (needs.folder / one.file).is_file()}
    found: dict[str, tuple[Problem, ...]] = {}
    for name in sorted(needs.tables) if loaded.book is not None else ():
        source = source_of(needs.catalogue.figures[name])
        if loaded.book is None or source not in there:
            continue
        try:
            loaded.book.table(name)
        except ContentError as error:
            problems.found.extend(error.problems)
            found[source] = (*found.get(source, ()), *error.problems)
    return found


def _table(book: Book | None, source: str) -> SourceTable | None:
    if book is None or source not in book.sources.specs:
        return None
    try:
        return book.sources.table(source)
    except ContentError:
        return None


def _values(table: SourceTable) -> tuple[tuple[str, ...], list[list[Raw]]]:
    return table.columns, [[cell.raw for cell in row] for row in table.rows]
