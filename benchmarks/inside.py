"""A build in this process: how long each stage takes, and which functions take the time."""

from __future__ import annotations

import cProfile
import pstats
from itertools import pairwise
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from content import PERIOD

from deckbuilder.composing import compose
from deckbuilder.errors import Problems
from deckbuilder.loading import load
from deckbuilder.period import Period
from deckbuilder.pipeline import build
from deckbuilder.project import Project
from deckbuilder.render.deck import Deck
from deckbuilder.render.slide import DeckText
from deckbuilder.saving import save

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from deckbuilder.page import Page

NAME = "manadsrapport"
FUNCTIONS = 25


class Quiet:
    """Follows a build and says nothing."""

    def stage(self, words: str) -> None:
        """Pass over the stage."""

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        """Return the pages."""
        return pages


def profile(folder: Path) -> None:
    """Print the functions that take the most time, called ones included."""
    profiler = cProfile.Profile()
    profiler.runcall(build, Project.at(folder), NAME, Period.parse(PERIOD), Quiet())
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(FUNCTIONS)


def stages(count: int, folder: Path, repeat: int) -> None:
    """Print the median seconds of each stage and its share. Imports are done before; the first build is not counted."""
    runs = [_stages(Project.at(folder)) for _ in range(repeat + 1)][1:]
    medians = {name: median(run[name] for run in runs) for name in runs[0]}
    total = sum(medians.values())
    print(f"{count} slides: {total:.3f} s without imports")
    for name, taken in medians.items():
        print(f"  {name:8} {taken:8.3f} s {taken / total:6.0%}")


def _stages(project: Project) -> dict[str, float]:
    """Return the seconds of one build: the same calls that `deckbuilder.pipeline.build` makes."""
    times = [perf_counter()]
    period, problems = Period.parse(PERIOD), Problems()
    loaded = load(project, NAME, period, problems)
    times.append(perf_counter())
    composed = compose(loaded, period, problems)
    problems.raise_if_any()
    times.append(perf_counter())
    if loaded.report is None or loaded.layout is None:
        raise AssertionError
    deck = Deck(loaded.layout, DeckText(loaded.report.title, period.name))
    for page in composed.pages:
        deck.add(page)
    times.append(perf_counter())
    content = deck.content(loaded.report.title, period.last_day)
    times.append(perf_counter())
    save(content, project.output(NAME, period))
    times.append(perf_counter())
    names = ("load", "compose", "slides", "package", "save")
    return {name: end - start for name, (start, end) in zip(names, pairwise(times), strict=True)}
