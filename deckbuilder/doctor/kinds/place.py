"""Where the project lies: in a folder that is synchronised, or so deep that Windows cannot save there."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import note, well

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "Platsen", 90, True
_SYNCHRONISED = ("onedrive", "sharepoint", "dropbox", "google drive")
_LONGEST = 259
_OUR_LONGEST = "output/.versions/ 2024-07-31 12.00.00 (2).pptx"


def look(where: Where) -> Iterator[Finding]:
    """Tell of a place that can give trouble."""
    root = where.found.root
    service = next((part for part in root.parts if part.casefold().startswith(_SYNCHRONISED)), "")
    if service:
        sentence = f"Mappen synkas ({service}). Synken kan låsa filer medan de skrivs."
        remedy = "Går en rapport inte att spara: vänta tills synken är klar, eller bygg i en mapp utanför."
        yield note(sentence, remedy)
    longest = len(str(root)) + 1 + len(_OUR_LONGEST) + max(map(len, where.reports), default=0) + len("-2024-07")
    is_too_long = longest > _LONGEST and not _takes_long_paths()
    if is_too_long:
        sentence = f"Sökvägen är så lång att filer i output/.versions/ får {longest} tecken. Windows tar {_LONGEST}."
        yield note(sentence, "Flytta rapportmappen närmare enhetens rot, till exempel C:\\Rapporter.")
    if not service and not is_too_long:
        yield well("Mappen synkas inte, och sökvägen är inte för lång.")


def _takes_long_paths() -> bool:
    """Tell whether the system has no limit for paths, or has been told to have none."""
    if sys.platform != "win32":
        return True
    registry = import_module("winreg")
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
            return bool(registry.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False
