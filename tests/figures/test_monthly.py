from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckbuilder.errors import ContentError, SpecError
from deckbuilder.figures.calculations.monthly import Spec, calculate
from deckbuilder.figures.months import window
from deckbuilder.period import Period
from deckbuilder.sources.grid import Grid
from deckbuilder.sources.table import as_table
from deckbuilder.spec.data import SourceSpec
from deckbuilder.value import Suppressed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.sources.grid import Raw

JULY = Period(2024, 7, 7)
MONTHS = [month.code for month in window(JULY, 36)]
GROWING = {month: "-100" if month <= "2023-07" else "-110" for month in MONTHS}


def _table(values: Mapping[str, Raw], **options: object) -> FigureTable:
    """Return the figures of a file with these values by month."""
    rows: list[tuple[Raw, ...]] = [("Månad", "Kostnad"), *values.items()]
    grid = Grid("a.csv", "", "", tuple(rows))
    source = as_table("a", grid, SourceSpec(file="a.csv", header="Månad"))
    declared = {"kind": "monthly", "source": "a", "month": "Månad", "columns": {"netto": "Kostnad"}} | options
    return calculate("m", Spec.model_validate(declared), source, JULY)


def _hundreds(**other: str | None) -> dict[str, Raw]:
    """Return 36 months of 100, but for those (as m2024_06) that are given; None takes the month's row away."""
    values = [(month, other.get(f"m{month}".replace("-", "_"), "100")) for month in MONTHS]
    return {month: value for month, value in values if value is not None}


def _shown(table: FigureTable, month: str) -> list[str]:
    return [figure.shown() for figure in table.row(month)]


def test_a_month_has_its_value_last_years_r12_and_its_change() -> None:
    table = _table(_hundreds(m2024_07="220", m2023_07="40"), unit="tkr")
    assert _shown(table, "2024-07") == ["220", "40", "1\u00a0320", "15,8"]  # 1 320 / 1 140
    assert [row.key for row in table.rows] == MONTHS[-13:]


def test_a_gap_is_told_and_never_bridged() -> None:
    table = _table(_hundreds(m2024_03=None))
    assert _shown(table, "2024-07") == ["100", "100", "–", "–"]
    words = "summan av Kostnad 2023-08 till 2024-07 (saknar tal för 2024-03)"
    assert table.figure("2024-07", "netto_r12").calculation == words
    assert table.figure("2024-02", "netto_r12").value == 1200


def test_a_month_without_a_number_is_a_note_for_slides_and_what_has_not_happened_is_none() -> None:
    assert _table(_hundreds(m2024_03=None)).notes == ("Kostnad saknas för 2024-03",)
    assert _table(_hundreds(), span="year").notes == ()


def test_a_column_that_would_stand_for_two_is_refused() -> None:
    with pytest.raises(SpecError, match="går inte att skilja åt"):
        _table(_hundreds(), columns={"a": "Kostnad", "a_fjol": "Kostnad"})


def test_each_figure_is_about_its_own_month() -> None:
    table = _table(_hundreds(), lag=1)
    june = Period(2024, 6, 6)
    assert {row.period for row in table.rows[-1:]} == {june}
    periods = {column.key: figure.period for column, figure in zip(table.columns, table.row("2024-06"), strict=True)}
    assert periods == {"netto": june, "netto_fjol": june.last_year, "netto_r12": june, "netto_r12_forandring": june}
    latest = table.parts["senaste"]
    assert all(
        figure.period == column.period for column, figure in zip(latest.columns, latest.row("netto"), strict=True)
    )
    assert [column.period for column in latest.columns][:2] == [june, june.last_year]


def test_in_the_book_a_value_of_last_year_is_about_its_own_month_not_that_of_its_row(july: Book) -> None:
    row = july.table("nettokostnad_per_manad").row("2024-07")
    assert [figure.period for figure in row] == [JULY, JULY.last_year, JULY, JULY]


def test_figures_and_their_parts_have_addresses() -> None:
    latest = _table(_hundreds()).parts["senaste"]
    change = latest.figure("netto", "ack_forandring")
    assert change.id == "m.senaste.netto.ack_forandring"
    assert [part.id for part in change.parts] == ["m.senaste.netto.ack", "m.senaste.netto.ack_fjol"]
    assert change.parts[0].parts[0].id == "m.2024-01.netto"


def test_a_withheld_month_makes_r12_withheld() -> None:
    table = _table(_hundreds(m2024_03=".."))
    assert table.figure("2024-07", "netto_r12").value == Suppressed("..")


def test_r12_comes_from_the_cells_of_its_twelve_months() -> None:
    figure = _table(_hundreds()).figure("2024-07", "netto_r12")
    assert [cell.row for cell in figure.cells] == list(range(26, 38))


def test_negative_costs_are_turned_so_that_more_is_more() -> None:
    change = _table(GROWING, costs="negative", better="lower").figure("2024-07", "netto_r12_forandring")
    assert (change.shown(sign=True), change.verdict) == ("+10,0", "bad")


def test_negative_costs_left_as_they_are_fall_when_they_grow() -> None:
    change = _table(GROWING, better="higher").figure("2024-07", "netto_r12_forandring")
    assert (change.shown(sign=True), change.verdict) == ("\u221210,0", "bad")


def test_a_year_is_shown_whole_with_what_has_not_happened_yet_missing() -> None:
    table = _table(_hundreds(), span="year")
    assert [row.key for row in table.rows] == [f"2024-{month:02}" for month in range(1, 13)]
    assert _shown(table, "2024-08") == ["–", "100", "–", "–"]
    assert [column.label for column in table.columns[:2]] == ["Kostnad 2024", "Kostnad 2023"]


def test_a_month_that_has_only_begun_is_left_out() -> None:
    table = _table(_hundreds() | {"2024-08": "12"}, span="year")
    assert _shown(table, "2024-08") == ["–", "100", "–", "–"]
    assert _shown(table, "2024-07") == ["100", "100", "1\u00a0200", "0,0"]


def test_the_last_month_is_a_part() -> None:
    part = _table(_hundreds(m2024_06="160"), lag=1).parts["senaste"]
    assert [column.label for column in part.columns[:2]] == ["juni 2024", "juni 2023"]
    shown = {column.key: figure.shown() for column, figure in zip(part.columns, part.row("netto"), strict=True)}
    assert shown == {
        "nu": "160",
        "fjol": "100",
        "r12": "1\u00a0260",
        "r12_fjol": "1\u00a0200",
        "r12_forandring": "5,0",
        "fore": "100",
        "forandring": "60",
        "forandring_procent": "60,0",
        "arsforandring": "60",
        "arsforandring_procent": "60,0",
        "ack": "660",
        "ack_fjol": "600",
        "ack_forandring": "60",
        "ack_forandring_procent": "10,0",
    }


def test_a_month_with_two_rows_is_refused() -> None:
    with pytest.raises(ContentError, match="Månaden 2024-07 har flera rader"):
        _table(_hundreds() | {"2024-07-31": "1"})


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.none(), st.decimals(-(10**9), 10**9, places=2)), min_size=24, max_size=24))
def test_r12_is_the_exact_sum_of_twelve_months_or_missing(values: list[Decimal | None]) -> None:
    months = MONTHS[-24:]
    table = _table(dict(zip(months, values, strict=True)))
    for number, month in enumerate(months[-13:]):
        twelve = values[number : number + 12]
        known = [value for value in twelve if value is not None]
        assert table.figure(month, "netto_r12").value == (sum(known) if len(known) == 12 else None)
