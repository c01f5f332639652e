"""Makes every check there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import Where, fault
from deckbuilder.kinds import kind, kinds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from deckbuilder.doctor.finding import Finding
    from deckbuilder.project import Project

KINDS = "deckbuilder.doctor.kinds"


@dataclass(frozen=True)
class Examined:
    """A check's name in the list, and what it found."""

    name: str
    finding: Finding


def examine(project: Project | None, report: str = "") -> Iterator[Examined]:
    """Yield what each check finds, one at a time since some take seconds: of the computer, then of the project.

    `report` limits those of the project to one report; without it all of them are looked through.
    """
    reports = (report,) if report else tuple(project.reports()) if project else ()
    where = Where(project, reports)
    for module in _modules():
        if project is not None or not module.NEEDS_PROJECT:
            yield from (Examined(module.NAME, finding) for finding in _findings(module, where))


def _modules() -> list[ModuleType]:
    return sorted((kind(KINDS, name) for name in kinds(KINDS)), key=lambda module: int(module.ORDER))


def _findings(module: ModuleType, where: Where) -> Iterator[Finding]:
    """Yield what a check finds; one that fails itself does not stop the others."""
    try:
        yield from module.look(where)
    except Exception as error:  # noqa: BLE001 -- whatever a strange computer can come up with
        sentence = f"Kontrollen själv gick fel ({type(error).__name__}: {error})."
        yield fault(sentence, "Skicka raden till den som förvaltar verktyget.")
