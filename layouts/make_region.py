"""Write region.pptx, the PowerPoint template that deckbuilder ships with.

Run ``python layouts/make_region.py``; the bytes are the same every time. Staff may
replace region.pptx with their own template: deckbuilder looks layouts and
placeholders up by name, and colours and fonts in the theme.
"""

import sys
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

EMU = 914400
WIDTH, HEIGHT = 12192000, 6858000
MARGIN, COLUMN, GUTTER = 548640, 673100, 274320
LANGUAGE = "sv-SE"
WORDMARK = "Region Västerbotten"
TABLE_STYLE = "{6A1B0C52-3D7E-4F0A-9B44-8E5D2C7F1A90}"
SLIDE_NUMBER_FIELD = "{2F8A6B1C-94D3-4E57-A0C8-5B7E1D3F9264}"
DATE_FIELD = "{7C4E9D20-1B6F-4A83-8D95-E3A2F60B7C18}"

NS_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NS_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns:a="{NS_A}" xmlns:r="{NS_R}" xmlns:p="{NS_P}"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OOXML = "application/vnd.openxmlformats-officedocument"
PRESENTATIONML = f"{OOXML}.presentationml"

PALETTE = {
    "dk1": "1B2328",  # ink
    "lt1": "FFFFFF",
    "dk2": "10344A",  # titles, dark backgrounds
    "lt2": "EEF2F5",  # panels
    "accent1": "1D5478",  # actual
    "accent2": "8097A8",  # previous year
    "accent3": "D4761A",  # highlight, own region
    "accent4": "A87700",  # status: delvis
    "accent5": "007566",  # good
    "accent6": "BC3A1A",  # bad
    "hlink": "0B5FA5",
    "folHlink": "6A4C93",
}


def colour(name: str, mod: int = 100, off: int = 0) -> str:
    """Return a theme colour, its luminance scaled and raised (per cent)."""
    change = f'<a:lumMod val="{mod * 1000}"/>' if mod != 100 else ""
    change += f'<a:lumOff val="{off * 1000}"/>' if off else ""
    return f'<a:schemeClr val="{name}">{change}</a:schemeClr>'


INK, DEEP, WHITE = colour("tx1"), colour("tx2"), colour("bg1")
MUTED = colour("tx1", 65, 35)
PALE = colour("bg1", 85)
RULE = colour("bg2", 85)


@dataclass(frozen=True)
class Box:
    """A rectangle in EMU."""

    x: int
    y: int
    width: int
    height: int

    def xml(self, tag: str = "a:xfrm") -> str:
        return (
            f'<{tag}><a:off x="{self.x}" y="{self.y}"/>'
            f'<a:ext cx="{self.width}" cy="{self.height}"/></{tag}>'
        )


def grid(first: int, last: int, top: float, bottom: float) -> Box:
    """Return the box over columns first..last (1–12), between two heights in inches."""
    x = MARGIN + (first - 1) * (COLUMN + GUTTER)
    width = (last - first + 1) * (COLUMN + GUTTER) - GUTTER
    y = round(top * EMU)
    return Box(x, y, width, round(bottom * EMU) - y)


CONTENT_TOP, CONTENT_BOTTOM = 1.66, 6.68
TITLE = grid(1, 12, 0.30, 1.22)
SUBTITLE = grid(1, 12, 1.24, 1.54)
CONTENT = grid(1, 12, CONTENT_TOP, CONTENT_BOTTOM)
SOURCE = grid(1, 12, 6.74, 6.96)
FOOT_TOP, FOOT_BOTTOM = 7.06, 7.28


@dataclass(frozen=True)
class Level:
    """One outline level: sizes and spacing in points, indents in EMU."""

    size: float
    colour: str = INK
    bold: bool = False
    align: str = "l"
    margin: int = 0
    indent: int = 0
    bullet: str = "<a:buNone/>"
    before: float = 0
    line: int = 100

    def xml(self, number: int, font: str = "+mn") -> str:
        return (
            f'<a:lvl{number}pPr marL="{self.margin}" indent="{self.indent}"'
            f' algn="{self.align}" defTabSz="{EMU}" rtl="0" eaLnBrk="1"'
            f' latinLnBrk="0" hangingPunct="1">'
            f'<a:lnSpc><a:spcPct val="{self.line * 1000}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{round(self.before * 100)}"/></a:spcBef>'
            f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{self.bullet}'
            f'<a:defRPr lang="{LANGUAGE}" sz="{round(self.size * 100)}"'
            f' b="{int(self.bold)}" kern="1200">'
            f"<a:solidFill>{self.colour}</a:solidFill>"
            f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/>'
            f'<a:cs typeface="{font}-cs"/></a:defRPr></a:lvl{number}pPr>'
        )


