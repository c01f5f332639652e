"""Puts a report's slides in another order in the text of its YAML. All else in the file stays as it was written.

Whole lines are moved and none is written anew. ruamel.yaml, which keeps comments, was tried: it gives a comment above a
slide to the slide before it, so that it goes astray when either moves, and it writes the whole file anew. Reading and
writing the sample report, with nothing moved, changes most of its lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from deckbuilder.errors import ContentError, Place, listed
from deckbuilder.spec.document import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINES = re.compile(r"[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\Z)")
_DASH = re.compile(r"([ ]*)-([ \t\r\n\x85\u2028\u2029]|\Z)")
_BREAK = re.compile(r"(\r\n|[\n\r\x85\u2028\u2029])\Z")
_SLIDES = "slides"
_Event = tuple[Any, ...]


@dataclass(frozen=True)
class _Item:
    """A slide in the file: its id, the line that it starts at, what YAML reads there, and the anchors that it uses."""

    id: str
    line: int
    events: tuple[_Event, ...]
    sets: frozenset[str]
    uses: frozenset[str]


@dataclass(frozen=True)
class _Outline:
    """What YAML reads in a file: before the slides, the slides, and after them."""

    before: tuple[_Event, ...]
    items: tuple[_Item, ...]
    after: tuple[_Event, ...]
    end: int
    """The line at which something else than the slides begins."""


def slide_order(text: str, file: str) -> list[str]:
    """Return the ids of a report's slides in the order that they stand; raise ContentError as `reordered` does."""
    return [item.id for item in _outline(text, file).items]


def reordered(text: str, order: Sequence[str], file: str) -> str:
    """Return a report's YAML with its slides in an order of their ids; those that are not in it follow the one before.

    A slide takes its lines with it, the comments above it (a heading for the slides below is one of them: nobody can
    tell the two apart) and the comments within it. Empty lines stay where they are, and so does what stands after the
    last slide. Raise ContentError where that cannot be done without changing what the file says.
    """
    outline = _outline(text, file)
    _refuse_shared_anchors(outline, file)
    items = _ordered(outline.items, order, file)
    lines = [match[0] for match in _LINES.finditer(text) if match[0]]
    starts = [_dash(lines, item, file) for item in outline.items]
    blocks = _blocks(lines, starts, outline.end)
    by_id = {item.id: block for item, block in zip(outline.items, blocks, strict=True)}
    new = [*lines[: blocks[0].first]]
    for at, item in zip(blocks, items, strict=True):
        new += [*at.space, *by_id[item.id].lines]
    for written in _joined([*new, *lines[blocks[-1].last :]], text):
        if _is_same(outline, items, written, file):
            return written
    remedy = "Flytta raderna för hand i filen."
    raise ContentError.at(
        Place(file), f"Bilderna kan inte flyttas utan att något annat i filen ändras. {remedy}", "DB874"
    )


@dataclass(frozen=True)
class _Block:
    """The empty lines above a slide, the lines that go with it, and the first and last (not with it) of all these."""

    space: tuple[str, ...]
    lines: tuple[str, ...]
    first: int
    last: int


def _blocks(lines: Sequence[str], starts: Sequence[int], end: int) -> list[_Block]:
    column = len(lines[starts[0]]) - len(lines[starts[0]].lstrip(" "))
    lasts = [_last(lines, start, to, column) for start, to in zip(starts, [*starts[1:], end], strict=True)]
    head = starts[0]
    while head and _is_aside(lines[head - 1]):
        head -= 1
    blocks = []
    for first, start, last in zip([head, *lasts[:-1]], starts, lasts, strict=True):
        own = next(number for number in range(first, start + 1) if lines[number].strip())
        blocks.append(_Block(tuple(lines[first:own]), tuple(lines[own:last]), first, last))
    return blocks


def _last(lines: Sequence[str], start: int, to: int, column: int) -> int:
    """Return the line after a slide's last: comments that stand further in than its dash are its own."""
    last = to
    while last > start + 1 and _is_aside(lines[last - 1]) and not _is_inside(lines[last - 1], column):
        last -= 1
    return last


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip(" \t").startswith("#")


def _is_inside(line: str, column: int) -> bool:
    return bool(line.strip()) and len(line) - len(line.lstrip(" ")) > column


def _dash(lines: Sequence[str], item: _Item, file: str) -> int:
    """Return the line of a slide's dash, which may stand above its first key."""
    for number in range(item.line, -1, -1):
        if _DASH.match(lines[number]):
            return number
        if not _is_aside(lines[number]) and number < item.line:
            break
    raise _unusual(file, item.line)  # pragma: no cover -- a list in block style has dashes


