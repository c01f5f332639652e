from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder import swedish
from deckbuilder.figures.figure import Figure
from deckbuilder.figures.kept_values import UnreadableValueError, is_still, read_value, written_value
from deckbuilder.value import Level, Status, Suppressed, Trend, Unit, Value

NUMBERS = {
    "−95 Mkr": (Unit.TKR, "-95000"),
    "-95,3 mnkr": (Unit.TKR, "-95300"),
    "−95 300 tkr": (Unit.MKR, "-95.3"),
    "1 500 kronor": (Unit.KR, "1500"),
    "0": (Unit.TKR, "0"),
    "5,5 %": (Unit.PERCENT, "5.5"),
    "5,5": (Unit.PERCENT, "5.5"),
    "−0,2 procentenheter": (Unit.POINTS, "-0.2"),
    "1\u00a0200 st": (Unit.COUNT, "1200"),
    "12": (Unit.NONE, "12"),
}


@pytest.mark.parametrize(("text", "unit", "number"), [(text, *rest) for text, rest in NUMBERS.items()])
def test_numbers_are_read_in_the_unit_of_the_figure(text: str, unit: Unit, number: str) -> None:
    assert read_value(text, Figure("x", Decimal(1), unit)) == Decimal(number)


def test_a_value_can_be_withheld() -> None:
    assert read_value("..", Figure("x", Decimal(1), Unit.TKR)) == Suppressed("..")


def test_a_status_is_read_with_its_arrow() -> None:
    assert read_value("delvis ↗", Figure("x", Status(Level.ON_PLAN))) == Status(Level.PARTLY, Trend.RISING)


def test_a_figure_without_a_value_is_of_the_kind_of_its_column() -> None:
    missing = Figure("x", None)
    assert read_value("klart", missing, [Figure("y", Status(Level.PARTLY))]) == Status(Level.ON_PLAN, is_done=True)
    assert read_value("12", missing, [Figure("y", Decimal(3))]) == Decimal(12)
    assert read_value("12", missing) == "12"


REFUSED = {
    "money without a unit": (
        "-95",
        Decimal(1),
        Unit.TKR,
        "'-95' har ingen enhet. Skriv den också: '-95 tkr' eller '-95 Mkr'.",
    ),
    "another unit": (
        "5,5 %",
        Decimal(1),
        Unit.TKR,
        "'5,5 %' är inte i samma enhet som siffran, som är i tkr. Skriv ett tal, till exempel '12 tkr'.",
    ),
    "per cent for points": (
        "1 %",
        Decimal(1),
        Unit.POINTS,
        (
            "'1 %' är inte i samma enhet som siffran, som är i procentenheter. "
            "Skriv ett tal, till exempel '0,2 %-enheter'."
        ),
    ),
    "a decimal point": (
        "5.5 %",
        Decimal(1),
        Unit.PERCENT,
        "'5.5 %' är inget tal. Decimaler skrivs med komma. Skriv ett tal, till exempel '5,5 %'.",
    ),
    "words": ("mycket", Decimal(1), Unit.COUNT, "'mycket' är inget tal. Skriv ett tal, till exempel '12'."),
    "too large": ("1" + "0" * 15, Decimal(1), Unit.COUNT, f"'1{'0' * 15}' är orimligt stort. Rätta talet."),
    "no status": (
        "delvist",
        Status(Level.PARTLY),
        Unit.NONE,
        (
            "'delvist' är ingen status. Menade du 'delvis'? "
            "Skriv enligt plan, delvis eller ej enligt plan, gärna med en pil efter (→)."
        ),
    ),
    "no date": ("snart", "2024-08-27", Unit.NONE, "'snart' är inget datum. Skriv det som 2024-08-27."),
}  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit", "told"), REFUSED.values(), ids=REFUSED)
def test_what_the_figure_cannot_have_is_refused(text: str, value: Value, unit: Unit, told: str) -> None:
    with pytest.raises(UnreadableValueError) as caught:
        read_value(text, Figure("x", value, unit))
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("was", "value", "unit"),
    [
        ("−99 816 tkr", Decimal(-99816), Unit.TKR),
        ("-100 Mkr", Decimal(-99816), Unit.TKR),
        ("-99,8 Mkr", Decimal(-99816), Unit.TKR),
        ("5,5 %", Decimal("5.54"), Unit.PERCENT),
        ("saknas", None, Unit.TKR),
        ("delvis, stigande", Status(Level.PARTLY, Trend.UP), Unit.NONE),
    ],
)
def test_the_source_is_the_same_to_the_decimals_that_were_written(was: str, value: Value, unit: Unit) -> None:
    assert is_still(was, Figure("x", value, unit))


@pytest.mark.parametrize(
    ("was", "value", "unit"),
    [
        ("−99 816 tkr", Decimal(-99817), Unit.TKR),
        ("-100 Mkr", Decimal(-100500), Unit.TKR),
        ("saknas", Decimal(0), Unit.TKR),
        ("0 tkr", None, Unit.TKR),
        ("delvis", Status(Level.ON_PLAN), Unit.NONE),
        ("-100 %", Decimal(-100), Unit.TKR),
    ],
)
def test_the_source_has_moved(was: str, value: Value, unit: Unit) -> None:
    assert not is_still(was, Figure("x", value, unit))


@given(st.decimals(-(10**12), 10**12, places=9), st.sampled_from([one for one in Unit if one is not Unit.NONE]))
def test_what_is_written_of_the_source_is_read_as_still_the_same(number: Decimal, unit: Unit) -> None:
    figure = Figure("x", number, unit)
    assert is_still(written_value(figure), figure)
    assert is_still(written_value(figure).replace(swedish.NBSP, " "), figure)
