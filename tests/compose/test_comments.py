from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.compose.comments import optional_text, text_or_comment
from deckbuilder.compose.context import Comment, Context, source_line
from deckbuilder.errors import SpecError
from deckbuilder.figures.figure import FigureTable
from deckbuilder.markdown import paragraphs
from deckbuilder.value import Unit
from tests.conftest import JULY

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book


@pytest.fixture
def context(july: Book) -> Context:
    return Context(JULY, july, comment=Comment((paragraphs("- ett"), paragraphs("- två"))))


def test_the_text_of_the_slide_goes_before_the_comment(context: Context) -> None:
    assert [line.text for line in text_or_comment("- tre", "a", context)] == ["tre"]
    assert [line.text for line in text_or_comment(None, "a", context)] == ["ett", "två"]


def test_a_slide_without_text_is_told_where_to_write_it(july: Book) -> None:
    with pytest.raises(SpecError) as caught:
        text_or_comment(None, "sommaren", Context(JULY, july))
    assert (caught.value.path, str(caught.value)) == (
        ("id",), "Bilden har ingen text. Skriv den i kommentarer.md under '## sommaren', eller som 'text' här."
    )  # fmt: skip
    assert optional_text(None, Context(JULY, july)) == ()


def test_markdown_that_a_slide_cannot_show_is_told_at_its_key(context: Context) -> None:
    with pytest.raises(SpecError, match=r"^Länkar, bilder och kod visas inte på en bild\.") as caught:
        optional_text("[a](b)", context)
    assert caught.value.path == ("text",)


def test_unknown_figures_are_told_at_their_key(context: Context) -> None:
    with pytest.raises(SpecError, match=r"^Siffrorna 'vantend' finns inte\. Menade du 'vantande'\?") as caught:
        context.table("vantend")
    assert caught.value.path == ("figures",)


def test_the_source_line_names_each_file_once() -> None:
    one, two = (FigureTable("t", (), (), {}, (f"input/2024-07/{name}",)) for name in ("a.csv", "b.xlsx"))
    assert source_line(None, one, two, one) == "Källa: a.csv och b.xlsx"
    assert source_line(None, one, note="Avrundat") == "Källa: a.csv. Avrundat"
    assert source_line(None) == ""


def test_a_source_line_that_a_slide_says_itself_stands_alone() -> None:
    table = FigureTable("t", (), (), {}, ("input/2024-07/a.csv",))
    assert source_line("Egen", table, note="Avrundat") == "Egen"
    assert source_line("", table) == ""


def test_units_are_written_as_in_headers(context: Context) -> None:
    assert [context.unit_label(unit) for unit in (Unit.MKR, Unit.COUNT, Unit.PERCENT)] == ["Mkr", "antal", "procent"]
