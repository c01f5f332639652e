from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.value import Suppressed, Unit

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import FigureTable
    from tests.conftest import MakeBook

CONFIG = """
sources:
  data: {file: data.csv, header: Månad}
figures:
  s: {kind: sick_leave, source: data, month: Månad, lengths: [Kort, Lång], total: Totalt, where: {Enhet: RS}, lag: 1}
"""
MONTHS = ["2023-06", *(f"2023-{month:02}" for month in range(7, 13)), *(f"2024-{month:02}" for month in range(1, 7))]


def _data(**other: str) -> str:
    """Return 13 months of 2,5 + 3,0 = 5,5 %, but for the rows of the months (as m2024_06) that are given."""
    rows = (other.get(f"m{month}".replace("-", "_"), f"{month};RS;2,5;3,0;5,5\n") for month in MONTHS)
    return "Månad;Enhet;Kort;Lång;Totalt\n" + "".join(rows)


def _table(make_book: MakeBook, data: str) -> FigureTable:
    return make_book(CONFIG, data=data).table("s")


def _fault(make_book: MakeBook, data: str) -> str:
    with pytest.raises(ContentError) as caught:
        _table(make_book, data)
    return str(caught.value)


def test_sick_leave_in_june_2024_is_as_published(july: Book) -> None:
    row = july.table("sjukfranvaro_region.jamforelse").row("totalt")
    assert [figure.shown(sign=figure.unit is Unit.POINTS) for figure in row] == ["5,5", "5,7", "\u22120,2"]
    assert [figure.verdict for figure in row] == ["", "", "good"]


def test_the_administration_has_sick_leave_of_its_own(july: Book) -> None:
    row = july.table("sjukfranvaro_regionstyrelsen.jamforelse").row("totalt")
    assert [figure.shown(sign=figure.unit is Unit.POINTS) for figure in row] == ["4,8", "4,7", "+0,1"]
    assert row[-1].verdict == "bad"


def test_thirteen_months_are_shown_up_to_the_month_before_the_report(july: Book) -> None:
    table = july.table("sjukfranvaro_region")
    assert [row.key for row in table.rows] == MONTHS
    assert [column.label for column in table.columns] == ["1-14 dagar", "15-180 dagar", "Över 180 dagar", "Totalt"]


def test_the_comparison_names_its_months(july: Book) -> None:
    columns = july.table("sjukfranvaro_region.jamforelse").columns
    assert [column.label for column in columns] == ["juni 2024", "juni 2023", "Förändring"]


def test_a_month_without_a_row_is_a_gap(make_book: MakeBook) -> None:
    table = _table(make_book, _data(m2024_02=""))
    assert [figure.value for figure in table.row("2024-02")] == [None, None, None]
    assert table.figure("2024-02", "kort").calculation == "ingen rad för 2024-02"


@pytest.mark.parametrize(("cell", "value"), [("", None), ("..", Suppressed("..")), ("5,5", Decimal(0))])
def test_a_change_from_missing_withheld_and_equal_are_three_different_things(
    make_book: MakeBook, cell: str, value: object
) -> None:
    table = _table(make_book, _data(m2023_06=f"2023-06;RS;2,5;3,0;{cell}\n"))
    assert table.parts["jamforelse"].figure("totalt", "forandring").value == value


def test_rows_of_other_units_are_left_out(make_book: MakeBook) -> None:
    table = _table(make_book, _data() + "2024-06;HSN;9;9;18\n")
    assert table.figure("2024-06", "totalt").value == Decimal("5.5")


def test_a_month_with_two_rows_is_refused(make_book: MakeBook) -> None:
    assert _fault(make_book, _data() + "2024-06;RS;9;9;18\n") == (
        "input/2024-07/data.csv:15: Månaden 2024-06 har flera rader. "
        "Ta bort dubbletten, eller skilj raderna åt med 'where'."
    )


def test_a_month_that_is_not_there_yet_is_told_with_the_span(make_book: MakeBook) -> None:
    assert _fault(make_book, _data(m2024_06="")) == (
        "input/2024-07/data.csv: Månaden 2024-06 saknas. Filen har 2023-06 till 2024-05. "
        "Hämta en ny export, eller ändra 'lag' för siffrorna (så många månader släpar statistiken)."
    )


def test_a_unit_that_no_row_has_is_told(make_book: MakeBook) -> None:
    assert _fault(make_book, _data().replace(";RS;", ";HSN;")) == (
        "input/2024-07/data.csv: Ingen rad har Enhet = RS. Kontrollera stavningen i filen och i 'where'."
    )


@pytest.mark.parametrize("text", ["juni", "2024", "2024-13", "2024-T1", "2024-06 till 2024-08", "2024-061"])
def test_what_is_no_month_is_told_at_its_cell(make_book: MakeBook, text: str) -> None:
    assert _fault(make_book, _data(m2023_06=f"{text};RS;1;1;2\n")) == (
        f"input/2024-07/data.csv:2: '{text}' i kolumnen 'Månad' är ingen månad. Skriv den som 2024-07."
    )


def test_a_day_stands_for_its_month(make_book: MakeBook) -> None:
    table = _table(make_book, _data(m2024_06="2024-06-30;RS;1;1;2\n"))
    assert table.figure("2024-06", "totalt").value == 2


def test_all_cells_that_are_no_numbers_are_told_at_once(make_book: MakeBook) -> None:
    assert len(_fault(make_book, _data(m2024_01="2024-01;RS;x;y;z\n")).splitlines()) == 3


def test_each_figure_is_about_its_own_month(july: Book) -> None:
    row = july.table("sjukfranvaro_region.jamforelse").row("totalt")
    assert [figure.period and figure.period.code for figure in row] == ["2024-06", "2023-06", "2024-06"]
    months = july.table("sjukfranvaro_region")
    assert [figure.period and figure.period.code for figure in months.column("totalt")] == MONTHS
    assert [part.period and part.period.code for part in row[-1].parts] == ["2024-06", "2023-06"]
