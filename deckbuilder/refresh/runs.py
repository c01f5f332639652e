"""The text of a paragraph, written anew in the runs that it has: each keeps its form and its share of the words."""

from __future__ import annotations

import re
from copy import deepcopy
from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.xml import A, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RUN, LINE, FIELD, TEXT = (f"{{{A}}}{tag}" for tag in ("r", "br", "fld", "t"))
_BREAK = "\v"
_WORDS = re.compile(r"[ \t]+|[^ \t]+")  # a number with its no-break spaces is one word
_PROPERTIES = f"{{{A}}}rPr"


def paragraph_text(paragraph: Any) -> str:
    """Return a paragraph's words, a vertical tab for each line break and `‹slidenum›` for a field."""
    return "".join(run_text(child) for child in paragraph if child.tag in {RUN, LINE, FIELD})


def run_text(run: Any) -> str:
    """Return the words of a run, a line break or a field."""
    if run.tag == LINE:
        return _BREAK
    if run.tag == FIELD:
        return f"‹{run.get('type')}›"  # what it shows is the program's own doing
    return run.findtext(TEXT) or ""


def set_text(paragraph: Any, text: str, model: Any) -> None:
    """Give a paragraph another text, letting each of its runs keep its share.

    Where breaks and fields do not stand as in the text, or there are no runs, it gets those of `model`, which has it.
    """
    runs = [child for child in paragraph if child.tag in {RUN, LINE, FIELD}]
    between: list[list[Any]] = [[]]
    for run in runs:
        between.append([]) if run.tag != RUN else between[-1].append(run)
    fixed = [run_text(run) for run in runs if run.tag != RUN]
    pieces = _split(text, fixed)
    if pieces is None or any(piece and not own for piece, own in zip(pieces, between, strict=True)):
        _copy_runs(paragraph, runs, text, model)
        return
    for piece, own in zip(pieces, between, strict=True):
        for run, share in zip(own, _shares([run_text(run) for run in own], piece), strict=True):
            _write(run, share)
    written = [run for run in chain(*between) if run_text(run)]
    for run in chain(*between):
        if run not in written and (written or run is not next(chain(*between))):
            paragraph.remove(run)


def _split(text: str, fixed: Sequence[str]) -> list[str] | None:
    """Split a text at these breaks and fields in order; None when it has others."""
    pieces = []
    for mark in fixed:
        piece, found, text = text.partition(mark)
        if not found:
            return None
        pieces.append(piece)
    return None if any(_BREAK in piece for piece in (*pieces, text)) else [*pieces, text]


def _write(run: Any, words: str) -> None:
    found = run.find(TEXT)
    if found is not None:
        found.text = words


def _copy_runs(paragraph: Any, runs: Sequence[Any], text: str, model: Any) -> None:
    """Replace a paragraph's runs by the model's, in the form that they all had when they had one."""
    forms = [run.find(_PROPERTIES) for run in runs if run.tag == RUN]
    copies = [deepcopy(child) for child in model if child.tag in {RUN, LINE, FIELD}]
    if paragraph_text(model) != text:
        copies = [deepcopy(run) for run in runs if run.tag == RUN][:1]
        for run in copies:
            _write(run, text.replace(_BREAK, " "))
    elif forms and all(same(form, forms[0]) for form in forms):
        for run in copies:
            _form_as(run, forms[0])
    for run in runs:
        paragraph.remove(run)
    start = 1 if len(paragraph) and paragraph[0].tag == f"{{{A}}}pPr" else 0
    paragraph[start:start] = copies


def _form_as(run: Any, form: Any) -> None:
    old = run.find(_PROPERTIES)
    if old is not None:
        run.remove(old)
    if form is not None:
        run.insert(0, deepcopy(form))


def _shares(old: Sequence[str], text: str) -> list[str]:
    """Return what each run gets of a new text: the words that were its own, and those in the place of such."""
    if not old:
        return []
    owners = [number for number, words in enumerate(old) for _ in words]
    before, now = _WORDS.findall("".join(old)), _WORDS.findall(text)
    starts = [sum(map(len, before[:number])) for number in range(len(before) + 1)]
    shares = [""] * len(old)
    for tag, first, last, start, end in _changes(before, now):
        for offset, word in enumerate(now[start:end]):
            place = min(first + offset, max(last, first + 1) - 1) if last > first else max(first - 1, 0)
            own = owners[starts[place] : starts[place + 1]] if before else [0]
            if tag == "equal":
                for number, sign in zip(own, word, strict=True):
                    shares[number] += sign
            else:
                shares[max(set(own), key=own.count) if last > first else own[-1]] += word
    return shares


def _changes(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what has become of the words as SequenceMatcher tells it, but with as much as can be alike at both ends."""
    shorter = min(len(before), len(now))
    head = next((n for n in range(shorter) if before[n] != now[n]), shorter)
    tail = next((n for n in range(shorter - head) if before[-1 - n] != now[-1 - n]), shorter - head)
    yield "equal", 0, head, 0, head
    middle = SequenceMatcher(
        None, before[head : len(before) - tail], now[head : len(now) - tail], autojunk=False
    ).get_opcodes()
    yield from ((tag, head + first, head + last, head + start, head + end) for tag, first, last, start, end in middle)
    yield "equal", len(before) - tail, len(before), len(now) - tail, len(now)


def partners(theirs: Sequence[Any], ours: Sequence[Any]) -> list[int | None]:
    """Return for each run of a paragraph the place of that of another paragraph which has most of its words."""
    here = [number for number, run in enumerate(theirs) for _ in run_text(run)]
    there = [number for number, run in enumerate(ours) for _ in run_text(run)]
    words, model = ("".join(map(run_text, runs)) for runs in (theirs, ours))
    votes: list[list[int]] = [[] for _ in theirs]
    for block in SequenceMatcher(None, words, model, autojunk=False).get_matching_blocks():
        for offset in range(block.size):
            votes[here[block.a + offset]].append(there[block.b + offset])
    return [max(set(found), key=found.count) if found else None for found in votes]
