"""`deckbuilder check` as staff meet it."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from deckbuilder.checks import rules
from deckbuilder.kinds import kinds
from tests.workspace import REPO, Workspace, only_results

pytestmark = pytest.mark.slow  # whole reports, again and again

SOURCES = "config/sources.yaml"
README = (REPO / "README.md").read_text(encoding="utf-8")
ACCEPTED = re.compile(r"accepted:\n(?:  .*\n)+", re.MULTILINE)


@pytest.fixture
def results(workspace: Workspace) -> Workspace:
    """Give the sample project with the two slides of results alone."""
    return only_results(workspace)


@pytest.fixture
def open_ones(results: Workspace) -> Workspace:
    """Give the two slides of results, with their known differences accepted by nobody."""
    path = results.root / SOURCES
    path.write_text(ACCEPTED.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    return results


def test_a_report_without_a_fault_says_so_in_one_line(workspace: Workspace) -> None:
    result = workspace.check("2023", "--report", "regionplan")
    assert (result.exit_code, result.output) == (0, "regionplan, 2023: 0 varningar.\n")


def test_nothing_is_written(open_ones: Workspace) -> None:
    before = {path: path.read_bytes() for path in open_ones.root.rglob("*") if path.is_file()}
    open_ones.check()
    assert {path: path.read_bytes() for path in open_ones.root.rglob("*") if path.is_file()} == before


def test_what_is_found_ends_with_how_to_accept_it(open_ones: Workspace) -> None:
    lines = open_ones.check().output.splitlines()
    assert all(line.startswith("Varning: input/2024-07/resultat_region.csv:4: ") for line in lines[:2])
    assert lines[2:] == [
        "",
        (
            "Är något av detta känt och får stå? Klistra in det överst i config/sources.yaml, "
            "och fyll i skälet, rollen som godtar det och den sista period som det gäller:"
        ),
        "",
        "accepted:",
        "  - finding: samma.region.regionstyrelsen.helar_budget",
        "    difference: 23 Mkr",
        "    reason:",
        "    by:",
        "    until: 2024-07",
        "  - finding: samma.region.regionstyrelsen.helar_prognos",
        "    difference: 23 Mkr",
        "    reason:",
        "    by:",
        "    until: 2024-07",
        "",
        "manadsrapport, juli 2024: 2 varningar.",
    ]


def test_the_lines_can_be_pasted_and_must_be_filled_in(open_ones: Workspace) -> None:
    block = re.search(r"accepted:\n(?:  .*\n)+", open_ones.check().output)
    assert block is not None
    path = open_ones.root / SOURCES
    path.write_text(block[0] + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert "config/sources.yaml:4:12: DB108 'reason' är tom. Skriv ett värde" in open_ones.check().output
    text = path.read_text(encoding="utf-8")
    text = text.replace("    reason:\n", "    reason: Känt.\n").replace("    by:\n", "    by: controller\n")
    path.write_text(text, encoding="utf-8")
    assert open_ones.check().output.endswith("manadsrapport, juli 2024: 0 varningar, 2 godtagna skillnader.\n")


def test_findings_fail_only_when_strict(open_ones: Workspace) -> None:
    assert open_ones.check().exit_code == 0
    assert open_ones.check("2024-07", "--strict").exit_code == 1


def test_accepted_ones_do_not_fail_when_strict(results: Workspace) -> None:
    assert results.check("2024-07", "--strict").exit_code == 0


def test_build_tells_the_same_as_warnings_and_when_strict_writes_nothing(open_ones: Workspace) -> None:
    found = [line for line in open_ones.check().output.splitlines() if line.startswith("Varning: ")]
    strict = open_ones.build("2024-07", "--strict")
    assert strict.exit_code == 1
    assert strict.output.splitlines()[1:] == [
        *(line.removeprefix("Varning: ") for line in found),
        "2 fel. Inget är skrivet. Mer om ett fel: deckbuilder explain DB506",
    ]
    assert not open_ones.deck.exists()
    built = open_ones.build()
    assert built.exit_code == 0
    assert [line for line in built.output.splitlines() if line.startswith("Varning: ")] == found
    assert ", 2 varningar, " in built.output


def test_a_hint_is_a_tip_in_check_and_build(results: Workspace) -> None:
    results.edit(SOURCES, "helar_prognos\n", "helar_prognoss\n")
    for output in (results.check().output, results.build().output):
        assert sum(line.startswith("Tips: ") for line in output.splitlines()) == 1
        assert "1 varning, 1 tips, " in output


def test_what_does_not_fit_is_told_as_in_build(workspace: Workspace) -> None:
    report = "config/manadsrapport.yaml"
    workspace.edit(report, "    title: Frågor", f"    title: {'Frågor om allt ' * 40}")
    told = [line for line in workspace.build().output.splitlines() if line.startswith("Varning: ")]
    assert told
    assert workspace.check().output.splitlines()[: len(told)] == told


def test_faults_are_told_as_in_build_and_nothing_else(workspace: Workspace) -> None:
    workspace.edit("config/manadsrapport.yaml", "    label: Område", "    lable: Område")
    result = workspace.check()
    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == "Ett fel. Inget är skrivet. Mer om felet: deckbuilder explain DB104"


def test_a_fault_in_a_rule_is_told_with_the_others_in_one_run(workspace: Workspace) -> None:
    workspace.edit("config/manadsrapport.yaml", "    label: Område", "    lable: Område")
    workspace.edit(SOURCES, "{kind: same, row: Regionstyrelsen", "{kind: samme, row: Regionstyrelsen")
    lines = workspace.check().output.splitlines()
    assert any("Nyckeln 'lable' finns inte här." in line for line in lines)
    assert any("Kontrollen 'samme' finns inte. Menade du 'same'?" in line for line in lines)
    assert lines[-1] == "2 fel. Inget är skrivet. Mer om ett fel: deckbuilder explain DB104"


def test_json_has_all_that_is_told(results: Workspace) -> None:
    data = json.loads(results.check("2024-07", "--json").output)
    assert {key: data[key] for key in ("report", "period", "findings", "warnings")} == {
        "report": "manadsrapport", "period": "2024-07", "findings": [], "warnings": [],
    }  # fmt: skip
    first = data["accepted"][0]
    assert first["key"] == "samma.region.regionstyrelsen.helar_budget"
    assert (first["difference"], first["hint"]) == ("23\u00a0Mkr", False)
    assert (first["by"], first["until"]) == ("ekonomichef", "2024-12")
    assert first["place"] == "input/2024-07/resultat_region.csv:4"
    assert first["sentence"].startswith("Regionstyrelsen, helår 2024 budget ")


def test_what_the_readme_accepts_can_be_accepted(open_ones: Workspace) -> None:
    block = ACCEPTED.search(README)
    assert block is not None
    path = open_ones.root / SOURCES
    path.write_text(f"{block[0]}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "1 varning, 1 godtagen skillnad." in open_ones.check().output


def test_the_readme_has_every_kind_of_check_and_they_are_read(workspace: Workspace) -> None:
    blocks = re.findall(r"```yaml\n(    checks:\n.*?)```", README, re.DOTALL)
    assert {check["kind"] for check in yaml.safe_load(blocks[0])["checks"]} == set(kinds(rules.PACKAGE))
    workspace.edit(SOURCES, "    label: Nyckeltal till regionplanen\n", f"    label: Nyckeltal\n{blocks[0]}")
    assert workspace.check().exit_code == 0
