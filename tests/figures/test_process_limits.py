from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.figures.figure import Figure
from deckbuilder.figures.process_limits import Finding, ProcessLimits, Rule, process_limits
from deckbuilder.sources.grid import CellRef
from deckbuilder.value import Suppressed, Unit, Value

sequences = st.lists(st.one_of(st.none(), st.integers(-50, 50).map(Decimal)), max_size=40)


def _points(*values: Value | int, unit: Unit = Unit.MKR) -> list[Figure]:
    return [
        Figure(f"p{n}", Decimal(v) if isinstance(v, int) else v, unit, 0, (CellRef("a.csv", "", n, 2),))
        for n, v in enumerate(values)
    ]


def _limits(*values: Value | int, unit: Unit = Unit.MKR, baseline: int = 0) -> ProcessLimits:
    return process_limits("x", _points(*values, unit=unit), baseline)


def _found(limits: ProcessLimits, rule: Rule) -> list[tuple[int, tuple[int, ...]]]:
    return [(finding.direction, finding.points) for finding in limits.findings if finding.rule is rule]


def test_limits_are_as_computed_by_hand() -> None:
    """10, 14, 12, 18, 16: mean 14, steps 4, 2, 6 and 2 with the mean 3.5, and 2.66 × 3.5 = 9.31."""
    limits = _limits(10, 14, 12, 18, 16)
    four = (limits.mean, limits.upper, limits.lower, limits.moving_range)
    assert [figure.value for figure in four] == [14, Decimal("23.31"), Decimal("4.69"), Decimal("3.5")]
    assert limits.findings == ()


def test_limits_tell_their_calculation_and_cells() -> None:
    upper = _limits(10, 14, 12).upper
    assert upper.calculation == (
        "medelvärdet av 3 värden plus 2,66 gånger medelvärdet av 2 förändringar från en punkt till nästa"
    )
    assert [cell.row for cell in upper.cells] == [0, 1, 2]
    assert (upper.id, upper.unit) == ("x.ovre", Unit.MKR)


def test_a_baseline_makes_the_limits_and_later_points_are_held_against_them() -> None:
    limits = _limits(10, 12, 10, 12, 40, baseline=4)
    assert [limits.mean.value, limits.upper.value] == [11, Decimal("16.32")]
    assert _found(limits, Rule.OUTSIDE) == [(1, (4,))]


@pytest.mark.parametrize("gap", [None, Suppressed("..")])
def test_a_gap_has_no_steps_to_it(gap: Value) -> None:
    limits = _limits(10, 12, gap, 100, 102)
    assert [limits.mean.value, limits.moving_range.value] == [56, 2]


@pytest.mark.parametrize("values", [(), (5,), (5, None, 7), (None, None)])
def test_without_a_step_there_are_no_limits(values: tuple[int | None, ...]) -> None:
    limits = _limits(*values)
    assert [limits.mean.value, limits.upper.value, limits.lower.value, limits.moving_range.value] == [None] * 4
    assert limits.findings == ()


@pytest.mark.parametrize("unit", [Unit.COUNT, Unit.PERCENT])
def test_no_count_or_share_has_a_limit_below_zero(unit: Unit) -> None:
    limits = _limits(0, 1, 0, 39, unit=unit)
    assert [limits.lower.value, limits.clipped] == [0, True]
    assert limits.lower.calculation.endswith(", som lägst 0")


def test_money_may_have_a_limit_below_zero() -> None:
    """Mean 10, steps 1, 1 and 39: the limit is 10 − 2.66 × 41 / 3."""
    limits = _limits(0, 1, 0, 39)
    assert (limits.lower.shown(decimals=2), limits.clipped) == ("\u221226,35", False)


def test_changes_in_per_cent_may_have_a_limit_below_zero() -> None:
    assert not _limits(-1, 1, 0, 40, unit=Unit.PERCENT).clipped


