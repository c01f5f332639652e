"""The template as render reads it."""

from __future__ import annotations

from tests.render.make import layout


def test_sizes_come_from_placeholder_master_or_style() -> None:
    boxes = layout().roles["text"].boxes
    assert boxes["title"].sizes[0] == 28
    assert boxes["body"].sizes == (24, 20)
    assert layout().roles["chart_text"].boxes["body"].sizes == (18, 16)
    assert boxes["source"].sizes[0] == 10


def test_the_theme_says_the_font() -> None:
    assert layout().font == "Calibri"


def test_content_keeps_the_margins_and_nothing_overlaps() -> None:
    for role in layout().roles.values():
        boxes = [box for place, box in role.boxes.items() if place != "number"]
        assert all(box.left >= 457200 and box.left + box.width <= 12192000 - 457200 for box in boxes)
        assert all(box.top >= 0 and box.top + box.height <= 6858000 for box in boxes)
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = one.top + one.height <= other.top or other.top + other.height <= one.top
                beside = one.left + one.width <= other.left or other.left + other.width <= one.left
                assert apart or beside, (role.name, one, other)
