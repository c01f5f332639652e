from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder import swedish
from deckbuilder.checks.typed_numbers import typed_numbers
from deckbuilder.value import Unit


def found(sentence: str) -> list[str]:
    return [number.name for number in typed_numbers(sentence)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Det blev +100 Mkr", ["+100-mkr"]),
        ("Det blev −100 mnkr, alltså -100 miljoner kronor eller –100 mkr", ["-100-mkr"] * 3),
        ("Det blev 1 234,5 tkr (5,5 %)", ["1234,5-tkr", "5,5-procent"]),
        ("Det är 5,5 procent, 0,2 procentenheter och 2 %-enheter", ["5,5-procent", "0,2-enheter", "2-enheter"]),
        (
            "Mellan 100 och 150 Mkr, 100–150 kr, 5-6 %",
            ["100-mkr", "150-mkr", "100-kr", "150-kr", "5-procent", "6-procent"],
        ),
        ("Planen är 5,7 miljarder, varav 3 miljoner till 12000kr", ["5,7-miljarder", "3-miljoner", "12000-kr"]),
        ("Skillnaden är +3 mot fjol", ["+3"]),
        (
            "1 234 av dem, 1 000–1 500 patienter, 450 ärenden och 320 årsarbetare",
            ["1234", "1000", "1500", "450", "320"],
        ),
    ],
)
def test_numbers_with_a_unit_a_sign_or_a_noun_are_found(sentence: str, names: list[str]) -> None:
    assert found(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Den 27 augusti 2024, 2024-08-27, 1/12 2023, 2023–2026 och till år 2040",
        "Kl. 13.30 eller 13:30 på 1177 eller 112, projekt 4711, telefon 090-785 70 00",
        "Väntat 31–60 dagar, 181–365 dagar, 120 minuter, 365 dagar om året, 500-årsjubileum",
        "Enligt 101 § och § 123, SOU 2021:25, Ju2018:05, F32.1, covid-19 och R12",
        "Högst 20 % i en fond, minst 150 000 människor, upp till 30 Mkr",
        "Det blev …–… Mkr, … % och 5… kr",
        "Sex av 21 län och 3 av 4 uppdrag",
    ],
)
def test_dates_codes_spans_limits_and_templates_are_no_typed_numbers(sentence: str) -> None:
    assert found(sentence) == []


def test_a_typed_sign_must_agree_and_without_one_the_size_is_enough() -> None:
    (plus,), (size,) = typed_numbers("+100 Mkr"), typed_numbers("100 Mkr")
    assert not plus.is_met_by(Decimal(-100))
    assert plus.is_met_by(Decimal("99.5"))
    assert size.is_met_by(Decimal("-100.4"))
    assert not size.is_met_by(Decimal("100.5"))


def test_a_number_that_says_itself_that_it_is_round_may_be_off_by_its_last_digit_but_at_most_a_tenth() -> None:
    (about,), (hundred,) = typed_numbers("drygt 150 Mkr"), typed_numbers("ca 100 Mkr")
    assert about.is_met_by(Decimal(159))
    assert not about.is_met_by(Decimal(160))
    assert hundred.is_met_by(Decimal(109))
    assert not hundred.is_met_by(Decimal(110))


def test_a_number_without_a_unit_is_about_values_of_its_own_magnitude() -> None:
    (plain,), (money,) = typed_numbers("+100 fler"), typed_numbers("+100 kr")
    assert [plain.can_be(Decimal(value)) for value in (9, 10, -1000, 1001)] == [False, True, True, False]
    assert money.can_be(Decimal(9))


@given(
    st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4),
    st.sampled_from([Unit.KR, Unit.TKR, Unit.MKR, Unit.PERCENT, Unit.POINTS]),
    st.integers(0, 3),
    st.sampled_from(["", "+"]),
)
def test_a_number_that_the_program_has_written_is_found_and_met_by_its_value(
    value: Decimal, unit: Unit, decimals: int, sign: str
) -> None:
    written = swedish.with_unit(value, unit, decimals, sign=bool(sign))
    (number,) = typed_numbers(f"Det blev {written} i juli, enligt … siffror.")
    assert number.typed == written
    assert number.decimals == decimals
    assert number.is_met_by(value)
    assert not number.is_met_by(value + 2)


@given(st.integers(100, 10**9))
def test_a_count_of_three_digits_or_more_is_found_and_met_by_its_value(count: int) -> None:
    (number,) = typed_numbers(f"Nu väntar {swedish.number(Decimal(count))} patienter.")
    assert number.number == Decimal(count)
    assert number.unit == ""
