"""Two lines with all their values written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.shown import categories, series
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

LINES = "type: labelled_lines\nfigures: vantande.over_90\n"


def test_the_higher_line_comes_first_so_that_its_labels_stand_above(workspace: Workspace) -> None:
    slide = build(workspace, LINES)
    assert list(series(slide)) == ["Åtgärd", "Förstabesök"]
    assert [values[-1] for values in series(slide).values()] == [6608, 6069]
    assert len(categories(slide)) == 13


def test_other_than_two_lines_are_refused(workspace: Workspace) -> None:
    assert build(workspace, LINES + "columns: [Åtgärd]") == (
        "config/prov.yaml:7:14: DB412 Bilden visar två linjer, men siffrorna har atgard. Välj två i 'columns'."
    )
    assert build(workspace, "type: labelled_lines\nfigures: sjukfranvaro_region").startswith("config/prov.yaml:6:14:")


def test_points_are_picked_in_their_order(workspace: Workspace) -> None:
    assert categories(build(workspace, LINES + "rows: [2024-06, 2024-07]")) == ["jun\n2024", "jul\n2024"]
