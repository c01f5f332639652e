"""The deck that stands decides what it is compared with, and nobody's save is lost while one is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.rebuilding import Rebuild, Rebuilt, rebuilt, store
from deckbuilder.refresh.base import NAMESPACE, _part_of
from deckbuilder.refresh.mark import mark_of
from deckbuilder.refresh.parts import Parts
from tests.refresh.project import AFTER, BEFORE, build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deckbuilder.saving import Saved
    from tests.refresh.project import Report

pytestmark = pytest.mark.slow

UNSURE = (
    "output/rapport.pptx: Det program som rapporten sist sparades i har tagit bort uppgiften om hur den gjordes, så "
    "den är jämförd med den som byggdes sist. Läs igenom det som står kvar som ändrat för hand."
)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tmp_path / "output" / "rapport.pptx"


def _build(deck: Path, report: Report) -> tuple[Rebuilt, Saved]:
    def made() -> Rebuilt:
        return rebuilt(build(report), deck, Rebuild())

    return store(made(), deck, made)


def _lose_base(deck: Path) -> None:
    """Drop the base inside a deck, as a program may that does not know it."""
    parts = Parts.of(deck.read_bytes())
    part = _part_of(parts, NAMESPACE)
    parts.put(part, parts.blobs[part].replace(NAMESPACE.encode(), b"urn:other"))
    deck.write_bytes(parts.content())


def _lose_mark(deck: Path) -> None:
    parts = Parts.of(deck.read_bytes())
    (part,) = parts.related("", "custom-properties")
    parts.put(part, parts.blobs[part].replace(b"deckbuilder-base", b"other"))
    deck.write_bytes(parts.content())


def _slides(deck: Path) -> dict[str, bytes]:
    return {name: blob for name, blob in Parts.of(deck.read_bytes()).blobs.items() if name.startswith("ppt/slides/")}


def _kinds(done: Rebuilt) -> set[str]:
    assert done.events is not None
    return {event.kind for event in done.events}


def test_a_deck_that_lost_its_base_is_compared_with_that_of_its_mark_also_when_a_build_was_stopped(deck: Path) -> None:
    """The stopped build had put its base beside the deck, and then no more."""
    _build(deck, BEFORE)
    _lose_base(deck)
    stands = deck.read_bytes()
    _build(deck, AFTER)
    deck.write_bytes(stands)
    done, _ = _build(deck, AFTER)
    assert (_kinds(done), done.warnings) == ({"updated", "added"}, ())


def test_a_version_without_a_base_is_merged_as_if_it_had_never_gone(deck: Path) -> None:
    _build(deck, BEFORE)
    _lose_base(deck)
    _build(deck, AFTER)
    (version,) = (deck.parent / ".versions").iterdir()
    deck.write_bytes(version.read_bytes())
    _build(deck, AFTER)
    never_gone = deck.with_name("annan.pptx")
    _build(never_gone, BEFORE)
    _build(never_gone, AFTER)
    assert _slides(deck) == _slides(never_gone)


def test_a_deck_that_lost_base_and_mark_is_compared_with_the_last_and_that_is_told(deck: Path) -> None:
    _build(deck, BEFORE)
    _lose_base(deck)
    _lose_mark(deck)
    done, _ = _build(deck, AFTER)
    assert _kinds(done) == {"updated", "added"}
    assert [str(warning) for warning in done.warnings] == [UNSURE]
    assert mark_of(Parts.of(deck.read_bytes()))


def test_a_deck_whose_base_is_gone_is_never_compared_with_another(deck: Path) -> None:
    _build(deck, BEFORE)
    _lose_base(deck)
    stands = deck.read_bytes()
    _build(deck, AFTER)
    deck.write_bytes(stands)
    (own,) = (deck.parent / ".base").glob(f"*{mark_of(Parts.of(stands))}*")
    own.unlink()
    with pytest.raises(ContentError, match="Det går inte att se vad som är ändrat för hand"):
        _build(deck, AFTER)
    assert deck.read_bytes() == stands


def _saved_meanwhile(deck: Path, times: int) -> Callable[[], Rebuilt]:
    """Merge, and let a colleague save the deck with another comment just after it was read."""
    count = 0

    def made() -> Rebuilt:
        nonlocal count
        done = rebuilt(build(AFTER), deck, Rebuild())
        if count < times:
            count += 1
            parts = Parts.of(deck.read_bytes())
            parts.put("docProps/app.xml", parts.blobs["docProps/app.xml"] + b"<!-- %d -->" % count)
            deck.write_bytes(parts.content())
        return done

    return made


def test_a_deck_that_is_saved_while_it_is_built_is_merged_again(deck: Path) -> None:
    _build(deck, BEFORE)
    again = _saved_meanwhile(deck, 1)
    _, saved = store(again(), deck, again)
    assert (saved.path, saved.obstacle) == (deck, "")
    assert b"<!-- 1 -->" in Parts.of(deck.read_bytes()).blobs["docProps/app.xml"]


def test_a_deck_that_is_saved_again_and_again_is_left_and_the_new_one_gets_another_name(deck: Path) -> None:
    _build(deck, BEFORE)
    again = _saved_meanwhile(deck, 9)
    _, saved = store(again(), deck, again)
    assert saved.path.name == "rapport (2).pptx"
    assert saved.obstacle == "den sparades av någon annan medan den nya skrevs"
    assert b"<!-- 4 -->" in Parts.of(deck.read_bytes()).blobs["docProps/app.xml"]
    assert b"<!-- 3 -->" in Parts.of(saved.path.read_bytes()).blobs["docProps/app.xml"]


def test_a_deck_that_cannot_be_read_is_told(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _build(deck, BEFORE)

    def refused(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(type(deck), "read_bytes", refused)
    with pytest.raises(ContentError, match=r"^output/rapport\.pptx: Rapporten går inte att läsa\. Stäng den"):
        rebuilt(build(AFTER), deck, Rebuild())


def test_built_anew_the_old_deck_is_kept_as_a_version(deck: Path) -> None:
    _build(deck, BEFORE)
    before = deck.read_bytes()
    done = rebuilt(build(AFTER), deck, Rebuild(fresh=True))
    _, saved = store(done, deck, lambda: done)
    assert saved.previous is not None
    assert saved.previous.read_bytes() == before
    assert done.events is None
