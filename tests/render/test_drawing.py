"""Drawings: what fits, where it stands, and what PowerPoint reads."""

from __future__ import annotations

from typing import Any

from lxml import etree

from deckbuilder.page import DrawingBlock, Paragraph, Run, Shape
from deckbuilder.render import drawing
from deckbuilder.render.layout import Box
from deckbuilder.render.metrics import font
from tests.render.make import layout

CALIBRI = font("Calibri")
BOX = Box("obj", 0, 1_000_000, 2_000_000, 10_000_000, 4_000_000, (18, 16))
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def _text(words: str, *, bold: bool = False) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(words, bold),), bullet=False),)


def _block(*shapes: Shape, keep_shape: bool = False) -> DrawingBlock:
    return DrawingBlock("figur", "content", shapes, "Två rutor.", canvas=(100, 100), keep_shape=keep_shape)


def _group(block: DrawingBlock) -> Any:
    xml, _ = drawing.group(7, "bild/figur", block, BOX, drawing.fit(block, BOX, CALIBRI), layout())
    return etree.fromstring(f"<r {NAMESPACES}>{xml}</r>")[0]


def _frame(element: Any) -> tuple[int, ...]:
    offset, extent = element.find(f".//{A}off"), element.find(f".//{A}ext")
    return tuple(int(v) for v in (*offset.values(), *extent.values()))


def test_all_texts_of_a_step_have_the_largest_size_that_fits_them_all() -> None:
    wide = Shape("bred", "rectangle", 0, 0, 50, 50, text=_text("Kort"))
    narrow = Shape("smal", "rectangle", 60, 0, 11, 50, text=_text("Sjukfrånvaro"))
    assert drawing.fit(_block(wide), BOX, CALIBRI).sizes == {"body": 18}
    assert drawing.fit(_block(wide, narrow), BOX, CALIBRI).sizes == {"body": 14}


def test_a_word_that_would_break_is_told() -> None:
    narrow = Shape("smal", "rectangle", 0, 0, 10, 90, text=_text("Regionövergripande"))
    assert drawing.fit(_block(narrow), BOX, CALIBRI).too_long == ("smal",)


def test_a_text_that_is_too_high_for_its_outline_is_told() -> None:
    words = _text("Tre rader text som står i en ruta")
    box = Shape("ruta", "rectangle", 0, 0, 20, 14, text=words)
    ellipse = Shape("ellips", "ellipse", 0, 0, 20, 14, text=words)
    assert drawing.fit(_block(box, ellipse), BOX, CALIBRI).too_long == ("ellips",)


def test_paragraphs_stand_apart_and_that_is_measured() -> None:
    def lines(count: int) -> Shape:
        return Shape("rader", "text", 0, 0, 50, 100, text=_text("Rad") * count)

    one, three = (drawing._text_height(lines(n), 18, 9_000_000, CALIBRI) for n in (1, 3))
    assert three - 3 * one == 2 * drawing._BETWEEN * 12700
    spaces = _group(_block(lines(3))).findall(f".//{A}spcPts")
    assert [space.get("val") for space in spaces] == ["400", "400"]


def test_the_group_just_holds_its_shapes() -> None:
    group = _group(
        _block(Shape("ett", "rectangle", 10, 20, 30, 30), Shape("upp", "line", 70, 90, 20, -30, outline="text"))
    )
    assert _frame(group) == (2_000_000, 2_800_000, 8_000_000, 2_800_000)
    assert group.find(f".//{A}chOff").get("x") == "2000000"
    assert group.find(f".//{A}chExt").get("cy") == "2800000"


def test_a_drawing_that_keeps_its_shape_stands_in_the_middle() -> None:
    group = _group(_block(Shape("hel", "ellipse", 0, 0, 100, 100), keep_shape=True))
    assert _frame(group) == (4_000_000, 2_000_000, 4_000_000, 4_000_000)


def test_lines_go_to_any_corner() -> None:
    lines = (
        Shape("a", "line", 50, 50, 10, 10, outline="text", arrowhead=True),
        Shape("b", "line", 50, 50, -10, -10, outline="text", dashed=True),
    )
    first, second = _group(_block(*lines)).findall(f"{P}sp")
    assert first.find(f".//{A}xfrm").attrib == {}
    assert dict(second.find(f".//{A}xfrm").attrib) == {"flipH": "1", "flipV": "1"}
    assert _frame(second) == (5_000_000, 3_600_000, 1_000_000, 400_000)
    assert first.find(f".//{A}tailEnd") is not None
    assert second.find(f".//{A}prstDash").get("val") == "dash"


def test_the_group_carries_the_alternative_text_and_the_shapes_their_names() -> None:
    group = _group(_block(Shape("ett", "rectangle", 0, 0, 10, 10), Shape("tva", "rectangle", 20, 0, 10, 10)))
    described = group.find(f"{P}nvGrpSpPr/{P}cNvPr")
    assert (described.get("id"), described.get("descr")) == ("7", "Två rutor.")
    names = [shape.find(f"{P}nvSpPr/{P}cNvPr") for shape in group.findall(f"{P}sp")]
    assert [(one.get("id"), one.get("name")) for one in names] == [("8", "bild/figur/ett"), ("9", "bild/figur/tva")]


def test_text_on_a_dark_fill_is_light_unless_it_is_said() -> None:
    own = Shape("egen", "rectangle", 0, 0, 50, 50, fill="deep", ink="partly", text=_text("Text"))
    dark = Shape("mork", "rectangle", 50, 0, 50, 50, fill="deep", text=_text("Text"))
    on_it = Shape("pa", "text", 50, 0, 50, 50, behind="deep", text=_text("Text"))
    inks = [run.find(f".//{A}schemeClr").get("val") for run in _group(_block(own, dark, on_it)).iter(f"{A}rPr")]
    assert inks == ["accent4", "bg1", "bg1"]
