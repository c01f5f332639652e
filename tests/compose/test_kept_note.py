from __future__ import annotations

from decimal import Decimal

from deckbuilder import swedish
from deckbuilder.compose.kept_note import noted, starred, warning
from deckbuilder.figures.figure import Figure, Kept
from deckbuilder.page import DrawingBlock, Page, Paragraph, Run, TableBlock, TextBlock

TABLE = TableBlock("table", "table", (), (), "Tabell: Resultat.")
DRAWING = DrawingBlock("wheel", "content", (), "Ett hjul.")
TEXT = TextBlock("body", "body", (Paragraph((Run(f"Nu 95{swedish.MARK_IN_TEXT}"),)),))


def kept(label: str = "Totalt, utfall", reason: str = "Nytt bokslut.") -> Figure:
    return Figure("t.totalt.utfall", Decimal(95), label=label, kept=Kept(reason, "ekonomichef", "100"))


def test_a_page_without_kept_values_is_as_it_was() -> None:
    page = Page("a", "table", "Titel", (TABLE,), source="Källa: a.csv")
    assert noted(page, [kept().unmarked]) is page


def test_a_table_has_marks_so_its_note_says_why() -> None:
    page = noted(Page("a", "table", "Titel", (TABLE, TEXT), source="Källa: a.csv."), [kept()])
    assert page.source == "Källa: a.csv. * Behållet värde: Nytt bokslut"
    assert page.blocks[0].alt == "Tabell: Resultat. Behållet värde: Totalt, utfall (Nytt bokslut)."  # type: ignore[union-attr]
    assert page.blocks[1] is TEXT


def test_other_blocks_have_no_marks_so_the_note_names_the_figure() -> None:
    page = noted(Page("a", "free", "Titel", (DRAWING,)), [kept()])
    assert page.source == "* Behållet värde: Totalt, utfall (Nytt bokslut)"


def test_of_many_the_first_are_told_with_short_reasons() -> None:
    reason = "En lång förklaring som ingen orkar läsa på en bild i en föredragning"
    page = noted(Page("a", "free", "Titel", (DRAWING,)), [kept(f"Rad {n}", reason) for n in range(5)])
    assert page.source == (
        "* Behållna värden: Rad 0 (En lång förklaring som ingen…); Rad 1 (En lång förklaring som ingen…); "
        "Rad 2 (En lång förklaring som ingen…) och 2 till"
    )


def test_one_reason_for_many_is_told_once() -> None:
    page = noted(Page("a", "table", "Titel", (TABLE,)), [kept("a"), kept("b")])
    assert page.source == "* Behållna värden: Nytt bokslut"


def test_texts_get_their_stars_wherever_they_stand() -> None:
    page = starred(Page("a", "text", f"1{swedish.MARK_IN_TEXT}", (TEXT,), notes=(f"2{swedish.MARK_IN_TEXT}",)))
    assert (page.title, page.notes) == ("1*", ("2*",))
    assert page.blocks == (TextBlock("body", "body", (Paragraph((Run("Nu 95*"),)),)),)


def test_a_slide_that_cannot_be_made_tells_of_what_is_kept_on_it() -> None:
    assert warning([kept().unmarked]) == ""
    assert warning([kept()]) == (
        "Är det de behållna värdena som inte går ihop med resten? Behåll fler, eller ta bort dem: t.totalt.utfall."
    )
