"""Native charts, written as one string: DrawingML charts that PowerPoint edits like its own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.render.axes import SIZE, category_axis, is_lying, second_axes, value_axis
from deckbuilder.render.groups import end_offsets, plots
from deckbuilder.render.label_places import Lines
from deckbuilder.render.labels import rich, text
from deckbuilder.render.scale import between, pair, scale
from deckbuilder.render.series import Pen, is_bar, shows
from deckbuilder.render.xml import DECLARATION, LANGUAGE, POINT, A, C, R

if TYPE_CHECKING:
    from deckbuilder.page import Area, ChartBlock
    from deckbuilder.render.axes import Ends
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font
    from deckbuilder.render.scale import Scale

_LEFT, _RIGHT = 0.075, 0.09
_TOP, _BOTTOM = 0.06, 0.16
_WRAP = 1.12
_CLOSE = 0.92  # of the room for a label, so that neighbours do not touch
_LEAST = 10
_PLOT = 0.65  # of a chart's width or height, at least, for bars without the names beside them
_ZERO = Decimal(0)
_LOW = 1_800_000  # EMU: two inches
_TITLE_SIZES = (16, 14, 12)
_TITLE_WIDTH = 0.62  # LibreOffice breaks a chart's title well before the chart's edge


def chart_xml(block: ChartBlock, box: Box, layout: Layout, font: Font, title_size: int = 0) -> bytes:
    """Return the chart part. The workbook's relationship is `rId1`.

    `title_size` is that of the titles of the slide's charts, 0 what this one's own is.
    """
    colours, size = layout.colours, layout.sizes.chart
    bars = [series for series in block.series if is_bar(block, series)]
    title, title_room = _title(block, box, layout, font, title_size or own_title_size(block, box, font))
    room = _room_to_the_right(block, box, size, font)
    scales = _scales(block, has_bars=bool(bars))
    top, tall = _TOP + title_room, 1 - _TOP - title_room - _BOTTOM
    plot = block.frame or (_LEFT, top, 1 - _LEFT - room, tall)
    lines = None if bars else _lines(block, box, scales[False], plot[2:])
    pen = Pen(block, layout, _label_size(block, box, size, font) if bars else size, lines)
    offsets = end_offsets(pen, scales, (plot[1], plot[3]), box.height) if not bars else {}
    slot = round(box.width * plot[2] / max(len(block.categories), 1))
    written = not bars and all(series.labels == "all" for series in block.series)
    hidden = bool(bars) and all(shows(block, series) in {"all", "none"} for series in bars) and _has_labels(block)
    ends = _bar_ends(block, box, pen.size, font, hidden=hidden)
    legend = _legend(block, layout)
    legend_room = 2 * size * POINT / box.height if legend else 0
    xml = (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">'
        f'<c:date1904 val="0"/><c:lang val="{LANGUAGE}"/><c:roundedCorners val="0"/>'
        f'<c:chart>{title}<c:autoTitleDeleted val="{0 if title else 1}"/><c:plotArea>'
        f"{_place(block, plot, title_room, legend_room)}{plots(pen, offsets)}"
        f"{category_axis(block, colours, _category_size(block, slot, _most(box, size), font))}"
        f"{value_axis(block, colours, scales.get(False), ends, hidden=hidden, ruled=not written)}"
        f"{_second(block, layout, scales)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{text(size, colours.text)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode()


def _lines(block: ChartBlock, box: Box, axis: Scale, plot: tuple[float, float]) -> Lines | None:
    """Return where the lines go, when all are on one axis; `plot` is the plot's width and height as shares."""
    if any(series.second for series in block.series):
        return None
    across, tall = plot
    up = box.height * tall / float(axis.high - axis.low)
    along = box.width * across / max(len(block.categories), 1)
    return Lines([series.values for series in block.series], along, up, box.width)


def _has_labels(block: ChartBlock) -> bool:
    """Tell whether the values of the bars can be read without an axis."""
    drawn = [series for series in block.series if series.role != "hidden" and is_bar(block, series)]
    return any(shows(block, series) == "all" or series.texts for series in drawn) or any(s.texts for s in block.series)


def _second(block: ChartBlock, layout: Layout, scales: dict[bool, Scale]) -> str:
    if True not in scales:
        return ""
    return second_axes(block, layout.colours, scales[True])


def _values(block: ChartBlock, *, second: bool) -> list[Decimal]:
    found = [v for series in block.series if series.second is second for v in series.values if v is not None]
    return [*found, block.target] if block.target is not None and not second else found


def _scales(block: ChartBlock, *, has_bars: bool) -> dict[bool, Scale]:
    """Return the axes whose ends are ours, by whether they are the second: lines', and those that are said."""
    first, second = (_values(block, second=second) for second in (False, True))
    own = between(*block.ends) if block.ends is not None else None if has_bars else scale(first)
    if not any(series.second for series in block.series):
        return {} if own is None else {False: own}
    axes = pair(first, second) if own is None else (own, scale(second))
    return dict(zip((False, True), axes, strict=True))


