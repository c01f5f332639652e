"""Many edits at once, in any order: nothing of them is lost, no number is stale in silence, twice is once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from deckbuilder.refresh.base import packed
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from tests.refresh.edits import EDITS, bold_last_word, move_slide, own_section, rename_section, spelling_marks
from tests.refresh.project import AFTER, BEFORE, build
from tests.refresh.reading import broken, order, shape
from tests.refresh.test_matrix import merged_twice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.refresh.edits import Check, Edit

pytestmark = pytest.mark.slow  # whole reports, again and again

_CELLS = [(edit, target) for edit, targets in EDITS.items() for target in targets]
_ORDER = {move_slide, own_section, rename_section, spelling_marks}
"""Edits that are gone with a slide that the report drops: they are no change of it."""
_SCRIPTS = st.lists(st.sampled_from(_CELLS), min_size=1, max_size=6)
_REPORTS = [
    AFTER,
    replace(AFTER, slides=AFTER.without("stapel", "initiativ")),
    replace(BEFORE, slides=tuple(reversed(AFTER.slides))),
    replace(AFTER, slides=(*AFTER.slides[:3], AFTER.slides[7], *AFTER.slides[3:7], *AFTER.slides[8:])),
    replace(AFTER, utfall=AFTER.utfall[1:2] + AFTER.utfall[:1] + tuple(f"Enhet {n};{n};9" for n in range(25))),
    replace(BEFORE, text="- Budgeten är stor\n- Något helt annat\n  - Och en punkt till"),
]
"""What the report may be next: other numbers, fewer slides, another order, many more rows, another text."""
_REWRITTEN = (5, bold_last_word, "laget/body")
"""The last word of that text is gone in that report, and the form that people gave it with it."""


def edited(script: Sequence[tuple[Edit, str]]) -> tuple[bytes, list[tuple[Edit, str, Check]]]:
    """Return the deck with edits made, and how to see those that later ones have not undone.

    An edit of something that an earlier one has deleted, or of a last paragraph, is left out.
    """
    deck = Parts.of(build(BEFORE))
    checks = []
    for edit, target in script:
        id_, _, block = target.partition("/")
        if _is_there(deck, id_, block):
            with suppress(IndexError, StopIteration):
                checks.append((edit, target, edit(deck, target)))
    content = deck.content()
    return content, [one for one in checks if _holds(one[2], content)]


def _holds(check: Check, deck: bytes) -> bool:
    try:
        return check(Parts.of(deck))
    except (AttributeError, LookupError, StopIteration, ValueError):  # what it looks for is not there
        return False


def _is_there(deck: Parts, id_: str, block: str) -> bool:
    if id_ and id_ not in order(deck):
        return False
    return block in {"", "notes"} or shape(deck, f"{id_}/{block}") is not None


def hold(script: Sequence[tuple[Edit, str]], report: int) -> None:
    deck, checks = edited(script)
    assert broken(deck) == []
    assert merge(packed(build(BEFORE)), deck, build(BEFORE)).content == deck
    merged = merged_twice(build(BEFORE), deck, build(_REPORTS[report]))
    kept = [one for one in checks if one[0] not in _ORDER and (report, *one[:2]) != _REWRITTEN]
    assert [one for one in kept if not _holds(one[2], merged.content)] == []


_RANDOM = settings(
    max_examples=8, derandomize=True, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck)
)


@_RANDOM
@given(_SCRIPTS, st.sampled_from(range(len(_REPORTS))))
def test_a_few_random_edits_hold(script: list[tuple[Edit, str]], report: int) -> None:
    hold(script, report)


@pytest.mark.slow
@settings(_RANDOM, max_examples=250)
@given(_SCRIPTS, st.sampled_from(range(len(_REPORTS))))
def test_many_random_edits_hold(script: list[tuple[Edit, str]], report: int) -> None:
    hold(script, report)
