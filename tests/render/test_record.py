"""The record of figures: inside the deck, beside it, and what is told when neither can be read."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from deckbuilder.page import Page
from deckbuilder.records.json import NoRecordError, sidecar, to_json
from deckbuilder.render import record as room
from deckbuilder.render.deck import Deck
from deckbuilder.render.record import NAMESPACE, read_record, record_xml
from deckbuilder.render.slide import DeckText
from tests.records.make import JULY, figure, record, slide
from tests.render.make import fresh_layout, layout_of

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.render.layout import Layout

RECORD = record(JULY, slide("tabell", figure("t.totalt.utfall", -155, label="Vård & omsorg <5, ]]> utfall")))
ITEM = "customXml/item1.xml"


def content(text: str = "", layout: Layout | None = None) -> bytes:
    deck = Deck(layout or fresh_layout(), DeckText("Rapport", ""))
    deck.add(Page("start", "title", "Rapport"))
    return deck.content("Rapport", date(2024, 7, 31), text)


def zipped(path: Path, name: str, part: bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return path


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tmp_path / "rapport-2024-07.pptx"


def refused(path: Path) -> str:
    """Return what is told of a file, without the path that it begins with."""
    with pytest.raises(NoRecordError) as told:
        read_record(path)
    return str(told.value).removeprefix(f"{path}: ")


def test_a_deck_gives_back_the_record_that_was_put_in_it(deck: Path) -> None:
    deck.write_bytes(content(to_json(RECORD)))
    assert read_record(deck) == RECORD


def test_the_same_record_gives_the_same_bytes() -> None:
    assert content(to_json(RECORD)) == content(to_json(RECORD))


def test_powerpoint_is_told_the_schema_of_the_part_that_the_presentation_holds() -> None:
    archive = ZipFile(BytesIO(content(to_json(RECORD))))
    assert b'/customXml" Target="../customXml/item1.xml"' in archive.read("ppt/_rels/presentation.xml.rels")
    assert b'Target="itemProps1.xml"' in archive.read("customXml/_rels/item1.xml.rels")
    assert f'ds:uri="{NAMESPACE}"'.encode() in archive.read("customXml/itemProps1.xml")


def test_a_template_that_is_an_earlier_deck_leaves_its_record_behind(deck: Path) -> None:
    earlier = layout_of(content(to_json(record(JULY))))
    deck.write_bytes(content(to_json(RECORD), earlier))
    assert read_record(deck) == RECORD
    assert [name for name in ZipFile(deck).namelist() if name.startswith("customXml/item1")] == [ITEM]
    assert "customXml/item2.xml" not in ZipFile(deck).namelist()


def test_a_file_beside_a_deck_is_read_by_its_own_name_and_by_that_of_a_deck_without_a_record(deck: Path) -> None:
    deck.write_bytes(content())
    sidecar(deck).write_text(to_json(RECORD), encoding="utf-8")
    assert sidecar(deck).name == "rapport-2024-07.siffror.json"
    assert read_record(sidecar(deck)) == RECORD
    assert read_record(deck) == RECORD


def test_the_record_inside_a_deck_comes_before_the_file_beside_it(deck: Path) -> None:
    deck.write_bytes(content(to_json(RECORD)))
    sidecar(deck).write_text(to_json(record(JULY)), encoding="utf-8")
    assert read_record(deck) == RECORD


def test_a_custom_part_of_another_program_is_passed_over(deck: Path) -> None:
    zipped(deck, ITEM, b"<p:properties xmlns:p='http://schemas.microsoft.com/office/2006/metadata/properties'/>")
    assert refused(deck).startswith("Här finns inga sparade siffror.")


def test_a_file_without_a_record_is_told_with_its_name(deck: Path) -> None:
    deck.write_bytes(content())
    with pytest.raises(NoRecordError) as told:
        read_record(deck)
    remedy = "Kontrollera namnet, eller bygg rapporten på nytt."
    assert str(told.value) == f"{deck}: Här finns inga sparade siffror. {remedy}"
    assert refused(deck.with_name("borta.pptx")) == f"Filen finns inte. {remedy}"
    assert refused(deck.with_name("borta.siffror.json")) == f"Filen finns inte. {remedy}"


def test_a_file_that_is_no_deck_is_told(deck: Path) -> None:
    deck.write_bytes(b"\xd0\xcf\x11\xe0 a deck with a password is no zip file")
    assert refused(deck) == "Filen är ingen PowerPointfil som går att öppna. Spara den som .pptx utan lösenord."


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path) == "Filen går inte att läsa. Kontrollera att du har rätt att öppna den."


def test_a_record_with_entities_is_refused_before_it_is_parsed(deck: Path) -> None:
    bomb = '<!DOCTYPE figures [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>'
    xml = f'<?xml version="1.0"?>{bomb}<figures xmlns="{NAMESPACE}">&b;</figures>'
    damaged = "Siffrorna i filen är skadade. Bygg rapporten på nytt."
    assert refused(zipped(deck, ITEM, xml.encode())) == damaged
    assert refused(zipped(deck, ITEM, xml.encode("utf-16"))).startswith("Här finns inga sparade siffror.")


def test_no_more_than_a_record_can_be_is_unpacked(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_BYTES", 1000)
    told = "Filen med siffror är för stor för att läsas. Bygg rapporten på nytt."
    assert refused(zipped(deck, ITEM, record_xml(" " * 1000))) == told
    sidecar(deck).write_bytes(b" " * 1001)
    assert refused(sidecar(deck)) == told


@pytest.mark.parametrize(
    "xml", [record_xml("{}")[:-3], f'<other xmlns="{NAMESPACE}"/>'.encode(), b"\xff" + record_xml("")]
)
def test_a_damaged_part_is_told(deck: Path, xml: bytes) -> None:
    assert refused(zipped(deck, ITEM, xml)) == "Siffrorna i filen är skadade. Bygg rapporten på nytt."


def test_a_part_that_is_cut_short_on_disk_is_told(deck: Path) -> None:
    archive = bytearray(zipped(deck, ITEM, record_xml(to_json(RECORD))).read_bytes())
    archive[60:90] = bytes(30)
    deck.write_bytes(archive)
    assert refused(deck) == "Filen är ingen PowerPointfil som går att öppna. Spara den som .pptx utan lösenord."


def test_a_record_of_another_version_and_one_that_nests_without_end_are_told(deck: Path) -> None:
    newer = to_json(RECORD).replace('"version": 1', '"version": 99')
    told = "Siffrorna är sparade av en annan version av deckbuilder (version 99). Bygg rapporten på nytt."
    assert refused(zipped(deck, ITEM, record_xml(newer))) == told
    endless = "[" * 100_000
    assert refused(zipped(deck, ITEM, record_xml(endless))) == "Filen med siffror är skadad. Bygg rapporten på nytt."
