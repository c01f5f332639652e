"""Sick leave: table, statement and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.shown import series
from tests.builders.test_pages import build
from tests.golden import charts

if TYPE_CHECKING:
    from tests.workspace import Workspace

SLIDE = "type: sick_leave\nfigures: sjukfranvaro_region"


def test_the_axis_is_near_the_total_and_a_tenth_stays_small(workspace: Workspace) -> None:
    (chart,) = charts(build(workspace, SLIDE))
    (values,) = series(build(workspace, SLIDE)).values()
    low, high = chart.value_axis.minimum_scale, chart.value_axis.maximum_scale
    known = [value for value in values if value is not None]
    assert 0 < low <= min(known) - 0.5
    assert max(known) + 0.5 <= high
    assert high - low <= 4


def test_figures_of_another_kind_are_refused(workspace: Workspace) -> None:
    assert build(workspace, "type: sick_leave\nfigures: region").endswith(
        ": DB411 Siffrorna 'region' är ingen sjukfrånvaro. Använd siffror av slaget sick_leave."
    )
