from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.figures.book import UnknownFiguresError

if TYPE_CHECKING:
    from tests.conftest import MakeBook

SOURCES = "sources:\n  data: {file: data.csv, header: Namn}\n"
TABLE = "  t: {kind: table, source: data, key: Namn, columns: {u: Utfall}}\n"
DATA = "Namn;Utfall\nA;1\n"


def _fault(make_book: MakeBook, figures: str) -> str:
    with pytest.raises(ContentError) as caught:
        make_book(f"{SOURCES}figures:\n{figures}", data=DATA)
    return str(caught.value)


def test_figures_are_computed_once(make_book: MakeBook) -> None:
    book = make_book(f"{SOURCES}figures:\n{TABLE}", data=DATA)
    assert book.names == ("t",)
    assert book.table("t") is book.table("t")


def test_unknown_figures_are_told_with_those_that_exist(make_book: MakeBook) -> None:
    book = make_book(f"{SOURCES}figures:\n{TABLE.replace('t:', 'region:')}", data=DATA)
    with pytest.raises(UnknownFiguresError) as caught:
        book.table("regionen")
    assert caught.value.sentence == (
        "Siffrorna 'regionen' finns inte. Menade du 'region'? Siffror i config/sources.yaml: region."
    )


def test_a_part_is_reached_by_a_dot_and_unknown_ones_are_told(make_book: MakeBook) -> None:
    book = make_book(f"{SOURCES}figures:\n{TABLE}", data=DATA)
    with pytest.raises(UnknownFiguresError) as caught:
        book.table("t.andel")
    assert caught.value.sentence == "Siffrorna 't.andel' finns inte. Siffror i config/sources.yaml: t."


def test_a_fault_in_the_input_is_told_the_first_time_only(make_book: MakeBook) -> None:
    book = make_book(f"{SOURCES}figures:\n{TABLE}", data="Namn;Utfall\nA;x\n")
    with pytest.raises(ContentError, match=r"^input/2024-07/data\.csv:2: 'x' i kolumnen 'Utfall' är inget tal\."):
        book.table("t")
    with pytest.raises(ContentError) as caught:
        book.table("t")
    assert caught.value.problems == ()


def test_an_unknown_kind_is_told_with_those_that_exist(make_book: MakeBook) -> None:
    assert _fault(make_book, "  t: {kind: tabel, source: data}\n") == (
        "config/sources.yaml:4:13: Beräkningen 'tabel' finns inte. Menade du 'table'? "
        "Välj bland budget, history, monthly, portfolio, sick_leave, table och waiting_list."
    )


def test_an_unknown_source_is_told_with_those_that_exist(make_book: MakeBook) -> None:
    assert _fault(make_book, TABLE.replace("source: data", "source: dat")) == (
        "config/sources.yaml:4:28: Källan 'dat' finns inte. Menade du 'data'? Välj bland data."
    )


def test_figures_without_kind_are_not_told_that_their_other_keys_are_wrong(make_book: MakeBook) -> None:
    assert _fault(make_book, TABLE.replace("kind: table, ", "")) == (
        "config/sources.yaml:4:6: Nyckeln 'kind' saknas. Lägg till 'kind: …'."
    )


def test_figures_that_are_a_word_are_told_what_they_should_be(make_book: MakeBook) -> None:
    assert _fault(make_book, "  t: table\n") == (
        "config/sources.yaml:4:6: Här ska stå nycklar med värden (nyckel: värde)."
    )


def test_the_faults_of_all_figures_are_told_at_once(make_book: MakeBook) -> None:
    assert len(_fault(make_book, "  a: x\n  b: {kind: tabel}\n" + TABLE.replace("key", "nyckel")).splitlines()) == 4


def test_templates_in_the_declarations_are_filled_in_with_the_period(make_book: MakeBook) -> None:
    figures = '  t: {kind: table, source: data, key: Namn, columns: {u: "Utfall {{ period.last_year.yymm }}"}}\n'
    book = make_book(f"{SOURCES}figures:\n{figures}", data="Namn;Utfall 2307\nA;7\n")
    assert book.table("t").figure("a", "u").value == 7
