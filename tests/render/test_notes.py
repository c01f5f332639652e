"""Notes pages: their text, size and relations, on one master with a theme of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Emu

from deckbuilder.page import Page
from deckbuilder.render.deck import Deck
from deckbuilder.render.notes import SIZES, frames
from deckbuilder.render.slide import DeckText
from tests.render.make import bullets, fresh_layout, layout_of, table

if TYPE_CHECKING:
    from deckbuilder.render.layout import Layout

LINES = ("Siffrornas ursprung", "input/2024-07/a.csv: Utfall i C5–C9 & D5.")
PAGES = (
    Page("start", "title", "Rapport"),
    Page("lista", "text", "Lista", (bullets("Ett"),), notes=LINES),
    Page("tabell", "table", "Tabell", (table(20),), notes=("Totalt: summan av raderna.",)),
)


def saved(*pages: Page, layout: Layout | None = None) -> BytesIO:
    deck = Deck(layout or fresh_layout(), DeckText("Rapport", "juli 2024"))
    for page in pages:
        deck.add(page)
    return BytesIO(deck.content("Rapport, juli 2024", date(2024, 7, 31)))


def notes(*pages: Page, layout: Layout | None = None) -> dict[str, Any]:
    """Return the notes page of each slide that has one, by the name of its text."""
    slides = Presentation(saved(*pages, layout=layout)).slides
    pages_ = [slide.notes_slide for slide in slides if slide.has_notes_slide]
    return {page.notes_placeholder.name: page for page in pages_}


def size(page: Any) -> float:
    return float(page.notes_text_frame.paragraphs[0].runs[0].font.size.pt)


def test_each_slide_with_notes_has_them_under_its_own_id_and_goes_on_with_the_same() -> None:
    found = notes(*PAGES)
    assert list(found) == ["lista/notes", "tabell/notes", "tabell~2/notes"]
    assert found["lista/notes"].notes_text_frame.text == "\n".join(LINES)
    assert found["tabell~2/notes"].notes_text_frame.text == "Totalt: summan av raderna."


def test_notes_are_in_swedish_beside_the_picture_of_their_slide() -> None:
    page = notes(PAGES[1])["lista/notes"]
    assert [shape.name for shape in page.shapes] == ["lista/slide", "lista/notes"]
    assert {str(run.get("lang")) for run in page.element.iter("{*}rPr")} == {"sv-SE"}


def test_a_notes_page_and_its_slide_are_related_both_ways() -> None:
    slide = Presentation(saved(PAGES[1])).slides[0]
    assert slide.notes_slide.part.part_related_by(RT.SLIDE) is slide.part


def test_a_deck_without_notes_has_no_master_for_them() -> None:
    assert [name for name in ZipFile(saved(PAGES[0])).namelist() if "notes" in name] == []


def test_all_pages_follow_one_master_that_has_a_theme_of_its_own() -> None:
    presentation = Presentation(saved(*PAGES))
    found = [slide.notes_slide for slide in presentation.slides if slide.has_notes_slide]
    (master,) = {page.part.part_related_by(RT.NOTES_MASTER) for page in found}
    themes = master.part_related_by(RT.THEME), presentation.slide_master.part.part_related_by(RT.THEME)
    assert themes[0] is not themes[1]
    assert themes[0].blob == themes[1].blob


def test_the_master_is_listed_between_those_of_slides_and_the_slides() -> None:
    tags = [child.tag.rpartition("}")[2] for child in Presentation(saved(*PAGES)).element]
    assert tags[:3] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst"]


def test_a_template_with_a_master_for_notes_keeps_it() -> None:
    template = Presentation(saved(*PAGES))
    template.notes_master.placeholders[1].width = Emu(4_000_000)
    template.save(own := BytesIO())
    names = ZipFile(deck := saved(*PAGES, layout=layout_of(own.getvalue()))).namelist()
    assert [name for name in names if "notesMasters/notesMaster" in name] == ["ppt/notesMasters/notesMaster1.xml"]
    assert Presentation(deck).notes_master.placeholders[1].width == 4_000_000


@pytest.mark.parametrize(("lines", "points"), [(5, 12), (16, 11), (17, 10), (31, 10), (32, 9), (500, 8)])
def test_long_notes_have_a_smaller_size(lines: int, points: float) -> None:
    words = "input/2024-07/resultat_region.csv: Utfall ack i B4–B13, budget i C4–C13 och prognos för helåret i D4–D13."
    assert size(notes(replace(PAGES[1], notes=(words,) * lines))["lista/notes"]) == points
    assert points in SIZES


@pytest.mark.parametrize("page", [(6_858_000, 9_144_000), (6_797_675, 9_926_638), (9_144_000, 6_858_000)])
def test_picture_and_lines_stand_on_the_page_and_not_on_each_other(page: tuple[int, int]) -> None:
    picture, lines = frames((12_192_000, 6_858_000), page)
    assert picture.top + picture.height < lines.top
    assert max(picture.left + picture.width, lines.left + lines.width) < page[0]
    assert lines.top + lines.height < page[1]
    assert picture.width / picture.height == pytest.approx(16 / 9, rel=0.001)
