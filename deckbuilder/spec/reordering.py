"""Puts a report's slides in another order in the text of its YAML. All else in the file stays as it was written.

Whole lines are moved and none is written anew. ruamel.yaml, which keeps comments, was tried: it gives a comment above a
slide to the slide before it, so that it goes astray when either moves, and it writes the whole file anew. Reading and
writing the sample report, with nothing moved, changes most of its lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Place, listed
from deckbuilder.spec.slide_events import lines_with_ends, outline_of, unusual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.spec.slide_events import Item, Outline

_DASH = re.compile(r"([ ]*)-([ \t\r\n\x85\u2028\u2029]|\Z)")
_BREAK = re.compile(r"(\r\n|[\n\r\x85\u2028\u2029])\Z")


def reordered(text: str, order: Sequence[str], file: str) -> str:
    """Return a report's YAML with its slides in an order of their ids; those that are not in it follow the one before.

    A slide takes its lines with it, the comments above it (a heading for the slides below is one of them: nobody can
    tell the two apart) and the comments within it. Empty lines stay where they are, and so does what stands after the
    last slide. Raise ContentError where that cannot be done without changing what the file says.
    """
    outline = outline_of(text, file)
    _refuse_shared_anchors(outline, file)
    items = _ordered(outline.items, order, file)
    lines = lines_with_ends(text)
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


def _dash(lines: Sequence[str], item: Item, file: str) -> int:
    """Return the line of a slide's dash, which may stand above its first key."""
    for number in range(item.line, -1, -1):
        if _DASH.match(lines[number]):
            return number
        if not _is_aside(lines[number]) and number < item.line:
            break
    raise unusual(file, item.line)  # pragma: no cover -- a list in block style has dashes


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


def _ordered(items: Sequence[Item], order: Sequence[str], file: str) -> list[Item]:
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


def _refuse_shared_anchors(outline: Outline, file: str) -> None:
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


def _is_same(outline: Outline, items: Sequence[Item], written: str, file: str) -> bool:
    """Tell whether YAML reads the same in the new text: the slides in their new order, and the same around them."""
    try:
        found = outline_of(written, file)
    except ContentError:
        return False
    same_slides = [item.events for item in found.items] == [item.events for item in items]
    return same_slides and (found.before, found.after) == (outline.before, outline.after)
