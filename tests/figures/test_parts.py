from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deckbuilder.figures.figure import Figure
from deckbuilder.figures.parts import NotTheWholeError, shares
from deckbuilder.value import Suppressed, Unit, Value

amounts = st.lists(st.decimals(0, 10**6, places=1), min_size=2, max_size=5)


def _figures(*values: Value | int | str, unit: Unit = Unit.TKR) -> list[Figure]:
    numbers = [Decimal(value) if isinstance(value, int | str) else value for value in values]
    return [Figure(f"p{number}", value, unit) for number, value in enumerate(numbers)]


def _values(*values: Value | int | str, unit: Unit = Unit.TKR) -> list[Value]:
    return [share.value for share in shares("x", _figures(*values, unit=unit), None)]


def test_amounts_are_shared_by_their_sum() -> None:
    assert _values(1, 1, 2) == [25, 25, 50]


def test_percentages_that_make_up_100_stay_as_they_are() -> None:
    assert _values("33.3", "33.3", "33.3", unit=Unit.PERCENT) == [Decimal("33.3")] * 3


@pytest.mark.parametrize(("values", "made"), [(("33.3", "33.3", "33.1"), "99,7"), (("50", "52"), "102")])
def test_percentages_that_do_not_are_refused(values: tuple[str, ...], made: str) -> None:
    with pytest.raises(NotTheWholeError, match=f"^delarna blir {made} och inte 100$"):
        _values(*values, unit=Unit.PERCENT)


def test_three_whole_percentages_may_be_two_from_100() -> None:
    assert _values(33, 33, 32, unit=Unit.PERCENT) == [33, 33, 32]


def test_what_is_left_of_the_whole_is_a_last_part() -> None:
    (whole,) = _figures(200)
    assert [share.value for share in shares("x", _figures(50, 50), whole, rest=True)] == [25, 25, 50]


def test_more_than_the_whole_is_refused() -> None:
    (whole,) = _figures(90)
    with pytest.raises(NotTheWholeError, match=r"^delarna är större än helheten$"):
        shares("x", _figures(50, 50), whole, rest=True)


def test_parts_that_are_not_all_of_the_whole_are_refused() -> None:
    (whole,) = _figures(200)
    with pytest.raises(NotTheWholeError, match=r"^delarna blir 100 och inte 200$"):
        shares("x", _figures(50, 50), whole)


def test_a_whole_in_another_unit_of_money_is_the_same_whole() -> None:
    (whole,) = _figures("0.1", unit=Unit.MKR)
    assert [share.value for share in shares("x", _figures(50, 50), whole)] == [50, 50]


def test_a_negative_part_is_refused() -> None:
    with pytest.raises(NotTheWholeError, match=r"^en del är mindre än noll$"):
        _values(-1, 101)


@pytest.mark.parametrize(("gap", "shown"), [(None, None), (Suppressed("<5"), Suppressed(".."))])
@pytest.mark.parametrize("unit", [Unit.TKR, Unit.PERCENT])
def test_a_part_without_a_value_leaves_every_share_without(gap: Value, shown: Value, unit: Unit) -> None:
    assert _values(50, gap, unit=unit) == [shown, shown]


def test_a_missing_whole_leaves_every_share_missing() -> None:
    (whole,) = _figures(None)
    assert [share.value for share in shares("x", _figures(50, 50), whole)] == [None, None]


@given(amounts)
def test_shares_of_amounts_make_up_100(values: list[Decimal]) -> None:
    assume(any(values))
    numbers = [value for value in _values(*values) if isinstance(value, Decimal)]
    assert abs(sum(numbers, Decimal(0)) - 100) < Decimal("1e-20")
