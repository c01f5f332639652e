"""`deckbuilder kinds` as staff meet it."""

from __future__ import annotations

import json

from click.testing import CliRunner

from deckbuilder.cli import group
from deckbuilder.composing import BUILDERS
from deckbuilder.kinds import kind, kinds


def _output(*arguments: str) -> str:
    result = CliRunner().invoke(group, ["kinds", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_slide_type_is_listed_with_its_summary() -> None:
    lines = _output().splitlines()
    for name in kinds(BUILDERS):
        assert any(line.startswith(f"{name} ") for line in lines)
    assert lines[-1] == "Nycklar och exempel för en bildtyp: deckbuilder kinds TYP"


def test_one_type_is_told_with_its_options_and_its_example() -> None:
    text = _output("two_columns")
    assert text.startswith("two_columns: Två texter bredvid varandra, med var sin rubrik.\n\nNycklar:\n  left_title")
    assert "\n  id        Bildens namn: små bokstäver" in text
    indented = "".join(f"  {line}\n" for line in kind(BUILDERS, "two_columns").EXAMPLE.splitlines())
    assert text.endswith(f"Exempel:\n{indented}")


def test_json_holds_the_same() -> None:
    (one,) = json.loads(_output("two_columns", "--json"))
    assert one["name"] == "two_columns"
    assert one["options"][0]["description"] == "Vänstra delens rubrik."
    assert len(json.loads(_output("--json"))) == len(kinds(BUILDERS))


def test_a_type_that_does_not_exist_is_wrong_usage() -> None:
    result = CliRunner().invoke(group, ["kinds", "tabel"])
    assert result.exit_code == 2
    assert result.output.startswith("DB107 Bildtypen 'tabel' finns inte. Menade du 'table'?")
