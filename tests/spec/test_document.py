from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.errors import ContentError, Place
from deckbuilder.spec.document import Document, read_document

if TYPE_CHECKING:
    from tests.conftest import ReadYaml


def _fault(read_yaml: ReadYaml, text: str | bytes) -> str:
    with pytest.raises(ContentError) as caught:
        read_yaml(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("13", 13),
        ("-1", -1),
        ("4.50", Decimal("4.50")),
        ("true", True),
        ("False", False),
        ("", None),
        ("null", None),
        ("~", None),
        ("'13'", "13"),
        ('""', ""),
        ("4,5", "4,5"),
        ("2024-07", "2024-07"),
        ("2024-08-27", "2024-08-27"),
        ("1e3", "1e3"),
        ("Nej", "Nej"),
        ("'no'", "no"),
    ],
)
def test_values_are_texts_integers_decimals_and_truths(read_yaml: ReadYaml, written: str, value: object) -> None:
    data = read_yaml(f"a: {written}\n").data
    assert data == {"a": value}
    assert type(data["a"]) is type(value)


def test_keys_are_always_texts(read_yaml: ReadYaml) -> None:
    assert read_yaml("2024: a\nno: b\ntrue: c\n").data == {"2024": "a", "no": "b", "true": "c"}


@pytest.mark.parametrize("text", ["", "# bara en kommentar\n", "---\n"])
def test_an_empty_file_has_no_data(read_yaml: ReadYaml, text: str) -> None:
    assert read_yaml(text).data is None


def test_a_byte_order_mark_is_passed_over(read_yaml: ReadYaml) -> None:
    assert read_yaml(b"\xef\xbb\xbfa: 1\n").data == {"a": 1}


def test_lines_and_columns_are_remembered_for_keys_and_values(read_yaml: ReadYaml) -> None:
    document = read_yaml("slides:\n  - id: a\n    title: b\n")
    path = ("slides", 0, "title")
    assert document.place(path) == Place("fil.yaml", 3, 12)
    assert document.place(path, key=True) == Place("fil.yaml", 3, 5)


def test_what_is_not_there_is_placed_at_its_nearest_parent(read_yaml: ReadYaml) -> None:
    document = read_yaml("slides:\n  - id: a\n")
    assert document.place(("slides", 0, "title")) == Place("fil.yaml", 2, 5)
    assert document.place(("title",)) == Place("fil.yaml", 1, 1)
    assert Document("tom.yaml").place(("title",)) == Place("tom.yaml", 1, 1)


@pytest.mark.parametrize("word", ["no", "Yes", "ON", "off"])
def test_words_that_yaml_takes_for_truths_are_refused(read_yaml: ReadYaml, word: str) -> None:
    assert _fault(read_yaml, f"a: {word}\n") == (
        f"fil.yaml:1:4: '{word}' kan läsas på fler än ett sätt i YAML. "
        f"Skriv '{word}' inom citattecken om det är text, annars true eller false."
    )


@pytest.mark.parametrize("text", ["0024", "-007"])
def test_numbers_with_a_leading_zero_are_refused(read_yaml: ReadYaml, text: str) -> None:
    assert _fault(read_yaml, f"a: {text}\n") == (
        f"fil.yaml:1:4: '{text}' kan läsas på fler än ett sätt i YAML. "
        f"Skriv '{text}' inom citattecken om det är text, annars talet utan inledande nolla."
    )


@pytest.mark.parametrize("text", ["12:30", "0x1F", "1:02:03"])
def test_times_and_other_odd_numbers_are_refused(read_yaml: ReadYaml, text: str) -> None:
    """There is no leading zero to take away in 12:30."""
    assert _fault(read_yaml, f"a: {text}\n") == (
        f"fil.yaml:1:4: '{text}' kan läsas på fler än ett sätt i YAML. Skriv '{text}' inom citattecken."
    )


def test_all_traps_and_twins_are_told_at_once(read_yaml: ReadYaml) -> None:
    assert _fault(read_yaml, "a: 1\nb: no\na: 2\n").splitlines() == [
        (
            "fil.yaml:2:4: 'no' kan läsas på fler än ett sätt i YAML. "
            "Skriv 'no' inom citattecken om det är text, annars true eller false."
        ),
        "fil.yaml:3:1: Nyckeln 'a' står redan på rad 1. Ta bort den ena.",
    ]


def test_a_key_that_is_no_word_is_refused(read_yaml: ReadYaml) -> None:
    assert (
        _fault(read_yaml, "? [a]\n: 1\n")
        == "fil.yaml:1:3: Här står en klammer som YAML tar som sin egen. Sätt text med {{ }} inom citattecken."
    )


def test_a_file_in_another_encoding_is_refused(read_yaml: ReadYaml) -> None:
    assert _fault(read_yaml, "title: Månad\n".encode("cp1252")) == (
        "fil.yaml: Filen är inte sparad som UTF-8. Spara om den med kodningen UTF-8."
    )


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_document(tmp_path, "config/a.yaml")
    assert (
        str(caught.value)
        == "config/a.yaml: Filen går inte att läsa. Kontrollera att den finns och att du får läsa den."
    )


@pytest.mark.parametrize("text", ["a: &x [*x]\n", "- " * 60 + "a\n"])
def test_endless_structures_are_refused(read_yaml: ReadYaml, text: str) -> None:
    assert _fault(read_yaml, text).endswith(
        ": Strukturen är för djup. Ta bort hänvisningar (&, *) som pekar på sig själva."
    )


def test_an_integer_of_thousands_of_digits_is_no_traceback(read_yaml: ReadYaml) -> None:
    assert read_yaml("a: " + "9" * 5000).data == {"a": "9" * 5000}


def _read(content: bytes) -> Any:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes(content)
        return read_document(path, "a.yaml").data


yaml_signs = st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@`#~ \n\t0189.\\é<="), max_size=40)


@given(st.one_of(yaml_signs.map(str.encode), st.text().map(lambda text: text.encode("utf-8", "replace")), st.binary()))
def test_no_bytes_end_in_anything_but_data_or_a_content_error(content: bytes) -> None:
    try:
        data = _read(content)
    except ContentError:
        return
    assert isinstance(data, dict | list | str | int | Decimal | None)


texts = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=8)
trees = st.recursive(
    texts | st.integers(-(10**9), 10**9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(trees)
def test_what_yaml_writes_reads_back_as_it_was(tree: Any) -> None:
    written = yaml.safe_dump({"a": tree}, allow_unicode=True, default_style=None)
    assert _read(written.encode()) == {"a": tree}


def test_a_text_that_a_number_sign_cuts_is_refused_but_a_comment_is_not(read_yaml: ReadYaml) -> None:
    with pytest.raises(ContentError) as caught:
        read_yaml("title: De flesta #initiativen följer planen\n")
    assert str(caught.value) == (
        "fil.yaml:1:8: Texten slutar vid 'De flesta': YAML tar # som en kommentar. Sätt hela texten inom citattecken, "
        "eller ett mellanslag efter #."
    )
    assert read_yaml("title: Frågor  # sista bilden\n").data == {"title": "Frågor"}


def test_references_that_repeat_each_other_are_refused(read_yaml: ReadYaml) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
    )
    with pytest.raises(ContentError, match="Filen blir för stor"):
        read_yaml(bomb)
