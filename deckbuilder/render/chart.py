"""Native charts, written as one string: DrawingML charts that PowerPoint edits like its own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder.page import ChartBlock, Series
from deckbuilder.render.workbook import SHEET, column_letter, plain
from deckbuilder.render.xml import DECLARATION, LANGUAGE, POINT, A, C, R, colour, escape, line, solid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font
    from deckbuilder.spec.layout import Colours

_CATEGORIES, _VALUES = 111111111, 222222222
_MANY_POINTS = 24
_PATTERN = "wdUpDiag"


def sheet_columns(block: ChartBlock) -> list[tuple[str, Sequence[Decimal | None]]]:
    """Return what the chart's workbook holds: a column per series, and one for the target line."""
    columns: list[tuple[str, Sequence[Decimal | None]]] = [(series.name, series.values) for series in block.series]
    if block.target is not None:
        columns.append((block.target_label, [block.target] * len(block.categories)))
    return columns


def chart_xml(block: ChartBlock, box: Box, layout: Layout, font: Font) -> bytes:
    """Return the chart part. The workbook's relationship is `rId1`."""
    colours, size = layout.colours, layout.sizes.chart
    plots = _line_plot(block, colours, size) if block.kind == "line" else _bar_plot(block, colours, size)
    if block.target is not None and block.kind != "line":
        plots += _target_plot(block, colours, size)
    legend = _legend(size, colours) if _needs_legend(block) else ""
    inner = _inner_frame(block, box, size, font) if block.kind == "line" else ""
    xml = (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">'
        f'<c:date1904 val="0"/><c:lang val="{LANGUAGE}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{inner or "<c:layout/>"}{plots}'
        f"{_category_axis(block, colours, size)}{_value_axis(block, colours, size)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_text(size, colours.text)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode()


def _text(size: float, words: str, *, bold: bool = False) -> str:
    heavy = ' b="1"' if bold else ' b="0"'
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}"{heavy}>{solid(words)}'
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def number_format(decimals: int, *, signed: bool = False) -> str:
    """Return Excel's code for Swedish numbers: locale-bound separators, U+2212 before negatives."""
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    swedish = f"[$-41D]{digits}"
    return f"+{swedish};\u2212{swedish};{swedish}" if signed else f"{swedish};\u2212{swedish}"


def _reference(tag: str, cells: str, cache: str) -> str:
    return f"<c:{tag}><c:f>{SHEET}!{cells}</c:f>{cache}</c:{tag}>"


def _series_data(block: ChartBlock, number: int, name: str, values: Sequence[Decimal | None]) -> tuple[str, str]:
    """Return a series' name, and its categories and values, with the cells they stand in and cached copies."""
    letter, last = column_letter(number + 1), len(block.categories) + 1
    title = _reference(
        "strRef",
        f"${letter}$1",
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>',
    )
    words = "".join(f'<c:pt idx="{i}"><c:v>{escape(c)}</c:v></c:pt>' for i, c in enumerate(block.categories))
    categories = f'<c:strCache><c:ptCount val="{len(block.categories)}"/>{words}</c:strCache>'
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{plain(value)}</c:v></c:pt>' for i, value in enumerate(values) if value is not None
    )
    numbers = f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
    data = (
        f"<c:cat>{_reference('strRef', f'$A$2:$A${last}', categories)}</c:cat>"
        f"<c:val>{_reference('numRef', f'${letter}$2:${letter}${last}', numbers)}</c:val>"
    )
    return f"<c:tx>{title}</c:tx>", data


def _fill(role: str, colours: Colours) -> str:
    """Return how a scenario looks: actual solid, previous lighter, budget outlined, forecast hatched."""
    words = getattr(colours, role)
    if role == "budget":
        return f"<c:spPr><a:noFill/>{line(words, 1.5)}</c:spPr>"
    if role == "forecast":
        pattern = f'<a:pattFill prst="{_PATTERN}"><a:fgClr>{colour(words)}</a:fgClr><a:bgClr>{colour("bg1")}</a:bgClr></a:pattFill>'
        return f"<c:spPr>{pattern}{line(words, 1)}</c:spPr>"
    return f"<c:spPr>{solid(words)}</c:spPr>"


