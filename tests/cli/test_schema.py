"""`deckbuilder schema` as staff meet it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group
from deckbuilder.schemas import SCHEMAS

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "config").mkdir()
    (tmp_path / "config/a.yaml").write_bytes(b"title: T\n")
    return tmp_path


def _schema(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(group, ["schema", "--project", str(folder), *options])


def test_it_tells_what_it_wrote_and_what_the_editor_needs(folder: Path) -> None:
    result = _schema(folder)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == f"Skriven: {folder / '.vscode/deckbuilder/report.schema.json'}"
    assert lines[-1].startswith("VS Code behöver tillägget YAML (redhat.vscode-yaml).")
    assert (folder / "config/a.yaml").read_bytes() == b"title: T\n"


def test_modelines_are_written_when_asked_for(folder: Path) -> None:
    assert f"Raden om schemat är tillagd överst i {folder / 'config/a.yaml'}" in _schema(folder, "--modeline").output
    assert (folder / "config/a.yaml").read_bytes().endswith(b".schema.json\ntitle: T\n")


def test_settings_with_comments_are_told_with_what_to_add(folder: Path) -> None:
    (folder / ".vscode").mkdir()
    (folder / ".vscode/settings.json").write_text("{ // mitt\n}", encoding="utf-8")
    output = _schema(folder).output
    assert "Orörd: .vscode/settings.json har kommentarer eller går inte att läsa. Lägg till i den:\n{\n" in output


@pytest.mark.parametrize("name", SCHEMAS)
def test_one_is_shown_without_a_project(name: str) -> None:
    result = CliRunner().invoke(group, ["schema", "--print", name])
    assert json.loads(result.output) == SCHEMAS[name]()


@pytest.mark.skipif(os.name != "posix", reason="a folder cannot be closed this way on Windows")
def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / ".vscode").write_text("en fil där mappen ska vara", encoding="utf-8")
    result = _schema(folder)
    assert result.exit_code == 1
    assert result.output.startswith(f"{folder / '.vscode/deckbuilder'}: DB816 Filen går inte att skriva. Stäng den ")
