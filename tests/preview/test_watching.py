"""What is saved in a project is told, and what programs put beside it is not."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from deckbuilder.preview import watching
from tests.preview.make import edit, write_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

_SECONDS = 30


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Event]:
    """Set at each change in the small project."""
    root, told, ended = write_project(tmp_path), Event(), Event()
    arguments = root, root / "output/bilar-2024-07.pptx", told.set, ended
    thread = Thread(target=watching.follow, args=arguments)
    thread.start()
    _wait_until_it_sees(root, told)
    yield told
    ended.set()
    thread.join(_SECONDS)
    assert not thread.is_alive()


def _wait_until_it_sees(root: Path, told: Event) -> None:
    for number in range(_SECONDS * 2):
        (root / "config" / "prov.yaml").write_text(str(number), encoding="utf-8")
        if told.wait(0.5):
            break
    while told.wait(0.7):  # what is still on its way
        told.clear()


@pytest.mark.parametrize("file", ["config/bilar.yaml", "layouts/region.yaml", "input/2024-07/bilar.csv"])
def test_a_saved_file_is_told(tmp_path: Path, told: Event, file: str) -> None:
    (tmp_path / file).write_text("nytt", encoding="utf-8")
    assert told.wait(_SECONDS)


def test_a_file_that_is_replaced_is_told(tmp_path: Path, told: Event) -> None:
    """Editors and Excel write a new file beside and rename it."""
    (tmp_path / "config/~ny.tmp").write_text("nytt", encoding="utf-8")
    (tmp_path / "config/~ny.tmp").replace(tmp_path / "config/bilar.yaml")
    assert told.wait(_SECONDS)


def test_the_deck_is_told_when_its_folder_comes(tmp_path: Path, told: Event) -> None:
    (tmp_path / "output").mkdir()
    assert told.wait(_SECONDS)
    while told.wait(0.7):
        told.clear()
    (tmp_path / "output/bilar-2024-07.pptx").write_bytes(b"nytt")
    assert told.wait(_SECONDS)


@pytest.mark.parametrize(
    ("file", "is_ours"),
    [
        ("config/bilar.yaml", True),
        ("config/bilder/karta.png", True),
        ("input/2024-06/bilar.csv", True),
        ("output/bilar-2024-07.pptx", True),
        ("output/bilar-2024-06.pptx", False),
        ("output/.base/abc", False),
        ("output/bilar-2024-07.siffror.json", False),
        ("input/2024-07/~$bilar.xlsx", False),
        ("input/2024-07/.~lock.bilar.xlsx#", False),
        ("config/.bilar.yaml.swp", False),
        ("config/bilar.yaml~", False),
        ("config/.deckbuilder-x.tmp", False),
        ("../annat/bilar.yaml", False),
    ],
)
def test_only_what_a_report_is_made_of_counts(tmp_path: Path, file: str, *, is_ours: bool) -> None:
    assert watching._is_ours((tmp_path / file).resolve(), tmp_path, tmp_path / "output/bilar-2024-07.pptx") == is_ours


def test_an_edit_that_comes_while_folders_change_is_not_lost(tmp_path: Path, told: Event) -> None:
    (tmp_path / "output").mkdir()
    assert told.wait(_SECONDS)
    told.clear()
    edit(tmp_path / "config/bilar.yaml", "Nord kör mest", "Nord")
    assert told.wait(_SECONDS)
