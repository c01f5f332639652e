from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.figures.months import before, named_months, window
from deckbuilder.period import Period


@given(st.integers(1950, 2100), st.integers(1, 12), st.integers(1, 60))
def test_a_window_is_months_in_a_row_that_end_in_the_latest(year: int, month: int, length: int) -> None:
    months = window(Period(year, month, month), length)
    assert (len(months), months[-1]) == (length, Period(year, month, month))
    assert all(later.previous == earlier for earlier, later in itertools.pairwise(months))


@given(st.integers(1950, 2100), st.integers(1, 12), st.integers(0, 60))
def test_as_many_months_back_as_ahead_is_where_one_began(year: int, month: int, lag: int) -> None:
    start = Period(year, month, month)
    assert before(before(start, lag), -lag) == start
    assert before(start, lag) == window(start, lag + 1)[0]


def test_months_in_a_row_are_named_as_a_span() -> None:
    months = [Period.parse(f"2024-{month:02}") for month in (1, 2, 3, 5, 7, 8)]
    assert named_months(months) == "2024-01–2024-03, 2024-05 och 2024-07–2024-08"
    assert named_months([Period(2023, 12, 12), Period(2024, 1, 1)]) == "2023-12–2024-01"
