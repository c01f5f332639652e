from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import pytest
from pydantic import Field

from deckbuilder.errors import ContentError, Place
from deckbuilder.spec.numbers import Number
from deckbuilder.spec.validation import Model, one_of, validated

if TYPE_CHECKING:
    from tests.conftest import ReadYaml


class Part(Model):
    """A part."""

    name: str
    size: int = 1


class Whole(Model):
    """A model with one of each."""

    title: Annotated[str, Field(min_length=1)] = "x"
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    signed: bool = False
    target: Number | None = None
    sign: Literal["komma", "punkt"] = "komma"
    pair: tuple[str, str] | None = None
    words: Annotated[tuple[str, ...], Field(min_length=1, max_length=3)] = ("a",)
    parts: dict[str, Part] = {}
    where: dict[str, str] = {}


def _faults(read_yaml: ReadYaml, text: str) -> list[str]:
    document = read_yaml(text)
    with pytest.raises(ContentError) as caught:
        validated(Whole, document.data, document)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("title: 2024", "8: 'title' ska vara text, inte '2024'. Sätt värdet inom citattecken."),
        ("title: [a]", "8: 'title' ska vara text, inte en lista. Skriv en text på samma rad som 'title:'."),
        ("title:", "7: 'title' är tom. Skriv ett värde, eller ta bort nyckeln."),
        ("title: ''", "8: 'title' är tom. Skriv ett värde."),
        ("title: '  '", "8: 'title' är tom. Skriv ett värde."),
        ("decimals: många", "11: 'decimals' ska vara ett heltal, inte 'många'."),
        ("decimals: 1.5", "11: 'decimals' ska vara ett heltal, inte '1.5'."),
        ("decimals: {a: b}", "11: 'decimals' ska vara ett heltal, inte nycklar med värden."),
        ("decimals: -1", "11: 'decimals' ska vara minst 0."),
        ("decimals: 7", "11: 'decimals' ska vara högst 6."),
        ("signed: ja", "9: 'signed' ska vara true eller false, inte 'ja'."),
        ("signed: [a]", "9: 'signed' ska vara true eller false, inte en lista."),
        ("target: fem", "9: 'target' ska vara ett tal, inte 'fem'. Skriv det som 4.5."),
        ("target: [4]", "9: 'target' ska vara ett tal, inte en lista. Skriv det som 4.5."),
        ("target: NaN", "9: 'target' ska vara ett tal, inte 'NaN'. Skriv det som 4.5."),
        ("sign: kommma", "7: 'kommma' går inte att använda som 'sign'. Menade du 'komma'? Välj bland komma och punkt."),
        ("words: a", "8: 'words' ska vara en lista (rader som börjar med -), inte 'a'."),
        ("sign:", "6: 'sign' är tom. Skriv ett värde, eller ta bort nyckeln."),
        ("words: [a, ~]", "12: 'words' är tom. Skriv ett värde, eller ta bort raden."),
        ("words: [5]", "9: 'words' ska vara text, inte '5'. Sätt värdet inom citattecken."),
        ("words: []", "8: 'words' behöver minst ett värde."),
        ("words: [a, b, c, d]", "8: 'words' får ha högst 3 värden."),
        ("words: [a, 5]", "12: 'words' ska vara text, inte '5'. Sätt värdet inom citattecken."),
        ("pair: [a]", "7: 'pair' behöver minst 2 värden."),
        ("pair: [a, b, c]", "7: 'pair' får ha högst 2 värden."),
        ("parts: []", "8: 'parts' ska vara nycklar med värden, inte en lista."),
        ("parts: {a: b}", "12: 'a' ska vara nycklar med värden, inte 'b'."),
        ("parts: {a: {}}", "12: Nyckeln 'name' saknas. Lägg till 'name: …'."),
        ("parts: {A: {}}", "12: Nyckeln 'name' saknas. Lägg till 'name: …'."),
        (
            "parts: {a: {name: b, siz: 2}}",
            "22: Nyckeln 'siz' finns inte här. Menade du 'size'? Nycklar som finns: name och size.",
        ),
        ("parts: {a: {name: }}", "19: 'name' är tom. Skriv ett värde."),
        ("parts: {A: {name: 1}}", "19: 'name' ska vara text, inte '1'. Sätt värdet inom citattecken."),
        ("where: {Förvaltning: 7}", "22: 'Förvaltning' ska vara text, inte '7'. Sätt värdet inom citattecken."),
    ],
)
def test_a_fault_is_told_in_swedish_where_it_stands(read_yaml: ReadYaml, text: str, sentence: str) -> None:
    assert _faults(read_yaml, text) == [f"fil.yaml:1:{sentence}"]


def test_an_unknown_key_is_told_with_the_nearest_and_all_known(read_yaml: ReadYaml) -> None:
    assert _faults(read_yaml, "title: a\ntitel: b\n") == [
        (
            "fil.yaml:2:1: Nyckeln 'titel' finns inte här. Menade du 'title'? Nycklar som finns: "
            "title, decimals, signed, target, sign, pair, words, parts och where."
        )
    ]


def test_all_faults_are_told_at_once(read_yaml: ReadYaml) -> None:
    assert len(_faults(read_yaml, "title: 1\ndecimals: x\nsigned: ja\nutan: hem\n")) == 4


@pytest.mark.parametrize("text", ["- a\n", "bara text\n"])
def test_something_else_than_keys_is_told(read_yaml: ReadYaml, text: str) -> None:
    assert _faults(read_yaml, text) == ["fil.yaml:1:1: Här ska stå nycklar med värden (nyckel: värde)."]


@pytest.mark.parametrize(
    ("written", "shown"), [("4.5", "4.5"), ('"4,5"', "4.5"), ("4,5", "4.5"), ('"−1 234,5"', "-1234.5"), ("7", "7")]
)
def test_numbers_are_written_with_point_or_comma(read_yaml: ReadYaml, written: str, shown: str) -> None:
    document = read_yaml(f"target: {written}\n")
    assert str(validated(Whole, document.data, document).target) == shown


def test_a_word_that_is_not_known_is_told_with_those_that_are() -> None:
    with pytest.raises(ContentError) as caught:
        one_of("tabell", ["table", "text"], "Bildtypen", Place("a.yaml", 3, 5))
    assert str(caught.value) == (
        "a.yaml:3:5: Bildtypen 'tabell' finns inte. Menade du 'table'? Välj bland table och text."
    )
    one_of("text", ["table", "text"], "Bildtypen", Place("a.yaml"))
