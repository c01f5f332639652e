from __future__ import annotations

from deckbuilder.errors import Problems
from deckbuilder.figures.expansion import expanded, expanded_comment
from deckbuilder.figures.templates import Templates
from deckbuilder.spec.comments import CommentText
from tests.conftest import JULY, ReadYaml

MISSING = "'x' finns inte. Här finns: period."


def test_every_text_of_a_tree_is_filled_in_but_no_key(read_yaml: ReadYaml) -> None:
    document = read_yaml('"{{ a }}": ["{{ period.month }}", 7, {b: "{{ period.year }}", c: true}]\n')
    problems = Problems()
    assert expanded(document.data, (), document, Templates(JULY), problems) == {
        "{{ a }}": ["juli", 7, {"b": "2024", "c": True}]
    }
    assert problems.found == []


def test_every_fault_of_a_tree_is_told_at_its_line_and_its_text_stays(read_yaml: ReadYaml) -> None:
    document = read_yaml('a: "{{ x }}"\nb:\n  - "{{ x }}"\n')
    problems = Problems()
    assert expanded(document.data, (), document, Templates(JULY), problems) == document.data
    assert [str(problem) for problem in problems.found] == [f"fil.yaml:1:4: {MISSING}", f"fil.yaml:3:5: {MISSING}"]


def _comment(text: str) -> tuple[str, list[str]]:
    problems = Problems()
    result = expanded_comment(CommentText("a", text, 10), "kommentarer.md", Templates(JULY), problems)
    return result, [str(problem) for problem in problems.found]


def test_a_comment_is_filled_in_line_by_line() -> None:
    assert _comment("- {{ period.month }}\n\n- {{ period.year }}") == ("- juli\n\n- 2024", [])


def test_every_fault_of_a_comment_is_told_at_its_line() -> None:
    assert _comment("- {{ x }}\n- ja\n- {{ x }}") == (
        "- {{ x }}\n- ja\n- {{ x }}", [f"kommentarer.md:10: {MISSING}", f"kommentarer.md:12: {MISSING}"]
    )  # fmt: skip


def test_a_condition_may_span_lines() -> None:
    assert _comment("{% if period.is_month %}\n- månad\n{% endif %}")[0].strip() == "- månad"


def test_a_fault_in_a_text_with_conditions_is_told_where_the_text_begins() -> None:
    assert _comment("{% if x %}\n- ja\n{% endif %}")[1] == [f"kommentarer.md:10: {MISSING}"]
