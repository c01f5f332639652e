"""A pydantic model as the JSON Schema that editors read (draft 7): in Swedish, with templates where they may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckbuilder.errors import choices
from deckbuilder.schemas.words import meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import BaseModel

Schema = dict[str, Any]

TEMPLATE: Schema = {"type": "string", "pattern": r"\{[{%]"}
"""A text with a template stands for any value: it is filled in before values are checked."""
EMPTY: Schema = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""A key without a value; said this way an editor does not offer `null`."""
_KEPT = ("minLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "minProperties")
_AS_TEXT = {"integer": r"^ *-?[0-9]+ *$", "boolean": r"^([Tt]rue|[Ff]alse)$"}
_WRONG = {
    "array": "Här ska stå en lista (rader som börjar med -).",
    "boolean": "Skriv true eller false.",
    "integer": "Skriv ett heltal.",
    "number": "Skriv ett tal.",
    "object": "Här ska stå nycklar med värden (nyckel: värde).",
    "string": "Skriv text. Sätt ett tal eller true inom citattecken om det är text.",
}
_PATTERN = "Använd små bokstäver, siffror och bindestreck."


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
        return found | ({"required": list(required)} if required else {}) | _wrong_keys(keys, required or ())

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
            return self.or_template(_choice(words, [meaning(name, word) for word in words]))
        if written.get("type") == "array":
            return self.array(name, written)
        if written.get("type") == "object":
            return self.mapping(name, written)
        kept = _kept(written)
        return kept if kept.get("type") == "string" and "pattern" not in kept else self.or_template(kept)

    def any_of(self, name: str, branches: list[Mapping[str, Any]]) -> Schema:
        """Return the forms that a value can have, each once."""
        forms: list[Schema] = []
        for branch in branches:
            form = EMPTY if branch.get("type") == "null" else self.form(name, branch)
            forms += [one for one in ways(form) if one not in forms]
        if (any_text := _kept({"type": "string"})) in forms:  # covers templates, and numbers written as texts
            forms = [one for one in forms if one == any_text or one.get("type") != "string"]
        return either(forms)

    def array(self, name: str, written: Mapping[str, Any]) -> Schema:
        """Return a list: of one form, or with a form for each place."""
        kept = _kept(written)
        if "prefixItems" in written:
            return kept | {"items": [self.form(name, one) for one in written["prefixItems"]]}
        return kept | {"items": self.form(name, written.get("items", {}))}

    def mapping(self, name: str, written: Mapping[str, Any]) -> Schema:
        """Return a model, or names that people choose with values of one form."""
        if "properties" in written:
            return self.object(written)
        kept = _kept(written)
        values = written.get("additionalProperties", True)
        return kept | ({"additionalProperties": self.form(name, values)} if isinstance(values, dict) else {})

    def or_template(self, form: Schema) -> Schema:
        """Return a form that is no plain text, or a text that is read as it."""
        others = [{"type": "string", "pattern": _AS_TEXT[form["type"]]}] if form.get("type") in _AS_TEXT else []
        return either([form, *others, *([TEMPLATE] if self.templates else [])])


def either(forms: Sequence[Schema]) -> Schema:
    """Return what may have one of several forms, two by two: an editor writes a heading for three at once."""
    first, *rest = forms
    return {"anyOf": [first, either(rest)]} if rest else first


def ways(form: Schema) -> list[Schema]:
    """Return the forms that a value may have, the other way round."""
    return [one for branch in form["anyOf"] for one in ways(branch)] if "anyOf" in form else [form]


def _kept(written: Mapping[str, Any]) -> Schema:
    """Return what is said of a value as it is, and in Swedish what an editor tells of another one."""
    found = {key: written[key] for key in ("type", *_KEPT) if key in written}
    wrong = {"errorMessage": _WRONG[found["type"]]} if "type" in found else {}
    return found | wrong | ({"patternErrorMessage": _PATTERN} if "pattern" in found else {})


def _choice(words: Sequence[str], meanings: Sequence[str]) -> Schema:
    return {"enum": [*words], "enumDescriptions": [*meanings], "errorMessage": f"Välj bland {choices(words)}."}


def _wrong_keys(keys: Iterable[str], required: Sequence[str]) -> Schema:
    """Return what an editor tells of a key that is unknown or missing: it has one sentence for both."""
    must = f" Måste finnas: {choices(required)}." if required else ""
    may = [key for key in keys if key not in required]
    other = f" Kan finnas: {choices(may)}." if may else ""
    return {"errorMessage": f"En nyckel finns inte här, eller saknas.{must}{other}"}


def chosen_by(key: str, kinds: Mapping[str, tuple[str, Schema]], common: Schema) -> Schema:
    """Return an object whose other keys follow from one key, `type` or `kind`: each kind by name, told in a sentence.

    `common` has the keys that every kind has; they are offered before there is a choice, and written out once.
    """
    names, summaries = list(kinds), [summary for summary, _ in kinds.values()]
    choice = {"description": common["properties"][key]["description"], **_choice(names, summaries)}
    then = [
        {"if": {"properties": {key: {"const": name}}, "required": [key]}, "then": _beyond(common, one)}
        for name, (_, one) in kinds.items()
    ]
    keys = common["properties"] | {key: choice}
    missing = {"required": [key], "errorMessage": f"Nyckeln '{key}' saknas. Lägg till '{key}: …'."}
    return {**common, "properties": keys, **missing, "additionalProperties": True, "allOf": then}


def _beyond(common: Schema, one: Schema) -> Schema:
    """Return what a kind has beyond what all have; a key that all have is only let through."""
    known = common["properties"]
    keys = {name: True if known.get(name) == value else value for name, value in one["properties"].items()}
    return one | {"properties": keys}


def root(schema: Schema) -> Schema:
    """Return a schema as a file of its own."""
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}
