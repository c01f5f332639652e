"""An axis holds its values and zero, in round steps."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.render.scale import pair, scale

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


@pytest.mark.parametrize(
    ("values", "low", "high", "step"),
    [(["5.5", "5.7"], "0", "6", "2"), (["4500", "6608"], "0", "8000", "2000"), (["-3", "8"], "-5", "10", "2.5")],
)
def test_known_axes(values: list[str], low: str, high: str, step: str) -> None:
    found = scale([Decimal(value) for value in values])
    assert (found.low, found.high, found.step) == (Decimal(low), Decimal(high), Decimal(step))


@given(st.lists(NUMBERS, max_size=20))
def test_every_value_and_zero_is_on_the_axis(values: list[Decimal]) -> None:
    found = scale(values)
    assert found.low < found.high
    assert all(found.low <= value <= found.high for value in (*values, Decimal(0)))
    assert 1 <= (found.high - found.low) / found.step <= 7


@given(st.lists(NUMBERS, max_size=20), st.lists(NUMBERS, max_size=20))
def test_two_axes_have_zero_and_their_steps_at_the_same_heights(bars: list[Decimal], line: list[Decimal]) -> None:
    first, second = pair(bars, line)
    assert first.low / first.step == second.low / second.step
    assert first.high / first.step == second.high / second.step
    assert all(first.low <= value <= first.high for value in bars)
    assert all(second.low <= value <= second.high for value in line)


def test_a_line_far_from_zero_stands_over_the_bars() -> None:
    first, second = pair([Decimal(985), Decimal(1015)], [Decimal("5.6"), Decimal("6.5")])
    assert (first.high, second.high) == (Decimal(2000), Decimal(8))
    assert first.share(Decimal(1015)) < second.share(Decimal("5.6"))
