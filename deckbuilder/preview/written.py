"""A report as it is written, for when it cannot be built: its slides, and the lines that they stand at."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import ContentError
from deckbuilder.loading import report_document, sources_document
from deckbuilder.preview.problems import comment_lines, slide_lines, table_lines
from deckbuilder.preview.slides import summary
from deckbuilder.preview.state import ShownSlide
from deckbuilder.spec.comments import FILE, read_comments
from deckbuilder.spec.report import slides_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.period import Period
    from deckbuilder.preview.problems import Homes
    from deckbuilder.project import Project

_DASH = re.compile(r"(\s*)- ")
_ID = re.compile(r"\s*(?:- )?id:\s*[\"']?([^\s\"'#]+)")
_LIST = re.compile(r"slides\s*:")


def written_homes(project: Project, report: str, period: Period, last: Homes) -> Homes:
    """Return where slides and tables stand in the files as they are now; where a file cannot be read, as far as it can.

    What the slides showed is what `last` knows.
    """
    lines, tables = dict(last.lines), last.tables
    shown_as, comments = f"config/{report}.yaml", f"input/{period.code}/{FILE}"
    with suppress(OSError):
        text = (project.root / shown_as).read_text(encoding="utf-8-sig", errors="replace")
        lines[shown_as] = _lines_of_text(text)
    with suppress(ContentError):
        lines |= slide_lines(report_document(project, report))
    with suppress(ContentError):
        lines[comments] = comment_lines(read_comments(project.root / comments, comments))
    with suppress(ContentError):
        tables = table_lines(sources_document(project))
    return replace(last, lines=lines, tables=tables)


def written_slides(project: Project, report: str) -> tuple[ShownSlide, ...]:
    """Return the slides that a report's YAML lists, with their titles as they are written; none when it is no YAML."""
    with suppress(ContentError):
        slides = slides_in(report_document(project, report).data)
        return tuple(_shown(number, slide) for number, slide in enumerate(slides, start=1) if slide)
    return ()


def _shown(number: int, slide: dict[str, Any]) -> ShownSlide:
    id_, type_ = str(slide.get("id", "")), str(slide.get("type", ""))
    title = str(slide.get("title", ""))
    key = id_ or f"bild+{number}"
    return ShownSlide(key, id_ or key, number, title, type_, summary(type_), movable=bool(id_), alt=title)


def _lines_of_text(text: str) -> dict[int, str]:
    """Return the lines at which slides seem to begin in a file that is no YAML just now."""
    return dict(_starts(text.split("\n")))


def _starts(lines: list[str]) -> Iterator[tuple[int, str]]:
    indent, start = None, 0
    is_there = False
    for number, line in enumerate(lines, start=1):
        if _LIST.match(line):
            is_there = True
        elif is_there and (dash := _DASH.match(line)) and indent in {None, dash[1]}:
            indent, start = dash[1], number
        if start and (id_ := _ID.match(line)):
            yield start, id_[1]
