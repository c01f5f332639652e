"""The order of slides that people and the report have both changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.refresh.order import merged_order

if TYPE_CHECKING:
    from collections.abc import Sequence

_IDS = st.lists(st.sampled_from("abcdefgh"), unique=True)
_OWN = st.lists(st.sampled_from("XYZ"), unique=True)


@st.composite
def decks(draw: st.DrawFn) -> tuple[list[str], list[str], list[str]]:
    """Return slides of the base, the deck and the data, each with some moved, gone and added."""
    base = draw(_IDS)
    kept = [name for name in base if draw(st.booleans())]
    theirs = draw(st.permutations([*kept, *draw(_OWN)]))
    return base, list(theirs), draw(_IDS)


def among(order: Sequence[str], others: Sequence[str]) -> list[str]:
    return [name for name in order if name in others]


@given(decks())
def test_nothing_is_lost_and_nothing_comes_twice(deck: tuple[list[str], list[str], list[str]]) -> None:
    base, theirs, ours = deck
    wanted = [name for name in ours if name not in base or name in theirs]
    order = merged_order(base, theirs, wanted)
    assert len(order) == len(set(order))
    assert set(order) == {*theirs, *wanted}


@given(_IDS, st.data())
def test_peoples_order_stays_when_only_they_have_moved(base: list[str], data: st.DataObject) -> None:
    theirs = data.draw(st.permutations([*base, "X"]))
    assert merged_order(base, theirs, base) == list(theirs)


@given(_IDS, st.data())
def test_the_datas_order_comes_when_only_the_data_has_moved(base: list[str], data: st.DataObject) -> None:
    ours = data.draw(st.permutations(base))
    own = data.draw(st.integers(0, len(base)))
    theirs = [*base[:own], "X", *base[own:]]
    order = merged_order(base, theirs, ours)
    assert among(order, base) == list(ours)
    assert order[: order.index("X")][-1:] == base[own - 1 : own]


@given(decks())
def test_merging_twice_is_merging_once(deck: tuple[list[str], list[str], list[str]]) -> None:
    base, theirs, ours = deck
    wanted = [name for name in ours if name not in base or name in theirs]
    once = merged_order(base, theirs, wanted)
    assert merged_order(ours, once, wanted) == once


def test_a_new_slide_comes_after_the_one_before_it_in_the_report() -> None:
    assert merged_order("abc", ["c", "a", "X", "b"], "abnc") == ["c", "a", "X", "b", "n"]
    assert merged_order("ab", ["a", "b"], "nab") == ["n", "a", "b"]


def test_two_slides_of_ones_own_stay_in_their_order_behind_one_that_moves() -> None:
    assert merged_order("abc", ["a", "X", "Y", "b", "c"], "bca") == ["b", "c", "a", "X", "Y"]
