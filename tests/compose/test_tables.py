from __future__ import annotations

from decimal import Decimal

import pytest

from deckbuilder.compose.tables import cell, money_unit, named, pick, table_block, with_alt
from deckbuilder.errors import SpecError
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.page import TableCell
from deckbuilder.value import Level, Status, Suppressed, Trend, Unit, Value

CHANGE = Column("x", "Avvikelse", Unit.TKR, is_change=True, signed=True)
PLAIN = Column("y", "Utfall", Unit.TKR)


def _table(*values: Value, kinds: str = "row") -> FigureTable:
    rows = tuple(
        Row(f"r{n}", f"R{n}", "subtotal" if kinds == "parent" and n == 0 else "row") for n in range(len(values))
    )
    cells = {(row.key, "y"): Figure("f", value, Unit.TKR) for row, value in zip(rows, values, strict=True)}
    return FigureTable("t", rows, (PLAIN,), cells)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal(-1500), TableCell("\u22122", "bad")),
        (Decimal(1500), TableCell("+2", "good")),
        (Decimal(400), TableCell("0")),
        (Decimal(0), TableCell("0")),
        (None, TableCell("–", "muted")),
        (Suppressed("<5"), TableCell("<5")),
    ],
)
def test_a_deviation_is_good_or_bad_unless_it_shows_as_zero(value: Value, shown: TableCell) -> None:
    assert cell(Figure("f", value, Unit.TKR, better="higher"), CHANGE, Unit.MKR, None) == shown


def test_an_outcome_is_neither_good_nor_bad() -> None:
    assert cell(Figure("f", Decimal(-1500), Unit.TKR, better="higher"), PLAIN, None, 1) == TableCell(
        "\u22121\u00a0500,0"
    )


def test_percentages_keep_their_own_decimals() -> None:
    shares = Column("z", "Andel", Unit.PERCENT)
    assert cell(Figure("f", Decimal("5.55"), Unit.PERCENT, 1), shares, Unit.MKR, 0).text == "5,6"


def test_a_figure_in_another_unit_than_its_column_carries_it() -> None:
    assert cell(Figure("f", Decimal("5.55"), Unit.PERCENT, 1), PLAIN, Unit.MKR, 0).text == "5,6\u00a0%"


def test_a_status_has_its_word_and_its_shape() -> None:
    figure = Figure("f", Status(Level.OFF_PLAN, Trend.DOWN))
    assert cell(figure, PLAIN, None, None) == TableCell("Ej enligt plan", "", Level.OFF_PLAN, Trend.DOWN)


@pytest.mark.parametrize(("values", "align"), [((Decimal(1), None), "right"), (("text", None), "left")])
def test_numbers_stand_to_the_right_and_texts_to_the_left(values: tuple[Value, ...], align: str) -> None:
    table = _table(*values)
    block = table_block(table, table.columns, table.rows, label="", unit=None, decimals=None, alt="")
    assert block.columns[1].align == align


@pytest.mark.parametrize(("kinds", "indents"), [("parent", [False, True]), ("row", [False, False])])
def test_rows_below_a_parent_are_set_in(kinds: str, indents: list[bool]) -> None:
    table = _table(Decimal(1), Decimal(2), kinds=kinds)
    block = table_block(table, table.columns, table.rows, label="Enhet", unit=None, decimals=None, alt="")
    assert [row.indent for row in block.rows] == indents
    assert [column.header for column in block.columns] == ["Enhet", "Utfall"]


def test_a_written_alternative_text_stays() -> None:
    table = _table(Decimal(1))
    block = table_block(table, table.columns, table.rows, label="", unit=None, decimals=None, alt="Skriven.")
    assert with_alt(block, "Räknad.").alt == "Skriven."


def test_columns_and_rows_are_picked_by_key_or_label_in_the_slides_order() -> None:
    columns, rows = pick(_table(Decimal(1), Decimal(2)), ("UTFALL",), ("R1", "r0"))
    assert [column.key for column in columns] == ["y"]
    assert [row.key for row in rows] == ["r1", "r0"]


def test_an_unknown_row_is_told_at_its_place_in_the_list() -> None:
    with pytest.raises(SpecError) as caught:
        pick(_table(Decimal(1)), (), ("r0", "r00"))
    assert caught.value.path == ("rows", 1)
    assert str(caught.value) == "Raden 'r00' finns inte i siffrorna. Menade du 'r0'? Välj bland r0."


@pytest.mark.parametrize("rows", [("r0", "r1", "R0"), ("R1", "r1")])
def test_a_row_that_is_wanted_twice_is_not_counted_twice(rows: tuple[str, ...]) -> None:
    with pytest.raises(SpecError) as caught:
        pick(_table(Decimal(1), Decimal(2)), (), rows)
    assert caught.value.path == ("rows", len(rows) - 1)
    assert str(caught.value) == f"Raden '{rows[-1]}' står redan i listan. Ta bort den ena."


def test_rows_of_one_name_are_told_apart_by_their_groups() -> None:
    rows = [Row("a", "Läkare", group="Primärvård"), Row("b", "Läkare", group="Sjukhus"), Row("c", "Tolk", group="X")]
    assert [row.label for row in named(rows)] == ["Primärvård: Läkare", "Sjukhus: Läkare", "Tolk"]
    assert [row.label for row in named(rows[1:])] == ["Läkare", "Tolk"]


def test_only_money_has_a_money_unit() -> None:
    assert money_unit("mkr", _table(Decimal(1))) is Unit.MKR
    assert money_unit(None, _table(Decimal(1))) is None
    with pytest.raises(SpecError) as caught:
        money_unit("mkr", FigureTable("t", (), (Column("a", "A", Unit.PERCENT),), {}))
    assert (caught.value.path, str(caught.value)) == (
        ("unit",), "Siffrorna är inte i kronor och kan inte visas i mkr. Ta bort 'unit'."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024-12-31", "31 december 2024"),
        ("2024-13-31", "2024-13-31"),
        ("1 135 av 1 740, 7 % fler", "1\u00a0135 av 1\u00a0740, 7\u00a0% fler"),
        ("", ""),
    ],
)
def test_dates_are_written_out_and_numbers_in_texts_are_not_parted(text: str, shown: str) -> None:
    assert cell(Figure("f", text), PLAIN, None, None) == TableCell(shown)


def test_rows_of_a_group_stand_under_its_name() -> None:
    rows = (
        Row("a", "A", group="Nord"),
        Row("s", "Summa Nord", "subtotal", "Nord"),
        Row("z", "Summa Syd", "subtotal", "Syd"),
    )
    table = FigureTable("t", rows, (PLAIN,), {(row.key, "y"): Figure("f", Decimal("1.26"), Unit.TKR) for row in rows})
    block = table_block(table, table.columns, rows, label="", unit=None, decimals=1, alt="", sum_decimals=0)
    assert [(row.kind, row.indent, [cell.text for cell in row.cells]) for row in block.rows] == [
        ("group", False, ["Nord", ""]),
        ("row", True, ["A", "1,3"]),
        ("subtotal", False, ["Summa Nord", "1"]),
        ("subtotal", False, ["Summa Syd", "1"]),
    ]
