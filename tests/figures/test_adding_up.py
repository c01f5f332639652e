from __future__ import annotations

import math
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder import swedish
from deckbuilder.figures.adding_up import adding_up, real_sums

Values = dict[str, Decimal]
Sums = dict[str, tuple[str, ...]]
Column = tuple[Values, Sums]


def _column(rows: list[Decimal], groups: list[list[int]]) -> Column:
    """Return rows, a sum of each group of them, and the total of these sums and the other rows."""
    values = {f"r{number}": row for number, row in enumerate(rows)}
    sums: Sums = {}
    for number, group in enumerate(groups):
        sums[f"s{number}"] = tuple(f"r{row}" for row in group)
        values[f"s{number}"] = sum((rows[row] for row in group), Decimal(0))
    loose = [f"r{row}" for row in range(len(rows)) if not any(row in group for group in groups)]
    sums["total"] = (*sums, *loose)
    values["total"] = sum(rows, Decimal(0))
    return values, sums


@st.composite
def columns(draw: st.DrawFn) -> Column:
    """Draw a column of rows, subtotals and a total; half of the groups are given as rows of the total."""
    rows = draw(st.lists(st.decimals(-50, 50, places=draw(st.sampled_from((1, 3)))), min_size=1, max_size=6))
    cuts = sorted(draw(st.sets(st.integers(0, len(rows)), max_size=3)))
    groups = [list(range(*pair)) for pair in pairwise(cuts)]
    values, sums = _column(rows, groups)
    if draw(st.booleans()):
        sums["total"] = tuple(key for key in values if key.startswith("r"))
    return values, sums


def _adds_up(shown: Values, sums: Sums) -> bool:
    return all(sum(shown[part] for part in parts) == shown[key] for key, parts in sums.items())


def _numbers(**numbers: int) -> Values:
    return {key: Decimal(number) for key, number in numbers.items()}


def _plain(values: Values, decimals: int) -> Values:
    return {key: swedish.rounded(value, decimals) for key, value in values.items()}


def _cost(values: Values, shown: Values, sums: Sums, decimals: int) -> tuple[int, Decimal, int]:
    plain = _plain(values, decimals)
    moved = [key for key in values if shown[key] != plain[key]]
    distance = sum((abs(shown[key] - values[key]) for key in values), Decimal(0))
    return sum(key in sums for key in moved), distance, len(moved)


def _every_way(values: Values, sums: Sums, decimals: int, kept: set[str]) -> list[Values]:
    """Return every way to round each value down or up that adds up, by trying them all."""
    step, plain = Decimal(1).scaleb(-decimals), _plain(values, decimals)
    ways = [
        [plain[key]] if key in kept else sorted({math.floor(value / step) * step, math.ceil(value / step) * step})
        for key, value in values.items()
    ]
    tried = (dict(zip(values, way, strict=True)) for way in product(*ways))
    return [shown for shown in tried if _adds_up(shown, sums)]


@given(columns(), st.integers(0, 2))
def test_shown_parts_sum_to_shown_totals(column: Column, decimals: int) -> None:
    shown = adding_up(*column, decimals)
    assert shown is not None
    assert _adds_up(shown, column[1])


@given(columns(), st.integers(0, 2))
def test_no_value_is_moved_a_whole_unit_and_none_that_is_exact(column: Column, decimals: int) -> None:
    shown = adding_up(*column, decimals)
    assert shown is not None
    assert all(abs(shown[key] - value) < Decimal(1).scaleb(-decimals) for key, value in column[0].items())


@given(columns(), st.integers(0, 2))
def test_a_total_that_is_part_of_no_other_keeps_its_plain_rounding(column: Column, decimals: int) -> None:
    shown = adding_up(*column, decimals)
    assert shown is not None
    assert shown["total"] == swedish.rounded(column[0]["total"], decimals)


@given(columns(), st.integers(0, 2))
def test_nothing_changes_when_plain_rounding_adds_up(column: Column, decimals: int) -> None:
    plain = _plain(column[0], decimals)
    assert (adding_up(*column, decimals) == plain) == _adds_up(plain, column[1])