def nine(levels: Sequence[Level], font: str = "+mn") -> str:
    """Return nine levels; the last one given repeats."""
    padded = [*levels, *[levels[-1]] * (9 - len(levels))]
    return "".join(level.xml(n, font) for n, level in enumerate(padded, 1))


def bullet(character: str) -> str:
    return (
        f"<a:buClr>{colour('accent1')}</a:buClr>"
        f'<a:buFont typeface="Arial"/><a:buChar char="{character}"/>'
    )


def bulleted(*sizes: float) -> tuple[Level, ...]:
    """Return nine bulleted levels, each hanging a step further in."""
    padded = [*sizes, *[sizes[-1]] * (9 - len(sizes))]
    step = 251460
    return tuple(
        Level(
            size,
            margin=step * n,
            indent=-step,
            bullet=bullet("•" if n == 1 else "–"),
            before=10 if n == 1 else 4,
        )
        for n, size in enumerate(padded, 1)
    )


NUMBER = (
    f"<a:buClr>{colour('accent1')}</a:buClr>"
    '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"/>'
)
TITLE_TEXT = Level(28, DEEP, bold=True, line=90)
BODY_TEXT = bulleted(20, 18, 16)
SMALL = Level(10, MUTED)
SMALL_RIGHT = Level(10, MUTED, align="r")
AGENDA_TEXT = (
    Level(24, margin=548640, indent=-548640, bullet=NUMBER, before=11),
    Level(18, MUTED, margin=548640, before=1),
)


@dataclass(frozen=True)
class Placeholder:
    """A placeholder: without levels it inherits the master's text style."""

    name: str
    kind: str
    index: int | None
    box: Box
    prompt: Sequence[str] = ()
    levels: Sequence[Level] = ()
    anchor: str = "t"
    field: str = ""

    def xml(self, shape_id: int) -> str:
        index = "" if self.index is None else f' idx="{self.index}"'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={quoteattr(self.name)}/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{self.kind}"{index}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{self.box.xml()}{RECTANGLE}</p:spPr>"
            f"<p:txBody>{body_properties(self.anchor)}{self._style()}"
            f"{self._paragraphs()}</p:txBody></p:sp>"
        )

    def _style(self) -> str:
        if not self.levels:
            return "<a:lstStyle/>"
        font = "+mj" if self.kind in {"title", "ctrTitle"} else "+mn"
        return f"<a:lstStyle>{nine(self.levels, font)}</a:lstStyle>"

    def _paragraphs(self) -> str:
        if self.field:
            return f"<a:p>{self.field}{END}</a:p>"
        if not self.prompt:
            return f"<a:p>{END}</a:p>"
        return "".join(paragraph(text, n) for n, text in enumerate(self.prompt))


RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
END = f'<a:endParaRPr lang="{LANGUAGE}"/>'


def body_properties(anchor: str) -> str:
    """Return a frame without insets or autofit: deckbuilder measures the text."""
    return (
        '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"'
        f' rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    )


def paragraph(text: str, level: int = 0) -> str:
    properties = f'<a:pPr lvl="{level}"/>' if level else ""
    run = f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{escape(text)}</a:t></a:r>'
    return f"<a:p>{properties}{run}</a:p>"


def field(kind: str, guid: str, text: str) -> str:
    return (
        f'<a:fld id="{guid}" type="{kind}"><a:rPr lang="{LANGUAGE}"/>'
        f"<a:t>{escape(text)}</a:t></a:fld>"
    )


@dataclass(frozen=True)
class Fill:
    """A filled shape without text that staff see but do not edit."""

    name: str
    box: Box
    colour: str
    geometry: str = RECTANGLE

    def xml(self, shape_id: int) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={quoteattr(self.name)}/>'
            '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f"<p:spPr>{self.box.xml()}{self.geometry}"
            f"<a:solidFill>{self.colour}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>"
            f'<p:txBody>{body_properties("ctr")}<a:lstStyle/><a:p>{END}</a:p></p:txBody>'
            "</p:sp>"
        )


