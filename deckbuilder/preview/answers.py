"""What the page asks for now and then: figures by their words, how one came about, and what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deckbuilder.comparing import Compared, Side, built_side
from deckbuilder.errors import DeckbuilderError
from deckbuilder.preview.slides import shown_figure
from deckbuilder.records.comparison import compare
from deckbuilder.records.listing import Listed, Origin, listed, matching, origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deckbuilder.figures.book import Book
    from deckbuilder.preview.engine import Draft
    from deckbuilder.preview.session import Session
    from deckbuilder.records.record import Record

_MOST = 200
_NOTHING_BEFORE = "Det finns ingen tidigare period i input att jämföra med."


class NotYetError(DeckbuilderError):
    """The report has not been built, so there is nothing to tell."""

    code = "DB876"

    def __init__(self) -> None:
        super().__init__("Rapporten är inte byggd än. Vänta tills den är klar, eller rätta felen som sidan visar.")


@dataclass(frozen=True)
class Writing:
    """How a figure's page and a comparison are written, a line at a time: as the command line writes them."""

    figure: Callable[[Origin, str], Iterable[str]]
    changes: Callable[[Compared], Iterable[str]]


@dataclass
class Answers:
    """Answers about a session's latest draft."""

    session: Session
    writing: Writing
    _changes: tuple[Draft, dict[str, Any]] | None = None

    def figures(self, words: str, *, every: bool) -> dict[str, Any]:
        """Return the figures that have all of some words; with `every` those that no slide shows too."""
        _, book, record = self._latest()
        found = matching(listed(book, record, every=every), words)
        shown = [_figure(one, record.money_label) for one in found[:_MOST]]
        return {"figures": shown, "more": len(found) - len(shown)}

    def figure(self, id_: str) -> dict[str, Any]:
        """Return how a figure came about; raise NoFigureError when there is none of that id."""
        _, book, record = self._latest()
        found = origin(id_, book, record)
        figure, lines = found.trace.figure, self.writing.figure(found, record.money_label)
        return {"id": figure.id, "label": figure.label, "lines": list(lines)}

    def changes(self) -> dict[str, Any]:
        """Return what has changed since the report before: the one that was built, else what its input says."""
        draft, _, record = self._latest()
        if self._changes is None or self._changes[0] is not draft:
            self._changes = draft, self._compared(record)
        return self._changes[1]

    def _compared(self, record: Record) -> dict[str, Any]:
        session = self.session
        before = session.project.earlier(session.period)
        if before is None:
            return {"before": "", "lines": [], "message": _NOTHING_BEFORE}
        try:
            first = built_side(session.project, session.report, before)
        except DeckbuilderError as error:
            sentence = f"Det går inte att jämföra med {before.name}: {error}"
            return {"before": before.name, "lines": [], "message": sentence}
        second = Side(record, f"input/{session.period.code}", is_built=False)
        found = Compared(first, second, compare(first.record, record))
        return {"before": before.name, "lines": list(self.writing.changes(found)), "message": ""}

    def _latest(self) -> tuple[Draft, Book, Record]:
        draft = self.session.draft
        if draft is None:
            raise NotYetError
        return draft, draft.made.book, draft.made.record


def _figure(one: Listed, money_label: str) -> dict[str, Any]:
    shown = shown_figure(one.figure, money_label)
    return {**vars(shown), "slides": list(one.slides), "period": one.period}
