"""Tells when something that a report is made of has been saved."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

_FOLDERS = ("config", "layouts", "input")
_OUTPUT = "output"
_PASSING = re.compile(r"~\$.*|\..*|.*~|.*\.(tmp|swp|swx|bak|crdownload|part)|4913", re.IGNORECASE)
"""Files that programs keep beside the one that they save, and take away again."""
_STEP = 40
"""Milliseconds without news after which what has come is told: a program may save in several steps."""
_MOST = 400
_LOOK = 1000
"""Milliseconds between looks at whether the folders themselves are the same as before."""


def follow(root: Path, deck: Path, changed: Callable[[], None], ended: Event) -> None:
    """Call `changed` at each change in a project's folders, or of its deck, until `ended` is set.

    A folder that comes, goes or is replaced is followed as it then is.
    """
    while not ended.is_set():
        folders = _folders(root)
        if not folders:
            ended.wait(_LOOK / 1000)
            continue
        news = watch(
            *(path for path, _ in folders),
            watch_filter=lambda _, path: _is_ours(Path(path), root, deck),
            debounce=_MOST,
            step=_STEP,
            stop_event=ended,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            raise_interrupt=False,
        )
        for changes in news:
            if changes:
                changed()
            if _folders(root) != folders:
                changed()
                break


def _folders(root: Path) -> list[tuple[Path, int]]:
    """Return the folders that there are, with what tells one from another of the same name."""
    return [(path, path.stat().st_ino) for name in (*_FOLDERS, _OUTPUT) if (path := root / name).is_dir()]


def _is_ours(path: Path, root: Path, deck: Path) -> bool:
    """Tell whether a report may be made of a file."""
    if path == deck:
        return True
    try:
        steps = path.relative_to(root).parts
    except ValueError:
        return False
    return steps[0] != _OUTPUT and not any(_PASSING.fullmatch(step) for step in steps)
