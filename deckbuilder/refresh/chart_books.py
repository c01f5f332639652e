"""The workbooks of a chart's three versions: which one the deck gets, and that chart and workbook say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.base import digest
from deckbuilder.refresh.points import CATEGORIES, NAME, VALUES
from deckbuilder.refresh.workbooks import Block, Column, block_of, free_columns, opened, other_columns, write_data
from deckbuilder.refresh.xml import C, R, local

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.chart_data import ChartData
    from deckbuilder.refresh.lines import Line
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.points import Points
    from deckbuilder.refresh.report import Events
    from deckbuilder.refresh.sheets import Sheet
    from deckbuilder.refresh.three import Three

_PATTERN = "ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx"
_EXTERNAL = f"{{{C}}}externalData"
_AFTER = {"printSettings", "userShapes", "extLst"}


class Books:
    """The workbooks behind a chart: the base's, the deck's and the data's."""

    def __init__(self, names: Three[str], parts: Three[Parts]) -> None:
        self.charts, self.parts = list(names), list(parts)
        self.names = [next(iter(own.related(name, "package")), "") for own, name in zip(parts, names, strict=True)]
        self._digests = [digest(own, name) for own, name in zip(parts, self.names, strict=True)]

    @property
    def has_own(self) -> bool:
        """Whether the deck's chart has a workbook inside the deck."""
        return bool(self._digests[1])

    @property
    def is_still(self) -> bool:
        """Whether the data's workbook is the base's."""
        return self._digests[0] == self._digests[2]

    @property
    def is_untouched(self) -> bool:
        """Whether the deck's workbook is the base's."""
        return self._digests[0] == self._digests[1]

    def blob(self, number: int) -> bytes | None:
        """Return a version's workbook; None where there is none."""
        return self.parts[number].blobs.get(self.names[number])

    def sheet(self, number: int, series: Sequence[Points]) -> Sheet | None:
        """Return the sheet that a version's data stands in; None where it cannot be read."""
        return opened(self.blob(number), block_of(series))

    def cannot_follow(self, data: ChartData, events: Events) -> bool:
        """Tell whether the deck's data is such that the new cannot be put into it; what is stale then is told."""
        if self._is_linked() or (self._carries_own(data, events) and self._place(1, data) is None):
            if data.is_changed:
                events.add(
                    "unclear", "diagrammets data är upplagd på ett annat sätt i arbetsboken, och inte uppdaterad"
                )
            return True
        if not any((sheet := self.sheet(n, data.version(n).series)) and sheet.has_formulas for n in (0, 2)):
            return False
        if data.is_changed and data.is_edited and events.take != "data":
            data.tell_tied(events)
            return True
        data.is_forced = data.is_changed
        return False

    def _is_linked(self) -> bool:
        relations = self.parts[1].relations(self.charts[1])
        return any(one.external and one.kind in {"package", "oleObject"} for one in relations)

    def _carries_own(self, data: ChartData, events: Events) -> bool:
        """Tell whether the deck keeps its own workbook: one that people have saved."""
        is_own = self.has_own and not self.is_untouched
        return is_own and (events.take != "data" or self._place(1, data) is not None)

    def _place(self, number: int, data: ChartData) -> Block | None:
        """Return where a version's data stands in its workbook; None when it does not stand as we place it."""
        version = data.version(number)
        block = block_of(version.series)
        if block is None or opened(self.blob(number), block) is None:
            return None
        return block if block.last - block.first + 1 == len(version.categories) else None

    def follow(
        self, data: ChartData, series: Sequence[tuple[Line, Points]], names: Sequence[str], root: Any, events: Events
    ) -> None:
        """Put the merged data into the workbook that the deck keeps, and let the chart refer to its cells."""
        number = 1 if self._carries_own(data, events) else 2
        block, sheet = self._place(number, data), self.sheet(number, data.version(number).series)
        if block is None or sheet is None:
            return
        letters = self._letters(number, block, series)
        missing = [key for key, found in letters.items() if not found]
        letters |= dict(
            zip(missing, free_columns(sheet, [one for one in letters.values() if one], len(missing)), strict=True)
        )
        columns = []
        for line, points in series:
            columns.append(Column(letters[line.key, "values"], points.name, points.values))
            if points.label_cells:
                columns.append(Column(letters[line.key, "labels"], f"{points.name}, text", points.labels, is_text=True))
        order = [line.at(number) for line in data.shown]
        like = None
        if number == 1 and (ours := self.sheet(2, data.version(2).series)) is not None:
            blocks = (self._place(0, data), block, block_of(data.version(2).series))
            if blocks[2] is not None:
                sheets = (self.sheet(0, data.version(0).series), sheet, ours)
                places = [line.data for line, _ in series if line.data is not None]
                shown = {side[place] for side in (blocks[2].values, blocks[2].labels) for place in places}
                shown.add(blocks[2].categories)
                columns += other_columns(sheets, (blocks[0], block, blocks[2]), shown, data.shown, events)
                is_alike = blocks[2].values == tuple(letters[line.key, "values"] for line, _ in series)
                like = (
                    ours if is_alike and [line.at(2) for line in data.shown] == list(range(len(data.shown))) else None
                )
        content = write_data(sheet, block, order, names, columns, like)
        self._refer(block, letters, series, len(names))
        self.put(content, root)

    @staticmethod
    def _letters(number: int, block: Block, series: Sequence[tuple[Line, Points]]) -> dict[tuple[str, str], str]:
        """Return the columns of the values and label texts of each series; "" for one that has none yet."""
        found = {}
        for line, points in series:
            place = line.at(number)
            found[line.key, "values"] = "" if place is None else block.values[place]
            if points.label_cells:
                found[line.key, "labels"] = "" if place is None else block.labels[place]
        return found

    @staticmethod
    def _refer(
        block: Block, letters: dict[tuple[str, str], str], series: Sequence[tuple[Line, Points]], count: int
    ) -> None:
        for line, points in series:
            column = letters[line.key, "values"]
            points.refer(NAME, block.heading(column))
            points.refer(CATEGORIES, block.cells(block.categories, count))
            points.refer(VALUES, block.cells(column, count))
            if points.label_cells:
                points.refer_labels(block.cells(letters[line.key, "labels"], count))

    def put(self, blob: bytes | None, root: Any) -> None:
        """Give the deck's chart a workbook: in the place of the one that it has, else as a new part."""
        deck, chart = self.parts[1], self.charts[1]
        if blob is None:
            return
        if self.has_own:
            if deck.blobs[self.names[1]] != blob:
                deck.put(self.names[1], blob)
            return
        name = deck.add(_PATTERN, self.parts[2].content_type(self.names[2]), blob)
        relation = next(one for one in self.parts[2].relations(self.charts[2]) if one.kind == "package")
        self.names[1], self._digests[1] = name, "new"
        for old in root.findall(_EXTERNAL):
            root.remove(old)
        external = etree.Element(_EXTERNAL, {f"{{{R}}}id": deck.relate(chart, relation.type, name)})
        etree.SubElement(external, f"{{{C}}}autoUpdate", val="0")
        place = next((n for n, child in enumerate(root) if local(child) in _AFTER), len(root))
        root.insert(place, external)
        deck.touch(chart)
