"""Three-way merge of an element's form: what people have not touched follows the data, what they have stays.

A colour that the data has changed always follows the data: it says whether a number is good or bad news.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.xml import NOISE, R, children, local, same

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_SHAPES = ("prstGeom", "custGeom")
_SKIPPED = {"cNvPr", "txBody", "tbl", "graphic", "nvPr"}
"""Parts of a shape that have a merge of their own, or belong to the program."""


def merge_form(base: Any, theirs: Any, ours: Any) -> bool:
    """Bring into `theirs` what differs between `base` and `ours`, where people have not changed it; tell if any was.

    Text is no form: elements that hold it are passed over.
    """
    if same(base, ours):
        return False
    changed = _merge_attributes(base, theirs, ours)
    if any(_several(element) for element in (base, theirs, ours)):
        return _merge_whole(base, theirs, ours) or changed
    slots = {_slot(child): None for element in (base, ours) for child in children(element)}
    for slot in slots:
        before, now, there = (_child(element, slot) for element in (base, ours, theirs))
        if slot not in _SKIPPED and not same(before, now):
            changed |= _merge_child(before, there, now, theirs, ours)
    return changed


def _merge_child(before: Any, there: Any, now: Any, theirs: Any, ours: Any) -> bool:
    if _slot(before if before is not None else now) != "fill":
        if before is not None and there is not None and now is not None and before.tag == there.tag == now.tag:
            return merge_form(before, there, now)
        if not same(there, before):
            return False
    return put_child(theirs, there, now, ours)


def put_child(theirs: Any, there: Any, now: Any, ours: Any) -> bool:
    """Put a copy of `now` (a child of `ours`; None for none) where `there` stands in `theirs`, or where it belongs."""
    if same(there, now):
        return False
    if there is not None and now is not None:
        theirs.replace(there, deepcopy(now))
    elif there is not None:
        theirs.remove(there)
    elif now is not None:
        theirs.insert(_place(theirs, ours, now), deepcopy(now))
    return True


def _place(theirs: Any, ours: Any, child: Any) -> int:
    """Return where a child of `ours` belongs in `theirs`: after the nearest of its elder siblings that is there."""
    for elder in reversed(list(ours)[: list(ours).index(child)]):
        for number, there in enumerate(theirs):
            if _slot(there) == _slot(elder):
                return number + 1
    return 0


def _merge_attributes(base: Any, theirs: Any, ours: Any) -> bool:
    changed = False
    for key in dict.fromkeys((*base.keys(), *ours.keys())):
        before, now, there = base.get(key), ours.get(key), theirs.get(key)
        if key in NOISE or key.startswith(f"{{{R}}}") or before == now or there != before:
            continue
        if now is None:
            del theirs.attrib[key]
        else:
            theirs.set(key, now)
        changed = True
    return changed


def _merge_whole(base: Any, theirs: Any, ours: Any) -> bool:
    """Replace the children of an element that holds several alike, when people have left it as it was."""
    if same(base, ours) or not same(base, theirs):
        return False
    theirs[:] = [deepcopy(child) for child in ours]
    return True


def _several(element: Any) -> bool:
    return any(count > 1 for count in Counter(_slot(child) for child in children(element)).values())


def _slot(element: Any) -> str:
    """Return what a child is to its parent: its name, but any fill is the fill, and any outline form the form."""
    name = local(element)
    return "fill" if name in _FILLS else "form" if name in _SHAPES else name


def _child(element: Any, slot: str) -> Any:
    found: Sequence[Any] = [child for child in children(element) if _slot(child) == slot]
    return found[0] if found else None
