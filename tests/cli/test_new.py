"""`deckbuilder new`: a month is prepared, and nothing is written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.months.make import deliver, project, run, workbook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workspace import Workspace


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    return project(tmp_path)


def _files(made: Workspace) -> dict[str, bytes]:
    return {str(path.relative_to(made.root)): path.read_bytes() for path in made.root.rglob("*") if path.is_file()}


def test_a_month_gets_what_is_kept_by_hand_and_a_list_of_what_is_to_come(made: Workspace) -> None:
    result = run(made, "new 2024-08")
    assert (result.exit_code, result.output.splitlines()) == (0, [
        "input/2024-08 är förberedd efter juli 2024.",
        "",
        "Kopierat från juli 2024, ska ses över:",
        "  initiativ.csv  portföljchef  14 sep  utan 1 avslutad rad",
        "",
        "Ska lämnas in:",
        "  utfall.csv    ekonomichef     10 sep",
        "  vantande.csv  vårdcontroller",
        "",
        "Ska skrivas:",
        "  kommentarer.md  1 rubrik utan text",
        "",
        "Se hur långt ni har kommit: deckbuilder status 2024-08 --report prov",
    ])  # fmt: skip
    august = made.root / "input/2024-08"
    assert (august / "initiativ.csv").read_text(encoding="utf-8") == (
        "Initiativ;Tid\nKallelser;Enligt plan →\nArkiv;Ej enligt plan ↘\nSist;Delvis\n"
    )
    assert "## sommaren\n" in (august / "kommentarer.md").read_text(encoding="utf-8")
    assert "gammal" not in (august / "kommentarer.md").read_text(encoding="utf-8")


def test_a_second_run_adds_what_is_missing_and_leaves_the_rest(made: Workspace) -> None:
    deliver(made, "initiativ.csv", "mitt")
    deliver(made, "kommentarer.md", "mina")
    assert "Fanns redan, och är inte ändrade: initiativ.csv och kommentarer.md." in run(made, "new 2024-08").output
    before = _files(made)
    assert run(made, "new 2024-08").output.startswith("input/2024-08 är redan förberedd.\n")
    assert _files(made) == before
    (made.root / "input/2024-08/initiativ.csv").unlink()
    run(made, "new 2024-08")
    assert _files(made).keys() == before.keys() | {"input/2024-08/.kopierat.json"}
    assert {name: _files(made)[name] for name in before if "initiativ" not in name} == {
        name: content for name, content in before.items() if "initiativ" not in name
    }


def test_a_dry_run_tells_the_same_and_writes_nothing(made: Workspace) -> None:
    before = _files(made)
    told = run(made, "new 2024-08", "--dry-run").output
    assert told.startswith("input/2024-08 skulle förberedas efter juli 2024.\n")
    assert "utan 1 avslutad rad" in told
    assert _files(made) == before


def test_kept_values_hold_for_their_month(made: Workspace) -> None:
    (made.root / "input/2024-07/behallna.yaml").write_text("", encoding="utf-8")
    told = run(made, "new 2024-08").output
    assert "behallna.yaml följer inte med: värdena där är beslutade för juli 2024." in told
    assert not (made.root / "input/2024-08/behallna.yaml").exists()


def test_another_month_can_be_the_one_to_copy(made: Workspace) -> None:
    assert "Kopierat från juni 2024" in run(made, "new 2024-08", "--from", "2024-06").output
    august = (made.root / "input/2024-08/initiativ.csv").read_text(encoding="utf-8")
    assert "Gammalt" not in august  # it was done in June


@pytest.mark.parametrize("source", ["2024-08", "2024-09", "2023"])
def test_a_month_that_is_not_before_is_refused(made: Workspace, source: str) -> None:
    result = run(made, "new 2024-08", "--from", source)
    assert result.exit_code == 2
    assert f"--from {source} går inte före 2024-08." in result.output
    assert not (made.root / "input/2024-08").exists()


def test_the_first_month_of_a_project_is_told_what_it_needs(made: Workspace) -> None:
    told = run(made, "new 2026-08").output
    assert "Det finns ingen period högst ett år före att kopiera från." in told
    assert "initiativ.csv  portföljchef    14 sep  fanns inte förra perioden" in told
    texts = (made.root / "input/2026-08/kommentarer.md").read_text(encoding="utf-8")
    assert texts.startswith("# Texter till prov, augusti 2026\n")
    assert texts.endswith("\n\n## sommaren\n")


def test_a_tertial_follows_the_tertial_before(made: Workspace) -> None:
    (made.root / "input/2024-07").rename(made.root / "input/2024-T1")
    assert "Kopierat från tertial 1 2024, ska ses över:" in run(made, "new 2024-T2").output


def test_a_wrong_column_is_told_and_nothing_is_written(made: Workspace) -> None:
    made.edit("config/sources.yaml", "{Tid: Klar*}", "{Tidd: Klar*}")
    result = run(made, "new 2024-08")
    assert result.exit_code == 1
    assert "DB213 Kolumnen 'Tidd' saknas. Menade du 'Tid'?" in result.output
    assert not (made.root / "input/2024-08").exists()


def test_done_rows_that_something_may_refer_to_are_told(made: Workspace) -> None:
    made.edit("config/sources.yaml", "    file: initiativ.csv\n", "    file: initiativ.xlsx\n")
    rows: list[list[object]] = [["Initiativ", "Tid"], ["Ett", "Klart"], ["Två", "Delvis"], [], ["=COUNTA(A2:A3)"]]
    workbook(made.root / "input/2024-07/initiativ.xlsx", rows)
    told = " ".join(run(made, "new 2024-08").output.split())
    assert "Obs: initiativ.xlsx har formler, kommentarer, diagram eller annat" in told
    assert "Ta bort de avslutade i Excel: rad 2." in told


def test_a_project_that_says_nothing_of_owners_is_told_how(made: Workspace) -> None:
    path = made.root / "config/sources.yaml"
    text = path.read_text(encoding="utf-8")
    for said in (
        ", owner: ekonomichef, due: 10",
        "    owner: portföljchef\n",
        "    due: 14\n",
        ", owner: vårdcontroller",
    ):
        text = text.replace(said, "")
    path.write_text(text, encoding="utf-8")
    assert "kan skrivas vid källorna i config/sources.yaml: owner och due." in run(made, "new 2024-08").output


def test_a_folder_that_cannot_be_written_is_told(made: Workspace) -> None:
    (made.root / "input/2024-08").write_text("", encoding="utf-8")
    result = run(made, "new 2024-08")
    assert result.exit_code == 1
    assert result.output.startswith("DB823 input/2024-08/")
