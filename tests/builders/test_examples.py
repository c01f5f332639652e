"""Every slide type has a docstring, an example that builds, and a description of each option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.composing import BUILDERS
from deckbuilder.kinds import kind, kinds
from tests.golden import slides_by_id

if TYPE_CHECKING:
    from tests.workspace import Workspace


@pytest.mark.parametrize("name", kinds(BUILDERS))
def test_every_option_has_a_description(name: str) -> None:
    options = kind(BUILDERS, name).Options
    assert [key for key, field in options.model_fields.items() if not field.description] == []


def _id(example: str) -> str:
    return next(line.split(": ")[1] for line in example.splitlines() if line.startswith("  id: "))


def test_every_example_builds_without_a_warning(workspace: Workspace) -> None:
    examples = {name: kind(BUILDERS, name).EXAMPLE for name in kinds(BUILDERS)}
    slides = "".join(f"  {line}\n" for text in examples.values() for line in text.splitlines())
    (workspace.root / "config/exempel.yaml").write_text(f"title: Exempel\nslides:\n{slides}", encoding="utf-8")
    result = workspace.build("2024-07", "--report", "exempel")
    assert result.exit_code == 0, result.output
    assert "Varning" not in result.output
    slides_made = slides_by_id(workspace.root / "output/exempel-2024-07.pptx")
    assert {slide.split("~")[0] for slide in slides_made} == {_id(text) for text in examples.values()}


@pytest.mark.parametrize("package", ["deckbuilder.builders", "deckbuilder.figures.calculations"])
def test_every_kind_says_what_it_is(package: str) -> None:
    assert all((kind(package, name).__doc__ or "").strip() for name in kinds(package))
