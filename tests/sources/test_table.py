from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.sources.cell import as_text
from deckbuilder.sources.grid import Grid, Raw
from deckbuilder.sources.table import SourceTable, as_table
from deckbuilder.spec.data import SourceSpec
from deckbuilder.value import Suppressed


def _table(*rows: tuple[Raw, ...], **options: Any) -> SourceTable:
    spec = SourceSpec(**{"file": "a.csv", "header": "Namn", **options})
    return as_table("källa", Grid("a.csv", "", "", rows), spec)


def _texts(table: SourceTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def _fault(*rows: tuple[Raw, ...], column: str = "Utfall", **options: Any) -> str:
    with pytest.raises(ContentError) as caught:
        _table(*rows, **options).column(column)
    return str(caught.value)


def _number_fault(raw: Raw, **options: Any) -> str:
    cell = _table(("Namn", "Utfall"), ("a", raw), **options).rows[0][1]
    with pytest.raises(ContentError) as caught:
        cell.number("Utfall")
    return str(caught.value)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (None, ""),
        (Decimal("2024.0"), "2024"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.50"), "0,50"),
        (date(2024, 8, 27), "2024-08-27"),
        (True, "SANT"),
        (False, "FALSKT"),
        (" a \u00a0b\n", "a b"),
    ],
)
def test_values_are_read_as_tidy_texts(raw: Raw, text: str) -> None:
    assert as_text(raw) == text


def test_titles_above_the_header_and_empty_rows_are_left_out() -> None:
    table = _table(("Resultat juli",), (), (" namn\u00a0", "Utfall"), (None, None), ("a", "1"), (), ("b", "2"))
    assert table.columns == ("namn", "Utfall")
    assert _texts(table) == [["a", "1"], ["b", "2"]]


def test_cells_know_their_row_and_column_in_the_file() -> None:
    table = _table(("Titel",), ("Namn", "Utfall"), (), ("a", "1"))
    assert [(cell.ref.row, cell.ref.column, cell.ref.a1) for cell in table.rows[0]] == [(4, 1, "A4"), (4, 2, "B4")]


def test_short_rows_are_filled_up() -> None:
    assert _texts(_table(("Namn", "Utfall"), ("a",), ("b", "2", None))) == [["a", ""], ["b", "2"]]


def test_a_csv_row_with_more_values_than_headers_is_refused() -> None:
    with pytest.raises(ContentError) as caught:
        _table(("Namn", "Ökning"), ("2020", "6", "4"))
    assert str(caught.value) == (
        "a.csv:2: Raden har fler värden än rubrikraden, så värdena hör inte till sina rubriker. "
        "Ge varje kolumn en rubrik, eller exportera filen på nytt med semikolon mellan värdena."
    )


@pytest.mark.parametrize("pattern", ["Summa*", "summa TOTALT", "*totalt"])
def test_rows_that_are_no_data_are_skipped_by_their_first_text(pattern: str) -> None:
    table = _table(("Namn", "Utfall"), ("a", "1"), (None, "Summa totalt"), ("b", "2"), skip_rows=[pattern])
    assert _texts(table) == [["a", "1"], ["b", "2"]]


def test_only_the_star_has_a_meaning_of_its_own_in_skip_rows() -> None:
    rows = [("Namn",), ("[EXEMPEL] a",), ("E",), ("Vad?",), ("Vadå",)]
    assert _texts(_table(*rows, skip_rows=["[EXEMPEL]*", "Vad?"])) == [["E"], ["Vadå"]]


def test_merged_cells_are_filled_down_in_their_columns_only() -> None:
    table = _table(("Namn", "Grupp", "Utfall"), ("A", "x", "1"), (None, "y", None), fill_down=["namn"])
    assert _texts(table) == [["A", "x", "1"], ["A", "y", ""]]
    assert table.rows[1][0].ref.row == 2


def test_filling_down_starts_at_the_first_row() -> None:
    assert _texts(_table(("Namn", "Utfall"), (None, "1"), ("B", "2"), fill_down=["Namn"])) == [["", "1"], ["B", "2"]]


def test_a_column_is_found_whatever_its_capitals_and_spaces() -> None:
    assert _table(("Namn", "Ack  Utfall\n2407")).column("ack utfall 2407") == 1


