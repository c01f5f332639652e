"""From a project, a report and a period to a finished deck: load → compose → render → save."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from deckbuilder.composing import Composed, compose
from deckbuilder.errors import Place, Problem, Problems
from deckbuilder.loading import Loaded, load
from deckbuilder.saving import Saved, save

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuilder.page import Page
    from deckbuilder.period import Period
    from deckbuilder.project import Project


class Progress(Protocol):
    """What follows a build: told of each stage, and handed the pages one by one as they become slides."""

    def stage(self, words: str) -> None:
        """Take note that a stage begins."""

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        """Yield the pages in order."""


@dataclass(frozen=True)
class Built:
    """A finished build: where the deck is, how many slides it has, and what staff should know of."""

    saved: Saved
    slides: int
    warnings: tuple[Problem, ...]


def build(project: Project, name: str, period: Period, progress: Progress) -> Built:
    """Build a report for a period and save it; raise ContentError with every problem, and then write nothing."""
    problems = Problems()
    progress.stage(f"Läser underlaget för {period.name}.")
    loaded = load(project, name, period, problems)
    composed = compose(loaded, period, problems)
    problems.raise_if_any()
    content, slides, warnings = _render(loaded, composed, period, progress)
    progress.stage("Sparar.")
    saved = save(content, project.output(name, period))
    return Built(saved, slides, (*composed.warnings, *warnings))


def _render(loaded: Loaded, composed: Composed, period: Period, progress: Progress) -> tuple[bytes, int, list[Problem]]:
    """Return the deck's bytes, its number of slides, and what did not fit."""
    from deckbuilder.render.deck import Deck  # noqa: PLC0415 -- python-pptx is slow to load
    from deckbuilder.render.slide import DeckText  # noqa: PLC0415 -- goes with it

    if loaded.report is None or loaded.layout is None:  # pragma: no cover -- told as problems before
        raise AssertionError
    deck = Deck(loaded.layout, DeckText(composed.title, period.name))
    for page in progress.each(composed.pages):
        deck.add(page)
    content = deck.content(f"{composed.title}, {period.name}", period.last_day)
    elsewhere = Place(f"layouts/{loaded.report.layout}.yaml")
    warnings = [Problem(composed.places.get(slide, elsewhere), sentence) for slide, sentence in deck.warnings]
    return content, deck.slide_count, warnings
