"""What docs/new-slide-type.md tells to write is enough: the type that it goes through builds, and its test passes."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import pytest

import deckbuilder.builders
from deckbuilder.kinds import kinds
from deckbuilder.slide_types import slide_type
from tests.workspace import REPO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.workspace import Workspace

TYPE, TEST = re.findall(r"```python\n(.*?)```", (REPO / "docs/new-slide-type.md").read_text("utf-8"), re.DOTALL)


@pytest.fixture
def checklist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the page's file beside the slide types, for one test."""
    folder = tmp_path / "builders"
    folder.mkdir()
    (folder / "checklist.py").write_text(TYPE, encoding="utf-8")
    monkeypatch.setattr(deckbuilder.builders, "__path__", [*deckbuilder.builders.__path__, str(folder)])
    monkeypatch.delitem(sys.modules, "deckbuilder.builders.checklist", raising=False)
    kinds.cache_clear()
    yield
    monkeypatch.undo()
    sys.modules.pop("deckbuilder.builders.checklist", None)
    kinds.cache_clear()


@pytest.mark.usefixtures("checklist")
def test_the_file_is_found_and_described() -> None:
    assert slide_type("checklist").summary == "Punkter som är klara eller inte."


@pytest.mark.usefixtures("checklist")
def test_the_tests_that_it_writes_pass(tmp_path: Path) -> None:
    from tests.workspace import copy_project  # noqa: PLC0415 -- each test of the page needs a project of its own

    found: dict[str, Any] = {}
    exec(TEST, found)  # noqa: S102 -- the documentation's own code
    tests = [thing for name, thing in found.items() if name.startswith("test_")]
    assert len(tests) == 2
    for number, test in enumerate(tests):
        test(copy_project(tmp_path / str(number)))


@pytest.mark.usefixtures("checklist")
def test_its_example_builds_without_a_warning(workspace: Workspace) -> None:
    slides = "".join(f"  {line}\n" for line in slide_type("checklist").example.splitlines())
    (workspace.root / "config/egen.yaml").write_text(f"title: Egen\nslides:\n{slides}", encoding="utf-8")
    result = workspace.build("2024-07", "--report", "egen")
    assert result.exit_code == 0, result.output
    assert ", 0 varningar, " in result.output


def test_every_role_and_block_that_it_names_exists() -> None:
    from deckbuilder import page  # noqa: PLC0415
    from deckbuilder.spec.layout import ROLES  # noqa: PLC0415

    text = (REPO / "docs/new-slide-type.md").read_text("utf-8")
    tables = text.split("## 2.")[1].split("Several blocks")[0]
    named = set(re.findall(r"`(\w+)`", "\n".join(line.split("|")[1] for line in tables.splitlines() if "|" in line)))
    assert named - set(ROLES) == {name for name in vars(page) if name.endswith("Block") and name != "Block"}
