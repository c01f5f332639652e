"""What is which in two versions: by name, among several alike by what they hold, and renamed only where it is sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.refresh.lines import lines_of
from deckbuilder.refresh.matching import Item, holds_the_same, is_called_alike, partners


def items(*labels: str) -> list[Item]:
    """Return items that hold what tells them apart; `A=1 2` is called A and holds 1 and 2."""
    return [Item(label.partition("=")[0], tuple(label.partition("=")[2].split())) for label in labels]


def test_names_decide_in_whatever_order() -> None:
    assert partners(items("A", "B", "C"), items("C", "A"), holds_the_same) == {0: 1, 2: 0}


def test_of_several_with_one_name_what_they_hold_decides() -> None:
    assert partners(items("A=1", "A=2"), items("A=2", "A=3", "A=1"), is_called_alike) == {0: 2, 1: 0}


def test_several_with_one_name_are_in_order_when_there_are_as_many() -> None:
    assert partners(items("A=1", "A=2"), items("A=8", "A=9"), is_called_alike) == {0: 0, 1: 1}


def test_what_could_be_several_is_no_ones() -> None:
    assert partners(items("A=1", "A=2"), items("A=9"), is_called_alike) == {}


def test_what_people_have_renamed_is_known_by_what_it_holds_where_it_stood() -> None:
    assert partners(items("A=1 2", "B=3 4", "C=5 6"), items("A=1 2", "Q=3 9", "C=5 6"), holds_the_same)[1] == 1


def test_what_people_have_put_in_the_place_of_another_is_their_own() -> None:
    assert 1 not in partners(items("A=1 2", "B=3 4", "C=5 6"), items("A=1 2", "Q=7 8", "C=5 6"), holds_the_same)


def test_two_that_could_be_the_one_renamed_are_left() -> None:
    assert partners(items("A=1 2", "B=3 4"), items("A=1 2", "Q=3 4", "R=3 4"), holds_the_same) == {0: 0}


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [
        ("Utfall jul", "Utfall aug", True),
        ("Utfall 2024", "Utfall 2025", True),
        ("Budget 2024", "Utfall 2024", False),
        ("jul", "aug", False),
        ("2024", "2025", False),
        ("Smittskydd och vård", "Smittskydd och vården", True),
        ("Hus", "Bus", False),
    ],
)
def test_the_data_renames_by_month_and_number_and_slightly(old: str, new: str, alike: bool) -> None:
    assert is_called_alike(Item(old), Item(new)) is alike


LABELS = st.lists(st.sampled_from("AABC"), max_size=6)


@given(LABELS, LABELS, LABELS)
def test_each_line_has_one_place_in_each_version_and_each_place_one_line(
    base: list[str], theirs: list[str], ours: list[str]
) -> None:
    found = lines_of(items(*base), items(*theirs), items(*ours))
    for number, version in enumerate((base, theirs, ours)):
        assert sorted(place for line in found if (place := line.at(number)) is not None) == list(range(len(version)))
    for line in found:
        labels = {version[place] for n, version in enumerate((base, theirs, ours)) if (place := line.at(n)) is not None}
        assert len(labels) == 1
