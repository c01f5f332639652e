"""Plots are drawn as large as their place, in the layout's own colours and font."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

from PIL import Image
from pptx import Presentation

from deckbuilder.page import Page, PlotBlock
from deckbuilder.plots.calendar_heat import Data
from deckbuilder.render.deck import Deck
from deckbuilder.render.plot import plot, theme
from deckbuilder.render.slide import DeckText
from tests.plots.make import colours
from tests.render.make import fresh_layout, layout

DAYS = Data(tuple((date(2024, 7, day), Decimal(day)) for day in range(1, 32)), "%")
BLOCK = PlotBlock("plot", "picture", "calendar_heat", DAYS, "Kalender: prov.")


def test_a_plot_fills_its_place_exactly_at_twice_a_screens_sharpness() -> None:
    deck = Deck(fresh_layout(), DeckText("Rapport", "juli 2024"))
    deck.add(Page("dagar", "picture", "Dagar", (BLOCK,)))
    presentation = Presentation(BytesIO(deck.content("Rapport", date(2024, 7, 31))))
    (shape,) = [shape for shape in presentation.slides[0].placeholders if shape.name == "dagar/plot"]
    box = layout().roles["picture"].boxes["picture"]
    assert (shape.left, shape.top, shape.width, shape.height) == (box.left, box.top, box.width, box.height)
    assert abs(shape.image.size[0] - box.width / 914400 * 192) < 1
    assert shape._element.nvPicPr.cNvPr.get("descr") == "Kalender: prov."
    assert deck.warnings == []


def test_the_colours_and_fonts_are_the_layouts() -> None:
    found = theme(layout())
    assert found.fonts == ("Calibri", "Calibri", "Carlito")
    assert found.paper == (1, 1, 1)
    assert found.size == layout().sizes.chart


def test_another_palette_gives_another_picture() -> None:
    box = layout().roles["picture"].boxes["picture"]
    red = replace(layout(), palette={**layout().palette, "accent1": "C00000", "tx2": "600000"})
    pictures = [Image.open(BytesIO(plot(BLOCK, box, one))).convert("RGB") for one in (layout(), red)]
    reds = [sum(n for n, (r, _, b) in colours(picture) if r > b + 60) for picture in pictures]
    assert reds[0] == 0 < reds[1]
