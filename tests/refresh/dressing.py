"""All that a deck may hold and that is not ours, put into one as PowerPoint writes it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from deckbuilder.refresh.identity import PRESENTATION, properties_of
from deckbuilder.refresh.parts import Parts, relations_name
from deckbuilder.refresh.xml import A, P, R
from tests.refresh.reading import P14, shape, slide

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MICROSOFT = "http://schemas.microsoft.com/office/"
_ML = "application/vnd.openxmlformats-officedocument."
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_P188 = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
_P15 = "http://schemas.microsoft.com/office/powerpoint/2012/main"
_THEME = f"{_ML}theme+xml"
_AUTHOR = "{11111111-2222-4333-8444-555555555555}"
_TAGS = f'<p:tagLst xmlns:p="{P}"><p:tag name="ANNAT_TILLÄGG" val="%s"/></p:tagLst>'
_SPACES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}" xmlns:p14="{P14}" xmlns:mc="{_MC}"'
_FIRST, _FREE = 4_000, 2_147_490_000

TIMING = """
<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst><p:par>
<p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr>
<p:cTn id="4" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="%s"><p:txEl><p:pRg st="0" end="0"/></p:txEl></p:spTgt>
</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to>
<p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:seq></p:childTnLst>
</p:cTn></p:par></p:tnLst><p:bldLst><p:bldP spid="%s" grpId="0" build="p"/></p:bldLst></p:timing>"""
TRANSITION = """
<mc:AlternateContent><mc:Choice Requires="p14"><p:transition spd="slow" p14:dur="2000"><p:fade/></p:transition>
</mc:Choice><mc:Fallback><p:transition spd="slow"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>"""
GUIDES = f"""
<p:extLst><p:ext uri="{{2D200454-40CA-4A62-9FC3-DE9A4176ACB9}}"><p15:notesGuideLst xmlns:p15="{_P15}"/></p:ext>
</p:extLst>"""


def dressed(content: bytes) -> bytes:
    """Return a deck with everything of others in it: on the slide `laget`, on a slide of its own, and in the deck."""
    deck = Parts.of(content)
    _dress_package(deck)
    _dress_presentation(deck)
    _dress_slide(deck, slide(deck, "laget"))
    _add_own_slide(deck)
    return deck.content()


def xml(text: str) -> Any:
    """Return an element of a text in which the usual prefixes stand."""
    return etree.fromstring(f"<x {_SPACES}>{text.strip()}</x>", etree.XMLParser(remove_blank_text=True))[0]


def _add(deck: Parts, to: str, kind: str, pattern: str, content_type: str, blob: str | bytes) -> str:
    """Add a part and a relationship to it; return the relationship's id."""
    written = blob if isinstance(blob, bytes) else blob.encode()
    return deck.relate(to, kind if kind.startswith("http") else OFFICE + kind, deck.add(pattern, content_type, written))


def _dress_package(deck: Parts) -> None:
    custom = (
        f'<Properties xmlns="{OFFICE.replace("/relationships/", "/custom-properties")}" xmlns:vt='
        f'"{OFFICE.replace("/relationships/", "/docPropsVTypes")}"><property fmtid='
        '"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Diarienummer"><vt:lpwstr>RS 12-2024</vt:lpwstr>'
        "</property></Properties>"
    )
    _add(deck, "", "custom-properties", "docProps/custom{}.xml", f"{_ML}custom-properties+xml", custom)
    thumbnail = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    _add(deck, "", thumbnail, "docProps/thumbnail{}.jpeg", "image/jpeg", bytes.fromhex("ffd8ffe0ffd9"))


