"""Composes a report before and after a change of its input, and follows the change through."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from deckbuilder.composing import compose
from deckbuilder.errors import Problems
from deckbuilder.figures.book import every_table
from deckbuilder.loading import load, read_book
from deckbuilder.project import Project
from tests.mutation import cells
from tests.mutation.seen import stale, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from deckbuilder.figures.figure import Figure
    from deckbuilder.loading import Loaded
    from deckbuilder.page import Page
    from deckbuilder.period import Period
    from deckbuilder.sources.grid import CellRef

SEED = 20240827


@dataclass(frozen=True)
class State:
    """A report as its input has it: every figure that is computed or shown, and every page, by id."""

    figures: dict[str, Figure]
    pages: dict[str, Page]

    @cached_property
    def shown(self) -> dict[CellRef, list[Figure]]:
        """The cells that figures on slides come from, with these figures."""
        found: dict[CellRef, list[Figure]] = defaultdict(list)
        for id_ in dict.fromkeys(id_ for page in self.pages.values() for id_ in page.figures):
            for cell in dict.fromkeys(self.figures[id_].cells):
                found[cell].append(self.figures[id_])
        return found

    def with_any(self, ids: set[str]) -> set[str]:
        """Return the pages that say that they show any of the figures."""
        return {name for name, page in self.pages.items() if not ids.isdisjoint(page.figures)}


@dataclass(frozen=True)
class Report:
    """A report in a project of its own, whose input a test changes: what was read once, and how it is at first."""

    root: Path
    period: Period
    loaded: Loaded
    base: State

    @classmethod
    def read(cls, root: Path, name: str, period: Period) -> Report:
        """Read and compose a report; raise ContentError when it is refused."""
        problems = Problems()
        loaded = load(Project(root), name, period, problems)
        problems.raise_if_any()
        return cls(root, period, loaded, _state(root, period, loaded))

    def after(self, changes: Mapping[CellRef, Any]) -> State:
        """Return the report with other values in cells; the files are as before afterwards."""
        files = {self.root / cell.file for cell in changes}
        contents = {file: file.read_bytes() for file in files}
        try:
            for cell, new in changes.items():
                cells.write(self.root, cell, new)
            return _state(self.root, self.period, self.loaded)
        finally:
            for file, content in contents.items():
                file.write_bytes(content)

    def sample(self, each: int) -> dict[str, list[CellRef]]:
        """Return cells that slides show, at random, by file: so many of each."""
        found: dict[str, list[CellRef]] = defaultdict(list)
        for cell in sorted(self.base.shown, key=str):
            found[cell.file].append(cell)
        chance = random.Random(SEED)  # noqa: S311 -- the same cells each time
        return {file: chance.sample(known, min(each, len(known))) for file, known in found.items()}

    def other(self, cell: CellRef) -> Any:
        """Return another value for a cell: as the nearest filled one of its column when it is empty."""
        old = cells.value(self.root, cell)
        if old in (None, ""):
            column = [c for c in self.base.shown if (c.file, c.sheet, c.column) == (cell.file, cell.sheet, cell.column)]
            near = sorted(column, key=lambda c: abs(c.row - cell.row))
            return next(filled for c in near if (filled := cells.value(self.root, c)) not in (None, ""))
        figure = min(self.base.shown[cell], key=lambda one: len(one.cells))
        return cells.another(old, figure, larger=(cell.row + cell.column) % 2 == 0)


def faults(before: State, after: State, changed: Iterable[CellRef]) -> list[str]:
    """Return where the change of some cells shows where it should not, or does not where it should."""
    moved = {id_ for id_, figure in before.figures.items() if _value(after, id_) != figure.value}
    differ = {name for name, page in before.pages.items() if visible(page) != visible(after.pages[name])}
    expected = before.with_any(moved)
    found = [f"{name} changes, and notes no figure that does" for name in sorted(differ - expected)]
    found += [f"{name} stands still, and notes {_noted(before, name, moved)}" for name in sorted(expected - differ)]
    found += [f"{id_} changes, and does not name the cell" for id_ in sorted(_unnamed(before, after, moved, changed))]
    for name in sorted(expected):
        old = [before.figures[id_] for id_ in before.pages[name].figures if id_ in moved]
        now = [after.figures[id_] for id_ in after.pages[name].figures]
        was, is_ = before.pages[name], after.pages[name]
        found += [f"{name} still has {what!r} at {place}" for place, what in stale(was, is_, old, now)]
    return found


def _state(root: Path, period: Period, loaded: Loaded) -> State:
    problems = Problems()
    read = replace(loaded, book=read_book(Project(root), period, problems))
    composed = compose(read, period, problems)
    problems.raise_if_any()
    assert read.book is not None
    assert composed.record is not None
    tables = [part for table in read.book.computed().values() for part in every_table(table)]
    figures = {figure.id: figure for table in tables for figure in table.cells.values()}
    return State({**figures, **composed.record.figures}, {page.id: page for page in composed.pages})


def _value(state: State, id_: str) -> Any:
    return state.figures[id_].value if id_ in state.figures else None


def _noted(state: State, name: str, moved: set[str]) -> str:
    return ", ".join(sorted(moved.intersection(state.pages[name].figures)))


def _unnamed(before: State, after: State, moved: set[str], changed: Iterable[CellRef]) -> set[str]:
    """Return the figures that move though their cells, before and after, are none of those changed."""
    cells_ = set(changed)
    return {
        id_
        for id_ in moved
        if cells_.isdisjoint((*before.figures[id_].cells, *(after.figures[id_].cells if id_ in after.figures else ())))
    }
