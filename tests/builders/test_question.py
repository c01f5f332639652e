"""Questions stand in order, numbered when there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.drawn import alternative, overlapping, words
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace


def test_several_questions_are_numbered(workspace: Workspace) -> None:
    slide = build(workspace, "type: question\nquestions: [Varför?, Hur?, När?]\nhow: Två och två")
    found = words(slide)
    assert [found[f"{name}-{n}"] for n in (1, 3) for name in ("number", "question")] == ["1", "Varför?", "3", "När?"]
    assert alternative(slide) == "Frågor att samtala om: Varför? Hur? När? Två och två."
    assert overlapping(slide, "mark", "card-1", "card-2", "card-3", "how") == []


def test_one_question_needs_no_number(workspace: Workspace) -> None:
    slide = build(workspace, "type: question\nquestions: [Varför?]")
    assert words(slide) == {"mark": "?", "question-1": "Varför?"}
    assert alternative(slide) == "Fråga att samtala om: Varför?"


def test_more_questions_than_a_meeting_can_talk_about_are_refused(workspace: Workspace) -> None:
    assert build(workspace, "type: question\nquestions: [a, b, c, d]") == (
        "config/prov.yaml:6:26: DB414 Här står 4 saker under 'questions', men högst 3 får plats. "
        "Dela dem på två bilder."
    )
