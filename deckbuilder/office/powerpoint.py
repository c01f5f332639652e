"""PowerPoint on Windows, driven by a PowerShell script: a deck becomes a PDF or pictures as people see it there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from deckbuilder.office.errors import OfficeError
from deckbuilder.office.running import run

_SCRIPT = Path(__file__).with_name("powerpoint.ps1")
_OPTIONS = ("-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File")
_REMEDY = "Öppna PowerPoint, stäng de rutor som väntar på svar, och försök igen. Eller ta --with libreoffice."


@dataclass(frozen=True)
class PowerPoint:
    """The PowerPoint of this computer, with the PowerShell that drives it.

    What people have open in it is left alone. Each job opens a copy of the deck, read only and without a window.
    """

    powershell: Path
    seconds: float = 300
    """How long a job may take."""

    def pdf(self, deck: bytes, *, notes: bool = False) -> bytes:
        """Return a deck as a tagged PDF, or its notes pages; raise OfficeError when it fails."""
        with TemporaryDirectory(prefix="deckbuilder-", ignore_cleanup_errors=True) as name:
            target = Path(name) / "rapport.pdf"
            self._run(deck, Path(name), target, "notes" if notes else "pdf")
            if not target.is_file():
                raise OfficeError(f"PowerPoint gav ingen PDF. {_REMEDY}", "DB855")
            return target.read_bytes()

    def pictures(self, deck: bytes, width: int) -> list[bytes]:
        """Return each slide as a PNG `width` pixels wide; raise OfficeError when it fails."""
        with TemporaryDirectory(prefix="deckbuilder-", ignore_cleanup_errors=True) as name:
            folder = Path(name) / "bilder"
            folder.mkdir()
            self._run(deck, Path(name), folder, "png", "-Width", str(width))
            return [path.read_bytes() for path in sorted(folder.glob("*.png"))]

    def _run(self, deck: bytes, folder: Path, target: Path, what: str, *more: str) -> None:
        source, fault = folder / "rapport.pptx", folder / "fel.txt"
        source.write_bytes(deck)
        script = [str(self.powershell), *_OPTIONS, str(_SCRIPT)]
        job = ["-Deck", str(source), "-To", str(target), "-What", what, "-Fault", str(fault), *more]
        code = run([*script, *job], folder, os.environ, self.seconds)
        if code is None:
            raise OfficeError(f"PowerPoint blev inte klart på {self.seconds:.0f} sekunder. {_REMEDY}", "DB852")
        if code != 0:
            why = " ".join(fault.read_text(encoding="utf-8", errors="replace").split()) if fault.is_file() else ""
            told = f"PowerPoint kunde inte göra det{f' ({why})' if why else ''}."
            raise OfficeError(f"{told} {_REMEDY}", "DB855")
