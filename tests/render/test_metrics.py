"""Text is measured alike on every machine with the kept fonts, and from its own files with any other."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckbuilder.page import Page
from deckbuilder.render.fit import fitted
from deckbuilder.render.metrics import font, measured
from deckbuilder.render.metrics.installed import folders
from tests.render.make import layout

if TYPE_CHECKING:
    from pathlib import Path

CALIBRI = font("Calibri")
WORDS = st.text(st.sampled_from("abcåäöM 1−%"), max_size=60)


def test_a_known_width() -> None:
    assert CALIBRI.width("0", 100) == round(507 * 100 * 12.7)


def test_bold_is_not_narrower() -> None:
    text = "Verksamhetens nettokostnader"
    assert CALIBRI.width(text, 14, bold=True) > CALIBRI.width(text, 14)


def test_an_unknown_font_is_measured_as_arial() -> None:
    found = font("Comic Region Sans")
    assert found.width("0", 100) == font("Arial").width("0", 100)
    assert found.warning == (
        "Teckensnittet Comic Region Sans finns inte på den här datorn. Texten mäts som Arial, som är brett. "
        "Installera Comic Region Sans, så mäts texten rätt."
    )


def test_the_kept_fonts_need_no_font_on_the_machine() -> None:
    found = measured("Calibri", ())
    assert (found.line, found.regular, found.bold) == (CALIBRI.line, CALIBRI.regular, CALIBRI.bold)
    assert found.warning == ""


@pytest.mark.parametrize(("kept", "twin"), [("Calibri", "Carlito"), ("Arial", "Liberation Sans")])
def test_a_font_file_is_read_as_the_kept_widths_were(kept: str, twin: str) -> None:
    read = measured(twin, folders())
    assert read.name == twin
    assert {sign: read.regular[sign] for sign in font(kept).regular} == font(kept).regular
    assert {sign: read.bold[sign] for sign in font(kept).bold} == font(kept).bold
    assert read.line == font(kept).line


def test_a_font_of_the_machine_is_measured_from_its_own_files() -> None:
    dejavu = measured("dejavu sans", folders())
    assert (dejavu.line, dejavu.regular["m"], dejavu.bold["m"]) == (1.1641, 974, 1042)
    assert dejavu.warning == ""


def test_a_font_that_is_not_there_is_measured_as_one_with_the_same_widths() -> None:
    found = measured("Times New Roman", folders())
    assert found.regular == measured("Liberation Serif", folders()).regular
    assert found.warning == (
        "Teckensnittet Times New Roman finns inte på den här datorn. "
        "Texten mäts som Liberation Serif, som har samma bredder. Du behöver inte göra något."
    )


def test_a_family_without_a_bold_face_is_bolder_than_its_regular(tmp_path: Path) -> None:
    (regular,) = [path for folder in folders() for path in folder.rglob("DejaVuSans.ttf")][:1]
    shutil.copy(regular, tmp_path)
    found = measured("DejaVu Sans", (tmp_path,))
    assert found.bold["m"] == round(found.regular["m"] * 1.08)


@pytest.mark.parametrize("length", [0, 3, 11, 200, 5000])
def test_a_broken_font_file_is_passed_over(tmp_path: Path, length: int) -> None:
    (regular,) = [path for folder in folders() for path in folder.rglob("DejaVuSans.ttf")][:1]
    (tmp_path / "trasig.ttf").write_bytes(regular.read_bytes()[:length])
    assert measured("DejaVu Sans", (tmp_path,)).name == "Arial"


def test_a_sign_that_the_font_lacks_is_counted_as_wide_as_the_size() -> None:
    assert CALIBRI.width("\U0001f600", 10) == 10 * 12700


def test_titles_are_measured_with_their_own_font() -> None:
    page = Page("a", "text", "Rubriken fyller nästan två rader " * 3 + "med bokstäver")
    (narrow,) = fitted(page, replace(layout(), title_font="Calibri"), CALIBRI)
    (wide,) = fitted(page, replace(layout(), title_font="Liberation Mono"), CALIBRI)
    assert narrow.title_size == 0 != wide.title_size


def test_a_word_wider_than_the_box_breaks_inside() -> None:
    assert CALIBRI.lines("x" * 100, 20, CALIBRI.width("x" * 30, 20)) == 4


@given(WORDS, st.integers(10, 40))
def test_a_larger_size_never_takes_fewer_lines(text: str, size: int) -> None:
    assert CALIBRI.lines(text, size + 2, 1_000_000) >= CALIBRI.lines(text, size, 1_000_000)


@given(WORDS)
@example("1 111111 ac")
def test_a_text_narrower_than_its_box_is_one_line(text: str) -> None:
    assert CALIBRI.lines(text, 14, CALIBRI.width(text, 14) + 1) == 1


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    calibri = font("Calibri")
    assert calibri.width("1\u00a0015", 14) == calibri.width("1 015", 14)