def _dress_presentation(deck: Parts) -> None:
    root = deck.tree(PRESENTATION)
    font = _add(deck, PRESENTATION, "font", "ppt/fonts/font{}.fntdata", "application/x-fontdata", b"\x01font")
    author = f'<p188:author id="{_AUTHOR}" name="A" userId="a" providerId="None"/>'
    authors = f'<p188:authorLst xmlns:p188="{_P188}">{author}</p188:authorLst>'
    _add(deck, PRESENTATION, f"{MICROSOFT}2018/10/relationships/authors", "ppt/authors{}.xml",
         "application/vnd.ms-powerpoint.authors+xml", authors)  # fmt: skip
    person = '<p:cmAuthor id="0" name="A" initials="A" lastIdx="1" clrIdx="0"/>'
    classic = f'<p:cmAuthorLst xmlns:p="{P}">{person}</p:cmAuthorLst>'
    _add(deck, PRESENTATION, "commentAuthors", "ppt/commentAuthors{}.xml",
         f"{_ML}presentationml.commentAuthors+xml", classic)  # fmt: skip
    tags = _add(deck, PRESENTATION, "tags", "ppt/tags/tag{}.xml", f"{_ML}presentationml.tags+xml", _TAGS % "fil")
    item = deck.add("customXml/item{}.xml", "application/xml", b"<andras xmlns='urn:annan'>\r\n  <a/>\r\n</andras>")
    deck.relate(PRESENTATION, f"{OFFICE}customXml", item)
    linked = next(one for one in deck.relations(PRESENTATION) if one.target == slide(deck, "laget")).id
    other = next(one for one in deck.relations(PRESENTATION) if one.target == slide(deck, "dagar")).id
    face = f'<p:embeddedFont><p:font typeface="Egen"/><p:regular r:id="{font}"/></p:embeddedFont>'
    shown = f'<p:sld r:id="{linked}"/><p:sld r:id="{other}"/>'
    show = f'<p:custShow name="Ledning" id="0"><p:sldLst>{shown}</p:sldLst></p:custShow>'
    new = [
        f"<p:embeddedFontLst>{face}</p:embeddedFontLst>",
        f"<p:custShowLst>{show}</p:custShowLst>",
        f'<p:custDataLst><p:tags r:id="{tags}"/></p:custDataLst>',
    ]
    elder = root.find(f"{{{P}}}notesSz")
    for text in new:
        elder.addnext(xml(text))
        elder = elder.getnext()
    guides = f'<p:ext uri="{{EFAFB233-063F-42B5-8137-9DF3F51BA10A}}"><p15:sldGuideLst xmlns:p15="{_P15}"/></p:ext>'
    root.find(f"{{{P}}}extLst").append(xml(guides))
    deck.touch(PRESENTATION)


def _dress_slide(deck: Parts, part: str) -> None:
    """Give a slide of ours transition, animation, comments of both kinds, tags of another add-in, and a link."""
    root, title = deck.tree(part), shape(deck, "laget/title")
    number = properties_of(title).get("id")
    for text in (TRANSITION, TIMING % (number, number), GUIDES):
        root.append(xml(text))
    tags = _add(deck, part, "tags", "ppt/tags/tag{}.xml", f"{_ML}presentationml.tags+xml", _TAGS % "rubrik")
    title.find(f".//{{{P}}}nvPr").append(xml(f'<p:custDataLst><p:tags r:id="{tags}"/></p:custDataLst>'))
    own = _add(deck, part, "tags", "ppt/tags/tag{}.xml", f"{_ML}presentationml.tags+xml", _TAGS % "bild")
    root.find(f"{{{P}}}cSld/{{{P}}}custDataLst").insert(0, xml(f'<p:custData r:id="{_own_data(deck, part)}"/>'))
    root.find(f"{{{P}}}cSld").find(f"{{{P}}}custDataLst")[-1].set(f"{{{R}}}id", _merged_tags(deck, part, own))
    classic = (
        f'<p:cmLst xmlns:p="{P}"><p:cm authorId="0" dt="2024-08-01T08:00:00" idx="1"><p:pos x="10" y="10"/>'
        "<p:text>Stämmer detta?</p:text></p:cm></p:cmLst>"
    )
    _add(deck, part, "comments", "ppt/comments/comment{}.xml", f"{_ML}presentationml.comments+xml", classic)
    modern = (
        f'<p188:cmLst xmlns:p188="{_P188}" xmlns:a="{A}"><p188:cm id="{_AUTHOR}" authorId="{_AUTHOR}" '
        f'created="2024-08-01T08:00:00"><p188:unknownAnchor/>'
        "<p188:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>Och detta?</a:t></a:r></a:p>"
        "</p188:txBody></p188:cm></p188:cmLst>"
    )
    _add(deck, part, f"{MICROSOFT}2018/10/relationships/comments", "ppt/comments/modernComment_{}.xml",
         "application/vnd.ms-powerpoint.comments+xml", modern)  # fmt: skip
    link = deck.relate(part, f"{OFFICE}hyperlink", "https")
    external = next(one for one in deck.tree(relations_name(part)) if one.get("Id") == link)
    external.set("Target", "https://example.org/")
    external.set("TargetMode", "External")
    run = next(shape(deck, "laget/subtitle").iter(f"{{{A}}}rPr"))
    run.append(xml(f'<a:hlinkClick r:id="{link}"/>'))
    deck.touch(part)


