from __future__ import annotations

from typing import TYPE_CHECKING

from tests.doctor.looking import found

if TYPE_CHECKING:
    from tests.workspace import Workspace


def test_the_files_of_the_sample_project_can_be_read(workspace: Workspace) -> None:
    files = "config/augusti-2022.yaml, config/manadsrapport.yaml och config/regionplan.yaml"
    assert found("config", workspace.root) == [
        ("OK", f"{files} kan läsas.", ""),
        ("OK", "config/sources.yaml kan läsas.", ""),
    ]


def test_a_broken_report_is_a_fault_with_its_place(workspace: Workspace) -> None:
    (workspace.root / "config" / "regionplan.yaml").write_text("titel: Plan\nslides: [{}]\n", encoding="utf-8")
    (workspace.root / "config" / "augusti-2022.yaml").write_text("title: [\n", encoding="utf-8")
    told = found("config", workspace.root)
    assert [level for level, _, _ in told] == ["Fel", "Fel", "Fel", "OK", "OK"]
    places = [sentence.partition(" ")[0] for level, sentence, _ in told if level == "Fel"]
    assert sorted(places) == [
        "config/augusti-2022.yaml:1:8:",
        "config/regionplan.yaml:1:1:",
        "config/regionplan.yaml:1:1:",
    ]
    assert all(remedy.startswith("Mer om felet: deckbuilder explain DB1") for _, _, remedy in told[:3])


def test_broken_sources_are_a_fault_and_missing_ones_worth_a_look(workspace: Workspace) -> None:
    sources = workspace.root / "config" / "sources.yaml"
    sources.write_text("sources: {a: {file: a.csv}\n", encoding="utf-8")
    assert found("config", workspace.root)[1][0] == "Fel"
    sources.unlink()
    sentence = "config/sources.yaml saknas, så inga siffror kan visas."
    assert found("config", workspace.root)[1] == ("Obs", sentence, "Skriv den om bilderna ska ha siffror.")
