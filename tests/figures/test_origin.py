"""Origins: how cells are written, and that every figure of the sample reports came from the cells that it tells."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.figures.origin import cell_ranges, written_cell, written_cells
from deckbuilder.figures.tracing import every_figure
from deckbuilder.period import Period
from deckbuilder.pipeline import make
from deckbuilder.project import Project
from deckbuilder.sources.grid import CellRef
from deckbuilder.value import Status, Suppressed
from tests.workspace import REPO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckbuilder.figures.figure import Figure

pytestmark = pytest.mark.slow

REPORTS = {"manadsrapport": "2024-07", "augusti-2022": "2022-08", "regionplan": "2023"}
COLOURS = {"grön": "enligt plan", "gul": "delvis", "röd": "ej enligt plan", "behöver stöd": "ej enligt plan"}
BOOK, EXPORT = "input/2024-07/bok.xlsx", "input/2024-07/export.csv"


def test_cells_of_a_block_are_one_range() -> None:
    assert cell_ranges([CellRef(BOOK, "Blad", row, column) for row in range(5, 10) for column in (3, 4)]) == "C5:D9"


def test_scattered_cells_are_listed() -> None:
    cells = [CellRef(BOOK, "Blad", row, 3) for row in (5, 6, 9)]
    assert written_cells([*cells, CellRef(EXPORT, "", 7, 2)]) == f"{BOOK}, bladet Blad, C5–C6 och C9; {EXPORT}, B7"


def test_a_cell_is_written_as_a_person_finds_it() -> None:
    assert written_cell(CellRef(BOOK, "Blad", 7, 3)) == f"{BOOK}, bladet Blad, cell C7"
    assert written_cell(CellRef(EXPORT, "", 7, 3)) == f"{EXPORT}, rad 7, kolumn 3 (C7)"
    assert written_cell(CellRef(EXPORT, "", 7, 28), folder=False) == "export.csv, rad 7, kolumn 28 (AB7)"


@given(st.sets(st.tuples(st.integers(1, 9), st.integers(1, 5)), min_size=1))
def test_ranges_name_all_the_cells_and_no_others(places: set[tuple[int, int]]) -> None:
    text = cell_ranges([CellRef(BOOK, "Blad", row, column) for row, column in places])
    assert {place for one in text.replace(" och ", ", ").split(", ") for place in _within(one)} == places


def _within(written: str) -> Iterator[tuple[int, int]]:
    first, _, last = written.replace(":", "–").partition("–")
    for column in range(ord(first[0]), ord((last or first)[0]) + 1):
        for row in range(int(first[1:]), int((last or first)[1:]) + 1):
            yield row, column - 64


@cache
def figures_of(report: str) -> dict[str, Figure]:
    """Return all figures that a report's slides show, and those of the tables that it uses."""
    made = make(Project(REPO), report, Period.parse(REPORTS[report]))
    assert made.loaded.book is not None
    assert made.composed.record is not None
    return every_figure(made.loaded.book) | dict(made.composed.record.figures)


def with_parts(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield figures and all that they were computed from."""
    for figure in figures:
        yield figure
        yield from with_parts(figure.parts)


@pytest.mark.parametrize("report", REPORTS)
def test_every_figure_has_an_id_a_label_a_period_and_a_calculation(report: str) -> None:
    for id_, figure in figures_of(report).items():
        assert figure.id == id_
        assert figure.label, id_
        assert figure.period is not None, id_
        assert figure.calculation, id_


@pytest.mark.parametrize("report", REPORTS)
def test_every_number_comes_from_cells_or_from_others_that_do(report: str) -> None:
    for figure in with_parts(figures_of(report).values()):
        if figure.number is not None and not figure.calculation.startswith("antal statusar"):
            assert figure.cells, figure.id
        if figure.parts:
            assert set(figure.cells) == {cell for part in figure.parts for cell in part.cells}, figure.id
        else:
            assert len(figure.cells) <= 1, figure.id


@pytest.mark.parametrize("report", REPORTS)
def test_every_cell_holds_what_the_figure_says(report: str) -> None:
    """Read each cell anew with another reader than ours."""
    leaves = [figure for figure in with_parts(figures_of(report).values()) if not figure.parts and figure.cells]
    assert len(leaves) > 5
    for figure in leaves:
        raw = _raw(figure.cells[0])
        assert _agrees(figure, raw), (figure, raw)


@pytest.mark.parametrize("report", REPORTS)
def test_every_computed_figure_is_what_its_words_say(report: str) -> None:
    checked = 0
    for figure in with_parts(figures_of(report).values()):
        numbers = [part.number for part in figure.parts if part.number is not None]
        if figure.number is None or not numbers or len(numbers) < len(figure.parts):
            continue
        if (expected := _computed(figure.calculation, numbers)) is not None:
            same_unit = len({figure.unit.is_money and figure.unit for figure in (figure, *figure.parts)}) == 1
            assert not same_unit or figure.number == expected, figure
            checked += same_unit
    assert checked > 0


def _computed(words: str, numbers: list[Decimal]) -> Decimal | None:
    sign = -1 if words.endswith("som kostnad") else 1
    if words.startswith("summan av"):
        return sum(numbers, Decimal(0))
    if len(numbers) != 2 or words.startswith("medelvärdet"):
        return None
    one, other = numbers
    if "som andel av" in words:
        return one / other * 100
    if "jämfört med" in words:
        return (one - other) / abs(other) * 100 * sign
    return (one - other) * sign if " minus " in words else None


@cache
def _sheet(file: str, sheet: str) -> dict[tuple[int, int], object]:
    path = REPO / file
    if sheet:
        cells = openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows()
        return {
            (c.row, c.column): f"{c.value * 100:.10f} %" if _is_percent(c) else c.value for row in cells for c in row
        }
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    reader = csv.reader(StringIO(text, newline=""), delimiter=";")
    return {(reader.line_num, place): value for row in reader for place, value in enumerate(row, start=1)}


def _is_percent(cell: object) -> bool:
    return "%" in getattr(cell, "number_format", "") and isinstance(getattr(cell, "value", None), int | float)


def _raw(cell: CellRef) -> str:
    value = _sheet(cell.file, cell.sheet).get((cell.row, cell.column))
    return "" if value is None else str(value)


def _agrees(figure: Figure, raw: str) -> bool:
    text = " ".join(raw.split())
    if figure.value is None:
        return not text
    if isinstance(figure.value, Suppressed):
        return figure.value.text == text
    if isinstance(figure.value, Status):
        word = text.strip("↑↗→↘↓ ").casefold()
        trend = figure.value.trend.value if figure.value.trend else ""
        return COLOURS.get(word, word) == figure.value.word and text.endswith(trend)
    if isinstance(figure.value, str):
        return text.removesuffix(" 00:00:00") == figure.value
    plain = text.replace("\u2212", "-").replace(" ", "").replace(",", ".")
    number = Decimal(plain.removesuffix("%"))
    if figure.calculation.endswith("i procent") and "%" not in plain:
        number *= 100
    if figure.calculation.endswith("med omvänt tecken"):
        number = -number
    return abs(figure.value - number) < Decimal("1e-9")
