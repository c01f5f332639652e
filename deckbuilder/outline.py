"""The slides of a report as its YAML lists them: number, id, type, title, and the files that their figures are from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import ContentError
from deckbuilder.figures.needs import needed
from deckbuilder.loading import report_document, sources_document
from deckbuilder.pipeline import make
from deckbuilder.spec.document import read_document
from deckbuilder.spec.report import slides_in
from deckbuilder.spec.reuse import USE

if TYPE_CHECKING:
    from deckbuilder.period import Period
    from deckbuilder.project import Project


@dataclass(frozen=True)
class OutlinedSlide:
    """A slide; `taken_from` is the report that has it, "" for one of this report's own."""

    number: int
    id: str
    type: str
    title: str
    files: tuple[str, ...]
    taken_from: str = ""


def outline(project: Project, report: str) -> list[OutlinedSlide]:
    """Return a report's slides as they are written; raise ContentError for YAML that cannot be read.

    The files are those of the figures that the YAML names; a slide that chooses its figures itself names none.
    """
    document, used = report_document(project, report), _used(project, report)
    slides = slides_in(document.data)
    if not slides:
        sentence = "Rapporten har inga bilder. Skriv dem i en lista under 'slides'."
        raise ContentError.at(document.place(("slides",)), sentence, "DB817")
    files = _files(document.data, sources_document(project).data)
    found = []
    for number, (slide, taken_from) in enumerate(zip(slides, used, strict=True), start=1):
        id_, type_, title = (_text(slide, key) for key in ("id", "type", "title"))
        found.append(OutlinedSlide(number, id_, type_, title, files.get(id_, ()), taken_from))
    return found


def filled_in(project: Project, report: str, period: Period) -> list[OutlinedSlide]:
    """Return a report's slides as they are for a period; raise ContentError with every problem of its content."""
    record = make(project, report, period).record
    found = []
    for number, (slide, taken_from) in enumerate(zip(record.slides, _used(project, report), strict=True), start=1):
        cells = (cell for name in slide.figures for cell in record.figures[name].cells)
        files = tuple(dict.fromkeys(cell.file.rpartition("/")[2] for cell in cells))
        found.append(OutlinedSlide(number, slide.id, slide.type, slide.title, files, taken_from))
    return found


def _used(project: Project, report: str) -> list[str]:
    """Return for each slide the report that it is taken from, "" for one of its own."""
    data = read_document(project.report(report), f"config/{report}.yaml").data
    return [_text(slide, USE) for slide in slides_in(data)]


def _text(slide: dict[str, Any], key: str) -> str:
    return str(slide.get(key) or "")


def _files(report: Any, declared: Any) -> dict[str, tuple[str, ...]]:
    """Return each slide's files by its id, of what is right in `config/sources.yaml`, whatever is wrong."""
    sources, figures = (_mapping(declared, key) for key in ("sources", "figures"))
    needs = needed(report, (), figures).sources
    found: dict[str, dict[str, None]] = {}
    for name, source in sources.items():
        if isinstance(source, dict) and "file" in source:
            for slide in needs.get(name, ()):
                found.setdefault(slide, {})[_text(source, "file")] = None
    return {slide: tuple(files) for slide, files in found.items()}


def _mapping(data: Any, key: str) -> dict[str, Any]:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, dict) else {}
