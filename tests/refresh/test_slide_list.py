"""The list of slides and its sections."""

from __future__ import annotations

from deckbuilder.refresh.identity import PRESENTATION, slide_parts
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.sections import Wanted, names_of
from deckbuilder.refresh.slide_list import section_of, write_order
from deckbuilder.refresh.xml import P, R
from tests.refresh import edits
from tests.refresh.project import AFTER, BEFORE, build
from tests.refresh.reading import P14, order, sections

NOTHING = Wanted({})


def opened() -> Parts:
    return Parts.of(build(BEFORE))


def test_the_order_that_stands_is_not_written() -> None:
    deck = opened()
    write_order(deck, slide_parts(deck), NOTHING)
    assert deck.content() == build(BEFORE)


def test_slides_are_listed_in_the_order_asked_for_with_the_numbers_that_they_have() -> None:
    deck = opened()
    before = {one.get(f"{{{R}}}id"): one.get("id") for one in deck.tree(PRESENTATION).find(f"{{{P}}}sldIdLst")}
    write_order(deck, slide_parts(deck)[::-1], NOTHING)
    after = Parts.of(deck.content())
    assert order(after) == [id_ for id_, _ in reversed(BEFORE.slides)]
    assert {one.get(f"{{{R}}}id"): one.get("id") for one in after.tree(PRESENTATION).find(f"{{{P}}}sldIdLst")} == before


def test_a_slide_that_is_left_out_is_related_to_no_more_and_gone_from_its_section() -> None:
    deck = opened()
    gone = slide_parts(deck)[3]
    write_order(deck, [part for part in slide_parts(deck) if part != gone], NOTHING)
    assert gone not in deck.related(PRESENTATION, "slide")
    assert sections(deck)["Ekonomi"] == ["ekonomi", "laget", "stapel", "nyckeltal"]


def test_a_new_slide_gets_a_number_of_its_own_and_its_neighbours_section() -> None:
    deck = opened()
    name = deck.add(
        "ppt/slides/slide{}.xml", deck.content_type("ppt/slides/slide1.xml"), deck.blobs["ppt/slides/slide1.xml"]
    )
    found = slide_parts(deck)
    write_order(deck, [*found[:4], name, *found[4:]], NOTHING)
    numbers = [int(one.get("id")) for one in deck.tree(PRESENTATION).find(f"{{{P}}}sldIdLst")]
    assert numbers[4] == max(numbers)
    assert section_of(deck)[name] == "Ekonomi"


def test_a_deck_without_sections_gets_none() -> None:
    deck = opened()
    edits.delete_sections(deck, "")
    write_order(deck, slide_parts(deck)[::-1], Wanted({slide_parts(deck)[0]: "Ekonomi"}))
    assert not list(deck.tree(PRESENTATION).iter(f"{{{P14}}}section"))


def test_a_slide_goes_to_the_section_that_the_data_asks_for() -> None:
    deck = opened()
    found = slide_parts(deck)
    write_order(deck, found, Wanted({found[5]: "Vård"}))
    assert sections(deck)["Vård"] == ["nyckeltal", "vard", "fjall", "initiativ", "dagar"]


def test_a_new_section_is_made_only_for_slides_that_go_there() -> None:
    deck, other = opened(), Parts.of(build(AFTER))
    new = [section for name, section in names_of(other.tree(PRESENTATION)).items() if name == "Vård"]
    new[0].set("name", "Ny")
    found = slide_parts(deck)
    write_order(deck, found, Wanted({found[-1]: "Ny"}, new))
    assert list(sections(deck)) == ["Inledning", "Ekonomi", "Vård", "Ny"]
    other_deck = opened()
    write_order(other_deck, found[::-1], Wanted({}, new))
    assert "Ny" not in sections(other_deck)


def test_an_empty_section_that_the_data_has_dropped_goes_and_peoples_own_stays() -> None:
    deck = opened()
    found = slide_parts(deck)
    vard = dict.fromkeys(found[6:], "Ekonomi")
    write_order(deck, found, Wanted(vard, (), frozenset({"Vård"})))
    assert list(sections(deck)) == ["Inledning", "Ekonomi"]
    kept = opened()
    write_order(kept, found, Wanted(vard))
    assert sections(kept)["Vård"] == []


def test_a_slide_that_stands_apart_from_its_section_joins_its_neighbours() -> None:
    deck = opened()
    found = slide_parts(deck)
    write_order(deck, [*found[:2], *found[3:], found[2]], NOTHING)
    assert sections(deck)["Vård"][-1] == "laget"
