"""A file as its parts: what has not changed is the same to the byte."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from deckbuilder.refresh.parts import NotADeckError, Parts, relations_name
from tests.refresh.project import BEFORE, build

SLIDE = "ppt/slides/slide3.xml"


def test_nothing_changed_is_the_same_bytes() -> None:
    deck = Parts.of(build(BEFORE))
    deck.tree(SLIDE).set("show", "0")
    del deck.tree(SLIDE).attrib["show"]
    deck.touch(SLIDE)
    assert deck.content() == build(BEFORE)


def test_only_a_part_that_has_changed_is_written_anew() -> None:
    deck = Parts.of(build(BEFORE))
    deck.tree(SLIDE).set("show", "0")
    deck.touch(SLIDE)
    after = Parts.of(deck.content())
    assert [name for name, blob in after.blobs.items() if blob != Parts.of(build(BEFORE)).blobs[name]] == [SLIDE]
    assert list(after.blobs) == list(deck.blobs)


@pytest.mark.parametrize("content", [b"", b"PK", b"not a deck"])
def test_a_file_that_is_none_is_told(content: bytes) -> None:
    with pytest.raises(NotADeckError, match=r"^Filen är ingen PowerPointfil, eller skadad\.$"):
        Parts.of(content)


def test_a_zip_file_that_is_no_deck_is_told() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(NotADeckError, match=r"^Filen är ingen PowerPointfil\.$"):
        Parts.of(stream.getvalue())


def test_a_part_that_is_broken_is_named() -> None:
    deck = Parts.of(build(BEFORE))
    deck.put(SLIDE, b"<p:sld")
    with pytest.raises(NotADeckError, match=r"^Delen ppt/slides/slide3\.xml i filen saknas eller är skadad\.$"):
        deck.tree(SLIDE)


def test_a_new_part_gets_a_free_name_and_its_content_type() -> None:
    deck = Parts.of(build(BEFORE))
    name = deck.add("ppt/charts/chart{}.xml", "text/test", b"<x/>")
    assert name == "ppt/charts/chart2.xml"
    assert Parts.of(deck.content()).content_type(name) == "text/test"


def test_a_relation_gets_a_free_id_and_leads_to_its_part() -> None:
    deck = Parts.of(build(BEFORE))
    id_ = deck.relate(SLIDE, "http://x/comments", "ppt/comments/comment1.xml")
    assert id_ not in {one.id for one in Parts.of(build(BEFORE)).relations(SLIDE)}
    assert deck.related(SLIDE, "comments") == ["ppt/comments/comment1.xml"]
    deck.unrelate(SLIDE, id_)
    assert deck.content() == build(BEFORE)


def test_a_part_that_is_dropped_leaves_nothing_behind() -> None:
    deck = Parts.of(build(BEFORE))
    deck.drop("ppt/charts/chart1.xml")
    left = Parts.of(deck.content())
    assert not {"ppt/charts/chart1.xml", relations_name("ppt/charts/chart1.xml")} & left.blobs.keys()
    assert b"/ppt/charts/chart1.xml" not in left.blobs["[Content_Types].xml"]


def test_every_part_of_a_deck_can_be_reached() -> None:
    deck = Parts.of(build(BEFORE))
    own = {name for name in deck.blobs if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert deck.reachable() == own
