"""One cell of a table: merged with the data's, and made anew in the form that people have given its neighbours."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from deckbuilder.refresh.grids import BODY, PARAGRAPH, cell_text
from deckbuilder.refresh.runs import paragraph_text, set_text
from deckbuilder.refresh.texts import merge_text
from deckbuilder.refresh.trees import merge_form, put_child
from deckbuilder.refresh.xml import A, local, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.report import Events

_PROPERTIES, _RUN, _TEXT, _RUN_FORM, _END_FORM, _FILL = (
    f"{{{A}}}{tag}" for tag in ("tcPr", "r", "t", "rPr", "endParaRPr", "solidFill")
)
_SPANS = ("gridSpan", "rowSpan", "hMerge", "vMerge")


class Model(NamedTuple):
    """A cell as it was made, and as people have left it: the difference is their form."""

    made: Any
    left: Any


def merge_cell(base: Any, theirs: Any, ours: Any, events: Events, what: str) -> None:
    """Merge a cell's words and form into `theirs`; how many columns it goes over is left alone."""
    if base is None:
        _merge_both_new(theirs, ours, events, what)
        return
    is_untouched = same(base, theirs)
    if is_untouched and same(base, ours):
        return
    bodies = [cell.find(BODY) for cell in (base, theirs, ours)]
    if all(body is not None for body in bodies):
        left = None if is_untouched else deepcopy(theirs)
        merge_text(bodies[0], bodies[1], bodies[2], events, what)
        if left is not None:
            _follow_runs(Model(base, left), theirs, ours)
    forms = [cell.find(_PROPERTIES) for cell in (base, theirs, ours)]
    if all(form is not None for form in forms):
        merge_form(forms[0], forms[1], forms[2])
    elif forms[1] is None and forms[2] is not None and not same(forms[0], forms[2]):
        theirs.append(deepcopy(forms[2]))


def _follow_runs(model: Model, theirs: Any, ours: Any) -> None:
    """Let a cell that got the data's words have its runs, in people's form: a status has shape, word and arrow.

    Where people have split runs these stay, in the colours of the data's.
    """
    paragraphs = [list(cell.iter(PARAGRAPH)) for cell in (model.made, model.left, theirs, ours)]
    if any(len(found) != 1 for found in paragraphs):
        return
    made, left, there, new = (found[0].findall(_RUN) for found in paragraphs)
    texts = [paragraph_text(found[0]) for found in paragraphs]
    if len(made) == len(new) or not made or texts[2] != texts[3] or texts[1] == texts[2] or not there:
        return
    if len(made) != len(left):
        _follow_colours(there, new)
        return
    for number, run in enumerate(new):
        copied = deepcopy(run)
        place = min(number, len(made) - 1)
        _apply(made[place].find(_RUN_FORM), copied.find(_RUN_FORM), left[place].find(_RUN_FORM))
        there[0].addprevious(copied)
    for run in there:
        run.getparent().remove(run)


def _follow_colours(there: Sequence[Any], new: Sequence[Any]) -> None:
    owners = [run for run in new for _ in run.findtext(_TEXT) or ""]
    place = 0
    for run in there:
        form, like = run.find(_RUN_FORM), owners[min(place, len(owners) - 1)].find(_RUN_FORM)
        if form is not None and like is not None:
            put_child(form, form.find(_FILL), like.find(_FILL), like)
        place += len(run.findtext(_TEXT) or "")


def _merge_both_new(theirs: Any, ours: Any, events: Events, what: str) -> None:
    """Bring in what the data says in a cell that people had made before it: theirs stays where they say different."""
    deck, data = cell_text(theirs), cell_text(ours)
    if events.settle(what, "", deck, data):
        write(theirs, data, ours)


def write(cell: Any, text: str, model: Any) -> None:
    """Give a cell one paragraph of text, in its own form; without any, in that of `model`."""
    paragraphs = list(cell.iter(PARAGRAPH))
    for paragraph in paragraphs[1:]:
        paragraph.getparent().remove(paragraph)
    set_text(paragraphs[0], text, next(model.iter(PARAGRAPH)))


def emptied(cell: Any) -> Any:
    """Return a copy of a cell without its words, that lies alone; the form of what is written in it stays."""
    copied = alone(deepcopy(cell))
    paragraphs = list(copied.iter(PARAGRAPH))
    for paragraph in paragraphs[1:]:
        paragraph.getparent().remove(paragraph)
    runs = [child for child in paragraphs[0] if local(child) in {"r", "br", "fld"}]
    form = runs[0].find(_RUN_FORM) if runs else None
    for run in runs:
        paragraphs[0].remove(run)
    if form is not None and paragraphs[0].find(_END_FORM) is None:
        end = deepcopy(form)
        end.tag = _END_FORM
        paragraphs[0].append(end)
    return copied


def alone(cell: Any) -> Any:
    """Return the cell as one that goes over no other, and lies under none."""
    for key in _SPANS:
        cell.attrib.pop(key, None)
    return cell


def restyled(new: Any, models: Sequence[Model]) -> Any:
    """Return a copy of one of the data's cells in the form that people have given all of its neighbours alike."""
    made = [_in_form(new, model) for model in models]
    return made[0] if made and all(same(one, made[0]) for one in made) else deepcopy(new)


def _in_form(new: Any, model: Model) -> Any:
    copied = deepcopy(new)
    _apply(model.made.find(_PROPERTIES), copied.find(_PROPERTIES), model.left.find(_PROPERTIES))
    old, there = (next(cell.iter(PARAGRAPH), None) for cell in model)
    if old is None or there is None:
        return copied
    forms = [_written_form(one) for one in (old, there)]
    for paragraph in copied.iter(PARAGRAPH):
        _apply(old.find(f"{{{A}}}pPr"), paragraph.find(f"{{{A}}}pPr"), there.find(f"{{{A}}}pPr"))
        for child in paragraph:
            if child.tag in {_RUN, _END_FORM}:
                _apply(forms[0], child.find(_RUN_FORM) if child.tag == _RUN else child, forms[1])
    return copied


def _written_form(paragraph: Any) -> Any:
    """Return the form of a paragraph's last run, which is that of its words; of an empty one that of its end."""
    forms = [run.find(_RUN_FORM) for run in paragraph.findall(_RUN)]
    return forms[-1] if forms else paragraph.find(_END_FORM)


def _apply(made: Any, new: Any, left: Any) -> None:
    """Bring into a new form what people changed; a colour of the data's own, as that of a status, stays."""
    if made is None or new is None or left is None or same(made, left):
        return
    own = deepcopy(new.find(_FILL))
    is_own = not same(own, made.find(_FILL))
    merge_form(made, new, left)
    there = new.find(_FILL)
    if is_own and there is not None:
        new.remove(there)
    if is_own and own is not None:
        new.insert(sum(local(child).startswith("ln") for child in new), own)
