"""`deckbuilder init`: what is told, and that the commands it names go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def _run(*words: str) -> Result:
    return CliRunner().invoke(group, words, env={"COLUMNS": "100"})


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_project_is_made_and_the_next_two_commands_are_told() -> None:
    result = _run("init", "vår rapport")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "En rapportmapp är skapad i vår rapport, med exempelfiler för juni 2024 och juli 2024."
    assert lines[-2:] == ['  cd "vår rapport"', "  deckbuilder build 2024-07"]


@pytest.mark.slow
def test_a_month_goes_from_beginning_to_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ny").mkdir()
    monkeypatch.chdir(tmp_path / "ny")
    assert _run("init", ".").output.splitlines()[-2:] == ["  deckbuilder build 2024-07", "  deckbuilder new 2024-08"]
    assert _run("build", "2024-07").exit_code == 0
    assert "utan 1 avslutad rad" in _run("new", "2024-08").output
    assert "2 av 5 filer är här, 3 saknas" in " ".join(_run("status", "2024-08").output.split())


def test_a_folder_that_has_a_project_is_told_and_left() -> None:
    _run("init", "ny")
    result = _run("init", "ny")
    assert result.exit_code == 2
    assert result.output == (
        "DB830 Mappen ny har redan LASMIG.md, config/manadsrapport.yaml, config/sources.yaml och 14 till. "
        "Inget är skrivet. Välj en tom mapp, eller ett nytt namn.\n"
    )
