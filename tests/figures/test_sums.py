"""Sums of rows in words."""

import pytest

from deckbuilder.figures.sums import sum_of


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("A", "summan av A"),
        ("AB", "summan av A och B"),
        ("ABCD", "summan av A, B, C och D"),
        ("ABCDE", "summan av 5 rader"),
    ],
)
def test_a_sum_of_more_rows_than_can_be_read_aloud_is_told_by_their_number(names: str, words: str) -> None:
    assert sum_of(list(names)) == words


def test_a_sum_of_many_columns_is_one_of_columns() -> None:
    assert sum_of(list("ABCDEF"), "kolumner") == "summan av 6 kolumner"
