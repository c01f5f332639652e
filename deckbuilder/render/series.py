"""The series of a native chart: their data, how each scenario looks, and the labels on their points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.render.text import tone_colour
from deckbuilder.render.workbook import SHEET, column_letter, plain
from deckbuilder.render.xml import LANGUAGE, POINT, colour, escape, line, solid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from deckbuilder.page import ChartBlock, Series
    from deckbuilder.render.scale import Scale
    from deckbuilder.spec.layout import Colours

CATEGORIES, VALUES = 111111111, 222222222
PLOT_TOP, PLOT_HEIGHT = 0.06, 0.78
_DARK = {"actual", "third", "fourth"}
_SWEDISH = "[$-41D]"


def number_format(decimals: int, *, signed: bool = False) -> str:
    """Return Excel's code for Swedish numbers: the locale's separators, U+2212, no sign on what rounds to zero."""
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    half = f"0.{'0' * decimals}5"
    plus = "+" if signed else ""
    positive = f"[>={half}]{_SWEDISH}{plus}{digits}"
    negative = f'[<=-{half}]{_SWEDISH}"\u2212"{digits}'
    return f"{positive};{negative};{_SWEDISH}{digits.replace('#,##0', '0')}"


def text(size: float, words: str, *, bold: bool = False) -> str:
    """Return `c:txPr`: level text of a size and colour."""
    style = f'<a:defRPr sz="{round(size * 100)}" b="{bold:d}">{solid(words)}</a:defRPr>'
    return (
        f'<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>{style}</a:pPr>'
        f'<a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def bar_plot(block: ChartBlock, colours: Colours, size: int) -> str:
    """Return `c:barChart` for columns, stacked columns and bars."""
    direction = "bar" if block.kind == "bar" else "col"
    grouping = "stacked" if block.kind == "stacked" else "clustered"
    overlap = 100 if block.kind == "stacked" else -5
    gap = 40 if len(block.categories) > 12 or len(block.series) > 1 else 60
    series = "".join(_bar_series(block, n, s, colours, size) for n, s in enumerate(block.series))
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
        f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/></c:barChart>'
    )


def line_plot(block: ChartBlock, colours: Colours, size: int, axis: Scale, height: int) -> str:
    """Return `c:lineChart`; the labels at the lines' ends keep clear of each other in a chart `height` EMU high."""
    offsets = _end_offsets(block, axis, 2.5 * size * POINT / height)
    series = "".join(_line_series(block, n, s, colours, size, offsets[n]) for n, s in enumerate(block.series))
    if block.target is not None:
        series += _target_series(block, colours, size, labelled=True)
    return _lines(series)


def target_plot(block: ChartBlock, colours: Colours, size: int) -> str:
    """Return a dashed line across columns; the legend names it."""
    return _lines(_target_series(block, colours, size, labelled=False))


def _lines(series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/></c:lineChart>'
    )


def _reference(tag: str, cells: str, cache: str) -> str:
    return f"<c:{tag}><c:f>{SHEET}!{cells}</c:f>{cache}</c:{tag}>"


def _opening(number: int, name: str) -> str:
    cache = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>'
    title = _reference("strRef", f"${column_letter(number + 1)}$1", cache)
    return f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>{title}</c:tx>'


def _data(block: ChartBlock, number: int, values: Sequence[Decimal | None]) -> str:
    """Return categories and values: the workbook's cells that hold them, and cached copies."""
    letter, last = column_letter(number + 1), len(block.categories) + 1
    words = "".join(f'<c:pt idx="{i}"><c:v>{escape(c)}</c:v></c:pt>' for i, c in enumerate(block.categories))
    categories = f'<c:strCache><c:ptCount val="{len(block.categories)}"/>{words}</c:strCache>'
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{plain(value)}</c:v></c:pt>' for i, value in enumerate(values) if value is not None
    )
    numbers = f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
    return (
        f"<c:cat>{_reference('strRef', f'$A$2:$A${last}', categories)}</c:cat>"
        f"<c:val>{_reference('numRef', f'${letter}$2:${letter}${last}', numbers)}</c:val>"
    )


def _fill(role: str, colours: Colours) -> str:
    """Return how a scenario looks: actual solid, previous lighter, budget outlined, forecast hatched."""
    words = getattr(colours, role)
    if role == "budget":
        return f"<c:spPr>{solid('bg1')}{line(words, 1.5)}</c:spPr>"
    if role == "forecast":
        shades = f"<a:fgClr>{colour(words)}</a:fgClr><a:bgClr>{colour('bg1')}</a:bgClr>"
        return f'<c:spPr><a:pattFill prst="wdUpDiag">{shades}</a:pattFill>{line(words, 1)}</c:spPr>'
    return f"<c:spPr>{solid(words)}</c:spPr>"


