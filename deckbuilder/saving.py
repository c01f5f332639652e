"""Saves a deck whole or not at all, and never over the top of one that people may have edited."""

from __future__ import annotations

import errno
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import gettempdir

from deckbuilder.atomic import write
from deckbuilder.errors import CodedError, DeckbuilderError
from deckbuilder.versions import free_name, keep, remove_oldest

_LOCKS = ("~${name}", ".~lock.{name}#")
_REASONS = {errno.ENOSPC: "disken är full", errno.EDQUOT: "disken är full", errno.EFBIG: "den är för stor för disken"}


class SaveError(CodedError):
    """There is nowhere to write what was made."""


class ObstacleError(DeckbuilderError):
    """A deck stands that must not or cannot be replaced; the sentence's end tells why: `den är skrivskyddad`."""

    code = "DB701"


class ChangedError(ObstacleError):
    """The deck that stands is no longer the one that was read: someone saved it meanwhile."""

    def __init__(self) -> None:
        super().__init__("den sparades av någon annan medan den nya skrevs")


@dataclass(frozen=True)
class Standing:
    """What stands at a deck's path: its bytes, None when there is no file, and when it was saved (seconds, 1970)."""

    content: bytes | None = None
    saved: float = field(default=0.0, compare=False)


@dataclass(frozen=True)
class Saved:
    """Where the deck is; where the one before it was put, and why it could not have its own name, if so."""

    path: Path
    previous: Path | None = None
    obstacle: str = ""


def standing(path: Path) -> Standing:
    """Return what stands at a path; raise OSError for a file that cannot be read."""
    if not path.is_file():
        return Standing()
    return Standing(path.read_bytes(), path.stat().st_mtime)


def save(content: bytes, path: Path, read: Standing | None = None) -> Saved:
    """Put the deck at `path`, atomically, keeping a different one that was there in `.versions`.

    When the path cannot be written the deck is kept under another name beside it, else among temporary files;
    raise SaveError only when there is nowhere at all to write. `read` is what the deck was made from: if something else
    stands there by now, raise ChangedError and leave it.
    """
    try:
        return replace(content, path, read)
    except ChangedError as error:
        if read is not None:
            raise
        obstacle = str(error)
    except ObstacleError as error:
        obstacle = str(error)
    return save_aside(content, path, obstacle)


def replace(content: bytes, path: Path, read: Standing | None = None) -> Saved:
    """Put the deck at `path` as `save` does; raise ObstacleError, with all as it was, where that is not possible."""
    try:
        stood = read or standing(path)
        if content == stood.content:
            return Saved(path)
        _refuse_obstacles(path, stood)
        path.parent.mkdir(parents=True, exist_ok=True)
        previous = _replace(content, path, stood)
        remove_oldest(path)
    except OSError as error:
        raise ObstacleError(_REASONS.get(error.errno or 0, "den går inte att skriva över")) from error
    return Saved(path, previous)


def save_aside(content: bytes, path: Path, obstacle: str) -> Saved:
    """Put the deck under another name beside `path`, else among temporary files; raise SaveError if neither goes."""
    for folder in (path.parent, Path(gettempdir())):
        with suppress(OSError):
            other = free_name(folder / path.name)
            write(content, other)
            return Saved(other, None, obstacle)
    sentence = f"Rapporten kunde inte sparas som {path}. Kontrollera diskutrymme och rättigheter."
    raise SaveError(sentence, "DB702")


def save_beside(content: bytes, path: Path) -> bool:
    """Put at `path`, atomically, what goes with a deck that is saved; return False where that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(content, path)
    except OSError:
        return False
    return True


def is_open_elsewhere(path: Path) -> bool:
    """Tell whether PowerPoint or LibreOffice has a deck open, by the lock file that each puts beside it."""
    return any((path.parent / lock.format(name=path.name)).exists() for lock in _LOCKS)


def _replace(content: bytes, path: Path, stood: Standing) -> Path | None:
    """Keep what stands and put the deck in its place; when that fails, the version goes if the deck still stands."""
    previous, is_new = (None, False) if stood.content is None else keep(stood.content, path, stood.saved)
    try:
        write(content, path, lambda: _refuse_obstacles(path, stood))
    except BaseException:
        with suppress(OSError):  # then the version stays, which costs nothing
            if previous and is_new and standing(path) == stood:
                previous.unlink()
        raise
    return previous


def _refuse_obstacles(path: Path, stood: Standing) -> None:
    """Raise ObstacleError when the deck that stands must not be replaced, or is not the one that was read."""
    if is_open_elsewhere(path):
        raise ObstacleError("den är öppen i ett annat program")
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise ObstacleError("den är skrivskyddad")
    if standing(path) != stood:
        raise ChangedError
