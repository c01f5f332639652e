"""A run chart says when its target was met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.shown import alternatives, body, series, subtitle
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

SHARE = "type: run_chart\nfigures: vantande.andel\ncolumn: Åtgärd\n"


def test_it_says_the_latest_the_months_that_met_the_target_and_the_median(workspace: Workspace) -> None:
    slide = build(workspace, SHARE + "target: 43")
    assert body(slide) == [
        "Jul 2024: 33,5\u00a0%",
        "Målet 43\u00a0% nåddes 2 av 13 månader: mar 2024 och apr 2024",
        "Medianen är 40,8\u00a0%",
    ]
    assert subtitle(slide) == "Procent, jul 2023–jul 2024"


def test_a_target_that_no_month_meets_is_told(workspace: Workspace) -> None:
    assert body(build(workspace, SHARE + "target: 90"))[1] == "Målet 90\u00a0% nåddes inte någon av 13 månader"


def test_lower_may_be_better(workspace: Workspace) -> None:
    slide = build(workspace, SHARE + "target: 43,1\nbetter: lower\nmedian: false")
    assert body(slide) == [
        "Jul 2024: 33,5\u00a0%",
        "Målet 43,1\u00a0% nåddes 12 av 13 månader: senast maj 2024, jun 2024 och jul 2024",
    ]
    assert list(series(slide)) == ["Åtgärd", "Mål"]


def test_a_month_is_missing_and_neither_met_nor_bridged(workspace: Workspace) -> None:
    workspace.edit("input/2024-07/sjukfranvaro.csv", "Region Västerbotten;2024-03;2,5;1,6;1,5;5,5", "", "utf-8-sig")
    slide = build(
        workspace, "type: run_chart\nfigures: sjukfranvaro_region\ncolumn: Totalt\ntarget: 5,5\nbetter: lower"
    )
    assert "Målet 5,5\u00a0% nåddes 6 av 12 månader: dec 2023, jan 2024, feb 2024, apr 2024, maj 2024 och jun 2024" in (
        body(slide)
    )
    assert body(slide)[-1] == "Uppgift saknas för mar 2024"
    assert series(slide)["Totalt"][9] is None


def test_a_withheld_month_is_not_said_to_be_missing(workspace: Workspace) -> None:
    mars = "Region Västerbotten;2024-03;2,5;1,6;1,5;"
    workspace.edit("input/2024-07/sjukfranvaro.csv", f"{mars}5,5", f"{mars}..", "utf-8-sig")
    slide = build(
        workspace, "type: run_chart\nfigures: sjukfranvaro_region\ncolumn: Totalt\ntarget: 5,5\nbetter: lower"
    )
    assert body(slide)[-1] == "Skyddad uppgift för mar 2024"


def test_a_target_may_be_a_figure(workspace: Workspace) -> None:
    slide = build(workspace, SHARE + "target_from: vantande.andel.2024-03.Åtgärd")
    assert body(slide)[1] == "Målet 43,0\u00a0% nåddes 2 av 13 månader: mar 2024 och apr 2024"


def test_a_target_in_another_unit_is_refused(workspace: Workspace) -> None:
    assert build(workspace, SHARE + "target_from: vantande.over_90.2024-07.Åtgärd").endswith(
        ": DB410 Målet är i antal, men diagrammet inte. Välj ett mål i samma enhet som kolumnen."
    )


def test_the_alternative_text_says_the_same(workspace: Workspace) -> None:
    (alt,) = alternatives(build(workspace, SHARE + "target: 43"))
    assert alt == (
        "Linjediagram: Inom vårdgarantin, Åtgärd, Procent, jul 2023–jul 2024. Jul 2024: 33,5\u00a0%. "
        "Målet 43\u00a0% nåddes 2 av 13 månader: mar 2024 och apr 2024. Medianen är 40,8\u00a0%."
    )


def test_without_a_target_it_is_no_run_chart(workspace: Workspace) -> None:
    assert build(workspace, SHARE.strip()).endswith(
        ": DB421 Ange målet, antingen som ett tal i 'target' eller som en siffra i 'target_from'."
    )
