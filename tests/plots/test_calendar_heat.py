"""A calendar: a square for each day, and missing, withheld and low values look different."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from deckbuilder.plots import draw
from deckbuilder.plots.calendar_heat import Data
from deckbuilder.value import Suppressed
from tests.plots.make import INCHES, THEME, count, inked, picture

if TYPE_CHECKING:
    from deckbuilder.value import Value

pytestmark = pytest.mark.slow

MONDAY = date(2024, 1, 1)


def days(*values: Value, first: date = MONDAY) -> Data:
    return Data(tuple((first + timedelta(days=n), value) for n, value in enumerate(values)), "%")  # type: ignore[misc]


WEEKS = days(*(Decimal(n % 50) for n in range(70)))


def test_the_same_days_give_the_same_bytes_and_no_program_in_them() -> None:
    content = draw("calendar_heat", WEEKS, THEME, INCHES)
    assert content == draw("calendar_heat", WEEKS, THEME, INCHES)
    assert b"Software" not in content
    assert b"matplotlib" not in content


def test_the_picture_is_twice_as_sharp_as_a_screen_and_lets_the_slide_through() -> None:
    image = picture("calendar_heat", WEEKS)
    assert image.size == (8 * 192, 4 * 192)
    assert image.getchannel("A").getpixel((0, 0)) == 0


def test_low_and_high_days_differ_in_lightness_and_zero_is_a_value() -> None:
    image = picture("calendar_heat", days(Decimal(0), Decimal(100), *[Decimal(50)] * 5))
    heights = [round(image.height * (0.2 + 0.79 * (n + 0.5) / 7)) for n in range(3)]
    grey: Any = image.convert("L")
    zero, hundred, fifty = (grey.getpixel((image.width // 2, height)) for height in heights)
    assert 250 > zero > fifty > hundred


@pytest.mark.parametrize("value", [None, Suppressed("<5")])
def test_a_day_without_a_value_is_never_filled_as_a_low_one(value: Value) -> None:
    low = picture("calendar_heat", days(Decimal(0), *[Decimal(9)] * 6))
    without = picture("calendar_heat", days(value, *[Decimal(9)] * 6))
    assert count(without, THEME.paper) > count(low, THEME.paper) + 20_000


def test_missing_and_withheld_look_different() -> None:
    missing, withheld = (days(value, *[Decimal(9)] * 6) for value in (None, Suppressed("<5")))
    assert draw("calendar_heat", missing, THEME, INCHES) != draw("calendar_heat", withheld, THEME, INCHES)


def test_the_day_that_is_brought_out_is_outlined() -> None:
    marked = Data(WEEKS.days, "%", 0, MONDAY, "högst: 49 %")
    assert count(picture("calendar_heat", WEEKS), THEME.highlight) == 0
    assert count(picture("calendar_heat", marked), THEME.highlight) > 1000


@pytest.mark.parametrize("inches", [(12.1, 5.0), (8.0, 5.0), (5.0, 3.0)])
def test_nothing_is_drawn_past_the_edges(inches: tuple[float, float]) -> None:
    marked = Data(WEEKS.days, "Mkr", 1, MONDAY, "högst: 49,0 Mkr, 19 februari")
    image = picture("calendar_heat", marked, inches)
    left, top, right, low = inked(image) or (0, 0, 0, 0)
    assert left > 0
    assert top > 0
    assert right < image.width
    assert low <= image.height
