"""The command as consoles run it: closed pipes, Ctrl+C, narrow windows and old encodings."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow
BUILDER = [sys.executable, "-m", "deckbuilder"]
# a process that was started in the background may have been told to pass over Ctrl+C
INTERRUPTIBLE = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from deckbuilder.cli import main; main()"
)
LONG = "figures 2024-07 --all"


def _run(workspace: Workspace, words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    command = [*BUILDER, *words.split(), "--project", str(workspace.root)]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **variables})


@pytest.mark.parametrize("words", [LONG, "diff 2024-06 2024-07 --all --json", "check 2024-07 --json"])
def test_a_pipe_that_is_closed_ends_a_command_without_a_word(workspace: Workspace, words: str) -> None:
    command = [*BUILDER, *words.split(), "--project", str(workspace.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()  # as `| head` does when it has seen enough
        assert running.stderr.read() == b""
        assert running.wait(60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", ["figures 2024-07 --csv", "status 2024-07"])
def test_a_full_disk_is_told(workspace: Workspace, words: str) -> None:
    command = [*BUILDER, *words.split(), "--project", str(workspace.root)]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    told = "DB807 Disken är full. Frigör utrymme och kör kommandot igen.\n"
    assert (ran.returncode, ran.stderr.decode()) == (1, told)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that someone stands in")
@pytest.mark.parametrize("words", ["status 2024-07", "init ny", "schema"])
def test_a_folder_that_is_gone_is_told(tmp_path: Path, words: str) -> None:
    gone = tmp_path / "borta"
    gone.mkdir()
    script = f"import os; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r}); from deckbuilder.cli import main; main()"
    ran = subprocess.run([sys.executable, "-c", script, *words.split()], capture_output=True, check=False)
    told = "DB808 Mappen som du står i finns inte längre. Gå till en som finns, med cd.\n"
    assert (ran.returncode, ran.stderr.decode()) == (1, told)


@pytest.mark.skipif(os.name == "nt", reason="a shell closes the streams")
@pytest.mark.parametrize("words", ["build 2024-07", "figures 2024-07", "status 2024-07"])
def test_a_command_works_where_there_is_nothing_to_print_to(workspace: Workspace, words: str) -> None:
    command = [*BUILDER, *words.split(), "--project", str(workspace.root)]
    closed = ["/bin/sh", "-c", '"$@" <&- >&- 2>&-', "sh", *command]
    assert subprocess.run(closed, check=False).returncode == 0


def _started(workspace: Workspace) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yield a build and each stage that it tells of."""
    command = [sys.executable, "-c", INTERRUPTIBLE, "build", "2024-07", "--project", str(workspace.root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as running:
        assert running.stderr is not None
        for line in running.stderr:
            yield running, line


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C would reach the tests themselves")
def test_ctrl_c_during_a_build_writes_nothing_and_says_so(workspace: Workspace) -> None:
    said = []
    for running, line in _started(workspace):
        said.append(line)
        if line.startswith("Läser"):
            running.send_signal(signal.SIGINT)
    assert said[-1] == "Avbrutet. Inget är skrivet.\n"
    assert running.wait(60) == 130
    assert not workspace.deck.exists()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C would reach the tests themselves")
def test_ctrl_c_while_it_is_saved_leaves_a_whole_deck_and_says_so(workspace: Workspace) -> None:
    workspace.build()
    before = workspace.deck.read_bytes()
    workspace.edit("config/manadsrapport.yaml", "title: Frågor", "title: Frågor och svar")
    said = []
    for running, line in _started(workspace):
        said.append(line)
        if line.startswith("Sparar"):
            running.send_signal(signal.SIGINT)
    assert running.wait(60) in {0, 130}
    if running.returncode:
        assert said[-1].startswith("Avbrutet när rapporten skulle sparas. Den i output/ är hel: ")
    assert (workspace.deck.read_bytes() != before) >= (running.returncode == 0)
    assert workspace.build().exit_code == 0, "the next build reads the deck that was left"


def test_what_goes_into_a_pipe_is_utf_8_without_control_characters(workspace: Workspace) -> None:
    for words in (LONG, "check 2024-07", "build 2024-07"):
        done = _run(workspace, words)
        text = (done.stdout + done.stderr).decode("utf-8")
        assert re.search("[åäö]", text)
        assert not [sign for sign in text if ord(sign) < 32 and sign != "\n"]


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "latin-1"])
def test_another_encoding_that_is_asked_for_is_kept_to_with_signs_that_it_has(
    workspace: Workspace, encoding: str
) -> None:
    done = _run(workspace, "diff 2024-06 2024-07", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    text = done.stdout.decode(encoding)
    assert "-351 656 tkr -> -389 656 tkr" in text.replace("\u00a0", " ")
    assert "?" not in text
    assert "sämre" in text


@pytest.mark.parametrize("columns", [40, 60])
@pytest.mark.parametrize(
    "words",
    [
        "--help",
        "build --help",
        "diff 2024-06 2024-07",
        "kinds",
        "kinds chart",
        "slides",
        "status 2024-07",
        "explain",
    ],
)
def test_a_narrow_window_gets_narrow_lines(workspace: Workspace, words: str, columns: int) -> None:
    project = ["--project", str(workspace.root)] if words.startswith(("diff", "slides", "status")) else []
    env = {**os.environ, "COLUMNS": str(columns)}
    done = subprocess.run([*BUILDER, *words.split(), *project], capture_output=True, check=True, env=env)
    lines = done.stdout.decode().splitlines()
    assert [line for line in lines if len(line) > columns and " " in line.strip()] == []


def test_no_colour_is_ever_printed(workspace: Workspace) -> None:
    done = _run(workspace, "check 2024-07", FORCE_COLOR="1", CLICOLOR_FORCE="1")
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of its own")
@pytest.mark.parametrize("columns", [44, 60])
def test_figures_fit_a_narrow_window_but_for_ids_that_are_longer(workspace: Workspace, columns: int) -> None:
    import pty  # noqa: PLC0415 -- Windows has none

    ours, theirs = pty.openpty()
    command = [*BUILDER, "figures", "2024-07", "--project", str(workspace.root)]
    with subprocess.Popen(command, stdout=theirs, env={**os.environ, "COLUMNS": str(columns)}) as running:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # what a terminal says when its program has ended
            while read := os.read(ours, 65536):
                shown += read
        assert running.wait(60) == 0
    os.close(ours)
    lines = shown.decode().splitlines()
    at = lines.index("region.totalt.helar_avvikelse")
    assert lines[at + 1].startswith("  −389\u00a0656\u00a0tkr, Totalt, ")
    assert [line for line in lines if len(line) > columns and " " in line.strip()] == []