def test_a_missing_column_is_told_with_the_nearest_and_all() -> None:
    assert _fault(("Namn", "Utfal", None, "Budget")) == (
        "a.csv: Kolumnen 'Utfall' saknas. Menade du 'Utfal'? Kolumner i filen: 'Namn', 'Utfal' och 'Budget'. "
        "Rätta rubriken i filen, eller kolumnens namn i config/sources.yaml."
    )


def test_a_header_of_another_month_may_be_another_months_file_which_is_not_to_be_renamed() -> None:
    with pytest.raises(ContentError) as caught:
        _table(("Namn", "Ack utfall 2407", "Budget helår")).column("Ack utfall 2408")
    assert str(caught.value) == (
        "a.csv: Kolumnen 'Ack utfall 2408' saknas. Menade du 'Ack utfall 2407'? "
        "Kolumner i filen: 'Namn', 'Ack utfall 2407' och 'Budget helår'. Är filen för en annan period hämtar du rätt "
        "export. Annars: rätta rubriken i filen, eller kolumnens namn i config/sources.yaml."
    )


def test_a_column_that_stands_twice_is_never_guessed_at() -> None:
    assert _fault(("Namn", "Utfall", "utfall ")) == (
        "a.csv: Kolumnen 'Utfall' finns flera gånger. Ge kolumnerna olika rubriker i filen."
    )


def test_an_empty_file_is_told() -> None:
    assert _fault() == "a.csv: Filen är tom. Hämta en ny export."


@pytest.mark.parametrize(("rows", "near"), [([("Öst", "Väst")], ""), ([("Nam", "Utfall")], " Menade du 'Nam'?")])
def test_a_header_that_is_not_found_is_told(rows: list[tuple[Raw, ...]], near: str) -> None:
    assert _fault(*rows) == (
        f"a.csv: Rubriken 'Namn' finns inte i någon cell.{near} "
        "Rätta 'header' vid källan i config/sources.yaml, eller filen."
    )


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (None, None),
        (Decimal(0), Decimal(0)),
        ("0", Decimal(0)),
        ("1 234,5", Decimal("1234.5")),
        ("<5", Suppressed("<5")),
        ("..", Suppressed("..")),
    ],
)
def test_missing_withheld_and_zero_are_three_different_things(raw: Raw, number: object) -> None:
    assert _table(("Namn", "Utfall"), ("a", raw)).rows[0][1].number("Utfall") == number


@pytest.mark.parametrize("raw", ["saknas", True, date(2024, 7, 1)])
def test_what_is_no_number_is_told_at_its_cell(raw: Raw) -> None:
    assert _number_fault(raw) == (
        f"a.csv:2: '{as_text(raw)}' i kolumnen 'Utfall' är inget tal. "
        "Skriv ett tal, eller lämna cellen tom om värdet saknas."
    )


@pytest.mark.parametrize(("raw", "sign", "other"), [("1.234", "komma", "punkt"), ("1,234", "punkt", "komma")])
def test_the_other_decimal_sign_is_told_with_the_remedy(raw: str, sign: str, other: str) -> None:
    assert _number_fault(raw, decimal=sign) == (
        f"a.csv:2: '{raw}' i kolumnen 'Utfall' är inget tal. Skriv ett tal, eller lämna cellen tom om värdet saknas. "
        f"Har filen decimal{other}, skriv 'decimal: {other}' vid källan i config/sources.yaml."
    )


def test_an_error_of_excel_is_told_as_one() -> None:
    assert _number_fault("#REF!") == (
        "a.csv:2: Cellen i kolumnen 'Utfall' visar Excelfelet #REF!. Rätta formeln och spara filen."
    )


def test_a_formula_that_was_never_calculated_is_told_with_the_remedy() -> None:
    """Nothing is wrong with the formula, and Excel does not show the word."""
    assert _number_fault("#ej beräknad") == (
        "a.csv:2: Cellen i kolumnen 'Utfall' har en formel som inte är beräknad. Öppna filen i Excel och spara den."
    )


def test_the_file_decides_its_decimal_sign() -> None:
    assert _table(("Namn", "U"), ("a", "1.5"), decimal="punkt").rows[0][1].number("U") == Decimal("1.5")
