from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from deckbuilder.compose.heat import heat_scale
from deckbuilder.render.colours import contrast, ink_on, rgb, words
from tests.render.make import layout

if TYPE_CHECKING:
    from deckbuilder.compose.heat import Better


def _numbers(*values: float) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


def test_one_odd_value_does_not_take_all_the_shades() -> None:
    scale = heat_scale(_numbers(-91, -40, -30, -20, -10, 0, 5, 16, 55, 1297), "lower")
    assert list(scale.edges) == _numbers(-60, -30, 0, 30, 60)
    assert [scale.is_outside(value) for value in _numbers(1297, 55, -91)] == [True, False, False]
    assert scale.fill(Decimal(1297)) == scale.fill(Decimal(61)) == "bad 60"


@pytest.mark.parametrize(
    ("better", "shades"),
    [("lower", ("good", "bad")), ("higher", ("bad", "good")), (None, ("third", "actual"))],
)
def test_shades_of_two_kinds_meet_at_zero(better: Better | None, shades: tuple[str, str]) -> None:
    scale = heat_scale(_numbers(-9, -4, 3, 9), better)
    assert [scale.fill(value) for value in _numbers(-9, -4, -3, -1)] == [
        f"{shades[0]} {strong}" for strong in (60, 40, 40, 20)
    ]
    assert [scale.fill(value) for value in _numbers(1, 3, 4, 9)] == [
        f"{shades[1]} {strong}" for strong in (20, 40, 40, 60)
    ]
    assert scale.fill(Decimal(0)) == ""


def test_numbers_of_one_sign_get_stronger_with_the_value() -> None:
    scale = heat_scale(_numbers(1, 2, 3, 4, 5), None)
    assert [scale.fill(value) for value in _numbers(1, 2, 3, 4, 5)] == [
        "actual 10", "actual 20", "actual 30", "actual 50", "actual 60",
    ]  # fmt: skip


def test_the_worst_is_strongest_where_higher_is_better() -> None:
    scale = heat_scale(_numbers(1, 2, 3, 4, 5), "higher")
    assert (scale.fill(Decimal(1)), scale.fill(Decimal(5))) == ("bad 60", "bad 10")


def test_the_steps_say_what_each_shade_stands_for() -> None:
    assert heat_scale(_numbers(-9, -4, 3, 9), "lower").steps(0) == [
        ("bad 60", "över +6"),
        ("bad 40", "+3 till +6"),
        ("bad 20", "0 till +3"),
        ("", "0"),
        ("good 20", "−3 till 0"),
        ("good 40", "−6 till −3"),
        ("good 60", "under −6"),
    ]


@pytest.mark.parametrize("values", [(5,), (0, 0, 0), (2, 2, 2, 2, 9), (0, 0, 0, 0, 0, -3)])
def test_few_and_equal_values_have_a_scale_too(values: tuple[float, ...]) -> None:
    scale = heat_scale(_numbers(*values), None)
    assert len(scale.fills) == len(scale.edges) + 1
    assert not any(scale.is_outside(value) for value in _numbers(*values))


@pytest.mark.parametrize("better", ["lower", "higher", None])
@pytest.mark.parametrize("values", [(-9, -4, 3, 9), (1, 2, 3, 4, 5)])
def test_text_on_every_shade_can_be_read(better: Better | None, values: tuple[float, ...]) -> None:
    for fill in heat_scale(_numbers(*values), better).fills:
        ground = rgb(words(fill, layout().colours), layout())
        assert contrast(rgb(ink_on(fill, layout()), layout()), ground) >= 4.5
