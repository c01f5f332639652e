"""Actual against plan, and the deviation drawn on the same scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.shown import alternatives, series
from tests.builders.test_pages import build
from tests.golden import charts

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

TRAVEL = "type: variance\nfigures: resekostnader\nactual: utfall\nplan: plan\ndeviation: mot_plan\nunit: tkr\n"
STAFF = "type: variance\nfigures: personalkostnader\nactual: utfall\nplan: budget\nbetter: lower\nunit: mkr\n"
NEGATIVE = (
    "type: variance\nfigures: region\nactual: ack_utfall\nplan: ack_budget\ndeviation: ack_avvikelse\nunit: mkr\n"
)


def values(chart: Any, path: str) -> list[str]:
    return [str(found) for found in chart._chartSpace.xpath(path)]


def lengths(slide: Any) -> list[float]:
    """Return how long a unit is in each of a slide's charts, in EMU."""
    found = []
    for shape in slide.shapes:
        if shape.has_chart:
            lies = values(shape.chart, "//c:barDir/@val") == ["bar"]
            (share,) = values(shape.chart, f"//c:plotArea/c:layout//c:{'w' if lies else 'h'}/@val")
            low, high = (float(values(shape.chart, f"//c:valAx//c:{end}/@val")[0]) for end in ("min", "max"))
            found.append((shape.width if lies else shape.height) * float(share) / (high - low))
    return found


@pytest.mark.parametrize("options", [TRAVEL, STAFF, NEGATIVE, f"{NEGATIVE}direction: columns\n"])
def test_a_unit_is_as_long_in_both_charts(workspace: Workspace, options: str) -> None:
    first, second = lengths(build(workspace, options))
    assert second == pytest.approx(first, rel=0.01)


def test_a_scale_of_its_own_is_said_in_the_heading(workspace: Workspace) -> None:
    slide = build(workspace, f"{STAFF}same_scale: false\n")
    first, second = lengths(slide)
    assert second > 5 * first
    _, deviation = charts(slide)
    assert deviation.chart_title.text_frame.text == "Avvikelse mot Budget 2024 (i större skala)"


def test_months_stand_and_departments_lie(workspace: Workspace) -> None:
    for options, direction in ((STAFF, "col"), (TRAVEL, "bar"), (f"{TRAVEL}direction: columns\n", "col")):
        assert [values(chart, "//c:barDir/@val") for chart in charts(build(workspace, options))] == [[direction]] * 2


def test_the_deviation_is_the_actual_less_the_plan_and_a_gap_where_one_is_missing(workspace: Workspace) -> None:
    found = series(build(workspace, STAFF), 1)["Avvikelse"]
    assert found[0] == pytest.approx(617.892 - 597.1)
    assert found[7:] == [None] * 5


def test_good_and_bad_deviations_have_their_colours(workspace: Workspace) -> None:
    _, chart = charts(build(workspace, TRAVEL))
    shades = values(chart, "//c:dPt//a:schemeClr/@val")
    assert shades == ["accent5", "accent6", "accent6", "accent5", "accent5", "accent5"]


def test_the_plan_is_outlined_and_the_heading_says_which_bars_are_which(workspace: Workspace) -> None:
    chart, deviation = charts(build(workspace, TRAVEL))
    assert chart.chart_title.text_frame.text == "Utfall 2024 (fylld) och Plan 2024 (kontur)"
    assert values(chart, "//c:ser[1]/c:spPr/a:solidFill/a:schemeClr/@val") == ["bg1"]
    assert not chart.has_legend
    assert values(deviation, "//c:catAx/c:tickLblPos/@val") == ["none"]


def test_both_charts_are_told_in_words(workspace: Workspace) -> None:
    both, deviation = alternatives(build(workspace, TRAVEL))
    assert both.startswith("Liggande stapeldiagram: Utfall 2024 (fylld) och Plan 2024 (kontur). Resekostnader per ")
    assert deviation.endswith(
        "Mot plan: lägst Regionförvaltningen \u2212329, högst Hälso- och sjukvårdsförvaltningen +4\u00a0196."
    )


def test_more_categories_than_can_be_read_are_refused(workspace: Workspace) -> None:
    fault = build(workspace, "type: variance\nfigures: hyrpersonal_per_region\nactual: totalt\nplan: primarvard\n")
    assert fault.endswith(
        "Bilden får 21 kategorier, men högst 12 går att läsa. "
        "Välj kategorier i 'rows', eller visa siffrorna med bildtypen table."
    )


def test_months_are_shown_up_to_the_one_that_is_named(workspace: Workspace) -> None:
    slide = build(workspace, f'{STAFF}until: "{{{{ period.month[:3] }}}}"\n')
    shown = values(next(charts(slide)), "(//c:cat)[1]//c:v/text()")
    assert shown == ["jan", "feb", "mar", "apr", "maj", "jun", "jul"]


def test_a_last_row_that_is_not_there_is_told(workspace: Workspace) -> None:
    fault = build(workspace, f"{STAFF}until: juli\n")
    assert "Raden 'juli' finns inte i siffrorna. Menade du 'jul'?" in fault
