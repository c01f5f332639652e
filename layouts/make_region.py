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
MARGIN, COLUMN, GUTTER, HAIRLINE = 548640, 673100, 274320, 9525
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


def colour(name: str, mod: int = 0, off: int = 0) -> str:
    """Return a theme colour, its luminance scaled and raised (per cent)."""
    change = f'<a:lumMod val="{mod * 1000}"/>' if mod else ""
    change += f'<a:lumOff val="{off * 1000}"/>' if off else ""
    return f'<a:schemeClr val="{name}">{change}</a:schemeClr>'


INK, DEEP, WHITE = colour("tx1"), colour("tx2"), colour("bg1")
MUTED = colour("tx1", 65, 35)
PALE = colour("bg2", 90)
RULE = colour("bg2", 85)


@dataclass(frozen=True)
class Box:
    """A rectangle in EMU."""

    x: int
    y: int
    width: int
    height: int

    def xml(self) -> str:
        """Return the element as XML."""
        return f'<a:xfrm><a:off x="{self.x}" y="{self.y}"/><a:ext cx="{self.width}" cy="{self.height}"/></a:xfrm>'


def grid(first: int, last: int, top: float, bottom: float) -> Box:
    """Return the box over columns first..last of 12, top and bottom in inches."""
    x = MARGIN + (first - 1) * (COLUMN + GUTTER)
    width = (last - first + 1) * (COLUMN + GUTTER) - GUTTER
    y = round(top * EMU)
    return Box(x, y, width, round(bottom * EMU) - y)


CONTENT_TOP, TEXT_TOP, CONTENT_BOTTOM = 1.66, 1.8, 6.68
TITLE = grid(1, 12, 0.26, 1.16)
SUBTITLE = grid(1, 12, 1.17, 1.47)
CONTENT = grid(1, 12, CONTENT_TOP, CONTENT_BOTTOM)
TEXT = grid(1, 12, TEXT_TOP, CONTENT_BOTTOM)
LEFT = grid(1, 8, CONTENT_TOP, CONTENT_BOTTOM)
SOURCE = grid(1, 12, 6.76, 6.96)
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
        """Return the element as XML."""
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
    """Return a bullet character in the first accent colour."""
    return f'<a:buClr>{colour("accent1")}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="{character}"/>'


def bulleted(*sizes: float) -> tuple[Level, ...]:
    """Return nine bulleted levels, each hanging a step further in."""
    padded = [*sizes, *[sizes[-1]] * (9 - len(sizes))]
    step = 251460
    return tuple(
        Level(
            size,
            margin=step * n,
            indent=-step,
            bullet=bullet("\u2022" if n == 1 else "\u2013"),
            before=10 if n == 1 else 4,
        )
        for n, size in enumerate(padded, 1)
    )


NUMBER = f'<a:buClr>{colour("accent1")}</a:buClr><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"/>'
TITLE_TEXT = Level(28, DEEP, bold=True, line=90)
BODY_TEXT = bulleted(24, 20, 18)
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
        """Return the element as XML."""
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
    """Return a paragraph of one run."""
    properties = f'<a:pPr lvl="{level}"/>' if level else ""
    run = f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{escape(text)}</a:t></a:r>'
    return f"<a:p>{properties}{run}</a:p>"


def field(kind: str, guid: str, text: str) -> str:
    """Return a field that PowerPoint fills in; ``text`` stands until then."""
    return f'<a:fld id="{guid}" type="{kind}"><a:rPr lang="{LANGUAGE}"/><a:t>{escape(text)}</a:t></a:fld>'


