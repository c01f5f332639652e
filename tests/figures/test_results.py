"""Columns that a source states beside what is computed: shares, percentages and rows of different units."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder.value import Unit

if TYPE_CHECKING:
    from deckbuilder.figures.figure import FigureTable
    from tests.conftest import MakeBook

CONFIG = """\
sources: {a: {file: a.csv, header: Namn, skip_rows: [Summa]}}
figures:
  t: {kind: table, source: a, key: Namn, KEYS}
"""


def _table(make_book: MakeBook, keys: str, data: str) -> FigureTable:
    return make_book(CONFIG.replace("KEYS", keys), a=data).table("t")


def _differences(table: FigureTable) -> list[str]:
    return [f"{claim.about}: {claim.difference}" for claim in table.claims if not claim.holds]


def test_a_stated_difference_of_shares_is_read_as_the_shares_are(make_book: MakeBook) -> None:
    columns = "columns: {a: A, b: B, mot: {difference: [a, b], stated: Mot}}"
    data = "Namn;A;B;Mot\nX;0,10;0,08;0,02\nY;0,5;0,4;0,2\nZ;12 %;8 %;4 %\n"
    assert _differences(_table(make_book, f"unit: andel, {columns}", data)) == ["t.y.mot: 10.0"]


def test_shares_in_a_table_of_money_are_read_as_shares_too(make_book: MakeBook) -> None:
    share = "{from: A, unit: andel}, b: {from: B, unit: andel}"
    columns = f"columns: {{a: {share}, mot: {{difference: [a, b], stated: Mot}}}}"
    table = _table(make_book, f"unit: tkr, {columns}", "Namn;A;B;Mot\nX;0,10;0,08;0,05\n")
    (claim,) = table.claims
    assert (claim.stated.unit, claim.stated.number, claim.computed.number) == (Unit.POINTS, Decimal(5), Decimal(2))


def test_a_difference_of_percentages_is_in_points_where_rows_have_units_of_their_own(make_book: MakeBook) -> None:
    keys = "unit_column: Enhet, columns: {a: A, b: B, mot: {difference: [a, b], stated: Mot}}"
    table = _table(make_book, keys, "Namn;Enhet;A;B;Mot\nX;%;10 %;8 %;2 %\nY;tkr;5;3;2\n")
    assert table.figure("x", "mot").unit is Unit.POINTS
    assert _differences(table) == []
    assert [claim.tolerance for claim in table.claims if claim.about == "t.y.mot"] == [1.5]


def test_a_share_of_nothing_is_claimed_by_no_file(make_book: MakeBook) -> None:
    keys = "columns: {a: A, b: B, andel: {share: [a, b], stated: Andel}}, total: Summa"
    table = _table(make_book, keys, "Namn;A;B;Andel\nX;10;0;0\nY;<5;10;..\nSumma;15;10;150\n")
    assert [claim.about for claim in table.claims if claim.difference is not None] == ["t.summa.b", "t.summa.andel"]
    assert _differences(table) == []


def test_a_difference_has_the_decimals_of_its_row_where_rows_have_units_of_their_own(make_book: MakeBook) -> None:
    keys = (
        "unit_column: Enhet, columns: {a: A, b: B, mot: {difference: [a, b]}, grovt: {difference: [a, b], decimals: 0}}"
    )
    table = _table(make_book, keys, "Namn;Enhet;A;B\nX;procent;5,1;5,6\nY;antal;9440;9412\nZ;mkr;2,5;2,25\n")
    assert [figure.written("Mkr").replace("\u00a0", " ") for figure in table.column("mot")] == [
        "−0,5 %-enheter", "28", "0,25 Mkr",
    ]  # fmt: skip
    assert table.figure("x", "grovt").shown() == "−1"
