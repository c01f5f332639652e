"""Text is measured alike on every machine."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from deckbuilder.render.metrics import font

CALIBRI = font("Calibri")
WORDS = st.text(st.sampled_from("abcåäöM 1−%"), max_size=60)


def test_a_known_width() -> None:
    assert CALIBRI.width("0", 100) == round(507 * 100 * 12.7)


def test_bold_is_not_narrower() -> None:
    text = "Verksamhetens nettokostnader"
    assert CALIBRI.width(text, 14, bold=True) > CALIBRI.width(text, 14)


def test_an_unknown_font_is_measured_as_arial() -> None:
    assert font("Comic Region Sans").name == "Arial"


def test_a_word_wider_than_the_box_breaks_inside() -> None:
    assert CALIBRI.lines("x" * 100, 20, CALIBRI.width("x" * 30, 20)) == 4


@given(WORDS, st.integers(10, 40))
def test_a_larger_size_never_takes_fewer_lines(text: str, size: int) -> None:
    assert CALIBRI.lines(text, size + 2, 1_000_000) >= CALIBRI.lines(text, size, 1_000_000)


@given(WORDS)
@example("1 111111 ac")
def test_a_text_narrower_than_its_box_is_one_line(text: str) -> None:
    assert CALIBRI.lines(text, 14, CALIBRI.width(text, 14) + 1) == 1
