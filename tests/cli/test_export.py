"""`deckbuilder export` as staff meet it."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from PIL import Image
from pptx import Presentation

from deckbuilder.cli import group
from deckbuilder.export import engines
from deckbuilder.office import finding
from tests.office.decks import texts
from tests.programs import program
from tests.rendering import needs
from tests.workspace import copy_project, only_results

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow

TITLE = "Regionen: 43 Mkr bättre än budget hittills, 390 Mkr sämre på helåret"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A report of two slides, built."""
    project = only_results(copy_project(tmp_path_factory.mktemp("export") / "projekt"))
    assert project.build().exit_code == 0
    return project


@pytest.fixture
def project(built: Workspace, tmp_path: Path) -> Workspace:
    """A copy of it that a test may change."""
    shutil.copytree(built.root, tmp_path / "projekt")
    return type(built)(tmp_path / "projekt")


def _export(project: Workspace, *options: str) -> Result:
    return CliRunner().invoke(group, ["export", "2024-07", "--project", str(project.root), *options])


@pytest.mark.rendering
@needs("soffice", "pdfinfo")
def test_a_pdf_is_tagged_swedish_and_has_the_reports_title(project: Workspace) -> None:
    result = _export(project)
    pdf = project.deck.with_suffix(".pdf")
    assert (result.exit_code, result.stdout) == (0, f"{pdf}: 2 bilder (LibreOffice).\n")
    assert result.stderr == "Gör PDF med LibreOffice.\n"
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    facts = {key: value.strip() for key, _, value in (line.partition(":") for line in told.splitlines())}
    assert (facts["Title"], facts["Tagged"], facts["Pages"]) == ("Resultat, juli 2024", "yes", "2")
    assert b"/Lang(sv-SE)" in pdf.read_bytes()
    assert TITLE in texts(pdf.read_bytes())[0].replace("\u00a0", " ").replace("\r\n", " ")


@pytest.mark.rendering
@needs("soffice")
def test_all_forms_come_in_one_go_and_nothing_else_is_written(project: Workspace) -> None:
    before = {path.name for path in project.deck.parent.iterdir()}
    result = _export(project, "--to", "pdf", "--to", "png", "--to", "handout", "--width", "640")
    assert result.exit_code == 0, result.output
    output = project.deck.parent
    pictures = output / "manadsrapport-2024-07-bilder"
    assert result.stdout.splitlines() == [
        f"{output}/manadsrapport-2024-07.pdf: 2 bilder (LibreOffice).",
        f"{pictures}/: 2 bilder, 640 bildpunkter breda (LibreOffice).",
        f"{output}/manadsrapport-2024-07-handout.pdf: 2 bilder med anteckningar (LibreOffice).",
    ]
    assert {path.name: Image.open(BytesIO(path.read_bytes())).size for path in pictures.iterdir()} == {
        "manadsrapport-2024-07-01-resultat-region.png": (640, 360),
        "manadsrapport-2024-07-02-resultat-regionstyrelsen.png": (640, 360),
    }
    made = {path.name for path in output.iterdir()} - before
    assert made == {"manadsrapport-2024-07.pdf", pictures.name, "manadsrapport-2024-07-handout.pdf"}
    assert "Siffrornas ursprung" in texts((output / "manadsrapport-2024-07-handout.pdf").read_bytes())[0]


@pytest.mark.rendering
@needs("soffice")
def test_what_people_have_edited_is_exported_and_hidden_slides_are_not(project: Workspace) -> None:
    deck = Presentation(str(project.deck))
    deck.slides[0].shapes.title.text = "Skrivet för hand"
    deck.slides[1]._element.set("show", "0")
    deck.save(str(project.deck))
    assert _export(project).stdout == f"{project.deck.with_suffix('.pdf')}: 1 bild (LibreOffice).\n"
    (page,) = texts(project.deck.with_suffix(".pdf").read_bytes())
    assert "Skrivet för hand" in page


@pytest.mark.rendering
@needs("soffice")
def test_some_slides_go_to_a_folder_of_ones_own(project: Workspace, tmp_path: Path) -> None:
    result = _export(project, "--to", "png", "--slides", "2", "--out", str(tmp_path / "till mötet"))
    picture = tmp_path / "till mötet" / "manadsrapport-2024-07-02-resultat-regionstyrelsen.png"
    assert (result.exit_code, result.stdout) == (0, f"{picture}: 1920 bildpunkter bred (LibreOffice).\n")
    assert [path.name for path in picture.parent.iterdir()] == [picture.name]


