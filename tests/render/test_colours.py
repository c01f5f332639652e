"""Colours by the layout's names, and text that can be read on them."""

from __future__ import annotations

from itertools import product

import pytest

from deckbuilder.render.colours import LEAST_CONTRAST, contrast, ink_on, rgb, words
from deckbuilder.spec.layout import Colours
from tests.render.make import layout

STRENGTHS = ("", " 10", " 20", " 40", " 60", " 70", " 80")
FILLS = [name + strong for name, strong in product(Colours.model_fields, STRENGTHS)]


def test_a_fill_is_the_layouts_colour() -> None:
    assert words("good", layout().colours) == "accent5"


def test_a_strength_is_so_much_of_the_colour_on_paper() -> None:
    assert words("good 40", layout().colours) == "accent5 a40"
    solid, paper = rgb("accent5", layout()), rgb("bg1", layout())
    mixed = tuple(own * 0.4 + white * 0.6 for own, white in zip(solid, paper, strict=True))
    assert rgb("accent5 a40", layout()) == pytest.approx(mixed)


def test_black_on_white_is_the_highest_contrast() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((1, 1, 1), (1, 1, 1)) == pytest.approx(1)


@pytest.mark.parametrize("fill", FILLS)
def test_text_can_be_read_on_every_fill(fill: str) -> None:
    ground = rgb(words(fill, layout().colours), layout())
    assert contrast(rgb(ink_on(fill, layout()), layout()), ground) >= LEAST_CONTRAST


def test_on_a_middling_fill_text_is_black() -> None:
    assert ink_on("partly", layout()) == "tx1 0 0"
    assert rgb("tx1 0 0", layout()) == (0, 0, 0)


def test_text_without_a_fill_has_the_colour_of_text() -> None:
    assert ink_on("", layout()) == layout().colours.text
