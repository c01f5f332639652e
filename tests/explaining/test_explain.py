"""`deckbuilder explain` tells of a code what its page does, as text in a terminal."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group
from deckbuilder.explaining.pages import AREAS, codes, page


def _explained(*words: str, columns: int = 80) -> str:
    result = CliRunner(env={"COLUMNS": str(columns)}).invoke(group, ["explain", *words])
    assert result.exit_code == 0
    return result.output


def test_a_code_is_told_as_text_with_its_example_as_it_stands() -> None:
    told = _explained("104")
    assert told.startswith("DB104: Nyckeln finns inte\n\n")
    assert "\nSå rättar du\n\n" in told
    assert "  I config/manadsrapport.yaml:\n    - type: table\n      id: enheter\n" in told
    assert "  Då skrivs:\n    config/manadsrapport.yaml:15:5: DB104 Nyckeln 'lable' finns inte här." in told
    assert "`" not in told


def test_without_a_code_all_are_listed_by_area_with_their_titles() -> None:
    told = _explained(columns=100)
    assert all(f"{area}xx {about}\n" in told for area, about in AREAS.items())
    assert all(f"  {code}  {page(code).title}\n" in told for code in codes())
    assert told.endswith("Mer om en kod: deckbuilder explain KOD\n")


@pytest.mark.parametrize("code", codes())
def test_running_text_follows_the_width_of_the_terminal(code: str) -> None:
    told = _explained(code, columns=50).splitlines()
    assert [line for line in told if len(line) > 50 and not line.startswith(("    ", "  I "))] == []


def test_an_unknown_code_is_wrong_usage() -> None:
    result = CliRunner().invoke(group, ["explain", "DB100"])
    assert result.output == (
        "DB806 Koden 'DB100' finns inte. Närmast är DB101. Skriv en kod som DB104. Alla koder: deckbuilder explain.\n"
    )
    assert result.exit_code == 2


@pytest.mark.parametrize("word", ["DB", "DBx", "DB1e4", "titel"])
def test_a_word_that_is_no_code_is_wrong_usage(word: str) -> None:
    result = CliRunner().invoke(group, ["explain", word])
    told = f"DB806 Koden '{word}' finns inte. Skriv en kod som DB104. Alla koder: deckbuilder explain.\n"
    assert (result.exit_code, result.output) == (2, told)
