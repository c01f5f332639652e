"""Finds what would look broken on a slide: text that spills, shapes that lie on each other, text that is too small."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from pptx import Presentation
from pptx.util import Emu

from tests.decks.style import POINT, A, FontFiles, Style, frame, insets, style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAST = {"table": 11, "chart": 10, "drawing": 12, "small": 10, "body": 16, "title": 20}
_SMALL = ("source", "date", "footer", "number")
_SLACK = 1.02
_CELL = Style(size=18, bold=False, indent=0, before=0, spacing=1)


class Rect(NamedTuple):
    """A rectangle in EMU."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Rect) -> tuple[float, float]:
        """Return how far two rectangles lie over each other, across and down; negative when they do not."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across, down


@dataclass(frozen=True)
class _Text:
    """A shape's text as it is set: where it stands, and how much of its frame it takes."""

    name: str
    extent: Rect
    room: tuple[float, float]
    needs: tuple[float, float]
    least: float


def faults(deck: Path, fonts: FontFiles) -> list[str]:
    """Return what is wrong with each slide of a saved deck, as `slide/shape: what`."""
    presentation = Presentation(str(deck))
    size = int(presentation.slide_width or 0), int(presentation.slide_height or 0)
    return [fault for slide in presentation.slides for fault in slide_faults(slide, size, fonts)]


def slide_faults(slide: Any, size: tuple[int, int], fonts: FontFiles) -> Iterator[str]:
    """Yield what is wrong with one slide of a deck of a size in EMU."""
    shapes = list(slide.shapes)
    for shape in _leaves(shapes):
        yield from _outside(shape, size)
    yield from _overlaps(shapes)
    texts = [_text(shape, slide, fonts) for shape in _leaves(shapes) if _words(shape)]
    for text in texts:
        yield from _spill(text)
        yield from _too_small(text)
    for one, other in combinations(texts, 2):
        across, down = one.extent.overlap(other.extent)
        if across > 2 * POINT and down > 2 * POINT:
            yield f"{one.name}: its text lies over that of {other.name}"
    for shape in shapes:
        if shape.has_table:
            yield from _table_faults(shape, fonts)
        if shape.has_chart:
            yield from _chart_faults(shape)


