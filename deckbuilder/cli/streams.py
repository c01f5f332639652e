"""What is printed, and in which encoding: UTF-8, unless another one is asked for."""

from __future__ import annotations

import codecs
import errno
import os
import sys
import unicodedata
from contextlib import suppress

_PLAIN = {
    "−": "-", "–": "-", "—": "-", "→": "->", "←": "<-", "↑": "upp", "↓": "ned", "↗": "svagt upp", "↘": "svagt ned",
    "▲": "^", "▼": "v", "●": "o", "■": "#", "◆": "*", "○": "o", "✓": "ok", "✗": "x", "…": "...", "”": '"', "“": '"',
    "’": "'", "‑": "-", "\u00a0": " ", "\u202f": " ", "├": "|", "└": "`", "─": "-", "│": "|", "×": "x", "≥": ">=",
    "≤": "<=", "±": "+/-",
}  # fmt: skip
"""Signs that we print and not every encoding has, and what is read as the same."""
_HANDLER = "deckbuilder-readable"


def prepare() -> None:
    """Print UTF-8, also on Windows; in the encoding of PYTHONIOENCODING where that is set, with signs that it has.

    Where there is nothing to print to, as in a task that runs without a window, what is printed is lost.
    A Windows console shows all signs whatever its code page, as Python writes to it as text. Files and pipes get UTF-8.
    """
    codecs.register_error(_HANDLER, _readable)
    asked_for = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 -- open to the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = stream.encoding if asked_for else "utf-8"
            stream.reconfigure(encoding=encoding, errors=_HANDLER)


def is_closed(error: Exception) -> bool:
    """Whether nobody reads what is printed any more, as after `| head` or `| more`; Windows has a word of its own."""
    closed = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}
    return isinstance(error, OSError) and error.errno in closed and error.filename is None


def let_go() -> None:
    """Print nowhere from now on, so that Python has nothing to say of a closed pipe when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(nowhere, stream.fileno())


def _readable(error: UnicodeError) -> tuple[str | bytes, int]:
    """Stand in for what an encoding lacks: the same in plainer signs, or a question mark."""
    if not isinstance(error, UnicodeEncodeError):  # pragma: no cover -- streams that are read are not ours
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_plain(sign, error.encoding) for sign in lacking), error.end


def _plain(sign: str, encoding: str) -> str:
    known = _PLAIN.get(sign) or unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    try:
        known.encode(encoding)
    except UnicodeEncodeError:  # pragma: no cover -- every encoding of a console has ASCII
        return "?"
    return known or "?"
