"""The form of a chart outside its series: titles, legend, axes and plots, merged as people left them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.marks import merge_children
from deckbuilder.refresh.points import is_number
from deckbuilder.refresh.texts import merge_text
from deckbuilder.refresh.trees import put_child
from deckbuilder.refresh.xml import C, local, same

if TYPE_CHECKING:
    from collections.abc import Collection

    from deckbuilder.refresh.report import Events

_TITLE, _RICH = f"{{{C}}}title", f"{{{C}}}tx/{{{C}}}rich"
_AXES = ("valAx", "catAx", "dateAx", "serAx")
_SKIPPED = {"chart", "externalData", "date1904", "lang", "roundedCorners"}


def merge_outer(base: Any, theirs: Any, ours: Any, events: Events) -> None:
    """Merge all of a chart (`c:chartSpace`) but its series into `theirs`."""
    merge_children(base, theirs, ours, _SKIPPED)
    charts = [root.find(f"{{{C}}}chart") for root in (base, theirs, ours)]
    merge_children(charts[0], charts[1], charts[2], {"title", "plotArea"})
    _merge_title(charts[0], charts[1], charts[2], events, "diagrammets rubrik")
    areas = [chart.find(f"{{{C}}}plotArea") for chart in charts]
    for found in _by_kind(areas, is_axis=False):
        merge_children(found[0], found[1], found[2], {"ser", "dLbls", "axId"})
    merge_children(
        areas[0], areas[1], areas[2], {local(child) for area in areas for child in area} - {"layout", "spPr"}
    )
    for found in _by_kind(areas, is_axis=True):
        merge_children(found[0], found[1], found[2], {"axId", "crossAx", "title"})
        _merge_title(found[0], found[1], found[2], events, "axelns rubrik")


def tell_cut(base: Any, theirs: Any, values: Collection[str], events: Events) -> None:
    """Tell of an end that people have given an axis of values, when there are values beyond it: they are cut off."""
    numbers = [float(value) for value in values if is_number(value)]
    for tag, words, beyond in (("max", "största", max), ("min", "minsta", min)):
        path = f".//{{{C}}}valAx/{{{C}}}scaling/{{{C}}}{tag}"
        own = {one.get("val") for one in theirs.iterfind(path)} - {one.get("val") for one in base.iterfind(path)}
        for end in own if numbers and len(theirs.findall(f".//{{{C}}}valAx")) == 1 else ():
            most = beyond(numbers)
            if most == beyond(most, float(end)) != float(end):
                events.add("kept", f"axelns {words} värde", deck=end, data=f"{most:.15g}")


def kind_of(plot: Any) -> tuple[str, str]:
    """Return how a plot is drawn: its element's name and how its series are grouped."""
    return local(plot), _value(plot, "grouping")


def kinds(root: Any) -> list[str]:
    """Return the plots of a chart by their elements' names."""
    area = root.find(f"{{{C}}}chart/{{{C}}}plotArea")
    return [local(child) for child in area if local(child).endswith("Chart")]


def _by_kind(areas: list[Any], *, is_axis: bool) -> list[list[Any]]:
    """Return the axes, or the plots, that all have: the first of a kind in one is the first in the others."""
    found: list[list[Any]] = []
    tags = [local(child) for child in areas[0] if (local(child) in _AXES) is is_axis and local(child) != "layout"]
    for tag in dict.fromkeys(tag for tag in tags if is_axis or tag.endswith("Chart")):
        rows = zip(*(area.findall(f"{{{C}}}{tag}") for area in areas), strict=False)
        found += [list(row) for row in rows]
    return found


def _merge_title(base: Any, theirs: Any, ours: Any, events: Events, what: str) -> None:
    was, deck, data = (parent.find(_TITLE) for parent in (base, theirs, ours))
    if same(was, data):
        return
    if was is None or data is None or deck is None:
        if same(was, deck):
            put_child(theirs, deck, data, ours)
        return
    rich = [title.find(_RICH) for title in (was, deck, data)]
    if all(one is not None for one in rich):
        merge_text(rich[0], rich[1], rich[2], events, what)
    merge_children(was, deck, data, {"tx"})


def _value(parent: Any, tag: str) -> str:
    found = parent.find(f"{{{C}}}{tag}")
    return "" if found is None else str(found.get("val"))