@dataclass(frozen=True)
class Wordmark:
    """The region's name as plain text."""

    box: Box
    size: float
    colour: str
    anchor: str = "t"

    def xml(self, shape_id: int) -> str:
        style = Level(self.size, self.colour, bold=True).xml(1)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Ordmärke"/>'
            '<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f"<p:spPr>{self.box.xml()}{RECTANGLE}<a:noFill/></p:spPr>"
            f"<p:txBody>{body_properties(self.anchor)}<a:lstStyle>{style}</a:lstStyle>"
            f"{paragraph(WORDMARK)}</p:txBody></p:sp>"
        )


Shape = Placeholder | Fill | Wordmark


def footer(text: str = MUTED, indexes: Sequence[int] = (10, 11, 12)) -> list[Shape]:
    """Return footer, date and slide number; the wordmark stands left of them."""
    left, right = Level(10, text), Level(10, text, align="r")
    date, foot, number = indexes
    boxes = [grid(a, b, FOOT_TOP, FOOT_BOTTOM) for a, b in ((5, 9), (10, 11), (12, 12))]
    return [
        Placeholder("Datum", "dt", date, boxes[1], (), [right], "ctr", TODAY),
        Placeholder("Sidfot", "ftr", foot, boxes[0], (), [left], "ctr"),
        Placeholder("Bildnummer", "sldNum", number, boxes[2], (), [right], "ctr", PAGE),
    ]


TODAY = field("datetime1", DATE_FIELD, "2024-01-01")
PAGE = field("slidenum", SLIDE_NUMBER_FIELD, "‹#›")
BODY_PROMPT = ("Punkt", "Underpunkt")


def title(box: Box = TITLE, *levels: Level, anchor: str = "b") -> Placeholder:
    return Placeholder("Rubrik", "title", None, box, ["Rubrik"], levels, anchor)


def body(
    name: str, index: int, box: Box, *levels: Level, prompt: Sequence[str] = BODY_PROMPT
) -> Placeholder:
    return Placeholder(name, "body", index, box, prompt, levels)


def line_of_text(
    name: str, index: int, box: Box, prompt: str, level: Level, anchor: str = "t"
) -> Placeholder:
    return Placeholder(name, "body", index, box, [prompt], [level], anchor)


def table(box: Box, index: int = 1) -> Placeholder:
    return Placeholder("Tabell", "tbl", index, box, ["Tabell"], [Level(16, MUTED)])


def chart(box: Box, index: int = 1) -> Placeholder:
    return Placeholder("Diagram", "chart", index, box, ["Diagram"], [Level(16, MUTED)])


def content(*shapes: Shape, subtitle: bool = True) -> list[Shape]:
    """Return the shapes between title, subtitle, source and footer."""
    measure = line_of_text(
        "Underrubrik", 13, SUBTITLE, "Mått, enhet, period", Level(16, MUTED), "ctr"
    )
    source = line_of_text("Källa", 14, SOURCE, "Källa", SMALL, "b")
    return [title(), measure, *shapes, source, *footer()]


def ridge(name: str, top: float, points: Sequence[tuple[float, float]], fill: str) -> Fill:
    """Return a full-width silhouette down to the slide's bottom edge.

    ``points`` are (x, y) shares of the shape: a start, then cubic curves in threes.
    """
    box = Box(0, round(top * EMU), WIDTH, HEIGHT - round(top * EMU))
    pairs = [
        f'<a:pt x="{round(x * box.width)}" y="{round(y * box.height)}"/>'
        for x, y in points
    ]
    curves = "".join(
        f"<a:cubicBezTo>{''.join(pairs[i : i + 3])}</a:cubicBezTo>"
        for i in range(1, len(pairs), 3)
    )
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{box.width}" h="{box.height}">'
        f"<a:moveTo>{pairs[0]}</a:moveTo>{curves}"
        f'<a:lnTo><a:pt x="{box.width}" y="{box.height}"/></a:lnTo>'
        f'<a:lnTo><a:pt x="0" y="{box.height}"/></a:lnTo><a:close/>'
        "</a:path></a:pathLst></a:custGeom>"
    )
    return Fill(name, box, fill, geometry)


FAR = ((0, 0.1), (0.1, -0.1), (0.16, 0.22), (0.26, 0.3), (0.4, 0.4), (0.46, 0.28))
FAR += ((0.6, 0.5), (0.74, 0.72), (0.86, 0.62), (1, 0.78))
NEAR = ((0, 0.42), (0.14, 0.2), (0.24, 0.3), (0.38, 0.5), (0.54, 0.72), (0.72, 0.5))
NEAR += ((1, 0.86),)


