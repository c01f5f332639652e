"""The labels of a chart's points: values in Swedish, names at lines' ends, or texts that the workbook holds."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from deckbuilder.render.sheet import texts_at
from deckbuilder.render.xml import LANGUAGE, POINT, escape, solid

if TYPE_CHECKING:
    from deckbuilder.page import ChartBlock, Series

_MARK = 0.6  # of the text's size: half of a sign, and some air
_SWEDISH = "[$-41D]"
_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
_LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_RANGE_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}"


def number_format(decimals: int, *, signed: bool = False) -> str:
    """Return Excel's code for Swedish numbers: the locale's separators, U+2212, no sign on what rounds to zero."""
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    half = f"0.{'0' * decimals}5"
    plus = "+" if signed else ""
    positive = f"[>={half}]{_SWEDISH}{plus}{digits}"
    negative = f'[<=-{half}]{_SWEDISH}"\u2212"{digits}'
    return f"{positive};{negative};{_SWEDISH}{digits.replace('#,##0', '0')}"


def text(size: float, words: str, *, bold: bool = False, wraps: bool = True) -> str:
    """Return `c:txPr`: level text of a size and colour.

    PowerPoint breaks a point's label at a fifth of the chart's width, within a name or a number, unless told not to.
    """
    body = '<a:bodyPr rot="0" vert="horz"/>' if wraps else '<a:bodyPr rot="0" vert="horz" wrap="none"/>'
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{_style(size, words, bold=bold)}</a:pPr>"
        f'<a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def _style(size: float, words: str, *, bold: bool) -> str:
    return f'<a:defRPr sz="{round(size * 100)}" b="{bold:d}">{solid(words)}</a:defRPr>'


def rich(words: str, size: float, colour: str, *, bold: bool = False, turned: bool = False) -> str:
    """Return `c:tx` of a text that stands in the chart itself, turned to be read upwards if asked for."""
    body = '<a:bodyPr rot="-5400000" vert="horz"/>' if turned else '<a:bodyPr rot="0" vert="horz"/>'
    properties = f'<a:rPr lang="{LANGUAGE}" sz="{round(size * 100)}" b="{bold:d}">{solid(colour)}</a:rPr>'
    return (
        f"<c:tx><c:rich>{body}<a:lstStyle/><a:p><a:pPr>{_style(size, colour, bold=bold)}</a:pPr>"
        f"<a:r>{properties}<a:t>{escape(words)}</a:t></a:r></a:p></c:rich></c:tx>"
    )


def last_known(series: Series) -> int:
    """Return the number of the last point that has a value."""
    return max((number for number, value in enumerate(series.values) if value is not None), default=0)


def past_mark(block: ChartBlock, size: float, width: int) -> float:
    """Return how far labels at lines' ends move, past a sign over the last point: a share of the chart's `width`."""
    has_mark = any(series.texts and series.texts[-1] for series in block.series)
    return _MARK * size * POINT / width if has_mark else 0


def labels(inner: str, *, value: bool, style: str = "") -> str:
    """Return `c:dLbls`: labels of single points, then the style of the others and whether they show their values."""
    return f"<c:dLbls>{inner}{style}{shown(value=value)}</c:dLbls>"


def label(  # noqa: PLR0913 -- a label has this many properties
    block: ChartBlock,
    index: int,
    style: str,
    position: str,
    *,
    name: bool = False,
    offset: float = 0,
    aside: float = 0,
    decimals: int | None = None,
) -> str:
    """Return one point's label, moved down by `offset` and to the right by `aside`: shares of the chart's size."""
    moved = ""
    if max(abs(offset), abs(aside)) > 0.001:
        across = f"{aside:.4f}" if aside else "0"
        moved = f'<c:layout><c:manualLayout><c:x val="{across}"/><c:y val="{offset:.4f}"/></c:manualLayout></c:layout>'
    return (
        f'<c:dLbl><c:idx val="{index}"/>{moved}{label_style(block, style, position, decimals)}'
        f"{shown(value=True, name=name)}<c:separator>\n</c:separator></c:dLbl>"
    )


def label_style(block: ChartBlock, style: str, position: str, decimals: int | None = None) -> str:
    """Return how labels look: their number format, their text, and where they stand."""
    code = escape(number_format(block.decimals if decimals is None else decimals, signed=block.signed))
    return (
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{style}<c:dLblPos val="{position}"/>'
    )


def shown(*, value: bool, name: bool = False) -> str:
    """Return what a label shows."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value:d}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{name:d}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def cell_labels(series: Series, name: str, size: float, colour: str, position: str) -> str:
    """Return `c:dLbls` whose texts are those of the workbook's cells, so that they follow when these are edited.

    Those over the points (`t`) stand below the points that are under zero.
    """
    extension = (
        f'<c:extLst><c:ext uri="{_LABEL_EXTENSION}" {_C15}><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
    )
    parts = []
    for index, words in enumerate(series.texts):
        if not words:
            continue
        value = series.values[index]
        side = "b" if position == "t" and value is not None and value < 0 else position
        guid = str(uuid5(NAMESPACE_URL, f"{name}/{index}")).upper()
        tone = f'<a:rPr lang="{LANGUAGE}" sz="{round(size * 100)}" b="1">{solid(colour)}</a:rPr>'
        field = f'<a:fld id="{{{guid}}}" type="CELLRANGE">{tone}<a:pPr/><a:t>{escape(words)}</a:t></a:fld>'
        parts.append(
            f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{field}'
            f'<a:endParaRPr lang="{LANGUAGE}"/></a:p></c:rich></c:tx><c:dLblPos val="{side}"/>{shown(value=False)}'
            f"{extension}</c:dLbl>"
        )
    style = f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text(size, colour, bold=True, wraps=False)}"
    rest = f'{style}<c:dLblPos val="{position}"/>{shown(value=False)}{extension}'
    return f"<c:dLbls>{''.join(parts)}{rest}</c:dLbls>"


def cell_range(block: ChartBlock, number: int) -> str:
    """Return the series' extension that says in which cells the texts of its labels stand, and keeps a copy."""
    texts = block.series[number].texts
    points = "".join(f'<c:pt idx="{n}"><c:v>{escape(words)}</c:v></c:pt>' for n, words in enumerate(texts))
    return (
        f'<c:extLst><c:ext uri="{_RANGE_EXTENSION}" {_C15}><c15:datalabelsRange>'
        f"<c15:f>{texts_at(block, number)}</c15:f>"
        f'<c15:dlblRangeCache><c:ptCount val="{len(texts)}"/>{points}</c15:dlblRangeCache>'
        "</c15:datalabelsRange></c:ext></c:extLst>"
    )
