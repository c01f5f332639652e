"""The schema of a report: its own keys, and each slide by its type."""

from __future__ import annotations

from typing import Any

from deckbuilder.composing import BUILDERS
from deckbuilder.kinds import kind, kinds
from deckbuilder.schemas.models import EMPTY, Schema, chosen_by, either, of_model, root, ways
from deckbuilder.spec.report import Report, SlideSpec
from deckbuilder.spec.reuse import USE

_FROM = "Rapporten som bilden tas ur, utan .yaml. Skriv bildens 'id', och de nycklar som ska vara andra här."


def report_schema() -> Schema:
    """Return the schema of `config/NAME.yaml`."""
    schema = of_model(Report, templates=False)
    schema["properties"]["slides"] |= {"items": _slide(), "defaultSnippets": [_snippet(one) for one in kinds(BUILDERS)]}
    return root(schema)


def _slide() -> Schema:
    """Return the schema of a slide: one that another report has, or one of a type."""
    common = of_model(SlideSpec, templates=True)
    ways = {name: (_summary(name), of_model(kind(BUILDERS, name).Options, templates=True)) for name in kinds(BUILDERS)}
    own = chosen_by("type", ways, common)
    used = {
        "properties": {key: _or_empty(value) for key, value in own["properties"].items()},
        "required": [USE, "id"],
        "errorMessage": "Nyckeln 'id' saknas. Skriv med den vilken bild det gäller.",
    }
    use = {USE: {"description": _FROM, "type": "string"}}
    return {"type": "object", "properties": use, "if": {"required": [USE]}, "then": used, "else": own}


def _or_empty(value: Schema) -> Schema:
    """Return a key's schema where it may stand empty, which takes away what the used slide has."""
    form = {key: one for key, one in value.items() if key != "description"}
    return {"description": value["description"], **(form if EMPTY in ways(form) else either([*ways(form), EMPTY]))}


def _summary(name: str) -> str:
    summary: str = kind(BUILDERS, name).SUMMARY
    return summary


def _snippet(name: str) -> dict[str, Any]:
    """Return the example of a slide type as an editor offers it after the keys, and writes it out."""
    shown = {"label": f"ny bild: {name}", "sortText": f"~{name}", "description": _summary(name)}
    return shown | {"body": _body(kind(BUILDERS, name).EXAMPLE)}


def _body(example: str) -> dict[str, str | bool]:
    """Return an example's keys with their values as they are written: editors put texts there without quoting them."""
    body: dict[str, str] = {}
    for line in example.splitlines():
        if line.startswith("   "):
            body[list(body)[-1]] += f"\n{line}"
        else:
            key, _, value = line[2:].partition(":")
            body[key] = value.strip()
    return {key: {"true": True, "false": False}.get(value, value) for key, value in body.items()}