def test_seven_points_on_one_side_are_a_run_and_six_are_not() -> None:
    six, seven = [20, 21, 20, 21, 20, 21], [20, 21, 20, 21, 20, 21, 20]
    assert _found(_limits(*[2, 1] * 10, *six, baseline=20), Rule.RUN) == []
    assert _found(_limits(*[2, 1] * 10, *seven, baseline=20), Rule.RUN) == [(1, tuple(range(20, 27)))]


def test_a_point_on_the_mean_or_a_gap_ends_a_run() -> None:
    for between in (Decimal("1.5"), None):
        values = [3, 4, 3, 4, between, 3, 4, 3, 4]
        assert _found(_limits(*[2, 1] * 10, *values, baseline=20), Rule.RUN) == []


def test_seven_rising_or_falling_points_are_a_trend_and_six_are_not() -> None:
    assert _found(_limits(1, 2, 3, 4, 5, 6, 6), Rule.TREND) == []
    assert _found(_limits(1, 2, 3, 4, 5, 6, 7), Rule.TREND) == [(1, tuple(range(7)))]
    assert _found(_limits(9, 7, 6, 5, 4, 3, 2, 1), Rule.TREND) == [(-1, tuple(range(8)))]


def test_a_gap_ends_a_trend() -> None:
    assert _found(_limits(1, 2, 3, 4, None, 6, 7, 8, 9), Rule.TREND) == []


def test_two_of_three_near_a_limit_are_found_and_the_third_is_not_marked() -> None:
    """The base 1, 2, 1 … has mean 1.5 and steps 1: the limit is 4.16, the outer third begins at 3.27."""
    base = [1, 2] * 10
    assert _found(_limits(*base, 4, 2, 4, 1, baseline=20), Rule.NEAR) == [(1, (20, 22))]
    assert _found(_limits(*base, 4, 1, 4, 1, baseline=20), Rule.NEAR) == []  # not the same side
    assert _found(_limits(*base, 4, None, 4, 1, baseline=20), Rule.NEAR) == []
    assert _found(_limits(*base, 4, 2, 2, 4, baseline=20), Rule.NEAR) == []


def test_points_outside_are_not_near() -> None:
    assert _found(_limits(*[1, 2] * 10, 9, 9, 2, baseline=20), Rule.NEAR) == []


def test_a_point_knows_what_was_found_there() -> None:
    limits = _limits(*[1, 2] * 10, 9, baseline=20)
    assert limits.at(20) == (Finding(Rule.OUTSIDE, 1, (20,)),)
    assert limits.at(19) == ()


@given(sequences, st.integers(-100, 100))
def test_findings_do_not_depend_on_where_zero_is(values: list[Decimal | None], moved: int) -> None:
    there = _limits(*(None if value is None else value * 10**6 + moved for value in values))
    assert there.findings == _limits(*(None if value is None else value * 10**6 for value in values)).findings


@given(sequences)
def test_upside_down_the_same_points_are_found_the_other_way(values: list[Decimal | None]) -> None:
    found = {(f.rule, f.direction, f.points) for f in _limits(*values).findings}
    turned = {
        (f.rule, -f.direction, f.points)
        for f in _limits(*(None if value is None else -value for value in values)).findings
    }
    assert found == turned


@given(sequences)
def test_marked_points_have_values_and_no_finding_spans_a_gap(values: list[Decimal | None]) -> None:
    for finding in _limits(*values).findings:
        first, last = finding.points[0], finding.points[-1]
        assert all(value is not None for value in values[first : last + 1])
        least = {Rule.OUTSIDE: 1, Rule.RUN: 7, Rule.TREND: 7, Rule.NEAR: 2}[finding.rule]
        assert len(finding.points) >= least
        assert all(b - a == 1 or finding.rule is Rule.NEAR for a, b in pairwise(finding.points))


@given(sequences)
def test_the_limits_lie_equally_far_from_the_mean(values: list[Decimal | None]) -> None:
    limits = _limits(*values)
    if limits.mean.number is not None and limits.upper.number is not None and limits.lower.number is not None:
        known = [value for value in values if value is not None]
        assert min(known) <= limits.mean.number <= max(known)
        assert abs(limits.upper.number + limits.lower.number - 2 * limits.mean.number) < Decimal("1e-20")
