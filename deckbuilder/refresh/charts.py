"""Three-way merge of a chart: values, names and categories in place, its form as people left it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.alignment import numbered
from deckbuilder.refresh.base import digest
from deckbuilder.refresh.points import Points, merge_points
from deckbuilder.refresh.texts import merge_text
from deckbuilder.refresh.three import Three
from deckbuilder.refresh.trees import merge_form, put_child
from deckbuilder.refresh.workbooks import merge_workbook
from deckbuilder.refresh.xml import C, local, same

if TYPE_CHECKING:
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.report import Events

_SERIES, _NAME, _NUMBER, _POINT, _LABELS, _LABEL, _RICH = (
    f"{{{C}}}{tag}" for tag in ("ser", "tx", "idx", "dPt", "dLbls", "dLbl", "rich")
)


def merge_chart(names: Three[str], parts: Three[Parts], events: Events) -> None:
    """Merge the chart parts of these names into the deck's: values in place, form as people left it."""
    if not all(name in own for name, own in zip(names, parts, strict=True)):
        return
    base, theirs, ours = (own.tree(name) for own, name in zip(parts, names, strict=True))
    if not same(base, ours):
        found = [_series(root) for root in (base, theirs, ours)]
        for name, series in found[0].items():
            _merge_series(name, Three(series, found[1].get(name), found[2].get(name)), events)
        for name in found[2].keys() - found[0].keys() - found[1].keys():
            _add_series(found[2][name], theirs, name, events)
        _merge_rest(base, theirs, ours, events)
        parts.theirs.touch(names.theirs)
    _merge_books(names, parts, events)


def _series(root: Any) -> dict[str, Any]:
    """Return a chart's series by name; one that has none by its number."""
    found = list(root.iter(_SERIES))
    return dict(zip(numbered(_series_name(one) for one in found), found, strict=True))


def _series_name(series: Any) -> str:
    name, number = series.find(_NAME), series.find(_NUMBER)
    words = "".join(name.itertext()) if name is not None else ""
    formula = name.find(f".//{{{C}}}f") if name is not None else None
    words = words.removeprefix(formula.text or "") if formula is not None else words
    return words.strip() or f"serie {number.get('val') if number is not None else ''}"


def _merge_series(name: str, series: Three[Any], events: Events) -> None:
    if series.theirs is None:
        if series.ours is not None and not same(series.base, series.ours):
            events.add("kept", f"serien {name} är borttagen")
        return
    if series.ours is None:
        if same(series.base, series.theirs):
            series.theirs.getparent().remove(series.theirs)
            events.add("removed", f"serien {name}")
        else:
            events.add("kept", f"serien {name} finns inte längre i underlaget")
        return
    if not same(series.base, series.ours):
        merge_points(name, Three(*(Points(one) for one in series)), events)
        _merge_colours(series)
        _merge_labels(series, events)


def _merge_colours(series: Three[Any]) -> None:
    """Bring in the colours of points that the data has changed: they tell good news from bad."""
    points = [{_value(point): point for point in one.findall(_POINT)} for one in series]
    if same_items(points[0], points[2]):
        return
    if same_items(points[0], points[1]) and local(series.theirs.getparent()) == local(series.ours.getparent()):
        _replace_all(series.theirs, series.ours, _POINT)
        return
    for number, point in points[2].items():
        was, there = points[0].get(number), points[1].get(number)
        if there is not None and not same(was, point):
            form = f"{{{C}}}spPr"
            put_child(there, there.find(form), point.find(form), point)


def same_items(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two collections of elements say the same."""
    return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)


def _value(element: Any) -> str:
    number = element.find(_NUMBER)
    return "" if number is None else str(number.get("val"))


def _replace_all(theirs: Any, ours: Any, tag: str) -> None:
    """Replace the children of a tag by the data's, where the first of them stands or belongs."""
    for old in theirs.findall(tag):
        theirs.remove(old)
    elder = None
    for child in ours:
        if child.tag == tag:
            copied = deepcopy(child)
            elder.addnext(copied) if elder is not None else theirs.insert(0, copied)
            elder = copied
        elif elder is None or elder.tag != tag:
            found = theirs.find(child.tag)
            elder = found if found is not None else elder


def _merge_labels(series: Three[Any], events: Events) -> None:
    """Bring in label texts; labels that people have made stay. Labels from cells are in the series' extensions."""
    labels = [one.find(_LABELS) for one in series]
    if not same(labels[0], labels[2]):
        if same(labels[0], labels[1]):
            put_child(series.theirs, labels[1], labels[2], series.ours)
        elif all(one is not None for one in labels):
            _merge_label_texts(labels, events)
    ranges = [one.find(f"{{{C}}}extLst") for one in series]
    if ranges[1] is not None and ranges[2] is not None:
        series.theirs.replace(ranges[1], deepcopy(ranges[2]))


def _merge_label_texts(labels: list[Any], events: Events) -> None:
    by_number = [{_value(label): label for label in one.findall(_LABEL)} for one in labels]
    for number, label in by_number[1].items():
        rich = [one[number].find(f".//{_RICH}") if number in one else None for one in by_number]
        if all(one is not None for one in rich) and label is not None:
            merge_text(rich[0], rich[1], rich[2], events, "etikett")


def _add_series(series: Any, theirs: Any, name: str, events: Events) -> None:
    """Add a series that is new, to a plot of the kind that it has in the data."""
    plot = next((one for one in theirs.iter(series.getparent().tag)), None)
    if plot is None:
        events.add("conflict", f"serien {name} får inte plats: diagrammet har bytt typ")
        return
    there = plot.findall(_SERIES)
    copied = deepcopy(series)
    there[-1].addnext(copied) if there else plot.insert(0, copied)
    events.add("added", f"serien {name}")


def _merge_rest(base: Any, theirs: Any, ours: Any, events: Events) -> None:
    """Merge titles as texts, and the axes' form, where people have not changed them."""
    for path in (f"{{{C}}}chart/{{{C}}}title//{_RICH}",):
        rich = [root.find(path) for root in (base, theirs, ours)]
        if all(one is not None for one in rich):
            merge_text(rich[0], rich[1], rich[2], events, "diagrammets rubrik")
    axes = [
        {_axis(one): one for one in root.iter() if local(one) in {"valAx", "catAx", "dateAx"}}
        for root in (base, theirs, ours)
    ]
    for key, axis in axes[0].items():
        if key in axes[1] and key in axes[2]:
            merge_form(axis, axes[1][key], axes[2][key])


def _axis(axis: Any) -> str:
    number = axis.find(f"{{{C}}}axId")
    return "" if number is None else str(number.get("val"))


def _merge_books(names: Three[str], parts: Three[Parts], events: Events) -> None:
    """Bring the workbook behind the chart up to date: whole where people have not opened it, else cell by cell."""
    books = [next(iter(own.related(name, "package")), "") for own, name in zip(parts, names, strict=True)]
    was, deck, data = (digest(own, book) for own, book in zip(parts, books, strict=True))
    if "" in {was, deck, data} or was == data:
        return
    if was == deck:
        parts.theirs.put(books[1], parts.ours.blobs[books[2]])
    else:
        blobs = [own.blobs[book] for own, book in zip(parts, books, strict=True)]
        parts.theirs.put(books[1], merge_workbook(blobs[0], blobs[1], blobs[2], events))