def _own_data(deck: Parts, part: str) -> str:
    """Add data of another add-in to a slide, in custom XML."""
    item = deck.add("customXml/item{}.xml", "application/xml", b"<bilddata xmlns='urn:annan'/>")
    return deck.relate(part, f"{OFFICE}customXml", item)


def _merged_tags(deck: Parts, part: str, own: str) -> str:
    """Put both add-ins' tags in one part, as PowerPoint has them; return the id of its relationship."""
    ours = next(one for one in deck.relations(part) if one.kind == "tags" and b"DECKBUILDER" in deck.blobs[one.target])
    theirs = next(one for one in deck.relations(part) if one.id == own)
    deck.tree(ours.target).append(deck.tree(theirs.target)[0])
    deck.touch(ours.target)
    deck.unrelate(part, own)
    deck.drop(theirs.target)
    return ours.id


def _add_own_slide(deck: Parts) -> None:
    """Add a slide with people's own master, and all that a slide can hold."""
    layout = _own_master(deck)
    part = deck.add("ppt/slides/slide{}.xml", f"{_ML}presentationml.slide+xml", b"<x/>")
    deck.relate(part, f"{OFFICE}slideLayout", layout)
    shapes = "".join(_own_shapes(deck, part))
    group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    colours = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    root = f"<p:sld {_SPACES}><p:cSld><p:spTree>{group}{shapes}</p:spTree></p:cSld>{colours}</p:sld>"
    deck.put(part, root.encode())
    notes = root.replace("p:sld", "p:notes").replace(shapes, _text(2, "Egna anteckningar"))
    named = deck.add("ppt/notesSlides/notesSlide{}.xml", f"{_ML}presentationml.notesSlide+xml", notes.encode())
    deck.relate(part, f"{OFFICE}notesSlide", named)
    deck.relate(named, f"{OFFICE}notesMaster", "ppt/notesMasters/notesMaster1.xml")
    deck.relate(named, f"{OFFICE}slide", part)
    id_ = deck.relate(PRESENTATION, f"{OFFICE}slide", part)
    listing = deck.tree(PRESENTATION).find(f"{{{P}}}sldIdLst")
    listing.append(xml(f'<p:sldId id="{_FIRST}" r:id="{id_}"/>'))
    section = [*deck.tree(PRESENTATION).iter(f"{{{P14}}}sldIdLst")][-1]
    section.append(xml(f'<p14:sldId id="{_FIRST}"/>'))


def _own_master(deck: Parts) -> str:
    """Copy the master and one layout as people's own, with its theme; return the layout."""
    old = deck.related(PRESENTATION, "slideMaster")[0]
    theme = deck.add("ppt/theme/theme{}.xml", _THEME, deck.blobs[deck.related(old, "theme")[0]])
    master = deck.add("ppt/slideMasters/slideMaster{}.xml", deck.content_type(old), deck.blobs[old])
    source = deck.related(old, "slideLayout")[0]
    layout = deck.add("ppt/slideLayouts/slideLayout{}.xml", deck.content_type(source), deck.blobs[source])
    deck.tree(layout).find(f"{{{P}}}cSld").set("name", "Egen layout")
    deck.touch(layout)
    deck.relate(layout, f"{OFFICE}slideMaster", master)
    listed = deck.relate(master, f"{OFFICE}slideLayout", layout)
    deck.relate(master, f"{OFFICE}theme", theme)
    root = deck.tree(master)
    root.find(f"{{{P}}}sldLayoutIdLst")[:] = [xml(f'<p:sldLayoutId id="{_FREE + 1}" r:id="{listed}"/>')]
    deck.touch(master)
    id_ = deck.relate(PRESENTATION, f"{OFFICE}slideMaster", master)
    deck.tree(PRESENTATION).find(f"{{{P}}}sldMasterIdLst").append(xml(f'<p:sldMasterId id="{_FREE}" r:id="{id_}"/>'))
    return layout


