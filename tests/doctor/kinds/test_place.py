from __future__ import annotations

import sys
from contextlib import nullcontext
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from tests.doctor.looking import found

if TYPE_CHECKING:
    from pathlib import Path


def _project(folder: Path) -> Path:
    (folder / "config").mkdir(parents=True)
    return folder


def test_a_common_folder_is_well(tmp_path: Path) -> None:
    sentence = "Mappen synkas inte, och sökvägen är inte för lång."
    assert found("place", _project(tmp_path / "rapporter")) == [("OK", sentence, "")]


def test_a_synchronised_folder_is_told(tmp_path: Path) -> None:
    root = _project(tmp_path / "OneDrive - Region Norr" / "rapporter")
    sentence = "Mappen synkas (OneDrive - Region Norr). Synken kan låsa filer medan de skrivs."
    remedy = "Går en rapport inte att spara: vänta tills synken är klar, eller bygg i en mapp utanför."
    assert found("place", root) == [("Obs", sentence, remedy)]


@pytest.mark.parametrize(("long_paths", "is_told"), [(0, True), (None, True), (1, False)])
def test_a_path_that_windows_does_not_take_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, long_paths: int | None, *, is_told: bool
) -> None:
    def value(key: object, name: str) -> tuple[int | None, int]:
        assert (key, name) == ("nyckel", "LongPathsEnabled")
        if long_paths is None:
            raise FileNotFoundError
        return long_paths, 4

    registry = SimpleNamespace(HKEY_LOCAL_MACHINE=2, OpenKey=lambda *_: nullcontext("nyckel"), QueryValueEx=value)
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr("deckbuilder.doctor.kinds.place.sys.platform", "win32")
    root = _project(tmp_path / ("djup " * 20) / ("mapp " * 20).strip())
    ((level, sentence, _),) = found("place", root)
    told = f"Sökvägen är så lång att filer i output/.versions/ får {len(str(root)) + 55} tecken. Windows tar 259."
    assert (level, sentence) == (
        ("Obs", told) if is_told else ("OK", "Mappen synkas inte, och sökvägen är inte för lång.")
    )


def test_other_systems_take_long_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckbuilder.doctor.kinds.place.sys.platform", "linux")
    assert found("place", _project(tmp_path / ("djup " * 20) / ("mapp " * 20).strip()))[0][0] == "OK"
