from __future__ import annotations

import os
import subprocess
import sys
from time import time
from typing import TYPE_CHECKING

import pytest

from deckbuilder.atomic import write

if TYPE_CHECKING:
    from pathlib import Path


class _StopError(Exception):
    pass


def _left(folder: Path, age: float) -> Path:
    path = folder / f".deckbuilder-{age:.0f}.tmp"
    path.write_bytes(b"halv")
    os.utime(path, (time() - age, time() - age))
    return path


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "fil"
    for content in (b"en", b"en till"):
        write(content, path)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_what_killed_builds_left_an_hour_ago_is_cleared_and_a_running_builds_is_not(tmp_path: Path) -> None:
    old, running = _left(tmp_path, 3700), _left(tmp_path, 3500)
    others = tmp_path / "annat.tmp"
    others.write_bytes(b"")
    os.utime(others, (0, 0))
    write(b"ny", tmp_path / "fil")
    assert not old.exists()
    assert running.exists()
    assert others.exists()


def test_a_left_over_that_cannot_be_removed_does_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / ".deckbuilder-mapp.tmp"
    folder.mkdir()
    os.utime(folder, (0, 0))
    write(b"ny", tmp_path / "fil")
    assert (tmp_path / "fil").read_bytes() == b"ny"
    assert folder.exists()


def test_the_last_look_can_stop_it(tmp_path: Path) -> None:
    path = tmp_path / "fil"
    path.write_bytes(b"gammal")

    def ready() -> None:
        assert path.read_bytes() == b"gammal"
        raise _StopError

    with pytest.raises(_StopError):
        write(b"ny", path, ready)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"gammal"]


@pytest.mark.skipif(os.name != "posix", reason="sets the system's own limit on files")
@pytest.mark.parametrize("room", [0, 1, 5000, 9000])
def test_a_disk_that_becomes_full_leaves_no_temporary_file(tmp_path: Path, room: int) -> None:
    lines = (
        "import resource, signal; from pathlib import Path",
        "from deckbuilder.atomic import write",
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)",
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))",
        f"write(b'x' * 10_000, Path({str(tmp_path / 'fil')!r}))",
    )
    ran = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False)
    assert "OSError: [Errno 27]" in ran.stderr
    assert list(tmp_path.iterdir()) == []
