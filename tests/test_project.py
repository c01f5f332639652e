from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.period import Period
from deckbuilder.project import NoProjectError, Project

if TYPE_CHECKING:
    from pathlib import Path

JULY = Period(2024, 7, 7)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("manadsrapport", "arsrapport", "sources"):
        (tmp_path / "config").mkdir(exist_ok=True)
        (tmp_path / "config" / f"{name}.yaml").touch()
    for name in ("2024-07", "2023-12", "2025-T2", "2021", "2024-7", "gammalt"):
        (tmp_path / "input" / name).mkdir(parents=True)
    (tmp_path / "input" / "2024-05").touch()
    return Project(tmp_path)


def test_a_project_is_found_from_any_folder_in_it(project: Project) -> None:
    assert Project.at(project.root / "input" / "2024-07") == Project(project.root.resolve())
    assert Project.at(project.root) == Project(project.root.resolve())


def test_a_folder_without_config_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(NoProjectError) as caught:
        Project.at(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path.resolve()} är ingen rapportmapp: mappen config/ saknas. "
        "Gå till mappen med config/, layouts/ och input/, eller peka ut den med --project."
    )


def test_reports_are_the_files_in_config_but_sources(project: Project) -> None:
    assert project.reports() == ["arsrapport", "manadsrapport"]


def test_periods_are_the_folders_that_are_named_as_periods(project: Project) -> None:
    assert project.periods() == ["2021", "2023-12", "2024-07", "2025-T2"]


def test_a_project_without_input_has_no_periods(tmp_path: Path) -> None:
    assert Project(tmp_path).periods() == []


def test_a_report_is_its_file(project: Project) -> None:
    assert project.report("arsrapport") == project.root / "config" / "arsrapport.yaml"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("manadsraport", " Menade du 'manadsrapport'?"),
        ("sources", ""),
        ("../config/arsrapport", " Menade du 'arsrapport'?"),
    ],
)
def test_an_unknown_report_is_told_with_those_that_exist(project: Project, name: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        project.report(name)
    assert str(caught.value) == (
        f"config: Rapporten '{name}' finns inte.{hint} Rapporter som finns: arsrapport och manadsrapport."
    )


def test_a_period_is_its_folder(project: Project) -> None:
    assert project.input(JULY) == project.root / "input" / "2024-07"


def test_a_period_without_folder_is_told_with_those_that_exist(project: Project) -> None:
    with pytest.raises(ContentError) as caught:
        project.input(JULY.previous)
    assert str(caught.value) == (
        "input: Perioden 2024-06 har inget underlag. Lägg filerna i mappen input/2024-06. "
        "Perioder som finns: 2021, 2023-12, 2024-07 och 2025-T2."
    )


@pytest.mark.parametrize(
    ("period", "before"),
    [("2024-08", "2024-07"), ("2024-12", "2024-07"), ("2024-07", "2023-12"), ("2025-08", None), ("2021", None)],
)
def test_the_period_before_is_of_the_same_length_and_at_most_a_year_old(
    project: Project, period: str, before: str | None
) -> None:
    found = project.earlier(Period.parse(period))
    assert (found.code if found else None) == before


def test_a_deck_is_named_by_report_and_period(project: Project) -> None:
    assert project.output("manadsrapport", JULY) == project.root / "output" / "manadsrapport-2024-07.pptx"
