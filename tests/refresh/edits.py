"""Edits that people make, on the XML as PowerPoint writes it. Each returns how to see that it is still there.

An edit takes a deck and the name of a shape (`utfall/table`) or the id of a slide.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.copying import copy_part
from deckbuilder.refresh.identity import PRESENTATION, name_of, properties_of, slide_parts
from deckbuilder.refresh.parts import relations_name
from deckbuilder.refresh.xml import A, C, P, R, local
from tests.refresh.reading import (
    P14,
    chart_of,
    free_number,
    lines,
    notes_of,
    order,
    sections,
    shape,
    shapes,
    slide,
    stands_before,
    words,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckbuilder.refresh.parts import Parts

    Check = Callable[[Parts], bool]
    Edit = Callable[[Parts, str], Check]

_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_COMMENTS = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
OWN = "Skrivet för hand"
FIRST_ROWS = {"Hus", "Kallelser"}
"""The labels of the tables' first rows, as the report is made before the edits."""


def _xml(text: str) -> Any:
    return etree.fromstring(text.replace(">", f' xmlns:a="{A}" xmlns:p="{P}" xmlns:c="{C}" xmlns:r="{R}">', 1))


def _found(deck: Parts, name: str) -> Any:
    deck.touch(slide(deck, name.partition("/")[0]))
    return shape(deck, name)


def _body(deck: Parts, name: str) -> Any:
    """Return the text that an edit of a shape's text is about: of a table the first cell beside the first row's label.

    The data may have put that row elsewhere since.
    """
    id_, _, block = name.partition("/")
    if block == "notes":
        deck.touch(deck.related(slide(deck, id_), "notesSlide")[0])
        return notes_of(deck, slide(deck, id_))
    found = _found(deck, name)
    rows = list(found.iter(f"{{{A}}}tr")) if found is not None else []
    named = [row for row in rows if words(row[0]) in FIRST_ROWS] or rows[1:]
    return named[0][1] if named else found


def _first(deck: Parts, name: str) -> Any:
    """Return the first paragraph that has words."""
    return next(one for one in _body(deck, name).iter(f"{{{A}}}p") if one.find(f"{{{A}}}r") is not None)


# Texts


def retype(deck: Parts, name: str) -> Check:
    """Write another text over a shape's first."""
    runs = _first(deck, name).findall(f"{{{A}}}r")
    runs[0].find(f"{{{A}}}t").text = OWN
    for run in runs[1:]:
        run.getparent().remove(run)
    return lambda merged: OWN in words(_body(merged, name))


def add_words(deck: Parts, name: str) -> Check:
    """Write on after the first paragraph's last word."""
    _first(deck, name).findall(f"{{{A}}}r")[-1].find(f"{{{A}}}t").text += f". {OWN}"
    return lambda merged: OWN in words(_body(merged, name))


def bold_last_word(deck: Parts, name: str) -> Check:
    """Make the first paragraph's last word bold, which splits its run."""
    run = _first(deck, name).findall(f"{{{A}}}r")[-1]
    head, space, word = run.findtext(f"{{{A}}}t").rpartition(" ")
    second = deepcopy(run)
    run.find(f"{{{A}}}t").text = head + space
    second.find(f"{{{A}}}t").text = word
    second.find(f"{{{A}}}rPr").set("b", "1")
    second.find(f"{{{A}}}rPr").set("i", "1")
    run.addnext(second)
    if not head + space:
        run.getparent().remove(run)
    return lambda merged: bool(_italic(_body(merged, name)))


def _italic(body: Any) -> list[str]:
    runs = body.iter(f"{{{A}}}r")
    return [one.findtext(f"{{{A}}}t") for one in runs if one.find(f"{{{A}}}rPr[@i='1']") is not None]


def font(deck: Parts, name: str) -> Check:
    """Give the first paragraph another font and size."""
    for run in _first(deck, name).findall(f"{{{A}}}r"):
        run.find(f"{{{A}}}rPr").set("sz", "3300")
        etree.SubElement(run.find(f"{{{A}}}rPr"), f"{{{A}}}latin", typeface="Georgia")
    return lambda merged: all(
        run.find(f"{{{A}}}rPr[@sz='3300']/{{{A}}}latin[@typeface='Georgia']") is not None
        for run in _first(merged, name).findall(f"{{{A}}}r")
    )