def _label_size(block: ChartBlock, box: Box, size: int, font: Font) -> int:
    """Return the largest size at which the labels of neighbouring bars do not touch."""
    labelled = [one for one in block.series if is_bar(block, one) and shows(block, one) != "none"]
    bars = len(labelled) if block.kind in {"column", "bar"} else 1
    share = 1 / max(len(block.categories) * bars, 1)
    texts = {
        swedish.number(value, block.decimals, sign=block.signed)
        for series in labelled
        for value in series.values
        if value is not None
    }
    wide = max(map(len, texts), default=0)
    longest = [text for text in texts if len(text) == wide]

    def fits(points: int) -> bool:
        if is_lying(block):
            return font.line_height(points) <= _CLOSE * share * box.height
        return all(font.width(text, points) <= _CLOSE * share * box.width for text in longest)

    return next((points for points in range(_most(box, size), _LEAST, -1) if fits(points)), _LEAST)


def _bar_ends(block: ChartBlock, box: Box, size: int, font: Font, *, hidden: bool) -> Ends:
    """Return the ends that bars need: zero where they start, and below negative ones room for their labels.

    PowerPoint counts an axis's numbers from its lower end, so one that shows them keeps the end that PowerPoint gives.
    """
    values = _values(block, second=False)
    low, high = min(values, default=_ZERO), max(*values, _ZERO, _ZERO)
    if low >= 0:
        return (_ZERO if values else None), None
    if block.kind not in {"column", "bar"}:
        return None, None
    most = None if high > 0 else _ZERO
    if block.labels == "none" or not hidden:
        return None, most
    label = swedish.number(low, block.decimals, sign=block.signed)
    wanted = (font.width(label, size) + 6 * POINT) / box.width if is_lying(block) else 1.4 * size * POINT / box.height
    room = wanted / _PLOT
    return low - (high - low) * Decimal(str(round(room / (1 - room), 3))), most


def _most(box: Box, size: int) -> int:
    """Return the size of text in a chart: smaller in one of several rows."""
    return size if box.height > _LOW else min(size, SIZE)


def _category_size(block: ChartBlock, slot: int, size: int, font: Font) -> int:
    """Return the largest size at which no word of a category is wider than its slot along the axis."""
    if is_lying(block):
        return min(size, SIZE) if len(block.categories) > 14 else size
    words = {word for category in block.categories for word in category.split()}
    fitting = (s for s in range(size, 9, -1) if all(font.width(word, s) * _WRAP <= slot for word in words))
    return next(fitting, 10)


def _room_to_the_right(block: ChartBlock, box: Box, size: int, font: Font) -> float:
    """Return the share of the chart's width that the labels to the right of the lines need."""
    lines = [series for series in block.series if not is_bar(block, series)]
    named = [series.name for series in lines if shows(block, series) != "none"]
    named += [block.target_label] if block.target is not None else []
    names = named if len(block.series) > 1 or block.target is not None else []
    wide = max(font.width(words, size, bold=True) for words in (*names, "00 000"))
    return min((wide + 14 * POINT) / box.width, 0.4)


def _place(block: ChartBlock, lines: Area, title_room: float, legend_room: float) -> str:
    """Return where the plot is: as the chart says, for lines `lines`, for bars all of the chart but its title."""
    if block.frame is not None:
        return _layout("inner", block.frame)
    if not any(is_bar(block, series) for series in block.series):
        return _layout("inner", lines)
    above = title_room + legend_room
    return _layout("outer", (0, above, 1, 1 - above)) if title_room else "<c:layout/>"


def _layout(target: str, area: Area) -> str:
    left, top, width, height = area
    return (
        f'<c:layout><c:manualLayout><c:layoutTarget val="{target}"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4g}"/><c:y val="{top:.4g}"/><c:w val="{width:.4g}"/><c:h val="{height:.4g}"/>'
        "</c:manualLayout></c:layout>"
    )


def own_title_size(block: ChartBlock, box: Box, font: Font) -> int:
    """Return the largest size at which the chart's own title fits on a line."""
    most = box.width * _TITLE_WIDTH
    return next((s for s in _TITLE_SIZES if font.width(block.title, s, bold=True) <= most), _TITLE_SIZES[-1])


def _title(block: ChartBlock, box: Box, layout: Layout, font: Font, size: int) -> tuple[str, float]:
    """Return the chart's own title, and the share of the height that it needs."""
    if not block.title:
        return "", 0
    lines = font.lines(block.title, size, round(box.width * _TITLE_WIDTH), bold=True)
    place = (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
        "</c:manualLayout></c:layout>"
    )
    words = rich(block.title, size, layout.colours.text, bold=True)
    room = (lines * font.line_height(size) + 6 * POINT) / box.height
    return f'<c:title>{words}{place}<c:overlay val="0"/></c:title>', room


def _legend(block: ChartBlock, layout: Layout) -> str:
    """Lines are named at their ends; bars of several series, or with a target or a line, need a legend."""
    seen = [series.role != "hidden" for series in block.series]
    bars = any(is_bar(block, series) for series in block.series)
    if not bars or not block.legend or (sum(seen) < 2 and block.target is None):
        return ""
    unseen = "".join(
        f'<c:legendEntry><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
        for number, is_seen in enumerate(seen)
        if not is_seen
    )
    words = text(layout.sizes.chart, layout.colours.text)
    return f'<c:legend><c:legendPos val="t"/>{unseen}<c:overlay val="0"/>{words}</c:legend>'
