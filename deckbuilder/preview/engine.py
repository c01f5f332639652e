"""Makes the deck that `deckbuilder build` would save, and saves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.pipeline import make, render
from deckbuilder.rebuilding import Rebuild, Rebuilt, rebuilt
from deckbuilder.records.json import to_json
from deckbuilder.refresh.identity import views
from deckbuilder.refresh.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuilder.errors import Problem
    from deckbuilder.page import Page
    from deckbuilder.period import Period
    from deckbuilder.pipeline import Made
    from deckbuilder.preview.memory import Memory
    from deckbuilder.project import Project
    from deckbuilder.refresh.identity import SlideView
    from deckbuilder.refresh.report import Event


class _Silent:
    """Follows a build without a word."""

    def stage(self, words: str) -> None:
        """Say nothing of a stage."""

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        """Return the pages as they are."""
        return pages


@dataclass(frozen=True)
class Draft:
    """A deck that is not saved: what it was made from, its parts, its slides in order, and what staff should know."""

    made: Made
    parts: Parts
    slides: tuple[SlideView, ...]
    warnings: tuple[Problem, ...]
    events: tuple[Event, ...]


def draft(project: Project, report: str, period: Period, memory: Memory) -> Draft:
    """Build a report in memory, merged with the deck in `output/`; raise ContentError with every problem.

    Where there is no deck yet, what `build` hides in the new one is left out: its record of figures and its base.
    """
    made = make(project, report, period, memory.book)
    deck = project.output(report, period)
    record = to_json(made.record) if deck.is_file() else ""
    content, _, warnings = render(made, period, _Silent(), record)
    done = rebuilt(content, deck, Rebuild()) if deck.is_file() else Rebuilt(content, b"")
    parts = Parts.of(done.content)
    slides = views(parts)
    if any(not slide.id for slide in slides):
        slides = views(parts, views(Parts.of(content)))
    told = (*made.composed.warnings, *warnings, *done.warnings)
    return Draft(made, parts, tuple(slides), told, done.events or ())