def centre(deck: Parts, name: str) -> Check:
    """Centre the first paragraph."""
    paragraph = _first(deck, name)
    if paragraph.find(f"{{{A}}}pPr") is None:
        paragraph.insert(0, etree.Element(f"{{{A}}}pPr"))
    paragraph.find(f"{{{A}}}pPr").set("algn", "ctr")
    return lambda merged: _first(merged, name).find(f"{{{A}}}pPr").get("algn") == "ctr"


def add_paragraph(deck: Parts, name: str) -> Check:
    """Write a paragraph of one's own after the first."""
    first = _first(deck, name)
    second = deepcopy(first)
    for run in second.findall(f"{{{A}}}r")[1:]:
        second.remove(run)
    second.find(f"{{{A}}}r/{{{A}}}t").text = OWN
    first.addnext(second)
    return lambda merged: OWN in lines(_body(merged, name))


def delete_paragraph(deck: Parts, name: str) -> Check:
    """Take out the second paragraph."""
    paragraphs = list(_body(deck, name).iter(f"{{{A}}}p"))
    begins = words(paragraphs[1])[:6] or lines(_body(deck, name))[1][:6]
    paragraphs[1].getparent().remove(paragraphs[1])
    return lambda merged: not any(line.startswith(begins) for line in lines(_body(merged, name)))


def spelling_marks(deck: Parts, name: str) -> Check:
    """Split runs as PowerPoint does at words that it does not know; no one has edited anything."""
    run = _first(deck, name).findall(f"{{{A}}}r")[-1]
    text = run.findtext(f"{{{A}}}t")
    second = deepcopy(run)
    run.find(f"{{{A}}}t").text, second.find(f"{{{A}}}t").text = text[:4], text[4:]
    second.find(f"{{{A}}}rPr").set("err", "1")
    run.addnext(second)
    return lambda merged: _body(merged, name) is not None


# Shapes


def move(deck: Parts, name: str) -> Check:
    """Move a shape."""
    _place(_found(deck, name), 1_111_111, 2_222_222, None)
    return lambda merged: next(shape(merged, name).iter(f"{{{A}}}off")).get("x") == "1111111"


def resize(deck: Parts, name: str) -> Check:
    """Make a shape of another size."""
    _place(_found(deck, name), 1_000_000, 2_000_000, 3_333_333)
    return lambda merged: next(shape(merged, name).iter(f"{{{A}}}ext")).get("cx") == "3333333"


def _place(found: Any, x: int, y: int, width: int | None) -> None:
    frame = found.find(f"{{{P}}}xfrm") if local(found) == "graphicFrame" else found.find(f".//{{{A}}}xfrm")
    if frame is None:
        frame = etree.SubElement(found.find(f"{{{P}}}spPr"), f"{{{A}}}xfrm")
        etree.SubElement(frame, f"{{{A}}}off")
        etree.SubElement(frame, f"{{{A}}}ext", cx="1000000", cy="900000")
    frame.find(f"{{{A}}}off").set("x", str(x))
    frame.find(f"{{{A}}}off").set("y", str(y))
    if width is not None:
        frame.find(f"{{{A}}}ext").set("cx", str(width))


def outline(deck: Parts, name: str) -> Check:
    """Give a shape a line around it."""
    form = _found(deck, name).find(f"{{{P}}}spPr")
    for old in form.findall(f"{{{A}}}ln"):
        form.remove(old)
    form.append(_xml('<a:ln w="38100"><a:solidFill><a:srgbClr val="FF00FF"/></a:solidFill></a:ln>'))
    return lambda merged: shape(merged, name).find(f"{{{P}}}spPr/{{{A}}}ln").get("w") == "38100"


def delete(deck: Parts, name: str) -> Check:
    """Delete a shape."""
    found = _found(deck, name)
    found.getparent().remove(found)
    return lambda merged: shape(merged, name) is None


def duplicate(deck: Parts, name: str) -> Check:
    """Copy a shape and paste it on the same slide."""
    found = _found(deck, name)
    _paste(deck, slide(deck, name.partition("/")[0]), found)
    return lambda merged: _count(merged, name) >= 2


