"""Rolling twelve months: the sum, and its change in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.figures.months import window
from deckbuilder.period import Period
from tests.builders.shown import alternatives, categories, series, subtitle
from tests.builders.test_pages import build
from tests.golden import charts

if TYPE_CHECKING:
    from tests.workspace import Workspace

MONTHS = [month.code for month in window(Period(2024, 7, 7), 36)]
SLIDE = "type: rolling_twelve\nfigures: kostnad\nunit: mkr"
FIGURES = """
  kostnad:
    kind: monthly
    source: kostnad
    label: Nettokostnad
    month: Månad
    unit: tkr
    better: lower
    columns: {netto: Nettokostnad}
"""


@pytest.fixture
def costs(workspace: Workspace) -> Workspace:
    """A project with a cost of 100 Mkr a month until July 2023, and of 110 since."""
    rows = "".join(f"{month};{100_000 if month <= '2023-07' else 110_000}\n" for month in MONTHS)
    (workspace.root / "input/2024-07/kostnad.csv").write_text(f"Månad;Nettokostnad\n{rows}", encoding="utf-8")
    path = workspace.root / "config/sources.yaml"
    source = "sources:\n  kostnad: {file: kostnad.csv, header: Månad}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("sources:\n", source, 1) + FIGURES, encoding="utf-8")
    return workspace


def test_the_sum_and_its_change_stand_side_by_side(costs: Workspace) -> None:
    slide = build(costs, SLIDE)
    assert series(slide, 0)["Nettokostnad"][::12] == [1200, 1320]
    assert series(slide, 1)["Nettokostnad"][::12] == [0, 10]
    assert subtitle(slide) == "Mkr, jul 2023–jul 2024"


def test_months_before_the_first_sum_are_left_out(costs: Workspace) -> None:
    path = costs.root / "config/sources.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "    months: 36\n", encoding="utf-8")
    assert len(categories(build(costs, SLIDE))) == 36 - 11


def test_each_chart_tells_what_it_shows(costs: Workspace) -> None:
    assert alternatives(build(costs, SLIDE)) == [
        (
            "Linjediagram: Nettokostnad, Rullande tolv månader, Mkr. "
            "Nettokostnad jul 2024: 1\u00a0320 (jul 2023: 1\u00a0200)."
        ),
        (
            "Stapeldiagram: Nettokostnad, Förändring på ett år, %. "
            "Nettokostnad: lägst jul 2023 0,0, högst jul 2024 +10,0."
        ),
    ]


def test_titles_are_of_one_size_though_one_is_long(costs: Workspace) -> None:
    slide = build(costs, f"{SLIDE}\nchange_title: Förändring av kostnaden mot tolv månader tidigare, %")
    titles = [chart.chart_title._element.xpath(".//a:defRPr/@sz | .//a:rPr/@sz") for chart in charts(slide)]
    assert titles[0] == titles[1]
    assert set(titles[0]) == {"1200"}


def test_figures_of_another_kind_are_refused(workspace: Workspace) -> None:
    assert build(workspace, "type: rolling_twelve\nfigures: region").endswith(
        ": DB411 Siffrorna 'region' har inga rullande tolv månader. Använd siffror av slaget monthly."
    )


def test_an_unknown_column_is_told(costs: Workspace) -> None:
    assert build(costs, SLIDE + "\ncolumns: [neto]").endswith(
        ": DB402 Kolumnen 'neto' finns inte i siffrorna. Menade du 'netto'? Välj bland netto."
    )
