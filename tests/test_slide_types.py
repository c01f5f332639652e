"""Every slide type is described in Swedish, option by option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.slide_types import common_options, slide_type, slide_types

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.slide_types import Option


def _all(options: Sequence[Option], of: str) -> Iterator[tuple[str, Option]]:
    for option in options:
        yield f"{of}.{option.name}", option
        yield from _all(option.options, f"{of}.{option.name}")


EVERY = [pair for one in slide_types() for pair in _all((*one.options, *common_options()), one.name)]


def test_every_slide_type_has_a_summary_that_is_a_sentence() -> None:
    assert [one.name for one in slide_types() if not (one.summary[:1].isupper() and one.summary.endswith("."))] == []


def test_every_option_has_a_description_down_to_the_innermost() -> None:
    assert len(EVERY) > 50
    assert [name for name, option in EVERY if not option.description.endswith((".", "?", "…"))] == []


def test_every_option_says_what_it_takes() -> None:
    assert [name for name, option in EVERY if not option.takes] == []


def test_the_options_of_a_type_are_those_that_not_all_types_have() -> None:
    assert [option.name for option in slide_type("two_columns").options] == [
        "left_title",
        "right_title",
        "left",
        "right",
    ]
    assert [option.name for option in common_options()] == ["type", "id", "title", "subtitle", "source"]


def test_what_an_option_takes_is_told_in_words() -> None:
    takes = {option.name: (option.takes, option.default) for option in slide_type("chart").options}
    assert takes["kind"] == ("column, stacked, bar eller line", "column")
    assert takes["columns"] == ("lista av text", "")
    assert takes["target"] == ("tal", "")
    assert takes["signed"] == ("true eller false", "false")


def test_a_type_that_does_not_exist_is_told_with_the_nearest() -> None:
    with pytest.raises(ContentError) as caught:
        slide_type("tabel")
    assert caught.value.problems[0].sentence.startswith(
        "Bildtypen 'tabel' finns inte. Menade du 'table'? Bildtyper som finns: agenda, "
    )
