"""One report under the eye: built again whenever something of it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import ContentError, DeckbuilderError
from deckbuilder.preview.digests import digests
from deckbuilder.preview.engine import Draft, draft
from deckbuilder.preview.problems import Homes, comment_lines, shown_errors, shown_problems, slide_lines, table_lines
from deckbuilder.preview.publishing import Publisher
from deckbuilder.preview.slides import shown_slides
from deckbuilder.preview.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deckbuilder.period import Period
    from deckbuilder.project import Project


class Session:
    """A report of a period, its latest draft, and what the page is shown of it."""

    def __init__(self, project: Project, report: str, period: Period) -> None:
        self.project = project
        self.report = report
        self.period = period
        self.pictures: dict[str, bytes] = {}
        self.publisher = Publisher(State(report, period.code, period.name))
        self._draft: Draft | None = None
        self._homes = Homes()
        self._changed = Event()
        self._ended = False
        self._threads: list[Thread] = []

    def start(self) -> None:
        """Build, and go on building at each change, beside."""
        self._changed.set()
        self._threads = [Thread(target=self._build_always, name="bygge")]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """End all that was started."""
        self._ended = True
        self._changed.set()
        self.publisher.close()
        for thread in self._threads:
            thread.join()

    def _build_always(self) -> None:
        while self._changed.wait() and not self._ended:
            self._changed.clear()
            self.build()

    def build(self) -> None:
        """Build once, and show it or what is wrong."""
        text = self._text()
        self.publisher.publish(status="building")
        try:
            found = draft(self.project, self.report, self.period)
        except ContentError as error:
            self.publisher.publish(status="broken", problems=tuple(shown_errors(error.problems, self._homes)), text=text)
            return
        self._draft = found
        self._homes = _homes(found)
        names = digests(found.parts, [view.part for view in found.slides])
        movable = {str(one.get("id")) for one in found.made.loaded.document.data["slides"]}
        self.publisher.publish(
            status="ready",
            title=found.made.composed.title,
            slides=shown_slides(found, names, movable),
            problems=tuple(shown_problems(found, self._homes)),
            conflicts=sum(event.kind == "conflict" for event in found.events),
            kept=sum(event.kind == "kept" for event in found.events),
            text=text,
        )

    def _text(self) -> str:
        path = self.project.report(self.report)
        return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""

    def figures(self, words: str, *, every: bool) -> dict[str, Any]:
        """Return the figures that have all of some words."""
        return {"figures": [], "more": 0}

    def figure(self, id_: str) -> dict[str, Any]:
        """Return how a figure came about."""
        return {"id": id_, "label": "", "lines": []}

    def changes(self) -> dict[str, Any]:
        """Return what has changed since the report before."""
        return {"before": "", "lines": [], "message": "Det finns ingen tidigare rapport att jämföra med."}

    def reorder(self, ids: Sequence[str], version: int) -> None:
        """Write the slides to the YAML in another order."""


def _homes(found: Draft) -> Homes:
    loaded = found.made.loaded
    lines: dict[str, dict[int, str]] = slide_lines(loaded.document)
    lines[loaded.comments_file] = comment_lines(loaded.comments)
    tables = table_lines(loaded.book.document) if loaded.book else {}
    return Homes(lines, tables, found.made.composed.record)
