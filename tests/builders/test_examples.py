"""Every slide type has a docstring and an example that builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.composing import BUILDERS
from deckbuilder.kinds import kind, kinds
from tests.golden import slides_of

if TYPE_CHECKING:
    from tests.workspace import Workspace


def _id(example: str) -> str:
    return next(line.split(": ")[1] for line in example.splitlines() if line.startswith("  id: "))


def test_every_example_builds_without_a_warning(workspace: Workspace) -> None:
    examples = [kind(BUILDERS, name).EXAMPLE for name in kinds(BUILDERS)]
    slides = "".join(f"  {line}\n" for text in examples for line in text.splitlines())
    (workspace.root / "config/exempel.yaml").write_text(f"title: Exempel\nslides:\n{slides}", encoding="utf-8")
    found = slides_of(workspace, "exempel", "2024-07")
    assert {slide.split("~")[0] for slide in found} == {_id(text) for text in examples}


@pytest.mark.parametrize("package", ["deckbuilder.builders", "deckbuilder.figures.calculations"])
def test_every_kind_says_what_it_is(package: str) -> None:
    assert all((kind(package, name).__doc__ or "").strip() for name in kinds(package))
