"""How the text of a shape is set: sizes, weight and spacing, inherited as PowerPoint does it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from PIL import ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
POINT = 12700
_TITLES = {"title", "ctrTitle"}
_SMALL_PRINT = {"dt", "ftr", "sldNum"}


@dataclass(frozen=True)
class Style:
    """A paragraph level's text: size and space before in points, indent in EMU, line spacing as a share."""

    size: float
    bold: bool
    indent: int
    before: float
    spacing: float


class FontFiles:
    """Measures with the font files themselves, independently of the widths that deckbuilder keeps."""

    def __init__(self, regular: str, bold: str) -> None:
        self._fonts = {False: ImageFont.truetype(regular, 1000), True: ImageFont.truetype(bold, 1000)}
        self.line = self._fonts[False].font.height / 1000  # with the font's own line gap, as PowerPoint sets it

    @cache  # noqa: B019 -- lives as long as the test session
    def width(self, text: str, size: float, bold: bool) -> float:
        """Return a text's width on one line in EMU."""
        return float(self._fonts[bold].getlength(text)) / 1000 * size * POINT

    def lines(self, words: list[tuple[str, float, bool]], room: float) -> int:
        """Return how many lines the words (text, size, bold) take in `room` EMU."""
        count, used = 1, 0.0
        for text, size, bold in words:
            wide, space = self.width(text, size, bold), self.width(" ", size, bold)
            if used and used + space + wide > room:
                count, used = count + 1, wide
            else:
                used += wide + (space if used else 0)
        return count


def frame(shape: Any) -> tuple[int, int, int, int]:
    """Return a shape's left, top, width and height in EMU, its layout's where it has none of its own."""
    return int(shape.left), int(shape.top), int(shape.width), int(shape.height)


def style(shape: Any, slide: Any, level: int) -> Style:
    """Return how a level of a shape's text is set."""
    found = list(_levels(shape, slide, level))

    def attribute(name: str, tag: str = "") -> str | None:
        homes = [home.find(f"{A}{tag}") if tag else home for home in found]
        return next((home.get(name) for home in homes if home is not None and home.get(name)), None)

    before = next((e.get("val") for home in found if (e := home.find(f"{A}spcBef/{A}spcPts")) is not None), "0")
    spacing = next((e.get("val") for home in found if (e := home.find(f"{A}lnSpc/{A}spcPct")) is not None), "100000")
    size = attribute("sz", "defRPr") or "1800"
    return Style(
        int(size) / 100,
        attribute("b", "defRPr") == "1",
        int(attribute("marL") or 0),
        int(before) / 100,
        int(spacing) / 100000,
    )


def insets(shape: Any, slide: Any) -> tuple[int, int, int, int]:
    """Return the room between a shape's frame and its text: left, top, right, bottom in EMU."""
    bodies = [home.find(f".//{A}bodyPr") for home in _homes(shape, slide)]
    sides = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
    values = []
    for side, usual in sides:
        given = next((body.get(side) for body in bodies if body is not None and body.get(side)), usual)
        values.append(int(given))
    return values[0], values[1], values[2], values[3]


def _levels(shape: Any, slide: Any, level: int) -> Iterator[Any]:
    for home in _homes(shape, slide):
        found = home.find(f".//{A}lstStyle/{A}lvl{level + 1}pPr")
        if found is not None:
            yield found
    if not shape.is_placeholder:
        return
    kind = shape._element.find(f".//{P}ph").get("type", "obj")
    name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _SMALL_PRINT else "bodyStyle"
    found = slide.slide_layout.slide_master.element.find(f".//{P}{name}/{A}lvl{level + 1}pPr")
    if found is not None:
        yield found


def _homes(shape: Any, slide: Any) -> list[Any]:
    """Return the elements that a shape takes its look from: itself, its layout's placeholder, its master's."""
    homes = [shape._element]
    if shape.is_placeholder:
        index = shape.placeholder_format.idx
        own = [p for p in slide.slide_layout.placeholders if p.placeholder_format.idx == index]
        homes += [placeholder.element for placeholder in own]
        kind = shape._element.find(f".//{P}ph").get("type", "obj")
        wanted = "title" if kind in _TITLES else kind if kind in _SMALL_PRINT else "body"
        master = slide.slide_layout.slide_master.placeholders
        homes += [p.element for p in master if p.element.find(f".//{P}ph").get("type") == wanted]
    return homes
