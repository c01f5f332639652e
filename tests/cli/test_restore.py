"""`deckbuilder restore` as staff meet it."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group
from deckbuilder.records.json import sidecar
from deckbuilder.refresh.parts import Parts
from deckbuilder.render.record import read_record
from tests.golden import slides_by_id
from tests.workspace import copy_project, only_results

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow

WAS, NEW = 'subtitle: "Mkr, ackumulerat {{ period }} och', 'subtitle: "Miljoner kronor, ackumulerat {{ period }} och'
OPEN = "DB713 Rapporten står kvar som den är: den är öppen i ett annat program. Åtgärda det, och kör igen."
DAMAGED = "DB712 Filen är ingen PowerPointfil, eller skadad. Välj en annan version."
LEDGER = "input/2024-07/resultat_region.csv"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A small report that was built, and built again when a text had changed."""
    project = only_results(copy_project(tmp_path_factory.mktemp("restore") / "projekt"))
    assert project.build().exit_code == 0
    project.edit("config/hela.yaml", WAS, NEW)
    assert project.build().exit_code == 0
    return project


@pytest.fixture
def project(built: Workspace, tmp_path: Path) -> Workspace:
    """A copy of it that a test may change, with its times."""
    shutil.copytree(built.root, tmp_path / "projekt")
    return type(built)(tmp_path / "projekt")


def _restore(project: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["restore", "2024-07", *arguments, "--project", str(project.root)])


def _versions(project: Workspace) -> list[Path]:
    return sorted((project.deck.parent / ".versions").iterdir())


def _files(project: Workspace) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in project.deck.parent.rglob("*") if path.is_file()}


def test_the_versions_are_listed_and_nothing_is_written(project: Workspace) -> None:
    before = _files(project)
    lines = _restore(project).output.splitlines()
    assert lines[0] == f"Versioner av {project.deck}, den senaste först:"
    when = r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d"
    assert re.fullmatch(rf"   1  {when}  0,\d MB, samma siffror som i rapporten nu", lines[1])
    assert lines[2:] == ["Ta tillbaka en genom att skriva dess nummer sist i kommandot."]
    assert _files(project) == before


def test_figures_that_differ_from_the_deck_are_counted(project: Workspace) -> None:
    project.edit(LEDGER, "\u22126\u00a0803", "\u22126\u00a0804")
    assert project.build().exit_code == 0
    assert re.search(r"MB, \d+ siffror skiljer sig från rapporten nu$", _restore(project).output.splitlines()[1])


def test_a_version_comes_back_with_its_figures_and_what_stood_is_kept(project: Workspace) -> None:
    (version,) = _versions(project)
    old, stood = version.read_bytes(), project.deck.read_bytes()
    sidecar(project.deck).write_bytes(b"the figures of the deck that stood")
    lines = _restore(project, "1").output.splitlines()
    (kept,) = set(_versions(project)) - {version}
    saved = version.stem.removeprefix(f"{project.deck.stem} ")
    assert lines == [
        f"Den som stod där är sparad: {kept}",
        f"{project.deck} är nu den version som sparades {saved}.",
        "Nästa bygge för in det som är nytt i underlaget. Det som är ändrat för hand står kvar.",
    ]
    assert (project.deck.read_bytes(), kept.read_bytes()) == (old, stood)
    assert read_record(sidecar(project.deck)) == read_record(project.deck)


def test_a_restore_can_itself_be_undone_and_makes_no_second_copies(project: Workspace) -> None:
    stood = project.deck.read_bytes()
    for _ in range(3):
        assert _restore(project, "1").exit_code == 0
    assert project.deck.read_bytes() != stood
    assert _restore(project, "1").exit_code == 0
    assert project.deck.read_bytes() == stood
    assert len(_versions(project)) == 2


@pytest.mark.parametrize("form", ["name", "stem", "path"])
def test_a_version_is_named_by_its_file(project: Workspace, form: str) -> None:
    (version,) = _versions(project)
    old = version.read_bytes()
    word = {"name": version.name, "stem": version.stem, "path": str(version)}[form]
    assert _restore(project, word).exit_code == 0
    assert project.deck.read_bytes() == old


def test_the_build_after_a_restore_brings_in_what_is_new(project: Workspace) -> None:
    now = slides_by_id(project.deck)["resultat-region"].part.blob
    _restore(project, "1")
    assert slides_by_id(project.deck)["resultat-region"].part.blob != now
    assert project.build().exit_code == 0
    assert slides_by_id(project.deck)["resultat-region"].part.blob == now


@pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
def test_a_deck_that_is_open_is_told_and_nothing_changes(project: Workspace, lock: str) -> None:
    (project.deck.parent / lock.format(project.deck.name)).touch()
    before = _files(project)
    result = _restore(project, "1")
    assert (result.exit_code, result.output) == (
        1,
        f"output/{project.deck.name}: {OPEN}\nEtt fel. Inget är skrivet. Mer om felet: deckbuilder explain DB713\n",
    )
    assert _files(project) == before


def test_a_damaged_version_is_refused_and_nothing_changes(project: Workspace) -> None:
    (version,) = _versions(project)
    version.write_bytes(version.read_bytes()[:5000])
    before = _files(project)
    result = _restore(project, "1")
    assert (result.exit_code, result.output) == (
        1,
        (
            f"output/.versions/{version.name}: {DAMAGED}\n"
            "Ett fel. Inget är skrivet. Mer om felet: deckbuilder explain DB712\n"
        ),
    )
    assert _files(project) == before


@pytest.mark.parametrize("word", ["2", "0", "rapport"])
def test_an_unknown_version_is_told(project: Workspace, word: str) -> None:
    result = _restore(project, word)
    sentence = f"DB711 Versionen '{word}' finns inte. Ange ett nummer (1) eller ett namn ur listan.\n"
    assert (result.exit_code, result.output) == (2, sentence)


def test_a_deck_without_versions_is_told(project: Workspace) -> None:
    result = _restore(project, "--report", "hela")
    assert (result.exit_code, result.output) == (
        2,
        (
            "DB710 hela-2024-07.pptx har inga tidigare versioner i output/.versions/. "
            "De sparas där när rapporten byggs om.\n"
        ),
    )


def test_a_version_without_figures_takes_those_beside_the_deck_away(project: Workspace) -> None:
    """They are those of the deck that stood, and would pass for those of the version."""
    (version,) = _versions(project)
    parts = Parts.of(version.read_bytes())
    for name in [name for name in parts.blobs if name.startswith("customXml/item")]:
        parts.put(name, parts.blobs[name].replace(b"urn:deckbuilder:figures:1", b"urn:other"))
    version.write_bytes(parts.content())
    assert _restore(project, "1").exit_code == 0
    assert not sidecar(project.deck).exists()
