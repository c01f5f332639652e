"""Three-way merge of a series' points: each value by the category that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.alignment import aligned, numbered
from deckbuilder.refresh.xml import C

if TYPE_CHECKING:
    from deckbuilder.refresh.report import Events
    from deckbuilder.refresh.three import Three

_COUNT, _POINT, _VALUE, _FORMULA = (f"{{{C}}}{tag}" for tag in ("ptCount", "pt", "v", "f"))
_CACHES = {f"{{{C}}}{tag}" for tag in ("strCache", "numCache", "strLit", "numLit")}


@dataclass(frozen=True)
class Points:
    """A series' categories and values, as the chart has them cached; "" is no value."""

    series: Any

    def cache(self, *tags: str) -> Any:
        """Return the cache of the first of these children of the series that has one."""
        for tag in tags:
            found = self.series.find(f"{{{C}}}{tag}")
            for cache in found.iter() if found is not None else ():
                if cache.tag in _CACHES:
                    return cache
        return None

    @property
    def categories(self) -> list[str]:
        """The categories; without any, the points' numbers."""
        texts = _texts(self.cache("cat", "xVal"))
        return numbered(texts) if texts else [str(number) for number in range(len(self.values))]

    @property
    def values(self) -> list[str]:
        """The values as text, in one form for each number."""
        return [_number(text) for text in _texts(self.cache("val", "yVal"))]


def merge_points(name: str, three: Three[Points], events: Events) -> None:
    """Bring the data's categories and values into the deck's series: each value by its category."""
    base, theirs, ours = three
    if theirs.cache("val", "yVal") is None or ours.cache("val", "yVal") is None:
        return
    labels, values = [], []
    edited = aligned(base.categories, theirs.categories)
    for place, category in enumerate(ours.categories):
        old = base.categories.index(category) if category in base.categories else None
        there = edited.partner.get(old) if old is not None else _place(category, theirs.categories)
        data = _at(ours.values, place)
        was, deck = _at(base.values, old), _at(theirs.values, there)
        what = f"{name}, {category.partition(chr(9))[0]}"
        keep = was != data and not events.settle(what, was, deck, data) if there is not None else False
        if there is not None and was == data and deck != was:
            events.settle(what, was, deck, data)
            keep = True
        values.append(deck if keep else data)
        labels.append(theirs.categories[there] if there is not None else category)
    for place in (place for places in edited.new.values() for place in places):
        if theirs.categories[place] not in labels:
            labels.append(theirs.categories[place])
            values.append(_at(theirs.values, place))
    _write(theirs.cache("val", "yVal"), values)
    if theirs.cache("cat", "xVal") is not None:
        _write(theirs.cache("cat", "xVal"), [label.partition("\t")[0] for label in labels])
    _move_ranges(three)


def _place(category: str, categories: list[str]) -> int | None:
    return categories.index(category) if category in categories else None


def _at(values: list[str], place: int | None) -> str:
    return values[place] if place is not None and place < len(values) else ""


def _texts(cache: Any) -> list[str]:
    """Return the texts of a cache's points, "" where there is a gap."""
    if cache is None:
        return []
    count = cache.find(_COUNT)
    texts = [""] * (int(count.get("val")) if count is not None else 0)
    for point in cache.findall(_POINT):
        number = int(point.get("idx"))
        texts.extend([""] * (number + 1 - len(texts)))
        texts[number] = point.findtext(_VALUE) or ""
    return texts


def _write(cache: Any, texts: list[str]) -> None:
    """Give a cache these points; its number format and each point's own stay."""
    if _texts(cache) == texts or [_number(text) for text in _texts(cache)] == texts:
        return
    old = {point.get("idx"): point for point in cache.findall(_POINT)}
    for point in old.values():
        cache.remove(point)
    count = cache.find(_COUNT)
    if count is None:
        count = etree.SubElement(cache, _COUNT)
    count.set("val", str(len(texts)))
    elder = count
    for number, text in enumerate(texts):
        if text == "":
            continue
        point = old.get(str(number))
        if point is None:
            point = etree.Element(_POINT, idx=str(number))
            etree.SubElement(point, _VALUE)
        if _number(point.findtext(_VALUE) or "") != text:
            point.find(_VALUE).text = text
        elder.addnext(point)
        elder = point


def _move_ranges(three: Three[Points]) -> None:
    """Let the series refer to the data's cells, where it referred to the base's."""
    for tag in ("tx", "cat", "val", "xVal", "yVal"):
        found = [own.series.find(f"{{{C}}}{tag}//{_FORMULA}") for own in three]
        if all(one is not None for one in found) and found[0].text == found[1].text:
            found[1].text = found[2].text


def _number(text: str) -> str:
    """Return a number in one form, whatever program wrote it (`155`, `155.0`); a text as it is."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return f"{value.normalize():f}" if value.is_finite() else text
