"""Three-way merge of text, paragraph by paragraph, in place: runs keep the form that people gave them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.alignment import Aligned, aligned
from deckbuilder.refresh.runs import RUN, paragraph_text, partners, set_text
from deckbuilder.refresh.trees import merge_form, put_child
from deckbuilder.refresh.xml import A, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.report import Events

_PARAGRAPH = f"{{{A}}}p"
_PROPERTIES = f"{{{A}}}rPr"
_FILL = f"{{{A}}}solidFill"


def merge_text(base: Any, theirs: Any, ours: Any, events: Events, what: str = "") -> None:
    """Merge a text body (`p:txBody`, `a:txBody`, `c:rich`) into `theirs`; edits and conflicts go to `events`."""
    before, there, now = (body.findall(_PARAGRAPH) for body in (base, theirs, ours))
    texts = [[paragraph_text(one) for one in found] for found in (before, there, now)]
    edited, made = aligned(texts[0], texts[1]), aligned(texts[0], texts[2])
    for number, paragraph in enumerate(before):
        in_data = now[made.partner[number]] if number in made.partner else None
        if number in edited.partner:
            _merge_paragraph(paragraph, there[edited.partner[number]], in_data, events, what)
        elif in_data is not None and events.settle(what, texts[0][number], "", paragraph_text(in_data)):
            _insert([in_data], theirs, _after(number, edited, there))
    own = [texts[1][place] for places in edited.new.values() for place in places]
    for number, added in made.new.items():
        new = [now[place] for place in added if not _taken(texts[2][place], own)]
        _insert(new, theirs, _after(number, edited, there))
        for paragraph in new:
            events.add("updated", what, data=paragraph_text(paragraph))
    if theirs.find(_PARAGRAPH) is None:
        theirs.append(theirs.makeelement(_PARAGRAPH))  # a text has a paragraph, be it empty


def _taken(text: str, own: list[str]) -> bool:
    """Tell whether people have written a new paragraph already, and take it from those that they have written."""
    if text in own:
        own.remove(text)
        return True
    return False


def _merge_paragraph(base: Any, theirs: Any, ours: Any, events: Events, what: str) -> None:
    was, deck = paragraph_text(base), paragraph_text(theirs)
    if ours is None:
        if events.settle(what, was, deck, "") or deck == was:
            theirs.getparent().remove(theirs)
        return
    data = paragraph_text(ours)
    is_wanted, is_untouched = events.settle(what, was, deck, data), same(base, theirs)
    if is_untouched and not same(base, ours):
        theirs[:] = [deepcopy(child) for child in ours]
    if is_untouched:
        return
    if is_wanted:
        set_text(theirs, data, ours)
    _merge_runs(base, theirs, ours)


def _merge_runs(base: Any, theirs: Any, ours: Any) -> None:
    """Merge the form of a paragraph and its runs; where people have split runs, only colours that the data changed."""
    found = [one.find(f"{{{A}}}pPr") for one in (base, theirs, ours)]
    if all(one is not None for one in found):
        merge_form(*found)
    elif found[1] is None and found[0] is None and found[2] is not None:
        theirs.insert(0, deepcopy(found[2]))
    before, there, now = ([run for run in one if run.tag == RUN] for one in (base, theirs, ours))
    if len(before) != len(now):
        return
    alike = len(there) == len(before)
    for run, place in zip(there, range(len(there)) if alike else partners(there, now), strict=True):
        forms = [None if place is None else runs[place].find(_PROPERTIES) for runs in (before, now)]
        own = run.find(_PROPERTIES)
        if own is None or forms[0] is None or forms[1] is None:
            continue
        if alike:
            merge_form(forms[0], own, forms[1])
        elif not same(forms[0].find(_FILL), forms[1].find(_FILL)):
            put_child(own, own.find(_FILL), forms[1].find(_FILL), forms[1])


def _after(number: int, edited: Aligned, there: Sequence[Any]) -> Any:
    """Return the paragraph of the deck that a new one goes after: the partner of the base's, or of one before it."""
    for candidate in range(number, -1, -1):
        if candidate in edited.partner and there[edited.partner[candidate]].getparent() is not None:
            return there[edited.partner[candidate]]
    return None


def _insert(added: Sequence[Any], theirs: Any, after: Any) -> None:
    """Put copies of paragraphs after one of the deck; before the first when there is none."""
    for paragraph in added:
        copied = deepcopy(paragraph)
        first = theirs.find(_PARAGRAPH)
        if after is not None:
            after.addnext(copied)
        elif first is not None:
            first.addprevious(copied)
        else:
            theirs.append(copied)
        after = copied
