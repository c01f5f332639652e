"""The programs that a deck is exported with, and which of them this computer offers."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from deckbuilder.errors import CodedError
from deckbuilder.office.errors import OfficeError
from deckbuilder.office.finding import find_libreoffice, find_powerpoint, install
from deckbuilder.office.libreoffice import LibreOffice
from deckbuilder.office.pictures import NO_PDFIUM, page_pictures
from deckbuilder.office.powerpoint import PowerPoint

if TYPE_CHECKING:
    from collections.abc import Sequence

_SLIDES = {"UseTaggedPDF": True, "ExportBookmarks": True}
_NOTES = {"UseTaggedPDF": True, "ExportNotesPages": True, "ExportOnlyNotesPages": True}


class NoEngineError(CodedError):
    """The computer has no program to export with, or not the one that was asked for."""


class Engine(Protocol):
    """What turns a deck into what people send on. All raise OfficeError when it fails."""

    name: str

    def pdf(self, deck: bytes) -> bytes:
        """Return the deck as a PDF with structure tags."""

    def notes(self, deck: bytes) -> bytes:
        """Return the deck's notes pages as a PDF with structure tags."""

    def pictures(self, deck: bytes, width: int) -> Sequence[bytes]:
        """Return each slide as a PNG."""

    def close(self) -> None:
        """End what was started."""


class _WithLibreOffice:
    name = "LibreOffice"

    def __init__(self, office: LibreOffice) -> None:
        self._office = office
        self._made: tuple[bytes, bytes] = (b"", b"")

    def pdf(self, deck: bytes) -> bytes:
        """Return the PDF; that of the same deck is made once."""
        if self._made[0] != deck:
            self._made = deck, self._office.pdf(deck, _SLIDES)
        return self._made[1]

    def notes(self, deck: bytes) -> bytes:
        """Return the notes pages."""
        return self._office.pdf(deck, _NOTES)

    def pictures(self, deck: bytes, width: int) -> Sequence[bytes]:
        """Return the pages of the PDF."""
        return page_pictures(self.pdf(deck), width)

    def close(self) -> None:
        """End LibreOffice."""
        self._office.close()


class _WithPowerPoint:
    name = "PowerPoint"

    def __init__(self, powerpoint: PowerPoint) -> None:
        self._powerpoint = powerpoint

    def pdf(self, deck: bytes) -> bytes:
        """Return the PDF."""
        return self._powerpoint.pdf(deck)

    def notes(self, deck: bytes) -> bytes:
        """Return the notes pages."""
        return self._powerpoint.pdf(deck, notes=True)

    def pictures(self, deck: bytes, width: int) -> Sequence[bytes]:
        """Return PowerPoint's own pictures."""
        return self._powerpoint.pictures(deck, width)

    def close(self) -> None:
        """Do nothing: each job ends what it has started."""


def engine(wanted: str = "", *, with_pictures: bool = False) -> Engine:
    """Return the program to export with: the one that is wanted, else PowerPoint, else LibreOffice.

    Raise NoEngineError when the computer has it not, OfficeError when something else is missing for pictures.
    """
    powershell = find_powerpoint() if wanted != "libreoffice" else None
    if powershell is not None:
        return _WithPowerPoint(PowerPoint(powershell))
    if wanted == "powerpoint":
        sentence = "PowerPoint kan bara användas på Windows, där det är installerat."
        raise NoEngineError(f"{sentence} Ta --with libreoffice, eller exportera i PowerPoint själv.", "DB856")
    program = find_libreoffice()
    if program is None:
        raise NoEngineError(f"För export behövs PowerPoint (på Windows) eller LibreOffice. {install()}", "DB850")
    if with_pictures and find_spec("pypdfium2") is None:
        raise OfficeError(NO_PDFIUM, "DB854")
    return _WithLibreOffice(LibreOffice(program))
