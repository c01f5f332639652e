"""A chart as PowerPoint writes it when it saves a deck in which nobody has touched the chart."""

from __future__ import annotations

from itertools import count
from typing import Any

from lxml import etree

from deckbuilder.refresh.xml import A, C, local

_C14 = "http://schemas.microsoft.com/office/drawing/2007/8/2/chart"
_C16 = "http://schemas.microsoft.com/office/drawing/2014/chart"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_R3 = "http://schemas.microsoft.com/office/drawing/2017/03/chart"
_STYLE = (
    f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:c14="{_C14}" Requires="c14"><c14:style val="102"/>'
    '</mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent>'
)
_UNIQUE = "{C3380CC4-5D6E-409C-BE32-E72D297353CC}"
_OPTIONS = "{56B9EC1D-385E-4148-901F-78D8002777C0}"
_BEFORE_POINTS = ("invertIfNegative", "pictureOptions", "explosion", "marker", "spPr", "tx", "order", "idx")


def as_powerpoint_writes_charts(root: Any) -> None:
    """Rewrite a chart part's tree: what is default spelled out, extensions with ids, numbers in their shortest form."""
    _head(root)
    numbers = count()
    for series in root.iter(f"{{{C}}}ser"):
        _series(series, numbers)
    for cache in root.iter(f"{{{C}}}numCache"):
        for value in cache.iter(f"{{{C}}}v"):
            value.text = repr(float(value.text)).removesuffix(".0")
    for paragraph in root.iter(f"{{{A}}}p"):
        if paragraph.find(f"{{{A}}}endParaRPr") is None:
            etree.SubElement(paragraph, f"{{{A}}}endParaRPr", lang="sv-SE")
    chart = root.find(f"{{{C}}}chart")
    options = (
        f'<c16r3:dataDisplayOptions16 xmlns:c16r3="{_R3}"><c16r3:dispNaAsBlank val="1"/></c16r3:dataDisplayOptions16>'
    )
    _extend(chart, _OPTIONS, options)


def _head(root: Any) -> None:
    head = {local(one): one for one in root if local(one) in {"date1904", "lang", "roundedCorners"}}
    for one in head.values():
        root.remove(one)
    new = [
        _xml('<c:date1904 val="0"/>'),
        _xml('<c:lang val="sv-SE"/>'),
        _xml('<c:roundedCorners val="0"/>'),
        _xml(_STYLE),
    ]
    root[0:0] = new


def _series(series: Any, numbers: count[int]) -> None:
    bars = local(series.getparent()) in {"barChart", "bar3DChart"}
    if bars and series.find(f"{{{C}}}invertIfNegative") is None:
        elder = next(series.find(f"{{{C}}}{tag}") for tag in _BEFORE_POINTS if series.find(f"{{{C}}}{tag}") is not None)
        elder.addnext(_xml('<c:invertIfNegative val="0"/>'))
    for point in series.iterfind(f"{{{C}}}dPt"):
        elder = point.find(f"{{{C}}}idx")
        if bars and point.find(f"{{{C}}}invertIfNegative") is None:
            elder.addnext(_xml('<c:invertIfNegative val="0"/>'))
            elder = elder.getnext()
        if point.find(f"{{{C}}}bubble3D") is None:
            (point.find(f"{{{C}}}marker") if point.find(f"{{{C}}}marker") is not None else elder).addnext(
                _xml('<c:bubble3D val="0"/>')
            )
        _name(point, numbers)
    for cache in series.iter(f"{{{C}}}numCache"):
        if cache.find(f"{{{C}}}formatCode") is None:
            cache.insert(0, _xml("<c:formatCode>General</c:formatCode>"))
    _name(series, numbers)


def _name(element: Any, numbers: count[int]) -> None:
    guid = f"{{{next(numbers):08X}-5D6E-409C-BE32-E72D297353CC}}"
    _extend(element, _UNIQUE, f'<c16:uniqueId xmlns:c16="{_C16}" val="{guid}"/>')


def _extend(element: Any, uri: str, content: str) -> None:
    extensions = element.find(f"{{{C}}}extLst")
    if extensions is None:
        extensions = etree.SubElement(element, f"{{{C}}}extLst")
    extensions.append(_xml(f'<c:ext uri="{uri}">{content}</c:ext>'))


def _xml(text: str) -> Any:
    return etree.fromstring(f'<x xmlns:c="{C}" xmlns:a="{A}">{text}</x>')[0]
