"""Draws slides in the background, those that have just changed first, and keeps the pictures by what they look like."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.util import find_spec
from threading import Condition, Thread
from typing import TYPE_CHECKING

from deckbuilder.office.errors import OfficeError
from deckbuilder.office.libreoffice import LibreOffice, find_libreoffice
from deckbuilder.office.pictures import page_pictures
from deckbuilder.preview.extraction import small_deck
from deckbuilder.refresh.parts import NotADeckError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from deckbuilder.refresh.parts import Parts

WIDTH = 1600
BATCH = 4
_MOST = 400
"""Pictures that are kept; one takes a tenth of a megabyte."""
_MOST_FAULTS = 3
_SECONDS = 20
_SECONDS_TO_END = 10
_NO_LIBREOFFICE = (
    "Det finns inga bilder, för LibreOffice är inte installerat. "
    "Hämta det från libreoffice.org, installera det och starta förhandsvisningen igen."
)
_NO_PDFIUM = (
    "Det finns inga bilder, för pypdfium2 är inte installerat. "
    "Installera det med: pip install pypdfium2. Starta sedan förhandsvisningen igen."
)
_INCOMPLETE = "LibreOffice ritade inte hela bilden. Öppna rapporten i PowerPoint och se om bilden går att visa där."


@dataclass(frozen=True)
class Sheet:
    """A slide to draw: its part, its number in the deck, and the digest of what it looks like."""

    part: str
    number: int
    digest: str


@dataclass
class Pictures:
    """The pictures of a deck's slides, drawn by LibreOffice. `drawn` is called as soon as more are ready."""

    drawn: Callable[[], None]
    office: LibreOffice | None = None
    message: str = ""
    faults: set[str] = field(default_factory=set)
    """The digests of the slides that cannot be drawn."""
    _kept: dict[str, bytes] = field(default_factory=dict)
    _parts: Parts | None = None
    _waiting: list[Sheet] = field(default_factory=list)
    _alone: set[str] = field(default_factory=set)
    _shown: frozenset[str] = frozenset()
    _news: Condition = field(default_factory=Condition)
    _ended: bool = False
    _thread: Thread | None = None

    @classmethod
    def found(cls, drawn: Callable[[], None]) -> Pictures:
        """Return pictures by the LibreOffice of this computer; without it, or pdfium, none and a `message` why."""
        program = find_libreoffice()
        if program is None:
            return cls(drawn, message=_NO_LIBREOFFICE)
        if find_spec("pypdfium2") is None:
            return cls(drawn, message=_NO_PDFIUM)
        return cls(drawn, LibreOffice(program, seconds=_SECONDS))

    def start(self) -> None:
        """Start LibreOffice and begin to draw what is wanted, beside."""
        if self.office is not None:
            self.office.start()
            self._thread = Thread(target=self._draw_always, args=(self.office,), name="bilder", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End LibreOffice. One that hangs is left to its keeper, which ends it when this process does."""
        with self._news:
            self._ended = True
            self._news.notify()
        if self._thread is not None and self.office is not None:
            self.office.interrupt()
            self._thread.join(_SECONDS_TO_END)
            if not self._thread.is_alive():
                self.office.close()

    def get(self, digest: str) -> bytes | None:
        """Return a picture as PNG; None when there is none of that digest."""
        return self._kept.get(digest)

    def ready(self) -> Collection[str]:
        """Return the digests of the pictures that there are."""
        return frozenset(self._kept)

    def want(self, parts: Parts, sheets: Sequence[Sheet]) -> None:
        """Draw a deck's slides that have no picture yet: those that look new first, then the others, in order."""
        with self._news:
            missing = [sheet for sheet in sheets if sheet.digest not in self._kept and sheet.digest not in self.faults]
            self._waiting = sorted(missing, key=lambda sheet: sheet.digest in self._shown)
            self._shown = frozenset(sheet.digest for sheet in sheets)
            self._parts = parts
            self._news.notify()

    def _draw_always(self, office: LibreOffice) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._waiting or self._ended)
                if self._ended:
                    return
                parts, sheets = self._parts, self._batch()
            if parts is not None:
                self._draw(office, parts, sheets)
                self.drawn()

    def _batch(self) -> list[Sheet]:
        """Take the next slides, each look once; one that has failed together with others is taken alone."""
        by_digest = {sheet.digest: sheet for sheet in self._waiting}
        first, *others = by_digest.values()
        together = [sheet for sheet in others if sheet.digest not in self._alone][: BATCH - 1]
        taken = [first] if first.digest in self._alone else [first, *together]
        digests = {sheet.digest for sheet in taken}
        self._waiting = [sheet for sheet in self._waiting if sheet.digest not in digests]
        return taken

    def _draw(self, office: LibreOffice, parts: Parts, sheets: Sequence[Sheet]) -> None:
        """Draw some slides in one go; when that fails they come last and one by one, so that one harms no other."""
        try:
            pictures = _drawn(office, parts, sheets)
        except Exception as error:  # noqa: BLE001 -- whatever a slide does to a program, the next one is to be drawn
            if len(sheets) > 1:
                self._part(parts, sheets)
            else:
                self._give_up(sheets[0], error)
            return
        for sheet, picture in zip(sheets, pictures, strict=True):
            self._kept[sheet.digest] = picture
        self.message = ""
        self._forget()

    def _part(self, parts: Parts, sheets: Sequence[Sheet]) -> None:
        with self._news:
            self._alone |= {sheet.digest for sheet in sheets}
            if parts is self._parts:  # else they are wanted anew already
                self._waiting += sheets

    def _give_up(self, sheet: Sheet, error: Exception) -> None:
        """Note a slide that cannot be drawn; when none can, wait until something changes."""
        self.faults.add(sheet.digest)
        if len(self.faults) >= _MOST_FAULTS and not self._kept:
            why = str(error) if isinstance(error, OfficeError) else ""
            self.message = f"LibreOffice kan inte rita bilderna. {why}".strip()
            self._waiting = []

    def _forget(self) -> None:
        """Forget the oldest pictures when there are too many, but none that is shown."""
        old = [digest for digest in self._kept if digest not in self._shown]
        for digest in old[: max(0, len(self._kept) - _MOST)]:
            del self._kept[digest]


def _drawn(office: LibreOffice, parts: Parts, sheets: Sequence[Sheet]) -> list[bytes]:
    try:
        deck = small_deck(parts, {sheet.part: sheet.number for sheet in sheets})
    except NotADeckError as error:
        raise OfficeError(str(error), "DB873") from error
    pictures = page_pictures(office.pdf(deck), WIDTH)
    if len(pictures) != len(sheets):
        raise OfficeError(_INCOMPLETE, "DB873")
    return pictures
