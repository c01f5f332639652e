"""Priorities are numbered through all areas, and their cards keep clear of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.drawn import alternative, overlapping, shapes, words
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

AREAS = "type: priorities\nareas:\n  - {title: Vård, items: [Köer, Platser]}\n  - {title: Ekonomi, items: [Resor]}\n"


@pytest.mark.parametrize(("numbers", "last"), [("all", "3"), ("area", "1"), ("none", None)])
def test_numbers_go_on_from_area_to_area_unless_told_otherwise(
    workspace: Workspace, numbers: str, last: str | None
) -> None:
    found = words(build(workspace, f"{AREAS}numbers: {numbers}"))
    assert found.get("area-2-number-1") == last
    assert found["area-2-item-1"] == "Resor"


def test_the_alternative_text_tells_every_activity(workspace: Workspace) -> None:
    assert alternative(build(workspace, AREAS)) == "2 områden. Vård: Köer; Platser. Ekonomi: Resor."


@pytest.mark.parametrize("count", [3, 5, 8])
def test_areas_stand_in_columns_and_rows_without_overlap(workspace: Workspace, count: int) -> None:
    areas = "".join(f"  - {{title: Område {n}, items: [Ett, Två]}}\n" for n in range(count))
    slide = build(workspace, f"type: priorities\nareas:\n{areas}")
    cards = [name for name in shapes(slide) if name.endswith("-card")]
    assert len(cards) == count
    assert overlapping(slide, *cards) == []


def test_more_activities_than_a_card_holds_are_refused_at_their_line(workspace: Workspace) -> None:
    fault = build(workspace, AREAS + "  - {title: Allt, items: [a, b, c, d, e, f, g]}")
    assert fault == (
        "config/prov.yaml:9:49: DB414 Här står 7 saker under 'items', men högst 6 får plats. Dela området på två."
    )
