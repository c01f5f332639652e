"""What stands along a time axis is kept apart, and its axis holds all of it."""

from __future__ import annotations

import pytest

from deckbuilder.compose.time_axis import When, apart, axis_over, lanes, when


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ([10, 40], [10, 40]),
        ([40, 40], [35, 45]),
        ([40, 42, 80], [36, 46, 80]),
        ([-5, 98], [0, 90]),
        ([88, 89, 95], [70, 80, 90]),
    ],
)
def test_those_that_would_overlap_share_what_they_move(wanted: list[float], found: list[float]) -> None:
    assert apart(wanted, 10, 100) == found


def test_stretches_that_overlap_get_rows_of_their_own() -> None:
    assert lanes([(0, 5), (3, 8), (5, 9), (6, 7), (9, 10)]) == [0, 1, 0, 2, 0]


@pytest.mark.parametrize(
    ("months", "axis"),
    [((5, 6), (5, 8, 1)), ((5, 23), (5, 23, 1)), ((5, 24), (3, 24, 3)), ((5, 41), (3, 42, 3)), ((5, 42), (0, 48, 12))],
)
def test_the_axis_is_in_months_quarters_or_years(months: tuple[int, int], axis: tuple[int, int, int]) -> None:
    found = axis_over([When(*months, "")])
    assert (found.first, found.last, found.length) == axis


@pytest.mark.parametrize(
    ("text", "written", "start", "end"),
    [
        ("2024-07", "Juli 2024", 6, 7),
        ("2024-T2", "Tertial 2 2024", 4, 8),
        ("2024", "2024", 0, 12),
        ("2024-01-01", "1 januari 2024", 0, 0),
    ],
)
def test_days_months_tertials_and_years_are_times(text: str, written: str, start: int, end: int) -> None:
    found = when(text, ())
    assert (found.text, found.start - 2024 * 12, found.end - 2024 * 12) == (written, start, end)
