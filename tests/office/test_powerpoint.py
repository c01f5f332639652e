"""The command that drives PowerPoint, before a stand-in for PowerShell: PowerPoint itself is on Windows only."""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from deckbuilder.office.errors import OfficeError
from deckbuilder.office.powerpoint import PowerPoint
from tests.programs import program

SCRIPT = (files("deckbuilder.office") / "powerpoint.ps1").read_bytes()
REMEDY = "Öppna PowerPoint, stäng de rutor som väntar på svar, och försök igen. Eller ta --with libreoffice."
STAND_IN = """#!{python}
import json, sys, time
from pathlib import Path
told = sys.argv[1:]
given = dict(zip(told[6::2], told[7::2]))
Path({notes!r}).write_text(json.dumps([told[:6], given, Path(given["-Deck"]).read_text()]))
{what}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sort of name that people have, where temporary files go."""
    folder = tmp_path / 'Åsa O\'Öst & co "x" $env;%TEMP%'
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def _powershell(folder: Path, what: str) -> Path:
    text = STAND_IN.format(python=sys.executable, notes=str(folder / "given.json"), what=what)
    return program(folder / "powershell", text)


@pytest.mark.parametrize(("notes", "what"), [(False, "pdf"), (True, "notes")])
def test_a_pdf_is_asked_for_with_paths_as_they_are(folder: Path, *, notes: bool, what: str) -> None:
    program = _powershell(folder, 'Path(given["-To"]).write_bytes(b"%PDF")')
    assert PowerPoint(program).pdf(b"PK", notes=notes) == b"%PDF"
    options, given, deck = json.loads((folder / "given.json").read_text())
    assert options[:5] == ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File"]
    assert Path(options[5]).read_bytes() == SCRIPT
    job = Path(given["-Deck"]).parent
    assert (job.parent, deck) == (folder, "PK")
    assert given == {
        "-Deck": str(job / "rapport.pptx"),
        "-To": str(job / "rapport.pdf"),
        "-What": what,
        "-Fault": str(job / "fel.txt"),
    }
    assert not job.exists()


def test_pictures_come_in_the_order_of_the_slides(folder: Path) -> None:
    wanted = 'for n in (10, 9, 1): (Path(given["-To"]) / f"{n:04}.png").write_text(f"{n} of {given[\'-Width\']}")'
    made = PowerPoint(_powershell(folder, wanted)).pictures(b"PK", 1200)
    assert made == [b"1 of 1200", b"9 of 1200", b"10 of 1200"]


def test_what_powerpoint_says_is_told(folder: Path) -> None:
    what = 'Path(given["-Fault"]).write_text("PowerPoint kunde inte\\nöppna filen.", "utf-8"); sys.exit(1)'
    with pytest.raises(OfficeError) as caught:
        PowerPoint(_powershell(folder, what)).pdf(b"PK")
    assert str(caught.value) == f"PowerPoint kunde inte göra det (PowerPoint kunde inte öppna filen.). {REMEDY}"
    assert caught.value.code == "DB855"


def test_a_pdf_that_does_not_come_is_told(folder: Path) -> None:
    with pytest.raises(OfficeError) as caught:
        PowerPoint(_powershell(folder, "")).pdf(b"PK")
    assert (str(caught.value), caught.value.code) == (f"PowerPoint gav ingen PDF. {REMEDY}", "DB855")


def test_a_powerpoint_that_waits_for_an_answer_is_given_up(folder: Path) -> None:
    with pytest.raises(OfficeError) as caught:
        PowerPoint(_powershell(folder, "time.sleep(60)"), seconds=1).pdf(b"PK")
    assert (str(caught.value), caught.value.code) == (f"PowerPoint blev inte klart på 1 sekunder. {REMEDY}", "DB852")


def test_the_script_is_ascii_as_windows_powershell_needs() -> None:
    assert SCRIPT.isascii()


def test_the_script_takes_the_parameters_that_it_is_given() -> None:
    text = SCRIPT.decode()
    for name in ("Deck", "To", "What", "Width", "Fault"):
        assert f"${name}" in text.partition("\n)")[0]


def test_the_script_opens_read_only_without_a_window_and_asks_for_tags() -> None:
    """Presentations.Open: read only, not untitled, no window. The thirteenth argument is DocStructureTags."""
    text = SCRIPT.decode()
    assert "Presentations.Open($Deck, -1, 0, 0)" in text
    arguments = text.partition("ExportAsFixedFormat2(")[2].partition(")")[0].split(", ")
    assert len(arguments) == 16
    assert arguments[12] == "$true"


def test_the_script_leaves_a_powerpoint_that_people_have_open() -> None:
    assert "if (-not $wasRunning -and $app.Presentations.Count -eq 0) { $app.Quit() }" in SCRIPT.decode()
