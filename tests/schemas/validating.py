"""Validates YAML as an editor does: against the schemas, with the data that deckbuilder itself reads."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jsonschema import Draft7Validator

from deckbuilder.schemas import SCHEMAS
from deckbuilder.spec.document import read_document


@cache
def _validator(name: str) -> Draft7Validator:
    schema = SCHEMAS[name]()
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def data_in(path: Path) -> Any:
    """Return what stands in a YAML file, as JSON has it."""
    return json.loads(json.dumps(read_document(path, path.name).data, default=float))


def faults_in(name: str, path: Path) -> list[str]:
    """Return what an editor would mark in a file: where, and the keyword that is not kept to."""
    return [
        f"{'.'.join(map(str, fault.absolute_path))}: {fault.validator}"
        for fault in _validator(name).iter_errors(data_in(path))
    ]


def faults(name: str, text: str) -> list[str]:
    """Return what an editor would mark in a text."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "text.yaml"
        path.write_text(text, encoding="utf-8")
        return faults_in(name, path)
