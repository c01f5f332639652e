"""Slides that the report no longer has: whether people have touched them, and the mark on those that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from deckbuilder.refresh.identity import name_of, properties_of
from deckbuilder.refresh.xml import A, P, same

if TYPE_CHECKING:
    from deckbuilder.refresh.identity import SlideView
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.three import Three

_OURS = {"slideLayout", "tags", "chart", "image", "notesSlide"}
_MARK = "deckbuilder/removed"


def is_untouched(base: SlideView, theirs: SlideView, parts: Three[Parts]) -> bool:
    """Tell whether a slide is as it was generated: nothing added, nothing changed, no comments."""
    kinds = {one.kind for one in parts.theirs.relations(theirs.part)}
    trees = [view.root.find(f"{{{P}}}cSld/{{{P}}}spTree") for view in (base, theirs)]
    return kinds <= _OURS and theirs.root.get("show") is None and same(trees[0], trees[1])


def mark_removed(theirs: SlideView, parts: Parts) -> None:
    """Put a note above the slide, where it is seen while editing and not when presenting; once."""
    tree = theirs.root.find(f"{{{P}}}cSld/{{{P}}}spTree")
    if any(name_of(shape) == _MARK for shape in tree if len(shape) and properties_of(shape) is not None):
        return
    number = max((int(one.get("id", 0)) for one in tree.iter(f"{{{P}}}cNvPr")), default=1) + 1
    words = "Bilden finns inte längre i rapporten, men är ändrad för hand och därför kvar."
    tree.append(
        etree.fromstring(
            f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="{number}" name="{_MARK}"/><p:cNvSpPr txBox="1"/>'
            '<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="-457200"/><a:ext cx="9144000" cy="369332"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>'
            f'<a:p><a:r><a:rPr lang="sv-SE" sz="1400"/><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>'
        )
    )
    parts.touch(theirs.part)
