"""The sample decks and one of all slide types' examples, built once, and rendered once where LibreOffice is there."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from deckbuilder.slide_types import slide_types
from tests.decks.style import FontFiles
from tests.rendering import to_pdf
from tests.workspace import copy_project

REPORTS = {
    "manadsrapport": ("manadsrapport", "2024-07"),
    "juni-2024": ("manadsrapport", "2024-06"),
    "augusti-2022": ("augusti-2022", "2022-08"),
    "regionplan": ("regionplan", "2023"),
    "exempel": ("exempel", "2024-07"),
}


@dataclass(frozen=True)
class Built:
    """A deck of the project, and what the build said of it."""

    path: Path
    output: str

    @cached_property
    def pdf(self) -> Path:
        """The deck as LibreOffice renders it."""
        return to_pdf(self.path, self.path.parent)


@pytest.fixture(scope="session")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Every deck of the project by a name, and `exempel`."""
    project = copy_project(tmp_path_factory.mktemp("rapporter") / "projekt")
    examples = "".join(f"  {line}\n" for one in slide_types() for line in one.example.splitlines())
    (project.root / "config" / "exempel.yaml").write_text(f"title: Exempel\nslides:\n{examples}", encoding="utf-8")
    found = {}
    for name, (report, period) in REPORTS.items():
        result = project.build(period, "--report", report)
        assert result.exit_code == 0, result.output
        found[name] = Built(project.root / "output" / f"{report}-{period}.pptx", result.output)
    return found


@pytest.fixture(params=REPORTS)
def deck(request: pytest.FixtureRequest, decks: dict[str, Built]) -> Built:
    """One deck after the other."""
    return decks[request.param]


@pytest.fixture(scope="session")
def fonts() -> FontFiles:
    """The font files that have the widths of the template's font."""
    if shutil.which("fc-match") is None:
        pytest.skip("fontconfig is not installed, so the font files cannot be found")
    return FontFiles(_file("Carlito:regular"), _file("Carlito:bold"))


def _file(pattern: str) -> str:
    found = subprocess.run(["fc-match", "-f", "%{file}", pattern], check=True, capture_output=True, text=True).stdout
    if "Carlito" not in Path(found).name:
        pytest.skip("Carlito, which has the widths of Calibri, is not installed")
    return found
