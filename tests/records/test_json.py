"""Records are the same when they have been written as JSON and read again."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckbuilder.figures.figure import Figure, Kept
from deckbuilder.period import Period
from deckbuilder.records.comparison import compare
from deckbuilder.records.comparison_data import comparison_data
from deckbuilder.records.json import NoRecordError, figure_data, from_json, to_json
from deckbuilder.records.record import Record, RecordedSlide
from deckbuilder.sources.grid import CellRef
from deckbuilder.value import Level, Status, Suppressed, Trend, Unit

if TYPE_CHECKING:
    from deckbuilder.value import Value

JULY = Period(2024, 7, 7)
TEXTS = st.text(max_size=20)
MONTHS = st.builds(lambda year, month: Period(year, month, month), st.integers(1900, 2199), st.integers(1, 12))
TERTIALS = st.builds(
    lambda year, first: Period(year, first, first + 3), st.integers(1900, 2199), st.sampled_from([1, 5, 9])
)
YEARS = st.builds(lambda year: Period(year, 1, 12), st.integers(1900, 2199))
PERIODS = MONTHS | TERTIALS | YEARS
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)
STATUSES = st.builds(Status, st.sampled_from(Level), st.none() | st.sampled_from(Trend), st.booleans())
VALUES = st.none() | NUMBERS | TEXTS | TEXTS.map(Suppressed) | STATUSES
CELLS = st.builds(CellRef, TEXTS, TEXTS, st.integers(1, 10**6), st.integers(1, 10**4))
FIGURES = st.builds(
    Figure,
    TEXTS,
    VALUES,
    st.sampled_from(Unit),
    st.integers(0, 6),
    st.lists(CELLS, max_size=3).map(tuple),
    TEXTS,
    st.sampled_from([None, "higher", "lower"]),
    st.none() | PERIODS,
    label=TEXTS,
    kept=st.none() | st.builds(Kept, TEXTS, TEXTS, TEXTS),
)
SLIDES = st.builds(
    RecordedSlide, TEXTS, TEXTS, TEXTS, st.lists(TEXTS).map(tuple), st.lists(TEXTS).map(tuple), digest=TEXTS
)
RECORDS = st.builds(
    lambda report, period, files, figures, slides: Record(
        report, period, "Mkr", files, {figure.id: figure for figure in figures}, tuple(slides)
    ),
    TEXTS,
    PERIODS,
    st.dictionaries(TEXTS, TEXTS, max_size=3),
    st.lists(FIGURES, max_size=4),
    st.lists(SLIDES, max_size=3),
)
EMPTY = Record("rapport", JULY, "Mkr", {}, {}, ())


TINY = Decimal("-9.999999999999999999999999999E-32")


@example(replace(EMPTY, figures={"a.b.c": Figure("a.b.c", TINY)}))
@given(RECORDS)
def test_a_record_that_is_written_and_read_is_the_same(record: Record) -> None:
    assert from_json(to_json(record)) == record


@given(RECORDS)
def test_the_same_record_gives_the_same_text(record: Record) -> None:
    text = to_json(record)
    assert to_json(from_json(text)) == text
    turned = replace(record, files=dict(reversed(list(record.files.items()))))
    assert to_json(turned) == text


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        (None, "missing", None),
        (Decimal(0), "number", "0"),
        (Decimal("-1E+3"), "number", "-1000"),
        (Suppressed("<5"), "withheld", "<5"),
        ("", "text", ""),
        (Status(Level.PARTLY, Trend.FALLING), "status", "delvis"),
    ],
)
def test_missing_withheld_and_zero_are_told_apart(value: Value, kind: str, written: str | None) -> None:
    data = figure_data(Figure("a.b.c", value), "Mkr")
    assert (data["kind"], data["value"]) == (kind, written)


def test_a_figure_has_its_value_unrounded_and_as_it_is_written() -> None:
    figure = Figure("a.b.c", Decimal("1234.56"), Unit.MKR, 1, (CellRef("bok.xlsx", "Blad", 7, 3),), period=JULY)
    data = figure_data(figure, "mnkr")
    assert (data["value"], data["display"], data["period"]) == ("1234.56", "1\u00a0234,6\u00a0mnkr", "2024-07")
    assert data["cells"] == [{"file": "bok.xlsx", "sheet": "Blad", "cell": "C7", "row": 7, "column": 3}]


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "1", '{"version": 1}', to_json(EMPTY)[:-3]])
def test_a_broken_file_is_told(text: str) -> None:
    with pytest.raises(NoRecordError) as error:
        from_json(text)
    assert str(error.value) == "Filen med siffror är skadad. Bygg rapporten på nytt."


FIGURE = Figure("t.a.b", Decimal(5), cells=(CellRef("a.csv", "", 2, 3),), label="A, b")
FULL = replace(EMPTY, figures={FIGURE.id: FIGURE}, slides=(RecordedSlide("x", "text", "X", ("t.a.b",), (), "d"),))


@pytest.mark.parametrize("wrong", [7, True, None, [], {}, ["x"], "NaN", "1e999999", "\x00" * 99, "2024-13"])
@pytest.mark.parametrize(
    "path",
    [
        *(("figures", 0, key) for key in ("id", "value", "unit", "decimals", "cells", "better", "period", "label")),
        *(("figures", 0, "cells", 0, key) for key in ("file", "row", "column")),
        *(("slides", 0, key) for key in ("id", "title", "figures", "told")),
        *((key,) for key in ("period", "files", "money_label", "figures", "slides")),
    ],
)
def test_a_record_in_which_anything_is_of_another_kind_is_told_or_compared(
    path: tuple[str | int, ...], wrong: object
) -> None:
    """People may send such a file, and a disk may spoil it: nobody sees an error of Python's."""
    data = part = json.loads(to_json(FULL))
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = wrong
    with suppress(NoRecordError):
        found = compare(from_json(json.dumps(data)), FULL)
        assert comparison_data(found)


def test_a_file_of_another_version_is_told() -> None:
    data = json.loads(to_json(EMPTY)) | {"version": 2}
    with pytest.raises(NoRecordError) as error:
        from_json(json.dumps(data))
    assert (
        str(error.value)
        == "Siffrorna är sparade av en annan version av deckbuilder (version 2). Bygg rapporten på nytt."
    )
