"""A copy of the sample project that a test may break."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

from deckbuilder.cli import group

if TYPE_CHECKING:
    from click.testing import Result

REPO = Path(__file__).parent.parent


@dataclass(frozen=True)
class Workspace:
    """A report project in a folder of its own."""

    root: Path

    def build(self, period: str = "2024-07", *options: str) -> Result:
        """Run `deckbuilder build` here, as staff would."""
        return CliRunner().invoke(group, ["build", period, "--project", str(self.root), *options])

    def check(self, period: str = "2024-07", *options: str) -> Result:
        """Run `deckbuilder check` here, as staff would."""
        return CliRunner().invoke(group, ["check", period, "--project", str(self.root), *options])

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


def only_results(project: Workspace) -> Workspace:
    """Make the monthly report the two slides of results alone: its other figures have findings of their own."""
    config = project.root / "config"
    (config / "manadsrapport.yaml").rename(config / "hela.yaml")
    slides = "  - {use: hela, id: resultat-region}\n  - {use: hela, id: resultat-regionstyrelsen}\n"
    (config / "manadsrapport.yaml").write_text(f"title: Resultat\nslides:\n{slides}", encoding="utf-8")
    return project
