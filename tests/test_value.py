from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.value import Level, Status, Suppressed, Trend, Unit, convert

MONEY = [Unit.KR, Unit.TKR, Unit.MKR]


@pytest.mark.parametrize(
    ("unit", "wanted", "result"),
    [
        (Unit.TKR, Unit.MKR, "1.2345"),
        (Unit.MKR, Unit.KR, "1234500000"),
        (Unit.KR, Unit.TKR, "1.2345"),
        (Unit.TKR, Unit.TKR, "1234.5"),
    ],
)
def test_money_is_converted_without_rounding(unit: Unit, wanted: Unit, result: str) -> None:
    assert convert(Decimal("1234.5"), unit, wanted) == Decimal(result)


@pytest.mark.parametrize(
    ("unit", "wanted"), [(Unit.PERCENT, Unit.MKR), (Unit.TKR, Unit.COUNT), (Unit.PERCENT, Unit.POINTS)]
)
def test_units_of_different_kinds_are_never_converted(unit: Unit, wanted: Unit) -> None:
    with pytest.raises(ValueError, match=f"^ett värde i {unit} kan inte visas i {wanted}$"):
        convert(Decimal(1), unit, wanted)


@pytest.mark.parametrize(("unit", "wanted"), [(Unit.NONE, Unit.MKR), (Unit.COUNT, Unit.NONE)])
def test_a_number_without_unit_takes_any(unit: Unit, wanted: Unit) -> None:
    assert convert(Decimal(7), unit, wanted) == 7


def test_only_kronor_are_money() -> None:
    assert [unit for unit in Unit if unit.is_money] == MONEY


def test_percentages_differ_in_points_and_all_else_in_its_own_unit() -> None:
    assert {unit: unit.of_difference for unit in Unit if unit.of_difference is not unit} == {Unit.PERCENT: Unit.POINTS}
    assert [unit for unit in Unit if unit.is_percent] == [Unit.PERCENT, Unit.POINTS]


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3), st.sampled_from(MONEY), st.sampled_from(MONEY))
def test_money_comes_back_as_it_was(amount: Decimal, unit: Unit, wanted: Unit) -> None:
    assert convert(convert(amount, unit, wanted), wanted, unit) == amount


def test_a_status_is_read_as_its_words() -> None:
    assert str(Status(Level.PARTLY)) == "delvis"
    assert str(Status(Level.OFF_PLAN, Trend.RISING)) == "ej enligt plan, svagt stigande"
    assert str(Status(Level.ON_PLAN, Trend.DOWN)) == "enligt plan, fallande"


def test_a_withheld_value_is_shown_as_it_stood() -> None:
    assert str(Suppressed("<5")) == "<5"
