"""Every kind of edit of every kind of block, whether the data has changed or not: no edit is lost, no number is stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.refresh.base import packed
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from tests.refresh.edits import EDITS
from tests.refresh.project import AFTER, BEFORE, build
from tests.refresh.reading import broken, silent

if TYPE_CHECKING:
    from deckbuilder.refresh.merge import Merged
    from tests.refresh.edits import Edit

_CELLS = [(edit, target) for edit, targets in EDITS.items() for target in targets]


def merged_twice(before: bytes, edited: bytes, after: bytes) -> Merged:
    """Merge, and hold that the file is whole, that nothing is silent, and that merging again changes nothing."""
    base = packed(before)
    merged = merge(base, edited, after)
    assert broken(merged.content) == []
    assert silent(Parts.of(base), Parts.of(merged.content), Parts.of(after), merged.events) == []
    assert merge(packed(after), merged.content, after).content == merged.content
    return merged


@pytest.mark.parametrize(("edit", "target"), _CELLS, ids=[f"{edit.__name__}-{target}" for edit, target in _CELLS])
def test_an_edit_stays_and_the_data_comes_in(edit: Edit, target: str) -> None:
    deck = Parts.of(build(BEFORE))
    check = edit(deck, target)
    edited = deck.content()
    assert broken(edited) == []
    assert check(Parts.of(edited))
    assert merge(packed(build(BEFORE)), edited, build(BEFORE)).content == edited
    assert check(Parts.of(merged_twice(build(BEFORE), edited, build(AFTER)).content))
