"""Rows fit the terminal."""

from __future__ import annotations

import pytest

from deckbuilder.cli.columns import columns

ROWS = [("utfall.csv", "ekonomichef på koncernkontoret", "levererad"), ("b.csv", "", "saknas, försenad")]
HEADING = ("Fil", "Lämnas av", "Läge")


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    assert list(columns(ROWS, 80, (1,), HEADING)) == [
        "Fil         Lämnas av                       Läge",
        "utfall.csv  ekonomichef på koncernkontoret  levererad",
        "b.csv                                       saknas, försenad",
    ]


def test_a_wide_column_is_broken() -> None:
    assert list(columns(ROWS, 46, (1,), HEADING)) == [
        "Fil         Lämnas av         Läge",
        "utfall.csv  ekonomichef på    levererad",
        "            koncernkontoret",
        "b.csv                         saknas, försenad",
    ]


def test_where_nothing_fits_each_row_is_a_list() -> None:
    assert list(columns(ROWS, 30, (1,), HEADING)) == [
        "utfall.csv",
        "  ekonomichef på",
        "  koncernkontoret, levererad",
        "b.csv",
        "  saknas, försenad",
    ]


@pytest.mark.parametrize("width", range(20, 100, 7))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert all(len(line) <= width for line in columns(ROWS, width, (1, 2), HEADING))


def test_a_column_without_a_word_takes_no_room() -> None:
    assert list(columns([("a.csv", "", "saknas"), ("b.csv", "", "levererad")], 80, (1,))) == [
        "a.csv  saknas",
        "b.csv  levererad",
    ]
