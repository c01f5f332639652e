"""What there is to know about each slide type: its summary, its options and an example, as staff read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.composing import BUILDERS
from deckbuilder.errors import ContentError, Place, choices, did_you_mean
from deckbuilder.kinds import kind, kinds
from deckbuilder.spec.report import SlideSpec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LAST = {*NumberOptions.model_fields, *TextOptions.model_fields, "alt"}
_WORDS = {"string": "text", "integer": "heltal", "number": "tal", "boolean": "true eller false", "null": ""}


@dataclass(frozen=True)
class Option:
    """A key of a slide type: what may stand there, what is meant without it, and what it does.

    `options` are the keys of what stands there, where it has some of its own.
    """

    name: str
    takes: str
    default: str
    description: str
    required: bool
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class SlideType:
    """A slide type; `options` are those that not every type has, and those that many have stand last."""

    name: str
    summary: str
    options: tuple[Option, ...]
    example: str


def slide_types() -> list[SlideType]:
    """Return every slide type, in order of name."""
    return [_slide_type(name) for name in kinds(BUILDERS)]


def slide_type(name: str) -> SlideType:
    """Return one slide type; raise ContentError when there is none of that name."""
    known = kinds(BUILDERS)
    if name not in known:
        sentence = f"Bildtypen '{name}' finns inte.{did_you_mean(name, known)} Bildtyper som finns: {', '.join(known)}."
        raise ContentError.at(Place("deckbuilder kinds"), sentence, "DB107")
    return _slide_type(name)


def common_options() -> tuple[Option, ...]:
    """Return the options that every slide type has."""
    return tuple(_options(SlideSpec.model_json_schema()))


def _slide_type(name: str) -> SlideType:
    module = kind(BUILDERS, name)
    shared = set(SlideSpec.model_fields)
    options = [option for option in _options(module.Options.model_json_schema()) if option.name not in shared]
    options.sort(key=lambda option: option.name in _LAST)
    return SlideType(name, module.SUMMARY, tuple(options), module.EXAMPLE)


def _options(schema: Mapping[str, Any], definitions: Mapping[str, Any] | None = None) -> Iterator[Option]:
    """Yield the options of a model's JSON Schema, those of models within it below them."""
    known = definitions or schema.get("$defs", {})
    for name, field in schema.get("properties", {}).items():
        inner = _inner(field, known)
        yield Option(
            name,
            _takes(field, known),
            _default(field.get("default")),
            field.get("description", ""),
            name in schema.get("required", ()),
            tuple(_options(inner, known)) if inner else (),
        )


def _inner(field: Mapping[str, Any], known: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the model that a field, or each item of its list, is."""
    if "$ref" in field:
        found: Mapping[str, Any] = known[field["$ref"].rpartition("/")[2]]
        return found if found.get("type") == "object" else None
    branches = [*field.get("anyOf", ()), *field.get("prefixItems", ())]
    branches += [field[key] for key in ("items", "additionalProperties") if isinstance(field.get(key), dict)]
    return next((inner for branch in branches if (inner := _inner(branch, known))), None)


def _takes(field: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    """Return in words what may stand at a key: `text`, `lista av tal`, `bar eller line`."""
    if "$ref" in field:
        return _takes(known[field["$ref"].rpartition("/")[2]], known)
    if "anyOf" in field:
        words = list(dict.fromkeys(filter(None, (_takes(branch, known) for branch in field["anyOf"]))))
        return "tal" if words == ["tal", "text"] else " eller ".join(words)  # Decimal takes both
    if "enum" in field or "const" in field:
        words = [str(word) for word in field.get("enum", [field.get("const")])]
        return choices(words).replace(" och ", " eller ")
    if field.get("type") == "array":
        items = field.get("items") or (field.get("prefixItems") or [{}])[0]
        return f"lista av {_takes(items, known)}".removesuffix(" av ")
    if field.get("type") == "object":
        return "nycklar med värden"
    return _WORDS.get(field.get("type", ""), "")


def _default(value: Any) -> str:
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
