from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from deckbuilder.refresh.bases import BASES, keep, mark_for, marked, newest
from deckbuilder.versions import MOST

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tmp_path / "rapport-2024-07.pptx"


def _keep_many(deck: Path, count: int) -> None:
    for number in range(count):
        base = b"%d" % number
        assert keep(base, deck)
        path = deck.parent / BASES / f"{deck.stem}.{mark_for(base)}.pptx"
        os.utime(path, (number + 1, number + 1))


def test_each_base_is_found_by_its_mark_also_from_a_deck_of_another_name(deck: Path) -> None:
    _keep_many(deck, 2)
    for base in (b"0", b"1"):
        assert marked(deck, mark_for(base)) == base
        assert marked(deck.with_name("kopia.pptx"), mark_for(base)) == base


@pytest.mark.parametrize("mark", ["", "*", "0123456789abcdef", "../../x"])
def test_an_unknown_mark_has_no_base(deck: Path, mark: str) -> None:
    _keep_many(deck, 1)
    assert marked(deck, mark) is None


def test_a_damaged_base_is_none_and_is_written_anew(deck: Path) -> None:
    _keep_many(deck, 1)
    (path,) = (deck.parent / BASES).iterdir()
    path.write_bytes(b"half")
    assert marked(deck, mark_for(b"0")) is None
    assert keep(b"0", deck)
    assert marked(deck, mark_for(b"0")) == b"0"


def test_the_newest_is_the_one_that_was_used_last_for_this_deck(deck: Path) -> None:
    assert newest(deck) is None
    _keep_many(deck, 3)
    keep(b"annan", deck.with_name("rapport-2024-06.pptx"))
    assert newest(deck) == b"2"
    assert marked(deck, mark_for(b"0"))
    assert newest(deck) == b"0"


def test_as_many_are_kept_as_versions_may_need(deck: Path) -> None:
    _keep_many(deck, MOST + 1)
    keep(b"annan", deck.with_name("rapport-2024-06.pptx"))
    keep(b"ny", deck)
    assert marked(deck, mark_for(b"0")) is None
    assert all(marked(deck, mark_for(base)) for base in (b"1", b"ny", b"annan"))


def test_a_base_that_cannot_be_written_is_no_fault_of_the_deck(deck: Path) -> None:
    (deck.parent / BASES).write_bytes(b"no folder")
    assert not keep(b"0", deck)
    assert newest(deck) is None
