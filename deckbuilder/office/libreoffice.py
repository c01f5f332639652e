"""LibreOffice, started once and kept warm: a deck becomes a PDF in tenths of a second."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from deckbuilder.errors import DeckbuilderError

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECONDS = 120


class OfficeError(DeckbuilderError):
    """The deck could not be turned into a PDF or pictures; the sentence says why and what to do."""


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program, None when the computer has none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    candidates = [Path(found)] if found else []
    if sys.platform == "win32":
        roots = (os.environ.get("PROGRAMFILES", ""), os.environ.get("PROGRAMFILES(X86)", ""))
        candidates += [Path(root) / "LibreOffice" / "program" / "soffice.com" for root in roots if root]
    if sys.platform == "darwin":
        candidates.append(Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"))
    return next((path for path in candidates if path.is_file()), None)


@dataclass
class LibreOffice:
    """A LibreOffice of our own, with its own profile. An open empty document keeps it from ending after each job."""

    program: Path
    _folder: TemporaryDirectory[str] = field(default_factory=lambda: TemporaryDirectory(prefix="deckbuilder-"))
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in the background; a job that comes before it is ready waits for it."""
        if self._process is None or self._process.poll() is not None:
            options = ("--headless", "--invisible", "--nologo", "--norestore", "--accept=pipe,name=deckbuilder;urp;")
            self._process = subprocess.Popen(  # noqa: S603 -- the program that was found on this computer
                [str(self.program), self._profile, *options, "private:factory/simpress"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def pdf(self, deck: bytes, options: Mapping[str, bool] | None = None) -> bytes:
        """Return a deck as PDF; `options` are those of LibreOffice's PDF export. Raise OfficeError when it fails."""
        with TemporaryDirectory(prefix="deckbuilder-") as name:
            source, target = Path(name) / "bild.pptx", Path(name) / "bild.pdf"
            source.write_bytes(deck)
            given = {key: {"type": "boolean", "value": str(value).lower()} for key, value in (options or {}).items()}
            how = f"pdf:impress_pdf_Export:{json.dumps(given)}" if given else "pdf"
            job = ("--headless", "--convert-to", how, "--outdir", name, str(source))
            command = [str(self.program), self._profile, *job]
            subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)  # noqa: S603 -- as above
            if not target.is_file():
                remedy = "Öppna den i LibreOffice och se varför."
                raise OfficeError(f"LibreOffice kunde inte göra en PDF av rapporten. {remedy}")
            return target.read_bytes()

    def close(self) -> None:
        """End it and remove its profile."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_SECONDS)
        self._folder.cleanup()

    @property
    def _profile(self) -> str:
        return f"-env:UserInstallation={Path(self._folder.name).as_uri()}"
