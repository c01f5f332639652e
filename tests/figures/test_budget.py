from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import FigureTable
    from tests.conftest import MakeBook

CONFIG = """
sources:
  data: {file: data.csv, header: Enhet}
figures:
  b:
    kind: budget
    source: data
    key: Enhet
    costs: COSTS
    accumulated: {outcome: Utfall, budget: Budget, previous: Fjol}
    total: Totalt
"""
NEGATIVE = "Enhet;Fjol;Utfall;Budget\nVård;-900;-1 050;-1 000\nSkatt;800;1 000;1 000\n"
POSITIVE = "Enhet;Fjol;Utfall;Budget\nVård;900;1 050;1 000\n"


def _table(make_book: MakeBook, costs: str, data: str) -> FigureTable:
    return make_book(CONFIG.replace("COSTS", costs), data=data).table("b")


@pytest.mark.parametrize(("costs", "data"), [("negative", NEGATIVE), ("positive", POSITIVE)])
def test_a_cost_above_budget_is_a_deviation_with_a_minus_and_bad(make_book: MakeBook, costs: str, data: str) -> None:
    figure = _table(make_book, costs, data).figure("vard", "ack_avvikelse")
    assert (figure.shown(), figure.verdict) == ("\u221250", "bad")


def test_deviations_are_those_of_the_sums(make_book: MakeBook) -> None:
    row = _table(make_book, "negative", NEGATIVE).row("totalt")
    assert [figure.value for figure in row] == [-100, -50, 0, -50]


def test_the_columns_are_grouped_under_the_reports_month(make_book: MakeBook) -> None:
    columns = _table(make_book, "negative", NEGATIVE).columns
    assert [(column.key, column.label) for column in columns] == [
        ("ack_foreg_ar", "Utfall föreg. år"), ("ack_utfall", "Utfall"),
        ("ack_budget", "Budget"), ("ack_avvikelse", "Avvikelse"),
    ]  # fmt: skip
    assert {column.group for column in columns} == {"Ackumulerat juli"}
    assert [column.is_change for column in columns] == [False, False, False, True]


def test_a_missing_budget_makes_the_deviation_missing(make_book: MakeBook) -> None:
    table = _table(make_book, "negative", "Enhet;Fjol;Utfall;Budget\nVård;-900;-1 050;\n")
    assert [figure.value for figure in table.row("vard")] == [-900, -1050, None, None]


def test_month_and_year_have_their_own_columns(july: Book) -> None:
    keys = [column.key for column in july.table("regionstyrelsen").columns]
    assert keys[:3] == ["manad_utfall", "manad_budget", "manad_avvikelse"]
    assert keys[-3:] == ["helar_budget", "helar_prognos", "helar_avvikelse"]


def test_rounding_comes_after_the_deviation(make_book: MakeBook) -> None:
    """1,4 minus 0,6 is 1 when shown, though 1 and 1 are shown beside it."""
    figure = _table(make_book, "negative", "Enhet;Fjol;Utfall;Budget\nA;0;1,4;0,6\n").figure("a", "ack_avvikelse")
    assert (figure.value, figure.shown()) == (Decimal("0.8"), "1")


def test_the_region_total_is_as_published(july: Book) -> None:
    region = july.table("region")
    assert region.figure("totalt", "ack_avvikelse").unit == "tkr"
    total = region.figure("totalt", "ack_utfall").number
    parts = [region.figure(row, "ack_utfall").number for row in ("verksamhetens_resultat", "summa_finansnetto")]
    assert total == sum(part for part in parts if part is not None)


def _fault(make_book: MakeBook, config: str) -> str:
    with pytest.raises(ContentError) as caught:
        make_book(config, data=NEGATIVE)
    return str(caught.value)


def test_whether_costs_are_negative_must_be_said(make_book: MakeBook) -> None:
    assert _fault(make_book, CONFIG.replace("    costs: COSTS\n", "")) == (
        "config/sources.yaml:6:5: Nyckeln 'costs' saknas. Lägg till 'costs: …'."
    )


def test_a_budget_without_columns_is_refused(make_book: MakeBook) -> None:
    config = "\n".join(line for line in CONFIG.splitlines() if "accumulated" not in line)
    assert _fault(make_book, config.replace("COSTS", "negative")) == (
        "config/sources.yaml:6:5: Ange minst en av month, accumulated och full_year."
    )
