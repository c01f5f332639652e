from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.compose.history import counted, history, one_column, period_of, some
from deckbuilder.errors import SpecError

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book


def test_points_are_named_as_sentences_write_them(july: Book) -> None:
    course = history(july.table("vantande.over_90"), "Åtgärd", None, None)
    assert (course.names[0], course.names[course.latest], course.noun) == ("jul 2023", "jul 2024", ("månad", "månader"))


def test_rows_that_are_no_months_are_points(july: Book) -> None:
    course = history(july.table("personalkostnad_arlig"), None, None, None)
    assert (course.names[0], course.noun) == ("2020", ("punkt", "punkter"))


def test_rows_are_about_their_own_months_else_the_reports(july: Book) -> None:
    months = july.table("sjukfranvaro_region").rows
    assert period_of(months, july.period) == "jun 2023–jun 2024"
    assert period_of(months[:1], july.period) == "jun 2023"
    assert period_of(july.table("resekostnader").rows, july.period) == "juli 2024"


def test_one_of_several_columns_must_be_chosen(july: Book) -> None:
    with pytest.raises(SpecError) as caught:
        one_column(july.table("vantande.over_90"), None)
    assert str(caught.value) == "Siffrorna har flera kolumner: forstabesok och atgard. Välj en med 'column'."


def test_an_unknown_column_is_told_at_its_key(july: Book) -> None:
    with pytest.raises(SpecError) as caught:
        one_column(july.table("vantande.over_90"), "Atgärd", "whole")
    assert caught.value.path == ("whole",)
    assert str(caught.value).startswith("Kolumnen 'Atgärd' finns inte i siffrorna. Menade du 'atgard'?")


def test_an_empty_name_is_no_column(july: Book) -> None:
    with pytest.raises(SpecError, match=r"^Kolumnen '' finns inte i siffrorna"):
        one_column(july.table("vantande.over_90"), "", "whole")


def test_numbers_are_words_up_to_twelve() -> None:
    noun = ("månad", "månader")
    assert [counted(number, noun) for number in (1, 7, 13)] == ["en månad", "sju månader", "13 månader"]


def test_of_many_names_the_last_are_said() -> None:
    assert some(["a", "b"]) == "a och b"
    assert some(list("abcdefg")) == "senast e, f och g"
