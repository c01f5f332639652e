from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_FLOOR, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder import swedish
from deckbuilder.sources.numbers import parse_number
from deckbuilder.value import Unit

amounts = st.decimals(min_value=Decimal("-1e15"), max_value=Decimal("1e15"), places=6)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("0", 0, "0"),
        ("999", 0, "999"),
        ("1234", 0, "1\u00a0234"),
        ("1234567.891", 2, "1\u00a0234\u00a0567,89"),
        ("-100", 0, "\u2212100"),
        ("5", 1, "5,0"),
        ("0.05", 1, "0,1"),
        ("100000000", 0, "100\u00a0000\u00a0000"),
    ],
)
def test_a_number_has_no_break_spaces_a_decimal_comma_and_a_real_minus(value: str, decimals: int, shown: str) -> None:
    assert swedish.number(Decimal(value), decimals) == shown


@pytest.mark.parametrize(("value", "shown"), [("0.5", "1"), ("1.5", "2"), ("2.5", "3"), ("-0.5", "-1"), ("-2.5", "-3")])
def test_halves_are_rounded_away_from_zero(value: str, shown: str) -> None:
    assert swedish.rounded(Decimal(value)) == Decimal(shown)


@pytest.mark.parametrize("value", ["-0", "-0.0", "-0.4", "-0.04"])
def test_nothing_is_ever_shown_as_a_negative_zero(value: str) -> None:
    assert swedish.number(Decimal(value)) == "0"
    assert not swedish.rounded(Decimal(value)).is_signed()


@pytest.mark.parametrize(("value", "shown"), [("5", "+5"), ("-5", "\u22125"), ("0", "0"), ("0.4", "0"), ("0.5", "+1")])
def test_a_sign_is_put_before_what_shows_as_positive_only(value: str, shown: str) -> None:
    assert swedish.number(Decimal(value), sign=True) == shown


def test_a_number_larger_than_any_budget_is_still_written() -> None:
    """A bar code in the wrong column must not end in a traceback."""
    assert swedish.number(Decimal("1e30")) == "1" + "\u00a0000" * 10


@pytest.mark.parametrize(
    ("unit", "decimals", "shown"),
    [
        (Unit.PERCENT, 1, "5,5\u00a0%"),
        (Unit.POINTS, 1, "5,5\u00a0%-enheter"),
        (Unit.KR, 0, "6\u00a0kr"),
        (Unit.TKR, 0, "6\u00a0tkr"),
        (Unit.MKR, 0, "6\u00a0Mkr"),
        (Unit.COUNT, 0, "6"),
        (Unit.NONE, 1, "5,5"),
    ],
)
def test_a_unit_follows_its_number_after_a_no_break_space(unit: Unit, decimals: int, shown: str) -> None:
    assert swedish.with_unit(Decimal("5.5"), unit, decimals) == shown


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("1", 0, "1\u00a0%-enhet"),
        ("-1.2", 0, "\u22121\u00a0%-enhet"),
        ("1", 1, "1,0\u00a0%-enheter"),
        ("11", 0, "11\u00a0%-enheter"),
    ],
)
def test_one_point_is_in_the_singular(value: str, decimals: int, shown: str) -> None:
    assert swedish.with_unit(Decimal(value), Unit.POINTS, decimals) == shown


def test_the_label_of_a_unit_can_be_another() -> None:
    assert swedish.with_unit(Decimal(-100), Unit.MKR, 0, label="mnkr") == "\u2212100\u00a0mnkr"


def test_a_date_is_written_out() -> None:
    assert swedish.written_date(date(2024, 8, 27)) == "27 augusti 2024"


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Över 90 dagar", "over_90_dagar"),
        ("Hälso- och sjukvårdsnämnd", "halso_och_sjukvardsnamnd"),
        ("  %-enheter ", "enheter"),
        ("Idé, ÅÄÖ", "ide_aao"),
        ("***", ""),
    ],
)
def test_a_key_is_plain_small_letters(label: str, key: str) -> None:
    assert swedish.key(label) == key


def test_stray_spaces_of_exports_are_tidied() -> None:
    assert swedish.tidy("\u00a0 Utfall\n \u202f2024 ") == "Utfall 2024"


