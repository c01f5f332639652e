"""Three-way merge of text, paragraph by paragraph, in place: runs keep the form that people gave them."""

from __future__ import annotations

from copy import deepcopy
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.alignment import Aligned, aligned
from deckbuilder.refresh.trees import merge_form, put_child
from deckbuilder.refresh.xml import A, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.report import Events

_BREAK = "\v"
_RUN, _LINE, _FIELD, _TEXT = (f"{{{A}}}{tag}" for tag in ("r", "br", "fld", "t"))


def merge_text(base: Any, theirs: Any, ours: Any, events: Events, what: str = "") -> None:
    """Merge a text body (`p:txBody`, `a:txBody`, `c:rich`) into `theirs`; edits and conflicts go to `events`."""
    before, there, now = (body.findall(f"{{{A}}}p") for body in (base, theirs, ours))
    texts = [[paragraph_text(one) for one in found] for found in (before, there, now)]
    edited, made = aligned(texts[0], texts[1]), aligned(texts[0], texts[2])
    for number, paragraph in enumerate(before):
        in_deck = there[edited.partner[number]] if number in edited.partner else None
        in_data = now[made.partner[number]] if number in made.partner else None
        _merge_paragraph(paragraph, in_deck, in_data, events, what)
    for number, added in made.new.items():
        _insert([now[one] for one in added], theirs, _after(number, edited, there), events, what)


def _merge_paragraph(base: Any, theirs: Any, ours: Any, events: Events, what: str) -> None:
    was, deck, data = (paragraph_text(one) if one is not None else "" for one in (base, theirs, ours))
    if theirs is None:
        if data != was and ours is not None:
            events.settle(what, was, "", data)  # what people took out stays out, but they are told
        return
    if ours is None:
        if events.settle(what, was, deck, "") or deck == was:
            theirs.getparent().remove(theirs)
        return
    if was != data and events.settle(what, was, deck, data):
        _rewrite(base, theirs, ours, data)
    elif was == data and deck != was:
        events.settle(what, was, deck, data)
    _merge_runs(base, theirs, ours)


def _rewrite(base: Any, theirs: Any, ours: Any, text: str) -> None:
    if same(base, theirs):
        theirs[:] = [deepcopy(child) for child in ours]
    else:
        set_text(theirs, text, ours)


def set_text(paragraph: Any, text: str, model: Any) -> None:
    """Give a paragraph another text, letting each of its runs keep its share; with no runs, copy those of `model`."""
    runs = [child for child in paragraph if child.tag in {_RUN, _LINE, _FIELD}]
    writable = [number for number, run in enumerate(runs) if run.tag == _RUN]
    if not writable or text.count(_BREAK) != sum(run.tag == _LINE for run in runs):
        for run in runs:
            paragraph.remove(run)
        copies = [deepcopy(child) for child in model if child.tag in {_RUN, _LINE, _FIELD}]
        start = 1 if len(paragraph) and paragraph[0].tag == f"{{{A}}}pPr" else 0
        paragraph[start:start] = copies
        return
    shares = _shares([_words(run) for run in runs], text, writable)
    for number in writable:
        target = runs[number].find(_TEXT)
        if target is not None:
            target.text = shares[number]
        if not shares[number] and len(writable) > 1:
            paragraph.remove(runs[number])


def _shares(old: Sequence[str], text: str, writable: Sequence[int]) -> dict[int, str]:
    """Return what each run gets of a new text: what stays of its own, and what stands in place of what was its own."""
    owners = [number for number, words in enumerate(old) for _ in words]
    shares = dict.fromkeys(range(len(old)), "")
    matcher = SequenceMatcher(None, "".join(old), text, autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        for offset, sign in enumerate(text[start:end]):
            place = min(first + offset, last - 1) if last > first else first - 1
            owner = owners[min(max(place, 0), len(owners) - 1)] if owners else writable[0]
            if owner not in writable:
                owner = min(writable, key=lambda one, own=owner: abs(one - own))  # type: ignore[misc]
            shares[owner] += "" if sign == _BREAK else sign
    return shares


def _merge_runs(base: Any, theirs: Any, ours: Any) -> None:
    """Merge the form of paragraphs and runs; where runs do not pair, a colour that the data changed goes to all."""
    before, there, now = ([run for run in one if run.tag == _RUN] for one in (base, theirs, ours))
    for tag in (f"{{{A}}}pPr",):
        found = [one.find(tag) for one in (base, theirs, ours)]
        if all(one is not None for one in found):
            merge_form(*found)
    paired = len(before) == len(now) and before
    for number, run in enumerate(there if paired else ()):
        same_place = min(number, len(before) - 1)
        first, second = (runs[same_place].find(f"{{{A}}}rPr") for runs in (before, now))
        own = run.find(f"{{{A}}}rPr")
        if first is None or second is None or own is None:
            continue
        if len(there) == len(before):
            merge_form(first, own, second)
        else:
            _merge_colour(first, own, second)


def _merge_colour(base: Any, theirs: Any, ours: Any) -> None:
    tag = f"{{{A}}}solidFill"
    if not same(base.find(tag), ours.find(tag)):
        put_child(theirs, theirs.find(tag), ours.find(tag), ours)


def paragraph_text(paragraph: Any) -> str:
    """Return a paragraph's words, a vertical tab for each line break."""
    return "".join(_words(child) for child in paragraph if child.tag in {_RUN, _LINE, _FIELD})


def _words(run: Any) -> str:
    if run.tag == _LINE:
        return _BREAK
    if run.tag == _FIELD:
        return f"‹{run.get('type')}›"  # what it shows is the program's own doing
    text = run.find(_TEXT)
    return "" if text is None else text.text or ""


def _after(number: int, edited: Aligned, there: Sequence[Any]) -> Any:
    """Return the paragraph of the deck that a new one goes after: the partner of the base's, or of one before it."""
    for candidate in range(number, -1, -1):
        if candidate in edited.partner:
            return there[edited.partner[candidate]]
    return None


def _insert(added: Sequence[Any], theirs: Any, after: Any, events: Events, what: str) -> None:
    have = [paragraph_text(one) for one in theirs.findall(f"{{{A}}}p")]
    for paragraph in added:
        words = paragraph_text(paragraph)
        if words in have:
            continue
        copied = deepcopy(paragraph)
        if after is not None and after.getparent() is theirs:
            after.addnext(copied)
        else:
            first = theirs.find(f"{{{A}}}p")
            theirs.append(copied) if first is None else first.addprevious(copied)
        after = copied
        events.add("updated", what, data=words)
