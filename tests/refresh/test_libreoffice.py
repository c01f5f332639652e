"""Decks that people save and edit in a real LibreOffice, and then build again."""

from __future__ import annotations

import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from deckbuilder.refresh.base import packed
from deckbuilder.refresh.identity import slide_parts, views
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.xml import A
from tests.refresh.libreoffice import saved
from tests.refresh.project import AFTER, BEFORE, Report, build
from tests.refresh.reading import broken, chart_of, facts, shapes, words
from tests.rendering import needs, to_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.refresh.merge import Merged
    from tests.refresh.reading import Facts

pytestmark = [pytest.mark.rendering, needs("soffice", "pdftotext")]
OWN = "Skrivet i LibreOffice"
EDITS = f"""
    Shape(slides.getByIndex(2), "laget/body").createTextCursor().setString("{OWN}")
    place = Shape(slides.getByIndex(5), "nyckeltal/source").Position
    place.X = 3000
    place.Y = 4000
    Shape(slides.getByIndex(5), "nyckeltal/source").Position = place
    box = deck.createInstance("com.sun.star.drawing.TextShape")
    slides.getByIndex(3).add(box)
    box.String = "{OWN}, bredvid"
    slides.getByIndex(4).Visible = False
    slides.remove(slides.getByIndex(7))
    slides.insertNewByIndex(0)
"""


@cache
def left(edits: str = "") -> bytes:
    """Return the first build as people leave it in LibreOffice."""
    return saved(build(BEFORE), edits)


@cache
def merged(report: Report, edits: str = "") -> Merged:
    return merge(packed(build(BEFORE)), left(edits), build(report))


def said(content: bytes, base: bytes) -> Facts:
    """Return what a deck says by slide and shape; LibreOffice drops tags, so the slides are known by the base's."""
    deck = Parts.of(content)
    ids = {view.part: view.id for view in views(deck, views(Parts.of(base)))}
    found = facts(deck)
    return {(ids[part], name): told for (part, name), told in found.items() if ids[part]}


def test_every_slide_and_shape_is_found_after_a_save() -> None:
    base = views(Parts.of(build(BEFORE)))
    found = {view.id: view for view in views(Parts.of(left()), base)}
    assert {view.id: set(view.shapes) for view in base} == {id_: set(view.shapes) for id_, view in found.items()}
    assert [view.unclear for view in found.values() if view.unclear] == []


def test_a_save_in_libreoffice_keeps_nothing_from_the_data() -> None:
    done = merged(AFTER)
    assert broken(done.content) == []
    assert [one for one in done.events if one.kind in {"kept", "conflict", "unclear"}] == []
    assert said(done.content, build(AFTER)) == said(build(AFTER), build(AFTER))


def test_a_merged_deck_can_be_saved_and_merged_again_and_again() -> None:
    again = merge(packed(build(AFTER)), saved(merged(AFTER).content), build(BEFORE))
    assert [one for one in again.events if one.kind in {"kept", "conflict", "unclear"}] == []
    assert said(again.content, build(BEFORE)) == said(build(BEFORE), build(BEFORE))


def test_a_chart_that_has_lost_its_workbook_gets_it_back() -> None:
    before, after = Parts.of(left()), Parts.of(merged(AFTER).content)
    books = [_book(deck) for deck in (before, after)]
    assert books == [b"", _book(Parts.of(build(AFTER)))]


def _book(deck: Parts) -> bytes:
    for part in slide_parts(deck):
        for one in shapes(deck.tree(part)):
            if chart := chart_of(deck, part, one):
                return deck.blobs[deck.related(chart, "package")[0]] if deck.related(chart, "package") else b""
    raise AssertionError


@pytest.mark.parametrize("report", [AFTER, BEFORE], ids=["changed", "same"])
def test_what_people_do_in_libreoffice_stays(report: Report) -> None:
    done = merged(report, EDITS)
    assert broken(done.content) == []
    before, deck = Parts.of(left(EDITS)), Parts.of(done.content)
    found = {view.id: view for view in views(deck, views(Parts.of(build(report))))}
    assert words(found["laget"].shapes["body"]) == OWN
    assert _place(found["nyckeltal"].shapes["source"]) == {"x": "1080000", "y": "1440000"}
    assert f"{OWN}, bredvid" in words(found["utfall"].root)
    assert found["stapel"].root.get("show") == "0"
    assert "fjall" not in found
    assert len(slide_parts(deck)) == len(slide_parts(before)) == len(BEFORE.slides)
    assert slide_parts(deck)[0] == slide_parts(before)[0]


def _place(shape: Any) -> dict[str, str]:
    return dict(next(shape.iter(f"{{{A}}}off")).attrib)


def test_edits_in_libreoffice_are_told_and_everything_else_is_new() -> None:
    done = merged(AFTER, EDITS)
    told = {(one.slide, one.block) for one in done.events if one.kind in {"kept", "conflict", "unclear"}}
    assert {slide for slide, _ in told} == {"laget", "fjall"}
    ours = said(build(AFTER), build(AFTER))
    now = said(done.content, build(AFTER))
    edited = {key for key in ours if key[0] == "fjall" or key == ("laget", "laget/body")}
    assert {key: now.get(key) for key in ours.keys() - edited} == {key: ours[key] for key in ours.keys() - edited}


def test_a_merged_deck_shows_the_words_of_the_new_build(tmp_path: Path) -> None:
    pages = []
    for name, content in {"merged": merged(AFTER).content, "new": build(AFTER)}.items():
        deck = tmp_path / f"{name}.pptx"
        deck.write_bytes(content)
        text = subprocess.run(
            ["pdftotext", str(to_pdf(deck, tmp_path)), "-"], check=True, capture_output=True, text=True
        )
        pages.append([sorted(page.split()) for page in text.stdout.split("\f")])
    assert pages[0] == pages[1]
