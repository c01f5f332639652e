from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks.jumps import hints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.checks.finding import Finding
    from tests.conftest import MakeBook

CONFIG = """
sources:
  kostnad: {file: kostnad.csv, header: Månad}
figures:
  kostnad:
    kind: monthly
    source: kostnad
    label: Verksamhetens kostnad
    month: Månad
    unit: tkr
    columns: {kostnad: Kostnad, ovrigt: Övrigt}
"""
MONTHS = [*(f"2023-{month:02}" for month in range(7, 13)), *(f"2024-{month:02}" for month in range(1, 8))]
CALM = ["100", "102", "99", "101", "100", "103", "100", "98", "101", "100", "102", "101"]


def told(make_book: MakeBook, values: Sequence[str], others: Sequence[str] = ("5",) * 13) -> list[Finding]:
    rows = "\n".join(f"{month};{value};{other}" for month, value, other in zip(MONTHS, values, others, strict=True))
    book = make_book(CONFIG, kostnad=f"Månad;Kostnad;Övrigt\n{rows}\n")
    book.table("kostnad")
    return list(hints(book, "Mkr"))


def test_a_step_far_outside_the_earlier_ones_is_told_with_what_is_usual(make_book: MakeBook) -> None:
    (hint,) = told(make_book, [*CALM, "101000"])
    assert hint.is_hint
    assert str(hint.problem).replace("\u00a0", " ") == (
        "input/2024-07/kostnad.csv:14: Verksamhetens kostnad har ändrats mer till juli 2024 än det brukar från månad "
        "till månad: kostnad +100 899 tkr till 101 000 tkr, brukar vara högst 7 tkr. Kontrollera exporten: fel urval, "
        "månad eller enhet (kr för tkr) ger sådana hopp. [hopp.kostnad]"
    )


def test_all_series_of_a_table_are_told_in_one_hint(make_book: MakeBook) -> None:
    (hint,) = told(make_book, [*CALM, "200"], [*CALM[::-1], "0"])
    assert "kostnad +99" in hint.sentence
    assert "; övrigt −100" in hint.sentence


@pytest.mark.parametrize(("latest", "count"), [("108", 0), ("109", 1), ("96", 0), ("95", 1)])
def test_the_limit_is_3_267_times_the_mean_step(make_book: MakeBook, latest: str, count: int) -> None:
    """Every earlier step is 2, so that the limit is 6.53 on both sides of 102."""
    assert len(told(make_book, ["", *("102", "100") * 5, "102", latest])) == count


def test_a_step_to_where_the_month_was_last_year_is_the_season(make_book: MakeBook) -> None:
    assert told(make_book, ["125", *CALM[1:], "127"]) == []


def test_fewer_than_eight_earlier_steps_say_nothing_and_a_gap_is_no_step(make_book: MakeBook) -> None:
    assert told(make_book, ["", "", "", "", *CALM[4:], "900"]) == []


def test_a_gap_before_the_latest_month_is_not_bridged(make_book: MakeBook) -> None:
    assert told(make_book, [*CALM[:-1], "", "900"]) == []


@pytest.mark.parametrize(("latest", "count"), [("1,6", 0), ("1,7", 1)])
def test_one_in_the_last_place_may_be_rounding_and_is_no_jump(make_book: MakeBook, latest: str, count: int) -> None:
    assert len(told(make_book, ["1,5"] * 5 + ["1,6"] + ["1,5"] * 6 + [latest])) == count


def test_a_series_that_never_moved_has_no_variation_to_be_outside_of(make_book: MakeBook) -> None:
    assert told(make_book, [*CALM, "101"], ["5"] * 12 + ["6"]) == []
