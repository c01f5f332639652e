from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.markdown import MarkdownError, paragraphs
from deckbuilder.page import Paragraph, Run

NOT_ON_A_SLIDE = "Här står något som en bild inte kan visa. Använd punkter (- ), två nivåer, och **fetstil**."
NOT_SHOWN = "Länkar, bilder och kod visas inte på en bild. Skriv dem som vanlig text."
plain_words = st.lists(st.text("abcåäöÅ019%", min_size=1, max_size=6), min_size=1, max_size=6).map(" ".join)


def test_bullets_have_two_levels() -> None:
    assert paragraphs("- ett\n  - två\n- tre") == (
        Paragraph((Run("ett"),)),
        Paragraph((Run("två"),), 1),
        Paragraph((Run("tre"),)),
    )


def test_a_line_without_a_dash_is_plain() -> None:
    assert paragraphs("Läget är gott.") == (Paragraph((Run("Läget är gott."),), bullet=False),)


def test_double_stars_are_bold() -> None:
    (line,) = paragraphs("- Skulden är **1 200 Mkr** i år")
    assert line.runs == (Run("Skulden är "), Run("1 200 Mkr", bold=True), Run(" i år"))


def test_bold_inside_bold_lasts_to_the_outer_end() -> None:
    (line,) = paragraphs("**a __b__ c**")
    assert [run.bold for run in line.runs] == [True, True, True]


@pytest.mark.parametrize("text", ["ett\ntvå", "ett  \ntvå"])
def test_line_breaks_are_spaces(text: str) -> None:
    assert [line.text for line in paragraphs(text)] == ["ett två"]


@pytest.mark.parametrize("text", ["<5 patienter & 3 > 2", "&amp; &nbsp;", "<b>x</b>", "H~2~O [1] x_y", "5 * 3", "+5 %"])
def test_signs_of_html_and_mathematics_stand_as_written(text: str) -> None:
    assert [line.text for line in paragraphs(text)] == [text]


@pytest.mark.parametrize("text", ["[OBS]: preliminärt", "[1]: se rapporten"])
def test_brackets_with_a_colon_do_not_swallow_the_line(text: str) -> None:
    """CommonMark reads them as the address of a link and shows nothing."""
    assert [line.text for line in paragraphs(text)] == [text]


def test_no_text_is_no_paragraphs() -> None:
    assert paragraphs(" \n\n") == ()


@pytest.mark.parametrize("text", ["# Rubrik", "1. ett", "> citat", "```\nx\n```", "ett\n---", "***"])
def test_headings_numbers_quotes_code_and_rules_are_refused(text: str) -> None:
    with pytest.raises(MarkdownError) as caught:
        paragraphs(text)
    assert (str(caught.value), caught.value.line) == (NOT_ON_A_SLIDE, 0)


@pytest.mark.parametrize("text", ["[länk](http://a.se)", "![bild](a.png)", "en `kod`", "<http://a.se>"])
def test_links_pictures_and_code_are_refused(text: str) -> None:
    with pytest.raises(MarkdownError) as caught:
        paragraphs(text)
    assert str(caught.value) == NOT_SHOWN


def test_a_third_level_is_refused_at_its_line() -> None:
    with pytest.raises(MarkdownError) as caught:
        paragraphs("- a\n  - b\n    - c")
    assert (str(caught.value), caught.value.line) == ("Punkterna har fler än två nivåer. Använd högst två.", 2)


def test_a_fault_in_a_later_bullet_is_placed_at_its_line() -> None:
    with pytest.raises(MarkdownError) as caught:
        paragraphs("- ett\n- två\n- `tre`")
    assert caught.value.line == 2


@given(st.lists(st.tuples(st.booleans(), plain_words), min_size=1, max_size=8))
def test_no_bullet_is_lost_or_changed(bullets: list[tuple[bool, str]]) -> None:
    """A bullet of the second level needs one of the first before it."""
    levels = [int(deeper and number > 0) for number, (deeper, _) in enumerate(bullets)]
    text = "\n".join("  " * level + f"- {words}" for level, (_, words) in zip(levels, bullets, strict=True))
    shown = [(line.level, line.text) for line in paragraphs(text)]
    assert shown == [(level, words) for level, (_, words) in zip(levels, bullets, strict=True)]


@given(st.text(alphabet=st.sampled_from("ab *_-#`[]()!<>&\n\t1.+|\\~:"), max_size=40))
def test_no_text_ends_in_anything_but_paragraphs_or_a_markdown_error(text: str) -> None:
    try:
        lines = paragraphs(text)
    except MarkdownError:
        return
    assert all(line.level in {0, 1} for line in lines)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2*3*4", "En stjärna eller ett understreck för sig försvinner. Skriv **fetstil**, eller \\* för en stjärna."),
        ("**fet text", "Fetstilen är inte stängd, eller sitter ihop med nästa ord. Skriv **så** här."),
        ("-Punkt", "Skriv ett streck och ett mellanslag (- ) först på raden, så blir det en punkt."),
        ("• Punkt", "Skriv ett streck och ett mellanslag (- ) först på raden, så blir det en punkt."),
        ("| a | b |", "En tabell visas inte i text. Använd bildtypen table, eller skriv punkter."),
    ],
)
def test_what_would_be_shown_otherwise_than_meant_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(MarkdownError) as caught:
        paragraphs(text)
    assert str(caught.value) == sentence
