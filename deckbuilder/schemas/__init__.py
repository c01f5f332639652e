"""JSON Schemas of the project's YAML files, so that editors complete and explain their keys in Swedish."""

from __future__ import annotations

from deckbuilder.schemas.kept import kept_schema
from deckbuilder.schemas.layout import layout_schema
from deckbuilder.schemas.modelines import add_modelines, modeline
from deckbuilder.schemas.report import report_schema
from deckbuilder.schemas.sources import sources_schema
from deckbuilder.schemas.writing import SCHEMAS, as_json, settings_to_add, write_schemas

__all__ = [
    "SCHEMAS",
    "add_modelines",
    "as_json",
    "kept_schema",
    "layout_schema",
    "modeline",
    "report_schema",
    "settings_to_add",
    "sources_schema",
    "write_schemas",
]
