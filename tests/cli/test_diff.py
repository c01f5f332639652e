"""`deckbuilder diff` as staff meet it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group
from deckbuilder.cli.diff_text import as_text
from deckbuilder.comparing import compared
from deckbuilder.project import Project
from tests.two_months import two_months

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Workspace:
    return two_months(tmp_path)


def diff(project: Workspace, *arguments: str, columns: str = "120") -> Result:
    command = ["diff", *arguments, "--report", "prov", "--project", str(project.root)]
    return CliRunner().invoke(group, command, env={"COLUMNS": columns})


def output(project: Workspace, *arguments: str, columns: str = "120") -> str:
    result = diff(project, *arguments, columns=columns)
    assert result.exit_code == 0, result.output
    return result.output.replace("\u00a0", " ")


def test_two_periods_are_compared_figure_by_figure(project: Workspace) -> None:
    assert output(project, "2024-06", "2024-07") == (
        "Före:  juni 2024, vad underlaget i input/2024-06 säger nu\n"
        "Efter: juli 2024, vad underlaget i input/2024-07 säger nu\n"
        "Namn:  som i juli 2024. Före pilen står motsvarande siffra i juni 2024.\n"
        "\n"
        "Rättat i efterhand\n"
        "  2024-06, antal: 80 → 82 (+2) [vantande]\n"
        "\n"
        "utfall: Investeringarna har kostat 3 Mkr\n"
        "  Totalt, utfall 2407: 2 500 tkr → 3 100 tkr (+600 tkr)\n"
        "  Hus, utfall 2407:    2 000 tkr → 2 600 tkr (+600 tkr)\n"
        "  Hus, avvikelse:      1 000 tkr → 400 tkr (−600 tkr, sämre)\n"
        "  Totalt, avvikelse:   900 tkr → 300 tkr (−600 tkr, sämre)\n"
        "\n"
        "vantande: Väntande\n"
        "  2024-07, antal: 80 → 85 (+5)\n"
        "\n"
        "Statusar som har flyttats\n"
        "  Kallelser, tid: ▲ delvis, oförändrad → ● enligt plan, oförändrad (bättre) [initiativ]\n"
        "  Arkiv, tid:     ● enligt plan, oförändrad → ■ ej enligt plan, svagt fallande (sämre) [initiativ]\n"
        "\n"
        "Nytt på bilderna\n"
        "  Nytt, tid (initiativ)\n"
        "\n"
        "Borta från bilderna\n"
        "  Gammalt, tid (initiativ)\n"
        "\n"
        "6 ändrade siffror, varav 1 i efterhand, 2 flyttade statusar, 3 ändrade bilder.\n"
    )


def test_in_a_narrow_window_values_stand_below_their_labels(project: Workspace) -> None:
    lines = output(project, "2024-06", "2024-07", columns="50").splitlines()
    assert max(map(len, lines)) <= 50
    here = lines.index("  Totalt, utfall 2407:")
    assert lines[here + 1] == "    2 500 tkr → 3 100 tkr (+600 tkr)"


def test_without_a_width_no_line_is_divided(project: Workspace) -> None:
    found = compared(Project(project.root), "prov", "2024-06", "2024-07")
    lines = [line.replace("\u00a0", " ") for line in as_text(found, every=True, width=0)]
    at = lines.index("  Arkiv, tid:")
    assert lines[at + 1] == "    ● enligt plan, oförändrad → ■ ej enligt plan, svagt fallande (sämre) [initiativ]"


def test_an_earlier_period_is_the_deck_that_was_built(project: Workspace) -> None:
    project.build("2024-06", "--report", "prov")
    project.edit("input/2024-06/utfall.csv", "2 000", "2 600")
    told = output(project, "2024-06", "2024-07")
    assert told.startswith("Före:  juni 2024, som rapporten byggdes (output/prov-2024-06.pptx)\n")
    assert "  Totalt, utfall 2407: 2 500 tkr → 3 100 tkr (+600 tkr)\n" in told


def test_one_period_twice_is_the_deck_against_its_input_now(project: Workspace) -> None:
    project.build("2024-07", "--report", "prov")
    assert output(project, "2024-07", "2024-07").splitlines()[-1] == "Inget skiljer."
    project.edit("input/2024-07/utfall.csv", "500", "501")
    told = output(project, "2024-07", "2024-07")
    assert "  IT, utfall 2407:     500 tkr → 501 tkr (+1 tkr)\n" in told


def test_a_deck_or_its_file_of_figures_can_be_either_side(project: Workspace) -> None:
    for month in ("2024-06", "2024-07"):
        project.build(month, "--report", "prov")
    before, after = (project.root / f"output/prov-{month}" for month in ("2024-06.siffror.json", "2024-07.pptx"))
    told = output(project, str(before), str(after))
    assert told.startswith(
        "Före:  juni 2024, som rapporten byggdes (output/prov-2024-06.siffror.json)\n"
        "Efter: juli 2024, som rapporten byggdes (output/prov-2024-07.pptx)\n"
    )
    assert "6 ändrade siffror" in told


def test_json_holds_the_figures_unrounded(project: Workspace) -> None:
    data = json.loads(diff(project, "2024-06", "2024-07", "--json").output)
    assert data["before"] == {"report": "prov", "period": "2024-06", "origin": "input/2024-06", "built": False}
    change = data["changes"][0]
    assert (change["id"], change["before"]["value"], change["after"]["value"], change["difference"]["value"]) == (
        "utfall.totalt.utfall", "2500", "3100", "600"
    )  # fmt: skip
    assert [one["id"] for one in data["changes"] if one["late_correction"]] == ["vantande.2024_06.antal"]
    assert [one["verdict"] for one in data["statuses"]] == ["good", "bad"]
    assert data["slides"] == {"new": [], "gone": [], "changed": ["utfall", "initiativ", "vantande"], "moved": []}


def test_of_a_slide_with_many_changes_ten_are_shown_unless_all_are_asked_for(project: Workspace) -> None:
    for month, value in (("06", 1), ("07", 2)):
        rows = "".join(f"Rad {n};{value};5\n" for n in range(12))
        text = f"Område;Utfall 24{month};Budget\n{rows}"
        (project.root / f"input/2024-{month}/utfall.csv").write_text(text, encoding="utf-8")
    assert "  och 16 till (--all visar alla)\n" in output(project, "2024-06", "2024-07")
    every = output(project, "2024-06", "2024-07", "--all")
    assert "--all" not in every
    assert every.count("1 tkr → 2 tkr") == 12


def test_slides_that_are_new_gone_or_moved_are_named(project: Workspace) -> None:
    project.build("2024-07", "--report", "prov")
    path = project.root / "config/prov.yaml"
    head, utfall, _, vantande = path.read_text(encoding="utf-8").split("  - ")
    new = "  - type: text\n    id: ny\n    title: Ny\n    text: Ord\n"
    path.write_text(f"{head}  - {vantande}  - {utfall}{new}", encoding="utf-8")
    told = output(project, "2024-07", "2024-07")
    assert "Bilder\n  Nya: ny\n  Borta: initiativ\n  Flyttade: vantande\n" in told


FAULTS = {
    ("2024-05", "2024-07"): (
        1,
        (
            "input: DB802 Perioden 2024-05 har inget underlag. Lägg filerna i mappen input/2024-05. "
            "Perioder som finns: 2024-06 och 2024-07.\n"
            "Ett fel. Inget är skrivet. Mer om felet: deckbuilder explain DB802\n"
        ),
    ),
    ("juni", "2024-07"): (
        2,
        (
            "DB726 'juni' är varken en period eller en fil med siffror. "
            "Skriv en period som 2024-07, eller en fil som slutar på .pptx eller .siffror.json.\n"
        ),
    ),
    ("2024-07", "2024-07"): (
        2,
        (
            "DB725 2024-07 och 2024-07 är samma sak här (input/2024-07). Ange två perioder, "
            "eller bygg rapporten först så att det byggda kan jämföras med underlaget.\n"
        ),
    ),
    ("saknas.pptx", "2024-07"): (
        2,
        "DB720 saknas.pptx: Filen finns inte. Kontrollera namnet, eller bygg rapporten på nytt.\n",
    ),
}


@pytest.mark.parametrize("sides", FAULTS)
def test_what_cannot_be_compared_is_told(project: Workspace, sides: tuple[str, str]) -> None:
    result = diff(project, *sides)
    assert (result.exit_code, result.output) == FAULTS[sides]


def test_a_deck_without_figures_is_told_and_the_input_is_used(project: Workspace) -> None:
    project.build("2024-06", "--report", "prov")
    (project.root / "output/prov-2024-06.pptx").write_bytes(b"no deck")
    told = output(project, "2024-06", "2024-07")
    assert told.splitlines()[:3] == [
        "Före:  juni 2024, vad underlaget i input/2024-06 säger nu",
        "Efter: juli 2024, vad underlaget i input/2024-07 säger nu",
        "Obs: output/prov-2024-06.pptx har inga siffror som går att läsa, så underlaget används.",
    ]