def copy_elsewhere(deck: Parts, name: str) -> Check:
    """Copy a shape and paste it on the slide `vard`, with what it points at."""
    found, home, away = _found(deck, name), slide(deck, name.partition("/")[0]), slide(deck, "vard")
    pasted = _paste(deck, away, found)
    for one in pasted.iter():
        for key, id_ in one.attrib.items():
            if key.startswith(f"{{{R}}}"):
                relation = next(relation for relation in deck.relations(home) if relation.id == id_)
                one.set(key, deck.relate(away, relation.type, copy_part(deck, relation.target, deck)))
    deck.touch(away)
    return lambda merged: any(name_of(one) == name for one in shapes(merged.tree(slide(merged, "vard"))))


def _paste(deck: Parts, part: str, found: Any) -> Any:
    tree = deck.tree(part).find(f"{{{P}}}cSld/{{{P}}}spTree")
    pasted = deepcopy(found)
    for one in pasted.iter(f"{{{P}}}cNvPr"):
        one.set("id", str(int(free_number(tree)) + 1_000 * len(tree) + int(one.get("id"))))
    tree.append(pasted)
    return pasted


def _count(deck: Parts, name: str) -> int:
    return sum(name_of(one) == name for part in slide_parts(deck) for one in shapes(deck.tree(part)))


def group(deck: Parts, name: str) -> Check:
    """Group a shape with one of one's own."""
    found = _found(deck, name)
    number = int(free_number(found.getroottree().getroot()))
    holder = _xml(
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="Grupp 7"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9000" cy="9000"/><a:chOff x="0" y="0"/>'
        '<a:chExt cx="9000" cy="9000"/></a:xfrm></p:grpSpPr></p:grpSp>'
    )
    found.addprevious(holder)
    holder.append(found)
    holder.append(_own_shape(number + 1))
    return lambda merged: name_of(shape(merged, name).getparent()) == "Grupp 7"


def rename_alternative_text(deck: Parts, name: str) -> Check:
    """Write another alternative text."""
    properties_of(_found(deck, name)).set("descr", OWN)
    return lambda merged: properties_of(shape(merged, name)).get("descr") == OWN


def change_picture(deck: Parts, name: str) -> Check:
    """Put another picture in a picture's place."""
    found, part = _found(deck, name), slide(deck, name.partition("/")[0])
    blob = b"\x89PNG\r\n\x1a\n another"
    added = deck.add("ppt/media/image{}.png", "image/png", blob)
    next(found.iter(f"{{{A}}}blip")).set(f"{{{R}}}embed", deck.relate(part, f"{_KINDS}image", added))
    return lambda merged: blob in merged.blobs.values() and bool(merged.related(slide(merged, name[:5]), "image"))


