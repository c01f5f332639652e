"""A new project is complete, builds at once, and is never put over what is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckbuilder.saving import SaveError
from deckbuilder.starting import start as starting
from deckbuilder.starting.sample import sample_files
from deckbuilder.starting.start import ProjectThereError, UnusableNameError, start
from tests.workspace import REPO, Workspace

pytestmark = pytest.mark.slow

PROJECT = REPO / "deckbuilder/starting/project"


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_layout_is_that_of_the_project() -> None:
    for name in ("region.pptx", "region.yaml"):
        assert (PROJECT / "layouts" / name).read_bytes() == (REPO / "layouts" / name).read_bytes(), f"copy {name} there"


def test_the_sample_is_as_its_script_makes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from input import make_start  # noqa: PLC0415 -- its target is changed first

    monkeypatch.setattr(make_start, "TARGET", tmp_path)
    make_start.main()
    made = {name: (tmp_path / name).read_bytes() for name in _files(tmp_path)}
    assert made == {name: (PROJECT / "input" / name).read_bytes() for name in made}
    assert len(made) == 10


@pytest.mark.slow
@pytest.mark.parametrize("month", ["2024-06", "2024-07"])
def test_both_months_build_without_a_warning(tmp_path: Path, month: str) -> None:
    start(tmp_path / "ny")
    result = Workspace(tmp_path / "ny").build(month)
    assert result.exit_code == 0, result.output
    assert ": 11 bilder, 0 varningar, " in result.output
    assert "Tips" not in result.output


def test_every_slide_with_figures_says_that_they_are_examples() -> None:
    report = sample_files("Region Norr")["config/manadsrapport.yaml"].decode()
    slides = report.split("\n  - type: ")[1:]
    shown = [slide for slide in slides if "figures:" in slide or "figure:" in slide or slide.startswith("text")]
    assert len(shown) == 7
    assert all("EXEMPEL" in slide for slide in shown)


def test_the_organisation_stands_where_the_sample_has_its_own(tmp_path: Path) -> None:
    start(tmp_path / "ny", ' Region  "Å & Ö" ')
    result = Workspace(tmp_path / "ny").check()
    assert result.exit_code == 0, result.output
    files = sample_files('Region "Å & Ö"')
    assert b'"M\xc3\xa5nadsrapport, Region \\"\xc3\x85 & \xc3\x96\\""' in files["config/manadsrapport.yaml"]
    assert "Region Exempel" not in files["LASMIG.md"].decode()


@pytest.mark.parametrize("name", ["", "  ", "Region {{ x }}", "Region\x07", "R" * 61])
def test_a_name_that_slides_cannot_show_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableNameError):
        start(tmp_path / "ny", name)
    assert not (tmp_path / "ny").exists()


def test_files_that_are_there_are_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config/sources.yaml").write_text("mina")
    with pytest.raises(ProjectThereError, match=r"har redan config/sources.yaml. Inget är skrivet."):
        start(tmp_path)
    assert _files(tmp_path) == {"config/sources.yaml"}


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "ny").write_text("")
    with pytest.raises(ProjectThereError, match="är en fil"):
        start(tmp_path / "ny")


@pytest.mark.parametrize("name", [".vscode", "config", "output"])
def test_a_file_in_the_place_of_one_of_its_folders_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Mitt.", encoding="utf-8")
    with pytest.raises(ProjectThereError, match=f"har redan {name}.*Inget är skrivet"):
        start(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_name_that_no_folder_can_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="Rapportmappen kunde inte skapas i "):
        start(tmp_path / ("x" * 300))


def test_a_folder_with_other_things_keeps_them(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text('{"editor.fontSize": 16}')
    (tmp_path / "input").mkdir()
    (tmp_path / "anteckningar.txt").write_text("mina")
    start(tmp_path)
    settings = (tmp_path / ".vscode/settings.json").read_text()
    assert "editor.fontSize" in settings
    assert "yaml.schemas" in settings
    assert (tmp_path / "anteckningar.txt").read_text() == "mina"
    assert _files(PROJECT) <= _files(tmp_path)


@pytest.mark.parametrize("there", [True, False])
def test_a_failure_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    folder = tmp_path / "ny"
    if there:
        folder.mkdir()
        (folder / "mitt.txt").write_text("")

    def full(*_: Any) -> None:
        raise OSError

    monkeypatch.setattr(starting, "write_schemas", full)
    with pytest.raises(SaveError):
        start(folder)
    assert _files(tmp_path) == ({"ny/mitt.txt"} if there else set())
    assert [path.name for path in tmp_path.iterdir()] == (["ny"] if there else [])


def test_a_failure_at_the_last_file_takes_back_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path.name == "region.yaml":
            raise OSError
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(SaveError):
        start(tmp_path)
    assert list(tmp_path.iterdir()) == []
