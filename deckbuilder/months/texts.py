"""The month's texts: emptied for a new period, and those that nobody has written yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckbuilder.spec.comments import HEADING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from deckbuilder.period import Period
    from deckbuilder.spec.comments import CommentText

_POINTER = re.compile(r"Texterna för .* står i input/\S+\.")
_INTRO = """\
# Texter till {report}, {period}

Skriv texten under bildens id. Punkter börjar med `- `, andra nivån dras in två steg.
Siffror hämtas ur underlaget med dubbla klamrar, så att de alltid är samma som i tabellerna.
Ta bort rubriken till en bild som inte ska ha någon text.
"""


def is_unwritten(comment: CommentText) -> bool:
    """Tell whether nothing but `---` stands under a slide's heading."""
    return all(line.strip() in {"", "---"} for line in comment.text.splitlines())


def emptied(text: str, slides: Container[str], before: Period, period: Period) -> str:
    """Return the texts of a period as those of another begin: the headings of some slides, and no text under them.

    What stands above the first heading is kept, with the new period's name; `---` between two texts stays.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    intro, sections = _divided(text.splitlines())
    pointer = f"Texterna för {before.name} står i input/{before.code}/kommentarer.md."
    kept = [line.replace(before.name, period.name) for line in intro if not _POINTER.fullmatch(line.strip())]
    lines = [*_trimmed(kept), "", pointer]
    for slide, heading, section in sections:
        if slide in slides:
            lines += ["", heading, *(["", "---"] if any(line.strip() == "---" for line in section) else [])]
    return ends.join([*lines, ""])


def first(report: str, slides: Iterable[str], period: Period) -> str:
    """Return the file of a project's first period: how to write, and a heading for each slide that takes a text."""
    return _INTRO.format(report=report, period=period.name) + "".join(f"\n## {slide}\n" for slide in slides)


def _divided(lines: list[str]) -> tuple[list[str], list[tuple[str, str, list[str]]]]:
    """Return the lines above the first heading, and each heading's slide, its own line and those under it."""
    intro: list[str] = []
    sections: list[tuple[str, str, list[str]]] = []
    for line in lines:
        if match := HEADING.fullmatch(line):
            sections.append((match["id"], line, []))
        else:
            (sections[-1][2] if sections else intro).append(line)
    return intro, sections


def _trimmed(lines: list[str]) -> Iterator[str]:
    """Yield the lines without the empty ones at the end, and one for several."""
    for number, line in enumerate(lines):
        if line.strip() or (any(rest.strip() for rest in lines[number:]) and number and lines[number - 1].strip()):
            yield line
