"""A file that is kept by hand follows from month to month, without what is done."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from deckbuilder.errors import ContentError
from deckbuilder.months.carrying import Carried, Carrying
from deckbuilder.months.deliveries import Delivery
from deckbuilder.spec.data import Catalogue, SourceSpec
from deckbuilder.spec.document import Document
from tests.months.make import workbook

if TYPE_CHECKING:
    from pathlib import Path

DONE = {"Status": ["Klar*", "Avslutat"]}


def _carried(folder: Path, file: str, **said: object) -> Carried | None:
    spec = SourceSpec.model_validate({"file": file, "header": "Uppdrag", "carry": True, **said})
    carrying = Carrying(folder, "input/2024-07", Catalogue(sources={"uppdrag": spec}), Document("config/sources.yaml"))
    return carrying.carried(Delivery(file, ("uppdrag",)))


def _text(folder: Path, content: bytes, **said: object) -> bytes:
    (folder / "u.csv").write_bytes(content)
    carried = _carried(folder, "u.csv", **said)
    assert carried is not None
    return carried.content


def test_a_file_follows_byte_for_byte_when_nothing_is_said_to_go(tmp_path: Path) -> None:
    assert _text(tmp_path, b"\x00 whatever") == b"\x00 whatever"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_that_are_done_go_and_the_others_keep_encoding_and_ends(tmp_path: Path, encoding: str, ends: str) -> None:
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    lines = ["Rubrik", "Uppdrag;Status", "Å;Delvis", "Ä;KLART. Bra", "Ö;delvis", "Utskriven"]
    kept = [line for line in lines if "KLART" not in line]
    content = (mark + ends.join(lines)).encode(encoding)
    assert _text(tmp_path, content, done=DONE) == (mark + ends.join(kept)).encode(encoding)


def test_a_row_of_several_lines_goes_whole(tmp_path: Path) -> None:
    content = b'Uppdrag;Status\nEtt;Delvis\n"Tv\xc3\xa5\nrader";Klart\nTre;Delvis\n'
    assert _text(tmp_path, content, done=DONE) == b"Uppdrag;Status\nEtt;Delvis\nTre;Delvis\n"


def test_a_row_is_done_when_every_column_says_so(tmp_path: Path) -> None:
    content = b"Uppdrag;Status;Beslut\nEtt;Klart;Ja\nTvo;Klart;Nej\n"
    assert _text(tmp_path, content, done={"Status": "Klart", "Beslut": "Ja"}) == (
        b"Uppdrag;Status;Beslut\nTvo;Klart;Nej\n"
    )


def test_a_column_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "u.csv").write_text("Uppdrag;Status\nEtt;Klart\n")
    with pytest.raises(ContentError, match=r"input/2024-07/u.csv: Kolumnen 'Statsu' saknas. Menade du 'Status'?"):
        _carried(tmp_path, "u.csv", done={"Statsu": "Klart"})


def test_a_file_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert _carried(tmp_path, "u.csv", done=DONE) is None


def test_a_workbook_loses_its_done_rows_and_what_is_written_anew(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Uppdrag", "Status", "Läge"], ["Ett", "Klart", "a"], ["Två", "Delvis", "b"]]
    workbook(tmp_path / "u.xlsx", rows)
    carried = _carried(tmp_path, "u.xlsx", done=DONE, clear=["Läge"])
    assert carried is not None
    assert (carried.removed, carried.stay, carried.cleared) == (1, (), ("Läge",))
    sheet = load_workbook(BytesIO(carried.content)).active
    assert list(sheet.iter_rows(values_only=True)) == [("Uppdrag", "Status", "Läge"), ("Två", "Delvis", None)]


def test_rows_that_something_may_refer_to_stay_and_are_told(tmp_path: Path) -> None:
    workbook(tmp_path / "u.xlsx", [["Uppdrag", "Status"], ["Ett", "Klart"], ["Två", "Delvis"], [], ["=COUNTA(A2:A3)"]])
    carried = _carried(tmp_path, "u.xlsx", done=DONE)
    assert carried is not None
    assert (carried.removed, carried.stay) == (0, (2,))
    assert carried.content == (tmp_path / "u.xlsx").read_bytes()
