"""How far a period has come: which files are there, which are late, stale or broken, and what waits for them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Place
from deckbuilder.months import noted
from deckbuilder.months.deliveries import month
from deckbuilder.months.texts import is_unwritten
from deckbuilder.months.trial import Trial, tried
from deckbuilder.spec.comments import FILE as COMMENTS
from deckbuilder.spec.kept import FILE as KEPT

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from deckbuilder.checks.finding import Finding
    from deckbuilder.errors import Problem
    from deckbuilder.months.deliveries import Delivery, Month
    from deckbuilder.period import Period
    from deckbuilder.project import Project

_NO_TEXT = "DB417"
"""The code of a slide without the text that it must have."""


class State(Enum):
    """What can be said of a file, in the order in which it should be told."""

    BROKEN = "fel"
    LATE = "saknas, försenad"
    MISSING = "saknas"
    STALE = "inaktuell"
    STANDING = "gäller"
    HERE = "levererad"


@dataclass(frozen=True)
class FileStatus:
    """A file of the period, why it is as it is, and what its checks found."""

    delivery: Delivery
    state: State
    reason: str = ""
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether nothing is to be done with the file."""
        return self.state in {State.HERE, State.STANDING}


@dataclass(frozen=True)
class Status:
    """A period's files, what to be done first; the texts that are not written; files that nothing asks for.

    `others` are the problems that lie in no file of the period.
    """

    month: Month
    files: tuple[FileStatus, ...]
    texts: FileStatus
    unwritten: tuple[str, ...]
    unused: tuple[str, ...]
    others: tuple[Problem, ...]

    @property
    def is_ready(self) -> bool:
        """Whether the report can be built of what is there."""
        return self.texts.is_ready and not self.others and all(one.is_ready for one in self.files)


def status(project: Project, report: str, period: Period, today: date) -> Status:
    """Return how far a period has come; raise ContentError when its YAML is wrong or it has no folder."""
    needs = month(project, report, period, project.earlier(period))
    if not needs.folder.is_dir():
        sentence = f"Mappen {needs.shown_as} finns inte. Skapa den med: deckbuilder new {needs.as_typed}"
        raise ContentError.at(Place("input"), sentence, "DB822")
    trial = tried(needs)
    copies = noted.copied(needs.folder)
    files = [_file(one, needs, trial, copies, today) for one in needs.deliveries]
    files.sort(key=lambda one: list(State).index(one.state))
    written = needs.comments if (needs.folder / COMMENTS).is_file() else {}
    unwritten = tuple(slide for slide, text in written.items() if slide in trial.slides and is_unwritten(text))
    own = {f"{needs.shown_as}/{one.delivery.file}" for one in files}
    missing = {needs.declarations.place(("sources", name, "file")) for one in files for name in _lacking(one)}
    told = missing | {one.place for file in files for one in file.problems}
    others = [one for one in trial.problems if one.place.file not in own and not _is_of_texts(one, needs)]
    return Status(
        needs,
        tuple(files),
        _texts(needs, trial, unwritten, today),
        unwritten,
        tuple(_unused(needs)),
        tuple(one for one in others if one.place not in told),
    )


def _lacking(file: FileStatus) -> tuple[str, ...]:
    return file.delivery.sources if file.state in {State.MISSING, State.LATE} else ()


def _file(delivery: Delivery, needs: Month, trial: Trial, copies: dict[str, str], today: date) -> FileStatus:
    path = needs.folder / delivery.file
    if not path.is_file():
        return FileStatus(delivery, _missing(delivery, today))
    problems = trial.of(delivery)
    findings = trial.findings_in(f"{needs.shown_as}/{delivery.file}")
    state, reason = State.HERE, ""
    before = needs.before
    if before is not None and (reason := _same(delivery, needs, trial, copies)):
        state = State.STALE if delivery.is_renewed else State.STANDING
        name = before.month if before.is_month else before.name
        reason = f"gäller från {name}" if state is State.STANDING else reason.format(name)
    if problems:
        state, reason = State.BROKEN, ""
    return FileStatus(delivery, state, reason, problems, findings)


def _missing(delivery: Delivery, today: date) -> State:
    return State.LATE if delivery.due and today > delivery.due else State.MISSING


def _same(delivery: Delivery, needs: Month, trial: Trial, copies: dict[str, str]) -> str:
    """Return why a file is no newer than the one of the period before, "" for one that is.

    A file that is kept by hand is updated when it has been saved; of an export what is read must differ.
    """
    if not delivery.is_carried:
        return "samma uppgifter som i {}" if trial.is_as_before(delivery) else ""
    if _digest(needs.folder / delivery.file) in {
        copies.get(delivery.file),
        _digest(needs.folder_before / delivery.file),
    }:
        return "kopierad från {}, inte uppdaterad"
    return "gäller" if not delivery.is_renewed and trial.is_as_before(delivery) else ""


def _digest(path: Path) -> str | None:
    with suppress(OSError):
        return noted.digest(path.read_bytes())
    return None


def _texts(needs: Month, trial: Trial, unwritten: tuple[str, ...], today: date) -> FileStatus:
    """Return how far the texts have come: those of one slide are missing when its heading has nothing under it."""
    is_there = (needs.folder / COMMENTS).is_file()
    problems = tuple(one for one in trial.problems if one.place.file == f"{needs.shown_as}/{COMMENTS}")
    if problems and is_there:
        return FileStatus(needs.texts, State.BROKEN, "", problems)
    lacking = [one for one in trial.problems if one.code == _NO_TEXT]
    if not unwritten and not lacking and (is_there or not needs.comments):
        return FileStatus(needs.texts, State.HERE)
    count = sum(slide in trial.slides for slide in needs.comments)
    reason = f"{len(unwritten)} av {count} tomma" if unwritten else f"{len(lacking)} saknas"
    problems = () if unwritten else tuple(lacking)
    return FileStatus(needs.texts, _missing(needs.texts, today), reason if is_there else "", problems)


def _is_of_texts(problem: Problem, needs: Month) -> bool:
    """Tell whether a problem is told with the texts: in their file, or of a slide that has none."""
    return problem.place.file == f"{needs.shown_as}/{COMMENTS}" or problem.code == _NO_TEXT


def _unused(needs: Month) -> list[str]:
    """Return the files of the period's folder that no source and no slide of any report names."""
    known = {spec.file for spec in needs.catalogue.sources.values()} | {one.file for one in needs.deliveries}
    found = [path for path in needs.folder.iterdir() if path.is_file() and path.suffix.lower() != ".md"]
    return sorted(one.name for one in found if one.name[0] not in "~." and one.name not in {*known, KEPT})
