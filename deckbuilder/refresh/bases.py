"""The bases beside decks, for decks whose own a program has dropped: one file for each, named by its digest.

Every base that a version in `.versions/` may need is kept, and a deck's mark tells which is its own: so it is not
compared with the base of another, which could let an old value pass for an edit, and so stay.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from deckbuilder.saving import save_beside
from deckbuilder.versions import MOST

if TYPE_CHECKING:
    from pathlib import Path

BASES = ".base"
"""The folder beside the decks that holds their bases."""
_MARK = re.compile(r"[0-9a-f]{16}")


def mark_for(base: bytes) -> str:
    """Return what a base is known by: the first sixteen digits of its SHA-256."""
    return sha256(base).hexdigest()[:16]


def keep(base: bytes, deck: Path) -> bool:
    """Keep a base beside a deck before the deck is saved; return whether it could be written.

    Each save makes at most one version and one base, so those beyond the versions' number are nobody's and go.
    """
    path = deck.parent / BASES / f"{deck.stem}.{mark_for(base)}{deck.suffix}"
    if not _used(path, base) and not save_beside(base, path):
        return False
    for old in _newest_first(deck)[MOST + 1 :]:
        with suppress(OSError):  # it goes the next time
            old.unlink()
    return True


def marked(deck: Path, mark: str) -> bytes | None:
    """Return the base of a mark; None when it is not there whole. It may be kept under the name of another deck."""
    if _MARK.fullmatch(mark):
        for path in (deck.parent / BASES).glob(f"*.{mark}{deck.suffix}"):
            content = path.read_bytes()
            if mark_for(content) == mark:
                _used(path, content)
                return content
    return None


def newest(deck: Path) -> bytes | None:
    """Return the base that was used last for a deck; None when it has none."""
    found = _newest_first(deck)
    return found[0].read_bytes() if found else None


def _used(path: Path, base: bytes) -> bool:
    """Note that a base is used, so that it is kept; return False when it is not there whole."""
    try:
        if path.read_bytes() != base:
            return False
        os.utime(path)
    except OSError:
        return False
    return True


def _newest_first(deck: Path) -> list[Path]:
    """Return the bases of a deck, the one used last first."""
    folder = deck.parent / BASES
    start, end = f"{deck.stem}.", deck.suffix
    paths = [path for path in folder.iterdir() if path.name.startswith(start)] if folder.is_dir() else []
    own = [path for path in paths if path.suffix == end and _MARK.fullmatch(path.stem.removeprefix(start))]
    return sorted(own, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
