"""Every edit of every block, whether the data has changed or not: no edit is lost, and no number stale in silence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from deckbuilder.refresh.base import packed
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from tests.refresh.edits import EDITS, FORM_ONLY, add_shape, copy_elsewhere, duplicate_slide, move, own_slide, retype
from tests.refresh.project import AFTER, BEFORE, Deck, build
from tests.refresh.reading import broken, silent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from deckbuilder.refresh.merge import Merged
    from tests.refresh.edits import Check, Edit

pytestmark = pytest.mark.slow

BASE = cache(packed)
_CELLS = [(edit, target) for edit, targets in EDITS.items() for target in targets]


def edited_by(*edits: tuple[Edit, str]) -> tuple[bytes, list[Check]]:
    """Return the deck of the first data with edits made, and how to see each of them."""
    deck = Parts.of(build(BEFORE))
    checks = [edit(deck, target) for edit, target in edits]
    return deck.content(), checks


def merged_twice(before: bytes, edited: bytes, after: bytes) -> Merged:
    """Merge, and hold that the file is whole, that nothing is silent, and that merging again changes nothing."""
    base = BASE(before)
    merged = merge(base, edited, after)
    assert broken(merged.content) == []
    assert silent(Parts.of(base), Parts.of(merged.content), Parts.of(after), merged.events) == []
    again = merge(BASE(after), merged.content, after)
    assert again.content == merged.content, again.events
    return merged


def hold(edits: Sequence[tuple[Edit, str]]) -> None:
    """Hold that edits stay, that the data comes in or is told, and that edits of form leave nothing to settle."""
    edited, checks = edited_by(*edits)
    merged = merged_twice(build(BEFORE), edited, build(AFTER))
    deck = Parts.of(merged.content)
    lost = [edit for (edit, _), check in zip(edits, checks, strict=True) if not check(deck)]
    assert lost == []
    if {edit for edit, _ in edits} <= set(FORM_ONLY):
        assert [event for event in merged.events if event.kind in {"kept", "conflict", "unclear"}] == []


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edit_of_every_block_stays_and_the_data_comes_in(edit: Edit) -> None:
    hold([(edit, target) for target in EDITS[edit]])


@pytest.mark.slow
@pytest.mark.parametrize(("edit", "target"), _CELLS, ids=[f"{edit.__name__}-{target}" for edit, target in _CELLS])
def test_one_edit_stays_and_the_data_comes_in_or_stands_still(edit: Edit, target: str) -> None:
    edited, checks = edited_by((edit, target))
    assert broken(edited) == []
    assert checks[0](Parts.of(edited))
    assert merge(BASE(build(BEFORE)), edited, build(BEFORE)).content == edited
    hold([(edit, target)])


def test_a_deck_that_is_built_twice_with_the_same_data_is_the_same_file(tmp_path: Path) -> None:
    deck = Deck(tmp_path / "prov.pptx")
    deck.build(BEFORE)
    deck.edit(
        (retype, "laget/title"), (move, "stapel/chart"), (add_shape, "fjall"), (copy_elsewhere, "utfall/table"),
        (duplicate_slide, "stapel"), (own_slide, "vard"),
    )  # fmt: skip
    edited = deck.path.read_bytes()
    assert deck.build(BEFORE).content == edited
    once = deck.build(AFTER)
    assert broken(once.content) == []
    again = deck.build(AFTER)
    assert (again.content, again.events) == (once.content, ())
