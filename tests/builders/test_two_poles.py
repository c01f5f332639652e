"""Two poles stand side by side, and what unites them below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.drawn import alternative, overlapping, shapes, words
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

POLES = """type: two_poles
left_title: Nu
left: Lägre kostnader.
right_title: Sedan
right: "- Bättre vård\\n- Mer tid"
"""


def test_both_poles_and_what_unites_them_are_shown_without_overlap(workspace: Workspace) -> None:
    slide = build(workspace, POLES + "between: Dilemmat\ntogether: Samma mål")
    found = words(slide)
    assert (found["arrow"], found["together"], found["right-text"]) == ("Dilemmat", "Samma mål", "Bättre vård\nMer tid")
    assert overlapping(slide, "left-title", "left-text-card", "arrow", "right-text-card", "together") == []


def test_the_alternative_text_tells_both_poles(workspace: Workspace) -> None:
    slide = build(workspace, POLES + "between: Dilemmat\ntogether: Samma mål")
    assert alternative(slide) == (
        "Två motpoler (Dilemmat). Nu: Lägre kostnader. Sedan: Bättre vård; Mer tid. Det som förenar dem: Samma mål."
    )


def test_without_anything_that_unites_them_the_poles_are_higher(workspace: Workspace) -> None:
    alone = shapes(build(workspace, POLES))
    beside = shapes(build(workspace, POLES + "together: Samma mål"))
    assert "together" not in alone
    assert alone["left-text-card"].height > beside["left-text-card"].height
