from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.figures.figure import Figure
from deckbuilder.figures.months import window
from deckbuilder.figures.series import Series
from deckbuilder.period import Period
from deckbuilder.value import Suppressed, Unit, Value

JULY = Period(2024, 7, 7)
MONTHS = window(JULY, 36)
MIDDLE = window(JULY, 12)[5]
amounts = st.decimals(-(10**9), 10**9, places=2)
counts = st.lists(
    st.one_of(amounts, st.none(), st.sampled_from(["<5", "..", "–"]).map(Suppressed)), min_size=36, max_size=36
)


def _series(values: list[Value], unit: Unit = Unit.TKR, **options: object) -> Series:
    """Return a series of the last months up to and with July 2024; months before them are missing."""
    known = dict(zip(window(JULY, len(values)), values, strict=True))

    def read(month: Period) -> Figure:
        return Figure("", known.get(month), unit, 0, (), "värde")

    return Series("t", "a", "Kostnad", read, unit, **options)  # type: ignore[arg-type]


def _percent(now: Value, before: Value, unit: Unit = Unit.TKR) -> Figure:
    series = _series([before, now], unit)
    return series.percent(series.value(JULY), series.value(JULY.previous), "2024-07 jämfört med 2024-06")


def _brute(values: list[Value]) -> Value:
    """Return what a sum of values must be, in the plainest way."""
    if any(isinstance(value, Suppressed) for value in values):
        return Suppressed("..")
    numbers = [value for value in values if isinstance(value, Decimal)]
    return sum(numbers, Decimal(0)) if len(numbers) == len(values) else None


@given(counts)
def test_r12_is_the_sum_of_its_months_missing_or_withheld(values: list[Value]) -> None:
    series = _series(values)
    for number, month in enumerate(MONTHS[11:]):
        assert series.rolling(month).value == _brute(values[number : number + 12])


@given(counts)
def test_what_has_accumulated_begins_anew_in_january(values: list[Value]) -> None:
    series = _series(values)
    for number, month in enumerate(MONTHS[12:], start=12):
        assert series.accumulated(month).value == _brute(values[number + 1 - month.last_month : number + 1])


@given(st.lists(amounts, min_size=36, max_size=36), st.integers(0, 11))
def test_one_missing_month_makes_r12_missing_and_its_change_too(values: list[Decimal], gap: int) -> None:
    holed: list[Value] = [None if number == 24 + gap else value for number, value in enumerate(values)]
    assert _series(holed).rolling(JULY).value is None
    assert _series(holed).rolling_change(JULY).value is None
    assert _series(holed).rolling(JULY.last_year).value == sum(values[12:24])


@given(st.lists(amounts, min_size=36, max_size=36), st.integers(0, 11), st.sampled_from(["<5", "..", "–"]))
def test_one_withheld_month_makes_r12_withheld_and_its_change_too(values: list[Decimal], at: int, text: str) -> None:
    held: list[Value] = [Suppressed(text) if number == 24 + at else value for number, value in enumerate(values)]
    assert _series(held).rolling(JULY).value == Suppressed("..")
    assert _series(held).rolling_change(JULY).value == Suppressed("..")


@given(amounts.filter(bool), st.decimals(-5, 5, places=2))
def test_r12_changes_as_each_of_its_months_does(amount: Decimal, times: Decimal) -> None:
    """Twelve equal months and then twelve others: the change has the sign of what was added, whatever the base's."""
    series = _series([*[amount] * 12, *[amount * times] * 12])
    change = series.rolling_change(JULY).number
    if times < 0:
        assert change is None
    else:
        assert change is not None
        assert (change > 0) == (amount * times > amount)
        assert abs(change) == abs(times - 1) * 100


@given(amounts, amounts)
def test_a_change_is_what_brings_one_month_to_the_next(before: Decimal, now: Decimal) -> None:
    series = _series([before, now])
    change = series.change(series.value(JULY), series.value(JULY.previous), "").number
    assert change is not None
    assert before + change == now


@given(amounts, amounts)
def test_a_percentage_changes_in_points(before: Decimal, now: Decimal) -> None:
    series = _series([before, now], Unit.PERCENT)
    change = series.change(series.value(JULY), series.value(JULY.previous), "")
    assert (change.value, change.unit) == (now - before, Unit.POINTS)


@pytest.mark.parametrize(
    ("now", "before", "unit", "why"),
    [
        (Decimal(5), Decimal(0), Unit.TKR, "en förändring från noll går inte att ange i procent"),
        (Decimal(5), Decimal(-4), Unit.TKR, "en förändring mellan minus och plus går inte att ange i procent"),
        (Decimal(5), Decimal(4), Unit.PERCENT, "en andel ändras i procentenheter, inte i procent"),
    ],
)
def test_per_cent_is_left_out_where_it_says_nothing(now: Decimal, before: Decimal, unit: Unit, why: str) -> None:
    figure = _percent(now, before, unit)
    assert (figure.value, figure.calculation) == (None, f"2024-07 jämfört med 2024-06: {why}")


def test_a_cost_that_falls_to_nothing_falls_a_hundred_per_cent() -> None:
    assert (_percent(Decimal(0), Decimal(8)).value, _percent(Decimal(0), Decimal(-8)).value) == (
        Decimal(-100),
        Decimal(100),
    )


def test_a_gap_is_named_in_the_sums_that_it_breaks() -> None:
    values: list[Value] = [None if month == MIDDLE else Decimal(1) for month in MONTHS]
    words = "summan av Kostnad 2023-08 till 2024-07 (saknar tal för 2024-01)"
    assert _series(values).rolling(JULY).calculation == words
    assert (
        _series(values).accumulated(JULY).calculation
        == "summan av Kostnad 2024-01 till 2024-07 (saknar tal för 2024-01)"
    )
    assert _series(values).missing(MONTHS) == [MIDDLE]


def test_a_withheld_month_is_named_as_that_and_is_not_missing() -> None:
    values: list[Value] = [Suppressed("<5") if month == MIDDLE else Decimal(1) for month in MONTHS]
    assert _series(values).rolling(JULY).calculation == (
        "summan av Kostnad 2023-08 till 2024-07 (skyddad uppgift för 2024-01)"
    )
    assert _series(values).missing(MONTHS) == []


def test_figures_have_their_address_their_month_and_their_parts() -> None:
    figure = _series([Decimal(1)] * 12).rolling(JULY)
    assert (figure.id, figure.period, figure.label) == ("t.2024-07.a_r12", JULY, "juli 2024, Kostnad, R12")
    assert [part.id for part in figure.parts] == [f"t.{month.code}.a" for month in window(JULY, 12)]
    assert {part.period for part in figure.parts} == set(window(JULY, 12))


def test_what_a_source_states_has_accumulated_is_taken_as_it_is() -> None:
    stated = Figure("", Decimal(700), Unit.TKR, 0, (), "står i filen")
    figure = _series([None], read_accumulated=lambda _: stated).accumulated(JULY)
    assert (figure.value, figure.calculation, figure.id) == (Decimal(700), "står i filen", "t.2024-07.a_ack")
