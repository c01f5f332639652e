"""Pictures on slides: whole, in proportion, and with a warning when they would look blurred."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx import Presentation

from deckbuilder.page import Page, PictureBlock
from deckbuilder.render.deck import Deck
from deckbuilder.render.slide import DeckText
from tests.render.make import bullets, fresh_layout, layout


def picture(pixels: tuple[int, int]) -> PictureBlock:
    stream = BytesIO()
    Image.new("RGB", pixels, "red").save(stream, "PNG")
    return PictureBlock("picture", "picture", stream.getvalue(), "png", pixels, "Röd yta.")


def deck_of(*pages: Page) -> Deck:
    deck = Deck(fresh_layout(), DeckText("Rapport", "juli 2024"))
    for page in pages:
        deck.add(page)
    return deck


@pytest.mark.parametrize("pixels", [(1600, 900), (3000, 300), (600, 1800)])
def test_a_picture_keeps_its_proportions_within_its_place(pixels: tuple[int, int]) -> None:
    content = deck_of(Page("karta", "picture", "Karta", (picture(pixels),))).content("Rapport", date(2024, 7, 31))
    (shape,) = [s for s in Presentation(BytesIO(content)).slides[0].shapes if s.name == "karta/picture"]
    box = layout().roles["picture"].boxes["picture"]
    assert shape.width / shape.height == pytest.approx(pixels[0] / pixels[1], rel=0.001)
    assert shape.width == box.width or shape.height == box.height
    assert shape.top == box.top
    assert shape.left - box.left == pytest.approx((box.width - shape.width) / 2, abs=1)
    assert shape.left + shape.width <= box.left + box.width


def test_a_picture_fills_its_placeholder_and_says_what_it_shows() -> None:
    content = deck_of(Page("karta", "picture", "Karta", (picture((1600, 900)),))).content("Rapport", date(2024, 7, 31))
    (shape,) = [s for s in Presentation(BytesIO(content)).slides[0].placeholders if s.name == "karta/picture"]
    assert shape.placeholder_format.type == 18  # a picture's
    assert shape._element.nvPicPr.cNvPr.get("descr") == "Röd yta."
    assert shape.image.size == (1600, 900)


def test_a_picture_that_would_look_blurred_gives_a_warning() -> None:
    deck = deck_of(Page("karta", "picture", "Karta", (picture((400, 100)),)))
    assert deck.warnings == [
        ("karta", "Bilden är bara 400 × 100 bildpunkter och blir suddig. Använd en som är minst 971 bred.", "DB616")
    ]


def test_a_picture_shown_small_may_be_small() -> None:
    small = replace(picture((400, 100)), area=(0, 0, 0.3, 1))
    assert deck_of(Page("karta", "picture", "Karta", (small,))).warnings == []


def test_a_picture_that_several_slides_show_is_stored_once() -> None:
    pages = [Page(name, "picture", name.upper(), (picture((1600, 900)),)) for name in ("a", "b")]
    content = deck_of(*pages, Page("c", "picture", "C", (picture((1601, 900)),))).content("Rapport", date(2024, 7, 31))
    media = [name for name in ZipFile(BytesIO(content)).namelist() if name.startswith("ppt/media/picture")]
    assert media == ["ppt/media/picture1.png", "ppt/media/picture2.png"]
    assert [slide.shapes[1].image.size[0] for slide in Presentation(BytesIO(content)).slides] == [1600, 1600, 1601]


def test_long_text_beside_a_picture_goes_on_without_it() -> None:
    page = Page("karta", "picture_text", "Karta", (picture((1600, 900)), bullets(*["Punkt med text"] * 40)))
    slides = Presentation(BytesIO(deck_of(page).content("Rapport", date(2024, 7, 31)))).slides
    names = [[shape.name.rpartition("/")[2] for shape in slide.shapes] for slide in slides]
    assert len(names) > 1
    assert ["picture" in shapes for shapes in names] == [True] + [False] * (len(names) - 1)