def _joined(lines: list[str], text: str) -> Iterator[str]:
    """Yield the lines as one text; where the file ends without a line break first without one, then with.

    The break is part of what a text over several lines says, so that one that comes last may need it.
    """
    if _BREAK.search(text):
        yield "".join(lines)
        return
    ending = next((match[0] for line in lines if (match := _BREAK.search(line))), "\n")
    whole = "".join(line if _BREAK.search(line) else f"{line}{ending}" for line in lines)
    yield _BREAK.sub("", whole)
    yield whole


def _ordered(items: Sequence[_Item], order: Sequence[str], file: str) -> list[_Item]:
    """Return the slides in the order wanted; one that it does not name stays after the one that it stood after."""
    by_id = {item.id: item for item in items}
    unknown = [id_ for id_ in order if id_ not in by_id]
    if unknown or len(set(order)) < len(order):
        what = f"Det finns ingen bild med id {listed(unknown)} i filen." if unknown else "En bild är med flera gånger."
        raise ContentError.at(Place(file), f"{what} Ladda om sidan och flytta bilden igen.", "DB872")
    named, wanted = set(order), [by_id[id_] for id_ in order]
    for before, item in zip([None, *items], items, strict=False):
        if item.id not in named:
            wanted.insert(wanted.index(before) + 1 if before else 0, item)
            named.add(item.id)
    return wanted


def _refuse_shared_anchors(outline: _Outline, file: str) -> None:
    """Raise ContentError when a slide uses what another defines: the order of the two matters then."""
    for item in outline.items:
        for other in outline.items:
            if other is not item and (shared := item.sets & (other.uses | other.sets)):
                name = min(shared)
                sentence = (
                    f"Bilderna '{item.id}' och '{other.id}' delar det som står vid &{name}, så de kan inte flyttas. "
                    f"Skriv ut det på båda ställena i stället för *{name}, eller flytta raderna för hand."
                )
                raise ContentError.at(Place(file, item.line + 1), sentence, "DB875")


def _is_same(outline: _Outline, items: Sequence[_Item], written: str, file: str) -> bool:
    """Tell whether YAML reads the same in the new text: the slides in their new order, and the same around them."""
    try:
        found = _outline(written, file)
    except ContentError:
        return False
    same_slides = [item.events for item in found.items] == [item.events for item in items]
    return same_slides and (found.before, found.after) == (outline.before, outline.after)


def _outline(text: str, file: str) -> _Outline:
    """Read a report's text as YAML's events, and divide them at the slides."""
    try:
        events = list(yaml.parse(text, Loader=LOADER))
    except yaml.YAMLError as error:
        sentence = "Filen går inte att tolka som YAML, så bilderna kan inte flyttas. Rätta felet i den först."
        raise ContentError.at(Place(file), sentence, "DB874") from error
    start = _start(events, file)
    items: list[_Item] = []
    at = start + 1
    while not isinstance(events[at], yaml.SequenceEndEvent):
        size = _size(events, at)
        items.append(_item(events[at : at + size], file))
        at += size
    ids = [item.id for item in items]
    if not ids or len(set(ids)) < len(ids):
        raise _unusual(file, _line(events[start]))
    end = next((_line(event) for event in events[at + 1 :] if _stands_in_the_file(event)), None)
    count = sum(1 for match in _LINES.finditer(text) if match[0])
    told = tuple(map(_told, events[:start])), tuple(map(_told, events[at:]))
    return _Outline(told[0], tuple(items), told[1], count if end is None else end)


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
            raise _unusual(file, events[at].start_mark.line)
        at = value + _size(events, value)
    raise _unusual(file, 0)


def _size(events: Sequence[Any], start: int) -> int:
    """Return how many events the node that begins at one has."""
    depth = 0
    for count, event in enumerate(events[start:], start=1):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth == 0:
            return count
    raise AssertionError  # pragma: no cover -- what is begun is ended


def _item(events: Sequence[Any], file: str) -> _Item:
    line = events[0].start_mark.line
    id_ = next(_values(events, "id"), None)
    if id_ is None:
        raise _unusual(file, line)
    names = [(str(event.anchor), isinstance(event, yaml.AliasEvent)) for event in events if _has_anchor(event)]
    sets = {name for name, is_use in names if not is_use}
    uses = {name for name, is_use in names if is_use}
    return _Item(id_, line, tuple(map(_told, events)), frozenset(sets), frozenset(uses))


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


def _told(event: Any) -> _Event:
    """Return what an event says, without where it stands."""
    names = ("anchor", "tag", "implicit", "value", "style", "flow_style")
    return (type(event).__name__, *(getattr(event, name, None) for name in names))


def _unusual(file: str, line: int) -> ContentError:
    sentence = (
        "Bilderna kan inte flyttas, för de står inte som en lista med ett streck (- ) och ett eget id för varje bild. "
        "Skriv om listan så, eller flytta bilden för hand i filen."
    )
    return ContentError.at(Place(file, line + 1), sentence, "DB874")
