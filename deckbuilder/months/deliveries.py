"""What a report needs in a period: its files, who brings each and when, and those that follow from the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import Problems
from deckbuilder.figures.needs import Needs, needed, pictures
from deckbuilder.loading import declared, report_document, sources_document
from deckbuilder.months.texts import is_unwritten
from deckbuilder.period import MONTHS
from deckbuilder.project import PICTURES, USUAL_REPORT
from deckbuilder.sources.catalogue import refuse_outside
from deckbuilder.spec.comments import FILE as COMMENTS
from deckbuilder.spec.comments import CommentText, read_comments
from deckbuilder.spec.report import read_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from deckbuilder.period import Period
    from deckbuilder.project import Project
    from deckbuilder.spec.data import Catalogue, SourceSpec
    from deckbuilder.spec.document import Document


@dataclass(frozen=True)
class Delivery:
    """A file of the period's folder. `slides` are those that show it; `due` is None where nothing is said of it.

    `is_carried`: it is kept by hand and follows from the period before. `is_renewed`: a new one is to come for this.
    """

    file: str
    sources: tuple[str, ...] = ()
    slides: tuple[str, ...] = ()
    owner: str = ""
    due: date | None = None
    is_carried: bool = False
    is_renewed: bool = True


@dataclass(frozen=True)
class Month:
    """A report's needs in a period. `before` is the period that it follows, None for the first."""

    project: Project
    report: str
    period: Period
    before: Period | None
    document: Document
    declarations: Document
    catalogue: Catalogue
    tables: frozenset[str]
    comments: dict[str, CommentText]
    deliveries: tuple[Delivery, ...]
    texts: Delivery

    @property
    def folder(self) -> Path:
        """The period's folder, which may not be there yet."""
        return self.project.root / "input" / self.period.code

    @property
    def folder_before(self) -> Path:
        """The folder of the period before; one that is not there when there is none."""
        return self.project.root / "input" / (self.before.code if self.before else ".ingen")

    @property
    def as_typed(self) -> str:
        """The period, and the report where it is another than the usual, as commands take them."""
        return self.period.code if self.report == USUAL_REPORT else f"{self.period.code} --report {self.report}"

    @property
    def shown_as(self) -> str:
        """How messages name the period's folder."""
        return f"input/{self.period.code}"


def month(project: Project, report: str, period: Period, before: Period | None) -> Month:
    """Return what a report needs in a period; raise ContentError with the faults of its YAML.

    The month's texts name figures too: until one is written that of the period before does.
    """
    problems = Problems()
    document, declarations = report_document(project, report), sources_document(project)
    catalogue = declared(declarations, period, problems)
    with problems.gather():
        read_report(document)
    old = _comments(project, before) if before else {}
    comments = _comments(project, period) or old
    texts = (old.get(name, one) if is_unwritten(one) else one for name, one in comments.items())
    needs = needed(document.data, texts, catalogue.figures)
    by_file = _by_file(needs, catalogue)
    _refuse_disagreement(by_file, catalogue, declarations, problems)
    for file, names in by_file.items():
        with problems.gather():
            code, place = period.code, declarations.place(("sources", names[0], "file"))
            refuse_outside(project.root / "input" / code, file, f"input/{code}", place)
    problems.raise_if_any()
    files = [_delivery(file, names, catalogue, needs, period) for file, names in by_file.items()]
    files += _pictures(project, document)
    said = catalogue.comments
    written = Delivery(COMMENTS, (), tuple(comments), said.owner, _due(said.due, period))
    return Month(
        project,
        report,
        period,
        before,
        document,
        declarations,
        catalogue,
        needs.tables,
        comments,
        tuple(files),
        written,
    )


def _by_file(needs: Needs, catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the files that are needed, each with its sources."""
    found: dict[str, list[str]] = {}
    for name, spec in catalogue.sources.items():
        if name in needs.sources:
            found.setdefault(spec.file, []).append(name)
    return found


def _pictures(project: Project, document: Document) -> list[Delivery]:
    """Return the pictures that the report shows and that are not the same in all periods."""
    named = pictures(document.data).items()
    return [Delivery(file, (), slides) for file, slides in named if not (project.root / PICTURES / file).is_file()]


def _comments(project: Project, period: Period) -> dict[str, CommentText]:
    name = f"input/{period.code}/{COMMENTS}"
    return read_comments(project.root / name, name)


def _delivery(file: str, names: Sequence[str], catalogue: Catalogue, needs: Needs, period: Period) -> Delivery:
    """Return what is said of a file at the sources that share it."""
    specs = [catalogue.sources[name] for name in names]
    renewed = {name for spec in specs for name in spec.months}
    is_renewed = not renewed or bool(renewed & set(MONTHS[period.first_month - 1 : period.last_month]))
    return Delivery(
        file,
        tuple(names),
        tuple(dict.fromkeys(slide for name in names for slide in needs.sources[name])),
        next((spec.owner for spec in specs if spec.owner), ""),
        _due(next((spec.due for spec in specs if spec.due), None), period) if is_renewed else None,
        any(spec.carry for spec in specs),
        is_renewed,
    )


def _due(day: int | None, period: Period) -> date | None:
    """Return the day in the month after a period, or its last for one that it does not have."""
    if day is None:
        return None
    first = period.last_day + timedelta(days=1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return min(first + timedelta(days=day - 1), last)


def _refuse_disagreement(
    by_file: dict[str, list[str]], catalogue: Catalogue, document: Document, problems: Problems
) -> None:
    """Note every key that says another thing of a file than another source of the same file does."""
    for file, names in by_file.items():
        for key in ("owner", "due", "months"):
            said = [(name, value) for name, value in _said(names, catalogue, key) if value]
            for name, value in said[1:]:
                if value != said[0][1]:
                    sentence = (
                        f"Källorna '{said[0][0]}' och '{name}' delar filen '{file}', men har olika '{key}'. "
                        "Skriv det bara vid den ena."
                    )
                    problems.add(document.place(("sources", name, key)), sentence, "DB820")


def _said(names: Sequence[str], catalogue: Catalogue, key: str) -> Iterator[tuple[str, Any]]:
    for name in names:
        spec: SourceSpec = catalogue.sources[name]
        yield name, getattr(spec, key)
