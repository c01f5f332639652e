from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.compose.rounding import Rounding, rounding
from deckbuilder.compose.tables import cell, table_block
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.page import TableCell
from deckbuilder.value import Suppressed, Unit

if TYPE_CHECKING:
    from deckbuilder.value import Value

ADJUSTED = "Avrundade tal är justerade så att de summerar"
SUMS = "Summor är räknade på oavrundade tal och kan skilja i sista siffran"
DIFFERENCES = "Skillnader är räknade på oavrundade tal och kan skilja i sista siffran"


def _table(*columns: tuple[Value, ...], unit: Unit = Unit.TKR) -> FigureTable:
    """Return columns of rows r0, r1, …, each with its total last."""
    parts = tuple(f"r{number}" for number in range(len(columns[0]) - 1))
    rows = (*(Row(key, key.upper()) for key in parts), Row("t", "Totalt", "total", sums=parts))
    made = tuple(Column(f"c{number}", f"C{number}", unit) for number in range(len(columns)))
    cells = {
        (row.key, column.key): Figure(f"x.{row.key}.{column.key}", value, unit)
        for column, values in zip(made, columns, strict=True)
        for row, value in zip(rows, values, strict=True)
    }
    return FigureTable("x", rows, made, cells)


def _rounded(table: FigureTable, *, adds_up: bool = False, kept: tuple[str, ...] = (), decimals: int = 0) -> Rounding:
    return rounding(table, table.columns, table.rows, unit=None, decimals=decimals, adds_up=adds_up, kept=kept)


def _numbers(*texts: str) -> tuple[Decimal, ...]:
    parts = tuple(Decimal(text) for text in texts)
    return (*parts, sum(parts, Decimal(0)))


OFF = _numbers("1.4", "1.3")
EVEN = _numbers("1", "2")


@pytest.mark.parametrize(("column", "note"), [(OFF, SUMS), (EVEN, "")])
def test_plain_rounding_changes_nothing_and_says_when_sums_do_not_hold(column: tuple[Value, ...], note: str) -> None:
    assert _rounded(_table(column)) == Rounding({}, note)


@pytest.mark.parametrize(("column", "changed", "note"), [(OFF, {("r0", "c0"): Decimal(2)}, ADJUSTED), (EVEN, {}, "")])
def test_rows_are_adjusted_where_sums_do_not_hold(
    column: tuple[Value, ...], changed: dict[tuple[str, str], Decimal], note: str
) -> None:
    assert _rounded(_table(column), adds_up=True) == Rounding(changed, note)


def test_money_adds_up_in_the_unit_that_it_is_shown_in() -> None:
    table = _table(_numbers("1400", "1300"))
    found = rounding(table, table.columns, table.rows, unit=Unit.MKR, decimals=None, adds_up=True)
    assert found == Rounding({("r0", "c0"): Decimal(2)}, ADJUSTED)


@pytest.mark.parametrize("gap", [None, Suppressed("<5")])
def test_a_sum_with_a_part_that_is_missing_or_withheld_is_left_alone(gap: Value) -> None:
    total = None if gap is None else Suppressed("..")
    assert _rounded(_table((Decimal("1.4"), gap, total)), adds_up=True) == Rounding({}, "")


def test_a_sum_of_which_a_part_is_not_shown_is_left_alone() -> None:
    table = _table(OFF)
    found = rounding(table, table.columns, table.rows[1:], unit=None, decimals=0, adds_up=True)
    assert found == Rounding({}, "")


def test_a_total_that_does_not_sum_is_left_alone() -> None:
    shares = (Decimal("33.4"), Decimal("40.4"), Decimal("36.9"))
    assert _rounded(_table(shares, unit=Unit.PERCENT), adds_up=True) == Rounding({}, "")


def test_a_sum_with_other_decimals_than_its_rows_is_left_alone_and_compared_as_it_is_shown() -> None:
    table = _table(_numbers("1.24", "1.24"), _numbers("1.24", "1.34"))
    found = rounding(table, table.columns, table.rows, unit=None, decimals=1, sum_decimals=0, adds_up=True)
    assert found == Rounding({}, "")
    table = _table(_numbers("1.24", "1.24"), _numbers("1.24", "1.25"))
    found = rounding(table, table.columns, table.rows, unit=None, decimals=1, sum_decimals=0, adds_up=True)
    assert found == Rounding({}, SUMS.replace("Summor", "Summor i C1"))


def test_a_number_that_a_sentence_tells_stays_as_it_is_there() -> None:
    found = _rounded(_table(OFF), adds_up=True, kept=("x.r0.c0",))
    assert found == Rounding({("r1", "c0"): Decimal(2)}, ADJUSTED)


def test_a_column_that_cannot_add_up_stays_plain_and_is_named() -> None:
    found = _rounded(_table(OFF, OFF), adds_up=True, kept=("x.r0.c1", "x.r1.c1"))
    note = f"{ADJUSTED}. {SUMS.replace('Summor', 'Summor i C1')}"
    assert found == Rounding({("r0", "c0"): Decimal(2)}, note)


def test_many_columns_that_cannot_add_up_are_not_named() -> None:
    kept = tuple(f"x.r{row}.c{column}" for row in range(2) for column in range(3))
    assert _rounded(_table(OFF, OFF, OFF), adds_up=True, kept=kept) == Rounding({}, SUMS)


