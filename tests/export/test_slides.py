"""Which slides are exported."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from pptx import Presentation

from deckbuilder.export.slides import NothingShownError, SelectionError, Slide, chosen, file_names, only, slides_of
from deckbuilder.refresh.parts import Parts
from tests.export.decks import parts, titles

if TYPE_CHECKING:
    from pathlib import Path

SLIDES = [
    Slide(1, "omslag", "Omslag", "ppt/slides/slide1.xml", is_hidden=False),
    Slide(2, "resultat", "Resultat", "ppt/slides/slide2.xml", is_hidden=False),
    Slide(3, "resultat~2", "Resultat (forts.)", "ppt/slides/slide3.xml", is_hidden=False),
    Slide(4, "egen", "Vår egen", "ppt/slides/slide4.xml", is_hidden=True),
    Slide(5, "slut", "Slut", "ppt/slides/slide5.xml", is_hidden=False),
]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("", [1, 2, 3, 5]),
        ("2", [2]),
        ("5, 1", [1, 5]),
        ("2-3", [2, 3]),
        ("2–3", [2, 3]),
        ("4", [4]),
        ("resultat", [2, 3]),
        ("resultat~2", [3]),
        ("1,1,omslag", [1]),
        ("3-5,omslag", [1, 3, 5]),
        ("3-5,egen", [3, 4, 5]),
    ],
)
def test_slides_are_chosen_by_number_and_id_in_the_order_of_the_deck(words: str, numbers: list[int]) -> None:
    assert [slide.number for slide in chosen(SLIDES, words)] == numbers


@pytest.mark.parametrize("words", ["6", "0", "4-2", "3-9"])
def test_a_number_that_is_not_there_is_told(words: str) -> None:
    with pytest.raises(SelectionError) as caught:
        chosen(SLIDES, words)
    sentence = f"Rapporten har bilderna 1-5, så '{words}' i --slides går inte. Skriv till exempel --slides 3,5-7."
    assert str(caught.value) == sentence


def test_an_id_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(SelectionError) as caught:
        chosen(SLIDES, "omslga")
    sentence = "Bilden 'omslga' finns inte i rapporten. Menade du 'omslag'?"
    assert str(caught.value) == f"{sentence} Bilder som finns: omslag, resultat, egen och slut."


def test_a_deck_where_all_is_hidden_is_told() -> None:
    with pytest.raises(NothingShownError) as caught:
        chosen(SLIDES[3:4], "")
    remedy = "Visa dem i PowerPoint, eller nämn dem en och en i --slides."
    assert str(caught.value) == f"Alla bilder som skulle vara med är dolda. {remedy}"


def test_pictures_are_named_by_number_and_id() -> None:
    assert list(file_names(SLIDES[1:3], "rapport-2024-07", 5)) == [
        "rapport-2024-07-02-resultat.png",
        "rapport-2024-07-03-resultat-2.png",
    ]


def test_numbers_have_as_many_digits_as_the_last_one_needs() -> None:
    assert list(file_names(SLIDES[:1], "r", 120)) == ["r-001-omslag.png"]


def test_a_deck_of_some_slides_has_them_alone() -> None:
    whole = parts(("Ett", ["n"]), ("Två", ["n"]), ("Tre", []))
    slides = slides_of(whole)
    made = only(whole, [slides[2], slides[0]]).content()
    assert titles(made) == ["Tre", "Ett"]
    names = ZipFile(BytesIO(made)).namelist()
    assert [name for name in names if name.startswith("ppt/slides/slide")] == [slides[0].part, slides[2].part]
    assert titles(whole.content()) == ["Ett", "Två", "Tre"]


def test_a_hidden_slide_that_is_asked_for_is_shown() -> None:
    whole = parts(("Ett", []), ("Två", []))
    whole.tree("ppt/slides/slide2.xml").set("show", "0")
    slides = slides_of(whole)
    assert [slide.is_hidden for slide in slides] == [False, True]
    made = only(whole, slides[1:])
    assert made.tree("ppt/slides/slide2.xml").get("show") is None


def test_slides_keep_the_numbers_that_they_have_in_the_whole_deck(july_deck: Path) -> None:
    whole = Parts.of(july_deck.read_bytes())
    slides = slides_of(whole)
    made = Presentation(BytesIO(only(whole, [slides[7], slides[20]]).content())).slides
    numbers = [shape.text_frame.text for slide in made for shape in slide.placeholders if "number" in shape.name]
    assert numbers == ["8", "21"]
