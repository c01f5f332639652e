"""A pydantic model as the JSON Schema that editors read (draft 7): in Swedish, with templates where they may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckbuilder.schemas.words import meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

Schema = dict[str, Any]

TEMPLATE: Schema = {"type": "string", "pattern": r"\{[{%]"}
"""A text with a template stands for any value: it is filled in before values are checked."""
EMPTY: Schema = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""A key without a value; said this way an editor does not offer `null`."""
_KEPT = ("minLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "minProperties")
_AS_TEXT = {"integer": r"^ *-?[0-9]+ *$", "boolean": r"^([Tt]rue|[Ff]alse)$"}


def of_model(model: type[BaseModel], *, templates: bool) -> Schema:
    """Return the schema of an object with a model's keys; with `templates` any value of its own form may be one."""
    written = model.model_json_schema()
    return _Reader(written.get("$defs", {}), templates).object(written)


class _Reader:
    """Turns pydantic's schema into ours; models within models are written out where they stand."""

    def __init__(self, definitions: Mapping[str, Any], templates: bool) -> None:  # noqa: FBT001 -- as of_model's
        self.definitions = definitions
        self.templates = templates

    def object(self, written: Mapping[str, Any]) -> Schema:
        """Return an object with its keys, without the English sentence about it."""
        keys = {name: self.key(name, field) for name, field in written.get("properties", {}).items()}
        required = written.get("required")
        found: Schema = {"type": "object", "properties": keys, "additionalProperties": False}
        return found | ({"required": list(required)} if required else {})

    def key(self, name: str, written: Mapping[str, Any]) -> Schema:
        """Return what may stand at a key: its description first, then its form and what is meant without it."""
        form = self.form(name, written)
        default = written.get("default")
        otherwise = {} if default in (None, "", [], {}) else {"default": default}
        return {"description": " ".join(written.get("description", "").split()), **form, **otherwise}

    def form(self, name: str, written: Mapping[str, Any]) -> Schema:
        """Return the form of a value, whatever is said about it."""
        if "$ref" in written:
            return self.form(name, self.definitions[written["$ref"].rpartition("/")[2]])
        if "anyOf" in written:
            return self.any_of(name, written["anyOf"])
        if "enum" in written or "const" in written:
            words = list(written.get("enum", [written.get("const")]))
            return self.or_template({"enum": words, "enumDescriptions": [meaning(name, word) for word in words]})
        if written.get("type") == "array":
            return self.array(name, written)
        if written.get("type") == "object":
            return self.mapping(name, written)
        kept = {key: written[key] for key in ("type", *_KEPT) if key in written}
        return kept if kept.get("type") == "string" and "pattern" not in kept else self.or_template(kept)

    def any_of(self, name: str, branches: list[Mapping[str, Any]]) -> Schema:
        """Return the forms that a value can have, each once."""
        forms: list[Schema] = []
        for branch in branches:
            form = EMPTY if branch.get("type") == "null" else self.form(name, branch)
            forms += [one for one in form.get("anyOf", [form]) if one not in forms]
        if {"type": "string"} in forms:  # covers templates, and numbers written as texts
            forms = [one for one in forms if one == {"type": "string"} or one.get("type") != "string"]
        return forms[0] if len(forms) == 1 else {"anyOf": forms}

    def array(self, name: str, written: Mapping[str, Any]) -> Schema:
        """Return a list: of one form, or with a form for each place."""
        kept = {key: written[key] for key in ("type", *_KEPT) if key in written}
        if "prefixItems" in written:
            return kept | {"items": [self.form(name, one) for one in written["prefixItems"]]}
        return kept | {"items": self.form(name, written.get("items", {}))}

    def mapping(self, name: str, written: Mapping[str, Any]) -> Schema:
        """Return a model, or names that people choose with values of one form."""
        if "properties" in written:
            return self.object(written)
        kept = {key: written[key] for key in ("type", *_KEPT) if key in written}
        values = written.get("additionalProperties", True)
        return kept | ({"additionalProperties": self.form(name, values)} if isinstance(values, dict) else {})

    def or_template(self, form: Schema) -> Schema:
        """Return a form that is no plain text, or a text that is read as it."""
        ways = [{"type": "string", "pattern": _AS_TEXT[form["type"]]}] if form.get("type") in _AS_TEXT else []
        ways += [TEMPLATE] if self.templates else []
        return {"anyOf": [form, *ways]} if ways else form
