"""The data of a chart in its three versions, and what it is when merged: each value by its series and category."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.lines import Line, lines_of, ordered
from deckbuilder.refresh.matching import Item
from deckbuilder.refresh.points import Points
from deckbuilder.refresh.three import Three
from deckbuilder.refresh.xml import C

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.report import Events, Kind

_SERIES = f"{{{C}}}ser"


@dataclass(frozen=True)
class Version:
    """One version of a chart: its root and its series in order."""

    root: Any
    series: list[Points]

    @classmethod
    def of(cls, root: Any) -> Version:
        """Read a chart."""
        return cls(root, [Points(one) for one in root.iter(_SERIES)])

    @property
    def categories(self) -> list[str]:
        """The categories that the series share; without any, the points' numbers."""
        found = max((one.categories for one in self.series), key=len, default=[])
        return found or [f"{n + 1}" for n in range(max((len(one.values) for one in self.series), default=0))]

    def value(self, series: int | None, category: int | None) -> str:
        """Return a value; "" where there is none."""
        return _at(self.series[series].values, category) if series is not None else ""

    def label(self, series: int | None, category: int | None) -> str:
        """Return the text of a label from a cell; "" where there is none."""
        return _at(self.series[series].labels, category) if series is not None else ""


class ChartData:
    """A chart's data under way: `series` and `categories` are those of all versions, `shown` the merged order.

    When it `is_forced` the data's values are taken without asking: they are computed from each other.
    """

    def __init__(self, roots: Three[Any]) -> None:
        self.versions = Three(*(Version.of(root) for root in roots))
        names = [_named(version) for version in self.versions]
        self.series = lines_of(names[0], names[1], names[2])
        held = [self._categories(number) for number in range(3)]
        self.categories = lines_of(held[0], held[1], held[2], lambda *_: False)
        self.shown: list[Line] = []
        self.is_forced = False

    def _categories(self, number: int) -> list[Item]:
        version = self.version(number)
        known = [line.at(number) for line in self.series if line.base is not None]
        return [
            Item(name, tuple(version.value(n, place) for n in known)) for place, name in enumerate(version.categories)
        ]

    def version(self, number: int) -> Version:
        """Return the base (0), the deck's chart (1) or the data's (2)."""
        return (self.versions.base, self.versions.theirs, self.versions.ours)[number]

    def name(self, series: Line) -> str:
        """Return what a series is called: as the data has it, else as it was, else as people have it."""
        number = next(n for n in (2, 0, 1) if series.at(n) is not None)
        return self.version(number).series[series.at(number) or 0].name

    def category(self, line: Line) -> str:
        """Return what a category is called, as a series is."""
        number = next(n for n in (2, 0, 1) if line.at(n) is not None)
        return self.version(number).categories[line.at(number) or 0]

    def what(self, series: Line, category: Line) -> str:
        """Return where a value stands, in words."""
        return ", ".join(filter(None, (self.name(series), self.category(category))))

    def values(self, series: Line, category: Line) -> tuple[str, str, str]:
        """Return a value in all versions; "" where there is none."""
        was, deck, data = (self.version(n).value(series.at(n), category.at(n)) for n in range(3))
        return was, deck, data

    @property
    def is_edited(self) -> bool:
        """Whether people have changed a value, a name or what series and categories there are."""
        return self._differs(1)

    @property
    def is_changed(self) -> bool:
        """Whether the data has."""
        return self._differs(2)

    def _differs(self, number: int) -> bool:
        lines = [
            line for line in (*self.series, *self.categories) if line.base is not None or line.at(number) is not None
        ]
        if any(line.base is None or line.at(number) is None for line in lines):
            return True
        names = [[one.name for one in self.version(n).series] + self.version(n).categories for n in (0, number)]
        return sorted(names[0]) != sorted(names[1]) or any(
            (values := self.values(series, category))[0] != values[number]
            for series in self.series
            for category in self.categories
            if series.base is not None and category.base is not None
        )

    # Merging

    def order(self, events: Events) -> None:
        """Settle which categories are shown and in what order: the data's, where people have not moved them."""
        gone = [
            line for line in self.categories if line.base is not None and line.data is None and self._goes(line, events)
        ]
        self.shown = ordered(self.categories, gone)
        for line in self.categories:
            if line.deck is None and line.base is not None and line.data is not None:
                _tell(f"kategorin {self.category(line)} är borttagen", self._along(line, self.series), events)

    def _goes(self, line: Line, events: Events) -> bool:
        if line.deck is None:
            return False
        words = self._along(line, [one for one in self.series if one.base is not None and one.deck is not None])
        if not goes(what := f"kategorin {self.category(line)}", words, events):
            return False
        own = [self.values(one, line)[1] for one in self.series if one.base is None and one.data is None]
        if any(own):
            events.add("removed", what, deck=" | ".join(own))
        return True

    def series_goes(self, series: Line, events: Events) -> bool:
        """Tell whether a series that the data no longer has is taken out: unless people have changed its values."""
        words = [self.values(series, one) for one in self.categories if one.base is not None and one.deck is not None]
        return goes(f"serien {self.name(series)}", words, events)

    def tell_deleted(self, series: Line, events: Events) -> None:
        """Tell of a series that people have taken out, if the data has changed in it."""
        words = [self.values(series, one) for one in self.categories if one.base is not None and one.data is not None]
        _tell(f"serien {self.name(series)} är borttagen", words, events)

    def _along(self, category: Line, series: Sequence[Line]) -> list[tuple[str, str, str]]:
        return [self.values(one, category) for one in series]

    def merged_values(self, series: Line, events: Events) -> list[str]:
        """Return a series' values by the shown categories."""
        return [
            self._merged(series, one, self.values(series, one), self.what(series, one), events) for one in self.shown
        ]

    def merged_labels(self, series: Line, events: Events) -> list[str]:
        """Return the texts of a series' labels that stand in cells; none when it has no such."""
        if not any(self.version(n).series[place].labels for n in (1, 2) if (place := series.at(n)) is not None):
            return []
        found = []
        for one in self.shown:
            was, deck, data = (self.version(n).label(series.at(n), one.at(n)) for n in range(3))
            found.append(self._merged(series, one, (was, deck, data), f"{self.what(series, one)}, etikett", events))
        return found

    def own_values(self, series: Line) -> list[str]:
        """Return what the values of a series by the shown categories were when the chart was made."""
        return [self.version(0).value(series.base, one.base) for one in self.shown]

    def tell_tied(self, events: Events) -> None:
        """Tell of values that are computed from each other, when both people and the data have changed some."""
        labelled = [
            one for one in self.series if one.data is not None and any(self.versions.ours.series[one.data].labels)
        ]
        for series in labelled or self.series:
            for category in self.categories:
                was, deck, data = (self._shown(n, series, category, bool(labelled)) for n in range(3))
                if not was == deck == data:
                    events.add("conflict", self.what(series, category), was=was, deck=deck, data=data)

    def _shown(self, number: int, series: Line, category: Line, is_label: bool) -> str:  # noqa: FBT001 -- which of two
        version = self.version(number)
        return (version.label if is_label else version.value)(series.at(number), category.at(number))

    def _merged(self, series: Line, category: Line, values: tuple[str, str, str], what: str, events: Events) -> str:
        _, deck, data = values
        if self.is_forced and series.data is not None and category.data is not None:
            return data
        if series.data is None or category.data is None:
            return deck
        if series.deck is None or category.deck is None:
            return data
        return data if events.settle(what, *values) else deck

    def merged_names(self, events: Events) -> list[str]:
        """Return what the shown categories are called."""
        return [
            self._merged_name(one, [self.version(n).categories for n in range(3)], "kategori", events)
            for one in self.shown
        ]

    def merged_name(self, series: Line, events: Events) -> str:
        """Return what a series is called."""
        names = [[one.name for one in self.version(n).series] for n in range(3)]
        return self._merged_name(series, names, "serie", events)

    @staticmethod
    def _merged_name(line: Line, names: Sequence[Sequence[str]], what: str, events: Events) -> str:
        was, deck, data = (_at(names[n], line.at(n)) for n in range(3))
        if line.data is None or line.deck is None:
            return data if line.deck is None else deck
        return data if events.settle(f"{what} {data}", was, deck, data) else deck


def _named(version: Version) -> list[Item]:
    return [Item(one.name or f"\tserie {n}", tuple(one.values)) for n, one in enumerate(version.series)]


def goes(what: str, words: Sequence[tuple[str, str, str]], events: Events) -> bool:
    """Tell whether what the data no longer has goes; what people have changed in stays, and is told."""
    was, deck = ([one[n] for one in words] for n in (0, 1))
    if was == deck or events.take == "data":
        return True
    kind: Kind = "kept" if events.take == "deck" else "conflict"
    events.add(kind, f"{what} finns inte längre i underlaget", was=" | ".join(was), deck=" | ".join(deck))
    return False


def _tell(what: str, words: Sequence[tuple[str, str, str]], events: Events) -> None:
    was, data = ([one[n] for one in words] for n in (0, 2))
    if was != data:
        events.add("kept", what, was=" | ".join(was), data=" | ".join(data))


def _at(texts: Sequence[str], place: int | None) -> str:
    return texts[place] if place is not None and place < len(texts) else ""
