"""The layout check finds what is broken: each test breaks one thing on a sound slide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pptx.util import Inches, Pt

from tests.decks.layout_check import slide_faults
from tests.golden import slides_by_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.decks.style import FontFiles

pytestmark = pytest.mark.slow

SLIDE = "investeringar"


@pytest.fixture
def broken(july_deck: Path, fonts: FontFiles) -> Callable[[Callable[[Any], None]], list[str]]:
    """Change one slide of the July deck and return what the check finds."""

    def check(change: Callable[[Any], None]) -> list[str]:
        slide = slides_by_id(july_deck)[SLIDE]
        change(slide)
        size = Inches(13.333), Inches(7.5)
        return list(slide_faults(slide, size, fonts))

    return check


def _shape(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == f"{SLIDE}/{name}")


def test_a_sound_deck_has_no_fault(broken: Callable[[Callable[[Any], None]], list[str]]) -> None:
    assert broken(lambda _: None) == []


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("subtitle: text needs", lambda s: setattr(_shape(s, "subtitle").text_frame, "text", "Mkr och mer " * 40)),
        ("title: a word needs", lambda s: setattr(_shape(s, "title").text_frame, "text", "å" * 120)),
        ("source: goes outside the slide", lambda s: setattr(_shape(s, "source"), "top", Inches(7.4))),
        ("subtitle: lies over investeringar/table", lambda s: setattr(_shape(s, "subtitle"), "top", Inches(2))),
        ("row 2 column 1: text needs", lambda s: setattr(_cell(s), "text", "ord " * 40)),
        ("row 2 column 1: text of 8 points", lambda s: _resize(_cell(s).text_frame, 8)),
        ("source: text of 7 points", lambda s: _resize(_shape(s, "source").text_frame, 7)),
        ("the rows and columns do not fill", lambda s: _shape(s, "table").table._tbl.tr_lst[1].set("h", "99999")),
    ],
)
def test_what_is_broken_is_found(
    broken: Callable[[Callable[[Any], None]], list[str]], fault: str, change: Callable[[Any], None]
) -> None:
    assert any(fault in found for found in broken(change)), broken(change)


def _cell(slide: Any) -> Any:
    return _shape(slide, "table").table.cell(1, 0)


def _resize(text_frame: Any, points: int) -> None:
    for paragraph in text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(points)
