"""The schemas take what deckbuilder takes, refuse what it refuses, and describe every key in Swedish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from deckbuilder.composing import BUILDERS
from deckbuilder.kinds import kind, kinds
from deckbuilder.schemas import SCHEMAS
from tests.schemas.validating import faults, faults_in
from tests.workspace import REPO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPORTS = sorted(path for path in (REPO / "config").glob("*.yaml") if path.stem != "sources")
OTHERS = [("sources", REPO / "config/sources.yaml"), *(("layout", path) for path in (REPO / "layouts").glob("*.yaml"))]
SLIDE = "title: T\nslides:\n  - {type: chart, id: a, title: A, figures: f"


def _nodes(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema within a schema, with the keys on the way to it."""
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            if key == "properties":
                for name, one in value.items():
                    yield from _nodes(one, f"{path}.{name}")
            elif key not in {"if", "default", "defaultSnippets", "enum"}:
                yield from _nodes(value, path)
    elif isinstance(schema, list):
        for one in schema:
            yield from _nodes(one, path)


EVERY = [(f"{name}{path}", node) for name, schema in SCHEMAS.items() for path, node in _nodes(schema())]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_sample_reports_follow_their_schema(path: Path) -> None:
    assert faults_in("report", path) == []


@pytest.mark.parametrize(("name", "path"), OTHERS, ids=lambda one: getattr(one, "stem", one))
def test_the_sample_sources_and_layouts_follow_theirs(name: str, path: Path) -> None:
    assert faults_in(name, path) == []


@pytest.mark.parametrize("name", kinds(BUILDERS))
def test_every_example_follows_the_schema(name: str) -> None:
    example = "".join(f"  {line}\n" for line in kind(BUILDERS, name).EXAMPLE.splitlines())
    assert faults("report", f"title: T\nslides:\n{example}") == []


@pytest.mark.parametrize(
    "text",
    [
        f'{SLIDE}, decimals: "{{{{ 2 }}}}", unit: "{{{{ a.b }}}}", signed: "{{{{ x }}}}"}}\n',
        f'{SLIDE}, decimals: "2", target: "4,5", text: ~}}\n',
        "title: T\nslides:\n  - {use: manadsrapport, id: a, source: ~, figures: x, decimals: 1}\n",
    ],
    ids=["templates stand for any value", "numbers may be texts, and keys empty", "a used slide takes any key"],
)
def test_what_deckbuilder_takes_is_not_marked(text: str) -> None:
    assert faults("report", text) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("report", "title: T\n", ": required"),
        ("report", "title: T\nslides: []\n", "slides: minItems"),
        ("report", "title: 2024\nslides: [{type: closing, id: a, title: A}]\n", "title: type"),
        ("report", "title: T\nslides:\n  - {type: tabel, id: a, title: A}\n", "slides.0.type: enum"),
        ("report", "title: T\nslides:\n  - {id: a, title: A}\n", "slides.0: required"),
        ("report", "title: T\nslides:\n  - {use: other}\n", "slides.0: required"),
        ("report", "title: T\nslides:\n  - {type: chart, id: a, title: A}\n", "slides.0: required"),
        ("report", f"{SLIDE}, lable: x}}\n", "slides.0: additionalProperties"),
        ("report", f"{SLIDE}, kind: pie}}\n", "slides.0.kind: anyOf"),
        ("report", f"{SLIDE}, decimals: 9}}\n", "slides.0.decimals: anyOf"),
        ("report", f"{SLIDE}, columns: utfall}}\n", "slides.0.columns: type"),
        ("report", "title: T\nslides:\n  - {type: closing, id: Fel Id, title: A}\n", "slides.0.id: anyOf"),
        ("sources", "sources: {a: {file: a.csv}}\n", "sources.a: required"),
        ("sources", "figures: {a: {kind: tabel}}\n", "figures.a.kind: enum"),
        ("sources", "figures: {a: {kind: table, source: s, key: k}}\n", "figures.a: required"),
        (
            "sources",
            "figures: {a: {kind: table, source: s, key: k, columns: {u: U}, checks: [{kind: sum, off: [a]}]}}\n",
            "figures.a.checks.0: additionalProperties",
        ),
        ("kept", "- {figure: a.b.c, value: 3, reason: r}\n", "0: required"),
        ("kept", "figure: a\n", ": type"),
        ("layout", "template: a.pptx\nroles: {}\n", ": required"),
    ],
)
def test_what_deckbuilder_refuses_is_marked(name: str, text: str, found: str) -> None:
    assert found in faults(name, text)


def test_every_key_of_every_file_has_a_swedish_description() -> None:
    described = [(path, node["properties"]) for path, node in EVERY if "properties" in node]
    assert len(described) > 100
    lacking = [
        f"{path}.{key}"
        for path, keys in described
        for key, value in keys.items()
        if value is not True and not re.search(r"[.?…]$", value.get("description", ""))
    ]
    assert lacking == []


def test_no_english_sentence_about_a_model_is_shown() -> None:
    assert [path for path, node in EVERY if "title" in node and isinstance(node["title"], str)] == []
    told = {path: node["description"] for path, node in EVERY if isinstance(node.get("description"), str)}
    assert [path for path, said in told.items() if re.search(r"\b(the|and|is|of)\b", said)] == []


def test_every_word_that_a_key_chooses_between_has_a_meaning() -> None:
    chosen = [(path, node) for path, node in EVERY if "enum" in node]
    assert len(chosen) > 50
    lacking = [
        f"{path}: {word}"
        for path, node in chosen
        for word, meaning in zip(node["enum"], node["enumDescriptions"], strict=True)
        if not meaning.endswith(".")
    ]
    assert lacking == []


def test_a_template_is_no_choice_where_none_is_filled_in() -> None:
    assert faults("kept", '- {figure: a.b.c, value: 3, reason: r, by: "{{ x }}"}\n') == []
    assert "template" not in SCHEMAS["layout"]()["properties"]["colours"]
    assert r"\{[{%]" not in str(SCHEMAS["layout"]()) + str(SCHEMAS["kept"]())


def test_the_slide_types_are_offered_with_their_summary_and_their_example() -> None:
    slides = SCHEMAS["report"]()["properties"]["slides"]
    types = slides["items"]["else"]["properties"]["type"]
    assert dict(zip(types["enum"], types["enumDescriptions"], strict=True))["table"] == "Siffror som tabell."
    (table,) = [one for one in slides["defaultSnippets"] if one["label"] == "ny bild: table"]
    assert table["body"]["type"] == "table"
    assert list(table["body"]) == ["type", "id", "title", "figures", "unit"]


@pytest.mark.parametrize("name", kinds(BUILDERS))
def test_an_example_is_written_out_by_an_editor_as_it_is(name: str) -> None:
    (snippet,) = [
        one
        for one in SCHEMAS["report"]()["properties"]["slides"]["defaultSnippets"]
        if one["label"].endswith(f": {name}")
    ]
    lines = "\n  ".join(
        f"{key}: {str(value).lower() if value in (True, False) else value}" for key, value in snippet["body"].items()
    )
    written = "\n".join(line.rstrip() for line in f"- {lines}".splitlines())
    assert written == kind(BUILDERS, name).EXAMPLE.rstrip("\n")
    assert "$" not in written
