"""Writes a file whole or not at all, whatever happens meanwhile: a kill, a full disk, a power cut."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PREFIX, _SUFFIX = ".deckbuilder-", ".tmp"
_RUNNING = 3600
"""Seconds for which a temporary file may belong to a build that is under way; it takes one or two."""
_MODE = 0o644


def write(content: bytes, path: Path, ready: Callable[[], None] | None = None) -> None:
    """Put the content at `path`: what stood there or the new, never half. Its folder must exist.

    It is written beside the target, brought to disk and renamed; `ready` is called just before that, and stops it by
    raising. Raise OSError when it cannot be done, and leave no temporary file.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=_PREFIX, suffix=_SUFFIX, delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            temporary.chmod(stat.S_IMODE(path.stat().st_mode) if path.is_file() else _MODE)
            if ready:
                ready()
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):  # it tries once more to write what the disk had no room for
                file.close()
            temporary.unlink(missing_ok=True)
            raise
    _bring_to_disk(path.parent)
    _clear_left_overs(path.parent)


def _bring_to_disk(folder: Path) -> None:
    """Make sure that a renaming is on disk; where a platform or a network drive cannot, it is so a moment later."""
    if os.name == "posix":
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)


def _clear_left_overs(folder: Path) -> None:
    """Remove the temporary files of builds that were killed; one that cannot be removed does no harm."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if left.stat().st_mtime < time() - _RUNNING:
                left.unlink()
