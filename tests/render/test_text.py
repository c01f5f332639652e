"""Text in placeholders: it keeps the size that was chosen, and shrinks when staff add to it."""

from __future__ import annotations

from typing import Any

from lxml import etree

from deckbuilder.page import Block, Page, Paragraph, Run, TextBlock
from deckbuilder.render import text
from deckbuilder.render.fit import fitted
from deckbuilder.render.metrics import font
from deckbuilder.render.slide import DeckText, slide_xml
from tests.render.make import bullets, layout

CALIBRI = font("Calibri")
SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}


def autofit(role: str, *blocks: Block) -> dict[str, Any]:
    """Return, by shape, what its body properties hold."""
    page = fitted(Page("prov", role, "Rubrik", blocks, "Mkr", "Källa: a.csv"), layout(), CALIBRI)[0]
    slide = etree.fromstring(slide_xml(page, layout(), CALIBRI, DeckText("Rapport", "juli 2024")).xml)
    return {
        shape.find(".//p:cNvPr", SPACES).get("name").partition("/")[2]: [
            (etree.QName(child).localname, dict(child.attrib)) for child in shape.find(".//a:bodyPr", SPACES)
        ]
        for shape in slide.iterfind(".//p:sp", SPACES)
    }


def test_running_text_shrinks_when_staff_add_to_it_and_nothing_else_does() -> None:
    found = autofit("text", bullets("Ett", "Två"))
    assert found.pop("body") == [("normAutofit", {})]
    assert set(found) == {"title", "subtitle", "source", "date", "footer", "number"}
    assert not any(found.values())


def test_a_line_above_a_column_keeps_its_size() -> None:
    heading = TextBlock("left_title", "left_title", (Paragraph((Run("Nuläge"),), bullet=False),))
    found = autofit("two_columns", heading, bullets("Ett", place="left"))
    assert found["left_title"] == []
    assert found["body"] == [("normAutofit", {})]


def spaces(*texts: str, role: str = "text") -> list[str]:
    """Return the space above each paragraph of the body, "" where its layout says it."""
    page = fitted(Page("prov", role, "Rubrik", (bullets(*texts),)), layout(), CALIBRI)[0]
    slide = etree.fromstring(slide_xml(page, layout(), CALIBRI, DeckText("Rapport", "juli 2024")).xml)
    (body,) = (
        s for s in slide.iterfind(".//p:sp", SPACES) if s.find(".//p:cNvPr", SPACES).get("name").endswith("body")
    )
    found = [paragraph.find("./a:pPr/a:spcBef/a:spcPts", SPACES) for paragraph in body.iterfind(".//a:p", SPACES)]
    return ["" if points is None else points.get("val") for points in found]


def test_a_short_text_is_spread_out_and_a_long_one_is_as_its_layout_says() -> None:
    assert spaces("Ett", "Två", "Tre") == ["", "3400", "3400"]
    assert spaces("Ett") == [""]
    assert spaces(*["En punkt"] * 8) == [""] * 8


def test_what_belongs_to_a_point_stays_close_to_it() -> None:
    page = TextBlock("body", "body", tuple(Paragraph((Run("Punkt"),), level) for level in (0, 1, 0)))
    assert text.apart(page.paragraphs, (24, 20), layout().roles["text"].boxes["body"], CALIBRI) == 34
    assert text.body(page.paragraphs, (0, 0), 34).count("spcBef") == 2  # one element, opened and closed