def _own_shapes(deck: Parts, part: str) -> Iterator[str]:
    link = deck.relate(part, f"{OFFICE}slide", slide(deck, "dagar"))
    yield _text(2, "Se dagarna").replace(
        "</p:cNvPr>", f'<a:hlinkClick r:id="{link}" action="ppaction://hlinksldjump"/></p:cNvPr>'
    )
    poster = _add(deck, part, "image", "ppt/media/image{}.png", "image/png", b"\x89PNGbild")
    yield _picture(3, "Foto", poster)
    film = deck.add("ppt/media/media{}.mp4", "video/mp4", b"\x00\x00\x00\x18ftypmp42")
    shown, kept = (
        deck.relate(part, f"{OFFICE}video", film),
        deck.relate(part, f"{MICROSOFT}2007/relationships/media", film),
    )
    uri = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"
    media = f'<p:extLst><p:ext uri="{uri}"><p14:media r:embed="{kept}"/></p:ext></p:extLst>'
    yield _picture(4, "Film", poster, f'<a:videoFile r:link="{shown}"/>{media}')
    sound = deck.add("ppt/media/media{}.m4a", "audio/mp4", b"\x00\x00\x00\x18ftypM4A ")
    heard, stored = (
        deck.relate(part, f"{OFFICE}audio", sound),
        deck.relate(part, f"{MICROSOFT}2007/relationships/media", sound),
    )
    yield _picture(5, "Ljud", poster, f'<a:audioFile r:link="{heard}"/>{media.replace(kept, stored)}')
    book = _add(
        deck, part, "package", "ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx", f"{_ML}spreadsheetml.sheet", _book()
    )
    told = f'name="Arbetsblad" r:id="{book}" imgW="100" imgH="100" progId="Excel.Sheet.12"'
    ole = f"<p:oleObj {told}><p:embed/>{_picture(0, '', poster)}</p:oleObj>"
    yield _frame(6, "Objekt", "http://schemas.openxmlformats.org/presentationml/2006/ole", ole)
    yield _frame(7, "SmartArt", _DIAGRAM, _diagram(deck, part))
    ink = _add(
        deck,
        part,
        "customXml",
        "ppt/ink/ink{}.xml",
        "application/inkml+xml",
        "<inkml:ink xmlns:inkml='http://www.w3.org/2003/InkML'/>",
    )
    written = (
        f'<p:contentPart p14:bwMode="auto" r:id="{ink}"><p14:nvContentPartPr><p14:cNvPr id="8" name="Penna"/>'
        "<p14:cNvContentPartPr/><p14:nvPr/></p14:nvContentPartPr></p:contentPart>"
    )
    yield (
        f'<mc:AlternateContent><mc:Choice Requires="p14">{written}</mc:Choice><mc:Fallback>'
        f"{_picture(8, 'Penna', poster)}</mc:Fallback></mc:AlternateContent>"
    )


def _diagram(deck: Parts, part: str) -> str:
    names = {
        "dm": ("data", "dataModel"),
        "lo": ("layout", "layoutDef"),
        "qs": ("quickStyle", "styleDef"),
        "cs": ("colors", "colorsDef"),
    }
    inside = {"dm": "<dgm:ptLst/>", "lo": "<dgm:layoutNode/>", "qs": '<dgm:styleLbl name="node0"/>', "cs": ""}
    ids = {}
    for key, (name, root) in names.items():
        kind = "diagram" + name[0].upper() + name[1:]
        blob = f'<dgm:{root} xmlns:dgm="{_DIAGRAM}">{inside[key]}</dgm:{root}>'
        content = {"quickStyle": "Style"}.get(name, name[0].upper() + name[1:])
        ids[key] = _add(deck, part, kind, f"ppt/diagrams/{name}{{}}.xml", f"{_ML}drawingml.diagram{content}+xml", blob)
    told = " ".join(f'r:{key}="{id_}"' for key, id_ in ids.items())
    return f'<dgm:relIds xmlns:dgm="{_DIAGRAM}" {told}/>'


def _book() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        archive.writestr(ZipInfo("[Content_Types].xml"), "<Types/>")
    return stream.getvalue()


_BOX = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def _text(number: int, words: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Textruta {number}"></p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{_BOX}{_RECTANGLE}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
        f'<a:p><a:r><a:rPr lang="sv-SE"/><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _picture(number: int, name: str, image: str, more: str = "") -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{name}"/><p:cNvPicPr/><p:nvPr>{more}</p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{image}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{_BOX}{_RECTANGLE}</p:spPr></p:pic>"
    )


def _frame(number: int, name: str, uri: str, inside: str) -> str:
    box = _BOX.replace("a:xfrm", "p:xfrm")
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{name}"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f'</p:nvGraphicFramePr>{box}<a:graphic><a:graphicData uri="{uri}">{inside}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
