"""Folders that cannot be written in: here files of the folders' names, which stop every user."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from tests.doctor.looking import found

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

REMEDY = "Be den som äger mappen om rätt att skriva, eller flytta rapportmappen till en egen mapp."


def test_folders_that_take_files_are_left_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "input").mkdir()
    assert [level for level, _, _ in found("writing", tmp_path)] == ["OK", "OK", "OK"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["input"]


def test_an_output_that_takes_no_files_is_a_fault(tmp_path: Path) -> None:
    for name in ("output", "input"):
        (tmp_path / name).touch()
    assert found("writing", tmp_path)[1:] == [
        ("Fel", "Rapporter kan inte sparas i output/.", REMEDY),
        ("Obs", "Filer kan inte läggas i input/. Då går inte deckbuilder new och keep.", REMEDY),
    ]


def test_a_temporary_folder_that_takes_no_files_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = tmp_path / "tmp"
    there.touch()
    monkeypatch.setattr(tempfile, "tempdir", str(there))
    ((level, sentence, remedy),) = found("writing")
    assert level == "Obs"
    assert sentence == f"Tillfälliga filer kan inte skrivas i {there}. PDF och bilder kan inte göras."
    assert remedy == "Peka ut en annan mapp med miljövariabeln TMP (TMPDIR på Mac och Linux)."
