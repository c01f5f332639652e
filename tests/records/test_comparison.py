from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.records.comparison import Comparison, compare
from deckbuilder.value import Level, Status, Suppressed, Trend, Unit
from tests.records.make import JULY, JUNE, figure, record, slide

if TYPE_CHECKING:
    from deckbuilder.figures.figure import Better
    from deckbuilder.value import Value

NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, places=2)


def told(comparison: Comparison) -> list[tuple[str, ...]]:
    """Return id, before, after and difference of each change, with plain spaces."""
    rows = []
    for c in comparison.changes:
        difference = "" if c.difference is None else c.difference.written(sign=True)
        rows.append((c.after.id, c.before.written(), c.after.written(), difference))
    return [tuple(text.replace("\u00a0", " ") for text in row) for row in rows]


def test_a_figure_that_has_another_value_is_told_with_its_difference_and_its_slides() -> None:
    before = record(JUNE, slide("a", figure("region.totalt.utfall", -100), figure("region.totalt.budget", -90)))
    now = figure("region.totalt.utfall", -155), figure("region.totalt.budget", -90)
    found = compare(before, record(JULY, slide("a", *now), slide("b", now[0])))
    assert told(found) == [("region.totalt.utfall", "−100 tkr", "−155 tkr", "−55 tkr")]
    assert [one.id for one in found.changes[0].slides] == ["a", "b"]


def test_percentages_differ_in_points_with_their_own_decimals() -> None:
    before = record(JUNE, slide("a", figure("t.r.andel", 5.7, Unit.PERCENT, decimals=1)))
    after = record(JULY, slide("a", figure("t.r.andel", 5.5, Unit.PERCENT, decimals=1)))
    assert told(compare(before, after)) == [("t.r.andel", "5,7 %", "5,5 %", "−0,2 %-enheter")]


def test_the_same_amount_in_another_unit_is_no_change() -> None:
    before = record(JUNE, slide("a", figure("t.r.k", 2000, Unit.TKR)))
    assert compare(before, record(JULY, slide("a", figure("t.r.k", 2, Unit.MKR)))).changes == ()


@pytest.mark.parametrize(("was", "now"), [(5, Suppressed("<5")), (None, 3), ("Pågår", "Klart")])
def test_what_is_no_number_has_no_difference(was: Value, now: Value) -> None:
    found = compare(record(JUNE, slide("a", figure("t.r.k", was))), record(JULY, slide("a", figure("t.r.k", now))))
    assert [change.difference for change in found.changes] == [None]


@pytest.mark.parametrize(("better", "verdict"), [("higher", "good"), ("lower", "bad"), (None, "")])
def test_a_verdict_needs_a_direction(better: Better | None, verdict: str) -> None:
    before = record(JUNE, slide("a", figure("t.r.avvikelse", -100, better=better)))
    after = record(JULY, slide("a", figure("t.r.avvikelse", -55, better=better)))
    assert compare(before, after).changes[0].verdict == verdict


def test_statuses_are_apart_and_judged_by_level() -> None:
    on_plan, partly = Status(Level.ON_PLAN, Trend.STEADY), Status(Level.PARTLY, Trend.STEADY)
    was = [figure("p.a.tid", partly), figure("p.b.tid", on_plan), figure("p.c.tid", on_plan), figure("p.d.tid", partly)]
    now = [
        figure("p.a.tid", on_plan),
        figure("p.b.tid", Status(Level.OFF_PLAN)),
        figure("p.c.tid", Status(Level.ON_PLAN, Trend.FALLING)),
        figure("p.d.tid", partly),
    ]
    found = compare(record(JUNE, slide("s", *was)), record(JULY, slide("s", *now)))
    assert found.changes == ()
    assert [(c.after.id, c.verdict) for c in found.statuses] == [
        ("p.a.tid", "good"), ("p.b.tid", "bad"), ("p.c.tid", "")
    ]  # fmt: skip


def test_a_month_that_both_have_is_a_late_correction() -> None:
    before = record(JUNE, slide("a", figure("v.2024-05.antal", 10), figure("v.2024-06.antal", 12)))
    months = figure("v.2024-05.antal", 11), figure("v.2024-06.antal", 12), figure("v.2024-07.antal", 15)
    found = compare(before, record(JULY, slide("a", *months)))
    assert [(c.before.id, c.after.id, c.is_correction) for c in found.changes] == [
        ("v.2024-05.antal", "v.2024-05.antal", True),
        ("v.2024-06.antal", "v.2024-07.antal", False),
    ]


def test_a_window_that_moves_is_neither_new_nor_gone() -> None:
    before = record(JUNE, slide("a", *[figure(f"v.2024-0{n}.antal", n) for n in (4, 5, 6)]))
    after = record(JULY, slide("a", *[figure(f"v.2024-0{n}.antal", n) for n in (5, 6, 7)]))
    found = compare(before, after)
    assert (found.new, found.gone) == ((), ())
    assert told(found) == [("v.2024-07.antal", "6 tkr", "7 tkr", "+1 tkr")]


def test_statistics_that_lag_are_compared_with_the_month_that_was_latest() -> None:
    before = record(JUNE, slide("a", figure("s.2024-04.totalt", 4), figure("s.2024-05.totalt", 5)))
    after = record(JULY, slide("a", figure("s.2024-05.totalt", 5), figure("s.2024-06.totalt", 6)))
    assert [(c.before.id, c.after.id) for c in compare(before, after).changes] == [
        ("s.2024-05.totalt", "s.2024-06.totalt")
    ]