def _bar_series(block: ChartBlock, number: int, series: Series, colours: Colours, size: int) -> str:
    role: str = series.role
    shades = {n: tone_colour(tone, colours) for n, tone in enumerate(series.tones) if tone}
    if block.highlight is not None:
        role = "previous" if role == "actual" else role
        shades = {block.highlight: colours.highlight}
    points = "".join(_bar(n, shade) for n, shade in shades.items())
    return (
        f'{_opening(number, series.name)}{_fill(role, colours)}<c:invertIfNegative val="0"/>{points}'
        f"{_bar_labels(block, series, role, colours, size)}{_data(block, number, series.values)}</c:ser>"
    )


def _bar(index: int, shade: str) -> str:
    return (
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{solid(shade)}</c:spPr></c:dPt>"
    )


def _bar_labels(block: ChartBlock, series: Series, role: str, colours: Colours, size: int) -> str:
    inside = block.kind == "stacked"
    style = text(size, "bg1" if inside and role in _DARK else colours.text)
    position = "ctr" if inside else "outEnd"
    if block.labels == "none":
        return ""
    if block.labels == "last":
        return f"<c:dLbls>{_label(block, _last_known(series), style, position)}{_shown(value=False)}</c:dLbls>"
    return f"<c:dLbls>{_label_style(block, style, position)}{_shown(value=True)}</c:dLbls>"


def _last_known(series: Series) -> int:
    return max((number for number, value in enumerate(series.values) if value is not None), default=0)


def _line_series(block: ChartBlock, number: int, series: Series, colours: Colours, size: int, offset: float) -> str:
    """Return a line with its last point marked, and labelled with its value and, among others, its name."""
    words = getattr(colours, series.role)
    stroke = line(words, 2.75 if number == 0 else 2.25, dash="sysDash" if series.role == "forecast" else "")
    last = _last_known(series)
    style = text(size, colours.text, bold=True)
    end = _label(block, last, style, "r", name=len(block.series) > 1, offset=offset)
    labels = "" if block.labels == "none" else f"<c:dLbls>{end}{_shown(value=False)}</c:dLbls>"
    return (
        f'{_opening(number, series.name)}<c:spPr>{stroke}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
        f'{_marked_point(last, words, stroke)}{labels}{_data(block, number, series.values)}<c:smooth val="0"/></c:ser>'
    )


def _end_offsets(block: ChartBlock, axis: Scale, room: float) -> list[float]:
    """Return how far to move each end label down (shares of the chart's height) so that none overlaps another."""
    ends = []
    for number, series in enumerate(block.series):
        last = next((value for value in reversed(series.values) if value is not None), axis.low)
        ends.append((PLOT_TOP + PLOT_HEIGHT * (1 - axis.share(last)), number))
    if block.target is not None:
        ends.append((PLOT_TOP + PLOT_HEIGHT * (1 - axis.share(block.target)), len(block.series)))
    places = dict[int, float]()
    free = 0.0
    for place, number in sorted(ends):
        places[number] = max(place, free)
        free = places[number] + room
    excess = max(free - room / 2 - 1, 0)
    return [places[number] - place - excess for place, number in sorted(ends, key=lambda end: end[1])]


def _label(block: ChartBlock, index: int, style: str, position: str, *, name: bool = False, offset: float = 0) -> str:
    moved = ""
    if abs(offset) > 0.001:
        moved = f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{offset:.4f}"/></c:manualLayout></c:layout>'
    return (
        f'<c:dLbl><c:idx val="{index}"/>{moved}{_label_style(block, style, position)}'
        f"{_shown(value=True, name=name)}<c:separator>\n</c:separator></c:dLbl>"
    )


def _label_style(block: ChartBlock, style: str, position: str) -> str:
    code = escape(number_format(block.decimals, signed=block.signed))
    return (
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{style}<c:dLblPos val="{position}"/>'
    )


def _shown(*, value: bool, name: bool = False) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value:d}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{name:d}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _marked_point(index: int, words: str, stroke: str) -> str:
    return (
        f'<c:dPt><c:idx val="{index}"/><c:marker><c:symbol val="circle"/><c:size val="8"/>'
        f'<c:spPr>{solid(words)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker><c:bubble3D val="0"/>'
        f"<c:spPr>{stroke}</c:spPr></c:dPt>"
    )


def _target_series(block: ChartBlock, colours: Colours, size: int, *, labelled: bool) -> str:
    number = len(block.series)
    values = [block.target] * len(block.categories)
    style = text(size, colours.target, bold=True)
    labels = f"<c:dLbls>{_label(block, len(values) - 1, style, 'r', name=True)}{_shown(value=False)}</c:dLbls>"
    return (
        f"{_opening(number, block.target_label)}<c:spPr>{line(colours.target, 2, dash='dash')}</c:spPr>"
        f'<c:marker><c:symbol val="none"/></c:marker>{labels if labelled else ""}'
        f'{_data(block, number, values)}<c:smooth val="0"/></c:ser>'
    )
