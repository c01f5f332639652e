"""Turns a report's slides into pages: fills in templates, checks options, calls the builders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from deckbuilder.compose.context import Comment, Context
from deckbuilder.errors import ContentError, Place, Problem, Problems, SpecError, did_you_mean
from deckbuilder.figures.expansion import expanded, expanded_comment
from deckbuilder.figures.templates import Templates
from deckbuilder.kinds import kind, kinds
from deckbuilder.markdown import MarkdownError, paragraphs
from deckbuilder.spec.report import SlideSpec, read_slide, refuse_twins

if TYPE_CHECKING:
    from deckbuilder.loading import Loaded
    from deckbuilder.page import Page
    from deckbuilder.period import Period
    from deckbuilder.spec.document import Path

BUILDERS = "deckbuilder.builders"


@dataclass(frozen=True)
class _Slide:
    """A slide whose options are right, and where it stands in the report."""

    options: SlideSpec
    path: Path
    section: str


@dataclass(frozen=True)
class Composed:
    """The report's title, its pages in order, where each slide stands, and warnings."""

    title: str
    pages: tuple[Page, ...]
    places: dict[str, Place]
    warnings: tuple[Problem, ...]


def compose(loaded: Loaded, period: Period, problems: Problems) -> Composed:
    """Return the report's pages; note every problem of every slide."""
    if loaded.report is None or loaded.book is None:
        return Composed("", (), {}, ())
    templates = Templates(period, loaded.book, loaded.report.money_label)
    slides = _slides(loaded, templates, problems)
    meeting = expanded(loaded.report.meeting, ("meeting",), loaded.document, templates, problems)
    sections = tuple((s.options.title, s.options.subtitle) for s in slides if s.options.type == "section")
    title = expanded(loaded.report.title, ("title",), loaded.document, templates, problems)
    context = Context(period, loaded.book, meeting, loaded.report.money_label, sections, pictures=loaded.pictures)
    pages: list[tuple[Page, Path]] = []
    for slide in slides:
        with problems.gather():
            own = replace(context, comment=_comment(slide, loaded, templates))
            page = replace(_page(slide, own, loaded), section=slide.section)
            pages.append((page, (*slide.path, "title")))
    with problems.gather():
        refuse_twins(((page.title, path) for page, path in pages), loaded.document, "Rubriken", "rubriker")
    places = {page.id: loaded.document.place(path) for page, path in pages}
    warnings = (*loaded.book.warnings(), *_unused_comments(slides, loaded))
    return Composed(title, tuple(page for page, _ in pages), places, warnings)


def _slides(loaded: Loaded, templates: Templates, problems: Problems) -> list[_Slide]:
    slides = []
    section = ""
    for number, raw in enumerate(loaded.report.slides if loaded.report else ()):
        path = ("slides", number)
        with problems.gather():
            data = expanded(raw, path, loaded.document, templates, problems)
            options = read_slide(data, loaded.document, path, kinds(BUILDERS), _options)
            section = options.title if options.type == "section" else section
            slides.append(_Slide(options, path, section))
    with problems.gather():
        ids = ((slide.options.id, (*slide.path, "id")) for slide in slides)
        refuse_twins(ids, loaded.document, "Bilden", "id")
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
        raise ContentError.at(loaded.document.place((*slide.path, *error.path)), str(error)) from error
    return page


def _comment(slide: _Slide, loaded: Loaded, templates: Templates) -> Comment:
    """Return the month's text for a slide, with templates filled in; raise ContentError with its faults by line."""
    found = loaded.comments.get(slide.options.id)
    if found is None or not slide.options.uses_comment():
        return Comment()
    problems = Problems()
    text = expanded_comment(found, loaded.comments_file, templates, problems)
    parts = []
    line = found.line
    for part in _divided(text):
        try:
            parts.append(paragraphs(part))
        except MarkdownError as error:
            at = found.line if "{%" in found.text else line + error.line  # a loop moves the lines
            problems.add(Place(loaded.comments_file, at), str(error))
        line += part.count("\n") + 2
    problems.raise_if_any()
    return Comment(tuple(parts))


def _divided(text: str) -> list[str]:
    """Divide a text at its `---` lines."""
    parts: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip() == "---":
            parts.append([])
        else:
            parts[-1].append(line)
    return ["\n".join(part) for part in parts]


def _unused_comments(slides: list[_Slide], loaded: Loaded) -> tuple[Problem, ...]:
    """Warn of texts that no slide shows: a misspelt id would otherwise lose the month's sentence."""
    takers = {slide.options.id for slide in slides if slide.options.uses_comment()}
    everyone = {slide.options.id for slide in slides}
    warnings = []
    for name, comment in loaded.comments.items():
        if name not in takers and (name in everyone or name not in loaded.slides_elsewhere):
            why = "tar sin text ur YAML eller visar ingen" if name in everyone else "finns inte i rapporten"
            sentence = f"Texten under '## {name}' visas inte: bilden {why}.{did_you_mean(name, takers)}"
            warnings.append(Problem(Place(loaded.comments_file, comment.line - 1), sentence))
    return tuple(warnings)
