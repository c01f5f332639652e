"""A name for what a slide looks like: the same as long as nothing that is drawn on it has changed."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from lxml import etree

from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.xml import P

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.refresh.parts import Parts

UNSEEN = {"notesSlide", "tags", "slide", "package", "comments", "customXml"}
"""The kinds of relationships that nothing is drawn from: a chart is drawn from its own copy of its workbook."""
_NUMBER = b'type="slidenum"'
_OF_THE_DECK = ("sldSz", "defaultTextStyle")


def digests(parts: Parts, slides: list[str]) -> dict[str, str]:
    """Return each slide's digest, over its part and all that it is drawn from, and its number where it shows it."""
    deck = _of_the_deck(parts)
    return {slide: _digest(parts, slide, number, deck) for number, slide in enumerate(slides, start=1)}


def _digest(parts: Parts, slide: str, number: int, deck: bytes) -> str:
    found = sha256(deck)
    for kind, name in _seen(parts, slide):
        found.update(kind.encode())
        found.update(sha256(parts.blobs[name]).digest())
    if _NUMBER in parts.blobs[slide]:
        found.update(str(number).encode())
    return found.hexdigest()[:32]


def _seen(parts: Parts, slide: str) -> Iterator[tuple[str, str]]:
    """Yield the parts that a slide is drawn from, itself first, with the relationship that leads to each.

    The names of the parts say nothing: they change when a slide is put in before.
    """
    waiting = [("", slide)]
    done: set[str] = set()
    while waiting:
        kind, name = waiting.pop(0)
        if name in done or name not in parts:
            continue
        done.add(name)
        yield kind, name
        drawn = (one for one in parts.relations(name) if one.kind not in UNSEEN)
        for one in sorted(drawn, key=lambda relation: relation.id):
            if one.external:
                continue
            waiting.append((f"{one.id} {one.kind}", one.target))


def _of_the_deck(parts: Parts) -> bytes:
    root = parts.tree(PRESENTATION)
    found = [root.find(f"{{{P}}}{tag}") for tag in _OF_THE_DECK]
    first = root.get("firstSlideNum", "1").encode()
    return b"".join((first, *(etree.tostring(one, method="c14n") for one in found if one is not None)))