def test_a_row_named_by_the_reports_month_is_one_quantity() -> None:
    before = record(JUNE, slide("a", figure("pension.juni.index", 3), figure("pension.ytd.index", 9)))
    after = record(JULY, slide("a", figure("pension.juli.index", 2), figure("pension.ytd.index", 9)))
    found = compare(before, after)
    assert told(found) == [("pension.juli.index", "3 tkr", "2 tkr", "−1 tkr")]
    assert (found.new, found.gone) == ((), ())


def test_a_month_that_has_got_its_value_is_compared_with_the_latest_before() -> None:
    before = record(JUNE, slide("a", figure("p.jun.utfall", 60), figure("p.jul.utfall", None)))
    after = record(JULY, slide("a", figure("p.jun.utfall", 60), figure("p.jul.utfall", 66)))
    assert told(compare(before, after)) == [("p.jul.utfall", "60 tkr", "66 tkr", "+6 tkr")]


def test_january_of_one_year_is_not_that_of_the_year_before() -> None:
    december, january = type(JULY)(2024, 12, 12), type(JULY)(2025, 1, 1)
    before = record(december, slide("a", figure("p.jan.utfall", 1), figure("p.dec.utfall", 12)))
    after = record(january, slide("a", figure("p.jan.utfall", 13), figure("p.dec.utfall", None)))
    assert [(c.before.id, c.after.id, c.is_correction) for c in compare(before, after).changes] == [
        ("p.dec.utfall", "p.jan.utfall", False)
    ]


def test_figures_of_another_time_without_a_month_in_their_name_only_move_along() -> None:
    before = record(JUNE, slide("a", figure("region.totalt.foreg_ar", 5, period=JUNE.last_year)))
    after = record(JULY, slide("a", figure("region.totalt.foreg_ar", 7, period=JULY.last_year)))
    assert [change.is_correction for change in compare(before, after).changes] == [False]


def test_two_builds_of_one_month_tell_which_earlier_months_were_corrected() -> None:
    before = record(JULY, slide("a", figure("r.t.foreg_ar", 5, period=JULY.last_year), figure("r.t.utfall", 8)))
    after = record(JULY, slide("a", figure("r.t.foreg_ar", 6, period=JULY.last_year), figure("r.t.utfall", 9)))
    assert [(c.after.id, c.is_correction) for c in compare(before, after).changes] == [
        ("r.t.foreg_ar", True), ("r.t.utfall", False)
    ]  # fmt: skip


def test_a_new_row_is_told_once_and_a_gone_one_too() -> None:
    kept = figure("p.gammal.tid", 1)
    was = figure("p.borta.tid", 1, label="Borta, tid"), figure("p.borta.kostnad", 1, label="Borta, kostnad")
    new = figure("p.ny.tid", 1, label="Ny, tid"), figure("p.ny.kostnad", 1, label="Ny, kostnad")
    found = compare(record(JUNE, slide("s", kept, *was)), record(JULY, slide("s", kept, *new)))
    assert [(row.label, len(row.figures)) for row in found.new] == [("Ny", 2)]
    assert [(row.label, len(row.figures)) for row in found.gone] == [("Borta", 2)]


def test_figures_of_a_new_slide_are_told_by_the_slide() -> None:
    found = compare(record(JUNE, slide("a")), record(JULY, slide("a"), slide("ny", figure("p.ny.tid", 1))))
    assert found.new == ()
    assert [one.id for one in found.new_slides] == ["ny"]


def test_slides_are_new_gone_changed_and_moved() -> None:
    before = record(JUNE, slide("a"), slide("b", digest="1"), slide("c"), slide("d"), slide("borta"))
    after = record(JULY, slide("d"), slide("a"), slide("b", digest="2"), slide("c"), slide("ny"))
    found = compare(before, after)
    slides = (found.new_slides, found.gone_slides, found.changed_slides, found.moved_slides)
    assert [[one.id for one in kind] for kind in slides] == [["ny"], ["borta"], ["b"], ["d"]]


def test_a_change_that_rounding_hides_needs_decimals() -> None:
    before = record(JUNE, slide("a", figure("t.r.k", Decimal("5.12"))))
    after = record(JULY, slide("a", figure("t.r.k", Decimal("5.23"))))
    (change,) = compare(before, after).changes
    assert change.telling_decimals() == 1


@pytest.mark.parametrize(
    ("was", "now", "decimals"),
    [(("6", 0), ("6.1", 1), 1), (("2.56", 1), ("2.54", 1), 2), (("2.5", 1), ("2.6", 1), None)],
)
def test_a_change_has_the_decimals_that_show_both_values_and_the_difference(
    was: tuple[str, int], now: tuple[str, int], decimals: int | None
) -> None:
    """`6 → 6,1 (+0,1)` leaves out that it was 6,0, and `2,6 → 2,5 (0,0)` that the difference is 0,02."""
    before, after = (figure("t.r.k", Decimal(value), Unit.PERCENT, decimals=places) for value, places in (was, now))
    (change,) = compare(record(JUNE, slide("a", before)), record(JULY, slide("a", after))).changes
    assert change.telling_decimals() == decimals


@given(NUMBERS, NUMBERS)
def test_before_and_difference_give_after(was: Decimal, now: Decimal) -> None:
    found = compare(record(JUNE, slide("a", figure("t.r.k", was))), record(JULY, slide("a", figure("t.r.k", now))))
    assert bool(found.changes) == (was != now)
    assert [c.difference.number for c in found.changes if c.difference is not None] == [now - was] * (was != now)


@given(st.lists(st.sampled_from("abcdefg"), unique=True))
def test_a_record_does_not_differ_from_itself(names: list[str]) -> None:
    one = record(JULY, *[slide(name, figure(f"t.{name}.k", 1)) for name in names])
    found = compare(one, one)
    assert found == Comparison(one, one)
