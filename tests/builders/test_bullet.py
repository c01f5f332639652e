"""Outcomes against targets, and how near they are."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.builders.shown import alternatives, categories, series, subtitle
from tests.builders.test_pages import build
from tests.golden import charts, in_workbook

if TYPE_CHECKING:
    from tests.workspace import Workspace

ADMINISTRATION = "type: bullet\nfigures: minskad_administration\noutcome: uppnatt\ntarget: mal\n"
TRAVEL = "type: bullet\nfigures: resekostnader\noutcome: utfall\ntarget: plan\nunit: tkr\nbetter: lower\n"
NAMES = ["Uppnått till målet", "Kvar till målet", "Målet", "Uppnått över målet"]


def test_a_bar_reaches_the_target_and_goes_on_past_it(workspace: Workspace) -> None:
    found = series(build(workspace, ADMINISTRATION))
    assert list(found) == NAMES
    assert [values[2] for values in found.values()] == pytest.approx([99.5, 0, 1, 8.5])


def test_the_bars_are_computed_from_outcomes_and_targets_in_the_workbook(workspace: Workspace) -> None:
    chart = next(charts(build(workspace, ADMINISTRATION)))
    book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert in_workbook(book, "Data!$B$1:$C$4") == ["Uppnått", "Mål", "100", "100", "100", "100", "109", "100"]
    assert in_workbook(book, "Data!$G$4") == ["=MAX(B4-C4-0.5,0)"]


def test_each_item_says_its_outcome_and_its_target_with_a_shape(workspace: Workspace) -> None:
    slide = build(workspace, ADMINISTRATION)
    assert categories(slide)[2] == "Regionstyrelsens förvaltning\n● 109 (mål 100)"
    assert subtitle(slide) == "Procent, juli 2024. ● 3 uppnått. Strecket visar målet"


def test_lower_may_be_better(workspace: Workspace) -> None:
    slide = build(workspace, TRAVEL)
    assert subtitle(slide) == "Tkr, juli 2024. ● 4 uppnått, ▲ 2 delvis. Strecket visar målet"
    assert categories(slide)[1] == "Hälso- och sjukvårdsförvaltningen\n▲ 26\u00a0320 (mål 22\u00a0125)"


def test_without_partly_a_target_is_met_or_not(workspace: Workspace) -> None:
    assert (
        subtitle(build(workspace, TRAVEL + "partly: null"))
        == "Tkr, juli 2024. ● 4 uppnått, ■ 2 ej uppnått. Strecket visar målet"
    )


def test_a_missing_outcome_is_not_a_missed_target(workspace: Workspace) -> None:
    workspace.edit("input/2024-07/resekostnader.csv", "6 Revision;30 068,30;", "6 Revision;;", "utf-8")
    slide = build(workspace, TRAVEL + "rows: [Revision, Folkhögskoleförvaltningen]")
    assert categories(slide)[0] == "Revision\nuppgift saknas (mål 72)"
    assert subtitle(slide) == "Tkr, juli 2024. ● 1 uppnått. Strecket visar målet"
    assert [values[0] for values in series(slide).values()][::3] == [None, None]


def test_a_withheld_outcome_is_not_a_missing_one(workspace: Workspace) -> None:
    workspace.edit("input/2024-07/resekostnader.csv", "6 Revision;30 068,30;", "6 Revision;..;", "utf-8")
    slide = build(workspace, TRAVEL + "rows: [Revision, Folkhögskoleförvaltningen]")
    assert categories(slide)[0] == "Revision\nskyddad uppgift (mål 72)"


def test_the_alternative_text_has_the_same_figures(workspace: Workspace) -> None:
    (alt,) = alternatives(build(workspace, ADMINISTRATION))
    assert alt.startswith("Liggande stapeldiagram med mål: Måluppfyllelse för minskad administration.")
    assert alt.endswith("Regionstyrelsens förvaltning: ● 109 (mål 100).")


def test_more_items_than_can_be_read_are_refused(workspace: Workspace) -> None:
    fault = build(workspace, "type: bullet\nfigures: hyrpersonal_per_region\noutcome: totalt\ntarget: andel")
    assert fault.endswith(
        ": DB413 Diagrammet får 21 staplar, men högst 10 går att läsa. "
        "Välj färre i 'rows', eller visa siffrorna med bildtypen table."
    )