@given(columns(), st.integers(0, 2), st.sets(st.sampled_from(("r0", "r1", "s0"))))
def test_no_other_way_costs_less(column: Column, decimals: int, kept: set[str]) -> None:
    values, sums = column
    shown = adding_up(values, sums, decimals, kept)
    ways = _every_way(values, sums, decimals, kept | {"total"})
    assert (shown is None) == (not ways)
    if shown is not None:
        least = min(_cost(values, way, sums, decimals) for way in ways)
        assert _cost(values, shown, sums, decimals) == least


@given(st.lists(st.decimals(-9, 9, places=1), min_size=4, max_size=4))
def test_rows_that_several_sums_share_are_solved_together(rows: list[Decimal]) -> None:
    values = dict(zip("abcd", rows, strict=True))
    sums = {"x": ("a", "b", "c"), "y": ("b", "c", "d"), "z": ("c", "d")}
    values |= {key: sum((values[part] for part in parts), Decimal(0)) for key, parts in sums.items()}
    shown = adding_up(values, sums, 0)
    ways = _every_way(values, sums, 0, {"x", "y"})
    assert (shown is None) == (not ways)
    assert shown is None or _cost(values, shown, sums, 0) == min(_cost(values, way, sums, 0) for way in ways)


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        (["33.4", "33.3", "33.3"], ["34", "33", "33"]),
        (["0.6", "0.7", "0.9"], ["0", "1", "1"]),
        (["1.4", "1.4", "1.4"], ["2", "1", "1"]),
        (["-1.4", "-1.4", "-1.4"], ["-1", "-1", "-2"]),
        (["1", "0.4", "0", "0.4"], ["1", "1", "0", "0"]),
    ],
)
def test_the_largest_remainder_is_rounded_up_and_of_equal_ones_the_first(rows: list[str], shown: list[str]) -> None:
    column = _column([Decimal(row) for row in rows], [])
    result = adding_up(*column, 0)
    assert result is not None
    assert list(result.values())[:-1] == [Decimal(one) for one in shown]


def test_a_subtotal_is_moved_only_when_rows_cannot_make_up_for_it() -> None:
    column = _column([Decimal("1.45"), Decimal("1.41")], [[0]])
    shown = adding_up(*column, 0)
    assert shown == _numbers(r0=1, r1=2, s0=1, total=3)
    column = _column([Decimal("1.45"), Decimal("1.41")], [[0], [1]])
    shown = adding_up(*column, 0)
    assert shown == _numbers(r0=2, r1=1, s0=2, s1=1, total=3)


def test_a_column_whose_kept_values_do_not_add_up_has_no_way() -> None:
    column = _column([Decimal("1.4"), Decimal("1.4")], [])
    assert adding_up(*column, 0, {"r0"}) == _numbers(r0=1, r1=2, total=3)
    assert adding_up(*column, 0, {"r0", "r1"}) is None


def test_a_value_that_is_adjusted_to_zero_is_no_negative_zero() -> None:
    column = _column([Decimal("-0.6"), Decimal("-0.7"), Decimal("-0.9")], [])
    shown = adding_up(*column, 0)
    assert shown is not None
    assert str(shown["r0"]) == "0"


def test_a_total_of_shares_and_one_with_a_part_that_is_not_there_are_no_sums() -> None:
    values = {"a": Decimal(50), "b": Decimal(70), "mean": Decimal(60), "sum": Decimal(120)}
    sums = {"mean": ("a", "b"), "sum": ("a", "b"), "more": ("a",), "part": ("a", "c"), "a": ()}
    assert real_sums(values, sums) == {"sum": ("a", "b")}


@pytest.mark.parametrize(("shared", "is_tried"), [(10, True), (11, False)])
def test_more_shared_rows_than_can_be_tried_are_given_up(shared: int, is_tried: bool) -> None:
    values = {key: Decimal("1.3") for key in ("a", "b", *(f"r{number}" for number in range(shared)))}
    rows = tuple(values)[2:]
    sums = {"x": ("a", *rows), "y": ("b", *rows)}
    values |= {key: sum((values[part] for part in parts), Decimal(0)) for key, parts in sums.items()}
    shown = adding_up(values, sums, 0)
    assert (shown is not None) == is_tried
    assert shown is None or _adds_up(shown, sums)
