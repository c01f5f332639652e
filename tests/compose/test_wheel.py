from __future__ import annotations

from deckbuilder.compose.wheel import SIZE, Span, rings, wheel


def test_a_span_may_go_on_over_new_year() -> None:
    assert Span(11, 2).months == (11, 12, 1, 2)
    assert Span(11, 2).words == "november–februari"
    assert Span(6, 6).words == "juni"


def test_what_goes_on_at_the_same_time_stands_in_different_rings() -> None:
    assert rings([Span(1, 3), Span(3, 6), Span(9, 10), Span(11, 1)]) == [0, 1, 0, 1]


def test_the_present_month_is_brought_out() -> None:
    shapes = {shape.name: shape for shape in wheel([Span(1, 3)], 7, "Juli")}
    assert [name for name, shape in shapes.items() if shape.fill == "highlight"] == ["manad-7"]
    assert shapes["manad-7-text"].text[0].runs[0].bold


def test_an_activity_is_as_long_as_its_months() -> None:
    shapes = {shape.name: shape for shape in wheel([Span(10, 1)], 7, "Juli")}
    assert shapes["aktivitet-1"].angles == (270, 390)


def test_everything_is_within_the_wheel() -> None:
    for shape in wheel([Span(month, month) for month in range(1, 13)], 1, "Januari"):
        assert min(shape.left, shape.top) >= 0
        assert max(shape.left + shape.width, shape.top + shape.height) <= SIZE
