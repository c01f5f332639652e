"""A notes page for handing out: the slide's picture across an A4 page, its notes below, its number at the foot."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.runs import paragraph_text
from deckbuilder.refresh.xml import A, P, R

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.render.metrics import Font

WIDE, HIGH = 7560000, 10692000
"""A4 in EMU."""
_MARGIN, _BETWEEN, _FOOT = 540000, 180000, 280000
_INSET = 91440  # of a text's box, on each side
_INDENT = 342900  # of a level of bullets
_SPACE = 4  # points above a paragraph
_SAFE = 1.04  # programs do not break lines just as we do
_POINT = 12700
_SHARES = (1.0, 0.8, 0.6)
_SIZES = (12, 11, 10, 9)
_SHAPE = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'


@dataclass(frozen=True)
class Look:
    """How wide the picture is, as a share of the page's text, and the size of the notes in points."""

    share: float
    size: int


_LEAST = Look(_SHARES[-1], _SIZES[-1])


@dataclass(frozen=True)
class Notes:
    """The paragraphs (`a:p`) on one page, and their look."""

    paragraphs: Sequence[Any]
    look: Look


def laid_out(paragraphs: Sequence[Any], ratio: float, font: Font) -> list[Notes]:
    """Return the notes on one page, at the largest picture and size at which they fit, else on several of the least.

    `ratio` is a slide's height by its width.
    """
    for share in _SHARES:
        for size in _SIZES:
            look = Look(share, size)
            if _fits(paragraphs, look, ratio, font):
                return [Notes(paragraphs, look)]
    return list(_split(paragraphs, ratio, font))


def _split(paragraphs: Sequence[Any], ratio: float, font: Font) -> Iterator[Notes]:
    rest = list(paragraphs)
    while rest:
        count = 1
        while count < len(rest) and _fits(rest[: count + 1], _LEAST, ratio, font):
            count += 1
        yield Notes(rest[:count], _LEAST)
        rest = rest[count:]


def _fits(paragraphs: Sequence[Any], look: Look, ratio: float, font: Font) -> bool:
    return sum(_height(one, look.size, font) for one in paragraphs) * _SAFE <= _text_frame(look, ratio)[3] - 2 * _INSET


def _height(paragraph: Any, size: int, font: Font) -> float:
    properties = paragraph.find(f"{{{A}}}pPr")
    level = 0 if properties is None else int(properties.get("lvl", 0))
    room = WIDE - 2 * _MARGIN - 2 * _INSET - level * _INDENT
    lines = sum(font.lines(words, size, room) for words in paragraph_text(paragraph).split("\v"))
    return lines * font.line_height(size) + _SPACE * _POINT


def _picture_frame(look: Look, ratio: float) -> tuple[int, int, int, int]:
    """Return left, top, width and height of the slide's picture."""
    wide = round((WIDE - 2 * _MARGIN) * look.share)
    return (WIDE - wide) // 2, _MARGIN, wide, round(wide * ratio)


def _text_frame(look: Look, ratio: float) -> tuple[int, int, int, int]:
    _, top, _, height = _picture_frame(look, ratio)
    under = top + height + _BETWEEN
    return _MARGIN, under, WIDE - 2 * _MARGIN, HIGH - _MARGIN - _FOOT - under


def page(notes: Notes, ratio: float, foot: str, typeface: str) -> bytes:
    """Return the notes page's part; `foot` stands last on it, and everything is set in `typeface`."""
    root = etree.fromstring(
        f"<p:notes {_SHAPE}><p:cSld><p:spTree><p:nvGrpSpPr>"
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
    tree = root[0][0]
    locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    tree.append(_shape(2, "Bild", "sldImg", _picture_frame(notes.look, ratio), locks))
    if notes.paragraphs:
        tree.append(_shape(3, "Anteckningar", "body", _text_frame(notes.look, ratio), '<a:spLocks noGrp="1"/>'))
        tree[-1].append(_text([_set(one, notes.look.size, typeface) for one in notes.paragraphs]))
    tree.append(_shape(4, "Sidfot", "", (_MARGIN, HIGH - _MARGIN - _FOOT, WIDE - 2 * _MARGIN, _FOOT), ""))
    line = etree.fromstring(f'<a:p xmlns:a="{A}"><a:r><a:rPr lang="sv-SE"/><a:t/></a:r></a:p>')
    line[0][1].text = foot
    tree[-1].append(_text([_set(line, 9, typeface)]))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _shape(number: int, name: str, place: str, frame: tuple[int, int, int, int], locks: str) -> Any:
    left, top, width, height = frame
    holder = f'<p:ph type="{place}" idx="1"/>' if place == "body" else f'<p:ph type="{place}"/>' if place else ""
    edge = '<a:ln w="6350"><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:ln>' if place == "sldImg" else ""
    return etree.fromstring(
        f'<p:sp {_SHAPE}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        f"<p:cNvSpPr>{locks}</p:cNvSpPr><p:nvPr>{holder}</p:nvPr></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{edge}</p:spPr></p:sp>'
    )


def _text(paragraphs: Sequence[Any]) -> Any:
    body = etree.fromstring(
        f'<p:txBody {_SHAPE}><a:bodyPr wrap="square"><a:noAutofit/></a:bodyPr><a:lstStyle/></p:txBody>'
    )
    body.extend(paragraphs)
    return body


def _set(paragraph: Any, size: int, typeface: str) -> Any:
    """Return a copy of a paragraph in a size and a typeface, without links, which belong to another part."""
    made = deepcopy(paragraph)
    for link in [one for one in made.iter() if etree.QName(one).localname.startswith("hlink")]:
        link.getparent().remove(link)
    properties = made.find(f"{{{A}}}pPr")
    if properties is None:
        properties = etree.Element(f"{{{A}}}pPr")
        made.insert(0, properties)
    if "lvl" not in properties.attrib and not any(etree.QName(one).localname.startswith("bu") for one in properties):
        properties.attrib.update({"marL": "0", "indent": "0"})  # LibreOffice would indent all lines but the first
    for space in [one for one in properties if etree.QName(one).localname in {"lnSpc", "spcBef", "spcAft"}]:
        properties.remove(space)
    properties.insert(0, etree.fromstring(f'<a:spcBef xmlns:a="{A}"><a:spcPts val="{_SPACE * 100}"/></a:spcBef>'))
    for run in [one for one in made if one is not properties and etree.QName(one).localname in {"r", "br", "fld"}]:
        _set_run(run, size, typeface)
    return made


def _set_run(run: Any, size: int, typeface: str) -> None:
    properties = run.find(f"{{{A}}}rPr")
    if properties is None:
        properties = etree.Element(f"{{{A}}}rPr", lang="sv-SE")
        run.insert(0, properties)
    properties.set("sz", str(size * 100))
    for font in properties.findall(f"{{{A}}}latin"):
        properties.remove(font)
    etree.SubElement(properties, f"{{{A}}}latin", typeface=typeface)
