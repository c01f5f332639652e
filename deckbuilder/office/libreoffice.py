"""LibreOffice, started once and kept warm: a deck becomes a PDF in tenths of a second."""

from __future__ import annotations

import json
import os
import shutil
import weakref
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from threading import RLock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Self

from deckbuilder.office.errors import OfficeError
from deckbuilder.office.finding import find_libreoffice
from deckbuilder.office.running import end, run, start

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping

__all__ = ["LibreOffice", "OfficeError", "find_libreoffice"]

_OPEN = "vakt.fodp"
_LOCK = f".~lock.{_OPEN}#"
_OPTIONS = ("--headless", "--nologo", "--norestore", "--nodefault", "--nofirststartwizard")
_BROKEN = "Öppna rapporten i PowerPoint, spara den och försök igen. 'deckbuilder doctor' prövar LibreOffice."
_REPAIR = "Starta det en gång själv och se vad det säger, eller installera om det."
_AGAIN = "Försök igen."
_SLOW = "Stäng andra program och försök igen, eller ta färre bilder åt gången med --slides."


class _Office:
    """A LibreOffice that runs; its folder holds its profile, the document that it has open, and its temporary files."""

    def __init__(self, program: Path) -> None:
        self.folder = Path(mkdtemp(prefix="deckbuilder-"))
        _furnish(self.folder)
        command = [str(program), _profile(self.folder), *_OPTIONS, str(self.folder / _OPEN)]
        self._process = start(command, self.folder, _environment(self.folder))
        self.end = weakref.finalize(self, _end, self._process, self.folder)

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    @property
    def is_ready(self) -> bool:
        """Whether it has its document open, which its lock file tells on every platform: only then it takes jobs."""
        return self.is_alive and (self.folder / _LOCK).exists()


def _end(process: subprocess.Popen[bytes], folder: Path) -> None:
    end(process)
    shutil.rmtree(folder, ignore_errors=True)


@dataclass
class LibreOffice:
    """A LibreOffice of our own, apart from the one that people may have open: it has its own profile.

    A document that it keeps open keeps it from ending after a job. Threads may share it: it does one job at a time. It
    ends, and its folder goes, with `close` or when this process ends in any way.
    """

    program: Path
    seconds: float = 180
    """How long a job may take."""
    patience: float = 90
    """How long it may take to start. One that takes longer is started anew for each job."""
    _office: _Office | None = field(default=None, init=False)
    _is_cold: bool = field(default=False, init=False)
    _job: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _is_ended: bool = field(default=False, init=False)
    _lock: RLock = field(default_factory=RLock, init=False)

    def start(self) -> None:
        """Start it in the background; a job that comes before it is ready waits for it."""
        with self._lock:
            if self._is_cold or (self._office is not None and self._office.is_alive):
                return
            self._end()
            self._office = _Office(self.program)

    def pdf(self, deck: bytes, options: Mapping[str, bool] | None = None) -> bytes:
        """Return a deck as PDF; `options` are those of LibreOffice's PDF export. Raise OfficeError when it fails.

        When LibreOffice crashes or hangs it is started anew, and the job is tried once more.
        """
        with self._lock:
            for _ in range(2):
                self._warm_up()
                self._refuse_when_ended()
                made, is_slow = self._convert(deck, options or {})
                if is_slow or (self._office is not None and not self._office.is_alive):
                    self._end()
                if made is not None:
                    return made
                self._refuse_when_ended()
                if self._office is not None:
                    break  # it is well, so the deck is not
        if is_slow:
            sentence = f"LibreOffice blev inte klart på {self.seconds:.0f} sekunder. {_SLOW}"
            raise OfficeError(sentence, "DB852")
        if self._is_cold:
            raise OfficeError(f"LibreOffice startar inte som det ska. {_REPAIR}", "DB853")
        raise OfficeError(f"LibreOffice kunde inte göra en PDF av rapporten. {_BROKEN}", "DB851")

    def interrupt(self) -> None:
        """End the job that another thread waits for, with an OfficeError there, and take no more."""
        self._is_ended = True
        if self._job is not None:
            end(self._job)

    def close(self) -> None:
        """End it and remove its folder. A later job starts it again."""
        with self._lock:
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _began(self, job: subprocess.Popen[bytes]) -> None:
        self._job = job
        if self._is_ended:
            end(job)

    def _refuse_when_ended(self) -> None:
        if self._is_ended:
            raise OfficeError(f"LibreOffice avslutades innan bilden var klar. {_AGAIN}", "DB851")

    def _end(self) -> None:
        if self._office is not None:
            self._office.end()
            self._office = None

    def _warm_up(self) -> None:
        """Start it if it is not running, and wait until it is ready; after long enough, do without a warm one."""
        for _ in range(2):
            self.start()
            deadline = monotonic() + self.patience
            while self._office is not None and self._office.is_alive and monotonic() < deadline:
                if self._office.is_ready or self._is_ended:
                    return
                sleep(0.02)
        self._end()
        self._is_cold = True

    def _convert(self, deck: bytes, options: Mapping[str, bool]) -> tuple[bytes | None, bool]:
        """Return the PDF, None when none came, and whether that is because it took too long."""
        with TemporaryDirectory(prefix="deckbuilder-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            source, target = folder / "rapport.pptx", folder / "rapport.pdf"
            source.write_bytes(deck)
            home = self._office.folder if self._office is not None else folder
            _furnish(home)
            job = ("--headless", "--convert-to", _form(options), "--outdir", name, str(source))
            command = [str(self.program), _profile(home), *job]
            code = run(command, folder, _environment(home), self.seconds, self._began)
            return (target.read_bytes() if target.is_file() else None), code is None


def _form(options: Mapping[str, bool]) -> str:
    """Return what `--convert-to` takes: the format, its filter and the filter's options."""
    given = {key: {"type": "boolean", "value": str(value).lower()} for key, value in options.items()}
    return f"pdf:impress_pdf_Export:{json.dumps(given)}" if given else "pdf"


def _furnish(folder: Path) -> None:
    """Put a profile in a folder that has none, Swedish since the PDF tells its language, and the document to open."""
    for name, place in ((_OPEN, folder), ("registrymodifications.xcu", folder / "profil" / "user")):
        if not (place / name).exists():
            place.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes((files(__package__) / "profile" / name).read_bytes())


def _profile(folder: Path) -> str:
    return f"-env:UserInstallation={(folder / 'profil').as_uri()}"


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))}
