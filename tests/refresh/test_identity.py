"""Which slide is which, and which shape; what cannot be told is not guessed."""

from __future__ import annotations

from deckbuilder.refresh.identity import TAG, name_of, properties_of, views
from deckbuilder.refresh.parts import Parts
from tests.refresh import edits
from tests.refresh.project import BEFORE, build
from tests.refresh.reading import order, shape, shapes, slide

IDS = [id_ for id_, _ in BEFORE.slides]


def opened() -> Parts:
    return Parts.of(build(BEFORE))


def without_tags(*ids: str) -> Parts:
    """Return the deck with the tags of some slides gone, as LibreOffice leaves it."""
    deck = opened()
    for id_ in ids:
        part = slide(deck, id_)
        root = deck.tree(deck.related(part, "tags")[0])
        root.remove(next(tag for tag in root if tag.get("name") == TAG))
    return deck


def found(deck: Parts) -> list[str]:
    return [view.id for view in views(deck, views(opened()))]


def test_a_tag_tells_whatever_the_shapes_are_called() -> None:
    deck = opened()
    for one in shapes(deck.tree(slide(deck, "laget"))):
        properties_of(one).set("name", "Rubrik 1")
    assert found(deck) == IDS


def test_names_tell_where_tags_are_gone() -> None:
    assert found(without_tags(*IDS)) == IDS


def test_a_title_tells_where_tags_and_names_are_gone() -> None:
    deck = without_tags("laget")
    for one in shapes(deck.tree(order_part(deck, 2))):
        properties_of(one).set("name", "")
    assert found(deck) == IDS


def order_part(deck: Parts, place: int) -> str:
    return views(deck, views(opened()))[place].part


def test_two_slides_of_one_title_are_not_told_apart_by_it() -> None:
    deck = without_tags("laget", "utfall")
    for place in (2, 3):
        for one in shapes(deck.tree(f"ppt/slides/slide{place + 1}.xml")):
            properties_of(one).set("name", "")
            for text in one.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"):
                text.text = "Läget: 2,6\u00a0Mkr hittills"
    assert found(deck) == ["omslag", "ekonomi", "", "", *IDS[4:]]


def test_a_slide_with_a_shape_from_one_that_is_there_is_peoples_own() -> None:
    deck = opened()
    edits.own_slide(deck, "omslag")
    own = next(part for part in order(deck) if "/" in part)
    deck.tree(own)[0][0].append(edits._paste(deck, own, shape(deck, "utfall/table")))
    assert found(deck) == [IDS[0], "", *IDS[1:]]


def test_a_name_that_two_shapes_have_is_unclear() -> None:
    deck = opened()
    edits.duplicate(deck, "utfall/table")
    view = next(view for view in views(deck) if view.id == "utfall")
    assert view.unclear == {"table"}
    assert "table" not in view.shapes


def test_a_copied_slide_is_known_in_both_places() -> None:
    deck = opened()
    edits.duplicate_slide(deck, "stapel")
    copies = [view for view in views(deck) if view.id == "stapel"]
    assert [set(view.shapes) for view in copies] == [set(copies[0].shapes)] * 2


def test_shapes_that_people_have_grouped_are_known() -> None:
    deck = opened()
    edits.group(deck, "utfall/table")
    view = next(view for view in views(deck) if view.id == "utfall")
    assert name_of(view.shapes["table"].getparent()) == "Grupp 7"