def landscape(top: float) -> list[Shape]:
    """Return the ridges of the dark slides: mountains in the west, sea in the east."""
    return [
        ridge("Fjäll", top, FAR, colour("tx2", 90, 10)),
        ridge("Skog", top + 0.35, NEAR, colour("accent1")),
    ]


@dataclass(frozen=True)
class Layout:
    """A slide layout: dark ones paint over the master's own shapes."""

    name: str
    kind: str
    shapes: Sequence[Shape]
    background: str = ""

    def xml(self) -> str:
        hide = ' showMasterSp="0"' if self.background else ""
        return (
            f"{XML}<p:sldLayout {NAMESPACES}"
            f'{hide} type="{self.kind}" preserve="1" userDrawn="1">'
            f"<p:cSld name={quoteattr(self.name)}>{background(self.background)}"
            f"{shape_tree(self.shapes)}</p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )


def background(fill: str) -> str:
    if not fill:
        return ""
    return (
        f"<p:bg><p:bgPr><a:solidFill>{fill}</a:solidFill><a:effectLst/></p:bgPr></p:bg>"
    )


def shape_tree(shapes: Iterable[Shape]) -> str:
    group = Box(0, 0, 0, 0).xml().replace("</a:xfrm>", "")
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
        f'</p:nvGrpSpPr><p:grpSpPr>{group}<a:chOff x="0" y="0"/>'
        '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{''.join(shape.xml(n) for n, shape in enumerate(shapes, 2))}</p:spTree>"
    )


def opening() -> Layout:
    head = Level(44, WHITE, bold=True, line=90)
    return Layout(
        "Titel",
        "title",
        [
            *landscape(5.0),
            Wordmark(grid(1, 6, 0.6, 0.95), 18, WHITE),
            Placeholder(
                "Rubrik", "ctrTitle", None, grid(1, 10, 1.45, 3.0), ["Rubrik"], [head], "b"
            ),
            Placeholder(
                "Underrubrik",
                "subTitle",
                1,
                grid(1, 10, 3.15, 4.0),
                ["Underrubrik"],
                [Level(24, WHITE)],
            ),
            line_of_text(
                "Datum text", 13, grid(1, 10, 4.1, 4.45), "Möte och datum", Level(18, PALE)
            ),
            Placeholder(
                "Logotyp",
                "pic",
                14,
                grid(11, 12, 6.2, 7.0),
                ["Logotyp"],
                [Level(10, PALE, align="r")],
                "b",
            ),
        ],
        colour("tx2"),
    )


def closing() -> Layout:
    head = Level(44, WHITE, bold=True, line=90)
    return Layout(
        "Avslut",
        "secHead",
        [
            *landscape(5.0),
            Wordmark(grid(1, 6, 0.6, 0.95), 18, WHITE),
            title(grid(1, 10, 1.45, 3.0), head),
            body("Underrubrik", 1, grid(1, 10, 3.15, 4.6), Level(24, WHITE), prompt=["Underrubrik"]),
        ],
        colour("tx2"),
    )


def section() -> Layout:
    head = Level(44, WHITE, bold=True, line=90)
    return Layout(
        "Avsnitt",
        "secHead",
        [
            Fill("Linje", grid(1, 1, 3.92, 3.98), colour("accent3")),
            Wordmark(grid(1, 4, FOOT_TOP, FOOT_BOTTOM), 11, WHITE, "ctr"),
            title(grid(1, 10, 1.6, 3.7), head),
            body("Underrubrik", 1, grid(1, 10, 4.2, 5.4), Level(24, PALE), prompt=["Underrubrik"]),
            *footer(PALE),
        ],
        colour("accent1"),
    )


def agenda() -> Layout:
    panel = Box(0, 0, grid(1, 4, 0, 1).x + grid(1, 4, 0, 1).width + GUTTER // 2, HEIGHT)
    return Layout(
        "Agenda",
        "tx",
        [
            Fill("Panel", panel, colour("tx2")),
            Wordmark(grid(1, 4, FOOT_TOP, FOOT_BOTTOM), 11, WHITE, "ctr"),
            title(grid(1, 3, 0.85, 3.0), Level(32, WHITE, bold=True, line=90), anchor="t"),
            body("Innehåll", 1, grid(5, 12, 0.75, 6.8), *AGENDA_TEXT),
            *footer(),
        ],
    )
