"""Charts as the project renders them, the edits that people make in them, and what they say afterwards."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation

from deckbuilder.page import ChartBlock, Page, Series
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.points import Points
from deckbuilder.refresh.xml import A, C
from deckbuilder.render.deck import Deck
from deckbuilder.render.slide import DeckText
from tests.golden import charts, disagreements
from tests.render.make import fresh_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from deckbuilder.refresh.merge import Merged

CHART, BOOK = "ppt/charts/chart1.xml", "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"


@cache
def deck(*blocks: ChartBlock) -> bytes:
    """Return a deck of one slide with charts, as the project makes it."""
    made = Deck(fresh_layout(), DeckText("Rapport", "juli 2024"))
    made.add(Page("sida", "chart", "Diagram", blocks))
    return made.content("Rapport", date(2024, 7, 31))


def block(values: Mapping[str, Sequence[float | None]], categories: Sequence[str], **options: Any) -> ChartBlock:
    """Return a chart of series by name."""
    kind = options.pop("kind", "column")
    series = tuple(
        Series(name, tuple(None if one is None else Decimal(str(one)) for one in found))
        for name, found in values.items()
    )
    options = {"alt": "Ett diagram.", "series": series, **options}
    return ChartBlock("chart", "chart", kind, tuple(categories), **options)


class Edited:
    """A deck that people edit: its parts, its first chart and the workbook behind it."""

    def __init__(self, content: bytes) -> None:
        self.parts = Parts.of(content)

    @property
    def chart(self) -> Any:
        """The first chart's root; it counts as edited."""
        self.parts.touch(CHART)
        return self.parts.tree(CHART)

    def series(self, name: str) -> Any:
        """Return a series' element."""
        return next(one for one in self.chart.iter(f"{{{C}}}ser") if Points(one).name == name)

    def first(self, path: str) -> Any:
        """Return the first element of a path such as `.//c:gapWidth`."""
        return self.chart.find(path, {"c": C, "a": A})

    def workbook(self, edit: Callable[[Any], None]) -> None:
        """Let people edit the workbook and save it, as Excel does it: another writer, shared strings, styles."""
        book = load_workbook(BytesIO(self.parts.blobs[BOOK]))
        edit(book)
        stream = BytesIO()
        book.save(stream)
        self.parts.put(BOOK, _computed(stream.getvalue(), self.parts.blobs[BOOK]))

    def write(self, series: str, category: str, value: float) -> None:
        """Change a value at `Redigera data`: PowerPoint changes the workbook and the chart's copy."""
        points = Points(self.series(series))
        place = points.categories.index(category)
        cells = points.cells(("val",)).replace("$", "").partition("!")[2]
        column, row = cells[0], int(cells.partition(":")[0][1:]) + place

        def edit(book: Any) -> None:
            book.worksheets[0][f"{column}{row}"] = value

        self.workbook(edit)
        values = list(points.values)
        values[place] = str(value)
        points.write(("val",), values)

    def content(self) -> bytes:
        """Return the deck as saved."""
        return self.parts.content()


def _computed(saved: bytes, old: bytes) -> bytes:
    """Return a workbook with what its formulas gave last, which Excel writes beside them and openpyxl does not."""
    formulas = load_workbook(BytesIO(old), data_only=True).worksheets[0]
    with ZipFile(BytesIO(saved)) as archive:
        blobs = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    root = etree.fromstring(blobs[name])
    for cell in root.iter("{*}c"):
        value = cell.find("{*}v")
        if cell.find("{*}f") is not None and value is not None and (kept := formulas[cell.get("r")].value) is not None:
            value.text = str(kept)
            cell.set("t", "str") if isinstance(kept, str) else cell.attrib.pop("t", None)
    blobs[name] = etree.tostring(root)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for one, blob in blobs.items():
            archive.writestr(one, blob)
    return stream.getvalue()


def merged(base: bytes, theirs: bytes, ours: bytes, take: Any = "") -> Merged:
    """Merge, hold that every chart agrees with its workbook and that merging again changes nothing."""
    done = merge(base, theirs, ours, take)
    wrong = [reference for chart in opened(done.content) for reference in disagreements(chart)]
    assert not wrong, f"the workbook holds something else in {wrong}"
    assert merge(ours, done.content, ours, take).content == done.content, "merging again changes the deck"
    return done


def opened(content: bytes) -> list[Any]:
    """Return the charts of a deck, as python-pptx reads them."""
    return [chart for slide in Presentation(BytesIO(content)).slides for chart in charts(slide)]


def said(content: bytes, chart: str = CHART) -> dict[str, dict[str, str]]:
    """Return what a chart shows: values by series and category, gaps left out."""
    series = [Points(one) for one in Parts.of(content).tree(chart).iter(f"{{{C}}}ser")]
    return {
        one.name: {name: value for name, value in zip(one.categories, one.values, strict=True) if value}
        for one in series
    }


def told(done: Merged) -> list[tuple[str, ...]]:
    """Return the events that people must read, in short; the empty parts left out."""
    shown = [(one.kind, one.what, one.was, one.deck, one.data) for one in done.events if one.kind != "updated"]
    return [tuple(part for part in one if part) for one in shown]


def fill(colour: str) -> Any:
    """Return a fill in a colour of people's own."""
    return etree.fromstring(f'<a:solidFill xmlns:a="{A}"><a:srgbClr val="{colour}"/></a:solidFill>')


def element(xml: str) -> Any:
    """Return an element of a chart from its XML, in which `c:` and `a:` are known."""
    return deepcopy(etree.fromstring(f'<x xmlns:c="{C}" xmlns:a="{A}">{xml}</x>')[0])
