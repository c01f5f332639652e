"""The package: slides by number, tags, charts, sections and properties, the same bytes every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from pptx import Presentation

from deckbuilder.page import Page
from deckbuilder.render.deck import Deck
from deckbuilder.render.slide import DeckText
from tests.render.make import bullets, chart, fresh_layout, layout_of, table

PAGES = (
    Page("start", "title", "Rapport", (), "Juli 2024"),
    Page("lista", "text", "Lista", (bullets("Ett", ">Två"),), section="Ekonomi"),
    Page("tabell", "table", "Tabell", (table(40),), "Mkr", "Källa: a.csv", "Ekonomi"),
    Page("diagram", "chart", "Diagram", (chart(),), "Mkr", "Källa: a.csv", "Personal"),
)


def content() -> bytes:
    deck = Deck(fresh_layout(), DeckText("Rapport", "juli 2024"))
    for page in PAGES:
        deck.add(page)
    return deck.content("Rapport, juli 2024", date(2024, 7, 31))


def opened() -> Any:
    return Presentation(BytesIO(content()))


def test_same_pages_give_the_same_bytes_and_no_clock_is_in_them() -> None:
    assert content() == content()
    package = ZipFile(BytesIO(content()))
    assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    book = ZipFile(BytesIO(package.read("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")))
    assert {member.date_time for member in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_slides_come_in_order_and_continuations_after_their_first() -> None:
    titles = [slide.shapes.title.text for slide in opened().slides]
    assert titles == ["Rapport", "Lista", "Tabell", "Tabell (forts.)", "Tabell (forts. 2)", "Diagram"]


def test_a_continuation_has_an_id_of_its_own() -> None:
    names = [slide.shapes.title.name for slide in opened().slides]
    assert names == ["start/title", "lista/title", "tabell/title", "tabell~2/title", "tabell~3/title", "diagram/title"]


def test_powerpoint_is_given_the_sections_of_the_report() -> None:
    element = opened().part._element
    sections = element.xpath("//*[local-name()='section']")
    assert [section.get("name") for section in sections] == ["Inledning", "Ekonomi", "Personal"]
    assert [len(section.xpath(".//*[local-name()='sldId']")) for section in sections] == [1, 4, 1]


def test_properties_tell_the_report_and_no_clock() -> None:
    properties = opened().core_properties
    assert (properties.title, properties.language) == ("Rapport, juli 2024", "sv-SE")
    assert properties.modified.isoformat()[:10] == properties.created.isoformat()[:10] == "2024-07-31"


def test_tables_and_charts_fill_their_placeholders() -> None:
    slides = list(opened().slides)
    kinds = [shape.placeholder_format.type for slide in slides[2:] for shape in slide.placeholders]
    assert [str(kind).split(" ")[0] for kind in kinds if kind in {8, 12}] == ["TABLE"] * 3 + ["CHART"]


def test_a_table_of_several_slides_repeats_its_two_header_rows() -> None:
    for slide in list(opened().slides)[2:5]:
        shown = next(shape.table for shape in slide.shapes if shape.has_table)
        assert [cell.text for cell in shown.rows[1].cells] == ["Enhet", "Utfall", "Avvikelse"]
        assert shown.cell(0, 1).is_merge_origin
        assert shown.cell(0, 1).text == "Juli"


def test_slides_that_the_template_comes_with_are_left_out_and_no_part_is_written_twice() -> None:
    deck = Deck(layout_of(content()), DeckText("Rapport", ""))
    deck.add(PAGES[0])
    saved = BytesIO(deck.content("Rapport", date(2024, 7, 31)))
    assert [slide.shapes.title.text for slide in Presentation(saved).slides] == ["Rapport"]
    names = ZipFile(saved).namelist()
    assert len(names) == len(set(names))
    assert [name for name in names if "slides/slide" in name] == ["ppt/slides/slide1.xml"]


def test_a_name_too_long_for_the_foot_is_told_of_once() -> None:
    deck = Deck(fresh_layout(), DeckText("Rapport om allt som har hänt i regionen " * 4, "juli 2024"))
    for page in PAGES[:2]:
        deck.add(page)
    what = "Rapportens namn, 'Rapport om allt som har hänt i…', får inte plats i sidfoten."
    assert deck.warnings == [("", f"{what} Korta rapportens title.", "DB612")]


def test_a_template_in_a_font_that_is_not_here_gives_one_warning_for_each_font() -> None:
    layout = replace(fresh_layout(), font="Okänt", title_font="Okänt")
    what = "Teckensnittet Okänt finns inte på den här datorn. Texten mäts som Arial, som är brett."
    assert Deck(layout, DeckText("Rapport", "juli 2024")).layout_warnings == [
        (f"{what} Installera Okänt, så mäts texten rätt.", "DB605")
    ]
