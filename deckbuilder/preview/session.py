"""One report under the eye: built again whenever something of it is saved."""

from __future__ import annotations

import gc
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import ContentError, DeckbuilderError, Place, Problem, own_fault
from deckbuilder.preview.digests import digests
from deckbuilder.preview.engine import draft
from deckbuilder.preview.memory import Memory
from deckbuilder.preview.ordering import digest, save_order
from deckbuilder.preview.pictures import Pictures, Sheet
from deckbuilder.preview.problems import Homes, homes_of, shown_errors, shown_faults, shown_problems
from deckbuilder.preview.publishing import Publisher
from deckbuilder.preview.slides import shown_slides
from deckbuilder.preview.state import State
from deckbuilder.preview.watching import follow
from deckbuilder.preview.written import written_homes, written_slides

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from deckbuilder.period import Period
    from deckbuilder.preview.engine import Draft
    from deckbuilder.preview.state import ShownProblem
    from deckbuilder.project import Project

REMEDY = "Kör 'deckbuilder build' med --debug och skicka utskriften till den som förvaltar verktyget."
_QUIET = 3
_MOST_BUILDS = 20
"""Seconds without a change, and builds without such a pause, after which memory is cleared up."""


class Session:
    """A report of a period, its latest draft, and what the page is shown of it."""

    def __init__(self, project: Project, report: str, period: Period, pictures: Pictures | None = None) -> None:
        self.project = project
        self.report = report
        self.period = period
        self.pictures = pictures or Pictures.found(self._drawn)
        message, has_pictures = self.pictures.message, self.pictures.office is not None
        state = State(report, period.code, period.name, pictures=message, has_pictures=has_pictures)
        self.publisher = Publisher(state, self.pictures.ready)
        self._memory = Memory()
        self.draft: Draft | None = None
        self._homes = Homes()
        self._problems: tuple[ShownProblem, ...] = ()
        self._changed, self._ended = Event(), Event()
        self._telling = Lock()
        self._threads = [Thread(target=self._build_always, name="bygge"), Thread(target=self._follow, name="vakt")]

    def start(self) -> None:
        """Build, draw, and go on doing so at each change, beside."""
        self._changed.set()
        self.pictures.start()
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Ask all that was started to end."""
        self._ended.set()
        self._changed.set()
        self.publisher.close()

    def close(self) -> None:
        """End all that was started, and wait for it."""
        self.end()
        self.pictures.close()
        for thread in self._threads:
            thread.join()

    def _follow(self) -> None:
        follow(self.project.root, self._deck, self._changed.set, self._ended)

    def _build_always(self) -> None:
        """Build at each change. Cycles are looked for when all is quiet: it costs a fifth of a build."""
        builds = 0
        gc.disable()
        while not self._ended.is_set():
            if self._changed.wait(None if not builds else _QUIET) and builds < _MOST_BUILDS:
                self._changed.clear()
                if not self._ended.is_set():
                    self.build()
                    builds += 1
            else:
                gc.collect()
                builds = 0

    def build(self) -> None:
        """Build once, and show it or what is wrong."""
        text = digest(self._file)
        self.publisher.publish(status="building")
        try:
            self._show(draft(self.project, self.report, self.period, self._memory), text)
        except ContentError as error:
            self._show_broken(error.problems, text)
        except DeckbuilderError as error:
            self._show_broken([Problem(Place(f"output/{self._deck.name}"), str(error), error.code)], text)
        except Exception as error:  # noqa: BLE001 -- the last net: the page tells it, and the next change is built
            problem = Problem(Place("deckbuilder preview"), f"{own_fault(error)} {REMEDY}", "DB901")
            self._show_broken([problem], text)

    def _show(self, found: Draft, text: str) -> None:
        names = digests(found.parts, [view.part for view in found.slides])
        sheets = [Sheet(view.part, number, names[view.part]) for number, view in enumerate(found.slides, start=1)]
        self.pictures.want(found.parts, sheets)
        self.draft, self._homes = found, homes_of(found)
        self._problems = tuple(shown_problems(found, self._homes))
        slides = shown_slides(found, names)
        self._publish(
            status="ready",
            title=found.made.composed.title,
            slides=slides,
            conflicts=sum(event.kind == "conflict" for event in found.events),
            kept=sum(event.kind == "kept" for event in found.events),
            text=text,
        )

    def _show_broken(self, problems: Sequence[Problem], text: str) -> None:
        homes = written_homes(self.project, self.report, self.period, self._homes)
        self._problems = tuple(shown_errors(problems, homes))
        slides = self.publisher.state.slides if self.draft else written_slides(self.project, self.report)
        self._publish(status="broken", text=text, slides=slides)

    def _drawn(self) -> None:
        """Show pictures that have become ready."""
        if not self._ended.is_set():
            self._publish()

    def _publish(self, **changes: Any) -> None:
        """Show what has changed, with the problems of the content and those of drawing."""
        with self._telling:
            slides = changes.get("slides", self.publisher.state.slides)
            faults = tuple(shown_faults(self.pictures.faults, slides))
            self.publisher.publish(**changes, problems=(*self._problems, *faults), pictures=self.pictures.message)

    def reorder(self, ids: Sequence[str], version: int) -> None:
        """Write the slides to the report's YAML in another order, as the page with a version asks for."""
        save_order(self._file, f"config/{self._file.name}", ids, self.publisher.text(version))

    @property
    def _deck(self) -> Path:
        return self.project.output(self.report, self.period)

    @property
    def _file(self) -> Path:
        return self.project.root / "config" / f"{self.report}.yaml"
