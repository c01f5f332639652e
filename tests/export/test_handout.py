"""Pages to hand out: alike, with the slide large, and no word of the notes left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from deckbuilder.export.handout import with_handout_pages
from deckbuilder.export.notes_page import HIGH, WIDE, laid_out
from deckbuilder.export.notes_page import page as page_part
from deckbuilder.export.slides import only, slides_of
from deckbuilder.office.libreoffice import LibreOffice, find_libreoffice
from deckbuilder.refresh.identity import PRESENTATION, slide_parts
from deckbuilder.refresh.notes import notes_text
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.xml import A, P
from deckbuilder.render.metrics import font
from tests.export.decks import parts
from tests.office.decks import texts
from tests.rendering import needs

if TYPE_CHECKING:
    from typing import Any

pytestmark = pytest.mark.slow

WIDE_SLIDE = 9 / 16
NOTES = {"ExportNotesPages": True, "ExportOnlyNotesPages": True}


def _handout(*slides: tuple[str, list[str]]) -> Parts:
    whole = parts(*slides)
    return with_handout_pages(only(whole, slides_of(whole)), slides_of(whole))


def _paragraphs(*words: str) -> list[Any]:
    return [etree.fromstring(f'<a:p xmlns:a="{A}"><a:r><a:t>{one}</a:t></a:r></a:p>') for one in words]


def _long(count: int) -> list[str]:
    return [f"Stycke{number} " + "ett ord till och " * 30 for number in range(count)]


def _frames(deck: Parts, slide: str) -> list[tuple[int, int]]:
    """Return where the shapes of a slide's notes page begin and end, from its top."""
    tree = deck.tree(deck.related(slide, "notesSlide")[0])
    frames = [(one.find(f"{{{A}}}off"), one.find(f"{{{A}}}ext")) for one in tree.iter(f"{{{A}}}xfrm")]
    return [(int(at.get("y")), int(at.get("y")) + int(size.get("cy"))) for at, size in frames]


def test_pages_are_a4_and_every_slide_has_one() -> None:
    deck = _handout(("Med", ["Säg detta."]), ("Utan", []))
    size = deck.tree(PRESENTATION).find(f"{{{P}}}notesSz")
    assert (int(size.get("cx")), int(size.get("cy"))) == (WIDE, HIGH)
    assert [len(deck.related(slide, "notesSlide")) for slide in slide_parts(deck)] == [1, 1]


def test_a_deck_without_any_notes_gets_pages_too() -> None:
    deck = _handout(("Utan", []))
    assert len(deck.related(PRESENTATION, "notesMaster")) == 1
    assert len(_frames(deck, slide_parts(deck)[0])) == 2


def test_the_deck_that_it_is_made_from_is_left_alone() -> None:
    whole = parts(("Med", ["Säg detta."]))
    before = dict(whole.blobs)
    with_handout_pages(only(whole, slides_of(whole)), slides_of(whole))
    assert whole.content() == whole.original
    assert whole.blobs == before


def test_picture_text_and_number_stand_below_each_other() -> None:
    deck = _handout(("Med", ["Säg detta."]))
    picture, text, foot = _frames(deck, slide_parts(deck)[0])
    assert 0 < picture[0] < picture[1] < text[0] < text[1] <= foot[0] < foot[1] < HIGH


def test_short_notes_have_the_largest_picture_and_size() -> None:
    (page,) = laid_out(_paragraphs("Säg detta."), WIDE_SLIDE, font("Calibri"))
    assert (page.look.share, page.look.size) == (1.0, 12)


def test_longer_notes_get_a_smaller_size_then_a_smaller_picture() -> None:
    looks = [laid_out(_paragraphs(*_long(count)), WIDE_SLIDE, font("Calibri")) for count in (5, 8, 10)]
    assert [len(pages) for pages in looks] == [1, 1, 1]
    sizes = [(pages[0].look.share, pages[0].look.size) for pages in looks]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_notes_that_fill_no_page_go_on_on_the_next_without_losing_any() -> None:
    words = _long(40)
    pages = laid_out(_paragraphs(*words), WIDE_SLIDE, font("Calibri"))
    assert len(pages) > 1
    assert ["".join(one.itertext()) for page in pages for one in page.paragraphs] == words


def test_bold_words_stay_bold_and_links_go() -> None:
    paragraph = etree.fromstring(
        f'<a:p xmlns:a="{A}" xmlns:r="urn:r"><a:r><a:rPr b="1" sz="2800"><a:hlinkClick r:id="rId9"/></a:rPr>'
        "<a:t>Viktigt</a:t></a:r></a:p>"
    )
    (notes,) = laid_out([paragraph], WIDE_SLIDE, font("Calibri"))
    made = page_part(notes, WIDE_SLIDE, "Bild 1", "Calibri").decode()
    assert '<a:rPr b="1" sz="1200"><a:latin typeface="Calibri"/></a:rPr><a:t>Viktigt</a:t>' in made
    assert "hlinkClick" not in made


def test_the_notes_of_the_sample_report_are_all_there(july_deck: Any) -> None:
    whole = Parts.of(july_deck.read_bytes())
    slides = slides_of(whole)
    deck = with_handout_pages(only(whole, slides), slides)
    assert len(slide_parts(deck)) == len(slides)
    assert [notes_text(deck, slide.part) for slide in slides] == [notes_text(whole, slide.part) for slide in slides]


@pytest.mark.rendering
@needs("soffice")
def test_no_word_is_cut_in_the_pdf() -> None:
    notes = _long(40)
    deck = _handout(("Kort", ["Säg detta."]), ("Lång", notes), ("Utan", []))
    program = find_libreoffice()
    assert program is not None
    with LibreOffice(program) as office:
        pages = texts(office.pdf(deck.content(), NOTES))
    assert "Säg detta." in pages[0]
    assert all("Lång" in page for page in pages[1:-1])
    told = re.sub(r"\s+", " ", " ".join(pages[1:-1]))
    assert [number for number in range(40) if f"Stycke{number} ett ord till" in told] == list(range(40))
    assert [page.split()[-2:] for page in (pages[0], pages[1], pages[-1])] == [
        ["Bild", "1"],
        ["Bild", "2"],
        ["Bild", "3"],
    ]
    assert "Bild 2 (forts.)" in pages[2]