@dataclass(frozen=True)
class Fill:
    """A filled shape without text that staff see but do not edit."""

    name: str
    box: Box
    colour: str
    geometry: str = RECTANGLE

    def xml(self, shape_id: int) -> str:
        """Return the element as XML."""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={quoteattr(self.name)}/>'
            '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f"<p:spPr>{self.box.xml()}{self.geometry}"
            f"<a:solidFill>{self.colour}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>"
            f"<p:txBody>{body_properties('ctr')}<a:lstStyle/><a:p>{END}</a:p></p:txBody>"
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
        """Return the element as XML."""
        style = Level(self.size, self.colour, bold=True).xml(1)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Ordmärke"/>'
            '<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f"<p:spPr>{self.box.xml()}{RECTANGLE}<a:noFill/></p:spPr>"
            f"<p:txBody>{body_properties(self.anchor)}<a:lstStyle>{style}</a:lstStyle>"
            f"{paragraph(WORDMARK)}</p:txBody></p:sp>"
        )


Shape = Placeholder | Fill | Wordmark


def footer(text: str = "", indexes: Sequence[int] = (10, 11, 12)) -> list[Shape]:
    """Return date, footer and slide number; without a colour they take the master's."""
    # LibreOffice applies lumMod twice where master and layout both state it.
    left = [Level(10, text)] if text else []
    right = [Level(10, text, align="r")] if text else []
    day, foot, page = indexes
    row = FOOT_TOP, FOOT_BOTTOM
    return [
        Placeholder("Datum", "dt", day, grid(10, 11, *row), (), right, "ctr", TODAY),
        Placeholder("Sidfot", "ftr", foot, grid(5, 9, *row), ["Sidfot"], left, "ctr"),
        Placeholder("Bildnummer", "sldNum", page, grid(12, 12, *row), (), right, "ctr", PAGE),
    ]


TODAY = field("datetime1", DATE_FIELD, "2024-01-01")
PAGE = field("slidenum", SLIDE_NUMBER_FIELD, "\u2039#\u203a")
BODY_PROMPT = ("Punkt", "Underpunkt")


def title(box: Box = TITLE, *levels: Level, anchor: str = "b") -> Placeholder:
    """Return the title placeholder; without levels it takes the master's text."""
    return Placeholder("Rubrik", "title", None, box, ["Rubrik"], levels, anchor)


def body(name: str, index: int, box: Box, *levels: Level, prompt: Sequence[str] = BODY_PROMPT) -> Placeholder:
    """Return a body placeholder; without levels it takes the master's bullets."""
    return Placeholder(name, "body", index, box, prompt, levels)


def one_line(name: str, index: int, box: Box, prompt: str, text: Level) -> Placeholder:
    """Return a body placeholder without bullets."""
    return Placeholder(name, "body", index, box, [prompt], [text])


def table(box: Box, index: int = 1) -> Placeholder:
    """Return a table placeholder."""
    return Placeholder("Tabell", "tbl", index, box, ["Tabell"], [Level(16, MUTED)])


def chart(box: Box, index: int = 1) -> Placeholder:
    """Return a chart placeholder."""
    return Placeholder("Diagram", "chart", index, box, ["Diagram"], [Level(16, MUTED)])


def content(*shapes: Shape) -> list[Shape]:
    """Return the shapes between title, subtitle, source and footer."""
    measure = Level(16, MUTED)
    return [
        title(),
        one_line("Underrubrik", 13, SUBTITLE, "Mått, enhet, period", measure),
        *shapes,
        one_line("Källa", 14, SOURCE, "Källa", Level(10, MUTED)),
        *footer(),
    ]


def ridge(name: str, top: float, points: Sequence[tuple[float, float]], fill: str) -> Fill:
    """Return a full-width silhouette down to the slide's bottom edge.

    ``points`` are (x, y) shares of the shape: a start, then cubic curves in threes.
    """
    box = Box(0, round(top * EMU), WIDTH, HEIGHT - round(top * EMU))
    pairs = [f'<a:pt x="{round(x * box.width)}" y="{round(y * box.height)}"/>' for x, y in points]
    curves = "".join(f"<a:cubicBezTo>{''.join(pairs[i : i + 3])}</a:cubicBezTo>" for i in range(1, len(pairs), 3))
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


