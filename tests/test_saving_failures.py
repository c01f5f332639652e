"""The disk fails at any step of a save: the deck that stood is whole, no half file is left, and it is told."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from deckbuilder import atomic
from deckbuilder.pipeline import save_record
from deckbuilder.rebuilding import Rebuilt, store
from deckbuilder.saving import SaveError, standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckbuilder.saving import Saved
    from tests.workspace import Workspace

pytestmark = pytest.mark.slow

ONE_FILE = ["open", "write", "fsync", "chmod", "replace", "folder"]
STEPS = [f"{file}: {step}" for file in ("base", "version", "deck", "record") for step in ONE_FILE]
"""What is asked of the disk when a deck is saved over another, in order; at last its folder is brought to disk."""
CANNOT = "den går inte att skriva över"
NO_BASE = (
    "output/.base: Filen som nästa bygge kan behöva för att se vad som är ändrat för hand kunde inte skrivas. "
    "Kontrollera diskutrymme och rättigheter, och bygg på nytt. Uppgiften finns också inuti rapporten."
)
OLD, NEW = b"den gamla rapporten", b"den nya rapporten"
ERRORS = {
    "full": OSError(errno.ENOSPC, "No space left on device"),
    "denied": PermissionError(errno.EACCES, "Permission denied"),
    "broken": OSError(errno.EIO, "Input/output error"),
    "interrupted": KeyboardInterrupt(),
}


@dataclass
class Disk:
    """A disk that fails at one step, or at that and all that follow."""

    error: BaseException
    step: int
    for_good: bool
    asked: list[str] = field(default_factory=list)

    def ask(self, what: str) -> None:
        """Note a step, and fail if it is time."""
        self.asked.append(what)
        number = len(self.asked) - 1
        if number == self.step or (self.for_good and number > self.step):
            raise self.error

    def before(self, what: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def asking(*arguments: Any, **options: Any) -> Any:
            self.ask(what)
            return call(*arguments, **options)

        return asking

    def _half_written(self, write: Callable[[bytes], int]) -> Callable[[bytes], None]:
        def writing(content: bytes) -> None:
            write(content[: len(content) // 2])
            self.ask("write")
            write(content[len(content) // 2 :])

        return writing

    def put_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the program write on this disk."""
        real = tempfile.NamedTemporaryFile

        def opened(**options: Any) -> Any:
            self.ask("open")
            file = real(**options)
            vars(file)["write"] = self._half_written(file.write)
            return file

        monkeypatch.setattr(atomic, "NamedTemporaryFile", opened)
        fsync = os.fsync

        def brought_to_disk(opened: int) -> None:
            self.ask("folder" if stat.S_ISDIR(os.fstat(opened).st_mode) else "fsync")
            fsync(opened)

        monkeypatch.setattr(os, "fsync", brought_to_disk)
        monkeypatch.setattr(Path, "chmod", self.before("chmod", Path.chmod))
        monkeypatch.setattr(Path, "replace", self.before("replace", Path.replace))


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck that stands, and a folder of its own for temporary files."""
    (tmp_path / "tillfälligt").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tillfälligt"))
    path = tmp_path / "output" / "rapport-2024-07.pptx"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def _save(deck: Path) -> tuple[Saved, list[str]]:
    """Save the new deck as a build does: base, version, deck, record; return where, and what is told."""
    done, saved = store(made := Rebuilt(NEW, b"grunden", (), standing(deck)), deck, lambda: made)
    problems = [*done.warnings, *save_record("siffror", saved.path)]
    return saved, [*filter(None, [saved.obstacle]), *map(str, problems)]


def _decks(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob("rapport-2024-07*.pptx"))]


def test_the_steps_are_these(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(OSError(), -1, for_good=False)
    disk.put_in(monkeypatch)
    _save(deck)
    assert disk.asked == [step.partition(": ")[2] for step in STEPS]


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("step", STEPS)
def test_a_failure_at_any_step_leaves_the_old_deck_or_the_new_and_no_half_file(
    deck: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: str, *, for_good: bool
) -> None:
    saved: Saved | None = None
    with monkeypatch.context() as patched:
        Disk(ERRORS[error], STEPS.index(step), for_good).put_in(patched)
        try:
            saved, told = _save(deck)
        except (SaveError, KeyboardInterrupt) as stopped:
            told = [repr(stopped)]
    assert not list(deck.parent.parent.rglob(".deckbuilder-*.tmp"))
    assert told or step.endswith("folder"), "that the last step did not go costs nothing"
    if deck.read_bytes() == OLD:
        assert _decks(deck.parent / ".versions") == [], "a version of a deck that still stands"
    else:
        assert deck.read_bytes() == NEW
        assert _decks(deck.parent / ".versions") == [OLD]
    if saved:
        assert saved.path.read_bytes() == NEW


@pytest.mark.parametrize("step", ["version: write", "version: replace", "deck: write", "deck: replace"])
def test_a_failure_before_the_deck_stands_leaves_the_old_one_and_the_new_gets_another_name(
    deck: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    Disk(ERRORS["full"], STEPS.index(step), for_good=False).put_in(monkeypatch)
    saved, told = _save(deck)
    assert (saved.path.name, told) == ("rapport-2024-07 (2).pptx", ["disken är full"])
    assert _decks(deck.parent) == [NEW, OLD]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ("full", "disken är full"),
        ("denied", "den går inte att skriva över"),
        ("broken", "den går inte att skriva över"),
    ],
)
def test_why_it_failed_is_told(deck: Path, monkeypatch: pytest.MonkeyPatch, error: str, reason: str) -> None:
    Disk(ERRORS[error], STEPS.index("deck: write"), for_good=False).put_in(monkeypatch)
    assert _save(deck)[1] == [reason]


def test_a_base_that_cannot_be_written_is_told_and_the_deck_is_saved(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Disk(ERRORS["full"], STEPS.index("base: write"), for_good=False).put_in(monkeypatch)
    saved, told = _save(deck)
    assert told == [NO_BASE]
    assert saved.path.read_bytes() == NEW


def test_a_build_that_is_stopped_when_the_new_deck_stands_keeps_the_old_one_as_a_version(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Disk(KeyboardInterrupt(), STEPS.index("deck: folder"), for_good=False).put_in(monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        _save(deck)
    assert (_decks(deck.parent), _decks(deck.parent / ".versions")) == ([NEW], [OLD])


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_build_that_may_not_write_so_much_says_so_and_leaves_all_as_it_was(workspace: Workspace) -> None:
    """The system itself refuses: no file may be longer than 100 kB."""
    workspace.build()
    before = {path: path.read_bytes() for path in workspace.deck.parent.rglob("*") if path.is_file()}
    workspace.edit("config/manadsrapport.yaml", "title: Frågor", "title: Tack")
    limited = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); "
        "from deckbuilder.cli import main; main()"
    )
    command = [sys.executable, "-c", limited, "build", "2024-07", "--project", str(workspace.root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    remedy = "Kontrollera diskutrymme och rättigheter."
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        1,
        f"DB702 Rapporten kunde inte sparas som {workspace.deck}. {remedy}",
    )
    assert {path: path.read_bytes() for path in workspace.deck.parent.rglob("*") if path.is_file()} == before
