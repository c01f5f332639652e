"""Puts the schemas in a project's `.vscode/`, and tells VS Code which file each is for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from deckbuilder import atomic
from deckbuilder.schemas.kept import kept_schema
from deckbuilder.schemas.layout import layout_schema
from deckbuilder.schemas.report import report_schema
from deckbuilder.schemas.sources import sources_schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deckbuilder.project import Project
    from deckbuilder.schemas.models import Schema

SCHEMAS: dict[str, Callable[[], Schema]] = {
    "report": report_schema,
    "sources": sources_schema,
    "layout": layout_schema,
    "kept": kept_schema,
}
FOLDER = ".vscode/deckbuilder"
SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"
EXTENSION = "redhat.vscode-yaml"
_FILES = {
    "report": ["config/*.yaml", "!config/sources.yaml"],
    "sources": ["config/sources.yaml"],
    "layout": ["layouts/*.yaml"],
    "kept": ["input/*/behallna.yaml"],
}


def file_of(name: str) -> str:
    """Return where a schema lies in a project."""
    return f"{FOLDER}/{name}.schema.json"


def as_json(schema: Schema) -> str:
    """Return a schema as its file has it."""
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"


def write_schemas(project: Project) -> list[Path]:
    """Write the schemas, and say in the settings which files they are for; return the files that are there.

    What people have in the settings stays. Those that cannot be read as plain JSON (they have comments) are left as
    they are: `settings_to_add` tells what they lack. Raise OSError when a file cannot be written.
    """
    (project.root / FOLDER).mkdir(parents=True, exist_ok=True)
    files = {file_of(name): as_json(schema()) for name, schema in SCHEMAS.items()}
    files |= {file: text for file in (SETTINGS, EXTENSIONS) if (text := _merged(project, file)) is not None}
    for file, text in files.items():
        _write(project.root / file, text)
    return [project.root / file for file in files]


def settings_to_add(project: Project) -> dict[str, str]:
    """Return what people must add by hand, by file: JSON to stand in the settings that could not be read."""
    lacking = [file for file in (SETTINGS, EXTENSIONS) if _merged(project, file) is None]
    return {file: json.dumps(_wanted(file), ensure_ascii=False, indent=2) for file in lacking}


def _write(path: Path, text: str) -> None:
    """Write a file, unless it says the same already."""
    content = text.encode()
    if not path.is_file() or path.read_bytes() != content:
        atomic.write(content, path)


def _wanted(file: str) -> dict[str, Any]:
    if file == EXTENSIONS:
        return {"recommendations": [EXTENSION]}
    return {"yaml.schemas": {f"./{file_of(name)}": files for name, files in _FILES.items()}}


def _merged(project: Project, file: str) -> str | None:
    """Return a file of settings with what is wanted in it; None for one that cannot be read without loss."""
    path = project.root / file
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.is_file() else "{}"
        there = json.loads(text or "{}", object_pairs_hook=_without_twins)
    except ValueError:  # comments, or something else that is no JSON
        return None
    if not isinstance(there, dict):
        return None
    merged = _with(there, _wanted(file))
    return text if merged == there else f"{json.dumps(merged, ensure_ascii=False, indent=_indent(text))}\n"


def _with(there: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """Return settings with what is wanted in them: keys of ours are ours, lists are lengthened, the rest stays."""
    found = dict(there)
    for key, value in wanted.items():
        old = there.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            found[key] = old | value
        elif isinstance(value, list) and isinstance(old, list):
            found[key] = [*old, *(one for one in value if one not in old)]
        else:
            found[key] = value
    return found


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; raise ValueError for a key that stands twice, as one of them would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _indent(text: str) -> int | str:
    """Return how a file indents: as its first indented line does."""
    first = next((line for line in text.splitlines() if line[:1] in {" ", "\t"}), "  ")
    space = first[: len(first) - len(first.lstrip())]
    return "\t" if space.startswith("\t") else len(space) or 2
