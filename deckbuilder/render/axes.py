"""The axes of a native chart: categories and values, and a second pair for what is in another unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.render.labels import number_format, rich, text
from deckbuilder.render.workbook import plain
from deckbuilder.render.xml import escape, line

if TYPE_CHECKING:
    from decimal import Decimal

    from deckbuilder.page import ChartBlock
    from deckbuilder.render.scale import Scale
    from deckbuilder.spec.layout import Colours

CATEGORIES, VALUES, SECOND_CATEGORIES, SECOND_VALUES = 111111111, 222222222, 333333333, 444444444
SIZE = 12
Ends = tuple["Decimal | None", "Decimal | None"]
"""The least and the most on an axis; None leaves an end to the program that draws it."""
_PERCENT = '0"\u00a0"%'  # of an axis from 0 to 1, as that of shares is


def category_axis(block: ChartBlock, colours: Colours, size: int, *, hidden: bool = False) -> str:
    """Return the axis of categories: the first bar at the top, names at the low side of negative values."""
    position, order = ("l", "maxMin") if is_lying(block) else ("b", "minMax")
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="{hidden:d}"/>'
        f'<c:axPos val="{position}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{"low" if block.names else "none"}"/>'
        f"<c:spPr>{line(colours.muted, 1)}</c:spPr>{text(size, colours.text)}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(
    block: ChartBlock, colours: Colours, axis: Scale | None, ends: Ends, *, hidden: bool, ruled: bool = True
) -> str:
    """Return the axis of values, with `ends` where it has no scale; hidden where every bar has its value written.

    Rules run across the chart unless they would run through the values of lines.
    """
    grid = (
        ""
        if hidden or not ruled
        else f"<c:majorGridlines><c:spPr>{line(colours.rule, 0.75)}</c:spPr></c:majorGridlines>"
    )
    decimals = swedish.decimals_of(axis.step) if axis else block.decimals
    code = _PERCENT if block.kind == "share" else number_format(decimals)
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/>{_ends(axis, ends)}</c:scaling>'
        f'<c:delete val="{hidden:d}"/><c:axPos val="{"t" if is_lying(block) else "l"}"/>{grid}'
        f'<c:numFmt formatCode="{escape(code)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text(SIZE, colours.muted)}"
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>{_step(axis)}'
        "</c:valAx>"
    )


def second_axes(block: ChartBlock, colours: Colours, axis: Scale) -> str:
    """Return the second pair: values to the right under a title that says what they are, categories out of sight."""
    order = "maxMin" if is_lying(block) else "minMax"
    title = ""
    if block.second_unit:
        words = rich(block.second_unit, SIZE, colours.muted, turned=True)
        title = f'<c:title>{words}<c:overlay val="0"/></c:title>'
    code = escape(number_format(swedish.decimals_of(axis.step)))
    return (
        f'<c:valAx><c:axId val="{SECOND_VALUES}"/><c:scaling><c:orientation val="minMax"/>{_ends(axis)}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"b" if is_lying(block) else "r"}"/>{title}'
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text(SIZE, colours.muted)}"
        f'<c:crossAx val="{SECOND_CATEGORIES}"/><c:crosses val="max"/><c:crossBetween val="between"/>{_step(axis)}'
        f'</c:valAx><c:catAx><c:axId val="{SECOND_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"l" if is_lying(block) else "b"}"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{SECOND_VALUES}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def is_lying(block: ChartBlock) -> bool:
    """Tell whether the chart's bars lie down."""
    return block.kind == "bar" or block.lying


def _ends(axis: Scale | None, ends: Ends = (None, None)) -> str:
    """Say the axis's ends, or just those that are known: the others then follow when the workbook is edited."""
    least, most = ends if axis is None else (axis.low, axis.high)
    upper = "" if most is None else f'<c:max val="{plain(most)}"/>'
    return upper + ("" if least is None else f'<c:min val="{plain(least)}"/>')


def _step(axis: Scale | None) -> str:
    return f'<c:majorUnit val="{plain(axis.step)}"/>' if axis else ""
