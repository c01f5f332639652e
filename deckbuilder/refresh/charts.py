"""Three-way merge of a chart: values, names and categories in place, its form as people left it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.chart_books import Books
from deckbuilder.refresh.chart_data import ChartData
from deckbuilder.refresh.chart_form import kind_of, kinds, merge_outer, tell_cut
from deckbuilder.refresh.marks import Marked, merge_children
from deckbuilder.refresh.points import CATEGORIES, NAME, VALUES, Points
from deckbuilder.refresh.three import Three
from deckbuilder.refresh.xml import A, C, R, local, same

if TYPE_CHECKING:
    from deckbuilder.refresh.lines import Line
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.report import Events

_EXTERNAL, _FORM = f"{{{C}}}externalData", f"{{{C}}}spPr"
_OWN_MERGE = {"idx", "order", "tx", "cat", "val", "xVal", "yVal", "dPt", "dLbls"}
_OF_KIND = {"marker", "smooth", "invertIfNegative", "shape", "explosion"}


def merge_chart(names: Three[str], parts: Three[Parts], events: Events) -> None:
    """Merge the chart parts of these names into the deck's: values in place, form as people left it."""
    if not all(name in own for name, own in zip(names, parts, strict=True)):
        return
    roots = Three(*(own.tree(name) for own, name in zip(parts, names, strict=True)))
    books = Books(names, parts)
    data = ChartData(roots)
    if books.has_own and books.is_still and same(roots.base, roots.ours):
        _tell_edits(data, events)
        return
    if books.cannot_follow(data, events):
        return
    if same(roots.base, roots.theirs) and (books.is_untouched or not books.has_own):
        _tell_edits(data, events)
        _replace(names, parts, roots, books)
        return
    _Merge(data, roots, events).run(books)
    parts.theirs.touch(names.theirs)


def _tell_edits(data: ChartData, events: Events) -> None:
    """Note what has changed, and what people have changed, without writing anything."""
    data.order(events)
    data.merged_names(events)
    for series in data.series:
        if series.deck is not None and series.data is not None:
            data.merged_name(series, events)
            data.merged_values(series, events)
        elif series.deck is None and series.base is not None and series.data is not None:
            data.tell_deleted(series, events)


def _replace(names: Three[str], parts: Three[Parts], roots: Three[Any], books: Books) -> None:
    """Put the data's chart in the place of one that no one has touched."""
    external = roots.theirs.find(_EXTERNAL)
    id_ = None if external is None else external.get(f"{{{R}}}id")
    if id_ == roots.ours.find(_EXTERNAL).get(f"{{{R}}}id"):
        parts.theirs.put(names.theirs, parts.ours.blobs[names.ours])
    else:
        roots.theirs[:] = [deepcopy(child) for child in roots.ours]
        new = roots.theirs.find(_EXTERNAL)
        if id_ is None:
            roots.theirs.remove(new)
        else:
            new.set(f"{{{R}}}id", id_)
        parts.theirs.touch(names.theirs)
    books.put(books.blob(2), roots.theirs)


