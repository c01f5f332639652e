"""The sample month before July 2024: it agrees with what July says of June, so that reports have one to differ from."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from input import make_2024_06
from input.sample import Files
from tests.golden import slides_of, table_rows
from tests.workspace import REPO, Workspace, copy_project

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow  # whole reports, again and again

NAME, JUNE, JULY = "manadsrapport", "2024-06", "2024-07"
NET_COST = "nettokostnad_per_manad.csv"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return copy_project(tmp_path_factory.mktemp("juni") / "projekt")


@pytest.fixture(scope="module")
def june(project: Workspace) -> dict[str, Any]:
    return slides_of(project, NAME, JUNE)


@pytest.fixture(scope="module")
def july(project: Workspace) -> dict[str, Any]:
    return slides_of(project, NAME, JULY)


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def lines(month: str, name: str) -> list[list[str]]:
    with (REPO / "input" / month / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def ends(told: str) -> str:
    return told.splitlines()[-1]


def test_the_script_makes_the_files_that_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("2022-08", "2024-07"):
        (tmp_path / name).symlink_to(REPO / "input" / name)
    target = tmp_path / JUNE
    monkeypatch.setattr(make_2024_06, "TARGET", target)
    monkeypatch.setattr(make_2024_06, "FILES", Files(target, make_2024_06.FILES.saved))
    make_2024_06.main()
    made = {path.name: path.read_bytes() for path in target.iterdir()}
    kept = {path.name: path.read_bytes() for path in (REPO / "input" / JUNE).iterdir() if path.suffix != ".md"}
    assert made == kept


def test_both_months_are_without_warnings_hints_and_corrections(project: Workspace) -> None:
    assert ends(project.check(JUNE).output) == "manadsrapport, juni 2024: 0 varningar, 2 godtagna skillnader."
    assert ends(project.check(JULY).output) == "manadsrapport, juli 2024: 0 varningar, 4 godtagna skillnader."


def test_a_month_that_was_corrected_is_told(workspace: Workspace) -> None:
    workspace.edit(
        f"input/{JULY}/{NET_COST}", "2024-06;−1\u00a0014\u00a0610", "2024-06;−1\u00a0024\u00a0610", "utf-8-sig"
    )
    told = workspace.check(JULY).output.replace("\u00a0", " ")
    assert (
        f"input/{JULY}/{NET_COST}:37: DB512 Nettokostnad (verksamhetens nettokostnad) har ändrats bakåt i tiden sedan "
        "förra rapporten: juni 2024 från 1 014 610 tkr till 1 024 610 tkr. "
        f"Förr stod det i input/{JUNE}/{NET_COST}, nu i "
        f"input/{JULY}/{NET_COST}. Nämn rättelsen, eller kontrollera filen. "
        "[rättad.nettokostnad_per_manad.nettokostnad]"
    ) in told


def test_the_months_of_both_files_are_the_same_up_to_june() -> None:
    for name in (NET_COST, "vantande.csv", "vardplatser.csv", "personalkostnad_regionstyrelsen.csv"):
        before, now = ({tuple(line) for line in lines(month, name) if line[0] > "2023-07"} for month in (JUNE, JULY))
        gone = {line for line in before - now if not line[0].startswith("Utskriven")}
        assert gone == set(), name


def test_procurement_is_where_the_next_report_says_it_was() -> None:
    now, then = (
        {row[0]: row[place] for row in load_workbook(REPO / f"input/{month}/upphandling.xlsx")["Läget"].values}
        for month, place in ((JUNE, 2), (JULY, 1))
    )
    assert {**now, "Mått": ""} == {**then, "Mått": ""}


def test_no_slide_of_june_is_about_july(june: dict[str, Any]) -> None:
    found = {name: re.findall(r"[^\n]*\bjuli\b[^\n]*", words(slide)) for name, slide in june.items()}
    assert {name: said for name, said in found.items() if said} == {
        "upphandling-arbete": ["Upphandling och inköp, juli 2024"],
        "upphandling-lage": ["EXEMPEL. Läget i juli 2024"],
    }


def test_the_meeting_is_that_of_the_month(june: dict[str, Any], july: dict[str, Any]) -> None:
    assert "Regionstyrelsens arbetsutskott, 13 augusti 2024" in words(june["omslag"])
    assert "Regionstyrelsens arbetsutskott, 27 augusti 2024" in words(july["omslag"])


def test_what_has_changed_says_that_june_is_an_example(july: dict[str, Any]) -> None:
    assert "Ekonomin i juni 2024 är EXEMPEL" in words(july["forandrat"])
    rows = {row[0]: [cell.replace("\u00a0", " ") for cell in row[1:]] for row in table_rows(july["forandrat"])}
    assert rows["Väntat över 90 dagar på förstabesök"] == ["4 604", "6 069", "+1 465", "Sämre"]
    assert rows["Väntat över 90 dagar på åtgärd"] == ["5 766", "6 608", "+842", "Sämre"]


def test_the_first_report_says_that_there_is_none_before(june: dict[str, Any]) -> None:
    assert "Det finns ingen rapport före juni 2024 att jämföra med." in words(june["forandrat"])


def test_an_assignment_is_new_in_july(june: dict[str, Any], july: dict[str, Any]) -> None:
    before, now = ({row[0] for row in table_rows(deck["uppdrag"])} for deck in (june, july))
    assert now - before == {"Stärkt ledning och styrning"}
