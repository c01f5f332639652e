"""Finds the fonts that the machine has, by their family's name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuilder.render.metrics.sfnt import Face, FontFileError, faces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SUFFIXES = {".ttf", ".otf", ".ttc"}
_REGULAR, _BOLD, _HEAVY = 400, 700, 600


def folders() -> tuple[Path, ...]:
    """Return where Windows, macOS, Office and Linux keep their fonts; those that exist here."""
    home = Path.home()
    local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local")) / "Microsoft"
    known = (
        Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
        local / "Windows/Fonts",
        local / "FontCache/4/CloudFonts",
        Path("/System/Library/Fonts"),
        Path("/Library/Fonts"),
        home / "Library/Fonts",
        home / "Library/Group Containers/UBF8T346G9.Office/FontCache/4/CloudFonts",
        Path("/Applications/Microsoft PowerPoint.app/Contents/Resources/DFonts"),
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path(os.environ.get("XDG_DATA_HOME", home / ".local/share")) / "fonts",
        home / ".fonts",
    )
    return tuple(folder for folder in known if folder.is_dir())


def family(name: str, within: Iterable[Path]) -> tuple[Face, Face | None] | None:
    """Return a family's regular face, and its bold one if there is any; None when the machine lacks the family."""
    wanted = name.casefold()
    upright = [f for f in _all_faces(within) if wanted in {f.family.casefold(), f.group.casefold()} and not f.is_italic]

    def distance(face: Face, weight: int) -> tuple[int, bool, int, str]:
        is_of_group = face.family.casefold() != wanted
        return abs(face.wide - 5), is_of_group, abs(face.weight - weight), str(face.path)

    regular = min((f for f in upright if f.weight < _HEAVY), key=lambda face: distance(face, _REGULAR), default=None)
    bold = min((f for f in upright if f.weight >= _HEAVY), key=lambda face: distance(face, _BOLD), default=None)
    return (regular, bold) if regular is not None else None


def _all_faces(within: Iterable[Path]) -> Iterator[Face]:
    for folder in within:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in _SUFFIXES:
                try:
                    yield from faces(path)
                except (FontFileError, OSError):
                    continue  # a broken font is not this report's fault
