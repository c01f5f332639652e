"""How far a month has come, file by file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from deckbuilder.months.preparing import prepare, write
from deckbuilder.months.status import FileStatus, State, Status, status
from deckbuilder.period import Period
from deckbuilder.project import Project
from tests.months.make import deliver, project
from tests.two_months import INPUT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workspace import Workspace

AUGUST = Period.parse("2024-08")
NEW = {
    "utfall.csv": "Område;Utfall 2408;Budget\nHus;2 800;3 000\nIT;600;400\n",
    "vantande.csv": "Månad;Antal\n2024-06;82\n2024-07;85\n2024-08;88\n",
}


@pytest.fixture
def august(tmp_path: Path) -> Workspace:
    """A project whose August is prepared."""
    made = project(tmp_path)
    where = Project(made.root)
    write(prepare(where, "prov", AUGUST, where.earlier(AUGUST)))
    return made


def _status(made: Workspace, today: str = "2024-09-05") -> Status:
    return status(Project(made.root), "prov", AUGUST, date.fromisoformat(today))


def _file(made: Workspace, name: str, today: str = "2024-09-05") -> FileStatus:
    return next(one for one in _status(made, today).files if one.delivery.file == name)


def test_a_file_is_missing_and_after_its_day_late(august: Workspace) -> None:
    assert _file(august, "utfall.csv", "2024-09-10").state is State.MISSING
    assert _file(august, "utfall.csv", "2024-09-11").state is State.LATE
    assert _file(august, "vantande.csv", "2025-09-11").state is State.MISSING


def test_a_file_that_was_copied_is_stale_until_somebody_saves_it(august: Workspace) -> None:
    found = _file(august, "initiativ.csv")
    assert (found.state, found.reason) == (State.STALE, "kopierad från juli, inte uppdaterad")
    text = (august.root / "input/2024-08/initiativ.csv").read_text(encoding="utf-8")
    deliver(august, "initiativ.csv", f"{text}\n")
    assert _file(august, "initiativ.csv").state is State.HERE


def test_a_copy_stays_stale_when_the_month_before_is_mended(august: Workspace) -> None:
    july = august.root / "input/2024-07/initiativ.csv"
    july.write_text(july.read_text(encoding="utf-8").replace("Delvis", "Enligt plan"), encoding="utf-8")
    assert _file(august, "initiativ.csv").state is State.STALE


def test_a_file_that_somebody_copied_by_hand_is_stale_too(august: Workspace) -> None:
    (august.root / "input/2024-08/.kopierat.json").unlink()
    deliver(august, "initiativ.csv", (august.root / "input/2024-07/initiativ.csv").read_text(encoding="utf-8"))
    assert _file(august, "initiativ.csv").state is State.STALE


def test_an_export_with_last_months_rows_is_stale_whatever_stands_around_them(august: Workspace) -> None:
    august.edit("config/sources.yaml", "header: Månad,", "header: Månad, skip_rows: [Utskriven*],")
    deliver(august, "vantande.csv", INPUT["2024-07"]["vantande"] + "Utskriven 2024-09-04\n")
    found = _file(august, "vantande.csv")
    assert (found.state, found.reason) == (State.STALE, "samma uppgifter som i juli")


def test_a_file_that_is_not_expected_anew_stands(august: Workspace) -> None:
    august.edit("config/sources.yaml", "    done: {Tid: Klar*}\n", "    months: [juni]\n")
    found = _file(august, "initiativ.csv")
    assert (found.state, found.reason, found.delivery.due) == (State.STANDING, "gäller från juli", None)
    assert found.is_ready


def test_a_file_of_another_month_is_broken_with_what_is_wrong(august: Workspace) -> None:
    deliver(august, "utfall.csv", INPUT["2024-07"]["utfall"])
    found = _file(august, "utfall.csv")
    assert found.state is State.BROKEN
    assert [str(one.place) for one in found.problems] == ["input/2024-08/utfall.csv"]
    assert "Kolumnen 'Utfall 2408' saknas. Menade du 'Utfall 2407'?" in found.problems[0].sentence
    assert _status(august).others == ()


def test_a_fault_of_what_is_computed_from_a_file_is_the_files(august: Workspace) -> None:
    august.edit("config/sources.yaml", "    unit: tkr\n", "    unit: tkr\n    rows: [Hus, Data]\n")
    deliver(august, "utfall.csv", NEW["utfall.csv"])
    found = _status(august)
    broken = next(one for one in found.files if one.delivery.file == "utfall.csv")
    assert broken.state is State.BROKEN
    assert found.others == ()


def test_what_a_files_checks_find_is_told_with_it(august: Workspace) -> None:
    august.edit("config/sources.yaml", "header: Område,", "header: Område, skip_rows: [Summa],")
    deliver(august, "utfall.csv", NEW["utfall.csv"] + "Summa;9 999;3 400\n")
    found = _file(august, "utfall.csv")
    assert (found.state, len(found.findings)) == (State.HERE, 1)


def test_a_text_without_words_is_missing_and_one_that_no_slide_shows_is_not_asked_for(august: Workspace) -> None:
    found = _status(august)
    assert (found.texts.state, found.texts.reason, found.unwritten) == (State.MISSING, "1 av 1 tomma", ("sommaren",))
    deliver(august, "kommentarer.md", "## sommaren\n\n- Varm\n")
    assert _status(august).texts.state is State.HERE


def test_a_slide_whose_text_has_no_heading_is_told(august: Workspace) -> None:
    deliver(august, "kommentarer.md", "")
    found = _status(august)
    assert (found.texts.state, found.texts.reason) == (State.MISSING, "1 saknas")
    assert found.texts.problems[0].code == "DB417"


def test_a_fault_in_the_texts_is_told_with_them(august: Workspace) -> None:
    deliver(august, "kommentarer.md", "## sommaren\n\n- {{ saknas.a.b }}\n")
    found = _status(august)
    assert found.texts.state is State.BROKEN
    assert [str(one.place) for one in found.texts.problems] == ["input/2024-08/kommentarer.md:3"]
    assert found.others == ()


def test_files_that_nothing_asks_for_are_told(august: Workspace) -> None:
    for name in ("utfal.csv", "~$utfall.csv", "behallna.yaml", "README.md"):
        deliver(august, name, "")
    assert _status(august).unused == ("utfal.csv",)


def test_faults_elsewhere_are_told_apart(august: Workspace) -> None:
    august.edit("config/prov.yaml", "title: Väntande\n", 'title: "{{ vantande.x.y }}"\n')
    deliver(august, "vantande.csv", NEW["vantande.csv"])
    found = _status(august)
    assert [one.place.file for one in found.others] == ["config/prov.yaml"]


def test_a_month_is_ready_when_a_build_would_go(august: Workspace) -> None:
    for name, text in NEW.items():
        deliver(august, name, text)
    deliver(august, "initiativ.csv", "Initiativ;Tid\nKallelser;Klart\nArkiv;Delvis\nSist;Delvis\n")
    deliver(august, "kommentarer.md", "## sommaren\n\n- Varm, {{ utfall.totalt.utfall | mkr }}\n")
    assert _status(august).is_ready
    assert august.build("2024-08", "--report", "prov").exit_code == 0
