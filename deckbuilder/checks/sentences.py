"""The sentences of a report as staff wrote them, in YAML and in `kommentarer.md`, with where each one stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deckbuilder.checks.typed_numbers import TAKEN_OUT
from deckbuilder.errors import Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from deckbuilder.loading import Loaded
    from deckbuilder.spec.document import Path

_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BREAK = re.compile(r"\n(?=\s*(?:[-*+]\s|\n|$))|(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_BULLET = re.compile(r"[-*+]\s+")


@dataclass(frozen=True)
class Sentence:
    """A sentence or bullet of a slide, without its templates, and where it stands."""

    slide: str
    text: str
    place: Place


def sentences(loaded: Loaded, slides: Collection[str], names: Collection[str]) -> Iterator[Sentence]:
    """Yield the sentences of the slides in their order: those in YAML, then those in comments.

    A text without a space is a name (an id, a file, a figure's address), and so is one of `names`, what rows and
    columns are called. A source line tells where figures came from, not what they are.
    """
    for number, raw in enumerate(loaded.report.slides if loaded.report else ()):
        slide = str(raw.get("id")) if isinstance(raw, dict) else ""
        if slide in slides:
            for path, text in _texts(raw, ("slides", number)):
                if text not in names:
                    yield from _sentences(slide, text, loaded.document.place(path), by_line=False)
    for comment in loaded.comments.values():
        if comment.slide in slides:
            place = Place(loaded.comments_file, comment.line)
            yield from _sentences(comment.slide, comment.text, place, by_line=True)


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "source":
                yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*path, number))
    elif isinstance(data, str):
        yield path, data


def _sentences(slide: str, text: str, place: Place, *, by_line: bool) -> Iterator[Sentence]:
    """Yield the sentences of a text that begins at a place; `by_line` when its lines are those of the file."""
    plain = _TEMPLATE.sub(lambda match: TAKEN_OUT + "\n" * match[0].count("\n"), text).replace("**", "")
    start = 0
    for end, following in [*(match.span() for match in _BREAK.finditer(plain)), (len(plain), len(plain))]:
        piece = plain[start:end]
        words = _BULLET.sub("", piece.strip(), count=1).replace("\n", " ")
        line = plain.count("\n", 0, start + len(piece) - len(piece.lstrip()))
        if " " in words or "\u00a0" in words:
            yield Sentence(slide, words, Place(place.file, place.line + line) if by_line else place)
        start = following
