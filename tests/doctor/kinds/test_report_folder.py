from __future__ import annotations

from typing import TYPE_CHECKING

from tests.doctor.looking import found

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workspace import Workspace


def test_a_project_has_its_place_reports_and_periods(workspace: Workspace) -> None:
    assert found("report_folder", workspace.root) == [
        ("OK", f"{workspace.root.resolve()}.", ""),
        ("OK", "Rapporter: augusti-2022, manadsrapport och regionplan.", ""),
        ("OK", "Perioder: 2023, 2024-06 och 2024-07.", ""),
    ]


def test_outside_a_project_it_is_told_how_to_come_to_one() -> None:
    remedy = "Gå till mappen med config/, layouts/ och input/, eller peka ut den med --project."
    assert found("report_folder") == [("Obs", "Här är ingen rapportmapp. Bara datorn är kontrollerad.", remedy)]


def test_an_empty_project_has_a_fault_and_something_to_look_at(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    init = "Skriv en, eller gör en ny rapportmapp: deckbuilder init MAPP"
    assert found("report_folder", tmp_path)[1:] == [
        ("Fel", "config/ har ingen rapport.", init),
        ("Obs", "input/ har ingen period.", "Börja en månad: deckbuilder new 2024-08"),
    ]
