"""Which slides a problem belongs to: by the lines that it stands in, and by the figures of the file that it is in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from deckbuilder.preview.state import ShownProblem
from deckbuilder.project import SOURCES
from deckbuilder.spec.report import slides_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from deckbuilder.checks.finding import Finding
    from deckbuilder.errors import Place, Problem
    from deckbuilder.preview.engine import Draft
    from deckbuilder.preview.state import ShownSlide
    from deckbuilder.records.record import Record
    from deckbuilder.spec.comments import CommentText
    from deckbuilder.spec.document import Document

_NOT_DRAWN = (
    "Bilden går inte att visa här, för LibreOffice kan inte rita den. Den kan ändå vara rätt: "
    "bygg rapporten och titta på den i PowerPoint."
)


@dataclass(frozen=True)
class Homes:
    """Where slides stand: `lines` are those at which something of a slide begins, by file, with the slide's id.

    `tables` are the lines at which the tables of figures begin, `record` what the slides showed when they last went
    together.
    """

    lines: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    tables: Mapping[int, str] = field(default_factory=dict)
    record: Record | None = None

    def of(self, place: Place) -> tuple[str, ...]:
        """Return the ids of the slides that a place belongs to; none for what belongs to all, or to no one knows."""
        if place.line and place.file in self.lines:
            found = _above(self.lines[place.file], place.line)
            return (found,) if found else ()
        return tuple(dict.fromkeys(self._showing(place)))

    def _showing(self, place: Place) -> Iterator[str]:
        """Yield the slides that show figures from a cell, a line, a whole file, or a table that is declared there."""
        table = _above(self.tables, place.line) if place.file == f"config/{SOURCES}.yaml" and place.line else ""
        for slide in self.record.slides if self.record else ():
            figures = (self.record.figures[id_] for id_ in slide.figures) if self.record else ()
            if table:
                is_there = any(id_.partition(".")[0] == table for id_ in slide.figures)
            else:
                is_there = any(_is_at(cell.place, place) for figure in figures for cell in figure.cells)
            if is_there:
                yield slide.id


def _is_at(cell: Place, place: Place) -> bool:
    if cell.file != place.file:
        return False
    if place.cell:
        return (cell.sheet, cell.cell) == (place.sheet, place.cell)
    return not place.line or cell.line == place.line


def _above(lines: Mapping[int, str], line: int) -> str:
    """Return what begins at the nearest line at or above one."""
    return lines.get(max((one for one in lines if one <= line), default=0), "")


def slide_lines(document: Document) -> dict[str, dict[int, str]]:
    """Return the lines at which each part of a slide begins, by file; a line after the slides is no one's."""
    slides = slides_in(document.data)
    if not slides:
        return {}
    found: dict[str, dict[int, str]] = {document.file: {}}
    for path, place in (*document.key_places.items(), *document.places.items()):
        if len(path) >= 2 and path[0] == "slides" and isinstance(path[1], int):
            found.setdefault(place.file, {})[place.line] = str(slides[path[1]].get("id", ""))
    for path, place in document.key_places.items():
        if len(path) == 1:
            found[place.file].setdefault(place.line, "")
    return found


def comment_lines(comments: Mapping[str, CommentText]) -> dict[int, str]:
    """Return the lines at which each slide's text begins in `kommentarer.md`."""
    return {comment.line - 1: name for name, comment in comments.items()}


def table_lines(document: Document) -> dict[int, str]:
    """Return the lines at which each table of figures begins in `config/sources.yaml`."""
    return {
        place.line: str(path[1]) if path[0] == "figures" and len(path) > 1 else ""
        for path, place in document.key_places.items()
        if len(path) in {1, 2}
    }


def shown_errors(problems: Iterable[Problem], homes: Homes) -> Iterator[ShownProblem]:
    """Yield what is wrong, with the slides that it belongs to."""
    for one in problems:
        yield ShownProblem(one.code, str(one.place), one.sentence, "error", homes.of(one.place))


def shown_problems(draft: Draft, homes: Homes) -> Iterator[ShownProblem]:
    """Yield a draft's warnings and findings, with the slides that they belong to."""
    for one in draft.warnings:
        yield ShownProblem(one.code, str(one.place), one.sentence, "warning", homes.of(one.place))
    for finding in draft.made.checked.findings:
        yield _shown_finding(finding, homes)


def _shown_finding(finding: Finding, homes: Homes) -> ShownProblem:
    problem = finding.problem
    kind: Literal["hint", "warning"] = "hint" if finding.is_hint else "warning"
    return ShownProblem(problem.code, str(problem.place), problem.sentence, kind, homes.of(problem.place))


def shown_faults(faults: Collection[str], slides: Iterable[ShownSlide]) -> Iterator[ShownProblem]:
    """Yield that slides could not be drawn, for those with these digests."""
    for slide in slides:
        if slide.digest in faults:
            yield ShownProblem("DB873", f"bild {slide.number}", _NOT_DRAWN, "warning", (slide.key,))


def homes_of(draft: Draft) -> Homes:
    """Return where the slides of a draft stand."""
    made, loaded = draft.made, draft.made.loaded
    lines = {**slide_lines(loaded.document), loaded.comments_file: comment_lines(loaded.comments)}
    return Homes(lines, table_lines(made.book.document), made.record)
