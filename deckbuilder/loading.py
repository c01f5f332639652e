"""Reads everything that a build needs: report, sources, comments and layout."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Problems, choices, did_you_mean
from deckbuilder.figures.book import Book
from deckbuilder.figures.expansion import expanded
from deckbuilder.figures.keeping import Keeping
from deckbuilder.figures.shelf import Declarations, Shelf
from deckbuilder.figures.templates import Templates
from deckbuilder.project import PICTURES, SOURCES
from deckbuilder.sources.catalogue import Sources
from deckbuilder.sources.pictures import Pictures
from deckbuilder.spec.comments import FILE as COMMENTS
from deckbuilder.spec.comments import CommentText, read_comments
from deckbuilder.spec.data import read_catalogue
from deckbuilder.spec.document import Document, read_document
from deckbuilder.spec.kept import FILE as KEPT
from deckbuilder.spec.kept import read_kept
from deckbuilder.spec.report import Report, read_report, slide_ids
from deckbuilder.spec.reuse import with_used_slides

if TYPE_CHECKING:
    from deckbuilder.period import Period
    from deckbuilder.project import Project
    from deckbuilder.render.layout import Layout
    from deckbuilder.spec.data import Catalogue


ReadBook = Callable[["Project", "Period", Problems], Book]


@dataclass
class Loaded:
    """What was read. What could not be read is None or empty, and a problem says why."""

    name: str
    document: Document
    report: Report | None = None
    book: Book | None = None
    comments: dict[str, CommentText] = field(default_factory=dict)
    comments_file: str = ""
    slides_elsewhere: frozenset[str] = frozenset()
    pictures: Pictures = field(default_factory=Pictures)
    layout: Layout | None = None


def load(
    project: Project,
    name: str,
    period: Period,
    problems: Problems,
    *,
    books: ReadBook | None = None,
    looks: bool = True,
) -> Loaded:
    """Read all that a report needs; note every problem and go on with what can be read.

    `books` reads the figures where it is not `read_book`; without `looks` the layout is not opened.
    """
    loaded = Loaded(name, Document(f"config/{name}.yaml"))
    with problems.gather():
        loaded.document = report_document(project, name)
        loaded.report = read_report(loaded.document)
    with problems.gather():
        loaded.comments_file = f"input/{period.code}/{COMMENTS}"
        loaded.pictures = Pictures(
            ((project.input(period), f"input/{period.code}"), (project.root / PICTURES, PICTURES))
        )
        loaded.comments = read_comments(project.input(period) / COMMENTS, loaded.comments_file)
    if not loaded.comments.keys() <= slide_ids(loaded.document.data):
        loaded.slides_elsewhere = every_slide_id(project)
    with problems.gather():
        loaded.book = (books or read_book)(project, period, problems)
    with problems.gather():
        if loaded.report is not None and looks:
            loaded.layout = layout_of(project, loaded.report, loaded.document)
    return loaded


def report_document(project: Project, name: str) -> Document:
    """Return a report's YAML with the slides that it takes from others written out."""
    return with_used_slides(_document(project, name), _other_reports(project, name))


def sources_document(project: Project) -> Document:
    """Return `config/sources.yaml`; a project may do without."""
    shown_as = f"config/{SOURCES}.yaml"
    path = project.root / shown_as
    return read_document(path, shown_as) if path.is_file() else Document(shown_as)


def declared(document: Document, period: Period, problems: Problems) -> Catalogue:
    """Return what `config/sources.yaml` says for a period; raise ContentError with its faults."""
    data = expanded(document.data, (), document, Templates(period), problems)
    return read_catalogue(replace(document, data=data))


def read_book(project: Project, period: Period, problems: Problems) -> Book:
    """Return the figures that `config/sources.yaml` declares; a project may do without."""
    document = sources_document(project)
    shelf = Shelf(lambda other: _other_book(project, document, other, shelf))
    catalogue = declared(document, period, problems)
    book = _book(project, document, period, catalogue, shelf)
    with problems.gather():
        folder = project.input(period)
        book.keeping = Keeping(read_kept(folder / KEPT, f"input/{period.code}/{KEPT}"))
    with problems.gather():
        book.check()
    return book


def _book(project: Project, document: Document, period: Period, catalogue: Catalogue, shelf: Shelf) -> Book:
    places = {name: document.place(("sources", name, "file")) for name in catalogue.sources}
    sources = Sources(project.input(period), f"input/{period.code}", catalogue.sources, places)
    return Book(period, sources, catalogue.figures, document, catalogue.accepted, shelf)


def _other_book(project: Project, document: Document, period: Period, shelf: Shelf) -> Book | None:
    """Return the figures of a period beside the report's own, None for one that has no input."""
    if period.code not in project.periods():
        return None
    templates = Templates(period)
    declared = (document.data or {}).get("sources", {})
    data = expanded(declared, ("sources",), document, templates, Problems())
    catalogue = read_catalogue(replace(document, data={"sources": data}))
    return replace(_book(project, document, period, catalogue, shelf), raw=Declarations(document, templates))


def every_slide_id(project: Project) -> frozenset[str]:
    """Return the slide ids of all reports, which share the month's comments; broken ones have none."""
    found: set[str] = set()
    for name in project.reports():
        with suppress(ContentError):
            found |= slide_ids(_document(project, name).data)
    return frozenset(found)


def _document(project: Project, name: str) -> Document:
    return read_document(project.report(name), f"config/{name}.yaml")


def _other_reports(project: Project, name: str) -> dict[str, Callable[[], Document]]:
    return {other: partial(_document, project, other) for other in project.reports() if other != name}


def layout_of(project: Project, report: Report, document: Document) -> Layout:
    """Return the layout that a report names, with its template open; raise ContentError with what is wrong in them."""
    from deckbuilder.render.layout import open_layout  # noqa: PLC0415 -- python-pptx is slow to load
    from deckbuilder.spec.layout import read_layout  # noqa: PLC0415 -- goes with it

    folder, name = project.root / "layouts", report.layout
    known = sorted(found.stem for found in folder.glob("*.yaml"))
    if name not in known:
        sentence = f"Layouten '{name}' finns inte.{did_you_mean(name, known)} Layouter som finns: {choices(known)}."
        raise ContentError.at(document.place(("layout",)), sentence, "DB692")
    layout_document = read_document(folder / f"{name}.yaml", f"layouts/{name}.yaml")
    return open_layout(read_layout(layout_document), layout_document, folder)
