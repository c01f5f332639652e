"""Slides that the report no longer has: whether people have touched them, and the mark on those that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.content import Placed, same_content
from deckbuilder.refresh.identity import name_of, put_shape, shapes_of
from deckbuilder.refresh.layouts import layout_of
from deckbuilder.refresh.notes import notes_text
from deckbuilder.refresh.xml import A, P, local, same

if TYPE_CHECKING:
    from deckbuilder.refresh.identity import SlideView
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.three import Three

_OURS = {"slideLayout", "tags", "chart", "image", "notesSlide"}
_MARK = "deckbuilder/removed"


def is_untouched(base: SlideView, theirs: SlideView, parts: Three[Parts]) -> bool:
    """Tell whether a slide is as it was generated: nothing added, changed, hidden or animated, no other layout."""
    kinds = {one.kind for one in parts.theirs.relations(theirs.part)}
    was, deck = Placed(_tree(base), base.part, parts.base), Placed(_tree(theirs), theirs.part, parts.theirs)
    return (
        kinds <= _OURS  # people's comments are of another kind
        and layout_of(base, parts.base) == layout_of(theirs, parts.theirs)
        and not _is_shown_otherwise(base.root, theirs.root)
        and same_content(was, deck)
        and (notes_text(parts.base, base.part) == notes_text(parts.theirs, theirs.part))
    )


def _is_shown_otherwise(base: Any, theirs: Any) -> bool:
    """Tell whether people have hidden a slide, painted it, or given it transitions or animations.

    PowerPoint's own timing, with no steps in it, is no animation.
    """
    timing = f"{{{P}}}timing/{{{P}}}"
    paths = (f"{timing}tnLst/{{{P}}}par/{{{P}}}cTn/{{{P}}}childTnLst", f"{timing}bldLst")
    is_animated = any(theirs.find(path) is not None for path in paths)
    grounds = [root.find(f"{{{P}}}cSld/{{{P}}}bg") for root in (base, theirs)]
    more = {local(one) for one in theirs} - {local(one) for one in base} - {"timing", "extLst"}
    return theirs.get("show") is not None or is_animated or bool(more) or not same(*grounds)


def _tree(view: SlideView) -> Any:
    return view.root.find(f"{{{P}}}cSld/{{{P}}}spTree")


def unmark(theirs: SlideView, parts: Parts) -> None:
    """Take the mark off a slide that the report has again."""
    for shape in [shape for shape in shapes_of(theirs.root) if name_of(shape) == _MARK]:
        shape.getparent().remove(shape)
        parts.touch(theirs.part)


def mark_removed(theirs: SlideView, parts: Parts) -> None:
    """Put a note above the slide, where it is seen while editing and not when presenting; once."""
    tree = _tree(theirs)
    if any(name_of(shape) == _MARK for shape in shapes_of(tree)):
        return
    number = max((int(one.get("id", 0)) for one in tree.iter(f"{{{P}}}cNvPr")), default=1) + 1
    words = "Bilden finns inte längre i underlaget, men är ändrad för hand och står därför kvar."
    put_shape(
        tree,
        etree.fromstring(
            f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="{number}" name="{_MARK}"/><p:cNvSpPr txBox="1"/>'
            '<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="-457200"/><a:ext cx="9144000" cy="369332"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>'
            f'<a:p><a:r><a:rPr lang="sv-SE" sz="1400"/><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>'
        ),
    )
    parts.touch(theirs.part)
