"""Makes a check of the doctor's, by the name of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.doctor.examination import KINDS
from deckbuilder.doctor.finding import Where
from deckbuilder.kinds import kind
from deckbuilder.project import Project

if TYPE_CHECKING:
    from pathlib import Path


def found(name: str, root: Path | None = None) -> list[tuple[str, str, str]]:
    """Return what a check finds, of all reports of the project in `root`: its word, its sentence and its remedy."""
    project = Project(root.resolve()) if root else None
    where = Where(project, tuple(project.reports()) if project else ())
    return [(one.level.value, one.sentence, one.remedy) for one in kind(KINDS, name).look(where)]
