"""Where the computer has LibreOffice and PowerPoint, if it has them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERSION = re.compile(r"^ProductKey=.*?([\d.]+)\s*$", re.MULTILINE)
_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_INSTALL = {
    "win32": "Installera LibreOffice: winget install TheDocumentFoundation.LibreOffice",
    "darwin": "Installera LibreOffice från libreoffice.org",
    "linux": "Installera LibreOffice: sudo apt install libreoffice-impress libreoffice-calc",
}


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program, None when the computer has none."""
    return next((path for path in _candidates() if path.is_file()), None)


def _candidates() -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            yield Path(found)
    if sys.platform == "win32":
        for root in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
            if folder := os.environ.get(root):
                yield Path(folder) / "LibreOffice" / "program" / "soffice.com"
    if sys.platform == "darwin":
        yield Path(_MAC)
        yield Path.home() / _MAC.lstrip("/")
    if sys.platform == "linux":
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def find_powerpoint() -> Path | None:
    """Return the PowerShell that can drive PowerPoint: on Windows with PowerPoint installed, else None."""
    if sys.platform != "win32" or not _is_registered("PowerPoint.Application"):
        return None
    found = shutil.which("powershell")
    return Path(found) if found else None


def _is_registered(program: str) -> bool:
    """Tell whether Windows knows a program that can be driven from others."""
    registry = import_module("winreg")
    try:
        registry.CloseKey(registry.OpenKey(registry.HKEY_CLASSES_ROOT, rf"{program}\CLSID"))
    except OSError:
        return False
    return True


def version(program: Path) -> str:
    """Return LibreOffice's version (`24.2`), from the file beside its program; "" when that is not there."""
    home = program.resolve().parent
    for path in (home / "bootstraprc", home / "bootstrap.ini", home.parent / "Resources" / "bootstraprc"):
        if path.is_file():
            found = _VERSION.search(path.read_text(encoding="utf-8", errors="replace"))
            return found[1] if found else ""
    return ""


def install() -> str:
    """Return how LibreOffice is installed on this platform."""
    return _INSTALL.get(sys.platform, _INSTALL["darwin"])
