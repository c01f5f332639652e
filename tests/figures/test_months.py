from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.figures.months import window
from deckbuilder.period import Period


@given(st.integers(1950, 2100), st.integers(1, 12), st.integers(1, 60))
def test_a_window_is_months_in_a_row_that_end_in_the_latest(year: int, month: int, length: int) -> None:
    months = window(Period(year, month, month), length)
    assert (len(months), months[-1]) == (length, Period(year, month, month))
    assert all(later.previous == earlier for earlier, later in itertools.pairwise(months))
