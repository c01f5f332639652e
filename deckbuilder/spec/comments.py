"""`kommentarer.md`: the month's sentences, each text under `## ` and the id of its slide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Place, Problems

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE = "kommentarer.md"
_OTHER_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SINGLE = re.compile(r"#[ \t]*(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)[ \t]*")
"""A heading with one `#` that is written as an id: everything under it would be lost, or stand on the slide before."""
HEADING = re.compile(r"##(?!#)[ \t]*(?P<id>\S.*?)[ \t]*#*[ \t]*")


@dataclass(frozen=True)
class CommentText:
    """The text for one slide: `line` is the line of its first row in the file."""

    slide: str
    text: str
    line: int


def read_comments(path: Path, shown_as: str) -> dict[str, CommentText]:
    """Return the texts by slide id, none when there is no file; raise ContentError for an id that stands twice."""
    if not path.is_file():
        return {}
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        sentence = "Filen går inte att läsa som text. Spara om den med kodningen UTF-8."
        raise ContentError.at(Place(shown_as), sentence, "DB101") from error
    lines = _OTHER_BREAKS.sub(" ", text).splitlines()  # counted as editors count them
    problems = Problems()
    _refuse_lost(lines, Place(shown_as), problems)
    starts = [(number, match["id"]) for number, line in enumerate(lines) if (match := HEADING.fullmatch(line))]
    found: dict[str, CommentText] = {}
    for (start, slide), end in zip(starts, [*(start for start, _ in starts[1:]), len(lines)], strict=False):
        if slide in found:
            sentence = f"Rubriken '## {slide}' finns redan på rad {found[slide].line - 1}. Slå ihop texterna."
            problems.add(Place(shown_as, start + 1), sentence, "DB240")
        else:
            found[slide] = CommentText(slide, "\n".join(lines[start + 1 : end]), start + 2)
    problems.raise_if_any()
    return found


def _refuse_lost(lines: Sequence[str], file: Place, problems: Problems) -> None:
    """Note headings with a single `#` that were meant as ids, as no slide would show what stands under them."""
    for number, line in enumerate(lines, start=1):
        if match := _SINGLE.fullmatch(line):
            sentence = f"Rubriken har ett #, så texten under den hamnar inte på sin bild. Skriv '## {match['id']}'."
            problems.add(Place(file.file, number), sentence, "DB242")
