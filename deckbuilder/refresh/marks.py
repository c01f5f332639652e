"""What a chart says of single points, their colours and labels: merged by the category that each belongs to."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.texts import merge_text
from deckbuilder.refresh.trees import merge_form, put_child
from deckbuilder.refresh.xml import A, C, children, local, same

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from deckbuilder.refresh.report import Events
    from deckbuilder.refresh.three import Three

POINT, LABELS, LABEL = (f"{{{C}}}{tag}" for tag in ("dPt", "dLbls", "dLbl"))
_NUMBER, _RICH, _PLACE, _FORM = (f"{{{C}}}{tag}" for tag in ("idx", "rich", "dLblPos", "spPr"))
_BEFORE_POINTS = ("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion")
Marks = dict[str, Any]


class Marked:
    """A series under way: which category each point number is, in each version, and the numbers when merged."""

    def __init__(self, series: Three[Any], places: Three[Mapping[str, str]], shown: Sequence[str], alike: bool) -> None:  # noqa: FBT001 -- a fact
        self.series, self.places, self.shown = series, places, shown
        self.is_alike = alike  # drawn as the data's is; else labels' places would not be valid

    def merge_points(self) -> None:
        """Merge the points that look different; a colour that the data has changed is the data's."""
        marks = [self._marks(one, number, POINT) for number, one in enumerate(self.series)]
        made = self._merged(marks, _merge_point, lambda _: True)
        theirs = self.series.theirs
        _replace(theirs, POINT, made, sum(local(child) in _BEFORE_POINTS for child in theirs))

    def merge_labels(self, tell: Callable[[str, str], None], events: Events) -> None:
        """Merge labels: what people wrote or took out stays with its category, and `tell` gets its text."""
        was, deck, data = (one.find(LABELS) for one in self.series)
        if deck is None:
            if was is None and data is not None:
                self._put_labels(data)
            return
        if data is None:
            if was is not None and same(was, deck):
                self.series.theirs.remove(deck)
            return
        if was is None:
            return
        marks = [self._marks(one, number, LABEL) for number, one in enumerate((was, deck, data))]
        _tell_written(marks, tell)
        made = self._merged(
            marks, lambda base, theirs, ours: _merge_label(base, theirs, ours, events), lambda one: not written(one)
        )
        if deck.find(f"{{{C}}}delete") is None:
            _replace(deck, LABEL, [self._valid(one) for one in made], 0)
            merge_children(was, deck, data, {"dLbl"} | (set() if self.is_alike else {"dLblPos"}))

    def _put_labels(self, data: Any) -> None:
        marks = self._marks(data, 2, LABEL)
        copied = self._valid(deepcopy(data))
        put_child(self.series.theirs, None, copied, _with(self.series.ours, data, copied))
        put = self.series.theirs.find(LABELS)
        numbered = [_at(marks[key], number) for number, key in enumerate(self.shown) if key in marks]
        _replace(put, LABEL, [self._valid(one) for one in numbered], 0)

    def _valid(self, labels: Any) -> Any:
        if not self.is_alike:
            for place in list(labels.iter(_PLACE)):
                place.getparent().remove(place)
        return labels

    def _marks(self, parent: Any, version: int, tag: str) -> Marks:
        """Return the marks of a version by category, with the numbers that they get."""
        places = list(self.places)[version]
        numbers = {key: number for number, key in enumerate(self.shown)}
        found = {places.get(_number(one), ""): one for one in parent.findall(tag)}
        return {key: _at(one, numbers.get(key, 0)) for key, one in found.items() if key}

    def _merged(
        self,
        marks: Sequence[Marks],
        both: Callable[[Any, Any, Any], Any],
        can_move: Callable[[Any], bool],
    ) -> list[Any]:
        """Return the merged marks in order. The only one, as that of the last point, moves on in people's form."""
        was, deck, data = (dict(one) for one in marks)
        left, new = (was.keys() - data.keys()) & deck.keys(), data.keys() - was.keys() - deck.keys()
        if len(left) == len(new) == 1 and can_move(deck[next(iter(left))]):
            old, now = left.pop(), new.pop()
            was[now], deck[now] = was.pop(old), deck.pop(old)
            for one in (was, deck):
                one[now] = _at(one[now], int(_number(data[now])))
        found = []
        for key in self.shown:
            one = _merge_one(was.get(key), deck.get(key), data.get(key), both)
            if one is not None:
                found.append(one)
        return found


