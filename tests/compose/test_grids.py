from __future__ import annotations

from itertools import combinations

import pytest

from deckbuilder.compose.grids import MOST, grid


@pytest.mark.parametrize("count", range(2, MOST + 1))
def test_areas_stay_inside_and_apart(count: int) -> None:
    areas = grid(count)
    assert len(areas) == count
    for left, top, width, height in areas:
        assert 0 <= left < left + width <= 1.000001
        assert 0 <= top < top + height <= 1.000001
    for one, other in combinations(areas, 2):
        assert one[0] + one[2] <= other[0] or one[1] + one[3] <= other[1] or other[0] + other[2] <= one[0]


def test_four_charts_stand_two_by_two() -> None:
    assert [(left == 0, top == 0) for left, top, _, _ in grid(4)] == [
        (True, True),
        (False, True),
        (True, False),
        (False, False),
    ]
