"""Every slide of the three decks: no warning, nothing that looks broken, and what Microsoft's own checker accepts."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.decks.layout_check import faults
from tests.decks.rendered import Word, collisions, outside, rendered_pages
from tests.golden import charts, disagreements, slides_by_id
from tests.rendering import needs

if TYPE_CHECKING:
    from tests.decks.conftest import Built
    from tests.decks.style import FontFiles

pytestmark = pytest.mark.slow


def test_the_deck_builds_without_a_warning(deck: Built) -> None:
    assert ", 0 varningar, " in deck.output
    assert "Varning" not in deck.output


@pytest.mark.slow
def test_no_text_spills_overlaps_leaves_the_slide_or_is_too_small(deck: Built, fonts: FontFiles) -> None:
    assert faults(deck.path, fonts) == []


def test_every_chart_can_be_edited_in_the_workbook_that_it_refers_to(deck: Built) -> None:
    found = [(name, chart) for name, slide in slides_by_id(deck.path).items() for chart in charts(slide)]
    assert found
    assert [(name, wrong) for name, chart in found for wrong in disagreements(chart)] == []


@pytest.mark.rendering
@needs("soffice", "pdftotext")
def test_every_slide_is_a_page_whose_words_stay_on_it(deck: Built) -> None:
    pages = rendered_pages(deck.pdf)
    assert len(pages) == len(slides_by_id(deck.path))
    assert [(number, outside(page)) for number, page in enumerate(pages, start=1) if outside(page)] == []


@pytest.mark.rendering
@needs("soffice", "pdftotext")
def test_no_words_lie_over_each_other_on_the_page(deck: Built) -> None:
    found = {number: collisions(page.words) for number, page in enumerate(rendered_pages(deck.pdf), start=1)}
    assert {number: pairs for number, pairs in found.items() if pairs} == {}


@pytest.mark.parametrize(("left", "top", "collide"), [(0, 0, True), (30, 0, False), (0, 12, False), (5, 6, True)])
def test_words_collide_when_their_letters_do(left: float, top: float, *, collide: bool) -> None:
    one, other = Word("ett", 0, 0, 20, 12), Word("två", left, top, left + 20, top + 12)
    assert bool(collisions([one, other])) is collide


@needs("ooxml-validator")
def test_the_open_xml_sdk_finds_no_error(deck: Built) -> None:
    said = subprocess.run(["ooxml-validator", str(deck.path)], check=False, capture_output=True, text=True).stdout
    report = json.loads(said)
    assert report["errors"] == []
    assert report["ok"] is True
