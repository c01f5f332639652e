"""The examples in docs/figures.md give what it says that they give."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks import rules
from deckbuilder.checks.accepted import sorted_out
from deckbuilder.checks.claims import broken
from deckbuilder.figures.templates import Templates
from deckbuilder.kinds import kinds
from deckbuilder.project import Project
from tests.conftest import JULY, opened

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book

DOCS = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `(\w+)`\n(.*?)(?=^## )", DOCS, re.DOTALL | re.MULTILINE))
CHECKS = DOCS.partition("\n## Checks\n")[2]


def test_every_kind_of_calculation_is_described_with_an_example() -> None:
    assert set(SECTIONS) == set(kinds("deckbuilder.figures.calculations"))
    assert all("```yaml" in text for text in SECTIONS.values())


def _book(text: str, root: Path) -> Book:
    """Return the figures of a section's YAML and files."""
    config = "".join(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL))
    files = re.findall(r"`(input/[^`]+)`:\n\n```\n(.*?)```", text, re.DOTALL)
    for file, content in [("config/sources.yaml", config), *files]:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(content, encoding="utf-8")
    return opened(Project(root))


@pytest.mark.parametrize("kind", SECTIONS)
def test_an_example_gives_what_is_said(kind: str, tmp_path: Path) -> None:
    text = SECTIONS[kind]
    templates = Templates(JULY, _book(text, tmp_path))
    said = re.findall(r"`(\{\{ [^`]+ \}\})` is `([^`]+)`", text)
    assert said
    for template, shown in said:
        assert templates.render(template).replace("\u00a0", " ") == shown


def test_every_kind_of_check_is_described_and_used_in_the_example() -> None:
    described = re.findall(r"^\| `(\w+)` \|", CHECKS.partition("| `kind` |")[2], re.MULTILINE)
    assert set(described) == set(re.findall(r"\{kind: (\w+)", CHECKS)) == set(kinds(rules.PACKAGE))


def test_the_example_of_checks_tells_what_is_said_and_accepts_the_first(tmp_path: Path) -> None:
    book = _book(CHECKS, tmp_path)
    for name in book.names:
        book.table(name)
    found = [finding for _, claims in rules.claims(book) for finding in broken(claims or (), "Mkr")]
    told = CHECKS.partition("from month to month:\n\n```\n")[2].partition("```")[0].splitlines()
    assert [str(finding.problem).replace("\u00a0", " ") for finding in found] == told
    still_open, accepted = sorted_out(found, book)
    assert ([one.finding for one in accepted], still_open) == (found[:1], found[1:])
