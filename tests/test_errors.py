from __future__ import annotations

import pytest

from deckbuilder.errors import ContentError, Place, Problem, Problems, SpecError, did_you_mean, listed


@pytest.mark.parametrize(
    ("place", "written"),
    [
        (Place("config/a.yaml", 12, 5), "config/a.yaml:12:5"),
        (Place("kommentarer.md", 7), "kommentarer.md:7"),
        (Place("bok.xlsx", sheet="Utfall", cell="C7"), "bok.xlsx, bladet Utfall, cell C7"),
        (Place("bok.xlsx", sheet="Utfall"), "bok.xlsx, bladet Utfall"),
        (Place("bok.xlsx"), "bok.xlsx"),
    ],
)
def test_a_place_is_written_as_editors_and_people_read_it(place: Place, written: str) -> None:
    assert str(place) == written


def test_a_problem_is_where_and_then_what() -> None:
    assert str(Problem(Place("a.yaml", 2, 1), "Fel.", "DB104")) == "a.yaml:2:1: Fel."


def test_a_content_error_is_a_line_for_each_problem() -> None:
    error = ContentError([Problem(Place("a.yaml", 1), "Ett.", "DB104"), Problem(Place("b.yaml"), "Två.", "DB104")])
    assert str(error) == "a.yaml:1: Ett.\nb.yaml: Två."


def test_problems_of_several_blocks_are_told_together_in_order_of_place_and_once() -> None:
    problems = Problems()
    with problems.gather():
        raise ContentError.at(Place("b.yaml", 10), "Tio.", "DB104")
    problems.add(Place("b.yaml", 9), "Nio.", "DB104")
    problems.add(Place("a.yaml", 99), "Först.", "DB104")
    problems.add(Place("b.yaml", 9), "Nio.", "DB104")
    with pytest.raises(ContentError) as caught:
        problems.raise_if_any()
    assert str(caught.value) == "a.yaml:99: Först.\nb.yaml:9: Nio.\nb.yaml:10: Tio."


def test_no_problems_raise_nothing() -> None:
    problems = Problems()
    problems.raise_if_any()
    assert problems.found == []


def test_only_problems_of_content_are_gathered() -> None:
    problems = Problems()
    with pytest.raises(SpecError, match=r"^Nej\.$"), problems.gather():
        raise SpecError(("figures",), "Nej.", "DB401")
    assert problems.found == []


@pytest.mark.parametrize(
    ("word", "hint"),
    [("utfal", " Menade du 'Utfall'?"), ("BUDGET", " Menade du 'Budget'?"), ("xyz", ""), ("", "")],
)
def test_the_nearest_known_word_is_suggested_in_its_own_spelling(word: str, hint: str) -> None:
    assert did_you_mean(word, ["Utfall", "Budget"]) == hint


@pytest.mark.parametrize(
    ("words", "sentence"), [([], "inga"), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_words_are_listed_as_in_a_sentence(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence
