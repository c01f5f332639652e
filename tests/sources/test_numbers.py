from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.sources.numbers import NotANumberError, parse_number
from deckbuilder.value import Suppressed

amounts = st.decimals(min_value=Decimal("-1e12"), max_value=Decimal("1e12"), places=2)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("1234", "1234"),
        ("1 234", "1234"),
        ("1\u00a0234\u202f567,8", "1234567.8"),
        ("5,5 %", "5.5"),
        ("64%", "64"),
        ("-100", "-100"),
        ("\u2212100", "-100"),
        ("\u2013100", "-100"),
        ("- 100", "-100"),
        ("12-", "-12"),
        ("+7", "7"),
        (" 007 ", "7"),
    ],
)
def test_numbers_are_read_as_people_and_exports_write_them(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", " ", "\u00a0\t"])
def test_an_empty_text_is_missing(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("text", ["<5", "< 10", "..", "-", "\u2013", "\u2014", "\u2212"])
def test_what_is_withheld_is_neither_missing_nor_zero(text: str) -> None:
    assert parse_number(f" {text} ") == Suppressed(text)


@pytest.mark.parametrize(
    "text",
    [
        "ca 5",
        "1.234",
        "1.234,5",
        "1,234,5",
        "1 23",
        "12 34",
        "1 2345",
        "--5",
        "-5-",
        "5 mkr",
        "% 5",
        "1e5",
        "(5)",
        "#N/A",
        "...",
        "٣",
        "²",
    ],
)
def test_anything_else_is_no_number_and_never_guessed_at(text: str) -> None:
    with pytest.raises(NotANumberError):
        parse_number(text)


def test_the_other_decimal_sign_must_be_asked_for() -> None:
    assert parse_number("1234.5", ".") == Decimal("1234.5")
    with pytest.raises(NotANumberError):
        parse_number("1234,5", ".")


@pytest.mark.parametrize("digits", ["1" * 30, "9" * 40 + ",5"])
def test_no_digit_is_lost_on_either_side_of_zero(digits: str) -> None:
    number = parse_number(digits)
    assert isinstance(number, Decimal)
    assert f"{number:f}".replace(".", ",") == digits
    assert parse_number(f"-{digits}") == number.copy_negate()


@given(
    amounts,
    st.sampled_from(["", " ", "\u00a0", "\u202f"]),
    st.sampled_from("-\u2212"),
    st.sampled_from(["", "%", " %"]),
)
def test_a_number_is_the_same_however_it_is_grouped(amount: Decimal, space: str, minus: str, tail: str) -> None:
    text = f"{amount:,}".replace(",", space).replace(".", ",").replace("-", minus)
    assert parse_number(text + tail) == amount


@given(st.text())
def test_no_text_ends_in_anything_but_a_value_or_not_a_number(text: str) -> None:
    try:
        value = parse_number(text)
    except NotANumberError:
        return
    assert value is None or isinstance(value, Decimal | Suppressed)
