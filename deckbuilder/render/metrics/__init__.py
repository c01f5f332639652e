"""How wide text is, from the fonts' own advance widths: the same answer on every machine."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

FALLBACK = "Arial"
_POINT = 12700


@dataclass(frozen=True)
class Font:
    """A font's advance widths in thousandths of its size, and its line height as a multiple of it."""

    name: str
    line: float
    regular: dict[str, int]
    bold: dict[str, int]

    def width(self, text: str, size: float, *, bold: bool = False) -> int:
        """Return the width of a text on one line, in EMU, at `size` points."""
        return round(_thousandths(self.name, text, bold) * size * _POINT / 1000)

    def line_height(self, size: float) -> int:
        """Return the height of a line in EMU."""
        return round(self.line * size * _POINT)

    def lines(self, text: str, size: float, width: int, *, bold: bool = False) -> int:
        """Return how many lines the text takes in a box of `width` EMU, broken at spaces."""
        room = max(width * 1000 / (size * _POINT), _thousandths(self.name, "m", bold))
        space = _thousandths(self.name, " ", bold)
        count, used = 1, 0.0
        for word in text.split(" "):
            length = _thousandths(self.name, word, bold)
            if used and used + space + length > room:
                count, used = count + 1, length
            else:
                used += length + (space if used else 0)
            if used > room:  # a word wider than the box breaks inside
                count, used = count + int(used // room), used % room
        return count


@cache
def font(name: str) -> Font:
    """Return a font's widths; those of Arial, which is wider than most, when they are not known."""
    place = files(__package__) / f"{name.lower()}.json"
    if not place.is_file():
        return font(FALLBACK)
    data = json.loads(place.read_text(encoding="utf-8"))
    return Font(data["font"], data["line"], data["regular"], data["bold"])


@lru_cache(maxsize=20_000)
def _thousandths(name: str, text: str, bold: bool) -> int:  # noqa: FBT001 -- a cache takes no keywords
    """Return a text's width in thousandths of its size: the same words are measured at several sizes."""
    known = font(name).bold if bold else font(name).regular
    wide = known["m"]
    return sum(known.get(sign, wide) for sign in text)
