"""The slides of a report as its YAML lists them: number, id, type, title, and the files that their figures are from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import ContentError
from deckbuilder.loading import report_document, sources_document
from deckbuilder.pipeline import make
from deckbuilder.spec.document import read_document
from deckbuilder.spec.reuse import USE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckbuilder.period import Period
    from deckbuilder.project import Project

_TEMPLATE = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
_NAME = re.compile(r"(?<![\w.'\"])[^\W\d]\w*")


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
    used = _used(project, report)
    document = report_document(project, report)
    sources = _Sources.of(sources_document(project).data)
    slides = document.data.get("slides") if isinstance(document.data, dict) else None
    if not isinstance(slides, list):
        sentence = "Rapporten har inga bilder. Skriv dem i en lista under 'slides'."
        raise ContentError.at(document.place(("slides",)), sentence, "DB817")
    return [
        OutlinedSlide(
            number, _text(slide, "id"), _text(slide, "type"), _text(slide, "title"), sources.files(slide), taken_from
        )
        for number, (slide, taken_from) in enumerate(zip(slides, used, strict=True), start=1)
    ]


def filled_in(project: Project, report: str, period: Period) -> list[OutlinedSlide]:
    """Return a report's slides as they are for a period; raise ContentError with every problem of its content."""
    record = make(project, report, period).composed.record
    if record is None:  # pragma: no cover -- told as problems before
        raise AssertionError
    found = []
    for number, (slide, taken_from) in enumerate(zip(record.slides, _used(project, report), strict=True), start=1):
        cells = (cell for name in slide.figures for cell in record.figures[name].cells)
        files = tuple(dict.fromkeys(cell.file.rpartition("/")[2] for cell in cells))
        found.append(OutlinedSlide(number, slide.id, slide.type, slide.title, files, taken_from))
    return found


def _used(project: Project, report: str) -> list[str]:
    """Return for each slide the report that it is taken from, "" for one of its own."""
    data = read_document(project.report(report), f"config/{report}.yaml").data
    slides = data.get("slides") if isinstance(data, dict) else None
    return [_text(slide, USE) for slide in slides] if isinstance(slides, list) else []


def _text(slide: Any, key: str) -> str:
    return str(slide.get(key) or "") if isinstance(slide, dict) else ""


@dataclass(frozen=True)
class _Sources:
    """The files of the figures that `config/sources.yaml` declares: what is right in it, whatever is wrong."""

    sources: Mapping[str, Any]
    figures: Mapping[str, Any]

    @classmethod
    def of(cls, data: Any) -> _Sources:
        """Return what a file's data declares."""
        found = [data.get(key) if isinstance(data, dict) else None for key in ("sources", "figures")]
        sources, figures = (one if isinstance(one, dict) else {} for one in found)
        return cls(sources, figures)

    def files(self, slide: Any) -> tuple[str, ...]:
        """Return the files of the figures that a slide's texts name, in the order met."""
        names = dict.fromkeys(name for text in _texts(slide) for name in _names(text) if name in self.figures)
        return tuple(dict.fromkeys(file for name in names for file in self._files_of(name, frozenset())))

    def _files_of(self, name: str, above: frozenset[str]) -> Iterator[str]:
        """Yield the file of figures; those that follow others (a history) have the files of these."""
        declared = self.figures.get(name)
        if not isinstance(declared, dict) or name in above:
            return
        source = self.sources.get(str(declared.get("source")))
        if isinstance(source, dict) and source.get("file"):
            yield str(source["file"])
        elif "source" not in declared:
            for text in _texts(declared.get("columns")):
                yield from self._files_of(text.partition(".")[0], above | {name})


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a value but those that name or describe a slide."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one) if key not in {"id", "type", USE} else ()
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def _names(text: str) -> Iterator[str]:
    """Yield the words that can name figures: a reference is the whole text, or stands in a template."""
    inside = _TEMPLATE.findall(text)
    if " " not in _TEMPLATE.sub("", text).strip():
        yield text.partition(".")[0]
    for template in inside:
        yield from _NAME.findall(template)
