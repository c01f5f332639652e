"""`deckbuilder slides` as staff meet it, and what it knows of the slides' files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group
from deckbuilder.outline import filled_in, outline
from deckbuilder.period import Period
from deckbuilder.project import Project
from tests.workspace import REPO

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow

SAMPLE = Project(REPO)
REPORT = "config/manadsrapport.yaml"


def _slides(root: Path, *options: str) -> str:
    result = CliRunner().invoke(group, ["slides", *options, "--project", str(root)])
    assert result.exit_code == 0, result.output
    return result.output


def test_each_slide_has_its_number_id_type_title_and_files() -> None:
    lines = _slides(REPO).splitlines()
    assert lines[:2] == ["  1  omslag (title)", "     Regiondirektörens månadsrapport"]
    at = lines.index("  8  resultat-region (budget_table)")
    assert lines[at + 1].startswith("     Regionen: {{ region.totalt.ack_avvikelse | mkr(absolut=true) }} {{")
    assert "     resultat_region.csv" in lines[at:]
    assert lines[-1] == f"{len(outline(SAMPLE, 'manadsrapport'))} bilder."


def test_with_a_period_the_titles_are_filled_in() -> None:
    lines = _slides(REPO, "2024-07").splitlines()
    at = lines.index("  8  resultat-region (budget_table)")
    assert lines[at + 1].startswith("     Regionen: 43\u00a0Mkr bättre än budget hittills")


def test_a_slide_of_another_report_says_which() -> None:
    assert "  1  omslag (title, ur manadsrapport)\n" in _slides(REPO, "--report", "augusti-2022")


def test_json_has_the_same() -> None:
    found = json.loads(_slides(REPO, "--json"))
    assert found[0] == {
        "number": 1,
        "id": "omslag",
        "type": "title",
        "title": "Regiondirektörens månadsrapport",
        "files": [],
        "taken_from": "",
    }


@pytest.mark.parametrize(
    ("report", "period", "more"),
    [
        ("manadsrapport", "2024-07", {"nyckeltal.xlsx"}),
        ("augusti-2022", "2022-08", {"nyckeltal.xlsx"}),
        ("regionplan", "2023", {"regionplan.csv", "underskott.csv"}),
    ],
)
def test_the_files_are_those_that_the_figures_come_from(report: str, period: str, more: set[str]) -> None:
    """The YAML names them all but those of comments, and of the slide type that chooses its figures itself."""
    made = filled_in(SAMPLE, report, Period.parse(period))
    for written, real in zip(outline(SAMPLE, report), made, strict=True):
        assert set(written.files) <= set(real.files)
        if real.type != "changes":
            assert set(real.files) - set(written.files) <= more


def test_a_report_with_faults_in_its_figures_is_listed_all_the_same(workspace: Workspace) -> None:
    workspace.edit(REPORT, "    id: natverk\n", "    idd: natverk\n")
    (workspace.root / "config/sources.yaml").write_text("figures: {a: {kind: x}, b: 3}\n", encoding="utf-8")
    assert outline(Project(workspace.root), "manadsrapport")[0].id == "omslag"


def test_a_report_without_slides_is_told(workspace: Workspace) -> None:
    (workspace.root / REPORT).write_text("title: T\n", encoding="utf-8")
    result = CliRunner().invoke(group, ["slides", "--project", str(workspace.root)])
    assert result.exit_code == 1
    assert result.output.startswith(
        f"{REPORT}:1:1: DB817 Rapporten har inga bilder. Skriv dem i en lista under 'slides'.\n"
    )
