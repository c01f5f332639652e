"""Everything that a page lets people see or hear, as texts and numbers with the place of each."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from deckbuilder import swedish
from deckbuilder.value import Status, Unit, convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckbuilder.figures.figure import Figure
    from deckbuilder.page import Page

Place = tuple[str | int, ...]
Seen = str | Decimal
_TEXTS = {
    "title", "subtitle", "source", "blocks", "paragraphs", "runs", "text", "texts", "columns", "header", "group",
    "rows", "cells", "spark", "alt", "categories", "series", "values", "target", "target_label", "sheet", "shapes",
    "data",
}  # fmt: skip
_NUMBER = re.compile(rf"\d+(?:{swedish.NBSP}\d{{3}})*(?:,\d+)?")
_MONEY = (Unit.KR, Unit.TKR, Unit.MKR)


def visible(page: Page) -> Page:
    """Return the page without what it only knows of its figures."""
    return replace(page, figures=(), told=(), notes=())


def seen(thing: Any, place: Place = ()) -> Iterator[tuple[Place, Seen]]:
    """Yield every text and number of a page or a part of it, with its place."""
    if isinstance(thing, str | Decimal) and not isinstance(thing, Enum):
        yield place, thing
    elif is_dataclass(thing):
        for field in fields(thing):
            if field.name in _TEXTS or "data" in place:
                yield from seen(getattr(thing, field.name), (*place, field.name))
    elif isinstance(thing, tuple):
        for number, part in enumerate(thing):
            yield from seen(part, (*place, number))


def displays(figure: Figure) -> set[Seen]:
    """Return how a slide may show a figure: written out in the units and decimals there are, and as a number.

    A lone digit is left out, as it may be anything: a place in a list, a step of a scale.
    """
    if figure.value is None:
        return set()
    if figure.number is None:
        return {figure.value.word if isinstance(figure.value, Status) else str(figure.value)}
    numbers = {convert(figure.number, figure.unit, unit) for unit in _units(figure)}
    texts = {swedish.number(abs(number), places) for number in numbers for places in range(3)}
    return {text for text in texts if len(text) > 1} | {number for number in numbers if abs(number) >= 10}


def stale(before: Page, after: Page, old: Iterable[Figure], current: Iterable[Figure]) -> list[tuple[Place, Seen]]:
    """Return what stands as before though it shows one of the `old` figures, and none of the `current` ones."""
    current = tuple(current)
    wrong = _all_displays(old) - _all_displays(current)
    texts = [str(figure.value) for figure in current if figure.number is None]
    kept = dict(seen(after))
    return [
        (place, what)
        for place, what in seen(before)
        if kept.get(place) == what and _shows(what, wrong) and not any(str(what) in text for text in texts)
    ]


def _all_displays(figures: Iterable[Figure]) -> set[Seen]:
    return {display for figure in figures for display in displays(figure)}


def _units(figure: Figure) -> tuple[Unit, ...]:
    return _MONEY if figure.unit.is_money else (figure.unit,)


def _shows(what: Seen, display: set[Seen]) -> bool:
    """Tell whether a text or number of a page is, or has in it, one of a figure's displays."""
    if isinstance(what, Decimal):
        return what in display
    return what in display or not display.isdisjoint(_NUMBER.findall(what))
