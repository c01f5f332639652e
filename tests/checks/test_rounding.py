"""How far figures may be off follows from the last decimals that they were read with, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.checks.rounding import Rounding
from deckbuilder.figures import arithmetic
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.sources.grid import CellRef
from deckbuilder.swedish import rounded
from deckbuilder.value import Unit

NUMBERS = st.decimals(-10_000, 10_000, places=4)
POSITIVE = st.decimals(100, 10_000, places=4)


def _read(column: int, number: Decimal | None, unit: Unit = Unit.MKR, row: int = 2) -> Figure:
    return Figure(f"t.{row}.{column}", number, unit, cells=(CellRef("data.csv", "", row, column),))


def _rounding(*figures: Figure) -> Rounding:
    rows = tuple(Row(str(n), str(n)) for n in range(len(figures)))
    cells = {(row.key, "k"): figure for row, figure in zip(rows, figures, strict=True)}
    return Rounding.of(FigureTable("t", rows, (Column("k", "k"),), cells))


def test_a_read_figure_is_off_by_half_of_the_last_decimal_of_its_column() -> None:
    whole = _read(2, Decimal(65))
    assert _rounding(whole, _read(2, Decimal("34.6"))).slack(whole) == Decimal("0.05")


def test_a_column_of_single_measures_has_the_last_decimal_of_each() -> None:
    share, money = _read(2, Decimal(5), Unit.PERCENT), _read(2, Decimal("4.73"))
    rounding = _rounding(share, money)
    assert (rounding.slack(share), rounding.slack(money)) == (Decimal("0.5"), Decimal("0.005"))


def test_a_sum_is_off_by_the_sum_of_its_parts_in_its_own_unit() -> None:
    parts = [_read(2, Decimal(1)), _read(3, Decimal(900), Unit.TKR)]
    assert _rounding(*parts).slack(arithmetic.total("", parts, "")) == Decimal("0.5005")


def test_a_share_of_what_may_be_nothing_can_be_anything() -> None:
    part, whole = _read(2, Decimal(1)), _read(3, Decimal("0.4"))
    rough = Rounding({("data.csv", "", n): {Unit.MKR: Decimal(1)} for n in (2, 3)})
    assert rough.slack(arithmetic.share("", part, whole, "")) == Decimal("Infinity")


def test_a_share_that_is_also_the_sum_of_its_two_sides_is_a_share() -> None:
    part, whole = _read(2, Decimal(50), Unit.COUNT), _read(3, Decimal(50), Unit.COUNT)
    slack = _rounding(part, whole).slack(arithmetic.share("", part, whole, ""))
    assert rounded(slack, 2) == Decimal("2.02")


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_no_sum_of_rounded_numbers_is_further_off_than_its_slack(numbers: list[Decimal]) -> None:
    exact = [_read(2, number, row=n) for n, number in enumerate(numbers)]
    shown = [replace(figure, value=rounded(figure.number or Decimal(0), 1)) for figure in exact]
    total = arithmetic.total("", shown, "")
    slack = Rounding({("data.csv", "", 2): {Unit.MKR: Decimal("0.1")}}).slack(total)
    assert abs((total.number or Decimal(0)) - sum(numbers, Decimal(0))) <= slack


@given(POSITIVE, POSITIVE)
def test_no_change_in_per_cent_of_rounded_numbers_is_further_off_than_its_slack(now: Decimal, before: Decimal) -> None:
    change = arithmetic.percent_change("", _read(2, rounded(now)), _read(3, rounded(before)), "")
    slack = Rounding({("data.csv", "", n): {Unit.MKR: Decimal(1)} for n in (2, 3)}).slack(change)
    exact = (now - before) / before * 100
    assert abs((change.number or Decimal(0)) - exact) <= slack + Decimal("1e-20")
