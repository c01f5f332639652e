"""What a merge did, told by slide: conflicts first, then what is new, gone, kept and updated."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from deckbuilder.cli.running import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckbuilder.refresh.report import Event, Kind

_HEADINGS: dict[Kind, str] = {
    "conflict": "Ändrat både i rapporten och i underlaget. Rapportens står kvar:",
    "unclear": "Går inte att känna igen, och är därför inte uppdaterat:",
    "added": "Nytt:",
    "removed": "Borttaget:",
    "kept": "Ändrat för hand, står kvar:",
    "updated": "Uppdaterat:",
}
_LONGEST = 60


def report(events: Sequence[Event], *, everything: bool) -> Iterator[str]:
    """Yield the lines that tell what a merge did, and at the end how to settle conflicts.

    What was merely updated is told one by one when `everything` is asked for, else by number in `summary`.
    """
    if not events:
        yield "Underlaget är detsamma som förra gången. Rapporten är som den var."
        return
    for kind, heading in _HEADINGS.items():
        found = [event for event in events if event.kind == kind]
        if not found or (kind == "updated" and not everything):
            continue
        yield heading
        for slide, members in groupby(sorted(found, key=_order(events)), key=lambda event: event.slide):
            yield f"  {slide}"
            yield from dict.fromkeys(f"    {_line(event)}" for event in members)
    if any(event.kind == "conflict" for event in events):
        yield "Ta underlagets i stället med --take data, eller behåll rapportens utan att få veta det med --take deck."


def summary(events: Sequence[Event]) -> str:
    """Return what a merge did in one line: `3 uppdaterade, 1 behållen ändring, 1 krock`."""
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


def _line(event: Event) -> str:
    what = " ".join(": ".join(filter(None, (event.block, event.what))).split())
    if event.kind == "conflict":
        was = f", var {_short(event.was)}" if event.was else ""
        return f"{what}: rapporten {_short(event.deck)}, underlaget {_short(event.data)}{was}"
    if event.kind == "updated":
        return f"{what}: {_short(event.was)} → {_short(event.data)}"
    if event.kind == "kept" and event.deck:
        data = f" (underlaget: {_short(event.data)})" if event.data else ""
        return f"{what}: {_short(event.deck)}{data}"
    return ": ".join(filter(None, (what, _short(event.data or event.deck or event.was))))


def _short(text: str) -> str:
    """Return a value in quotation marks, the middle of a long one left out."""
    words = " ".join(text.split())
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 20]} … {words[-15:]}"
    return f"”{shown}”" if words else "tomt"