def _with_difference(left: str, right: str, *, sign: int, is_whole: bool = True) -> FigureTable:
    """Return a row of two numbers and their difference, or that of costs."""
    columns = (Column("a", "A", Unit.TKR), Column("b", "B", Unit.TKR), Column("d", "Avvikelse", Unit.TKR))
    sides = tuple(Figure(f"x.r.{key}", Decimal(text), Unit.TKR) for key, text in (("a", left), ("b", right)))
    gap = Figure("x.r.d", (Decimal(left) - Decimal(right)) * sign, Unit.TKR, parts=sides)
    cells = {("r", key): figure for key, figure in zip("abd", (*sides, gap), strict=True)}
    return FigureTable("x", (Row("r", "R"),), columns if is_whole else columns[1:], cells)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_difference_that_the_two_numbers_do_not_give_as_they_are_shown_is_told(sign: int) -> None:
    assert _rounded(_with_difference("2.6", "1.4", sign=sign)) == Rounding({}, DIFFERENCES)
    assert _rounded(_with_difference("2.6", "1.6", sign=sign)) == Rounding({}, "")


def test_a_difference_without_its_numbers_beside_it_is_not_told() -> None:
    assert _rounded(_with_difference("2.6", "1.4", sign=1, is_whole=False)) == Rounding({}, "")


def test_a_difference_with_fewer_decimals_is_compared_as_it_is_shown() -> None:
    table = _with_difference("12.6", "1.4", sign=1)
    cells = {at: replace(figure, decimals=0 if at[1] == "d" else 1) for at, figure in table.cells.items()}
    found = rounding(replace(table, cells=cells), table.columns, table.rows, unit=None, decimals=None)
    assert found == Rounding({}, "")


@pytest.mark.parametrize(("value", "unit"), [(Decimal("8.6"), Unit.TKR), (Decimal("1.2"), Unit.PERCENT)])
def test_what_is_no_difference_of_its_two_numbers_is_not_compared_with_them(value: Decimal, unit: Unit) -> None:
    table = _with_difference("2.6", "1.4", sign=1)
    result = replace(table.cells["r", "d"], value=value, unit=unit)
    assert _rounded(replace(table, cells={**table.cells, ("r", "d"): result})) == Rounding({}, "")


def test_sums_and_differences_are_told_in_one_sentence() -> None:
    table = _with_difference("2.6", "1.4", sign=1)
    first = {key: table.cells["r", key].number or Decimal(0) for key in "abd"}
    cells = dict(table.cells)
    for key, number in first.items():
        cells["s", key] = Figure(f"x.s.{key}", Decimal("0.4"), Unit.TKR)
        cells["t", key] = Figure(f"x.t.{key}", number + Decimal("0.4"), Unit.TKR)
    rows = (*table.rows, Row("s", "S"), Row("t", "Totalt", "total", sums=("r", "s")))
    whole = FigureTable("x", rows, table.columns, cells)
    assert _rounded(whole).note == "Summor och skillnader är räknade på oavrundade tal och kan skilja i sista siffran"


@given(st.permutations(range(4)), st.integers(0, 2))
def test_each_column_is_rounded_by_itself(order: list[int], decimals: int) -> None:
    texts = [("1.4", "1.3", "0.4"), ("-0.55", "2.455", "3.31"), ("0.333", "0.333", "0.334"), ("1", "2", "3")]
    table = _table(*(_numbers(*column) for column in texts))
    moved = FigureTable("x", table.rows, tuple(table.columns[number] for number in order), table.cells)
    assert _rounded(moved, adds_up=True, decimals=decimals) == _rounded(table, adds_up=True, decimals=decimals)


@pytest.mark.parametrize(
    ("source", "note", "line"),
    [
        ("Källa: a.csv", "", "Källa: a.csv"),
        ("Källa: a.csv", ADJUSTED, f"Källa: a.csv. {ADJUSTED}"),
        ("Ekonomistaben.", ADJUSTED, f"Ekonomistaben. {ADJUSTED}"),
        ("Ekonomistaben.", "", "Ekonomistaben."),
        ("", ADJUSTED, ADJUSTED),
    ],
)
def test_the_note_follows_the_source_whoever_wrote_it(source: str, note: str, line: str) -> None:
    assert Rounding({}, note).noted(source) == line


def test_an_adjusted_number_is_written_as_others_are_and_keeps_its_tone() -> None:
    change = Column("x", "Avvikelse", Unit.TKR, is_change=True, signed=True)
    figure = Figure("f", Decimal("-0.6"), Unit.TKR, better="higher")
    assert cell(figure, change, None, 0, adjusted=Decimal(0)) == TableCell("0", "bad")
    assert cell(figure, change, None, 1, adjusted=Decimal("-0.5")) == TableCell("−0,5", "bad")
    other = Column("y", "Antal", Unit.COUNT)
    assert cell(figure, other, None, 0, adjusted=Decimal(-1234)) == TableCell("−1\u00a0234\u00a0tkr")


def test_a_table_shows_the_adjusted_numbers_where_there_are_any() -> None:
    table = _table(OFF)
    adjusted = _rounded(table, adds_up=True).adjusted
    block = table_block(table, table.columns, table.rows, label="", unit=None, decimals=0, alt="", adjusted=adjusted)
    assert [row.cells[1].text for row in block.rows] == ["2", "1", "3"]
