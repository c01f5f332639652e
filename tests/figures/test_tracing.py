"""Figures by the names that people type, and traced down to their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.figures.tracing import NoFigureError, Tracing, every_figure, find

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book
    from tests.conftest import MakeBook

CONFIG = """\
sources: {a: {file: a.csv, header: Enhet}}
figures:
  a:
    kind: table
    source: a
    group: Område
    key: Enhet
    costs: negative
    columns:
      plan: {from: Plan, group: Helår}
      utfall: Utfall
      mot: {difference: [utfall, plan], label: Mot plan}
      mot_procent: {percent_change: [utfall, plan], label: Mot plan}
  b: {kind: table, source: a, key: Nr, unit: andel, columns: {del: Del}}
"""
FILE = """\
Nr;Område;Enhet;Plan;Utfall;Del
1;Vård;Läkare;-10;-12;0,25
2;Vård;Övrigt;-5;-5;50 %
3;Kultur;Övrigt;-1;-2;0,25
"""


@pytest.fixture
def book(make_book: MakeBook) -> Book:
    return make_book(CONFIG, a=FILE)


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("a.vard_lakare.utfall", "a.vard_lakare.utfall"),
        ("A.Läkare.Utfall", "a.vard_lakare.utfall"),
        ("a['Vård Övrigt'].plan", "a.vard_ovrigt.plan"),
        ("a.Läkare.Helår plan", "a.vard_lakare.plan"),
        ("a.summa vård.mot", "a.summa_vard.mot"),
        ("a.Läkare.mot", "a.vard_lakare.mot"),
        ("b.3.Del", "b.3.del"),
    ],
)
def test_a_figure_is_found_by_keys_or_labels(book: Book, typed: str, id_: str) -> None:
    assert find(typed, book, {}).id == id_


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "a.Övrigt.plan",
            "'a.Övrigt.plan' kan vara flera siffror. Välj bland a.vard_ovrigt.plan och a.kultur_ovrigt.plan.",
        ),
        (
            "a.Läkare.mot plan",
            "'a.Läkare.mot plan' kan vara flera siffror. Välj bland a.vard_lakare.mot och a.vard_lakare.mot_procent.",
        ),
        (
            "b",
            "'b' är ingen siffra utan flera. Skriv rad och kolumn också. Här finns: b.1.del, b.2.del, b.3.del.",
        ),
        (
            "a.vard_lakare.utfal",
            (
                "Siffran 'a.vard_lakare.utfal' finns inte. Menade du 'a.vard_lakare.utfall'? "
                "Lista siffrorna med --all, och sök bland dem med --filter."
            ),
        ),
        ("xyz", "Siffran 'xyz' finns inte. Lista siffrorna med --all, och sök bland dem med --filter."),
    ],
)
def test_a_name_of_no_figure_or_several_is_told(book: Book, typed: str, sentence: str) -> None:
    with pytest.raises(NoFigureError) as error:
        find(typed, book, {})
    assert str(error.value) == sentence


def test_what_a_slide_computes_itself_is_found_among_those_shown(book: Book) -> None:
    figure = find("a.vard_lakare.plan", book, {})
    assert find("bild.Läkare.median", book, {"bild.lakare.median": figure}) is figure


def test_only_tables_that_were_asked_for_are_listed(book: Book) -> None:
    assert every_figure(book) == {}
    book.table("b")
    assert list(every_figure(book)) == ["b.1.del", "b.2.del", "b.3.del"]


def test_a_total_is_traced_to_its_rows_and_their_cells(book: Book) -> None:
    figure = book.table("a").figure("summa_vard", "utfall")
    trace = Tracing(book).trace(figure)
    assert trace.words == "Summa Vård, utfall: summan av Vård Läkare och Vård Övrigt"
    assert [(part.words, part.figure.shown(), str(part.figure.cells[0])) for part in trace.parts] == [
        ("Vård: Läkare, utfall", "\u221212", "input/2024-07/a.csv!E2"),
        ("Vård: Övrigt, utfall", "\u22125", "input/2024-07/a.csv!E3"),
    ]


def test_it_tells_what_the_cell_says_where_that_is_not_the_value(book: Book) -> None:
    figures = book.table("b").column("del")
    assert [Tracing(book).trace(figure).written for figure in figures] == ["0,25", "", "0,25"]


def test_a_part_that_has_no_address_is_named_by_its_row_and_header(july: Book) -> None:
    trace = Tracing(july).trace(july.table("vantande").figure("forstabesok_bup", "over_365"))
    (part,) = trace.parts
    assert part.words == "2024-07, Förstabesök, Bup: Över 365 dagar"


def test_every_part_of_the_months_figures_has_words(july: Book) -> None:
    traces = [Tracing(july).trace(figure) for figure in july.table("nettokostnad_per_manad").row("2024-07")]
    while traces:
        trace = traces.pop()
        assert trace.words
        traces.extend(trace.parts)
