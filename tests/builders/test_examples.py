"""Every slide type has a docstring, an example that builds, and a description of each option."""

from __future__ import annotations

from typing import Any

import pytest

from deckbuilder.composing import BUILDERS
from deckbuilder.kinds import kind, kinds
from tests.golden import charts, disagreements, slides_by_id
from tests.workspace import copy_project


@pytest.mark.parametrize("name", kinds(BUILDERS))
def test_every_option_has_a_description(name: str) -> None:
    options = kind(BUILDERS, name).Options
    assert [key for key, field in options.model_fields.items() if not field.description] == []


def _id(example: str) -> str:
    return next(line.split(": ")[1] for line in example.splitlines() if line.startswith("  id: "))


EXAMPLES = {name: kind(BUILDERS, name).EXAMPLE for name in kinds(BUILDERS)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """Build a report of every example: what the build said, and the slides by id."""
    workspace = copy_project(tmp_path_factory.mktemp("exempel") / "projekt")
    slides = "".join(f"  {line}\n" for text in EXAMPLES.values() for line in text.splitlines())
    (workspace.root / "config/exempel.yaml").write_text(f"title: Exempel\nslides:\n{slides}", encoding="utf-8")
    result = workspace.build("2024-07", "--report", "exempel")
    assert result.exit_code == 0, result.output
    return result.output, slides_by_id(workspace.root / "output/exempel-2024-07.pptx")


def test_every_example_builds_without_a_warning(built: tuple[str, dict[str, Any]]) -> None:
    output, slides = built
    assert "Varning" not in output
    assert {slide.split("~")[0] for slide in slides} == {_id(text) for text in EXAMPLES.values()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_chart_agrees_with_the_cells_of_its_workbook(name: str, built: tuple[str, dict[str, Any]]) -> None:
    found = charts(built[1][_id(EXAMPLES[name])])
    assert [(chart.part.partname, wrong) for chart in found for wrong in disagreements(chart)] == []


@pytest.mark.parametrize("package", ["deckbuilder.builders", "deckbuilder.figures.calculations"])
def test_every_kind_says_what_it_is(package: str) -> None:
    assert all((kind(package, name).__doc__ or "").strip() for name in kinds(package))
