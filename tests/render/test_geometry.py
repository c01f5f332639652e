"""The outlines of shapes, as ECMA-376 defines them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from deckbuilder.page import Shape
from deckbuilder.render.geometry import geometry, spark_path


def _arc(start: float, end: float, thickness: float) -> str:
    shape = Shape("a", "arc", 0, 0, 100, 100, angles=(start, end), thickness=thickness)
    return geometry("arc").xml(shape, 100, 100)


def _guides(xml: str) -> list[int]:
    return [int(part.split('"')[0]) for part in xml.split('fmla="val ')[1:]]


def test_an_arc_from_twelve_to_three_counts_from_three_oclock_in_powerpoint() -> None:
    assert _guides(_arc(0, 90, 0.3)) == [270 * 60000, 0, 15000]


def test_an_arc_over_twelve_goes_on_clockwise() -> None:
    assert _guides(_arc(315, 405, 1)) == [225 * 60000, 315 * 60000, 50000]


def test_a_whole_turn_is_a_ring() -> None:
    assert 'prst="donut"' in _arc(0, 360, 0.5)
    assert _guides(_arc(0, 360, 0.5)) == [25000]


@pytest.mark.parametrize(
    ("kind", "insets"),
    [
        ("rectangle", (0, 0, 0, 0)),
        ("ellipse", (29.29, 14.64, 29.29, 14.64)),
        ("chevron", (25, 0, 25, 0)),
        ("pentagon", (0, 0, 12.5, 0)),
        ("arrow", (0, 25, 25, 25)),
        ("arrow_both", (25, 25, 25, 25)),
        ("rounded", (2.34, 2.34, 2.34, 2.34)),
    ],
)
def test_text_keeps_within_the_outline(kind: str, insets: tuple[float, ...]) -> None:
    assert geometry(kind).text_insets(200, 100) == pytest.approx(insets, abs=0.01)  # type: ignore[arg-type]


def test_a_gap_in_the_values_is_a_gap_in_the_line() -> None:
    path = spark_path((Decimal(1), Decimal(3), None, Decimal(2), Decimal(1)), 400, 100)
    assert path.count("<a:moveTo>") == 2
    assert [f'x="{x}"' in path for x in (0, 100, 200, 300, 400)] == [True, True, False, True, True]
    assert '<a:pt x="100" y="0"/>' in path
    assert '<a:pt x="0" y="100"/>' in path


def test_equal_values_are_a_level_line_in_the_middle() -> None:
    assert 'y="50"' in spark_path((Decimal(7), Decimal(7)), 100, 100)


def test_values_that_are_all_missing_draw_nothing() -> None:
    assert "a:pt" not in spark_path((None, None), 100, 100)
