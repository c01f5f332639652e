"""PowerPoint and LibreOffice: whether they are there, and whether they can turn a slide into a PDF."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import note, well
from deckbuilder.doctor.one_slide import one_slide
from deckbuilder.office.errors import OfficeError
from deckbuilder.office.finding import find_libreoffice, find_powerpoint, install, version
from deckbuilder.office.libreoffice import LibreOffice
from deckbuilder.office.powerpoint import PowerPoint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "Office", 50, False
_LEAST = (7, 4)
_PARTS = {"libsdlo.so": ("Impress", "libreoffice-impress"), "libsclo.so": ("Calc", "libreoffice-calc")}


def look(where: Where) -> Iterator[Finding]:  # noqa: ARG001 -- the form of a check
    """Tell which program makes PDF and pictures. The build needs none."""
    powershell, program = find_powerpoint(), find_libreoffice()
    if powershell is not None:
        yield _tried("PowerPoint", PowerPoint(powershell).pdf)
    if program is not None:
        yield from _libreoffice(program)
    if powershell is None and program is None:
        yield note("PDF och bilder kan inte göras: varken PowerPoint eller LibreOffice finns.", install())


def _libreoffice(program: Path) -> Iterator[Finding]:
    name = f"LibreOffice {version(program)}".strip()
    if _is_old(version(program)):
        yield note(f"{name} är för gammalt för PDF med taggar.", "Installera version 7.4 eller senare.")
    for part, package in _lacking(program.resolve().parent):
        yield note(f"LibreOffice saknar {part}. Bilder blir ofullständiga.", f"Installera: sudo apt install {package}")
    with LibreOffice(program, patience=60) as office:
        yield _tried(name, office.pdf)


def _is_old(words: str) -> bool:
    numbers = tuple(int(number) for number in words.split(".") if number.isdecimal())
    return bool(numbers) and numbers < _LEAST


def _lacking(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the parts that a Linux distribution packages by themselves and that are not there."""
    if sys.platform == "linux" and (folder / "soffice.bin").exists():
        yield from (package for file, package in _PARTS.items() if not (folder / file).exists())


def _tried(name: str, pdf: Callable[[bytes], bytes]) -> Finding:
    started = perf_counter()
    try:
        pdf(one_slide())
    except OfficeError as error:
        remedy = "Starta programmet en gång själv och se vad det säger, eller installera om det."
        return note(f"{name} finns, men kan inte göra PDF.", f"{remedy} Mer: deckbuilder explain {error.code}")
    took = f"{perf_counter() - started:.1f}".replace(".", ",")
    return well(f"{name} gör PDF (en bild på {took} sekunder, med start).")
