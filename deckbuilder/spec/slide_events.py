"""A report's slides as the events that YAML reads: what each says, and the line that it stands at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from deckbuilder.errors import ContentError, Place
from deckbuilder.spec.document import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINES = re.compile(r"[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\Z)")
_SLIDES = "slides"
Event = tuple[Any, ...]


@dataclass(frozen=True)
class Item:
    """A slide in the file: its id, the line that it starts at, what YAML reads there, and the anchors that it uses."""

    id: str
    line: int
    events: tuple[Event, ...]
    sets: frozenset[str]
    uses: frozenset[str]


@dataclass(frozen=True)
class Outline:
    """What YAML reads in a file: before the slides, the slides, and after them."""

    before: tuple[Event, ...]
    items: tuple[Item, ...]
    after: tuple[Event, ...]
    end: int
    """The line at which something else than the slides begins."""


def lines_with_ends(text: str) -> list[str]:
    """Return the lines of a text as YAML counts them, each with its line break."""
    return [match[0] for match in _LINES.finditer(text) if match[0]]


def outline_of(text: str, file: str) -> Outline:
    """Read a report's text as YAML's events, and divide them at the slides; raise ContentError where that cannot be."""
    try:
        events = list(yaml.parse(text, Loader=LOADER))
    except yaml.YAMLError as error:
        sentence = "Filen går inte att tolka som YAML, så bilderna kan inte flyttas. Rätta felet i den först."
        raise ContentError.at(Place(file), sentence, "DB874") from error
    start = _start(events, file)
    items: list[Item] = []
    at = start + 1
    while not isinstance(events[at], yaml.SequenceEndEvent):
        size = _size(events, at)
        items.append(_item(events[at : at + size], file))
        at += size
    ids = [item.id for item in items]
    if not ids or len(set(ids)) < len(ids):
        raise unusual(file, _line(events[start]))
    end = next((_line(event) for event in events[at + 1 :] if _stands_in_the_file(event)), None)
    told = tuple(map(_told, events[:start])), tuple(map(_told, events[at:]))
    return Outline(told[0], tuple(items), told[1], len(lines_with_ends(text)) if end is None else end)


def _stands_in_the_file(event: Any) -> bool:
    """Tell a key after the slides, or `...`, from what merely ends."""
    return isinstance(event, yaml.ScalarEvent) or (isinstance(event, yaml.DocumentEndEvent) and bool(event.explicit))


def _start(events: Sequence[Any], file: str) -> int:
    """Return the number of the event that begins the list of slides."""
    at = next((n for n, event in enumerate(events) if isinstance(event, yaml.MappingStartEvent)), len(events)) + 1
    while at < len(events) and not isinstance(events[at], yaml.MappingEndEvent):
        value = at + _size(events, at)
        if getattr(events[at], "value", None) == _SLIDES:
            if isinstance(events[value], yaml.SequenceStartEvent) and not events[value].flow_style:
                return value
            raise unusual(file, events[at].start_mark.line)
        at = value + _size(events, value)
    raise unusual(file, 0)


def _size(events: Sequence[Any], start: int) -> int:
    """Return how many events the node that begins at one has."""
    depth = 0
    for count, event in enumerate(events[start:], start=1):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth == 0:
            return count
    raise AssertionError  # pragma: no cover -- what is begun is ended


def _item(events: Sequence[Any], file: str) -> Item:
    line = events[0].start_mark.line
    id_ = next(_values(events, "id"), None)
    if id_ is None:
        raise unusual(file, line)
    names = [(str(event.anchor), isinstance(event, yaml.AliasEvent)) for event in events if _has_anchor(event)]
    sets = {name for name, is_use in names if not is_use}
    uses = {name for name, is_use in names if is_use}
    return Item(id_, line, tuple(map(_told, events)), frozenset(sets), frozenset(uses))


def _has_anchor(event: Any) -> bool:
    return bool(getattr(event, "anchor", None))


def _line(event: Any) -> int:
    return int(event.start_mark.line)


def _values(events: Sequence[Any], key: str) -> Iterator[str]:
    """Yield the scalars that a mapping has under a key."""
    if not isinstance(events[0], yaml.MappingStartEvent):
        return
    at = 1
    while not isinstance(events[at], yaml.MappingEndEvent):
        value = at + _size(events, at)
        if getattr(events[at], "value", None) == key and isinstance(events[value], yaml.ScalarEvent):
            yield events[value].value
        at = value + _size(events, value)


def _told(event: Any) -> Event:
    """Return what an event says, without where it stands."""
    names = ("anchor", "tag", "implicit", "value", "style", "flow_style")
    return (type(event).__name__, *(getattr(event, name, None) for name in names))


def unusual(file: str, line: int) -> ContentError:
    """Return that slides stand in another way than ours, so that they cannot be moved."""
    sentence = (
        "Bilderna kan inte flyttas, för de står inte som en lista med ett streck (- ) och ett eget id för varje bild. "
        "Skriv om listan så, eller flytta bilden för hand i filen."
    )
    return ContentError.at(Place(file, line + 1), sentence, "DB874")
