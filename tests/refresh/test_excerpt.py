"""A deck of some slides has them as they are in the whole one."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pptx import Presentation

from deckbuilder.refresh.excerpt import excerpt
from deckbuilder.refresh.identity import PRESENTATION, slide_parts
from deckbuilder.refresh.parts import CONTENT_TYPES, Parts

if TYPE_CHECKING:
    from pathlib import Path


def test_numbers_go_on_from_the_first_that_the_deck_has(july_deck: Path) -> None:
    whole = Parts.of(july_deck.read_bytes())
    whole.tree(PRESENTATION).set("firstSlideNum", "11")
    whole.touch(PRESENTATION)
    whole = Parts.of(whole.content())
    made = excerpt(whole, {slide_parts(whole)[7]: 8})
    (slide,) = Presentation(BytesIO(made.content())).slides
    assert [one.text_frame.text for one in slide.placeholders if "number" in one.name] == ["18"]


def test_what_only_other_slides_have_goes_when_it_is_asked_for(july_deck: Path) -> None:
    made = excerpt(Parts.of(july_deck.read_bytes()), {"ppt/slides/slide1.xml": 1})
    made.drop_orphans()
    assert [name for name in made.blobs if name.startswith("ppt/charts/")] == []
    types = Parts.of(made.content()).blobs[CONTENT_TYPES]
    assert b"/ppt/charts/" not in types
