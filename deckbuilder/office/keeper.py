"""Runs a program that must not outlive deckbuilder. A script of its own, started by its path: it knows no deckbuilder.

    python keeper.py FOLDER PROGRAM ARGUMENT …

Ends with the program. When standard input closes (deckbuilder asks for it, or is gone, however it ended), the program
and all that it has started are ended, and FOLDER is removed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from threading import Event, Thread

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
_PATIENCE = 3
"""Seconds that a program gets to end by itself before it is killed."""


def keep(folder: str, command: list[str]) -> int:
    """Run the command until it ends or standard input closes; return its exit code, 1 when it was ended."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, creationflags=_NO_WINDOW)  # noqa: S603 -- the program that this was started for
    done, left = Event(), Event()
    Thread(target=_watch, args=(done, left), daemon=True).start()
    Thread(target=_follow, args=(process, done), daemon=True).start()
    done.wait()
    _end(process)
    if left.is_set():
        shutil.rmtree(folder, ignore_errors=True)
        return 1
    return process.returncode


def _watch(done: Event, left: Event) -> None:
    """Wait until standard input closes."""
    while os.read(0, 1):
        pass
    left.set()
    done.set()


def _follow(process: subprocess.Popen[bytes], done: Event) -> None:
    process.wait()
    done.set()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program's whole group: LibreOffice's first process is only the parent of the one that works."""
    if sys.platform == "win32":
        taskkill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(taskkill, check=False, capture_output=True, creationflags=_NO_WINDOW)  # noqa: S603 -- Windows' own
    elif _send(process.pid, signal.SIGTERM):
        for _ in range(_PATIENCE * 20):
            if not _send(process.pid, 0):
                break
            Event().wait(0.05)
        _send(process.pid, signal.SIGKILL)
    process.wait()


def _send(group: int, sign: int) -> bool:
    """Send a signal to a group (0: none, only look); return whether there is anyone left in it."""
    try:
        os.killpg(group, sign)
    except (ProcessLookupError, PermissionError):  # macOS says the latter of a group of the dead
        return False
    return True


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: os.close(0))
    sys.exit(keep(sys.argv[1], sys.argv[2:]))
