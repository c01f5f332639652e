from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.sources.kinds.csv import read

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.sources.grid import Grid

ROWS = (("Månad", "Åtgärd"), ("2024-07", "1\u00a0234"))
TEXT = "Månad;Åtgärd\r\n2024-07;1\u00a0234\r\n"


def _read(folder: Path, content: bytes, sheet: str | None = None) -> Grid:
    path = folder / "a.csv"
    path.write_bytes(content)
    return read(path, "input/2024-07/a.csv", sheet)


def _fault(folder: Path, content: bytes, sheet: str | None = None) -> str:
    with pytest.raises(ContentError) as caught:
        _read(folder, content, sheet)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_reads_the_same_in_every_encoding_that_exports_have(tmp_path: Path, encoding: str) -> None:
    assert _read(tmp_path, TEXT.encode(encoding)).rows == ROWS


def test_utf_16_may_have_its_bytes_in_either_order(tmp_path: Path) -> None:
    assert _read(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be")).rows == ROWS


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_computer(tmp_path: Path, newline: str) -> None:
    assert _read(tmp_path, newline.join(["a;b", "1;2"]).encode()).rows == (("a", "b"), ("1", "2"))


@pytest.mark.parametrize("sign", [";", "\t", ","])
def test_values_are_divided_by_semicolons_tabs_or_commas(tmp_path: Path, sign: str) -> None:
    assert _read(tmp_path, f"a{sign}b\n1{sign}2\n".encode()).rows == (("a", "b"), ("1", "2"))


def test_a_decimal_comma_divides_nothing_where_there_are_semicolons(tmp_path: Path) -> None:
    assert _read(tmp_path, b"Titel, juli\na;b\n1,5;2,5\n").rows == (("Titel, juli",), ("a", "b"), ("1,5", "2,5"))


def test_empty_values_are_missing_and_rows_keep_their_length(tmp_path: Path) -> None:
    assert _read(tmp_path, b"a;;c\n\n;\n").rows == (("a", None, "c"), (), (None, None))


def test_quoted_values_may_hold_semicolons_quotes_and_line_breaks(tmp_path: Path) -> None:
    assert _read(tmp_path, b'"a;b";"c ""d"""\n"e\nf";g\n').rows == (("a;b", 'c "d"'), ("e\nf", "g"))


@pytest.mark.parametrize("sign", ["\u2028", "\x0b", "\x85"])
def test_line_separators_from_other_programs_do_not_break_a_row(tmp_path: Path, sign: str) -> None:
    assert _read(tmp_path, f"a{sign}b;c\n".encode()).rows == ((f"a{sign}b", "c"),)


def test_a_grid_knows_its_file_and_fingerprint(tmp_path: Path) -> None:
    grid = _read(tmp_path, TEXT.encode())
    assert (grid.file, grid.sheet, grid.sha256) == ("input/2024-07/a.csv", "", sha256(TEXT.encode()).hexdigest())
    assert str(grid.place) == "input/2024-07/a.csv"


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    assert _read(tmp_path, b"").rows == ()


def test_a_sheet_is_refused(tmp_path: Path) -> None:
    assert _fault(tmp_path, b"a;b\n", "Blad1") == (
        "input/2024-07/a.csv: En CSV-fil har inga blad. Ta bort 'sheet' vid källan i config/sources.yaml."
    )


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00\x08", "a;å".encode("utf-16-le"), b"\xff\xfea\x00b"])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    assert _fault(tmp_path, content) == (
        "input/2024-07/a.csv: Filen är ingen textfil. Exportera den som CSV, eller använd Excelfilen."
    )


@pytest.mark.parametrize("content", [b'"a;b\n1;2\n', b'"a"b;c\n'])
def test_quotes_that_do_not_close_are_refused(tmp_path: Path, content: bytes) -> None:
    assert _fault(tmp_path, content) == (
        "input/2024-07/a.csv: Filen går inte att läsa som CSV. Kontrollera citattecknen, eller exportera filen på nytt."
    )


def test_a_stray_quotation_mark_that_hides_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Namn;Utfall\n"HR stab;1\nSmittskydd";2\n', encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read(path, "a.csv", None)
    assert str(caught.value) == (
        "a.csv:3: Ett citattecken på en rad ovanför gör flera rader till en. "
        "Ta bort det, eller exportera filen på nytt."
    )


def test_rows_are_numbered_by_the_line_they_end_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Namn;"Budget\nhelår"\nA;1\n', encoding="utf-8")
    assert read(path, "a.csv", None).lines == (2, 3)


def test_a_semicolon_in_prose_does_not_divide_a_comma_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Namn,Läge\nA,klart; väntar\nB,pågår\nC,pågår\n", encoding="utf-8")
    assert read(path, "a.csv", None).rows[0] == ("Namn", "Läge")