def _own_shape(number: int) -> Any:
    return _xml(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="textruta {number}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        '<p:spPr><a:xfrm><a:off x="5" y="5"/><a:ext cx="900" cy="900"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE" dirty="0"/>'
        f"<a:t>{OWN}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


# Tables and charts; each kind of edit of theirs has tests of its own


def add_row(deck: Parts, name: str) -> Check:
    """Add a row of one's own after the first below the headings."""
    row = list(_found(deck, name).iter(f"{{{A}}}tr"))[1]
    own = deepcopy(row)
    for cell in own.iter(f"{{{A}}}tc"):
        next(cell.iter(f"{{{A}}}t")).text = OWN
    row.addnext(own)
    return lambda merged: OWN in words(shape(merged, name))


def add_column(deck: Parts, name: str) -> Check:
    """Add a column of one's own to the right."""
    table = next(_found(deck, name).iter(f"{{{A}}}tbl"))
    grid = table.find(f"{{{A}}}tblGrid")
    grid.append(deepcopy(grid[-1]))
    for row in table.iter(f"{{{A}}}tr"):
        cell = deepcopy(row.findall(f"{{{A}}}tc")[-1])
        runs = list(cell.iter(f"{{{A}}}r"))
        for run in runs[1:]:
            run.getparent().remove(run)
        runs[0].find(f"{{{A}}}t").text = OWN
        row.findall(f"{{{A}}}tc")[-1].addnext(cell)
    return lambda merged: OWN in words(shape(merged, name))


def change_series_colour(deck: Parts, name: str) -> Check:
    """Give a chart's first series another colour."""
    series = _first_series(deck, name)
    series.find(f"{{{C}}}spPr")[:] = [_xml('<a:solidFill><a:srgbClr val="FF00FF"/></a:solidFill>')]
    return lambda merged: _first_series(merged, name).find(f"{{{C}}}spPr//{{{A}}}srgbClr").get("val") == "FF00FF"


def _first_series(deck: Parts, name: str) -> Any:
    part = chart_of(deck, slide(deck, name.partition("/")[0]), shape(deck, name))
    deck.touch(part)
    return next(deck.tree(part).iter(f"{{{C}}}ser"))


def change_chart_type(deck: Parts, name: str) -> Check:
    """Make lines of columns."""
    plot = _first_series(deck, name).getparent()
    plot.tag = f"{{{C}}}lineChart"
    for tag in ("barDir", "gapWidth", "overlap"):
        for one in plot.findall(f"{{{C}}}{tag}"):
            plot.remove(one)
    for one in plot.iter(f"{{{C}}}invertIfNegative"):
        one.getparent().remove(one)
    return lambda merged: local(_first_series(merged, name).getparent()) == "lineChart"


# Slides


def add_shape(deck: Parts, id_: str) -> Check:
    """Add a text box of one's own to a slide."""
    deck.touch(slide(deck, id_))
    tree = deck.tree(slide(deck, id_)).find(f"{{{P}}}cSld/{{{P}}}spTree")
    tree.append(_own_shape(int(free_number(tree))))
    return lambda merged: OWN in words(merged.tree(slide(merged, id_)))


def animate(deck: Parts, id_: str) -> Check:
    """Let the title of a slide appear at a click."""
    root, number = deck.tree(slide(deck, id_)), properties_of(shape(deck, f"{id_}/title")).get("id")
    deck.touch(slide(deck, id_))
    root.append(_xml(f'<p:timing><p:bldLst><p:bldP spid="{number}" grpId="0"/></p:bldLst></p:timing>'))
    return lambda merged: (
        merged.tree(slide(merged, id_)).find(f".//{{{P}}}bldP").get("spid")
        == properties_of(shape(merged, f"{id_}/title")).get("id")
    )


def transition(deck: Parts, id_: str) -> Check:
    """Let a slide fade in."""
    root = deck.tree(slide(deck, id_))
    deck.touch(slide(deck, id_))
    root.find(f"{{{P}}}clrMapOvr").addnext(_xml('<p:transition spd="slow"><p:fade/></p:transition>'))
    return lambda merged: merged.tree(slide(merged, id_)).find(f"{{{P}}}transition/{{{P}}}fade") is not None


def comment(deck: Parts, id_: str) -> Check:
    """Comment on a slide."""
    text = (
        f'<p:cmLst xmlns:p="{P}"><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>{OWN}</p:text></p:cm></p:cmLst>'
    )
    added = deck.add("ppt/comments/comment{}.xml", _COMMENTS, text.encode())
    deck.relate(slide(deck, id_), f"{_KINDS}comments", added)
    return lambda merged: (
        [merged.blobs[one] for one in merged.related(slide(merged, id_), "comments")] == [text.encode()]
    )


def hide(deck: Parts, id_: str) -> Check:
    """Hide a slide."""
    deck.touch(slide(deck, id_))
    deck.tree(slide(deck, id_)).set("show", "0")
    return lambda merged: merged.tree(slide(merged, id_)).get("show") == "0"


def change_layout(deck: Parts, id_: str) -> Check:
    """Give a slide another layout."""
    other = "ppt/slideLayouts/slideLayout3.xml"
    relations = relations_name(slide(deck, id_))
    for one in deck.tree(relations):
        if one.get("Type").endswith("/slideLayout"):
            one.set("Target", "../slideLayouts/slideLayout3.xml")
    deck.touch(relations)
    return lambda merged: merged.related(slide(merged, id_), "slideLayout") == [other]


def delete_slide(deck: Parts, id_: str) -> Check:
    """Delete a slide."""
    part = slide(deck, id_)
    entry, number = _entry(deck, part), _number(deck, part)
    deck.unrelate(PRESENTATION, entry.get(f"{{{R}}}id"))
    entry.getparent().remove(entry)
    for one in [one for one in deck.tree(PRESENTATION).iter(f"{{{P14}}}sldId") if one.get("id") == number]:
        one.getparent().remove(one)
    _drop_orphans(deck)
    return lambda merged: id_ not in order(merged)


def _drop_orphans(deck: Parts) -> None:
    deck.touch(PRESENTATION)
    there = {name for name in deck.blobs if not name.endswith(".rels") and name != "[Content_Types].xml"}
    for name in there - deck.reachable():
        deck.drop(name)


def move_slide(deck: Parts, id_: str) -> Check:
    """Drag a slide to the end, and so into the last section."""
    entry, number = _entry(deck, slide(deck, id_)), _number(deck, slide(deck, id_))
    entry.getparent().append(entry)
    listed = list(deck.tree(PRESENTATION).iter(f"{{{P14}}}section"))
    own = next(one for section in listed for one in section.iter(f"{{{P14}}}sldId") if one.get("id") == number)
    listed[-1].find(f"{{{P14}}}sldIdLst").append(own)
    deck.touch(PRESENTATION)
    return lambda merged: stands_before(order(merged), *order(deck)[-2:]) and id_ in list(sections(merged).values())[-1]


def duplicate_slide(deck: Parts, id_: str) -> Check:
    """Duplicate a slide: PowerPoint copies its tags, notes and charts."""
    copied = _new_slide(deck, slide(deck, id_), deck.blobs[slide(deck, id_)], id_)
    for one in deck.relations(slide(deck, id_)):
        shared = one.kind in {"slideLayout", "image"}
        new = one.target if shared else _copy_notes(deck, one.target, copied) if one.kind == "notesSlide" else ""
        _relate_as(deck, copied, one.id, one.type, new or copy_part(deck, one.target, deck))
    return lambda merged: order(merged).count(id_) == 2


def _copy_notes(deck: Parts, notes: str, copied: str) -> str:
    name = deck.add("ppt/notesSlides/notesSlide{}.xml", deck.content_type(notes), deck.blobs[notes])
    for one in deck.relations(notes):
        _relate_as(deck, name, one.id, one.type, copied if one.kind == "slide" else one.target)
    return name


def _relate_as(deck: Parts, part: str, id_: str, type_: str, to: str) -> None:
    given = deck.relate(part, type_, to)
    root = deck.tree(relations_name(part))
    next(one for one in root if one.get("Id") == given).set("Id", id_ if id_ != given else given)


def own_slide(deck: Parts, id_: str) -> Check:
    """Add a slide of one's own after a slide."""
    root = _xml("<p:sld><p:cSld><p:spTree/></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>")
    head = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    root[0][0].extend([_xml(head), _xml("<p:grpSpPr></p:grpSpPr>"), _own_shape(2)])
    name = _new_slide(deck, slide(deck, id_), etree.tostring(root), id_)
    deck.relate(name, f"{_KINDS}slideLayout", deck.related(slide(deck, id_), "slideLayout")[0])
    content = deck.blobs[name]
    return lambda merged: name in slide_parts(merged) and merged.blobs[name] == content


def _new_slide(deck: Parts, like: str, blob: bytes, id_: str) -> str:
    """Add a slide's part after the slide `id_`, in its section."""
    entry, number = _entry(deck, slide(deck, id_)), _number(deck, slide(deck, id_))
    name = deck.add("ppt/slides/slide{}.xml", deck.content_type(like), blob)
    free = str(max(int(one.get("id")) for one in entry.getparent()) + 1)
    relation = deck.relate(PRESENTATION, f"{_KINDS}slide", name)
    entry.addnext(etree.Element(f"{{{P}}}sldId", {"id": free, f"{{{R}}}id": relation}))
    own = next((one for one in deck.tree(PRESENTATION).iter(f"{{{P14}}}sldId") if one.get("id") == number), None)
    if own is not None:
        own.addnext(etree.Element(f"{{{P14}}}sldId", id=free))
    deck.touch(PRESENTATION)
    return name


def rename_section(deck: Parts, id_: str) -> Check:
    """Rename the section that a slide stands in."""
    number = _number(deck, slide(deck, id_))
    own = next(one for one in deck.tree(PRESENTATION).iter(f"{{{P14}}}sldId") if one.get("id") == number)
    own.getparent().getparent().set("name", f"{OWN} {id_}")
    deck.touch(PRESENTATION)
    return lambda merged: id_ in sections(merged)[f"{OWN} {id_}"]


def own_section(deck: Parts, id_: str) -> Check:
    """Begin a section of one's own at a slide."""
    number = _number(deck, slide(deck, id_))
    own = next(one for one in deck.tree(PRESENTATION).iter(f"{{{P14}}}sldId") if one.get("id") == number)
    section = own.getparent().getparent()
    made = etree.Element(f"{{{P14}}}section", name=f"{OWN} {id_}", id="{11111111-2222-4333-8444-555555555555}")
    listing = etree.SubElement(made, f"{{{P14}}}sldIdLst")
    listing.extend([own, *own.itersiblings()])
    section.addnext(made)
    deck.touch(PRESENTATION)
    return lambda merged: id_ in sections(merged)[f"{OWN} {id_}"]


def delete_sections(deck: Parts, id_: str) -> Check:  # noqa: ARG001 -- it is the deck's edit, not a slide's
    """Take away all sections."""
    for one in list(deck.tree(PRESENTATION).iter(f"{{{P14}}}sectionLst")):
        one.getparent().getparent().remove(one.getparent())
    deck.touch(PRESENTATION)
    return lambda merged: not sections(merged)


def delete_notes(deck: Parts, id_: str) -> Check:
    """Delete a slide's notes."""
    part = slide(deck, id_)
    relation = next(one for one in deck.relations(part) if one.kind == "notesSlide")
    deck.unrelate(part, relation.id)
    _drop_orphans(deck)
    return lambda merged: not merged.related(slide(merged, id_), "notesSlide")


def _entry(deck: Parts, part: str) -> Any:
    ids = {one.id for one in deck.relations(PRESENTATION) if one.target == part}
    listed = deck.tree(PRESENTATION).iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId")
    return next(one for one in listed if one.get(f"{{{R}}}id") in ids)


def _number(deck: Parts, part: str) -> str:
    return str(_entry(deck, part).get("id"))


CARD = "nyckeltal/drawing/kort-1-value"
TEXTS = (
    "laget/title", "laget/subtitle", "laget/body", "utfall/table", "initiativ/table", "utfall/notes", "utfall/source",
    CARD,
)  # fmt: skip
BLOCKS = (
    CARD, "laget/title", "laget/body", "utfall/table", "stapel/chart", "nyckeltal/drawing", "fjall/picture",
    "dagar/plot", "initiativ/table",
)  # fmt: skip
FORMS = ("laget/title", "laget/body", CARD, "fjall/picture", "dagar/plot")
DESCRIBED = ("utfall/table", "stapel/chart", "nyckeltal/drawing", "fjall/picture", "dagar/plot")
SLIDES = ("omslag", "laget", "utfall", "stapel", "nyckeltal", "fjall", "initiativ", "dagar")
EDITS: dict[Edit, tuple[str, ...]] = {
    **dict.fromkeys((retype, add_words, bold_last_word, font, centre, add_paragraph, spelling_marks), TEXTS),
    delete_paragraph: ("laget/body", "utfall/notes"),
    **dict.fromkeys((move, resize, delete, duplicate, copy_elsewhere, group), BLOCKS),
    outline: FORMS,
    rename_alternative_text: DESCRIBED,
    change_picture: ("fjall/picture", "dagar/plot"),
    **dict.fromkeys((add_row, add_column), ("utfall/table", "initiativ/table")),
    **dict.fromkeys((change_series_colour, change_chart_type), ("stapel/chart",)),
    **dict.fromkeys((add_shape, animate, transition, comment, hide, change_layout), SLIDES),
    **dict.fromkeys((delete_slide, move_slide, duplicate_slide, own_slide), SLIDES),
    **dict.fromkeys((rename_section, own_section), ("laget", "fjall")),
    delete_sections: ("",),
    delete_notes: ("laget", "utfall", "stapel"),
}
"""Every edit, and what it is made of."""
FORM_ONLY = (
    bold_last_word, font, centre, spelling_marks, move, resize, group, outline, change_series_colour, add_shape,
    animate, transition, comment, hide, change_layout, move_slide, duplicate_slide, own_slide, rename_section,
    own_section, delete_sections,
)  # fmt: skip
"""Edits that say nothing: every new number comes in, and there is nothing to settle."""