def _leaves(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if shape.shape_type == 6:  # a group
            yield from _leaves(shape.shapes)
        else:
            yield shape


def _rect(shape: Any) -> Rect:
    left, top, width, height = frame(shape)
    return Rect(left, top, left + width, top + height)


def _outside(shape: Any, size: tuple[int, int]) -> Iterator[str]:
    rect = _rect(shape)
    if rect.left < 0 or rect.top < 0 or rect.right > size[0] or rect.bottom > size[1]:
        yield f"{shape.name}: goes outside the slide"


def _overlaps(shapes: list[Any]) -> Iterator[str]:
    """Tell of blocks that lie over each other; small lines drawn in a table's cells are meant to."""
    blocks = [(shape.name, _rect(shape)) for shape in shapes if "/spark" not in shape.name]
    for (one, own), (other, its) in combinations(blocks, 2):
        across, down = own.overlap(its)
        if across > POINT and down > POINT:
            yield f"{one}: lies over {other}"


def _words(shape: Any) -> str:
    return shape.text_frame.text.strip() if shape.has_text_frame else ""


def _text(shape: Any, slide: Any, fonts: FontFiles) -> _Text:
    """Measure a shape's text."""
    rect, (left, top, right, bottom) = _rect(shape), insets(shape, slide)
    room = rect.right - rect.left - left - right, rect.bottom - rect.top - top - bottom
    widest, high, sizes = 0.0, 0.0, []
    for number, paragraph in enumerate(shape.text_frame.paragraphs):
        set_as = style(shape, slide, paragraph.level)
        words = _paragraph_words(paragraph, set_as)
        indent = _indent(paragraph, set_as)
        sizes += [size for _, size, _ in words]
        size = max((size for _, size, _ in words), default=set_as.size)
        count = fonts.lines(words, room[0] - indent)
        spaced = set_as.spacing if "/title" in shape.name or set_as.spacing < 1 else 1
        high += count * size * POINT * fonts.line * spaced + (set_as.before * POINT if number else 0)
        longest = max((fonts.width(*word) for word in words), default=0)
        spaces = fonts.width(" ", size, set_as.bold) * max(len(words) - 1, 0)
        whole = sum(fonts.width(*word) for word in words) + spaces
        widest = max(widest, indent + (min(whole, room[0] - indent) if count > 1 else whole), indent + longest)
    return _Text(shape.name, _extent(shape, rect, (widest, high)), room, (widest, high), min(sizes, default=99))


def _paragraph_words(paragraph: Any, set_as: Style) -> list[tuple[str, float, bool]]:
    words = []
    for run in paragraph._p.iter(f"{A}r", f"{A}fld"):
        properties = run.find(f"{A}rPr")
        size = float(properties.get("sz")) / 100 if properties is not None and properties.get("sz") else set_as.size
        given = properties.get("b") if properties is not None else None
        bold = set_as.bold if given is None else given == "1"
        words += [(word, size, bold) for word in run.findtext(f"{A}t").split(" ") if word]
    return words


def _indent(paragraph: Any, set_as: Style) -> int:
    own = paragraph._p.find(f"{A}pPr")
    return int(own.get("marL")) if own is not None and own.get("marL") else set_as.indent


def _extent(shape: Any, rect: Rect, needs: tuple[float, float]) -> Rect:
    """Return where a text stands in its frame, by alignment and anchor."""
    body = shape.text_frame._txBody.find(f"{A}bodyPr")
    first = next((p.find(f"{A}pPr") for p in shape.text_frame._txBody.iter(f"{A}p")), None)
    align = first.get("algn", "l") if first is not None else "l"
    wide, high = min(needs[0], rect.right - rect.left), needs[1]
    left = {"ctr": (rect.left + rect.right - wide) / 2, "r": rect.right - wide}.get(align, rect.left)
    anchor = body.get("anchor", "t")
    top = {"ctr": (rect.top + rect.bottom - high) / 2, "b": rect.bottom - high}.get(anchor, rect.top)
    return Rect(left, top, left + wide, top + high)


def _spill(text: _Text) -> Iterator[str]:
    if text.needs[1] > text.room[1] * _SLACK + POINT:
        yield f"{text.name}: text needs {text.needs[1] / POINT:.0f} points of height and has {text.room[1] / POINT:.0f}"
    if text.needs[0] > text.room[0] * _SLACK + POINT:
        wide, room = text.needs[0] / POINT, text.room[0] / POINT
        yield f"{text.name}: a word needs {wide:.0f} points of width and has {room:.0f}"


def _too_small(text: _Text) -> Iterator[str]:
    place = text.name.split("/")[1]
    is_drawn = text.name.count("/") > 1
    kind = "drawing" if is_drawn else "small" if place in _SMALL else "title" if place == "title" else "body"
    if text.least < LEAST[kind]:
        yield f"{text.name}: text of {text.least:g} points, less than {LEAST[kind]}"


def _table_faults(shape: Any, fonts: FontFiles) -> Iterator[str]:
    """Tell of rows that PowerPoint would have to heighten, of small text, and of a table larger than its frame."""
    table = shape.table
    rows = sum(row.height for row in table.rows)
    if abs(rows - shape.height) > POINT or abs(sum(column.width for column in table.columns) - shape.width) > POINT:
        yield f"{shape.name}: the rows and columns do not fill the table's frame"
    for number, row in enumerate(table.rows):
        for place, cell in enumerate(row.cells):
            if cell.is_spanned or not cell.text.strip():
                continue
            width = sum(table.columns[place + n].width for n in range(cell.span_width if cell.is_merge_origin else 1))
            words = [w for p in cell.text_frame.paragraphs for w in _paragraph_words(p, _CELL)]
            size = max(size for _, size, _ in words)
            room = width - cell.margin_left - cell.margin_right
            high = fonts.lines(words, room) * size * fonts.line * POINT + cell.margin_top + cell.margin_bottom
            where = f"{shape.name} row {number + 1} column {place + 1}"
            if high > row.height * _SLACK:
                yield f"{where}: text needs {high / POINT:.0f} points of height and has {Emu(row.height).pt:.0f}"
            if (wide := max(fonts.width(*word) for word in words)) > room * _SLACK:
                yield f"{where}: a word needs {wide / POINT:.0f} points of width and has {room / POINT:.0f}"
            if min(size for _, size, _ in words) < LEAST["table"]:
                yield f"{where}: text of {size:g} points, less than {LEAST['table']}"


def _chart_faults(shape: Any) -> Iterator[str]:
    sizes = [
        int(element.get("sz")) / 100
        for tag in ("defRPr", "rPr")
        for element in shape.chart._chartSpace.iter(f"{A}{tag}")
        if element.get("sz")
    ]
    if min(sizes) < LEAST["chart"]:
        yield f"{shape.name}: text of {min(sizes):g} points, less than {LEAST['chart']}"
