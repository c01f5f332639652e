from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.period import Period, PeriodError

years = st.integers(1901, 2198)
periods = st.one_of(
    st.builds(lambda year, month: Period(year, month, month), years, st.integers(1, 12)),
    st.builds(lambda year, third: Period(year, third * 4 - 3, third * 4), years, st.integers(1, 3)),
    st.builds(lambda year: Period(year, 1, 12), years),
)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024-07", Period(2024, 7, 7)),
        ("2025-T1", Period(2025, 1, 4)),
        ("2025-T2", Period(2025, 5, 8)),
        ("2025-T3", Period(2025, 9, 12)),
        ("2021", Period(2021, 1, 12)),
        (" 2024-12\n", Period(2024, 12, 12)),
    ],
)
def test_months_tertials_and_years_are_periods(text: str, period: Period) -> None:
    assert Period.parse(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-00",
        "2024-13",
        "2024-7",
        "2024-T0",
        "2024-T4",
        "2024-t1",
        "202407",
        "24-07",
        "1899",
        "2200-01",
        "juli",
        "٢٠٢٤",
    ],
)
def test_anything_else_is_refused_with_how_to_write_it(text: str) -> None:
    with pytest.raises(PeriodError) as caught:
        Period.parse(text)
    assert str(caught.value) == (
        f"'{text}' är ingen period. Skriv en månad som 2024-07, ett tertial som 2025-T2 eller ett år som 2021."
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [("2024-07", "juli 2024"), ("2025-T2", "tertial 2 2025"), ("2021", "2021"), ("2024-12", "december 2024")],
)
def test_a_period_is_named_as_people_write_it(text: str, name: str) -> None:
    assert str(Period.parse(text)) == Period.parse(text).name == name


@pytest.mark.parametrize(
    ("text", "yymm"), [("2024-07", "2407"), ("2025-T2", "2508"), ("2021", "2112"), ("2009-01", "0901")]
)
def test_ledgers_name_a_period_by_its_last_month(text: str, yymm: str) -> None:
    assert Period.parse(text).yymm == yymm


def test_the_month_of_a_longer_period_is_its_last() -> None:
    assert [Period.parse(text).month for text in ("2024-07", "2025-T2", "2021")] == ["juli", "augusti", "december"]


@pytest.mark.parametrize(
    ("text", "previous"), [("2024-07", "2024-06"), ("2024-01", "2023-12"), ("2025-T1", "2024-T3"), ("2021", "2020")]
)
def test_the_periods_before_and_after_are_of_the_same_length(text: str, previous: str) -> None:
    assert Period.parse(text).previous.code == previous
    assert Period.parse(previous).next.code == text


def test_last_year_is_the_same_months_a_year_earlier() -> None:
    assert [Period.parse(text).last_year.code for text in ("2024-07", "2025-T2", "2021")] == [
        "2023-07",
        "2024-T2",
        "2020",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-02", date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 28)),
        ("2024-12", date(2024, 12, 31)),
        ("2025-T2", date(2025, 8, 31)),
    ],
)
def test_the_last_day_knows_leap_years_and_decembers(text: str, day: date) -> None:
    assert Period.parse(text).last_day == day


@given(periods)
def test_the_code_of_a_period_reads_back(period: Period) -> None:
    assert Period.parse(period.code) == period


@given(periods)
def test_a_period_begins_the_day_after_the_previous_one_ends(period: Period) -> None:
    assert period.previous.last_day + timedelta(days=1) == date(period.year, period.first_month, 1)
    assert period.previous < period


@given(years, st.integers(1, 12))
def test_twelve_months_back_is_last_year(year: int, month: int) -> None:
    period = moved = Period(year, month, month)
    for _ in range(12):
        moved = moved.previous
    assert moved == period.last_year


@given(st.text(max_size=9))
def test_no_text_ends_in_anything_but_a_period_or_a_period_error(text: str) -> None:
    try:
        period = Period.parse(text)
    except PeriodError:
        return
    assert period.code == text.strip()


@given(periods)
def test_the_next_of_the_previous_is_where_one_began(period: Period) -> None:
    assert period.previous.next == period.next.previous == period


@given(periods)
def test_the_periods_beside_are_as_long_and_of_the_same_kind(period: Period) -> None:
    for other in (period.previous, period.next, period.last_year):
        assert other.last_month - other.first_month == period.last_month - period.first_month
        assert Period.parse(other.code) == other


@given(periods, periods)
def test_periods_of_one_length_are_in_the_order_of_their_days_and_of_their_codes(one: Period, other: Period) -> None:
    if one.last_month - one.first_month == other.last_month - other.first_month:
        assert (one < other) == (one.last_day < other.last_day) == (one.code < other.code)
        assert (one == other) == (one.last_day == other.last_day)


@given(periods)
def test_last_year_ends_twelve_months_before(period: Period) -> None:
    before = period.last_year
    assert (before.year, before.first_month, before.last_month) == (
        period.year - 1,
        period.first_month,
        period.last_month,
    )
    assert before < period


@given(years)
def test_three_tertials_make_a_year(year: int) -> None:
    first, second, third = (Period.parse(f"{year}-T{number}") for number in (1, 2, 3))
    assert (first.next, second.next, third.next) == (second, third, Period.parse(f"{year + 1}-T1"))
    assert (first.first_month, third.last_month) == (1, 12)
    assert third.last_day == Period.parse(str(year)).last_day


def test_only_a_month_is_read_as_a_month() -> None:
    assert [Period.month_in(text) for text in ("2024-07", "2024", "2025-T2", "juli", "")] == [
        Period(2024, 7, 7), None, None, None, None,
    ]  # fmt: skip


def test_periods_of_other_lengths_are_ordered_by_where_they_start_and_end() -> None:
    month, year = Period(2024, 7, 7), Period(2024, 1, 12)
    assert year.start < month.start <= month.end < year.end
