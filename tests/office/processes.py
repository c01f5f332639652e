"""The LibreOffice processes that run, by the folder of their profile."""

from __future__ import annotations

import os
import subprocess
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import signal
    from pathlib import Path


def processes(folder: Path) -> dict[int, str]:
    """Return the processes, but keepers, whose command names a folder: their numbers and commands."""
    listed = subprocess.run(["ps", "-ewwo", "pid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(maxsplit=2) for line in listed.splitlines()]
    return {
        int(pid): command
        for pid, state, command in rows
        if str(folder) in command and "keeper.py" not in command and not state.startswith("Z")
    }


def send(folder: Path, sign: signal.Signals) -> None:
    """Send a signal to the LibreOffice that works with a folder."""
    for pid, command in processes(folder).items():
        if "soffice.bin" in command:
            os.kill(pid, sign)


def gone(folder: Path, seconds: float = 10) -> bool:
    """Tell whether, within the time, nothing runs with a folder any more and it is removed."""
    deadline = monotonic() + seconds
    while monotonic() < deadline:
        if not processes(folder) and not folder.exists():
            return True
        sleep(0.1)
    return False
