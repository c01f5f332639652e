"""What a merge did, told by slide: conflicts first, then what is new, gone, kept and updated."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuilder.cli.running import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckbuilder.refresh.report import Event, Kind

_HEADINGS: dict[Kind, str] = {
    "conflict": "Ändrat både för hand och i underlaget (DB740). Det som är skrivet för hand står kvar:",
    "unclear": "Går inte att känna igen säkert, och är därför inte uppdaterat (DB741):",
    "added": "Nytt:",
    "removed": "Borttaget, eftersom det inte finns i underlaget längre:",
    "kept": "Ändrat för hand, står kvar:",
    "updated": "Uppdaterat:",
}
_BLOCKS = {
    "title": "rubrik", "subtitle": "underrubrik", "body": "text", "statement": "text", "table": "tabell",
    "list": "lista", "chart": "diagram", "drawing": "figur", "legend": "förklaring", "map": "karta",
    "ranking": "rangordning", "wheel": "hjul", "picture": "bild", "plot": "bild", "source": "källrad",
    "notes": "anteckningar", "date": "datum", "footer": "sidfot", "number": "sidnummer", "meeting": "möte",
    "left": "vänster text", "right": "höger text", "left_title": "vänster rubrik", "right_title": "höger rubrik",
}  # fmt: skip
_BLOCK = re.compile(r"([a-z_]+)(.*)")
_LONGEST = 60
_TAKE = "Ta underlagets med --take data. Med --take deck står rapportens kvar utan att räknas som krock."
_DELETED = "borttagen"


def report(events: Sequence[Event], *, everything: bool) -> Iterator[str]:
    """Yield the lines that tell what a merge did, and at the end how to settle conflicts.

    What was merely updated is told one by one when `everything` is asked for, else by number in `summary`.
    """
    if not events:
        yield "Underlaget är detsamma som förra gången. Rapporten är som den var."
        return
    for kind, heading in _HEADINGS.items():
        found = [event for event in events if event.kind == kind]
        if found and (kind != "updated" or everything):
            yield heading
            for slide, members in groupby(sorted(found, key=_order(events)), key=lambda event: event.slide):
                yield from _slide_lines(slide, list(members))
    if any(event.kind == "conflict" for event in events):
        yield _TAKE


def summary(events: Sequence[Event]) -> str:
    """Return what a merge did in one line: `3 uppdaterade, 1 krock`."""
    words: dict[Kind, tuple[str, str]] = {
        "updated": ("uppdaterad", "uppdaterade"),
        "kept": ("ändring för hand behållen", "ändringar för hand behållna"),
        "conflict": ("krock", "krockar"),
        "added": ("ny", "nya"),
        "removed": ("borttagen", "borttagna"),
        "unclear": ("oklar", "oklara"),
    }
    counts = {kind: sum(event.kind == kind for event in events) for kind in words}
    return ", ".join(counted(count, *words[kind]) for kind, count in counts.items() if count)


def _order(events: Sequence[Event]) -> Callable[[Event], int]:
    places: dict[str, int] = {}
    for event in events:
        places.setdefault(event.slide, len(places))
    return lambda event: places[event.slide]


def _slide_lines(slide: str, events: Sequence[Event]) -> Iterator[str]:
    """Yield what a slide's events say: what is about the whole slide on its own line, the rest below it."""
    whole = [_line(event) for event in events if not event.block]
    rest = [_line(event) for event in events if event.block]
    yield f"  {slide}: {', '.join(whole)}" if whole else f"  {slide}"
    yield from dict.fromkeys(f"    {line}" for line in rest)


def _line(event: Event) -> str:
    what = ", ".join(filter(None, (_block(event.block), event.what)))
    what = " ".join(what.split())
    if event.kind == "kept" and event.what == _DELETED:
        return f"{what} (ta tillbaka med --restore {'/'.join(filter(None, (event.slide, event.block)))})"
    if not (event.was or event.deck or event.data):
        return what
    return ": ".join(filter(None, (what, _values(event))))


def _block(block: str) -> str:
    """Return what a block is called in Swedish, with what is not a kind of block as it is: `figur/kort-1-value`."""
    slide, slash, rest = block.partition("/")
    if slash and _kind(rest) and not _kind(slide):
        return f"{slide}/{_block(rest)}"
    return f"{_kind(slide) or slide}{slash}{rest}"


def _kind(word: str) -> str:
    """Return the Swedish of a kind of block and the number after it; "" when it is none."""
    match = _BLOCK.match(word.partition("/")[0])
    return f"{_BLOCKS[match[1]]}{match[2]}" if match and match[1] in _BLOCKS else ""


def _values(event: Event) -> str:
    if event.kind == "conflict":
        was = f", förra gången {_short(event.was)}" if event.was else ""
        deck = f"i rapporten {_short(event.deck)}" if event.deck else "borttaget i rapporten"
        data = f"i underlaget nu {_short(event.data)}" if event.data else "borttaget ur underlaget"
        return f"{deck}, {data}{was}"
    if event.kind == "updated" and event.was:
        return f"{_short(event.was)} → {_short(event.data)}"
    if event.kind in {"kept", "unclear"} and event.deck:
        return _short(event.deck) + (f" (i underlaget {_short(event.data)})" if event.data else "")
    return _short(event.data or event.was)


def _short(text: str) -> str:
    """Return a value in quotation marks, the middle of a long one left out."""
    words = " ".join(text.split())
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 20]} … {words[-15:]}"
    return f"”{shown}”" if words else "tomt"