Points = tuple[tuple[float, float], ...]
FAR: Points = ((0, 0.1), (0.1, -0.1), (0.16, 0.22), (0.26, 0.3))
FAR += ((0.4, 0.4), (0.46, 0.28), (0.6, 0.5), (0.74, 0.72), (0.86, 0.66), (1, 0.82))
NEAR: Points = ((0, 0.42), (0.14, 0.2), (0.24, 0.3), (0.38, 0.5))
NEAR += ((0.54, 0.72), (0.72, 0.5), (1, 0.88))


def landscape() -> list[Shape]:
    """Return the ridges of the dark slides: mountains in the west, sea in the east."""
    return [
        ridge("Fjäll", 5.0, FAR, colour("tx2", 90, 10)),
        ridge("Skog", 5.35, NEAR, colour("accent1")),
    ]


@dataclass(frozen=True)
class Layout:
    """A slide layout; ``furniture`` shows the master's own shapes."""

    name: str
    kind: str
    shapes: Sequence[Shape]
    ground: str = ""
    furniture: bool = True

    def xml(self) -> str:
        """Return the element as XML."""
        hide = "" if self.furniture else ' showMasterSp="0"'
        return (
            f"{XML}<p:sldLayout {NAMESPACES}{hide}"
            f' type="{self.kind}" preserve="1" userDrawn="1">'
            f"<p:cSld name={quoteattr(self.name)}>{background(self.ground)}"
            f"{shape_tree(self.shapes)}</p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )


def background(fill: str) -> str:
    """Return a background of one colour, or nothing."""
    if not fill:
        return ""
    fill = f"<a:solidFill>{fill}</a:solidFill>"
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def shape_tree(shapes: Iterable[Shape]) -> str:
    """Return the shapes with ids from 2, in drawing and reading order."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
        '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{''.join(shape.xml(n) for n, shape in enumerate(shapes, 2))}</p:spTree>"
    )


DISPLAY = Level(44, WHITE, bold=True, line=90)
LEAD = Level(24, WHITE)
DARK_MARK = Wordmark(grid(1, 6, 0.6, 0.95), 18, WHITE)
FOOT_MARK = grid(1, 4, FOOT_TOP, FOOT_BOTTOM)


def opening() -> Layout:
    """Return the title slide; the logo is the staff's own, if they want one."""
    head, lead = grid(1, 10, 1.4, 2.95), grid(1, 10, 3.1, 3.95)
    logo = grid(11, 12, 5.7, 6.5)
    shapes = [
        *landscape(),
        DARK_MARK,
        Placeholder("Rubrik", "ctrTitle", None, head, ["Rubrik"], [DISPLAY], "b"),
        Placeholder("Underrubrik", "subTitle", 1, lead, ["Underrubrik"], [LEAD]),
        one_line("Datum text", 13, grid(1, 10, 4.05, 4.4), "Möte", Level(18, PALE)),
        Placeholder("Logotyp", "pic", 14, logo, ["Logotyp"], [Level(10, PALE)]),
    ]
    return Layout("Titel", "title", shapes, colour("tx2"), furniture=False)


def closing() -> Layout:
    """Return the last slide, on the same ground as the first."""
    shapes = [
        *landscape(),
        DARK_MARK,
        title(grid(1, 10, 1.4, 2.95), DISPLAY),
        body("Underrubrik", 1, grid(1, 10, 3.1, 4.4), LEAD, prompt=["Underrubrik"]),
    ]
    return Layout("Avslut", "secHead", shapes, colour("tx2"), furniture=False)


def section() -> Layout:
    """Return the slide that opens a section."""
    text = Level(24, PALE)
    shapes = [
        Fill("Linje", grid(1, 1, 3.92, 3.98), colour("accent3")),
        Wordmark(FOOT_MARK, 11, WHITE, "ctr"),
        title(grid(1, 10, 1.6, 3.7), DISPLAY),
        body("Underrubrik", 1, grid(1, 10, 4.2, 5.4), text, prompt=["Underrubrik"]),
        *footer(PALE),
    ]
    return Layout("Avsnitt", "secHead", shapes, colour("accent1"), furniture=False)


def agenda() -> Layout:
    """Return a numbered list beside a dark panel with the title."""
    panel = Box(0, 0, grid(5, 12, 0, 1).x - 2 * GUTTER, HEIGHT)
    head = Level(32, WHITE, bold=True, line=90)
    shapes = [
        Fill("Panel", panel, colour("tx2")),
        Wordmark(FOOT_MARK, 11, WHITE, "ctr"),
        title(grid(1, 3, 0.72, 3.0), head, anchor="t"),
        body("Innehåll", 1, grid(5, 12, 0.72, 6.84), *AGENDA_TEXT),
        *footer(),
    ]
    return Layout("Agenda", "tx", shapes, furniture=False)


def two_parts() -> Layout:
    """Return two columns, each under a rule and a heading."""
    shapes: list[Shape] = []
    parts = (("Vänster", 1, 15, 1, 6), ("Höger", 2, 16, 7, 12))
    heading = Level(20, DEEP, bold=True)
    for name, index, heading_index, first, last in parts:
        rule = grid(first, last, CONTENT_TOP + 0.06, CONTENT_TOP + 0.085)
        top = grid(first, last, CONTENT_TOP + 0.2, CONTENT_TOP + 0.56)
        text = grid(first, last, CONTENT_TOP + 0.62, CONTENT_BOTTOM)
        shapes += [
            Fill(f"{name} linje", rule, colour("accent1")),
            one_line(f"{name} rubrik", heading_index, top, "Delrubrik", heading),
            body(name, index, text, *bulleted(20, 18)),
        ]
    return Layout("Två delar", "twoObj", content(*shapes))


def table_and_chart() -> Layout:
    """Return a tall table; beside it a two-line statement over a chart."""
    statement = Level(20, DEEP, bold=True)
    text = grid(7, 12, CONTENT_TOP, CONTENT_TOP + 0.72)
    return Layout(
        "Tabell och diagram",
        "cust",
        content(
            table(grid(1, 6, CONTENT_TOP, CONTENT_BOTTOM)),
            one_line("Text", 15, text, "Slutsats", statement),
            chart(grid(7, 12, CONTENT_TOP + 0.82, CONTENT_BOTTOM), 2),
        ),
    )


def picture(box: Box) -> Placeholder:
    """Return a picture placeholder."""
    return Placeholder("Bild", "pic", 1, box, ["Bild"], [Level(16, MUTED)])


def beside(name: str, kind: str, *left: Shape) -> Layout:
    """Return eight columns for ``left`` or for what is drawn freely, a rule in the gutter and text over four."""
    right = grid(9, 12, CONTENT_TOP, CONTENT_BOTTOM)
    rule = Box(right.x - GUTTER // 2, right.y, HAIRLINE, right.height)
    text = body("Text", 2, right, *bulleted(18, 16))
    return Layout(name, kind, content(*left, Fill("Linje", rule, RULE), text))


def layouts() -> list[Layout]:
    """Return the layouts in the order the PowerPoint menu lists them."""
    return [
        opening(),
        agenda(),
        section(),
        Layout("Rubrik och innehåll", "obj", content(body("Innehåll", 1, TEXT))),
        two_parts(),
        Layout("Tabell", "tbl", content(table(CONTENT))),
        Layout("Diagram", "chart", content(chart(CONTENT))),
        beside("Diagram och text", "chartAndTx", chart(LEFT)),
        table_and_chart(),
        Layout("Endast rubrik", "titleOnly", content()),
        beside("Figur och text", "cust"),
        Layout("Bild", "picTx", content(picture(CONTENT))),
        beside("Bild och text", "picTx", picture(LEFT)),
        closing(),
    ]


def master(count: int) -> str:
    """Return the slide master of ``count`` layouts."""
    shapes = [
        Fill("Flik", grid(1, 1, 0, 0.09), colour("accent1")),
        Fill("Linje", grid(1, 12, 7.0, 7.01), RULE),
        Wordmark(FOOT_MARK, 11, DEEP, "ctr"),
        title(),
        body("Innehåll", 1, TEXT),
        *footer(MUTED, (2, 3, 4)),
    ]
    ids = "".join(f'<p:sldLayoutId id="{MASTER_ID + n}" r:id="rId{n}"/>' for n in range(1, count + 1))
    return (
        f'{XML}<p:sldMaster {NAMESPACES} preserve="1">'
        f"<p:cSld>{background(WHITE)}{shape_tree(shapes)}</p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1"'
        ' accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5"'
        ' accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{TITLE_TEXT.xml(1, '+mj')}</p:titleStyle>"
        f"<p:bodyStyle>{nine(BODY_TEXT)}</p:bodyStyle>"
        f"<p:otherStyle>{nine([Level(18)])}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


MASTER_ID = 2147483648


def presentation() -> str:
    """Return the presentation part: slide size, language, no slides."""
    return (
        f'{XML}<p:presentation {NAMESPACES} saveSubsetFonts="1">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="rId1"/>'
        f'</p:sldMasterIdLst><p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/>'
        f'<p:notesSz cx="{HEIGHT}" cy="9144000"/><p:defaultTextStyle>'
        f'<a:defPPr><a:defRPr lang="{LANGUAGE}"/></a:defPPr>{nine([Level(18)])}'
        "</p:defaultTextStyle></p:presentation>"
    )


def theme() -> str:
    """Return the theme: colours, Calibri and flat fills, no effects."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in PALETTE.items())
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    own = '<a:schemeClr val="phClr"/>'
    fill = f"<a:solidFill>{own}</a:solidFill>"
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{fill}'
        '<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
        for width in (9525, 19050, 28575)
    )
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="{NS_A}" name="Region"><a:themeElements>'
        f'<a:clrScheme name="Region">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Region"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Region"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def table_border(side: str, width: int, fill: str) -> str:
    """Return one border of a table style; ``width`` in EMU."""
    return f'<a:{side}><a:ln w="{width}" cmpd="sng"><a:solidFill>{fill}</a:solidFill></a:ln></a:{side}>'


def table_styles() -> str:
    """Return the default table style: thin rules, bold head and total, no grid."""
    font = '<a:fontRef idx="minor"/>'
    plain = f"<a:tcTxStyle>{font}{INK}</a:tcTxStyle>"
    bold = f'<a:tcTxStyle b="on">{font}{DEEP}</a:tcTxStyle>'
    rules = table_border("bottom", 6350, RULE) + table_border("insideH", 6350, RULE)
    head, total = table_border("bottom", 19050, DEEP), table_border("top", 12700, DEEP)
    return (
        f'{XML}<a:tblStyleLst xmlns:a="{NS_A}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Region">'
        f"<a:wholeTbl>{plain}{cell_style(rules)}</a:wholeTbl>"
        f"<a:lastRow>{bold}{cell_style(total)}</a:lastRow>"
        f"<a:firstRow>{bold}{cell_style(head)}</a:firstRow></a:tblStyle></a:tblStyleLst>"
    )


def cell_style(borders: str) -> str:
    """Return an unfilled cell with these borders."""
    fill = "<a:fill><a:noFill/></a:fill>"
    return f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{fill}</a:tcStyle>"


def core_properties() -> str:
    """Return the document properties, with a fixed date."""
    day = "2024-01-01T00:00:00Z"
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{NS_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Region</dc:title><dc:creator>deckbuilder</dc:creator>"
        "<cp:lastModifiedBy>deckbuilder</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )


def app_properties() -> str:
    """Return the application properties."""
    namespace = NS_R.replace("relationships", "extended-properties")
    return (
        f'{XML}<Properties xmlns="{namespace}">'
        "<PresentationFormat>Widescreen</PresentationFormat>"
        "<Application>deckbuilder</Application></Properties>"
    )


def properties_part(name: str) -> str:
    """Return an empty presentation or view properties part."""
    return f"{XML}<p:{name} {NAMESPACES}/>"


def relationships(targets: Iterable[tuple[str, str]]) -> str:
    """Return a .rels part of (type, target), numbered rId1, rId2 and on."""
    items = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if "/" in kind else f"{NS_R}/{kind}"}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    namespace = f"{NS_PACKAGE}/relationships"
    return f'{XML}<Relationships xmlns="{namespace}">{items}</Relationships>'


def package_relationships() -> dict[str, str]:
    """Return the package's own .rels and the presentation's."""
    core = f"{NS_PACKAGE}/relationships/metadata/core-properties"
    root = [
        ("officeDocument", "ppt/presentation.xml"),
        (core, "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
    ]
    deck = [
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        ("presProps", "presProps.xml"),
        ("viewProps", "viewProps.xml"),
        ("theme", "theme/theme1.xml"),
        ("tableStyles", "tableStyles.xml"),
    ]
    return {
        "_rels/.rels": relationships(root),
        "ppt/_rels/presentation.xml.rels": relationships(deck),
    }


def slide_parts() -> dict[str, str]:
    """Return the master, its layouts and their .rels."""
    found = layouts()
    names = [f"slideLayout{n}.xml" for n in range(1, len(found) + 1)]
    links = [("slideLayout", f"../slideLayouts/{name}") for name in names]
    links.append(("theme", "../theme/theme1.xml"))
    up = relationships([("slideMaster", "../slideMasters/slideMaster1.xml")])
    parts = {
        "ppt/slideMasters/slideMaster1.xml": master(len(found)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(links),
    }
    for name, layout in zip(names, found, strict=True):
        parts[f"ppt/slideLayouts/{name}"] = layout.xml()
        parts[f"ppt/slideLayouts/_rels/{name}.rels"] = up
    return parts


CONTENT_TYPES = {
    "ppt/presentation.xml": f"{PRESENTATIONML}.presentation.main+xml",
    "ppt/presProps.xml": f"{PRESENTATIONML}.presProps+xml",
    "ppt/viewProps.xml": f"{PRESENTATIONML}.viewProps+xml",
    "ppt/tableStyles.xml": f"{PRESENTATIONML}.tableStyles+xml",
    "ppt/theme/theme1.xml": f"{OOXML}.theme+xml",
    "ppt/slideMasters/slideMaster1.xml": f"{PRESENTATIONML}.slideMaster+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{OOXML}.extended-properties+xml",
}


def content_types(names: Iterable[str]) -> str:
    """Return the content types of these parts."""
    layout = f"{PRESENTATIONML}.slideLayout+xml"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{CONTENT_TYPES.get(name, layout)}"/>'
        for name in names
        if not name.endswith(".rels")
    )
    return (
        f'{XML}<Types xmlns="{NS_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def parts() -> dict[str, str]:
    """Return every part of the package by name, content types first."""
    rest = {
        **package_relationships(),
        "docProps/core.xml": core_properties(),
        "docProps/app.xml": app_properties(),
        "ppt/presentation.xml": presentation(),
        "ppt/presProps.xml": properties_part("presentationPr"),
        "ppt/viewProps.xml": properties_part("viewPr"),
        "ppt/tableStyles.xml": table_styles(),
        "ppt/theme/theme1.xml": theme(),
        **slide_parts(),
    }
    return {"[Content_Types].xml": content_types(rest), **rest}


def write(path: Path) -> None:
    """Write the template to ``path``; the same bytes every time."""
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            # Stored, not deflated: zlib builds differ in the bytes they write.
            package.writestr(entry, text, zipfile.ZIP_STORED)


if __name__ == "__main__":
    default = Path(__file__).with_name("region.pptx")
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
