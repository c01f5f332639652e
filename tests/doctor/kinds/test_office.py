from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from deckbuilder.doctor.kinds import office
from tests.doctor.looking import found
from tests.programs import program
from tests.rendering import needs

if TYPE_CHECKING:
    from pathlib import Path

REPAIR = "Starta programmet en gång själv och se vad det säger, eller installera om det."


@pytest.mark.rendering
@needs("soffice")
def test_libreoffice_is_tried_with_a_slide() -> None:
    ((level, sentence, remedy),) = found("office")
    assert (level, remedy) == ("OK", "")
    assert re.fullmatch(r"LibreOffice \d+\.\d+ gör PDF \(en bild på \d+,\d sekunder, med start\)\.", sentence)


def test_a_computer_without_office_can_build_all_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("deckbuilder.office.finding.sys.platform", "win32")
    monkeypatch.setattr("deckbuilder.office.finding._is_registered", lambda _: False)
    sentence = "PDF och bilder kan inte göras: varken PowerPoint eller LibreOffice finns."
    remedy = "Installera LibreOffice: winget install TheDocumentFoundation.LibreOffice"
    assert found("office") == [("Obs", sentence, remedy)]


def test_a_libreoffice_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(office, "find_libreoffice", lambda: program(tmp_path / "soffice"))
    assert found("office") == [
        ("Obs", "LibreOffice finns, men kan inte göra PDF.", f"{REPAIR} Mer: deckbuilder explain DB853")
    ]


def test_an_old_libreoffice_without_calc_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    soffice = program(tmp_path / "soffice")
    (tmp_path / "bootstraprc").write_text("[Bootstrap]\nProductKey=LibreOffice 7.2\n", encoding="utf-8")
    for part in ("soffice.bin", "libsdlo.so"):
        (tmp_path / part).touch()
    monkeypatch.setattr(office, "find_libreoffice", lambda: soffice)
    monkeypatch.setattr("deckbuilder.doctor.kinds.office.sys.platform", "linux")
    assert found("office")[:2] == [
        ("Obs", "LibreOffice 7.2 är för gammalt för PDF med taggar.", "Installera version 7.4 eller senare."),
        ("Obs", "LibreOffice saknar Calc. Bilder blir ofullständiga.", "Installera: sudo apt install libreoffice-calc"),
    ]


def test_powerpoint_is_tried_with_a_slide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    powershell = program(tmp_path / "powershell")
    monkeypatch.setattr(office, "find_libreoffice", lambda: None)
    monkeypatch.setattr(office, "find_powerpoint", lambda: powershell)
    sentence = "PowerPoint finns, men kan inte göra PDF."
    assert found("office") == [("Obs", sentence, f"{REPAIR} Mer: deckbuilder explain DB855")]