def _merge_one(was: Any, deck: Any, data: Any, both: Callable[[Any, Any, Any], Any]) -> Any:
    if deck is None:
        return data if was is None else None
    if same(was, deck):
        return data
    return deck if data is None or same(was, data) else both(was, deck, data)


def _merge_point(was: Any, deck: Any, data: Any) -> Any:
    if was is not None:
        merge_form(was, deck, data)
    else:
        put_child(deck, deck.find(_FORM), data.find(_FORM), data)
    return deck


def _merge_label(was: Any, deck: Any, data: Any, events: Events) -> Any:
    if was is None or deck.find(f"{{{C}}}delete") is not None or written(deck):
        return deck
    rich = [one.find(f".//{_RICH}") for one in (was, deck, data)]
    merge_form(was, deck, data)
    fields = [list(one.iter(f"{{{A}}}fld")) if one is not None else [] for one in rich]
    if fields[1] and fields[2]:
        fields[1][0].find(f"{{{A}}}t").text = fields[2][0].findtext(f"{{{A}}}t")
    elif all(one is not None for one in rich):
        merge_text(rich[0], rich[1], rich[2], events, "etikett")
    return deck


def written(label: Any) -> str:
    """Return what people have written in a label by hand; "" for one that shows its value or a cell."""
    rich = label.find(f".//{_RICH}")
    if rich is None or next(rich.iter(f"{{{A}}}fld"), None) is not None:
        return ""
    return "".join(text.text or "" for text in rich.iter(f"{{{A}}}t"))


def _tell_written(marks: Sequence[Marks], tell: Callable[[str, str], None]) -> None:
    for key, label in marks[1].items():
        if (text := written(label)) and (key not in marks[0] or written(marks[0][key]) != text):
            tell(key, text)


def merge_children(base: Any, theirs: Any, ours: Any, skipped: Collection[str]) -> None:
    """Merge the form of an element child by child, but those of these names."""
    slots = dict.fromkeys(local(child) for element in (base, ours) for child in children(element))
    for slot in slots:
        if slot in skipped:
            continue
        was, deck, data = (element.find(f"{{*}}{slot}") for element in (base, theirs, ours))
        if same(was, data):
            continue
        if was is not None and deck is not None and data is not None:
            if slot != "layout":
                merge_form(was, deck, data)
            elif same(was, deck):
                theirs.replace(deck, deepcopy(data))
        elif same(was, deck):
            put_child(theirs, deck, data, ours)


def _replace(parent: Any, tag: str, new: Sequence[Any], place: int) -> None:
    """Put elements in the place of those of a tag; nothing is touched where they say the same."""
    old = parent.findall(tag)
    if len(old) == len(new) and all(same(one, other) for one, other in zip(old, new, strict=True)):
        return
    for one in old:
        parent.remove(one)
    parent[place:place] = new


def _with(parent: Any, old: Any, new: Any) -> Any:
    """Return a copy of a parent that has `new` in the place of a child, so that it tells where this belongs."""
    copied = deepcopy(parent)
    copied.replace(copied[list(parent).index(old)], new)
    return copied


def _number(mark: Any) -> str:
    return str(mark.find(_NUMBER).get("val"))


def _at(mark: Any, number: int) -> Any:
    """Return a copy of a mark, of another point."""
    copied = deepcopy(mark)
    copied.find(_NUMBER).set("val", str(number))
    return copied
