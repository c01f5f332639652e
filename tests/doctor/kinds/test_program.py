from __future__ import annotations

import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from tests.doctor.looking import found
from tests.programs import program

if TYPE_CHECKING:
    import pytest

OWN = Path(sysconfig.get_path("scripts"))


def test_the_program_on_the_path_is_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(OWN))
    assert found("program") == [("OK", "Körs när du skriver deckbuilder.", "")]


def test_a_program_that_is_not_on_the_path_is_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert found("program") == [("OK", f"Körs som {OWN / 'deckbuilder'}.", "")]


def test_another_program_of_the_name_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = program(tmp_path / "deckbuilder")
    monkeypatch.setenv("PATH", f"{tmp_path}:{OWN}")
    sentence = f"När du skriver deckbuilder körs {other}, som är ett annat än det här."
    remedy = f"Skriv {OWN / 'deckbuilder'}, eller aktivera miljön först."
    assert found("program") == [("Obs", sentence, remedy)]


def test_another_package_of_the_name_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "deckbuilder-2.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: deckbuilder\nVersion: 2.0\n", encoding="utf-8")
    (folder / "entry_points.txt").write_text("[console_scripts]\ndeckbuilder = deckbuilder.main:run\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PATH", str(OWN))
    assert found("program")[0] == (
        "Obs",
        "Ett annat paket som heter deckbuilder är installerat i samma Python.",
        "Ta bort det med: pip uninstall deckbuilder. Installera sedan det här på nytt.",
    )
