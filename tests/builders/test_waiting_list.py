"""Patients waiting: the month's numbers above the lines of those who have waited over 90 days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.shown import alternatives, series
from tests.builders.test_pages import build
from tests.golden import table_rows

if TYPE_CHECKING:
    from tests.workspace import Workspace

SLIDE = "type: waiting_list\nfigures: vantande"


def test_each_form_of_care_is_a_row_and_each_measure_has_its_number_and_its_change(workspace: Workspace) -> None:
    groups, header, *rows = table_rows(build(workspace, SLIDE))
    assert [name for name in groups if name] == ["Väntande", "Över 90 dagar", "Över 365 dagar", "Vårdgaranti, %"]
    assert header == ["Vårdform", *["Juli", "Förändring"] * 4]
    assert [row[0] for row in rows] == ["Förstabesök", "Åtgärd"]


def test_the_lines_are_of_those_who_have_waited_over_90_days(workspace: Workspace) -> None:
    slide = build(workspace, SLIDE)
    assert {name: values[-1] for name, values in series(slide).items()} == {"Förstabesök": 6069, "Åtgärd": 6608}
    assert "Väntat över 90 dagar" in alternatives(slide)[0]


def test_the_chart_stands_below_the_table(workspace: Workspace) -> None:
    slide = build(workspace, SLIDE)
    (table,) = [shape for shape in slide.shapes if shape.has_table]
    (chart,) = [shape for shape in slide.shapes if shape.has_chart]
    assert table.top + table.height < chart.top


def test_figures_of_another_kind_are_refused(workspace: Workspace) -> None:
    assert build(workspace, "type: waiting_list\nfigures: region").endswith(
        ": DB411 Siffrorna 'region' är ingen väntelista. Använd siffror av slaget waiting_list."
    )
