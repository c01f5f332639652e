"""How wide text is, from the fonts' own advance widths.

Those of Calibri and Arial are kept here, so that they are the same on every machine. Another font is measured from
its own file when the machine has it, else as one with the same widths, else as Arial, which is wider than most.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from deckbuilder.render.metrics import installed
from deckbuilder.render.metrics.sfnt import FontFileError, widths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FALLBACK = "Arial"
_POINT = 12700
_EM = 1000
_BOLDER = 1.08
_TWINS = (
    ("Arial", "Helvetica", "Liberation Sans", "Arimo"),
    ("Calibri", "Carlito"),
    ("Cambria", "Caladea"),
    ("Times New Roman", "Liberation Serif", "Tinos"),
    ("Courier New", "Liberation Mono", "Cousine"),
    ("Georgia", "Gelasio"),
    ("Segoe UI", "Selawik"),
    ("Arial Narrow", "Liberation Sans Narrow"),
)
"""Families of which each has the others' widths."""


@dataclass(frozen=True, eq=False)
class Font:
    """A font's advance widths in thousandths of its size, and its line height as a multiple of it.

    `stands_for` is the font that was asked for, `is_alike` whether that one has the same widths.
    """

    name: str
    line: float
    regular: dict[str, int]
    bold: dict[str, int]
    stands_for: str = ""
    is_alike: bool = True

    def width(self, text: str, size: float, *, bold: bool = False) -> int:
        """Return the width of a text on one line, in EMU, at `size` points."""
        return round(_thousandths(self, text, bold) * size * _POINT / 1000)

    def line_height(self, size: float) -> int:
        """Return the height of a line in EMU."""
        return round(self.line * size * _POINT)

    def lines(self, text: str, size: float, width: int, *, bold: bool = False) -> int:
        """Return how many lines the text takes in a box of `width` EMU, broken at spaces."""
        room = max(width * 1000 / (size * _POINT), _thousandths(self, "m", bold))
        space = _thousandths(self, " ", bold)
        count, used = 1, 0.0
        for word in text.split(" "):
            length = _thousandths(self, word, bold)
            if used and used + space + length > room:
                count, used = count + 1, length
            else:
                used += length + (space if used else 0)
            if used > room:  # a word wider than the box breaks inside
                count, used = count + int(used // room), used % room
        return count

    @property
    def warning(self) -> str:
        """What staff should know of a font that was measured as another one; "" when it was not."""
        if not self.stands_for:
            return ""
        what = f"Teckensnittet {self.stands_for} finns inte på den här datorn. Texten mäts som {self.name}"
        if self.is_alike:
            return f"{what}, som har samma bredder. Du behöver inte göra något."
        return f"{what}, som är brett. Installera {self.stands_for}, så mäts texten rätt."


@cache
def font(name: str) -> Font:
    """Return a font's widths, those that are kept or those of this machine."""
    return measured(name, installed.folders())


def measured(name: str, within: Iterable[Path]) -> Font:
    """Return a font's widths: kept, or read in a folder, or else those of one that is alike, or of Arial."""
    places = tuple(within)
    found = _kept(name, name) or _read(name, name, places)
    for twin in alike(name) if found is None else ():
        found = found or _kept(twin, name) or _read(twin, name, places)
    if found is not None:
        return found
    arial = _data(FALLBACK)
    return Font(arial["font"], arial["line"], arial["regular"], arial["bold"], name, is_alike=False)


def alike(name: str) -> tuple[str, ...]:
    """Return the families that have the widths of one, itself among them; none when no such are known."""
    return next((group for group in _TWINS if name.casefold() in map(str.casefold, group)), ())


def _kept(name: str, asked: str) -> Font | None:
    if not name or not (files(__package__) / f"{name.lower()}.json").is_file():
        return None
    data = _data(name)
    stands_for = "" if name == asked else asked
    return Font(data["font"], data["line"], data["regular"], data["bold"], stands_for)


@cache
def _data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((files(__package__) / f"{name.lower()}.json").read_text(encoding="utf-8"))
    return found


def _read(name: str, asked: str, places: tuple[Path, ...]) -> Font | None:
    """Return a font as its files have it; None when there are none, or none that can be read."""
    try:
        faces = installed.family(name, places)
        if faces is None:
            return None
        regular, line = widths(faces[0])
        bold = widths(faces[1])[0] if faces[1] else {sign: round(wide * _BOLDER) for sign, wide in regular.items()}
    except (FontFileError, OSError):
        return None
    return Font(name, line, regular, bold, "" if name == asked else asked)


@lru_cache(maxsize=20_000)
def _thousandths(font: Font, text: str, bold: bool) -> int:  # noqa: FBT001 -- a cache takes no keywords
    """Return a text's width in thousandths of its size: the same words are measured at several sizes.

    A no-break space is drawn as a space, also where the font has none of its own.
    """
    known = font.bold if bold else font.regular
    return sum(known.get(sign, _EM) for sign in text.replace("\u00a0", " "))
