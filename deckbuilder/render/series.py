"""The series of a native chart: their data, and how each scenario looks as bars or as a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.render import colours as shades
from deckbuilder.render.labels import cell_labels, cell_range, label, label_style, labels, last_known, past_mark, text
from deckbuilder.render.sheet import categories_at, name_at, values_at
from deckbuilder.render.text import tone_colour
from deckbuilder.render.workbook import plain
from deckbuilder.render.xml import colour, escape, line, solid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from deckbuilder.page import ChartBlock, Series
    from deckbuilder.render.label_places import Lines
    from deckbuilder.render.layout import Layout
    from deckbuilder.spec.layout import Colours

_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_LARGE = 10


@dataclass(frozen=True)
class Pen:
    """What drawing a chart's series needs to know: the chart, the layout, the labels' size, where its lines go."""

    block: ChartBlock
    layout: Layout
    size: int
    lines: Lines | None = None

    @property
    def colours(self) -> Colours:
        """The layout's colours."""
        return self.layout.colours


def is_bar(block: ChartBlock, series: Series) -> bool:
    """Tell whether a series is drawn as bars."""
    return series.mark == "bar" or (not series.mark and block.kind != "line")


def shows(block: ChartBlock, series: Series) -> str:
    """Return which points of a series have labels: all, last or none."""
    return "none" if series.role == "hidden" and not series.labels else series.labels or block.labels


def bar_series(pen: Pen, number: int) -> str:
    """Return a series as bars, columns or parts of them."""
    series = pen.block.series[number]
    role: str = series.role
    tones = {n: tone_colour(tone, pen.colours) for n, tone in enumerate(series.tones) if tone}
    if pen.block.highlight is not None:
        role = "previous" if role == "actual" else role
        tones = {n: shade for n, shade in tones.items() if series.tones[n] == "muted"}
        tones[pen.block.highlight] = pen.colours.highlight
    points = "".join(_bar(n, shade) for n, shade in sorted(tones.items()))
    return (
        f'{_opening(pen.block, number, series.name)}{_fill(series, role, pen.colours)}<c:invertIfNegative val="0"/>'
        f"{points}{_bar_labels(pen, number, role)}{_data(pen.block, number, series.values)}"
        f"{cell_range(pen.block, number) if series.texts else ''}</c:ser>"
    )


def line_series(pen: Pen, number: int, offset: float) -> str:
    """Return a series as a line, its last point marked and labelled; `offset` moves that label down."""
    block, series = pen.block, pen.block.series[number]
    words = _line_colour(series, pen.colours)
    if series.role == "hidden":
        look, marked = f"<c:spPr>{_NO_LINE}</c:spPr>", '<c:marker><c:symbol val="none"/></c:marker>'
    elif series.mark == "dots":
        look, marked = f"<c:spPr>{_NO_LINE}</c:spPr>", _circle(words, _LARGE)
    else:
        stroke = _stroke(series, number, words)
        look = f"<c:spPr>{stroke}</c:spPr>{_marker(series, words)}"
        marked = _points(block, series, words, stroke, pen.colours)
    return (
        f"{_opening(block, number, series.name)}{look}{marked}{_line_labels(pen, number, offset)}"
        f'{_data(block, number, series.values)}<c:smooth val="0"/>'
        f"{cell_range(block, number) if series.texts else ''}</c:ser>"
    )


def target_series(pen: Pen, *, labelled: bool) -> str:
    """Return the target as a dashed line of the same value all over."""
    block, number = pen.block, len(pen.block.series)
    values = [block.target] * len(block.categories)
    style = text(pen.size, pen.colours.target, bold=True, wraps=False)
    end = labels(label(block, len(values) - 1, style, "r", name=True), value=False)
    return (
        f"{_opening(block, number, block.target_label)}<c:spPr>{line(pen.colours.target, 2, dash='dash')}</c:spPr>"
        f'<c:marker><c:symbol val="none"/></c:marker>{end if labelled else ""}'
        f'{_data(block, number, values)}<c:smooth val="0"/></c:ser>'
    )


def _reference(tag: str, cells: str, cache: str) -> str:
    return f"<c:{tag}><c:f>{cells}</c:f>{cache}</c:{tag}>"


def _opening(block: ChartBlock, number: int, name: str) -> str:
    cache = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>'
    title = _reference("strRef", name_at(block, number), cache)
    return f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>{title}</c:tx>'


def _data(block: ChartBlock, number: int, values: Sequence[Decimal | None]) -> str:
    """Return categories and values: the workbook's cells that hold them, and cached copies."""
    words = "".join(f'<c:pt idx="{i}"><c:v>{escape(c)}</c:v></c:pt>' for i, c in enumerate(block.categories))
    categories = f'<c:strCache><c:ptCount val="{len(block.categories)}"/>{words}</c:strCache>'
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{plain(value)}</c:v></c:pt>' for i, value in enumerate(values) if value is not None
    )
    numbers = f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
    return (
        f"<c:cat>{_reference('strRef', categories_at(block), categories)}</c:cat>"
        f"<c:val>{_reference('numRef', values_at(block, number), numbers)}</c:val>"
    )


