"""The month's texts begin as headings without a text."""

from __future__ import annotations

import pytest

from deckbuilder.months.texts import emptied, first, is_unwritten
from deckbuilder.period import Period
from deckbuilder.spec.comments import CommentText
from tests.months.make import COMMENTS

JULY, AUGUST = Period.parse("2024-07"), Period.parse("2024-08")


def test_headings_of_slides_that_are_left_are_kept_and_their_texts_not() -> None:
    assert emptied(COMMENTS, {"sommaren"}, JULY, AUGUST) == (
        "# Texter, augusti 2024\n\nSkriv här.\n\nTexterna för juli 2024 står i input/2024-07/kommentarer.md.\n\n"
        "## sommaren\n"
    )


def test_the_line_about_the_month_before_is_not_kept_for_the_next() -> None:
    august = emptied(COMMENTS, {"sommaren"}, JULY, AUGUST)
    assert emptied(august, {"sommaren"}, AUGUST, AUGUST.next).count("Texterna för") == 1


def test_two_texts_keep_the_line_between_them_and_windows_its_ends() -> None:
    text = "## a\r\n\r\n- Ett\r\n\r\n---\r\n\r\n- Två\r\n"
    assert emptied(text, {"a"}, JULY, AUGUST).endswith("\r\n\r\n## a\r\n\r\n---\r\n")


@pytest.mark.parametrize(("text", "expected"), [("", True), ("\n---\n \n", True), ("\n---\n- Två", False)])
def test_a_heading_with_nothing_but_a_line_under_it_is_unwritten(text: str, expected: bool) -> None:
    assert is_unwritten(CommentText("a", text, 1)) is expected


def test_the_first_period_gets_a_heading_for_each_slide() -> None:
    assert first("prov", ["a", "b"], JULY).startswith("# Texter till prov, juli 2024\n")
    assert first("prov", ["a", "b"], JULY).endswith("\n## a\n\n## b\n")
