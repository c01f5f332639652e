"""`deckbuilder status`: what has come, as staff read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.months.make import deliver, project, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workspace import Workspace

TODAY = ("--today", "2024-09-12")


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    found = project(tmp_path)
    run(found, "new 2024-08")
    return found


def test_the_month_is_told_file_by_file_with_what_to_do(made: Workspace) -> None:
    deliver(made, "vantandde.csv", "Månad;Antal\n2024-08;90\n")
    result = run(made, "status 2024-08", *TODAY)
    assert (result.exit_code, result.output.splitlines()) == (0, [
        "Fil             Lämnas av       Senast  Läge",
        "utfall.csv      ekonomichef     10 sep  saknas, försenad",
        "vantande.csv    vårdcontroller          saknas",
        "initiativ.csv   portföljchef    14 sep  inaktuell",
        "kommentarer.md                          1 av 1 tomma",
        "",
        "Uppdatera:",
        "- Kopierad från juli, inte uppdaterad: initiativ.csv. Stämmer en fil som den är, öppna den och spara",
        "  om den.",
        "",
        "Bilder som väntar:",
        "- utfall.csv: utfall och sommaren",
        "- vantande.csv: vantande",
        "- initiativ.csv: initiativ",
        "",
        "Texter som är tomma:",
        "sommaren",
        "",
        "Filer som inte används:",
        "- vantandde.csv. Menade du 'vantande.csv'?",
        "",
        "prov, augusti 2024: 1 av 3 filer är här, 2 saknas (1 försenad), 1 är inaktuell, 1 text är tom.",
    ])  # fmt: skip


def test_a_broken_file_has_its_fault_below(made: Workspace) -> None:
    deliver(made, "vantande.csv", "Månd;Antal\n2024-08;90\n")
    told = run(made, "status 2024-08", *TODAY).output
    assert "vantande.csv    vårdcontroller          fel" in told
    assert "\nRätta:\n- input/2024-08/vantande.csv: DB211 Rubriken 'Månad' finns inte i någon cell." in told


def test_a_month_that_is_ready_says_what_to_do_next(made: Workspace) -> None:
    deliver(made, "utfall.csv", "Område;Utfall 2408;Budget\nHus;2 800;3 000\nIT;600;400\n")
    deliver(made, "vantande.csv", "Månad;Antal\n2024-08;90\n")
    deliver(made, "initiativ.csv", "Initiativ;Tid\nKallelser;Klart\n")
    deliver(made, "kommentarer.md", "## sommaren\n\n- Varm\n")
    assert run(made, "status 2024-08", *TODAY).output.splitlines()[-3:] == [
        "",
        "prov, augusti 2024: 3 av 3 filer är här.",
        "Allt är här. Kontrollera och bygg: deckbuilder build 2024-08 --report prov",
    ]


@pytest.mark.parametrize("width", [20, 40, 60, 80])
def test_no_line_is_wider_than_the_terminal(made: Workspace, width: int) -> None:
    lines = run(made, "status 2024-08", *TODAY, width=width).output.splitlines()
    assert all(len(line) <= max(width, 22) for line in lines)


def test_json_has_all_that_is_told(made: Workspace) -> None:
    data = json.loads(run(made, "status 2024-08", *TODAY, "--json").output)
    assert (data["report"], data["period"], data["ready"]) == ("prov", "2024-08", False)
    late = data["files"][0]
    assert {key: late[key] for key in ("file", "owner", "due", "state", "slides")} == {
        "file": "utfall.csv",
        "owner": "ekonomichef",
        "due": "2024-09-10",
        "state": "saknas, försenad",
        "slides": ["utfall", "sommaren"],
    }
    assert data["texts"]["unwritten"] == ["sommaren"]


def test_a_month_without_a_folder_is_told_how_to_begin(made: Workspace) -> None:
    result = run(made, "status 2024-09")
    assert result.exit_code == 1
    assert (
        "DB822 Mappen input/2024-09 finns inte. Skapa den med: deckbuilder new 2024-09 --report prov" in result.output
    )


def test_nothing_is_written(made: Workspace) -> None:
    before = {path: path.read_bytes() for path in made.root.rglob("*") if path.is_file()}
    run(made, "status 2024-08")
    assert {path: path.read_bytes() for path in made.root.rglob("*") if path.is_file()} == before
