"""The schemas come into `.vscode/`, and what people have in their settings stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from deckbuilder.project import Project
from deckbuilder.schemas import SCHEMAS, as_json, settings_to_add, write_schemas
from tests.workspace import REPO

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "config").mkdir()
    return Project(tmp_path)


def _settings(project: Project, text: str) -> Path:
    path = project.root / ".vscode/settings.json"
    path.parent.mkdir()
    path.write_bytes(text.encode())
    return path


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_new_project_gets_schemas_settings_and_a_tip_of_the_extension(project: Project) -> None:
    paths = write_schemas(project)
    assert [path.name for path in paths[-2:]] == ["settings.json", "extensions.json"]
    assert [path.stem for path in paths[:-2]] == [f"{name}.schema" for name in SCHEMAS]
    settings = _read(project.root / ".vscode/settings.json")
    assert settings["yaml.schemas"]["./.vscode/deckbuilder/report.schema.json"] == [
        "config/*.yaml",
        "!config/sources.yaml",
    ]
    assert all((project.root / file).is_file() for file in settings["yaml.schemas"])
    assert _read(project.root / ".vscode/extensions.json") == {"recommendations": ["redhat.vscode-yaml"]}


def test_what_people_have_in_their_settings_stays_in_its_order(project: Project) -> None:
    path = _settings(
        project, '{\n\t"editor.fontSize": 14,\n\t"yaml.schemas": {"min.json": "*.yaml"},\n\t"å": true\n}\n'
    )
    write_schemas(project)
    found = _read(path)
    assert list(found) == ["editor.fontSize", "yaml.schemas", "å"]
    assert next(iter(found["yaml.schemas"])) == "min.json"
    assert path.read_text(encoding="utf-8").startswith(
        '{\n\t"editor.fontSize": 14,\n\t"yaml.schemas": {\n\t\t"min.json"'
    )
    assert '"å": true' in path.read_text(encoding="utf-8")


def test_what_is_there_already_is_not_written_again(project: Project) -> None:
    paths = write_schemas(project)
    path = _settings_as_people_write_them(project)
    before = {one: (one.read_bytes(), one.stat().st_mtime_ns) for one in paths}
    write_schemas(project)
    assert {one: (one.read_bytes(), one.stat().st_mtime_ns) for one in paths} == before
    assert path in before


def _settings_as_people_write_them(project: Project) -> Path:
    path = project.root / ".vscode/settings.json"
    path.write_bytes(json.dumps(_read(path)).encode())  # on one line, without a newline at the end
    return path


@pytest.mark.parametrize(
    "text",
    ['{\n  // mitt\n  "a": 1\n}\n', '{"a": 1,}', '{"a": 1, "a": 2}', "[]", "inte json"],
    ids=["comments", "a comma too much", "a key twice", "a list", "broken"],
)
def test_settings_that_cannot_be_read_without_loss_are_left_and_told(project: Project, text: str) -> None:
    path = _settings(project, text)
    assert path not in write_schemas(project)
    assert path.read_bytes() == text.encode()
    ((file, lacking),) = settings_to_add(project).items()
    assert file == ".vscode/settings.json"
    assert next(iter(json.loads(lacking)["yaml.schemas"])) == "./.vscode/deckbuilder/report.schema.json"


def test_nothing_is_to_be_added_where_all_could_be_written(project: Project) -> None:
    write_schemas(project)
    assert settings_to_add(project) == {}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_sample_projects_schemas_are_current(name: str) -> None:
    """`deckbuilder schema` in this folder writes them."""
    there = (REPO / f".vscode/deckbuilder/{name}.schema.json").read_text(encoding="utf-8")
    assert there == as_json(SCHEMAS[name]())
