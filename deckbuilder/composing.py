"""Turns a report's slides into pages: fills in templates, checks options, calls the builders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from deckbuilder.commenting import comment_on, unused_comments
from deckbuilder.compose import kept_note
from deckbuilder.compose.context import Context, source_of
from deckbuilder.errors import ContentError, Place, Problem, Problems, SpecError
from deckbuilder.figures.expansion import expanded
from deckbuilder.figures.notes import origin_notes
from deckbuilder.figures.noting import NotingBook
from deckbuilder.figures.templates import Templates
from deckbuilder.kinds import kind, kinds
from deckbuilder.records.comparison import Comparison, compare
from deckbuilder.records.record import Record
from deckbuilder.records.recording import Recording
from deckbuilder.spec.report import SlideSpec, read_slide, refuse_twins

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import Figure
    from deckbuilder.loading import Loaded
    from deckbuilder.page import Page
    from deckbuilder.period import Period
    from deckbuilder.spec.document import Path

Earlier = Callable[[], Record | None]
BUILDERS = "deckbuilder.builders"


@dataclass(frozen=True)
class _Slide:
    """A slide whose options are right, and where it stands in the report."""

    options: SlideSpec
    path: Path
    section: str
    told: dict[str, Figure]


@dataclass(frozen=True)
class Composed:
    """The report's title, its pages in order, where each slide stands, warnings, and the record of what they show."""

    title: str
    pages: tuple[Page, ...]
    places: dict[str, Place]
    warnings: tuple[Problem, ...]
    record: Record | None = None


def compose(loaded: Loaded, period: Period, problems: Problems, earlier: Earlier = lambda: None) -> Composed:
    """Return the report's pages and the record of them; note every problem of every slide.

    `earlier` gives the record of the report before this one, for slides that compare; None when there is none.
    """
    if loaded.report is None or loaded.book is None:
        return Composed("", (), {}, ())
    templates = Templates(period, loaded.book, loaded.report.money_label)
    slides = _slides(loaded, loaded.book, templates, problems)
    meeting = expanded(loaded.report.meeting, ("meeting",), loaded.document, templates, problems)
    sections = tuple((s.options.title, s.options.subtitle) for s in slides if s.options.type == "section")
    title = expanded(loaded.report.title, ("title",), loaded.document, templates, problems)
    context = Context(period, loaded.book, meeting, loaded.report.money_label, sections, pictures=loaded.pictures)
    noted = Recording(loaded.name, period, loaded.report.money_label, loaded.book)
    context = replace(context, compared=lambda: _compared(earlier(), noted.record()))
    for slide in sorted(slides, key=lambda one: _compares(one.options.type)):
        with problems.gather():
            noted.add(slide.options.type, *_noted_page(slide, context, loaded, loaded.book, templates))
    there = [(slide.path, noted.pages[slide.options.id]) for slide in slides if slide.options.id in noted.pages]
    with problems.gather():
        made = (slide for slide in slides if slide.options.id in noted.pages)
        titles = ((slide.options.title, (*slide.path, "title")) for slide in made)
        refuse_twins(titles, loaded.document, "Rubriken", "rubriker", "DB144")
    places = {page.id: loaded.document.place((*path, "title")) for path, page in there}
    warnings = unused_comments([slide.options for slide in slides], loaded)
    pages = tuple(page for _, page in there)
    return Composed(kept_note.starred(title), pages, places, warnings, noted.record(places))


def _compared(before: Record | None, now: Record) -> Comparison | None:
    return None if before is None else compare(before, now)


def _compares(type_: str) -> bool:
    """Tell whether a slide type compares the other slides with the report before, and so is composed after them."""
    return getattr(kind(BUILDERS, type_), "COMPARES", False)


def _noted_page(
    slide: _Slide, context: Context, loaded: Loaded, book: Book, templates: Templates
) -> tuple[Page, dict[str, Figure]]:
    """Return a slide's page, which tells the figures that it shows, and these."""
    told = dict(slide.told)
    comment = comment_on(slide.options, loaded, templates.over(NotingBook(book, told)))
    noted = dict(told)
    own = replace(context, comment=comment, told=frozenset(told), book=NotingBook(book, noted))
    page = replace(_page(slide, own, loaded), section=slide.section, figures=tuple(noted), told=tuple(told))
    source = page.source or (source_of(noted.values()) if slide.options.source is None else "")
    page = replace(page, source=source, notes=origin_notes(noted.values()))
    page = kept_note.noted(page, noted.values())
    return (kept_note.starred(page) if book.keeping.file.specs else page), noted


def _slides(loaded: Loaded, book: Book, templates: Templates, problems: Problems) -> list[_Slide]:
    slides = []
    section = ""
    for number, raw in enumerate(loaded.report.slides if loaded.report else ()):
        path = ("slides", number)
        told: dict[str, Figure] = {}
        with problems.gather():
            data = expanded(raw, path, loaded.document, templates.over(NotingBook(book, told)), problems)
            options = read_slide(data, loaded.document, path, kinds(BUILDERS), _options)
            section = options.title if options.type == "section" else section
            slides.append(_Slide(options, path, section, told))
    with problems.gather():
        ids = ((slide.options.id, (*slide.path, "id")) for slide in slides)
        refuse_twins(ids, loaded.document, "Bilden", "id", "DB143")
    return slides


def _options(name: str) -> type[SlideSpec]:
    options: type[SlideSpec] = kind(BUILDERS, name).Options
    return options


def _page(slide: _Slide, context: Context, loaded: Loaded) -> Page:
    """Call the slide's builder; place what it finds wrong at the line of the key that it names."""
    builder: Any = kind(BUILDERS, slide.options.type)
    try:
        page: Page = builder.compose(slide.options, context)
    except SpecError as error:
        noted = context.book.noted.values() if isinstance(context.book, NotingBook) else ()
        sentence = f"{error} {kept_note.warning(noted)}".rstrip()
        raise ContentError.at(loaded.document.place((*slide.path, *error.path)), sentence, error.code) from error
    return page
