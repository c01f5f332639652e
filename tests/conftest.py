"""What several rooms' tests need: YAML files that are read, and a project on disk with its figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

from deckbuilder.errors import Problems
from deckbuilder.loading import read_book
from deckbuilder.period import Period
from deckbuilder.project import Project
from deckbuilder.spec.document import Document, read_document
from tests.workspace import Workspace, copy_project

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book

ROOT = Path(__file__).parent.parent
JULY = Period(2024, 7, 7)
settings.register_profile("deckbuilder", deadline=None)  # a busy computer is no fault
settings.register_profile("quick", deadline=None, max_examples=20)


def pytest_configure(config: pytest.Config) -> None:
    """Try fewer examples of each property in the quick part."""
    quick = "not slow" in str(config.getoption("markexpr"))
    settings.load_profile("quick" if quick else "deckbuilder")


class ReadYaml(Protocol):
    """Writes a text to `fil.yaml` and reads it."""

    def __call__(self, text: str | bytes) -> Document: ...


class MakeBook(Protocol):
    """Writes `config/sources.yaml` and CSV files in `input/2024-07/` by name, and returns their figures."""

    def __call__(self, config: str, **files: str) -> Book: ...


def opened(project: Project) -> Book:
    """Return the July 2024 figures of a project, or raise all that is wrong with their declarations."""
    problems = Problems()
    book = read_book(project, JULY, problems)
    problems.raise_if_any()
    return book


@pytest.fixture
def read_yaml(tmp_path: Path) -> ReadYaml:
    def read(text: str | bytes) -> Document:
        path = tmp_path / "fil.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_document(path, "fil.yaml")

    return read


@pytest.fixture
def make_book(tmp_path: Path) -> MakeBook:
    def make(config: str, **files: str) -> Book:
        (tmp_path / "config").mkdir()
        (tmp_path / "config" / "sources.yaml").write_text(config, encoding="utf-8")
        (tmp_path / "input" / "2024-07").mkdir(parents=True)
        for name, text in files.items():
            (tmp_path / "input" / "2024-07" / f"{name}.csv").write_text(text, encoding="utf-8")
        return opened(Project(tmp_path))

    return make


@pytest.fixture(scope="session")
def july() -> Book:
    """Give the project's own figures for July 2024."""
    return opened(Project(ROOT))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A fresh copy of the sample project."""
    return copy_project(tmp_path / "projekt")


@pytest.fixture(scope="session")
def july_deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The July 2024 deck, saved once for all tests that only read it."""
    project = copy_project(tmp_path_factory.mktemp("juli") / "projekt")
    result = project.build()
    assert result.exit_code == 0, result.output
    return project.deck
