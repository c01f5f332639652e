"""Totals rows may be rounded to other digits than their rows, and the tolerance follows each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.checks.claims import broken

if TYPE_CHECKING:
    from tests.conftest import MakeBook

CONFIG = """\
sources:
  data: {file: data.csv, header: Namn, skip_rows: [Summa]}
figures:
  t:
    kind: table
    source: data
    key: Namn
    unit: mkr
    columns:
      a: A
      b: B
      mot: {difference: [a, b], stated: Mot}
    total: Summa
"""
ROWS = "Namn;A;B;Mot\nX;10,4;5,2;5,2\nY;20,4;5,2;15,2\n"


def _found(make_book: MakeBook, total: str, rows: str = ROWS) -> list[str]:
    table = make_book(CONFIG, data=f"{rows}Summa;{total}\n").table("t")
    return [str(finding.problem).replace("\u00a0", " ") for finding in broken(table.claims, "Mkr")]


def test_a_total_in_whole_numbers_may_be_half_off_what_rows_with_decimals_give(make_book: MakeBook) -> None:
    assert _found(make_book, "31;10;20") == []


def test_a_total_in_whole_numbers_that_is_further_off_is_told(make_book: MakeBook) -> None:
    (told,) = _found(make_book, "32;10;22")
    assert told == (
        "input/2024-07/data.csv:4: 'A' för Summa är 32 Mkr, men summan av X och Y ger 30,8 Mkr "
        "(input/2024-07/data.csv, B2–B3). Skillnaden är 1,2 Mkr, avrundning förklarar högst 0,6 Mkr. "
        "Kontrollera att inga rader saknas, eller rätta summan i filen. [summa.t.summa.a]"
    )


def test_rows_keep_their_own_tolerance_beside_a_total_in_whole_numbers(make_book: MakeBook) -> None:
    (told,) = _found(make_book, "31;10;20", ROWS.replace(";15,2", ";15,4"))
    assert told == (
        "input/2024-07/data.csv:3: 'Mot' för Y är 15,4 Mkr, men a minus b ger 15,2 Mkr (input/2024-07/data.csv, "
        "B3–C3). Skillnaden är 0,2 Mkr, avrundning förklarar högst 0,15 Mkr. Rätta den ena i filen. [avvikelse.t.y.mot]"
    )


def test_a_stated_number_that_happens_to_be_whole_is_as_exact_as_its_column(make_book: MakeBook) -> None:
    (told,) = _found(make_book, "30,8;10,4;20,4", ROWS.replace("5,2;5,2", "5,2;5,0"))
    assert "'Mot' för X är 5 Mkr, men a minus b ger 5,2 Mkr" in told
    assert "avrundning förklarar högst 0,15 Mkr" in told
