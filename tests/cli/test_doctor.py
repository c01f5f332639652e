"""`deckbuilder doctor` as staff meet it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without LibreOffice: it is tried in tests of its own."""
    monkeypatch.setattr("deckbuilder.doctor.kinds.office.find_libreoffice", lambda: None)
    monkeypatch.setattr("deckbuilder.doctor.kinds.office.find_powerpoint", lambda: None)
    monkeypatch.setattr("deckbuilder.doctor.kinds.program._on_path", lambda: iter(()))


def _doctor(*options: str, columns: int = 100) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(group, ["doctor", *options])


def test_a_healthy_project_is_told_so_and_a_note_does_not_stop_a_build(workspace: Workspace) -> None:
    result = _doctor("--project", str(workspace.root))
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert lines[0].startswith("✓ OK  Python: Version 3.")
    at = lines.index("! Obs Office: PDF och bilder kan inte göras: varken PowerPoint eller LibreOffice finns.")
    assert lines[at + 1].startswith("      Installera LibreOffice")
    assert lines[-2:] == ["", "Inget hindrar bygget. 1 sak att se till."]


def test_what_stops_a_build_is_a_fault_and_the_exit_code(workspace: Workspace) -> None:
    (workspace.root / "output").touch()
    result = _doctor("--project", str(workspace.root))
    lines = result.output.splitlines()
    assert result.exit_code == 1
    at = lines.index("✗ Fel Skriva: Rapporter kan inte sparas i output/.")
    assert lines[at + 1].startswith("      Be den som äger mappen om rätt att skriva")
    assert lines[-1] == "1 fel som hindrar bygget. 1 sak att se till."


def test_outside_a_project_the_computer_is_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = _doctor()
    assert result.exit_code == 0
    assert "! Obs Rapportmappen: Här är ingen rapportmapp. Bara datorn är kontrollerad." in result.output.splitlines()
    assert "YAML-filer" not in result.output


def test_a_project_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    result = _doctor("--project", str(tmp_path))
    assert result.exit_code == 2
    assert f"{tmp_path} är ingen rapportmapp" in result.output


def test_one_report_can_be_looked_through(workspace: Workspace) -> None:
    (workspace.root / "config" / "regionplan.yaml").write_text("title: [\n", encoding="utf-8")
    assert _doctor("--project", str(workspace.root)).exit_code == 1
    assert _doctor("--project", str(workspace.root), "--report", "manadsrapport").exit_code == 0
    unknown = _doctor("--project", str(workspace.root), "--report", "manadsraport")
    assert unknown.exit_code == 1
    assert "Menade du 'manadsrapport'?" in unknown.output


def test_lines_follow_the_width_of_the_terminal(workspace: Workspace) -> None:
    lines = _doctor("--project", str(workspace.root), "--report", "manadsrapport", columns=40).output.splitlines()
    words = [line for line in lines if len(line) > 40]
    assert all(" " not in line.strip() for line in words)
    assert all(line.startswith(("✓ OK  ", "! Obs ", "✗ Fel ", "      ")) for line in lines[:-2])


def test_the_same_as_json(workspace: Workspace) -> None:
    (workspace.root / "output").touch()
    result = _doctor("--project", str(workspace.root), "--json")
    assert result.exit_code == 1
    (bad,) = [one for one in json.loads(result.stdout) if one["level"] == "fault"]
    assert (bad["check"], bad["sentence"]) == ("Skriva", "Rapporter kan inte sparas i output/.")
    assert bad["remedy"]
