"""Columns and a line in two units, each on an axis of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.shown import alternatives, series
from tests.builders.test_pages import build
from tests.golden import charts

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

COMBO = (
    "type: combo\nfigures: nettokostnad_per_manad\ncolumns: [nettokostnad_fjol, nettokostnad]\n"
    "roles: [previous, actual]\nline: nettokostnad_r12_forandring\nline_label: R12\nunit: mkr\n"
)


def values(slide: Any, path: str) -> list[str]:
    (chart,) = charts(slide)
    return [str(found) for found in chart._chartSpace.xpath(path)]


def test_bars_and_line_are_series_of_one_chart_in_their_own_units(workspace: Workspace) -> None:
    found = series(build(workspace, COMBO))
    assert list(found) == ["Nettokostnad ett år tidigare", "Nettokostnad", "R12 (höger axel)"]
    assert found["Nettokostnad"][-1] == 985.376
    assert round(found["R12 (höger axel)"][-1] or 0, 1) == 6.5


def test_the_line_has_the_axis_to_the_right_which_says_its_unit(workspace: Workspace) -> None:
    slide = build(workspace, COMBO)
    bars, line = values(slide, "//c:barChart/c:axId/@val"), values(slide, "//c:lineChart/c:axId/@val")
    assert not set(bars) & set(line)
    assert values(slide, f"//c:valAx[c:axId/@val='{line[1]}']/c:crosses/@val") == ["max"]
    assert "".join(values(slide, "//c:valAx/c:title//text()")) == "Procent"


def test_both_axes_start_at_zero(workspace: Workspace) -> None:
    assert values(build(workspace, COMBO), "//c:valAx/c:scaling/c:min/@val") == ["0", "0"]


def test_the_alternative_text_gives_the_line_in_its_own_unit(workspace: Workspace) -> None:
    (alt,) = alternatives(build(workspace, COMBO))
    assert alt.startswith("Stapeldiagram med linje: Verksamhetens nettokostnad. Mkr, juli 2024. ")
    assert alt.endswith("R12 (höger axel) jul 2024: 6,5 procent (jul 2023: 6,1 procent).")


def test_points_of_what_is_not_in_time_are_not_joined(workspace: Workspace) -> None:
    slide = build(workspace, "type: combo\nfigures: resekostnader\ncolumns: [utfall]\nline: mot_plan_procent")
    assert len(values(slide, "//c:lineChart/c:ser/c:spPr/a:ln/a:noFill")) == 1


def test_more_bars_than_can_be_read_are_refused(workspace: Workspace) -> None:
    wanted = "columns: [nettokostnad_fjol, nettokostnad, nettokostnad_r12, nettokostnad_r12_forandring]"
    fault = build(workspace, COMBO.replace("columns: [nettokostnad_fjol, nettokostnad]", wanted))
    assert fault.endswith(
        "Diagrammet får 4 staplar bredvid varandra, men högst 3 går att läsa. Välj färre i 'columns'."
    )


def test_a_line_without_numbers_is_told_at_its_key(workspace: Workspace) -> None:
    path = workspace.root / "input/2024-07/personalkostnad_arlig.csv"
    path.write_text("År;Ökning\r\n2023;\r\n2024;\r\n", encoding="utf-8")
    fault = build(workspace, "type: combo\nfigures: personalkostnad_arlig\ncolumns: [okning]\nline: okning")
    assert fault.endswith(
        "Kolumnen 'Ökning' har inga tal att visa. Fyll i dem i underlaget, eller välj en kolumn med tal."
    )
