"""What a slide reads from the book is noted, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.figures.figure import Figure
from deckbuilder.figures.noting import NotingBook

if TYPE_CHECKING:
    from tests.conftest import MakeBook

CONFIG = """\
sources: {a: {file: a.csv, header: Enhet}}
figures:
  a: {kind: table, source: a, key: Enhet, columns: {plan: Plan, utfall: Utfall}, total: Alla}
  p: {kind: portfolio, source: a, key: Enhet, statuses: [Läge]}
"""
FILE = "Enhet;Plan;Utfall;Läge\nX;1;2;Grön\nY;3;4;Gul\n"


def _book(make_book: MakeBook) -> NotingBook:
    return NotingBook(make_book(CONFIG, a=FILE), {})


def test_a_figure_that_is_read_is_noted_and_a_table_that_is_looked_at_is_not(make_book: MakeBook) -> None:
    book = _book(make_book)
    table = book.table("a")
    assert ("x", "plan") in table.cells
    assert len(table.cells) == len(list(table.cells)) == 6
    assert book.noted == {}
    table.figure("y", "utfall")
    assert list(book.noted) == ["a.y.utfall"]


def test_a_row_is_noted_in_the_order_read_and_once(make_book: MakeBook) -> None:
    book = _book(make_book)
    book.table("a").figure("alla", "utfall")
    book.table("a").row("alla")
    assert list(book.noted) == ["a.alla.utfall", "a.alla.plan"]


def test_a_figure_of_a_part_is_noted_by_its_address(make_book: MakeBook) -> None:
    book = _book(make_book)
    book.table("p").parts["antal"].figure("alla", "antal")
    assert list(book.noted) == ["p.antal.alla.antal"]


def test_a_key_that_does_not_exist_notes_nothing(make_book: MakeBook) -> None:
    book = _book(make_book)
    with pytest.raises(KeyError):
        book.table("a").figure("x", "budget")
    assert book.noted == {}


def test_what_a_slide_computes_itself_can_be_noted(make_book: MakeBook) -> None:
    book = _book(make_book)
    book.note(figure := Figure("bild.plan.median", None))
    assert book.noted == {"bild.plan.median": figure}


def test_it_knows_the_names_of_all_tables(make_book: MakeBook) -> None:
    assert _book(make_book).names == ("a", "p")