def _fill(series: Series, role: str, colours: Colours) -> str:
    """Return how a scenario looks: actual solid, previous lighter, budget outlined, forecast hatched."""
    if role == "hidden":
        return f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>"
    if series.shade or role == "limit":
        return f"<c:spPr>{solid(shades.words(series.shade or 'rule', colours))}</c:spPr>"
    words = getattr(colours, role)
    if role == "budget":
        return f"<c:spPr>{solid('bg1')}{line(words, 1.5)}</c:spPr>"
    if role == "forecast":
        hatched = f"<a:fgClr>{colour(words)}</a:fgClr><a:bgClr>{colour('bg1')}</a:bgClr>"
        return f'<c:spPr><a:pattFill prst="wdUpDiag">{hatched}</a:pattFill>{line(words, 1)}</c:spPr>'
    return f"<c:spPr>{solid(words)}</c:spPr>"


def _bar(index: int, shade: str) -> str:
    return (
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{solid(shade)}</c:spPr></c:dPt>"
    )


def _bar_labels(pen: Pen, number: int, role: str) -> str:
    block, series = pen.block, pen.block.series[number]
    inside = block.kind in {"stacked", "share"}
    ink = _ink(pen, series, role) if inside else pen.colours.text
    position = "ctr" if inside else "outEnd"
    if series.texts:
        return cell_labels(series, f"{block.name}/{number}", pen.size, ink, position)
    which, style = shows(block, series), text(pen.size, ink, wraps=False)
    if which == "none":
        return ""
    if which == "last":
        return labels(label(block, last_known(series), style, position), value=False)
    return labels("", value=True, style=label_style(block, style, position))


def _ink(pen: Pen, series: Series, role: str) -> str:
    """Return the colour that reads best on a part of a stack: budget and forecast are mostly paper."""
    if not series.shade and role in {"budget", "forecast", "hidden"}:
        return pen.colours.text
    return shades.ink_on(series.shade or role, pen.layout)


def _line_colour(series: Series, colours: Colours) -> str:
    if series.shade:
        return shades.words(series.shade, colours)
    special = {"limit": colours.muted, "hidden": colours.text}
    words: str = special.get(series.role) or getattr(colours, series.role)
    return words


def _stroke(series: Series, number: int, words: str) -> str:
    """Return how a line is drawn: limits thin and dashed, targets dashed, forecasts dotted."""
    dash = {"forecast": "sysDash", "target": "dash", "limit": "dash"}.get(series.role, "")
    weight = {"limit": 1.25, "target": 2.0}.get(series.role, 2.75 if number == 0 else 2.25)
    return line(words, weight, dash=dash)


def _marker(series: Series, words: str) -> str:
    if not series.dots:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    return _circle(words, 6)


def _circle(words: str, size: int) -> str:
    look = f"<c:spPr>{solid(words)}{_NO_LINE}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{look}</c:marker>'


def _points(block: ChartBlock, series: Series, words: str, stroke: str, colours: Colours) -> str:
    """Return the points that are marked by themselves: good and bad ones, and the last of a line that has its label."""
    marks = {n: (tone_colour(tone, colours), _LARGE) for n, tone in enumerate(series.tones) if tone}
    last = last_known(series)
    if series.role not in {"limit", "target"} and (shows(block, series) != "none" or series.labels == ""):
        marks.setdefault(last, (words, 8))
    return "".join(_marked_point(index, shade, size, stroke) for index, (shade, size) in sorted(marks.items()))


def _marked_point(index: int, shade: str, size: int, stroke: str) -> str:
    return f'<c:dPt><c:idx val="{index}"/>{_circle(shade, size)}<c:bubble3D val="0"/><c:spPr>{stroke}</c:spPr></c:dPt>'


def _line_labels(pen: Pen, number: int, offset: float) -> str:
    """Return a line's labels: at its end its value and, among others, its name; all its values when asked for."""
    block, series = pen.block, pen.block.series[number]
    which = shows(block, series)
    if series.texts:
        return cell_labels(series, f"{block.name}/{number}", pen.size, pen.colours.text, "t")
    if which == "none":
        return ""
    style = text(pen.size, pen.colours.text, bold=True, wraps=False)
    decimals = block.second_decimals if series.second else block.decimals
    if any(is_bar(block, other) for other in block.series):  # the legend names the line, and an axis may stand there
        end = label(block, last_known(series), style, "t", decimals=decimals)
    else:
        name, aside = len(block.series) > 1, past_mark(block, pen.size, pen.lines.width) if pen.lines else 0
        end = label(block, last_known(series), style, "r", name=name, offset=offset, aside=aside)
    if which == "last" or not series.labels:
        return labels(end, value=False)
    inner = "".join(
        _point_label(pen, number, index, decimals)
        for index, value in enumerate(series.values)
        if value is not None and index != last_known(series)
    )
    return labels(f"{inner}{end}", value=False)


def _point_label(pen: Pen, number: int, index: int, decimals: int) -> str:
    """Return the label of a point within a line, where no line runs through it."""
    block, size = pen.block, min(pen.size, 12)
    value = block.series[number].values[index]
    side, aside = _side(block, number, index), 0.0
    if pen.lines is not None and value is not None:
        words = swedish.number(value, decimals, sign=block.signed)
        side, aside = pen.lines.place(number, index, (words, size), side)
    style = text(size, pen.colours.text, wraps=False)
    return label(block, index, style, side, aside=aside, decimals=decimals)


def _side(block: ChartBlock, number: int, index: int) -> str:
    """Return on which side of a line a label stands: above it where it is the highest line, else below."""
    own = block.series[number].values[index]
    second = block.series[number].second
    lines = [(n, one) for n, one in enumerate(block.series) if one.second == second and not is_bar(block, one)]
    others = [(series.values[index], n) for n, series in lines if n != number]
    if own is None or all(other is None or (other, number) < (own, n) for other, n in others):
        return "t"
    return "b"
