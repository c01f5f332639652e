from __future__ import annotations

from decimal import Decimal

import pytest

from deckbuilder.figures.figure import Better, Column, Figure, FigureTable, Row
from deckbuilder.value import Level, Status, Suppressed, Unit, Value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("1234.5"), "1\u00a0235"),
        (Decimal(0), "0"),
        (None, "–"),
        (Suppressed("<5"), "<5"),
        ("Pågår", "Pågår"),
        (Status(Level.PARTLY), "delvis"),
    ],
)
def test_missing_withheld_and_zero_are_shown_differently(value: Value, shown: str) -> None:
    assert Figure("a", value, Unit.TKR).shown() == shown


def test_a_figure_is_shown_in_another_unit_and_rounded_only_then() -> None:
    figure = Figure("a", Decimal(-1234500), Unit.KR)
    assert figure.shown(Unit.MKR, 1) == "\u22121,2"
    assert figure.shown(Unit.TKR) == "\u22121\u00a0235"
    assert Figure("a", Decimal(12), Unit.KR).shown(sign=True) == "+12"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("-0.2", "−0,2"), ("0.04", "0,04"), ("0.4999", "0,5"), ("0.5", "1"), ("0", "0"), ("12.3", "12")],
)
def test_a_small_figure_is_legible_with_the_decimals_that_it_needs(value: str, shown: str) -> None:
    assert Figure("a", Decimal(value)).legible.shown() == shown


@pytest.mark.parametrize(
    ("value", "better", "verdict"),
    [
        (Decimal(5), "higher", "good"),
        (Decimal(-5), "higher", "bad"),
        (Decimal(5), "lower", "bad"),
        (Decimal(-5), "lower", "good"),
        (Decimal(5), None, ""),
        (Decimal(0), "higher", ""),
        (None, "higher", ""),
        (Suppressed(".."), "lower", ""),
    ],
)
def test_a_deviation_is_good_or_bad_by_its_direction_only(value: Value, better: Better | None, verdict: str) -> None:
    assert Figure("a", value, better=better).verdict == verdict


def test_a_table_gives_its_figures_by_row_and_column() -> None:
    cells = {(row, column): Figure(f"t.{row}.{column}", None) for row in "ab" for column in "xy"}
    table = FigureTable("t", (Row("a", "A"), Row("b", "B")), (Column("x", "X"), Column("y", "Y")), cells)
    assert table.figure("b", "x").id == "t.b.x"
    assert [figure.id for figure in table.row("a")] == ["t.a.x", "t.a.y"]
    assert [figure.id for figure in table.column("y")] == ["t.a.y", "t.b.y"]
