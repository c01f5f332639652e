"""How values spread: every value a dot, the median a line, the one that is brought out a mark of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from deckbuilder.plots import draw
from deckbuilder.plots.distribution import Data, Group, _swarm
from tests.plots.make import INCHES, THEME, count, inked, picture

pytestmark = pytest.mark.slow


def group(name: str, *values: int, marked: str = "") -> Group:
    return Group(name, tuple((f"r{n}", Decimal(value)) for n, value in enumerate(values)), marked)


SPREAD = Data((group("Öst", 1, 2, 3, 10), group("Väst", -5, 0, 4)), "%")


def test_the_same_values_give_the_same_bytes() -> None:
    assert draw("distribution", SPREAD, THEME, INCHES) == draw("distribution", SPREAD, THEME, INCHES)


def test_the_marked_value_is_drawn_in_its_own_colour() -> None:
    marked = Data((group("Öst", 1, 2, 3, 10, marked="r2"),))
    assert count(picture("distribution", SPREAD), THEME.highlight) == 0
    assert count(picture("distribution", marked), THEME.highlight) > 100


def test_values_that_would_overlap_stand_beside_each_other_and_keep_their_place_on_the_scale() -> None:
    xs, ys = _swarm([Decimal(5)] * 4 + [Decimal(9)], 0, (0.5, 0.1))
    assert xs == [5, 5, 5, 5, 9]
    assert len(set(ys[:4])) == 4
    assert all(abs(a - b) >= 0.08 for n, a in enumerate(ys[:4]) for b in ys[:n])
    assert ys[4] == 0


@pytest.mark.parametrize(
    "data",
    [
        Data((group("En mycket lång grupp med ett namn som inte får plats på en rad", 1, 2, 3),), "kr"),
        Data((group("Lika", 7, 7, 7, 7, 7),)),
        Data((group("Ensam", 0),)),
        Data(tuple(group(f"Grupp {n}", *range(n, n + 30), marked="r29") for n in range(12)), "%", 1, signed=True),
    ],
)
def test_nothing_is_drawn_past_the_edges(data: Data) -> None:
    image = picture("distribution", data)
    left, top, right, low = inked(image) or (0, 0, 0, 0)
    assert left > 0
    assert top > 0
    assert right < image.width
    assert low < image.height
