"""The comment that names a file's schema goes on top, and nothing else is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.project import Project
from deckbuilder.schemas import add_modelines, modeline

if TYPE_CHECKING:
    from pathlib import Path

LINE = b"# yaml-language-server: $schema=../.vscode/deckbuilder/report.schema.json"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "config").mkdir()
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("config/manadsrapport.yaml", "../.vscode/deckbuilder/report.schema.json"),
        ("config/sources.yaml", "../.vscode/deckbuilder/sources.schema.json"),
        ("layouts/region.yaml", "../.vscode/deckbuilder/layout.schema.json"),
        ("input/2024-07/behallna.yaml", "../../.vscode/deckbuilder/kept.schema.json"),
    ],
)
def test_each_file_names_its_own_schema_from_where_it_stands(file: str, schema: str) -> None:
    assert modeline(file) == f"# yaml-language-server: $schema={schema}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"title: T\n", LINE + b"\ntitle: T\n"),
        (b"# rubrik\r\ntitle:  T  \r\n", LINE + b"\r\n# rubrik\r\ntitle:  T  \r\n"),
        (b"\xef\xbb\xbftitle: \xc3\xa5", b"\xef\xbb\xbf" + LINE + b"\ntitle: \xc3\xa5"),
        (b"title: \xe5\n", LINE + b"\ntitle: \xe5\n"),
        (b"", LINE + b"\n"),
    ],
    ids=["plain", "Windows lines", "byte order mark", "not UTF-8", "empty"],
)
def test_everything_else_is_kept_byte_for_byte(project: Project, before: bytes, after: bytes) -> None:
    path = project.root / "config/a.yaml"
    path.write_bytes(before)
    assert add_modelines(project) == [path]
    assert path.read_bytes() == after


@pytest.mark.parametrize("line", ["# yaml-language-server: $schema=x.json", "#yaml-language-server:$schema=x.json"])
def test_a_file_that_has_one_is_left(project: Project, line: str) -> None:
    path = project.root / "config/a.yaml"
    path.write_text(f"# först\n{line}\ntitle: T\n", encoding="utf-8")
    assert add_modelines(project) == []