def _bar_plot(block: ChartBlock, colours: Colours, size: int) -> str:
    direction = "bar" if block.kind == "bar" else "col"
    grouping = "stacked" if block.kind == "stacked" else "clustered"
    overlap = 100 if block.kind == "stacked" else -5
    gap = 40 if len(block.categories) > 12 or len(block.series) > 1 else 60
    series = "".join(_bar_series(block, n, s, colours, size) for n, s in enumerate(block.series))
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
        f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:barChart>'
    )


def _bar_series(block: ChartBlock, number: int, series: Series, colours: Colours, size: int) -> str:
    name, data = _series_data(block, number, series.name, series.values)
    role = "previous" if block.highlight is not None and series.role == "actual" else series.role
    point = ""
    if block.highlight is not None:
        point = (
            f'<c:dPt><c:idx val="{block.highlight}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"<c:spPr>{solid(colours.highlight)}</c:spPr></c:dPt>"
        )
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{name}{_fill(role, colours)}'
        f'<c:invertIfNegative val="0"/>{point}{_bar_labels(block, series, colours, size)}{data}</c:ser>'
    )


def _bar_labels(block: ChartBlock, series: Series, colours: Colours, size: int) -> str:
    if block.labels == "none":
        return ""
    inside = block.kind == "stacked"
    dark = inside and series.role in {"actual", "third", "fourth"}
    text = _text(size, "bg1" if dark else colours.text)
    position = "ctr" if inside else "outEnd"
    if block.labels == "last":
        last = _label(len(block.categories) - 1, block, text, position)
        return f"<c:dLbls>{last}{_no_labels()}</c:dLbls>"
    code = escape(number_format(block.decimals, signed=block.signed))
    return (
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text}<c:dLblPos val="{position}"/>{_shown(value=True)}</c:dLbls>'
    )


def _label(index: int, block: ChartBlock, text: str, position: str, *, name: bool = False) -> str:
    code = escape(number_format(block.decimals, signed=block.signed))
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:numFmt formatCode="{code}" sourceLinked="0"/>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}<c:dLblPos val="{position}"/>'
        f"{_shown(value=True, name=name)}<c:separator>: </c:separator></c:dLbl>"
    )


def _shown(*, value: bool, name: bool = False) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value:d}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{name:d}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _no_labels() -> str:
    return _shown(value=False)


def _line_plot(block: ChartBlock, colours: Colours, size: int) -> str:
    series = "".join(_line_series(block, n, s, colours, size) for n, s in enumerate(block.series))
    if block.target is not None:
        series += _target_series(block, colours, size)
    return _lines(series)


def _lines(series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:lineChart>'
    )


def _line_series(block: ChartBlock, number: int, series: Series, colours: Colours, size: int) -> str:
    """Return a line with its last point marked and labelled with the series' name, and every value when asked."""
    name, data = _series_data(block, number, series.name, series.values)
    words = getattr(colours, series.role)
    stroke = line(words, 2.75 if number == 0 else 2.25, dash="sysDash" if series.role == "forecast" else "")
    last = max((i for i, value in enumerate(series.values) if value is not None), default=0)
    text_colour = colours.text if number else words
    labels = (
        "" if block.labels == "none" else _line_labels(block, last, _text(size, text_colour, bold=True), colours, size)
    )
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{name}<c:spPr>{stroke}</c:spPr>'
        f'<c:marker><c:symbol val="none"/></c:marker>{_marked_point(last, words)}{labels}{data}<c:smooth val="0"/></c:ser>'
    )


def _line_labels(block: ChartBlock, last: int, text: str, colours: Colours, size: int) -> str:
    end = _label(last, block, text, "r", name=len(block.series) > 1)
    start = _label(0, block, _text(size, colours.text), "t") if last else ""
    return f"<c:dLbls>{start}{end}{_no_labels()}</c:dLbls>"


