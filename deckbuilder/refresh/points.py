"""What a chart's series holds: its name, categories and values as they are cached, and the cells that they stand in."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.xml import C

if TYPE_CHECKING:
    from collections.abc import Sequence

C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_COUNT, _POINT, _VALUE, _FORMULA, _CODE = (f"{{{C}}}{tag}" for tag in ("ptCount", "pt", "v", "f", "formatCode"))
_NUMBER = re.compile(r"-?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
_KINDS = {"strCache": "strRef", "numCache": "numRef", "strLit": "strRef", "numLit": "numRef"}
_RANGE = f".//{{{C15}}}datalabelsRange"
NAME, CATEGORIES, VALUES = ("tx",), ("cat", "xVal"), ("val", "yVal")


class Points:
    """A series (`c:ser`) as data; "" is no value, numbers are in one form."""

    def __init__(self, element: Any) -> None:
        self.element = element

    @cached_property
    def name(self) -> str:
        """The series' name; "" when it has none."""
        literal = self.element.findtext(f"{{{C}}}tx/{{{C}}}v")
        return literal or " ".join(filter(None, self.texts(NAME)))

    @cached_property
    def categories(self) -> list[str]:
        """The categories; none when the series has none."""
        return self.texts(CATEGORIES)

    @cached_property
    def values(self) -> list[str]:
        """The values as text."""
        return [number(text) for text in self.texts(VALUES)]

    @cached_property
    def labels(self) -> list[str]:
        """The texts of the labels that stand in cells; none when there are no such."""
        found = self.element.find(f"{_RANGE}/{{{C15}}}dlblRangeCache")
        return _texts(found)

    def texts(self, tags: Sequence[str]) -> list[str]:
        """Return the texts cached in the first of these children that is there."""
        return _texts(self._cache(tags))

    def cells(self, tags: Sequence[str]) -> str:
        """Return the cells that the first of these children refers to; "" when it refers to none."""
        found = [self.element.findtext(f"{{{C}}}{tag}//{_FORMULA}") for tag in tags]
        return next(filter(None, found), "")

    @property
    def label_cells(self) -> str:
        """The cells that the texts of labels stand in; "" when there are none."""
        return self.element.findtext(f"{_RANGE}/{{{C15}}}f") or ""

    def write(self, tags: Sequence[str], texts: Sequence[str]) -> None:
        """Put texts into a cache; each point's own format stays. A series without such a child stays without."""
        cache = self._cache(tags)
        if cache is None and tags is NAME and texts != [self.name]:
            cache = self._named()
        if cache is None:
            return
        if (
            tags is CATEGORIES
            and cache.tag.startswith(f"{{{C}}}num")
            and any(text and not is_number(text) for text in texts)
        ):
            _make_text(cache)
        _write(cache, texts)

    def _named(self) -> Any:
        """Return a new cache for the series' name, which it had as a constant or not at all."""
        for old in self.element.findall(f"{{{C}}}tx"):
            self.element.remove(old)
        name = etree.Element(f"{{{C}}}tx")
        self.element.insert(2, name)
        return etree.SubElement(etree.SubElement(name, f"{{{C}}}strRef"), f"{{{C}}}strCache")

    def write_labels(self, texts: Sequence[str]) -> None:
        """Put the texts of labels into their cache."""
        cache = self.element.find(f"{_RANGE}/{{{C15}}}dlblRangeCache")
        if cache is not None:
            _write(cache, texts)

    def refer(self, tags: Sequence[str], cells: str) -> None:
        """Let a child refer to cells; what it held as a constant becomes the copy."""
        cache = self._cache(tags)
        if cache is None and tags is NAME and self.name:
            name = self.name
            _write(cache := self._named(), [name])
        if cache is None:
            return
        reference, kind = cache.getparent(), etree.QName(cache).localname
        if etree.QName(reference).localname != _KINDS[kind]:
            outer = etree.Element(f"{{{C}}}{_KINDS[kind]}")
            reference.replace(cache, outer)
            outer.append(cache)
            cache.tag = f"{{{C}}}{kind[:3]}Cache"
            reference = outer
        formula = reference.find(_FORMULA)
        if formula is None:
            formula = etree.Element(_FORMULA)
            reference.insert(0, formula)
        if formula.text != cells:
            formula.text = cells

    def refer_labels(self, cells: str) -> None:
        """Let the texts of labels be those of cells."""
        found = self.element.find(f"{_RANGE}/{{{C15}}}f")
        if found is not None and found.text != cells:
            found.text = cells

    def _cache(self, tags: Sequence[str]) -> Any:
        for tag in tags:
            for kind in _KINDS:
                found = self.element.find(f"{{{C}}}{tag}//{{{C}}}{kind}")
                if found is not None:
                    return found
        return None


def _texts(cache: Any) -> list[str]:
    """Return the texts of a cache's points, "" where there is a gap."""
    if cache is None:
        return []
    count = cache.find(_COUNT)
    texts = [""] * (int(count.get("val")) if count is not None else 0)
    for point in cache.findall(_POINT):
        place = int(point.get("idx"))
        texts.extend([""] * (place + 1 - len(texts)))
        texts[place] = point.findtext(_VALUE) or ""
    return texts


def _write(cache: Any, texts: Sequence[str]) -> None:
    if _texts(cache) == list(texts):
        return
    old = {point.get("idx"): point for point in cache.findall(_POINT)}
    for point in old.values():
        cache.remove(point)
    count = cache.find(_COUNT)
    if count is None:
        count = etree.Element(_COUNT)
        cache.insert(sum(child.tag == _CODE for child in cache), count)
    count.set("val", str(len(texts)))
    elder = count
    for place, text in enumerate(texts):
        if not text:
            continue
        point = old.get(str(place))
        if point is None:
            point = etree.Element(_POINT, idx=str(place))
            etree.SubElement(point, _VALUE)
        point.find(_VALUE).text = text
        elder.addnext(point)
        elder = point


def _make_text(cache: Any) -> None:
    """Let a cache of numbers be one of texts, for categories that are no numbers any more."""
    for code in cache.findall(_CODE):
        cache.remove(code)
    for one in (cache, cache.getparent()):
        one.tag = one.tag.replace("}num", "}str")


def is_number(text: str) -> bool:
    """Tell whether a text is a number as files hold it."""
    return _NUMBER.fullmatch(text) is not None


def number(text: str) -> str:
    """Return a number in one form, whatever program wrote it (`155`, `155.0`), with 15 digits; a text as it is."""
    return f"{float(text):.15g}" if is_number(text) else text
