"""Native charts, written as one string: DrawingML charts that PowerPoint edits like its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.render.scale import Scale, scale
from deckbuilder.render.series import (
    CATEGORIES,
    PLOT_HEIGHT,
    PLOT_TOP,
    VALUES,
    bar_plot,
    line_plot,
    number_format,
    target_plot,
    text,
)
from deckbuilder.render.workbook import plain
from deckbuilder.render.xml import DECLARATION, LANGUAGE, POINT, A, C, R, escape, line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from deckbuilder.page import ChartBlock
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font
    from deckbuilder.spec.layout import Colours

_LEFT = 0.075
_AXIS_SIZE = 12
_WRAP = 1.12


def sheet_columns(block: ChartBlock) -> list[tuple[str, Sequence[Decimal | None]]]:
    """Return what the chart's workbook holds: a column per series, and one for the target line."""
    columns: list[tuple[str, Sequence[Decimal | None]]] = [(series.name, series.values) for series in block.series]
    if block.target is not None:
        columns.append((block.target_label, [block.target] * len(block.categories)))
    return columns


def chart_xml(block: ChartBlock, box: Box, layout: Layout, font: Font) -> bytes:
    """Return the chart part. The workbook's relationship is `rId1`."""
    colours, size = layout.colours, layout.sizes.chart
    values = [value for _, column in sheet_columns(block) for value in column if value is not None]
    axis = scale(values) if block.kind == "line" else None
    frame = "<c:layout/>"
    if axis is not None:
        room = _room_for_end_labels(block, box, size, font)
        frame = _frame(room)
        plots = line_plot(block, colours, size, axis, box.height)
    else:
        room = 0.0
        plots = bar_plot(block, colours, _label_size(block, size))
        plots += "" if block.target is None else target_plot(block, colours, size)
    slot = round(box.width * (1 - _LEFT - room) / len(block.categories))
    xml = (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">'
        f'<c:date1904 val="0"/><c:lang val="{LANGUAGE}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{frame}{plots}'
        f"{_category_axis(block, colours, _category_size(block, slot, size, font))}"
        f"{_value_axis(block, colours, axis, values)}</c:plotArea>{_legend(block, size, colours)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{text(size, colours.text)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode()


def _label_size(block: ChartBlock, size: int) -> int:
    """Return a smaller size for labels where many bars stand close."""
    return min(size, _AXIS_SIZE) if len(block.categories) * len(block.series) > 14 else size


def _category_size(block: ChartBlock, slot: int, size: int, font: Font) -> int:
    """Return the largest size at which no word of a category is wider than its slot along the axis."""
    if block.kind == "bar":
        return min(size, _AXIS_SIZE) if len(block.categories) > 14 else size
    words = {word for category in block.categories for word in category.split()}
    fitting = (s for s in range(size, 9, -1) if all(font.width(word, s) * _WRAP <= slot for word in words))
    return next(fitting, 10)


def _room_for_end_labels(block: ChartBlock, box: Box, size: int, font: Font) -> float:
    """Return the share of the chart's width that the labels to the right of the lines need."""
    names = [name for name, _ in sheet_columns(block)] if len(block.series) > 1 or block.target is not None else []
    wide = max(font.width(words, size, bold=True) for words in (*names, "00 000"))
    return min((wide + 14 * POINT) / box.width, 0.4)


def _frame(room: float) -> str:
    """Return where the lines are drawn, leaving room for the labels at their ends."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{_LEFT}"/><c:y val="{PLOT_TOP}"/><c:w val="{1 - _LEFT - room:.4f}"/><c:h val="{PLOT_HEIGHT}"/>'
        "</c:manualLayout></c:layout>"
    )


def _legend(block: ChartBlock, size: int, colours: Colours) -> str:
    """Lines are named at their ends; bars of several series, or with a target, need a legend."""
    if block.kind == "line" or (len(block.series) == 1 and block.target is None):
        return ""
    return f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{text(size, colours.text)}</c:legend>'


def _category_axis(block: ChartBlock, colours: Colours, size: int) -> str:
    """Return the axis of categories: the first bar at the top, names at the low side of negative values."""
    position, order = ("l", "maxMin") if block.kind == "bar" else ("b", "minMax")
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{position}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line(colours.muted, 1)}</c:spPr>{text(size, colours.text)}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(block: ChartBlock, colours: Colours, axis: Scale | None, values: Sequence[Decimal]) -> str:
    """Return the axis of values; hidden where every bar has its value written out."""
    hidden = block.kind != "line" and block.labels == "all"
    grid = "" if hidden else f"<c:majorGridlines><c:spPr>{line(colours.rule, 0.75)}</c:spPr></c:majorGridlines>"
    ends = f'<c:max val="{plain(axis.high)}"/><c:min val="{plain(axis.low)}"/>' if axis else _from_zero(values)
    step = f'<c:majorUnit val="{plain(axis.step)}"/>' if axis else ""
    decimals = swedish.decimals_of(axis.step) if axis else block.decimals
    code = escape(number_format(decimals))
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'
        f'<c:delete val="{hidden:d}"/><c:axPos val="{"t" if block.kind == "bar" else "l"}"/>{grid}'
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text(_AXIS_SIZE, colours.muted)}"
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _from_zero(values: Sequence[Decimal]) -> str:
    """Say outright that bars start at zero, where no value is negative."""
    return '<c:min val="0"/>' if values and min(values) >= 0 else ""