class _Merge:
    """A chart's merge under way, into the deck's own elements."""

    def __init__(self, data: ChartData, roots: Three[Any], events: Events) -> None:
        self.data, self.roots, self.events = data, roots, events
        self.series: list[tuple[Line, Points]] = []

    def run(self, books: Books) -> None:
        """Merge the data, then the form of series and of all else, and bring the workbook up to date."""
        data, events = self.data, self.events
        if kinds(self.roots.base) != kinds(self.roots.ours) != kinds(self.roots.theirs):
            old, new = (", ".join(kinds(root)) for root in (self.roots.theirs, self.roots.ours))
            events.add("conflict", "diagramtyp", was=", ".join(kinds(self.roots.base)), deck=old, data=new)
        data.order(events)
        names = data.merged_names(events)
        for line in data.series:
            if line.deck is not None:
                self._merge_series(line, names)
            elif line.base is None:
                self._add_series(line, names)
            elif line.data is not None:
                data.tell_deleted(line, events)
        merge_outer(self.roots.base, self.roots.theirs, self.roots.ours, events)
        shown = [value for _, points in self.series for value in points.values]
        tell_cut(self.roots.base, self.roots.theirs, shown, events)
        books.follow(data, self.series, names, self.roots.theirs, events)

    def _merge_series(self, line: Line, names: list[str]) -> None:
        data, points = self.data, self.data.versions.theirs.series[line.deck or 0]
        if line.base is not None and line.data is None and data.series_goes(line, self.events):
            points.element.getparent().remove(points.element)
            self.events.add("removed", f"serien {data.name(line)}")
            return
        own = data.own_values(line)
        values, labels = data.merged_values(line, self.events), data.merged_labels(line, self.events)
        name = data.merged_name(line, self.events)
        if line.is_in_all:
            self._merge_form(
                line, dict(zip((one.key for one in data.shown), zip(own, values, strict=True), strict=True))
            )
        self._write(line, Points(points.element), names, values, labels, name)

    def _write(
        self, line: Line, points: Points, names: list[str], values: list[str], labels: list[str], name: str
    ) -> None:
        points.write(VALUES, values)
        points.write(CATEGORIES, names)
        points.write(NAME, [name])
        points.write_labels(labels)
        self.series.append((line, Points(points.element)))

    def _merge_form(self, line: Line, values: dict[str, tuple[str, str]]) -> None:
        data = self.data
        elements = Three(*(data.version(n).series[line.at(n) or 0].element for n in range(3)))
        base, theirs, ours = (
            {str(one.at(n)): one.key for one in data.categories if one.at(n) is not None} for n in range(3)
        )
        alike = kind_of(elements.theirs.getparent()) == kind_of(elements.ours.getparent())
        marked = Marked(elements, Three(base, theirs, ours), [one.key for one in data.shown], alike)
        marked.merge_points()
        by_key = {one.key: one for one in data.shown}

        def tell(key: str, text: str) -> None:
            was, now = values.get(key, ("", ""))
            what = f"{data.what(line, by_key[key])}, etikett" if key in by_key else "etikett"
            if was != now:
                self.events.add("kept", what, was=was, deck=text, data=now)

        marked.merge_labels(tell, self.events)
        merge_children(elements.base, elements.theirs, elements.ours, _OWN_MERGE if alike else _OWN_MERGE | _OF_KIND)

    def _add_series(self, line: Line, names: list[str]) -> None:
        """Add a series that is new, drawn as its elder is where people have changed how the chart is drawn."""
        data = self.data
        model = data.versions.ours.series[line.data or 0].element
        there = [one.element for before, one in self.series if before.at(2) is not None and before.at(2) < line.data]  # type: ignore[operator]
        plots = [
            one for one in self.roots.theirs.iter(model.getparent().tag) if kind_of(one) == kind_of(model.getparent())
        ]
        elder = there[-1] if there else next(self.roots.theirs.iter(f"{{{C}}}ser"), None)
        if elder is not None and elder.getparent() in plots:
            made = deepcopy(model)
            elder.addnext(made)
        elif plots and len(plots[0].findall(f"{{{C}}}ser")):
            made = deepcopy(model)
            plots[0].findall(f"{{{C}}}ser")[-1].addnext(made)
        elif elder is not None:
            made = _like(elder, model)
            elder.addnext(made)
        else:
            self.events.add("conflict", f"serien {data.name(line)} får inte plats, för diagrammet har inga serier kvar")
            return
        self._number(made)
        values, labels = data.merged_values(line, self.events), data.merged_labels(line, self.events)
        self._write(line, Points(made), names, values, labels, data.name(line))
        self.events.add("added", f"serien {data.name(line)}")

    def _number(self, made: Any) -> None:
        """Give a new series numbers that no other has."""
        for tag in (f"{{{C}}}idx", f"{{{C}}}order"):
            others = [one.find(tag) for one in self.roots.theirs.iter(f"{{{C}}}ser") if one is not made]
            taken = {int(one.get("val")) for one in others if one is not None}
            if int(made.find(tag).get("val")) in taken:
                made.find(tag).set("val", str(max(taken) + 1))


def _like(elder: Any, model: Any) -> Any:
    """Return a series drawn as another, in the colour that the data gives it."""
    made = deepcopy(elder)
    for child in [child for child in made if local(child) in {"dPt", "dLbls", "extLst"}]:
        made.remove(child)
    colours: list[Any] = [
        next(one.find(_FORM).iter(f"{{{A}}}solidFill"), None) if one.find(_FORM) is not None else None
        for one in (made, model)
    ]
    if all(one is not None for one in colours):
        colours[0].getparent().replace(colours[0], deepcopy(colours[1]))
    return made
