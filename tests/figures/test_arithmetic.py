from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.figures import arithmetic
from deckbuilder.figures.figure import Figure
from deckbuilder.figures.parts import shares
from deckbuilder.sources.grid import CellRef
from deckbuilder.sources.numbers import parse_number
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


def test_a_missing_part_of_another_unit_makes_the_sum_missing_too() -> None:
    parts = [_figure(None, Unit.COUNT), _figure(1, Unit.TKR)]
    assert arithmetic.total("t", parts, "summan").value is None


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


withheld = st.sampled_from(["<5", "< 10", "..", "–", "-", "—"])


def _mixed(values: list[Decimal], text: str, at: int) -> list[Figure]:
    """Return figures of the values, with one that is withheld among them."""
    return [_figure(value) for value in values[:at]] + [_figure(parse_number(text))] + [_figure(v) for v in values[at:]]


@given(withheld, amounts)
@pytest.mark.parametrize("compute", PAIRS)
def test_a_withheld_count_makes_every_result_withheld_on_either_side(compute: Pair, text: str, other: Decimal) -> None:
    hidden, known = _figure(parse_number(text)), _figure(other)
    for result in (compute("d", hidden, known, ""), compute("d", known, hidden, ""), compute("d", hidden, hidden, "")):
        assert (result.value, result.number, result.shown()) == (Suppressed(".."), None, "..")
        assert result.verdict == ""


@given(st.lists(amounts, max_size=8), withheld, st.integers(0, 8))
def test_a_withheld_count_makes_a_sum_withheld_wherever_it_stands(values: list[Decimal], text: str, at: int) -> None:
    assert arithmetic.total("t", _mixed(values, text, at), "").value == Suppressed("..")


@given(st.lists(st.decimals(0, 10**6, places=0), max_size=8), withheld, st.integers(0, 8))
def test_a_withheld_part_makes_all_shares_of_a_whole_withheld(values: list[Decimal], text: str, at: int) -> None:
    found = shares("s", _mixed(values, text, at), None)
    assert {figure.value for figure in found} == {Suppressed("..")}


@given(st.lists(amounts, min_size=1, max_size=8), withheld, st.integers(0, 8))
def test_a_withheld_count_is_no_zero_in_the_median(values: list[Decimal], text: str, at: int) -> None:
    alone = arithmetic.median("m", [_figure(value) for value in values], "").value
    assert arithmetic.median("m", _mixed(values, text, at), "").value == alone


@given(withheld)
def test_a_withheld_count_stays_as_it_stood_when_its_sign_is_turned_or_its_unit_is_another(text: str) -> None:
    figure = _figure(parse_number(text))
    assert arithmetic.negated(figure).value == figure.value == Suppressed(text)
    assert figure.as_shown(Unit.MKR, 1, "lower").shown() == figure.shown(Unit.KR, 2, sign=True) == text
    assert figure.written("Mkr") == text, "no unit follows what is no number"


@given(withheld, st.integers(0, 3))
def test_what_is_withheld_missing_and_zero_are_told_apart_in_sums_and_on_slides(text: str, decimals: int) -> None:
    figures = [_figure(parse_number(text)), _figure(None), _figure(0)]
    sums = [arithmetic.total("t", [_figure(7), figure], "").value for figure in figures]
    assert sums == [Suppressed(".."), None, 7]
    assert [figure.value for figure in figures] == [Suppressed(text), None, 0]
    assert figures[2].shown(decimals=decimals)[0] == "0"


@given(amounts, amounts.filter(bool))
def test_a_change_in_per_cent_has_the_sign_of_the_change_whatever_the_base_is(now: Decimal, before: Decimal) -> None:
    percent = arithmetic.percent_change("p", _figure(now), _figure(before), "").number
    assert percent is not None
    assert (percent > 0, percent < 0) == (now > before, now < before)


@given(amounts, amounts)
def test_points_are_the_plain_difference_of_two_percentages(now: Decimal, before: Decimal) -> None:
    change = arithmetic.point_change("p", _figure(now, Unit.PERCENT), _figure(before, Unit.PERCENT), "")
    assert (change.value, change.unit) == (now - before, Unit.POINTS)


@given(amounts, amounts.filter(bool))
def test_a_share_of_the_whole_gives_the_part_back(part: Decimal, whole: Decimal) -> None:
    share = arithmetic.share("s", _figure(part), _figure(whole), "").number
    assert share is not None
    assert abs(share * whole / 100 - part) <= abs(part) * Decimal("1e-20")


@given(st.lists(st.one_of(st.none(), amounts), min_size=1, max_size=12))
def test_a_sum_is_missing_if_any_part_is_and_exact_if_none_is(values: list[Decimal | None]) -> None:
    assert _total(*values).value == (None if None in values else sum(value for value in values if value is not None))


@given(amounts)
def test_a_figure_and_its_negation_sum_to_zero_and_never_to_minus_zero(value: Decimal) -> None:
    figure = _figure(value)
    nothing = arithmetic.total("t", [figure, arithmetic.negated(figure)], "")
    assert (nothing.value, nothing.shown(), nothing.shown(sign=True)) == (Decimal(0), "0", "0")
