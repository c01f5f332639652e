"""Small charts share one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.shown import alternatives, series
from tests.builders.test_pages import build
from tests.golden import charts

if TYPE_CHECKING:
    from tests.workspace import Workspace

SMALL = "type: small_multiples\nfigures: sjukfranvaro_region\n"
TRAVEL = "type: small_multiples\nfigures: resekostnader\nkind: column\ncolumns: [utfall, plan]\n"


def test_each_column_is_a_chart_of_its_own(workspace: Workspace) -> None:
    slide = build(workspace, SMALL)
    assert [list(series(slide, number)) for number in range(4)] == [
        ["1-14 dagar"],
        ["15-180 dagar"],
        ["Över 180 dagar"],
        ["Totalt"],
    ]
    assert alternatives(slide)[3].startswith("Linjediagram: Totalt, Sjukfrånvaro i hela regionen.")


def test_all_have_the_same_scale(workspace: Workspace) -> None:
    scales = {
        (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) for chart in charts(build(workspace, SMALL))
    }
    assert scales == {(0, 6)}


def test_groups_of_rows_have_a_chart_each(workspace: Workspace) -> None:
    groups = "groups:\n  Stora: [Regionförvaltningen]\n  Små: [Revision, Folkhögskoleförvaltningen]"
    slide = build(workspace, TRAVEL + groups)
    assert [len(values) for values in (*series(slide, 0).values(), *series(slide, 1).values())] == [1, 1, 2, 2]


def test_a_row_that_is_not_there_is_told_in_its_group(workspace: Workspace) -> None:
    fault = build(workspace, TRAVEL + "groups:\n  A: [Revision]\n  B: [Revison]")
    assert fault.startswith(
        "config/prov.yaml:11:11: DB402 Raden 'Revison' finns inte i siffrorna. Menade du '6_revision'?"
    )


def test_one_chart_is_not_several(workspace: Workspace) -> None:
    assert build(workspace, SMALL + "columns: [Totalt]") == (
        "config/prov.yaml:7:14: DB413 Bilden får 1 diagram, men den ska ha 2 till 9. "
        "Ändra i 'columns', eller använd bildtypen chart."
    )
