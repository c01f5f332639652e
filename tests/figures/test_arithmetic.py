from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.figures import arithmetic
from deckbuilder.figures.figure import Figure
from deckbuilder.sources.grid import CellRef
from deckbuilder.value import Suppressed, Unit, Value

Pair = Callable[[str, Figure, Figure, str], Figure]
PAIRS = [arithmetic.difference, arithmetic.point_change, arithmetic.share, arithmetic.percent_change]
amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


def _figure(value: Value | int, unit: Unit = Unit.TKR, row: int = 1) -> Figure:
    return Figure(
        "a", Decimal(value) if isinstance(value, int) else value, unit, 0, (CellRef("a.csv", "", row, 2),), "värde"
    )


def _total(*values: Value | int) -> Figure:
    return arithmetic.total("t", [_figure(value, row=row) for row, value in enumerate(values, start=1)], "summan")


def test_a_sum_is_exact_and_in_the_unit_of_its_parts() -> None:
    figure = _total(Decimal("0.1"), Decimal("0.2"))
    assert (figure.value, figure.unit, figure.calculation) == (Decimal("0.3"), Unit.TKR, "summan")


def test_a_missing_part_makes_the_sum_missing() -> None:
    assert _total(1, None, 3).value is None


def test_a_withheld_part_makes_the_sum_withheld() -> None:
    assert _total(1, Suppressed("<5")).value == Suppressed("..")
    assert _total(Suppressed("<5"), None).value == Suppressed("..")


def test_a_zero_is_a_part_like_others() -> None:
    assert _total(0, 0).value == 0


def test_the_sum_of_nothing_is_missing_and_not_zero() -> None:
    assert _total().value is None


def test_a_text_is_never_counted_as_zero() -> None:
    assert _total(1, "saknas").value is None


@pytest.mark.parametrize("compute", PAIRS)
@pytest.mark.parametrize(("left", "right"), [(None, 1), (1, None), (None, None)])
def test_a_missing_side_makes_every_result_missing(compute: Pair, left: int | None, right: int | None) -> None:
    assert compute("d", _figure(left), _figure(right), "").value is None


@pytest.mark.parametrize("compute", PAIRS)
def test_a_withheld_side_makes_every_result_withheld(compute: Pair) -> None:
    assert compute("d", _figure(Suppressed("<5")), _figure(7), "").value == Suppressed("..")


def test_a_difference_is_left_minus_right() -> None:
    assert arithmetic.difference("d", _figure(-110), _figure(-100), "").value == -10


def test_a_change_between_percentages_is_in_points() -> None:
    figure = arithmetic.point_change(
        "d", _figure(Decimal("5.5"), Unit.PERCENT), _figure(Decimal("5.7"), Unit.PERCENT), ""
    )
    assert (figure.value, figure.unit, figure.decimals) == (Decimal("-0.2"), Unit.POINTS, 1)


def test_a_share_is_in_per_cent_of_the_whole() -> None:
    figure = arithmetic.share("d", _figure(1), _figure(8), "")
    assert (figure.value, figure.unit, figure.decimals) == (Decimal("12.5"), Unit.PERCENT, 1)


@pytest.mark.parametrize(
    ("now", "before", "percent"), [(110, 100, 10), (90, 100, -10), (-110, -100, -10), (50, -100, 150)]
)
def test_a_change_is_in_per_cent_of_the_size_before(now: int, before: int, percent: int) -> None:
    """A cost that is held as negative and grows is a change downwards."""
    assert arithmetic.percent_change("d", _figure(now), _figure(before), "").value == percent


@pytest.mark.parametrize("compute", [arithmetic.share, arithmetic.percent_change])
def test_a_part_of_zero_is_missing(compute: Pair) -> None:
    assert compute("d", _figure(5), _figure(0), "").value is None


def test_money_in_different_units_is_brought_to_the_first() -> None:
    kronor, thousands = _figure(5000, Unit.KR), _figure(2, Unit.TKR)
    assert arithmetic.total("t", [kronor, thousands], "").value == 7000
    assert arithmetic.difference("d", thousands, kronor, "").value == -3
    assert arithmetic.share("s", thousands, kronor, "").value == 40


def test_a_result_knows_every_cell_once() -> None:
    one, two = _figure(1, row=1), _figure(2, row=2)
    assert [cell.row for cell in arithmetic.total("t", [one, two, one], "").cells] == [1, 2]


@given(st.lists(amounts, min_size=1, max_size=20))
def test_the_order_of_the_parts_does_not_matter(values: list[Decimal]) -> None:
    assert _total(*values).value == _total(*reversed(values)).value == sum(values)


@given(amounts, amounts)
def test_a_difference_and_its_reverse_cancel(left: Decimal, right: Decimal) -> None:
    there = arithmetic.difference("d", _figure(left), _figure(right), "").number
    back = arithmetic.difference("d", _figure(right), _figure(left), "").number
    assert there is not None
    assert back == -there


@given(amounts, st.decimals(min_value=1, max_value=10**9, places=2))
def test_shares_of_a_part_and_of_the_rest_make_a_hundred(part: Decimal, whole: Decimal) -> None:
    shares = [arithmetic.share("s", _figure(value), _figure(whole), "").number for value in (part, whole - part)]
    assert abs(sum((share for share in shares if share is not None), Decimal(-100))) < Decimal("1e-12")


@pytest.mark.parametrize(("values", "middle"), [((3, 1, 2), 2), ((4, 1, None, 2, 3), Decimal("2.5")), ((None,), None)])
def test_the_median_is_the_middle_of_the_values_there_are(values: tuple[int | None, ...], middle: object) -> None:
    assert arithmetic.median("m", [_figure(value) for value in values], "medianen").value == middle