@pytest.mark.rendering
@needs("soffice")
def test_pictures_of_slides_that_are_gone_go_when_all_are_exported(project: Workspace) -> None:
    folder = project.deck.parent / "manadsrapport-2024-07-bilder"
    folder.mkdir()
    old, own = folder / "manadsrapport-2024-07-07-borttagen.png", folder / "egen.png"
    old.touch()
    own.touch()
    _export(project, "--to", "png", "--slides", "1", "--width", "100")
    assert old.exists()
    _export(project, "--to", "png", "--width", "100")
    assert (old.exists(), own.exists()) == (False, True)


@pytest.mark.rendering
@needs("soffice")
def test_a_pdf_that_cannot_be_replaced_is_left_and_the_new_one_gets_another_name(project: Workspace) -> None:
    pdf = project.deck.with_suffix(".pdf")
    pdf.mkdir()  # what no user may write over
    result = _export(project)
    assert result.stdout.splitlines() == [
        f"{pdf.with_name('manadsrapport-2024-07 (2).pdf')}: 2 bilder (LibreOffice).",
        (
            "  Det vanliga namnet gick inte att använda: "
            "den som står där går inte att skriva över, kanske för att den är öppen."
        ),
    ]


@pytest.mark.rendering
@needs("soffice")
def test_a_folder_that_cannot_be_written_in_is_told(
    project: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "tillfälligt"
    elsewhere.mkdir()
    monkeypatch.setattr("deckbuilder.saving.gettempdir", lambda: str(elsewhere))
    folder = project.deck.parent / "manadsrapport-2024-07-bilder"
    folder.write_text("En fil i vägen.", encoding="utf-8")
    result = _export(project, "--to", "png", "--width", "100")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            f"{elsewhere}/: 2 bilder, 100 bildpunkter breda (LibreOffice).",
            "  Det vanliga namnet gick inte att använda: mappen går inte att skriva i.",
        ],
    )
    assert folder.read_text(encoding="utf-8") == "En fil i vägen."


@pytest.mark.rendering
@needs("soffice")
def test_a_deck_that_is_open_or_older_than_its_input_is_exported_with_a_hint(project: Workspace) -> None:
    project.edit("input/2024-07/resultat_region.csv", "\u22126\u00a0803", "\u22126\u00a0804")
    (project.deck.parent / f"~${project.deck.name}").touch()
    result = _export(project)
    assert result.exit_code == 0
    assert result.stderr.splitlines()[1:] == [
        (
            "Tips: output/manadsrapport-2024-07.pptx: DB861 Rapporten är öppen i ett annat program. "
            "Det som inte är sparat där är inte med i exporten."
        ),
        (
            "Tips: output/manadsrapport-2024-07.pptx: DB862 Underlaget har ändrats sedan rapporten byggdes: "
            "input/2024-07/resultat_region.csv. Bygg om den och exportera igen."
        ),
    ]


def test_a_report_that_is_not_built_is_told(project: Workspace) -> None:
    project.deck.unlink()
    result = _export(project)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "output/manadsrapport-2024-07.pptx: DB859 Rapporten finns inte än. "
        "Bygg den först: deckbuilder build 2024-07 --report manadsrapport\n"
        "Ett fel. Inget är skrivet. Mer om felet: deckbuilder explain DB859\n"
    )


def test_a_report_that_there_is_not_is_told(project: Workspace) -> None:
    result = _export(project, "--report", "manadsraport")
    assert result.exit_code == 1
    assert "Rapporten 'manadsraport' finns inte. Menade du 'manadsrapport'?" in result.stderr


def test_a_damaged_deck_is_told_with_the_way_back(project: Workspace) -> None:
    project.deck.write_bytes(project.deck.read_bytes()[:5000])
    result = _export(project)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        "output/manadsrapport-2024-07.pptx: DB860 Filen är ingen PowerPointfil, eller skadad. "
        "Ta tillbaka en tidigare version: deckbuilder restore 2024-07 --report manadsrapport"
    )


@pytest.mark.rendering
@needs("soffice")
def test_some_slides_never_take_the_place_of_the_whole_report(project: Workspace) -> None:
    whole = project.deck.with_suffix(".pdf")
    whole.write_bytes(b"hela rapporten")
    result = _export(project, "--slides", "2")
    assert result.exit_code == 0, result.output
    assert "manadsrapport-2024-07-urval.pdf: 1 bild" in result.stdout
    assert whole.read_bytes() == b"hela rapporten"


def test_a_slide_that_there_is_not_is_told(project: Workspace) -> None:
    result = _export(project, "--slides", "3")
    sentence = "DB857 Rapporten har bilderna 1-2, så '3' i --slides går inte. Skriv till exempel --slides 3,5-7.\n"
    assert (result.exit_code, result.stderr) == (2, sentence)


