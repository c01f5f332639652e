"""docs/gallery.md shows every slide type as it is."""

from __future__ import annotations

from deckbuilder.slide_types import slide_types
from docs.make_gallery import GALLERY, PICTURES, gallery

REMEDY = "run: python -m docs.make_gallery --pictures"


def test_the_gallery_says_what_the_slide_types_say() -> None:
    assert GALLERY.read_text(encoding="utf-8") == gallery(slide_types()), REMEDY


def test_every_slide_type_has_a_picture_and_no_picture_is_left_over() -> None:
    pictures = {path.stem for path in PICTURES.glob("*.png")}
    assert pictures == {one.name for one in slide_types()}, REMEDY


def test_every_slide_type_has_an_example_of_its_own_type() -> None:
    assert [one.name for one in slide_types() if not one.example.startswith(f"- type: {one.name}\n  id: ")] == []
