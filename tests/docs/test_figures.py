"""The examples in docs/figures.md give what it says that they give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckbuilder.errors import Problems
from deckbuilder.figures.templates import Templates
from deckbuilder.kinds import kinds
from deckbuilder.loading import read_book
from deckbuilder.period import Period
from deckbuilder.project import Project

DOCS = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `(\w+)`\n(.*?)(?=^## )", DOCS, re.DOTALL | re.MULTILINE))
JULY = Period(2024, 7, 7)


def test_every_kind_of_calculation_is_described_with_an_example() -> None:
    assert set(SECTIONS) == set(kinds("deckbuilder.figures.calculations"))
    assert all("```yaml" in text for text in SECTIONS.values())


@pytest.mark.parametrize("kind", SECTIONS)
def test_an_example_gives_what_is_said(kind: str, tmp_path: Path) -> None:
    text = SECTIONS[kind]
    (config,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    files = re.findall(r"`(input/[^`]+)`:\n\n```\n(.*?)```", text, re.DOTALL)
    for file, content in [("config/sources.yaml", config), *files]:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(content, encoding="utf-8")
    problems = Problems()
    templates = Templates(JULY, read_book(Project(tmp_path), JULY, problems))
    problems.raise_if_any()
    said = re.findall(r"`(\{\{ [^`]+ \}\})` is `([^`]+)`", text)
    assert said
    for template, shown in said:
        assert templates.render(template).replace("\u00a0", " ") == shown
