"""Where LibreOffice and PowerPoint are looked for, on each platform."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from deckbuilder.office import finding
from deckbuilder.office.finding import find_libreoffice, find_powerpoint

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give a computer of a platform with nothing on its PATH."""

    def is_on(platform: str) -> None:
        monkeypatch.setattr(finding, "sys", SimpleNamespace(platform=platform))
        monkeypatch.setattr(shutil, "which", lambda _: None)

    return is_on


def _program(path: Path) -> Path:
    path.parent.mkdir(parents=True)
    path.touch()
    return path


def test_libreoffice_on_the_path_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.touch()
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_libreoffice() == program


@pytest.mark.parametrize("root", ["PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"])
def test_on_windows_it_is_found_among_the_programs(
    on: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: str
) -> None:
    on("win32")
    for other in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(root, str(tmp_path))
    assert find_libreoffice() is None
    program = _program(tmp_path / "LibreOffice" / "program" / "soffice.com")
    assert find_libreoffice() == program


def test_on_a_mac_it_is_found_among_the_users_programs(
    on: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    on("darwin")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert find_libreoffice() is None
    program = _program(tmp_path / "Applications/LibreOffice.app/Contents/MacOS/soffice")
    assert find_libreoffice() == program


def test_powerpoint_is_found_on_windows_alone() -> None:
    assert find_powerpoint() is None


@pytest.mark.parametrize("is_registered", [True, False])
def test_powerpoint_is_driven_by_powershell_where_windows_knows_it(
    monkeypatch: pytest.MonkeyPatch, *, is_registered: bool
) -> None:
    def opened(root: int, key: str) -> object:
        assert (root, key) == (1, r"PowerPoint.Application\CLSID")
        if not is_registered:
            raise FileNotFoundError
        return object()

    registry = SimpleNamespace(HKEY_CLASSES_ROOT=1, OpenKey=opened, CloseKey=lambda _: None)
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(finding, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(shutil, "which", {"powershell": r"C:\Windows\powershell.exe"}.get)
    assert find_powerpoint() == (Path(r"C:\Windows\powershell.exe") if is_registered else None)
