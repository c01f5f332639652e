"""Labels within lines: beside a steep line, not on it."""

from __future__ import annotations

from decimal import Decimal

from deckbuilder.render.label_places import Lines
from deckbuilder.render.xml import POINT

WIDE = 720 * POINT


def side_and_shift(index: int, *values: int | None, side: str = "t", under: tuple[int, ...] = ()) -> tuple[str, float]:
    """Return where the label of a point stands, with 60 points along and one up for each 1."""
    rows = [[None if value is None else Decimal(value) for value in row] for row in (values, under)]
    lines = Lines(rows, 60 * POINT, POINT, WIDE)
    chosen, aside = lines.place(0, index, ("8 376", 12), side)
    return chosen, round(aside * 720)


def test_a_label_stands_straight_over_a_line_that_is_nearly_level_and_over_a_top() -> None:
    assert side_and_shift(1, 10, 12, 14) == ("t", 0)
    assert side_and_shift(1, 10, 80, 10) == ("t", 0)
    assert side_and_shift(1, 80, 10, 80, side="b") == ("b", 0)


def test_over_a_steep_line_it_goes_to_the_side_from_which_the_line_comes_or_to_which_it_falls() -> None:
    assert side_and_shift(1, 10, 60, 110) == ("t", -11)
    assert side_and_shift(1, 110, 60, 10) == ("t", 11)
    assert side_and_shift(1, 10, 60, 110, side="b") == ("b", 11)
    assert side_and_shift(1, 60, 10, 90) == ("b", 0)


def test_the_first_label_keeps_off_the_numbers_of_the_axis() -> None:
    assert side_and_shift(0, 10, 90, 110) == ("b", 0)


def test_in_a_narrow_valley_it_goes_under_the_line_unless_another_line_is_there() -> None:
    assert side_and_shift(1, 150, 10, 150) == ("b", 0)
    assert side_and_shift(1, 150, 10, 150, under=(0, 0, 0))[0] == "t"


def test_gaps_in_the_line_are_no_line() -> None:
    assert side_and_shift(1, None, 60, None) == ("t", 0)
    assert side_and_shift(1, None, 60, 110) == ("t", -11)
