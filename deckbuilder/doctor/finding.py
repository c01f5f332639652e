"""What a check of the computer or the project has found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuilder.errors import Problem
    from deckbuilder.project import Project


class Level(Enum):
    """How bad it is: well, worth a look, or something that `build` needs is missing."""

    WELL = "OK"
    NOTE = "Obs"
    FAULT = "Fel"


@dataclass(frozen=True)
class Finding:
    """What was found, and what to do when it is not well."""

    level: Level
    sentence: str
    remedy: str = ""


@dataclass(frozen=True)
class Where:
    """The project to look through, None outside one, and the reports in it."""

    project: Project | None
    reports: tuple[str, ...] = ()

    @property
    def found(self) -> Project:
        """The project, for a check that is made in one only."""
        if self.project is None:  # pragma: no cover -- such a check is not made then
            raise AssertionError
        return self.project


def well(sentence: str) -> Finding:
    """Return that something is as it should be."""
    return Finding(Level.WELL, sentence)


def note(sentence: str, remedy: str) -> Finding:
    """Return something that does not stop a build."""
    return Finding(Level.NOTE, sentence, remedy)


def fault(sentence: str, remedy: str) -> Finding:
    """Return something that a build needs."""
    return Finding(Level.FAULT, sentence, remedy)


def told(problem: Problem) -> Finding:
    """Return a problem of the content, which has its remedy in its sentence."""
    return fault(problem.coded, f"Mer om felet: deckbuilder explain {problem.code}")
