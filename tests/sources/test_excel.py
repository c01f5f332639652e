from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from deckbuilder.errors import ContentError
from deckbuilder.sources.grid import CellRef, Grid, Percent
from deckbuilder.sources.kinds.excel import read

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = "input/2024-07/bok.xlsx"


def _written(folder: Path, *rows: list[Any], sheets: tuple[str, ...] = ("Utfall",)) -> Path:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(folder / "bok.xlsx")
    return folder / "bok.xlsx"


def _rows(folder: Path, *rows: list[Any]) -> Grid:
    return read(_written(folder, *rows), SHOWN, None)


def _fault(path: Path, sheet: str | None = None) -> str:
    with pytest.raises(ContentError) as caught:
        read(path, SHOWN, sheet)
    return str(caught.value)


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        (5, Decimal(5)),
        (-12.5, Decimal("-12.5")),
        (0, Decimal(0)),
        (0.1 + 0.2, Decimal("0.3")),
        (2233151.4567, Decimal("2233151.4567")),
        ("Månad ", "Månad "),
        (None, None),
        (True, True),
        (datetime(2024, 7, 31, 12, 0), date(2024, 7, 31)),  # noqa: DTZ001 -- Excel has no time zones
        (date(2024, 7, 31), date(2024, 7, 31)),
        (time(12, 30), "12:30:00"),
    ],
)
def test_values_come_as_excel_shows_them(tmp_path: Path, value: object, raw: object) -> None:
    grid = _rows(tmp_path, ["a", value, "b"])
    assert grid.rows == (("a", raw, "b"),)


def test_rows_and_columns_are_counted_from_the_corner_of_the_sheet(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active["C4"] = 7
    workbook.save(tmp_path / "bok.xlsx")
    assert read(tmp_path / "bok.xlsx", SHOWN, None).rows[3][2] == 7


def test_merged_cells_hold_their_value_in_the_first(tmp_path: Path) -> None:
    path = _written(tmp_path, ["Primärvård", 1], [None, 2])
    workbook = Workbook()
    workbook.active.append(["Primärvård", 1])
    workbook.active.append([None, 2])
    workbook.active.merge_cells("A1:A2")
    workbook.save(path)
    assert read(path, SHOWN, None).rows == (("Primärvård", 1), (None, 2))


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!"])
def test_errors_of_excel_are_no_missing_values(tmp_path: Path, error: str) -> None:
    workbook = Workbook()
    workbook.active["A1"] = "a"
    workbook.active["B1"] = error
    workbook.active["B1"].data_type = "e"
    workbook.save(tmp_path / "bok.xlsx")
    assert read(tmp_path / "bok.xlsx", SHOWN, None).rows == (("a", error),)


def test_a_formula_that_was_never_calculated_is_no_missing_value(tmp_path: Path) -> None:
    assert _rows(tmp_path, ["a", "=1+1", "b"]).rows == (("a", "#ej beräknad", "b"),)


def test_a_sheet_is_found_whatever_its_capitals_and_spaces(tmp_path: Path) -> None:
    path = _written(tmp_path, ["x"], sheets=("Läs mig", "Utfall "))
    assert read(path, SHOWN, "utfall").sheet == "Utfall "


def test_a_missing_sheet_is_told_with_the_nearest(tmp_path: Path) -> None:
    path = _written(tmp_path, sheets=("Läs mig", "Uppföljning"))
    assert _fault(path, "Uppföljing") == (
        f"{SHOWN}: Bladet 'Uppföljing' saknas. Menade du 'Uppföljning'? Blad i filen: Läs mig och Uppföljning. "
        "Rätta 'sheet' vid källan i config/sources.yaml, eller bladets namn i filen."
    )


def test_one_of_several_sheets_must_be_named(tmp_path: Path) -> None:
    path = _written(tmp_path, sheets=("A", "B", "C"))
    assert _fault(path) == (
        f"{SHOWN}: Filen har flera blad. Skriv 'sheet: …' vid källan i config/sources.yaml. Blad i filen: A, B och C."
    )


@pytest.mark.parametrize("content", [b"", b"a;b\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(content)
    assert _fault(path) == (
        f"{SHOWN}: Filen går inte att öppna som Excelfil. Den är skadad, lösenordsskyddad eller av annat slag. "
        "Öppna den i Excel och spara om den."
    )


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_a_cell_is_named_as_excel_names_it(column: int, letters: str) -> None:
    assert str(CellRef("bok.xlsx", "Utfall", 7, column)) == f"bok.xlsx!Utfall!{letters}7"
    assert str(CellRef("bok.xlsx", "Utfall", 7, column).place) == f"bok.xlsx, bladet Utfall, cell {letters}7"


def test_a_cell_of_a_csv_file_is_placed_at_its_line() -> None:
    assert str(CellRef("a.csv", "", 7, 3)) == "a.csv!C7"
    assert str(CellRef("a.csv", "", 7, 3).place) == "a.csv:7"


def test_a_cell_that_excel_shows_in_per_cent_says_so(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Namn", "Andel"])
    sheet.append(["A", 0.0275])
    sheet["B2"].number_format = "0.0%"
    book.save(tmp_path / "a.xlsx")
    grid = read(tmp_path / "a.xlsx", "a.xlsx", None)
    assert grid.rows[1][1] == Percent(Decimal("2.75"))
