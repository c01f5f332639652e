"""Charts are DrawingML that PowerPoint edits: read back by python-pptx, and by what their XML says."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from deckbuilder.page import Series, SheetColumn
from deckbuilder.render.chart import chart_xml
from deckbuilder.render.labels import number_format
from deckbuilder.render.metrics import font
from deckbuilder.render.sheet import sheet_columns
from deckbuilder.render.workbook import workbook
from tests.render.make import chart, layout, waterfall

if TYPE_CHECKING:
    from deckbuilder.page import ChartBlock

C = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}


def xml(block: ChartBlock) -> Any:
    box = layout().roles["chart"].boxes["chart"]
    return etree.fromstring(chart_xml(block, box, layout(), font("Calibri")))


def values(element: Any, path: str) -> list[str]:
    return [str(found) for found in element.xpath(path, namespaces=C)]


@pytest.mark.parametrize(
    ("kind", "direction", "grouping"),
    [("column", "col", "clustered"), ("stacked", "col", "stacked"), ("bar", "bar", "clustered")],
)
def test_bars_have_the_direction_and_grouping_of_their_kind(kind: Any, direction: str, grouping: str) -> None:
    found = xml(chart(kind))
    assert values(found, "//c:barChart/c:barDir/@val") == [direction]
    assert values(found, "//c:barChart/c:grouping/@val") == [grouping]


def test_a_missing_value_is_a_gap_and_not_a_zero() -> None:
    found = xml(chart())
    assert values(found, "//c:ser[2]/c:val//c:ptCount/@val") == ["2"]
    assert values(found, "//c:ser[2]/c:val//c:pt/c:v/text()") == ["1"]
    assert values(found, "//c:dispBlanksAs/@val") == ["gap"]


def test_budget_is_outlined_and_outcome_solid_in_theme_colours() -> None:
    found = xml(chart())
    assert values(found, "//c:ser[1]/c:spPr/a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert values(found, "//c:ser[2]/c:spPr/a:solidFill/a:schemeClr/@val") == ["bg1"]
    assert values(found, "//c:ser[2]/c:spPr/a:ln/a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert values(found, "//a:srgbClr/@val") == []


def test_the_highlighted_category_has_a_colour_of_its_own_and_the_others_stand_back() -> None:
    found = xml(chart("bar", series=(Series("Utfall", (Decimal(1), Decimal(2))),), highlight=1))
    assert values(found, "//c:ser/c:spPr//a:schemeClr/@val") == ["accent2"]
    assert values(found, "//c:dPt[c:idx/@val='1']//a:schemeClr/@val") == ["accent3"]


def test_deviations_are_good_or_bad_by_colour() -> None:
    series = Series("Avvikelse", (Decimal(1), Decimal(-2)), tones=("good", "bad"))
    assert values(xml(chart(series=(series,))), "//c:dPt//a:schemeClr/@val") == ["accent5", "accent6"]


def test_a_target_is_a_dashed_line_over_columns_named_in_the_legend() -> None:
    block = chart(series=(Series("Utfall", (Decimal(1), Decimal(2))),), target=Decimal(2), target_label="Mål 2")
    found = xml(block)
    assert values(found, "//c:lineChart/c:ser/c:val//c:v/text()") == ["2", "2"]
    assert values(found, "//c:lineChart/c:ser//a:prstDash/@val") == ["dash"]
    assert values(found, "//c:lineChart/c:axId/@val") == values(found, "//c:barChart/c:axId/@val")
    assert len(found.xpath("//c:legend", namespaces=C)) == 1
    assert sheet_columns(block)[-1] == SheetColumn("Mål 2", (Decimal(2), Decimal(2)))


def test_lines_are_named_and_valued_at_their_last_point_and_have_no_legend() -> None:
    found = xml(chart("line"))
    assert values(found, "//c:ser/c:dLbls/c:dLbl/c:idx/@val") == ["1", "0"]
    assert values(found, "//c:ser/c:dLbls/c:dLbl/c:showSerName/@val") == ["1", "1"]
    assert found.xpath("//c:legend", namespaces=C) == []


def test_end_labels_that_would_overlap_are_moved_apart() -> None:
    close = tuple(Series(f"Serie {n}", (Decimal(1), Decimal(100 + n))) for n in range(3))
    found = xml(chart("line", series=close))
    moved = [float(y) for y in values(found, "//c:dLbl/c:layout/c:manualLayout/c:y/@val")]
    assert len(moved) == 2
    assert all(offset > 0.05 for offset in moved)


def test_an_axis_of_shares_goes_from_0_to_100_per_cent() -> None:
    assert values(xml(chart("share")), "//c:valAx/c:numFmt/@formatCode") == ['0"\u00a0"%']


def test_labels_of_points_are_not_broken_by_powerpoint() -> None:
    for kind in ("column", "line", "stacked"):
        assert set(values(xml(chart(kind)), "//c:dLbls//c:txPr/a:bodyPr/@wrap")) == {"none"}
    assert values(xml(waterfall()), "//c:dLbl//c:rich/a:bodyPr/@wrap") == ["none"] * 4


def test_bars_and_lines_start_at_zero() -> None:
    positive = (Series("Utfall", (Decimal(90), Decimal(95))),)
    for kind in ("column", "line"):
        assert values(xml(chart(kind, series=positive)), "//c:valAx/c:scaling/c:min/@val") == ["0"]


@pytest.mark.parametrize(
    ("decimals", "signed", "code"),
    [
        (0, False, '[>=0.5][$-41D]#,##0;[<=-0.5][$-41D]"\u2212"#,##0;[$-41D]0'),
        (1, True, '[>=0.05][$-41D]+#,##0.0;[<=-0.05][$-41D]"\u2212"#,##0.0;[$-41D]0.0'),
    ],
)
def test_number_formats_are_swedish_and_never_show_a_negative_zero(decimals: int, code: str, *, signed: bool) -> None:
    assert number_format(decimals, signed=signed) == code


def test_text_that_xml_reserves_is_kept() -> None:
    found = xml(chart(categories=('<Öst> & "väst"', "Norr\x00")))
    assert values(found, "//c:ser[1]/c:cat//c:v/text()") == ['<Öst> & "väst"', "Norr"]


def test_the_workbook_has_the_same_bytes_every_time() -> None:
    block = chart()
    books = [workbook(block.categories, sheet_columns(block)) for _ in range(2)]
    assert books[0] == books[1]


def test_the_axis_writes_as_many_decimals_as_its_steps_have() -> None:
    small = (Series("Utfall", (Decimal(1), Decimal(2))),)
    code = values(xml(chart("line", series=small)), "//c:valAx/c:numFmt/@formatCode")[0]
    assert "0.0" in code


def test_the_last_label_of_bars_stands_on_the_last_value_that_there_is() -> None:
    gap = (Series("Utfall", (Decimal(1), None)),)
    assert values(xml(chart(series=gap, labels="last")), "//c:ser/c:dLbls/c:dLbl/c:idx/@val") == ["0"]


@pytest.mark.parametrize("kind", ["column", "bar"])
def test_the_axis_goes_on_below_negative_bars_for_their_labels(kind: Any) -> None:
    (least,) = values(xml(chart(kind)), "//c:valAx/c:scaling/c:min/@val")
    assert -3 < float(least) < -2.05


def test_an_axis_with_numbers_keeps_an_end_that_they_can_be_counted_from() -> None:
    found = xml(chart(labels="last"))
    assert values(found, "//c:valAx/c:delete/@val") == ["0"]
    assert values(found, "//c:valAx/c:scaling/c:min/@val") == []


def test_negative_bars_start_at_zero() -> None:
    below = (Series("Avvikelse", (Decimal(-230), Decimal(-271))),)
    assert values(xml(chart("bar", series=below)), "//c:valAx/c:scaling/c:max/@val") == ["0"]
    assert values(xml(chart("bar")), "//c:valAx/c:scaling/c:max/@val") == []


def test_labels_shrink_until_those_of_neighbouring_bars_do_not_touch() -> None:
    names = tuple(f"{n}" for n in range(30))
    series = (Series("Utfall", (Decimal(12345),) * 30), Series("Budget", (Decimal(12345),) * 30, "budget"))
    sizes = values(xml(chart(categories=names, series=series)), "//c:ser/c:dLbls/c:txPr//a:defRPr/@sz")
    assert sizes == ["1000", "1000"]
    few = values(xml(chart()), "//c:ser/c:dLbls/c:txPr//a:defRPr/@sz")
    assert few == ["1400", "1400"]


def test_a_chart_may_say_where_it_is_drawn_and_leave_names_and_legend_to_another() -> None:
    found = xml(chart(frame=(0.1, 0.2, 0.5, 0.75), names=False, legend=False))
    assert values(found, "//c:plotArea/c:layout//c:layoutTarget/@val") == ["inner"]
    assert values(found, "//c:plotArea/c:layout/c:manualLayout/*[self::c:x or self::c:w]/@val") == ["0.1", "0.5"]
    assert values(found, "//c:catAx/c:tickLblPos/@val") == ["none"]
    assert values(found, "//c:legend") == []


def test_texts_of_labels_stand_below_points_under_zero() -> None:
    carrier = Series("Etikett", (Decimal(1), Decimal(-2)), "hidden", mark="line", texts=("Ett", "Två"))
    found = xml(chart(series=(Series("Utfall", (Decimal(1), Decimal(-2))), carrier), labels="none"))
    assert values(found, "//c:lineChart//c:dLbl/c:dLblPos/@val") == ["t", "b"]
