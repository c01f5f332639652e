"""Whether files can be written where decks, a month's input and temporary files go."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import fault, note, well

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "Skriva", 80, False
_REMEDY = "Be den som äger mappen om rätt att skriva, eller flytta rapportmappen till en egen mapp."


def look(where: Where) -> Iterator[Finding]:
    """Try to write a file in each folder."""
    if _is_writable(Path(gettempdir())):
        yield well(f"Tillfälliga filer kan skrivas i {gettempdir()}.")
    else:
        sentence = f"Tillfälliga filer kan inte skrivas i {gettempdir()}. PDF och bilder kan inte göras."
        yield note(sentence, "Peka ut en annan mapp med miljövariabeln TMP (TMPDIR på Mac och Linux).")
    if where.project is None:
        return
    if _is_writable(where.project.root / "output"):
        yield well("Rapporter kan sparas i output/.")
    else:
        yield fault("Rapporter kan inte sparas i output/.", _REMEDY)
    if _is_writable(where.project.root / "input"):
        yield well("Filer kan läggas i input/.")
    else:
        yield note("Filer kan inte läggas i input/. Då går inte deckbuilder new och keep.", _REMEDY)


def _is_writable(folder: Path) -> bool:
    """Tell whether a file can be written in a folder, or the folder made if it is not there."""
    home = folder if folder.exists() else folder.parent
    try:
        with TemporaryFile(dir=home) as file:
            file.write(b"deckbuilder")
    except OSError:
        return False
    return True
