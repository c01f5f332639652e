"""Saves a deck whole or not at all, and never over the top of one that people may have edited."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile, gettempdir

from deckbuilder.errors import DeckbuilderError

VERSIONS = ".versions"
_LOCKS = ("~${name}", ".~lock.{name}#")


class SaveError(DeckbuilderError):
    """There is nowhere to write the finished deck."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Rapporten kunde inte sparas som {path}. Kontrollera diskutrymme och rättigheter.")


@dataclass(frozen=True)
class Saved:
    """Where the deck is; where the one before it was put, and why it could not have its own name, if so."""

    path: Path
    previous: Path | None = None
    obstacle: str = ""


def save(content: bytes, path: Path) -> Saved:
    """Put the deck at `path`, atomically, keeping a different one that was there in `.versions`.

    When the path cannot be written the deck is kept under another name beside it, else among temporary files;
    raise SaveError only when there is nowhere at all to write.
    """
    previous = None
    try:
        if not (obstacle := _obstacle(path)):
            path.parent.mkdir(parents=True, exist_ok=True)
            previous = _keep_previous(content, path)
            _write(content, path)
            return Saved(path, previous)
    except OSError:
        obstacle = "den går inte att skriva över"
        if previous:
            previous.unlink(missing_ok=True)  # the deck that it is a copy of stands untouched
    for folder in (path.parent, Path(gettempdir())):
        with suppress(OSError):
            other = _free_name(folder / path.name)
            _write(content, other)
            return Saved(other, None, obstacle)
    raise SaveError(path)


def save_beside(content: bytes, path: Path) -> bool:
    """Put at `path`, atomically, what goes with a deck that is saved; return False where that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(content, path)
    except OSError:
        return False
    return True


def _obstacle(path: Path) -> str:
    """Return why an existing deck must not be replaced; "" when it may be."""
    if any((path.parent / lock.format(name=path.name)).exists() for lock in _LOCKS):
        return "den är öppen i ett annat program"
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        return "den är skrivskyddad"
    return ""


def _keep_previous(content: bytes, path: Path) -> Path | None:
    """Copy a deck that differs from the new one to `.versions`, named by when it was last saved."""
    if not path.exists() or (old := path.read_bytes()) == content:
        return None
    saved = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    kept = _free_name(path.parent / VERSIONS / f"{path.stem} {saved:%Y-%m-%d %H.%M.%S}{path.suffix}")
    kept.parent.mkdir(exist_ok=True)
    _write(old, kept)
    return kept


def _free_name(path: Path) -> Path:
    """Return the path, or with ` (2)`, ` (3)` … the first that is free."""
    number, candidate = 2, path
    while candidate.exists():
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return candidate


def _write(content: bytes, path: Path) -> None:
    """Write beside the target, make sure that it is on disk, then rename: the old file or the new, never half."""
    with NamedTemporaryFile(dir=path.parent, prefix=".deckbuilder-", suffix=".tmp", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            file.close()
            temporary.unlink(missing_ok=True)
            raise
