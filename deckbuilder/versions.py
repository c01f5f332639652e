"""Earlier versions of a deck, in `.versions/` beside it: named by when they were saved, the last thirty kept."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from deckbuilder.atomic import write

if TYPE_CHECKING:
    from pathlib import Path

VERSIONS = ".versions"
MOST = 30
"""How many versions of a deck are kept."""
_NAMED = "%Y-%m-%d %H.%M.%S"
_NAME = re.compile(r" (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?: \(\d+\))?")


@dataclass(frozen=True)
class Version:
    """A kept version of a deck: its file, when people or the program saved it (local time), and its bytes' number."""

    path: Path
    saved: str
    size: int


def versions(deck: Path) -> list[Version]:
    """Return the versions of a deck, the one kept last first; files with other names are no versions of it.

    They come in the order in which they were kept, not saved: a deck that someone fetched from a backup was saved
    long ago, but is the last that stood there.
    """
    folder, kept = deck.parent / VERSIONS, []
    for path in folder.iterdir() if folder.is_dir() else ():
        own = path.name.startswith(deck.stem) and path.suffix == deck.suffix
        named = _NAME.fullmatch(path.stem.removeprefix(deck.stem)) if own else None
        if named and path.is_file():
            there = path.stat()
            kept.append((there.st_mtime_ns, path.name, Version(path, named[1], there.st_size)))
    return [version for _, _, version in sorted(kept, key=lambda one: one[:2], reverse=True)]


def keep(content: bytes, deck: Path, saved: float) -> tuple[Path, bool]:
    """Keep what stands as a deck, and was saved at `saved` (seconds since 1970), as its last version.

    Return where it is, and whether that is a new file: content that is kept already only becomes the last. Raise
    OSError when it cannot be written.
    """
    for version in versions(deck):
        if version.size == len(content) and version.path.read_bytes() == content:
            os.utime(version.path)
            return version.path, False
    when = datetime.fromtimestamp(saved, UTC).astimezone()
    path = free_name(deck.parent / VERSIONS / f"{deck.stem} {when:{_NAMED}}{deck.suffix}")
    path.parent.mkdir(exist_ok=True)
    try:
        write(content, path)
    except BaseException:
        path.unlink(missing_ok=True)  # the deck that it is a copy of still stands
        raise
    return path, True


def remove_oldest(deck: Path) -> None:
    """Remove the versions of a deck beyond the last thirty; one that cannot be removed now is the next time."""
    for version in versions(deck)[MOST:]:
        with suppress(OSError):
            version.path.unlink()


def free_name(path: Path) -> Path:
    """Return the path, or with ` (2)`, ` (3)` … the first that is free."""
    number, candidate = 2, path
    while candidate.exists():
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return candidate
