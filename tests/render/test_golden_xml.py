"""The XML that is written by hand, compared with kept files, so that a change of it is seen and meant.

After a change that is meant: `python -m tests.render.test_golden_xml`, then look at the difference, and at the slides.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from deckbuilder.page import Page, PictureBlock
from deckbuilder.render.chart import chart_xml
from deckbuilder.render.fit import fitted
from deckbuilder.render.metrics import font
from deckbuilder.render.notes import frames, master_xml, page_xml
from deckbuilder.render.slide import DeckText, SlideXml, slide_xml
from tests.render.make import bullets, chart, combo, drawing, layout, rich_table, table, waterfall

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckbuilder.page import ChartBlock

FOLDER = Path(__file__).parent / "golden"
CALIBRI = font("Calibri")
FOOT = DeckText("Rapport", "juli 2024")


def _written(page: Page, part: int = 0) -> SlideXml:
    return slide_xml(fitted(page, layout(), CALIBRI)[part], layout(), CALIBRI, FOOT)


def _slide(page: Page) -> bytes:
    return _written(page).xml


def _picture() -> PictureBlock:
    return PictureBlock("picture", "picture", b"", "png", (1600, 900), "Ett fjäll.")


def _chart(block: ChartBlock) -> bytes:
    return chart_xml(block, layout().roles["chart"].boxes["chart"], layout(), CALIBRI)


CASES: dict[str, Callable[[], bytes]] = {
    "slide_text": lambda: _slide(
        Page("lista", "text", "Lista", (bullets("Ett & två", ">Tre"),), "Mkr", "Källa: a.csv")
    ),
    "slide_table": lambda: _slide(Page("tabell", "table", "Tabell", (table(),))),
    "slide_table_rich": lambda: _slide(Page("matris", "table", "Matris", (rich_table(),))),
    "slide_chart": lambda: _slide(Page("diagram", "chart", "Diagram", (chart(),))),
    "slide_drawing": lambda: _slide(Page("figur", "free", "Figur", (drawing(),))),
    "slide_picture": lambda: _slide(Page("bild", "picture", "Bild", (_picture(),))),
    "tags": lambda: _written(Page("forts", "table", "Tabell", (table(60),)), part=1).tags,
    "notes_page": lambda: page_xml("lista", ("Siffrornas ursprung", "a.csv: Ett & två i B3–B5."), 11).encode(),
    "notes_master": lambda: master_xml(*frames((12192000, 6858000), (6858000, 9144000))).encode(),
    "chart_column": lambda: _chart(chart()),
    "chart_line": lambda: _chart(chart("line")),
    "chart_combo": lambda: _chart(combo()),
    "chart_waterfall": lambda: _chart(waterfall()),
    "chart_share": lambda: _chart(chart("share", lying=True, title="Andelar", area=(0, 0, 0.5, 1))),
}


def pretty(xml: bytes) -> str:
    """Return XML with a line per element, as it is kept."""
    tree = etree.fromstring(xml)
    etree.indent(tree)
    return str(etree.tostring(tree, encoding="unicode")) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_xml_is_as_kept(name: str) -> None:
    assert pretty(CASES[name]()) == (FOLDER / f"{name}.xml").read_text(encoding="utf-8")


if __name__ == "__main__":
    for name, make in CASES.items():
        (FOLDER / f"{name}.xml").write_text(pretty(make()), encoding="utf-8")
