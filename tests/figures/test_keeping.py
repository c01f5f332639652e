from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder import swedish
from deckbuilder.errors import ContentError
from deckbuilder.figures.keeping import Keeping
from deckbuilder.figures.templates import Templates
from deckbuilder.spec.kept import read_kept
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.figures.book import Book
    from tests.conftest import MakeBook

SOURCES = "sources:\n  data: {file: data.csv, header: Namn}\n"
FIGURES = """\
figures:
  t:
    kind: table
    source: data
    key: Namn
    unit: tkr
    columns:
      u: Utfall
      b: Budget
      a: {difference: [b, u], label: Avvikelse}
    total: Totalt
"""
DATA = "Namn;Utfall;Budget\nA;1000;3000\nB;2000;4000\n"
FILE = "input/2024-07/behallna.yaml"


def keep(book: Book, folder: Path, *items: tuple[str, str]) -> Book:
    """Return the book with values kept, written by hand for one reason."""
    lines = [
        f"- {{figure: {name}, value: '{value}', reason: Nytt bokslut., by: ekonomichef}}\n" for name, value in items
    ]
    path = folder / FILE
    path.write_text("".join(lines), encoding="utf-8")
    return book.with_kept(Keeping(read_kept(path, FILE)))


@pytest.fixture
def book(make_book: MakeBook) -> Book:
    return make_book(SOURCES + FIGURES, data=DATA)


def test_the_figure_has_the_kept_value_and_tells_what_the_source_gives(book: Book, tmp_path: Path) -> None:
    kept = keep(book, tmp_path, ("t.a.u", "1,5 Mkr"))
    figure, source = kept.table("t").figure("a", "u"), book.table("t").figure("a", "u")
    assert figure.number == 1500
    assert figure.unit is Unit.TKR
    assert figure.calculation == "behållet värde: Nytt bokslut (ekonomichef); underlaget ger 1\u00a0000\u00a0tkr"
    assert (figure.cells, figure.parts, figure.given) == (source.cells, (source,), source)
    assert figure.shown(Unit.MKR, 1) == "1,5*"
    assert figure.written() == "1\u00a0500\u00a0tkr*"


def test_other_figures_are_computed_from_what_the_source_gives(book: Book, tmp_path: Path) -> None:
    table = keep(book, tmp_path, ("t.a.u", "9 Mkr")).table("t")
    assert [table.figure(*key).number for key in (("totalt", "u"), ("a", "a"))] == [3000, 2000]


def test_a_total_and_a_deviation_can_be_kept(book: Book, tmp_path: Path) -> None:
    table = keep(book, tmp_path, ("t.totalt.a", "0 tkr"), ("t.totalt.u", "7 Mkr")).table("t")
    assert [table.figure("totalt", column).number for column in ("a", "u")] == [0, 7000]


def test_the_book_of_the_sources_and_the_book_aside_agree_on_it(book: Book, tmp_path: Path) -> None:
    kept = keep(book, tmp_path, ("t.a.u", "9 Mkr"))
    assert kept.of_sources().table("t").figure("a", "u").value == 1000
    assert kept.aside().table("t").figure("a", "u").value == 9000
    assert kept.computed()["t"].figure("a", "u").value == 9000
    assert kept.table("t") is kept.table("t")


def test_calculations_on_other_figures_take_what_the_source_gives(make_book: MakeBook, tmp_path: Path) -> None:
    more = "  h: {kind: history, columns: {u: t.a.u}, months: 2}\n"
    book = make_book(SOURCES + FIGURES + more, data=DATA)
    table = keep(book, tmp_path, ("t.a.u", "9 Mkr")).table("h")
    assert table.figure("2024-07", "u").value == 1000


def test_sentences_have_the_mark_after_the_unit(book: Book, tmp_path: Path) -> None:
    kept = keep(book, tmp_path, ("t.a.u", "-9 Mkr"))
    text = Templates(book.period, kept).render(
        "{{ t.a.u | mkr }}, {{ t.a.u }}, {{ t.a.u | tkr(enhet=false, absolut=true) }}, {{ t.b.u | mkr }}"
    )
    assert text.replace(swedish.MARK_IN_TEXT, "*") == "−9\u00a0Mkr*, −9\u00a0000\u00a0tkr*, 9\u00a0000*, 2\u00a0Mkr"


def test_a_figure_that_does_not_exist_is_told_by_line(book: Book, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        keep(book, tmp_path, ("t.a.uu", "9 Mkr"), ("t.a.u", "9"), ("t.xyz.vvv", "9 Mkr")).table("t")
    assert str(caught.value).splitlines() == [
        f"{FILE}:1:12: Siffran 't.a.uu' finns inte. Menade du 't.a.u'? Rätta namnet, eller ta bort den.",
        f"{FILE}:2:26: '9' har ingen enhet. Skriv den också: '9 tkr' eller '9 Mkr'.",
        (
            f"{FILE}:3:12: Siffran 't.xyz.vvv' finns inte. Här finns bland andra t.a.u, t.a.b, t.a.a, t.b.u, t.b.b, "
            "t.b.a, t.totalt.u och t.totalt.b. Rätta namnet, eller ta bort den."
        ),
    ]


def test_its_faults_are_told_the_first_time_only(book: Book, tmp_path: Path) -> None:
    kept = keep(book, tmp_path, ("t.a.uu", "9 Mkr"))
    with pytest.raises(ContentError):
        kept.table("t")
    with pytest.raises(ContentError) as caught:
        kept.table("t")
    assert caught.value.problems == ()


def test_figures_of_no_table_are_told_with_the_tables_that_there_are(book: Book, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        keep(book, tmp_path, ("tt.a.u", "9 Mkr")).check()
    assert str(caught.value) == (
        f"{FILE}:1:12: Siffran 'tt.a.u' finns inte: det finns inga siffror 'tt'. Menade du 't'? "
        "Siffror i config/sources.yaml: t."
    )
