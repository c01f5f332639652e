"""What is not ours in a deck survives a merge bit for bit, and goes with nothing but its own slide."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from deckbuilder.refresh.base import packed
from deckbuilder.refresh.identity import PRESENTATION, slide_parts
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.xml import A, C, P, R
from tests.refresh.dressing import TIMING, TRANSITION, dressed, xml
from tests.refresh.powerpoint import rewrite
from tests.refresh.project import AFTER, BEFORE, Report, build
from tests.refresh.reading import broken, chart_of, notes_of, shape, slide

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckbuilder.refresh.merge import Merged

pytestmark = pytest.mark.slow

_OURS = ("ppt/slides/", "ppt/charts/", "ppt/embeddings/", "ppt/notesSlides/", "ppt/media/", "customXml/")
_PACKAGE = ("[Content_Types].xml", ".rels")
REORDERED = Report(slides=BEFORE.slides[::-1])
LESS = Report(slides=AFTER.without("utfall", "stapel", "fjall"), utfall=AFTER.utfall)
MORE = Report(slides=(*AFTER.slides, ("ny", "{type: section, title: Nytt}")), text=AFTER.text)
REPORTS = {"changed": AFTER, "other order": REORDERED, "slides removed": LESS, "a slide added": MORE}


@cache
def edited(*, saved: bool = False) -> bytes:
    """Return a deck with all that is not ours in it, as edited or as PowerPoint saves it after that."""
    return rewrite(dressed(build(BEFORE))) if saved else dressed(build(BEFORE))


def merged(report: Report, theirs: bytes) -> Merged:
    found = merge(packed(build(BEFORE)), theirs, build(report))
    assert broken(found.content) == []
    return found


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("saved", [False, True])
def test_every_part_that_is_not_ours_has_the_same_bytes(report: Report, *, saved: bool) -> None:
    before, after = Parts.of(edited(saved=saved)), Parts.of(merged(report, edited(saved=saved)).content)
    own = {name: blob for name, blob in before.blobs.items() if not _is_ours(name, before)}
    assert len(own) > 40
    assert {name: after.blobs.get(name) for name in own} == own
    assert set(own) & before.reachable() <= after.reachable()


def _is_ours(name: str, deck: Parts) -> bool:
    if name == PRESENTATION or name.endswith(_PACKAGE) or not name.startswith((*_OURS, "ppt/tags/")):
        return name == PRESENTATION or name.endswith(_PACKAGE)
    own = slide_parts(deck)[-1]
    made = [one.target for part in slide_parts(deck)[:-1] for one in deck.relations(part) if "omment" not in one.type]
    tagged = [one.target for one in deck.relations(PRESENTATION) if one.kind == "tags"]
    behind = [one.target for part in made for one in deck.relations(part) if one.kind == "package"]
    return name != own and name not in tagged and name in {*made, *behind, *slide_parts(deck)}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_everything_of_others_on_a_slide_of_ours_stays(report: Report) -> None:
    before, after = Parts.of(edited()), Parts.of(merged(report, edited()).content)
    assert _others(after) == _others(before)
    assert b"bild" in after.blobs[after.related(slide(after, "laget"), "tags")[0]]
    assert [one.target for one in after.relations(slide(after, "laget")) if one.external] == ["https://example.org/"]


def _others(deck: Parts) -> list[str]:
    """Return what a slide holds beside its shapes, with the tags and the link on two of its shapes."""
    root = deck.tree(slide(deck, "laget"))
    found = [one for one in root if one.tag != f"{{{P}}}cSld"]
    found += [shape(deck, "laget/title").find(f".//{{{P}}}custDataLst"), root.find(f"{{{P}}}cSld/{{{P}}}custDataLst")]
    found += list(shape(deck, "laget/subtitle").iter(f"{{{A}}}hlinkClick"))
    return [_written(one) for one in found]


def _written(element: Any) -> str:
    return str(etree.tostring(element, method="c14n", exclusive=True, with_tail=False).decode())


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_what_is_said_of_the_whole_deck_stays(report: Report) -> None:
    before, after = (Parts.of(one) for one in (edited(), merged(report, edited()).content))
    listed = ("sldIdLst", "extLst", "custShowLst")
    roots = [one.tree(PRESENTATION) for one in (before, after)]
    was, now = ([_written(one) for one in root if one.tag.rpartition("}")[2] not in listed] for root in roots)
    assert was == now
    assert roots[0].attrib == roots[1].attrib
    shows = [
        [_shown(one, show.get(f"{{{R}}}id")) for show in root.iter(f"{{{P}}}sld")]
        for one, root in zip((before, after), roots, strict=True)
    ]
    assert shows[0] == shows[1]
    assert "sldGuideLst" in _written(roots[1])


def _shown(deck: Parts, id_: str) -> str:
    return next(one.target for one in deck.relations(PRESENTATION) if one.id == id_)


def test_parts_that_lead_nowhere_are_not_cleared_away() -> None:
    deck = Parts.of(build(BEFORE))
    deck.add("other/part{}.bin", "application/x-other", b"left behind")
    after = Parts.of(merge(packed(build(BEFORE)), deck.content(), build(AFTER)).content)
    assert after.blobs["other/part1.bin"] == b"left behind"


# Slides that the report no longer has


def test_the_parts_of_a_slide_that_goes_go_and_what_others_use_stays() -> None:
    deck = Parts.of(build(BEFORE))
    picture = deck.related(slide(deck, "fjall"), "image")[0]
    own = slide(deck, "omslag")
    deck.relate(own, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", picture)
    gone = [
        slide(deck, "stapel"),
        *deck.related(slide(deck, "stapel"), "chart"),
        *deck.related(slide(deck, "stapel"), "tags"),
    ]
    after = Parts.of(merged(Report(slides=BEFORE.without("stapel", "fjall")), deck.content()).content)
    assert not set(gone) & set(after.blobs)
    assert picture in after
    assert {one for one in deck.blobs if "slideLayout" in one} <= set(after.blobs)


def test_a_link_to_a_slide_that_goes_leads_nowhere() -> None:
    report = Report(slides=BEFORE.without("dagar"))
    after = Parts.of(merged(report, edited()).content)
    own = slide_parts(after)[-1]
    link = next(after.tree(own).iter(f"{{{A}}}hlinkClick"))
    assert (link.get(f"{{{R}}}id"), link.get("action")) == ("", "ppaction://noaction")
    assert "slide" not in [one.kind for one in after.relations(own)]
    assert len(list(after.tree(PRESENTATION).iter(f"{{{P}}}sld"))) == 1


def _type_notes(deck: Parts) -> None:
    notes = deck.related(slide(deck, "stapel"), "notesSlide")[0]
    next(notes_of(deck, slide(deck, "stapel")).iter(f"{{{A}}}t")).text = "Säg detta"
    deck.touch(notes)


def _type_value(deck: Parts) -> None:
    part = chart_of(deck, slide(deck, "stapel"), shape(deck, "stapel/chart"))
    [*deck.tree(part).iter(f"{{{C}}}v")][-1].text = "4711"
    deck.touch(part)


def _animate(deck: Parts) -> None:
    deck.tree(slide(deck, "stapel")).append(xml(TIMING % ("2", "2")))
    deck.touch(slide(deck, "stapel"))


def _fade(deck: Parts) -> None:
    deck.tree(slide(deck, "stapel")).append(xml(TRANSITION))
    deck.touch(slide(deck, "stapel"))


def _paint(deck: Parts) -> None:
    fill = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    deck.tree(slide(deck, "stapel"))[0].insert(0, xml(fill))
    deck.touch(slide(deck, "stapel"))


def _comment(deck: Parts) -> None:
    other = Parts.of(edited())
    kinds = {one.type: one.target for one in other.relations(slide(other, "laget")) if "omment" in one.type}
    for kind, target in kinds.items():
        added = deck.add("ppt/comments/comment{}.xml", other.content_type(target), other.blobs[target])
        deck.relate(slide(deck, "stapel"), kind, added)


@pytest.mark.parametrize("edit", [_type_notes, _type_value, _animate, _fade, _paint, _comment])
@pytest.mark.parametrize("saved", [False, True])
def test_a_slide_with_anything_of_people_on_it_stays_and_is_marked(
    edit: Callable[[Parts], None], *, saved: bool
) -> None:
    deck = Parts.of(build(BEFORE))
    edit(deck)
    theirs = rewrite(deck.content()) if saved else deck.content()
    found = merged(Report(slides=BEFORE.without("stapel")), theirs)
    assert [one.kind for one in found.events if one.slide == "stapel"] == ["kept"]
    after = Parts.of(found.content)
    assert b'name="deckbuilder/removed"' in after.blobs[slide(after, "stapel")]
