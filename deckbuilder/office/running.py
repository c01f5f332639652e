"""Starts programs that end when deckbuilder does, whatever ends it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_KEEPER = Path(__file__).with_name("keeper.py")
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
_PATIENCE = 30


def start(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start a program under a keeper, which removes `folder` when the program is ended before its time."""
    return subprocess.Popen(  # noqa: S603 -- an office program that was found on this computer
        [sys.executable, "-I", "-S", str(_KEEPER), str(folder), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(environment),
        start_new_session=True,
        creationflags=_NO_WINDOW,
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program that `start` has started, with all that it has started; one that has ended is let be."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:  # pragma: no cover -- the keeper hangs, which nothing known makes it do
        process.kill()
        process.wait()


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    seconds: float,
    started: Callable[[subprocess.Popen[bytes]], None] | None = None,
) -> int | None:
    """Run a program to its end and return its exit code; None when it took too long and was ended.

    Who has `started` it is given the process, and may `end` it from another thread.
    """
    process = start(command, folder, environment)
    try:
        if started:
            started(process)
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        end(process)
