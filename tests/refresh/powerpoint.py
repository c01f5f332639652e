"""Rewrites a deck as PowerPoint saves it when nobody has edited anything: other names and ids, the same content."""

from __future__ import annotations

import posixpath
import re
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from deckbuilder.refresh.identity import slide_parts
from deckbuilder.refresh.parts import CONTENT_TYPES, Parts, relations_name
from deckbuilder.refresh.xml import A, P, R, local
from tests.refresh.powerpoint_charts import as_powerpoint_writes_charts

if TYPE_CHECKING:
    from collections.abc import Iterator

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_A16 = "http://schemas.microsoft.com/office/drawing/2014/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_XML_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>3</TotalTime>'
    b"<Application>Microsoft Office PowerPoint</Application><PresentationFormat>Bredbild</PresentationFormat>"
    b"<AppVersion>16.0000</AppVersion></Properties>"
)
_JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
_FOLDERS = ("slides/slide", "slideLayouts/slideLayout", "charts/chart", "tags/tag", "notesSlides/notesSlide", "media/")
_SHAPE_PROPERTIES = {f"{{{P}}}{tag}" for tag in ("nvSpPr", "nvGraphicFramePr", "nvPicPr", "nvGrpSpPr", "nvCxnSpPr")}
_CREATION = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"
_COLUMN = "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}"
_ROW = "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}"
_SLIDE_CREATION = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"
_MODIFIED = "{D42A27DB-BD31-4B8C-83A1-F6EECF244321}"
_FLAT = "<a:off x='0' y='0'/><a:ext cx='0' cy='0'/><a:chOff x='0' y='0'/><a:chExt cx='0' cy='0'/>"


def rewrite(deck: bytes) -> bytes:
    """Return a deck as PowerPoint saves it."""
    parts = Parts.of(deck)
    numbers = count(4_000_000)
    slides = slide_parts(parts)
    for part in slides:
        _rewrite_slide(parts.tree(part), numbers)
        for notes in parts.related(part, "notesSlide"):
            _rewrite_texts(parts.tree(notes))
    for part in [one for one in parts.blobs if re.match(r"ppt/charts/chart\d+\.xml$", one)]:
        as_powerpoint_writes_charts(parts.tree(part))
    names = _new_names(parts, slides)
    written: dict[str, bytes] = {}
    for part in parts.blobs:
        if part != CONTENT_TYPES and not part.endswith(".rels"):
            ids = _write_relations(parts, part, names, written)
            written[names[part]] = _written(parts, part, ids)
    _write_relations(parts, "", names, written)
    written["docProps/app.xml"] = _APP
    written["docProps/thumbnail.jpeg"] = _JPEG
    return _packed({CONTENT_TYPES: _content_types(parts, names, written), **written})


# What a slide says, said in PowerPoint's way


def _rewrite_slide(root: Any, numbers: Iterator[int]) -> None:
    common = root.find(f"{{{P}}}cSld")
    group = common.find(f"{{{P}}}spTree/{{{P}}}grpSpPr")
    if not len(group):
        group.append(_xml(f"<a:xfrm>{_FLAT}</a:xfrm>"))
    for properties in [one for one in root.iter() if one.tag in _SHAPE_PROPERTIES]:
        guid = f"{{{next(numbers):08X}-0000-4000-8000-000000000000}}"
        _extend(properties.find(f"{{{P}}}cNvPr"), "a", _CREATION, f'<a16:creationId xmlns:a16="{_A16}" id="{guid}"/>')
        if local(properties) == "nvGraphicFramePr":
            modified = f'<p14:modId xmlns:p14="{_P14}" val="{next(numbers)}"/>'
            _extend(properties.find(f"{{{P}}}nvPr"), "p", _MODIFIED, modified)
    for column in root.iter(f"{{{A}}}gridCol"):
        _extend(column, "a", _COLUMN, f'<a16:colId xmlns:a16="{_A16}" val="{next(numbers)}"/>')
    for row in root.iter(f"{{{A}}}tr"):
        _extend(row, "a", _ROW, f'<a16:rowId xmlns:a16="{_A16}" val="{next(numbers)}"/>')
    _rewrite_texts(root)
    _extend(common, "p", _SLIDE_CREATION, f'<p14:creationId xmlns:p14="{_P14}" val="{next(numbers)}"/>')
    if root.find(f"{{{P}}}timing") is None:
        idle = '<p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"/></p:par></p:tnLst>'
        after = root.find(f"{{{P}}}transition")
        (root.find(f"{{{P}}}clrMapOvr") if after is None else after).addnext(_xml(f"<p:timing>{idle}</p:timing>"))


