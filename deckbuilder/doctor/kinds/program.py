"""Which deckbuilder runs when people type its name, and whether it is this one."""

from __future__ import annotations

import os
import sys
import sysconfig
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import note, well

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "Programmet", 30, False
_OURS = "deckbuilder.cli:main"
_NAMES = ("deckbuilder", "deckbuilder.exe", "deckbuilder.cmd", "deckbuilder.bat")


def look(where: Where) -> Iterator[Finding]:  # noqa: ARG001 -- the form of a check
    """Tell of another package with the name, which PyPI has, and of another program before this one on the PATH."""
    if any(_is_foreign(name) for name in _entry_points()):
        sentence = "Ett annat paket som heter deckbuilder är installerat i samma Python."
        yield note(sentence, "Ta bort det med: pip uninstall deckbuilder. Installera sedan det här på nytt.")
    own = Path(sysconfig.get_path("scripts"))
    first = next(_on_path(), None)
    if first is not None and not _is_same(first.parent, own):
        sentence = f"När du skriver deckbuilder körs {first}, som är ett annat än det här."
        yield note(sentence, f"Skriv {_typed(own)}, eller aktivera miljön först.")
    elif first is None:
        yield well(f"Körs som {_typed(own)}.")
    else:
        yield well("Körs när du skriver deckbuilder.")


def _entry_points() -> Iterator[str]:
    for found in distributions(name="deckbuilder"):
        scripts = [one for one in found.entry_points if one.group == "console_scripts"]
        yield next((one.value for one in scripts if one.name == "deckbuilder"), "")


def _is_foreign(entry_point: str) -> bool:
    return entry_point != _OURS


def _on_path() -> Iterator[Path]:
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        for name in _NAMES if folder else ():
            if (path := Path(folder) / name).is_file():
                yield path


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _typed(folder: Path) -> str:
    """Return the program in a folder as people type it."""
    return str(folder / ("deckbuilder.exe" if sys.platform == "win32" else "deckbuilder"))