def _marked_point(index: int, words: str) -> str:
    return (
        f'<c:dPt><c:idx val="{index}"/><c:marker><c:symbol val="circle"/><c:size val="8"/>'
        f'<c:spPr>{solid(words)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker><c:bubble3D val="0"/></c:dPt>'
    )


def _target_plot(block: ChartBlock, colours: Colours, size: int) -> str:
    return _lines(_target_series(block, colours, size))


def _target_series(block: ChartBlock, colours: Colours, size: int) -> str:
    number = len(block.series)
    values = [block.target] * len(block.categories)
    name, data = _series_data(block, number, block.target_label, values)
    label = _label(len(values) - 1, block, _text(size, colours.target, bold=True), "t", name=True)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{name}'
        f'<c:spPr>{line(colours.target, 2, dash="dash")}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
        f'<c:dLbls>{label}{_no_labels()}</c:dLbls>{data}<c:smooth val="0"/></c:ser>'
    )


def _needs_legend(block: ChartBlock) -> bool:
    """Lines are labelled at their ends; bars of several series need a legend."""
    return block.kind != "line" and len(block.series) > 1


def _legend(size: int, colours: Colours) -> str:
    return f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_text(size, colours.text)}</c:legend>'


def _inner_frame(block: ChartBlock, box: Box, size: int, font: Font) -> str:
    """Leave room to the right of the lines for the labels at their ends."""
    labels = [f"{s.name}: 00 000" if len(block.series) > 1 else "00 000" for s in block.series]
    wide = max(font.width(label, size, bold=True) for label in labels) + 10 * POINT
    share = min(wide / box.width, 0.4)
    left = 0.03 if _hides_values(block) else 0.08
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left}"/><c:y val="0.06"/><c:w val="{1 - left - share:.3f}"/><c:h val="0.8"/></c:manualLayout></c:layout>'
    )


def _hides_values(block: ChartBlock) -> bool:
    return block.labels == "all" and block.kind != "line"


def _category_axis(block: ChartBlock, colours: Colours, size: int) -> str:
    """Return the axis of categories; the first bar stands at the top, labels keep clear of negative bars."""
    across = block.kind == "bar"
    skip = 1 if across or len(block.categories) <= 13 else -(-len(block.categories) // _MANY_POINTS)
    position, order = ("l", "maxMin") if across else ("b", "minMax")
    smaller = min(size, 12) if len(block.categories) > 12 else size
    every = 3 if block.kind == "line" and len(block.categories) > 12 else skip
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{position}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line(colours.muted, 1)}</c:spPr>{_text(smaller, colours.text)}"
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/><c:tickLblSkip val="{every}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(block: ChartBlock, colours: Colours, size: int) -> str:
    hidden = _hides_values(block)
    code = escape(number_format(_axis_decimals(block)))
    grid = "" if hidden else f"<c:majorGridlines><c:spPr>{line(colours.rule, 0.75)}</c:spPr></c:majorGridlines>"
    scaling = (
        '<c:scaling><c:orientation val="minMax"/>' + ("" if block.kind == "line" else _zero(block)) + "</c:scaling>"
    )
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/>{scaling}<c:delete val="{hidden:d}"/>'
        f'<c:axPos val="{"t" if block.kind == "bar" else "l"}"/>{grid}<c:numFmt formatCode="{code}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(min(size, 12), colours.muted)}"
        f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _zero(block: ChartBlock) -> str:
    """Bars start at zero: said outright where no value is negative."""
    values = [value for series in block.series for value in series.values if value is not None]
    return '<c:min val="0"/>' if values and min(values) >= 0 else ""


def _axis_decimals(block: ChartBlock) -> int:
    """Show decimals on the axis only where the values lie close together."""
    values = [value for series in block.series for value in series.values if value is not None]
    return block.decimals if values and max(values) - min(values) < Decimal(10) else 0