def _extend(element: Any, prefix: str, uri: str, content: str) -> None:
    """Give an element an extension, as its last child."""
    extensions = element.find(f"{{{A if prefix == 'a' else P}}}extLst")
    if extensions is None:
        extensions = _xml(f"<{prefix}:extLst/>")
        element.append(extensions)
    extensions.append(_xml(f'<{prefix}:ext uri="{uri}">{content}</{prefix}:ext>'))


def _rewrite_texts(root: Any) -> None:
    for body in [one for one in root.iter() if local(one) == "txBody"]:
        if body.find(f"{{{A}}}lstStyle") is None:
            body.find(f"{{{A}}}bodyPr").addnext(_xml("<a:lstStyle/>"))
        for shrunk in body.iterfind(f"{{{A}}}bodyPr/{{{A}}}normAutofit"):
            shrunk.set("fontScale", "92500")
            shrunk.set("lnSpcReduction", "10000")
        for paragraph in body.iterfind(f"{{{A}}}p"):
            _rewrite_paragraph(paragraph)
    for field in root.iter(f"{{{A}}}fld"):
        field.find(f"{{{A}}}t").text = "7"


def _rewrite_paragraph(paragraph: Any) -> None:
    """Mark the spelling of the first long word, drop what is empty, and end the paragraph with its form."""
    _join_alike(paragraph)
    runs = paragraph.findall(f"{{{A}}}r")
    for run in runs:
        form = run.find(f"{{{A}}}rPr")
        if form is None:
            run.insert(0, _xml('<a:rPr lang="sv-SE"/>'))
        run.find(f"{{{A}}}rPr").set("dirty", "0")
    wordy = next((run for run in runs if " " in run.findtext(f"{{{A}}}t", "").strip()), None)
    if wordy is not None:
        _split(wordy)
    if (form := paragraph.find(f"{{{A}}}pPr")) is not None and not len(form) and not form.attrib:
        paragraph.remove(form)
    if runs and paragraph.find(f"{{{A}}}endParaRPr") is None:
        paragraph.append(_xml('<a:endParaRPr lang="en-US" dirty="0"/>'))


def _join_alike(paragraph: Any) -> None:
    """Join runs of the same form that stand side by side."""
    for run in paragraph.findall(f"{{{A}}}r"):
        elder = run.getprevious()
        if elder is not None and elder.tag == run.tag and _form(elder) == _form(run):
            text = elder.find(f"{{{A}}}t")
            text.text = f"{text.text or ''}{run.findtext(f'{{{A}}}t') or ''}"
            paragraph.remove(run)


def _form(run: Any) -> bytes:
    found = run.find(f"{{{A}}}rPr")
    return b"" if found is None else bytes(etree.tostring(found, method="c14n", with_tail=False))


def _split(run: Any) -> None:
    """Split a run at its second word, which PowerPoint takes for a spelling error in another language."""
    first, _, rest = run.findtext(f"{{{A}}}t").partition(" ")
    second, space, last = rest.partition(" ")
    elder = run
    for text, marks in ((second, {"err": "1", "lang": "en-US"}), (space + last, {})):
        if text:
            copied = _xml(etree.tostring(run).decode())
            copied.find(f"{{{A}}}t").text = text
            for key, value in marks.items():
                copied.find(f"{{{A}}}rPr").set(key, value)
            elder.addnext(copied)
            elder = copied
    run.find(f"{{{A}}}t").text = f"{first} "


