"""Numbers beside their units are written as the report says."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from deckbuilder.compose.context import Context, source_line
from deckbuilder.figures.figure import Figure, FigureTable
from deckbuilder.period import Period
from deckbuilder.value import Suppressed, Unit
from tests.builders.test_pages import build
from tests.golden import slides_of, table_rows

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book
    from deckbuilder.value import Value
    from tests.workspace import Workspace


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (Decimal(-1200), Unit.MKR, "\u22121\u00a0200\u00a0mnkr"),
        (Decimal(5), Unit.TKR, "5\u00a0tkr"),
        (Decimal(1), Unit.POINTS, "1\u00a0%-enhet"),
        (Decimal(7), Unit.NONE, "7"),
        (None, Unit.MKR, "–"),
        (Suppressed("<5"), Unit.MKR, "<5"),
    ],
)
def test_a_figure_has_its_unit_and_what_is_no_number_has_none(july: Book, value: Value, unit: Unit, shown: str) -> None:
    context = Context(Period(2024, 7, 7), july, money_label="mnkr")
    assert context.written(Figure("f", value, unit)) == shown


def test_a_table_of_different_units_writes_money_as_its_report_does(workspace: Workspace) -> None:
    def units(slide: Any) -> set[str]:
        return {row[1].rpartition("\u00a0")[2] for row in table_rows(slide)}

    assert "Mkr" in units(build(workspace, "type: table\nfigures: nyckeltal"))
    workspace.edit("config/prov.yaml", "title: Prov\nslides", "title: Prov\nmoney_label: mnkr\nslides")
    assert {"Mkr", "mnkr"} & units(slides_of(workspace, "prov", "2024-07")["prov"]) == {"mnkr"}


def test_the_source_line_says_what_the_figures_lack_once() -> None:
    table = FigureTable(
        "t", (), (), {}, ("input/2024-07/a.csv", "input/2024-05/a.csv"), notes=("Netto saknas för 2024-06",)
    )
    assert source_line(None, table, table, note="Egen not") == "Källa: a.csv. Netto saknas för 2024-06. Egen not"
    assert source_line("Källa: Ekonomi", table) == "Källa: Ekonomi"
