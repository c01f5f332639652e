"""A project to break, and the July 2024 report built once for all tests that only read it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group

if TYPE_CHECKING:
    from click.testing import Result

REPO = Path(__file__).parent.parent


@dataclass(frozen=True)
class Workspace:
    """A copy of the sample project in a folder of its own."""

    root: Path

    def build(self, period: str = "2024-07", *options: str) -> Result:
        """Run `deckbuilder build` here, as staff would."""
        return CliRunner().invoke(group, ["build", period, "--project", str(self.root), *options])

    def edit(self, file: str, old: str, new: str, encoding: str = "utf-8") -> None:
        """Replace a text that must stand exactly once in a file."""
        path = self.root / file
        text = path.read_bytes().decode(encoding)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_bytes(text.replace(old, new).encode(encoding))

    @property
    def deck(self) -> Path:
        """Where the July report is saved."""
        return self.root / "output" / "manadsrapport-2024-07.pptx"


def copy_project(to: Path) -> Workspace:
    """Copy the sample project's config, layouts and input."""
    for folder in ("config", "layouts", "input"):
        shutil.copytree(REPO / folder, to / folder)
    return Workspace(to)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A fresh copy of the sample project."""
    return copy_project(tmp_path / "projekt")


@pytest.fixture(scope="session")
def july(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The July 2024 deck, saved."""
    project = copy_project(tmp_path_factory.mktemp("juli") / "projekt")
    result = project.build()
    assert result.exit_code == 0, result.output
    return project.deck