def test_a_capital_leaves_the_rest_as_it_is() -> None:
    assert (swedish.capital("antal IT-ärenden"), swedish.capital("ö"), swedish.capital("")) == (
        "Antal IT-ärenden",
        "Ö",
        "",
    )


@given(amounts, st.integers(0, 4))
def test_a_written_number_reads_back_as_the_rounded_one(value: Decimal, decimals: int) -> None:
    assert parse_number(swedish.number(value, decimals)) == swedish.rounded(value, decimals)


@given(amounts, st.integers(0, 4))
def test_rounding_is_to_the_nearest_and_halves_away_from_zero(value: Decimal, decimals: int) -> None:
    step = Decimal(1).scaleb(-decimals)
    steps = (abs(value) / step + Decimal("0.5")).to_integral_value(ROUND_FLOOR)
    assert swedish.rounded(value, decimals) == (steps * step).copy_sign(value)


@given(amounts)
def test_rounding_is_symmetric_around_zero(value: Decimal) -> None:
    assert swedish.rounded(-value, 1) == -swedish.rounded(value, 1)


@given(amounts, st.integers(0, 3), st.booleans())
def test_a_number_has_nothing_but_digits_and_swedish_signs(value: Decimal, decimals: int, sign: bool) -> None:
    fraction = rf",\d{{{decimals}}}" if decimals else ""
    assert re.fullmatch(rf"[+\u2212]?\d{{1,3}}(\u00a0\d{{3}})*{fraction}", swedish.number(value, decimals, sign=sign))


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert swedish.key(swedish.key(text)) == swedish.key(text)
    assert re.fullmatch(r"([a-z0-9]+(_[a-z0-9]+)*)?", swedish.key(text))


@given(st.decimals(-1, 1, places=8), st.integers(0, 4), st.booleans())
def test_a_minus_or_a_plus_never_stands_before_what_shows_as_zero(value: Decimal, decimals: int, sign: bool) -> None:
    shown = swedish.number(value, decimals, sign=sign)
    if not shown.strip("+\u22120,"):
        assert shown == swedish.number(Decimal(0), decimals)
    assert not swedish.rounded(value, decimals).is_signed() or swedish.rounded(value, decimals) < 0


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_a_half_goes_away_from_zero(number: int, decimals: int) -> None:
    step = Decimal(1).scaleb(-decimals)
    half = (number + Decimal("0.5").copy_sign(number)) * step
    assert swedish.rounded(half, decimals) == (number + Decimal(1).copy_sign(number)) * step


@given(amounts, st.integers(0, 4))
def test_what_is_rounded_stays_as_it_is_when_it_is_rounded_again(value: Decimal, decimals: int) -> None:
    once = swedish.rounded(value, decimals)
    assert swedish.rounded(once, decimals) == once
    assert abs(once - value) * 2 <= Decimal(1).scaleb(-decimals)


@given(amounts, st.integers(0, 4), st.sampled_from([unit for unit in Unit if unit is not Unit.POINTS]))
def test_a_number_with_a_sign_reads_back_and_its_unit_follows_it(value: Decimal, decimals: int, unit: Unit) -> None:
    shown = swedish.number(value, decimals, sign=True)
    assert parse_number(shown) == swedish.rounded(value, decimals)
    assert swedish.with_unit(value, unit, decimals, sign=True).startswith(shown)


def test_the_mark_of_a_kept_value_stands_after_its_unit() -> None:
    assert swedish.beside("\u221295*", "Mkr") == "\u221295\u00a0Mkr*"
    assert swedish.beside("95", "Mkr") == "95\u00a0Mkr"
    assert swedish.beside("95*", "") == "95*"
    assert swedish.unit_label(Unit.POINTS, "+1*") == "%-enhet"


@pytest.mark.parametrize(
    ("labels", "last", "shared"),
    [
        (["Kallelser, tid", "Kallelser, kostnad"], False, "Kallelser"),
        (["Nord, utfall", "Syd, utfall"], True, "utfall"),
        (["Nord, ack, utfall", "Syd, ack, utfall"], True, "ack, utfall"),
        (["Nord, utfall"], False, "Nord, utfall"),
        (["Nord, utfall", "Syd, budget"], False, "Nord, utfall"),
    ],
)
def test_labels_share_their_first_or_last_words(labels: list[str], last: bool, shared: str) -> None:
    assert swedish.shared_words(labels, last=last) == shared