def _xml(text: str) -> Any:
    opening = re.match(r"<[\w:]+", text)
    assert opening is not None
    spaces = "".join(f' xmlns:{p}="{n}"' for p, n in (("a", A), ("p", P), ("r", R)) if f"xmlns:{p}=" not in text[:400])
    return etree.fromstring(text[: opening.end()] + spaces + text[opening.end() :])


# Names, relationships and the package


def _new_names(parts: Parts, slides: list[str]) -> dict[str, str]:
    """Return the new name of each part: slides in their order, all else in another."""
    names = {part: part for part in parts.blobs}
    for folder in _FOLDERS:
        found = [part for part in parts.blobs if re.match(rf"ppt/{folder}\w*\d+\.\w+$", part)]
        ordered = slides if folder == "slides/slide" else found[::-1]
        stem = "media/image" if folder == "media/" else folder
        for number, part in enumerate(ordered, start=1):
            names[part] = f"ppt/{stem}{number}.{part.rpartition('.')[2]}"
    books = [part for part in parts.blobs if re.match(r"ppt/embeddings/\w+\.xlsx$", part)]
    for number, part in enumerate(books[::-1]):
        names[part] = f"ppt/embeddings/Microsoft_Excel_Worksheet{number or ''}.xlsx"
    return names


def _write_relations(parts: Parts, part: str, names: dict[str, str], written: dict[str, bytes]) -> dict[str, str]:
    """Write a part's relationships under new ids, the last first; return the new ids by the old."""
    found = parts.relations(part)
    if not found:
        return {}
    ids = {one.id: f"rId{number}" for number, one in enumerate(found[::-1], start=1)}
    home = names.get(part, "")
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    if not part:
        thumbnail = {"Id": "rId99", "Type": _THUMBNAIL, "Target": "docProps/thumbnail.jpeg"}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", thumbnail)
    for one in found:
        relative = posixpath.relpath(f"/{names.get(one.target, one.target)}", f"/{posixpath.dirname(home)}")
        told = {"Id": ids[one.id], "Type": one.type, "Target": one.target if one.external else relative}
        more = {"TargetMode": "External"} if one.external else {}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", {**told, **more})
    written[relations_name(home)] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return ids


def _written(parts: Parts, part: str, ids: dict[str, str]) -> bytes:
    """Return a part's bytes; XML of the deck with new relationship ids, attributes and prefixes in another order."""
    if not part.startswith("ppt/") or not part.endswith(".xml"):
        return parts.blobs[part]
    root = parts.tree(part)
    for element in root.iter(etree.Element):
        told = sorted(element.attrib.items(), reverse=True)
        element.attrib.clear()
        element.attrib.update(
            {key: ids.get(value, value) if key.startswith(f"{{{R}}}") else value for key, value in told}
        )
    spaces = dict(sorted({**root.nsmap, "a": A, "r": R}.items(), key=lambda one: str(one[0]), reverse=True))
    again = etree.Element(root.tag, dict(root.attrib), spaces)
    again[:] = list(root)
    etree.cleanup_namespaces(again, keep_ns_prefixes=["a", "r", "p14"])
    return bytes(etree.tostring(again, xml_declaration=True, encoding="UTF-8", standalone=True))


def _content_types(parts: Parts, names: dict[str, str], written: dict[str, bytes]) -> bytes:
    old = {new: name for name, new in names.items()}
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    defaults = {"jpeg": "image/jpeg", "png": "image/png", "rels": _XML_RELATIONS, "xml": "application/xml"}
    for extension, kind in defaults.items():
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
    for name in sorted(written):
        usual = defaults.get(name.rpartition(".")[2], "")
        kind = parts.content_type(old.get(name, name)) or usual
        if not name.endswith(".rels") and kind != usual:
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(written: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, blob in written.items():
            archive.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), blob, ZIP_DEFLATED)
    return stream.getvalue()
