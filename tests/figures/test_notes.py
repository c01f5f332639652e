"""Speaker notes: the files, columns and cells of a slide's figures, and how the rest was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.figures.notes import origin_notes
from deckbuilder.period import Period
from deckbuilder.pipeline import make
from deckbuilder.project import Project
from tests.workspace import REPO

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book
    from tests.conftest import MakeBook

CONFIG = """\
sources: {a: {file: a.csv, header: Enhet}}
figures:
  a:
    kind: table
    source: a
    key: Enhet
    columns: {plan: Plan, utfall: Utfall, mot: {difference: [utfall, plan], label: Mot plan}}
    total: Alla
"""
FILE = "Enhet;Plan;Utfall\nX;1;2\nY;3;4\nZ;5;6\n"
READ = "input/2024-07/a.csv: Plan i B2–B4 och Utfall i C2–C4."


def _notes(book: Book, *keys: tuple[str, str]) -> tuple[str, ...]:
    table = book.table("a")
    return origin_notes(table.cells[key] for key in keys or table.cells)


def test_a_slide_without_figures_has_no_notes() -> None:
    assert origin_notes([]) == ()


def test_a_table_is_a_line_for_its_file_and_one_for_each_calculation(make_book: MakeBook) -> None:
    assert _notes(make_book(CONFIG, a=FILE)) == (
        "Siffrornas ursprung",
        READ,
        "Mot plan: utfall minus plan.",
        "Alla: summan av X, Y och Z.",
    )


def test_a_computed_figure_alone_tells_the_cells_it_came_from_and_its_name(make_book: MakeBook) -> None:
    notes = _notes(make_book(CONFIG, a=FILE), ("alla", "mot"))
    assert notes == ("Siffrornas ursprung", READ, "Alla, mot plan: utfall minus plan.")


def test_scattered_cells_are_counted(make_book: MakeBook) -> None:
    rows = "".join(f"{sign};1;2\n" for sign in "ABCDEFGHIJ")
    book = make_book(CONFIG, a="Enhet;Plan;Utfall\n" + rows)
    (line,) = _notes(book, *((sign, "plan") for sign in "acegi"))[1:]
    assert line == "input/2024-07/a.csv: Plan i B2–B10 (5 celler)."


def test_months_that_are_computed_alike_are_told_once(make_book: MakeBook) -> None:
    config = """\
sources: {a: {file: a.csv, header: Månad}}
figures: {a: {kind: monthly, source: a, month: Månad, columns: {kostnad: Kostnad}, months: 3}}
"""
    months = [Period(2023, month, month).code for month in range(1, 13)]
    months += [Period(2024, month, month).code for month in range(1, 8)]
    book = make_book(config, a="Månad;Kostnad\n" + "".join(f"{month};1\n" for month in months))
    notes = _notes(book, *((month, "kostnad_r12") for month in months[-3:]))
    assert notes[2:] == (
        "Juli 2024, kostnad, R12: summan av Kostnad 2023-08 till 2024-07. Övriga månader på samma sätt.",
    )


def test_a_missing_figure_tells_why(make_book: MakeBook) -> None:
    config = """\
sources: {a: {file: a.csv, header: Månad}}
figures: {a: {kind: monthly, source: a, month: Månad, columns: {kostnad: Kostnad}, months: 2}}
"""
    book = make_book(config, a="Månad;Kostnad\n2024-07;1\n")
    assert _notes(book, ("2024-06", "kostnad"))[1:] == ("Juni 2024, kostnad: ingen rad för 2024-06.",)


@pytest.mark.parametrize(("report", "period"), [("manadsrapport", "2024-07"), ("augusti-2022", "2022-08")])
def test_the_notes_of_a_slide_fit_a_page_and_name_every_file(report: str, period: str) -> None:
    composed = make(Project(REPO), report, Period.parse(period)).composed
    assert composed.record is not None
    for page in composed.pages:
        text = "\n".join(page.notes)
        assert bool(text) == bool(page.figures), page.id
        sheets = {(c.file, c.sheet) for figure in page.figures for c in composed.record.figures[figure].cells}
        assert len(page.notes) <= 8 + len(sheets), page.id  # a heading, a line for each, a few for what is computed
        assert len(text) < 1200, page.id
        assert ".." not in text, page.id
        for figure in page.figures:
            assert all(cell.file in text for cell in composed.record.figures[figure].cells)