def test_a_computer_without_office_is_told_how_to_get_it(project: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_libreoffice", lambda: None)
    result = _export(project)
    assert result.exit_code == 2
    assert result.stderr == (
        "DB850 För export behövs PowerPoint (på Windows) eller LibreOffice. "
        "Installera LibreOffice: sudo apt install libreoffice-impress libreoffice-calc\n"
    )


@pytest.mark.parametrize(
    ("platform", "how"),
    [
        ("win32", "Installera LibreOffice: winget install TheDocumentFoundation.LibreOffice"),
        ("darwin", "Installera LibreOffice från libreoffice.org"),
        ("freebsd", "Installera LibreOffice från libreoffice.org"),
    ],
)
def test_how_libreoffice_is_installed_follows_the_platform(
    monkeypatch: pytest.MonkeyPatch, platform: str, how: str
) -> None:
    monkeypatch.setattr("deckbuilder.office.finding.sys.platform", platform)
    assert finding.install() == how


def test_powerpoint_is_refused_where_it_is_not(project: Workspace) -> None:
    result = _export(project, "--with", "powerpoint")
    sentence = "DB856 PowerPoint kan bara användas på Windows, där det är installerat. "
    assert (result.exit_code, result.stderr) == (
        2,
        f"{sentence}Ta --with libreoffice, eller exportera i PowerPoint själv.\n",
    )


def test_pictures_without_pdfium_are_refused_before_the_work_begins(
    project: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "find_libreoffice", lambda: project.deck)
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    result = _export(project, "--to", "png")
    sentence = "DB854 För bilder behövs pypdfium2. Installera det med: pip install pypdfium2\n"
    assert (result.exit_code, result.stderr) == (2, sentence)


def test_powerpoint_is_taken_before_libreoffice_and_all_forms_go_through_it(
    project: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a stand-in for PowerShell, which writes what it was asked for."""
    script = (
        "#!/bin/sh\nshift 6\nwhile [ $# -gt 1 ]; do case $1 in -To) to=$2;; -What) what=$2;; esac; shift 2; done\n"
        'if [ "$what" = png ]; then echo 1 > "$to/0001.png"; echo 2 > "$to/0002.png"; else echo "$what" > "$to"; fi\n'
    )
    powershell = program(tmp_path / "powershell", script)
    monkeypatch.setattr(engines, "find_powerpoint", lambda: powershell)
    result = _export(project, "--to", "pdf", "--to", "png", "--to", "handout")
    assert result.exit_code == 0, result.output
    assert [line.rpartition(" ")[2] for line in result.stdout.splitlines()] == ["(PowerPoint)."] * 3
    output = project.deck.parent
    assert (output / "manadsrapport-2024-07.pdf").read_text() == "pdf\n"
    assert (output / "manadsrapport-2024-07-handout.pdf").read_text() == "notes\n"
    pictures = sorted((output / "manadsrapport-2024-07-bilder").iterdir())
    assert [picture.read_text() for picture in pictures] == ["1\n", "2\n"]


def test_nothing_is_written_when_one_of_the_forms_fails(
    project: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = '#!/bin/sh\n[ "${12}" = notes ] && exit 1\necho "${12}" > "${10}"\n'
    powershell = program(tmp_path / "powershell", script)
    monkeypatch.setattr(engines, "find_powerpoint", lambda: powershell)
    before = sorted(project.deck.parent.iterdir())
    result = _export(project, "--to", "pdf", "--to", "handout")
    assert result.stderr.splitlines()[2:] == [
        (
            "output/manadsrapport-2024-07.pptx: DB855 PowerPoint kunde inte göra det. "
            "Öppna PowerPoint, stäng de rutor som väntar på svar, och försök igen. Eller ta --with libreoffice."
        ),
        "Ett fel. Inget är skrivet. Mer om felet: deckbuilder explain DB855",
    ]
    assert sorted(project.deck.parent.iterdir()) == before


def test_a_deck_that_the_program_cannot_take_is_told(
    project: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "find_libreoffice", lambda: program(tmp_path / "soffice"))
    result = _export(project)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[1:] == [
        (
            "output/manadsrapport-2024-07.pptx: DB853 LibreOffice startar inte som det ska. "
            "Starta det en gång själv och se vad det säger, eller installera om det."
        ),
        "Ett fel. Inget är skrivet. Mer om felet: deckbuilder explain DB853",
    ]
    assert not project.deck.with_suffix(".pdf").exists()
