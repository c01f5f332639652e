from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.spec.report import SlideSpec, read_report, read_slide, refuse_twins

if TYPE_CHECKING:
    from tests.conftest import ReadYaml

SLIDE = "slides:\n  - type: text\n    id: {}\n    title: Läget\n"


class TextOptions(SlideSpec):
    """A slide type with a key of its own."""

    text: str = ""


def _slide(read_yaml: ReadYaml, text: str) -> SlideSpec:
    document = read_yaml(text)
    return read_slide(document.data["slides"][0], document, ("slides", 0), ["table", "text"], lambda _: TextOptions)


def _fault(read_yaml: ReadYaml, text: str) -> str:
    with pytest.raises(ContentError) as caught:
        _slide(read_yaml, text)
    return str(caught.value)


def test_a_report_is_its_title_and_its_slides(read_yaml: ReadYaml) -> None:
    report = read_report(read_yaml("title: Månadsrapport\nslides:\n  - type: text\n"))
    assert (report.title, report.meeting, report.layout, report.money_label) == ("Månadsrapport", "", "region", "Mkr")
    assert report.slides == ({"type": "text"},)


def test_an_empty_report_is_told_what_it_lacks(read_yaml: ReadYaml) -> None:
    with pytest.raises(ContentError) as caught:
        read_report(read_yaml(""))
    assert str(caught.value) == (
        "fil.yaml:1:1: Nyckeln 'title' saknas. Lägg till 'title: …'.\n"
        "fil.yaml:1:1: Nyckeln 'slides' saknas. Lägg till 'slides: …'."
    )


def test_a_report_without_slides_is_refused(read_yaml: ReadYaml) -> None:
    with pytest.raises(ContentError) as caught:
        read_report(read_yaml("title: a\nslides: []\n"))
    assert str(caught.value) == "fil.yaml:2:9: 'slides' behöver minst ett värde."


def test_a_slide_has_the_options_of_its_type(read_yaml: ReadYaml) -> None:
    slide = _slide(read_yaml, SLIDE.format("läget-nu-2") + "    text: Gott\n")
    assert slide == TextOptions(type="text", id="läget-nu-2", title="Läget", text="Gott")


@pytest.mark.parametrize("id_", ["Läget", "läget nu", "läget_nu", "-läget", "läget-", "läget--nu"])
def test_an_id_is_small_letters_digits_and_hyphens(read_yaml: ReadYaml, id_: str) -> None:
    assert _fault(read_yaml, SLIDE.format(f"'{id_}'")) == (
        f"fil.yaml:3:9: '{id_}' går inte att använda som 'id'. Använd små bokstäver, siffror och bindestreck."
    )


def test_an_unknown_slide_type_is_told_with_those_that_exist(read_yaml: ReadYaml) -> None:
    assert _fault(read_yaml, "slides:\n  - type: tabel\n    bild: a.png\n") == (
        "fil.yaml:2:11: Bildtypen 'tabel' finns inte. Menade du 'table'? Välj bland table och text. "
        "'deckbuilder kinds' beskriver dem."
    )


def test_a_slide_without_type_is_not_told_that_its_other_keys_are_wrong(read_yaml: ReadYaml) -> None:
    assert _fault(read_yaml, "slides:\n  - id: a\n    title: b\n    text: c\n") == (
        "fil.yaml:2:5: Nyckeln 'type' saknas. Lägg till 'type: …'."
    )


def test_a_slide_that_is_a_word_is_told_what_it_should_be(read_yaml: ReadYaml) -> None:
    assert _fault(read_yaml, "slides:\n  - agenda\n") == (
        "fil.yaml:2:5: Här ska stå nycklar med värden (nyckel: värde)."
    )


def test_slides_with_the_same_id_are_told_with_the_line_of_the_first(read_yaml: ReadYaml) -> None:
    document = read_yaml("slides:\n  - id: a\n  - id: b\n  - id: a\n  - id: a\n")
    ids = [(slide["id"], ("slides", number, "id")) for number, slide in enumerate(document.data["slides"])]
    refuse_twins(ids[:2], document, "Bilden", "id", "DB143")
    with pytest.raises(ContentError) as caught:
        refuse_twins(ids, document, "Bilden", "id", "DB143")
    assert str(caught.value) == (
        "fil.yaml:4:9: Bilden 'a' finns redan på rad 2. Ge bilderna olika id.\n"
        "fil.yaml:5:9: Bilden 'a' finns redan på rad 2. Ge bilderna olika id."
    )
