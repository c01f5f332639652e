from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.compose.scales import ends
from deckbuilder.render.scale import between

numbers = st.lists(st.decimals(-(10**9), 10**9, places=3), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("values", "zero", "low", "high"),
    [
        (["5.5", "5.7"], True, "0", "6"),
        (["5.5", "5.7"], False, "5.4", "5.8"),
        (["4500", "6608"], False, "4000", "7000"),
        (["0", "12"], False, "0", "12.5"),
        (["-3", "8"], True, "-5", "10"),
        (["7", "7"], False, "6", "8"),
    ],
)
def test_known_ends(values: list[str], zero: bool, low: str, high: str) -> None:
    assert ends(map(Decimal, values), zero=zero) == (Decimal(low), Decimal(high))


@given(numbers, st.booleans())
def test_every_value_is_between_the_ends(values: list[Decimal], zero: bool) -> None:
    low, high = ends(values, zero=zero)
    assert low < high
    assert all(low <= value <= high for value in values)
    assert not zero or low <= 0 <= high


@given(numbers, st.booleans())
def test_the_ends_are_whole_steps_of_the_axis_between_them(values: list[Decimal], zero: bool) -> None:
    low, high = ends(values, zero=zero)
    assert low % between(low, high).step == 0


@given(numbers)
def test_air_never_goes_past_zero(values: list[Decimal]) -> None:
    low, high = ends(values, zero=False)
    assert low >= 0 or min(values) < 0
    assert high <= 0 or max(values) > 0 or not any(values)


def test_gaps_do_not_count_and_nothing_has_ends_too() -> None:
    assert ends([None, Decimal(4), None]) == ends([Decimal(4)])
    assert ends([]) == (Decimal(0), Decimal(1))
