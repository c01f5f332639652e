"""Saves decks and is killed at random moments, again and again: `python -m tests.killing DECK ONE OTHER KILLS SEED`.

A process of its own, since a test run must not fork. It prints, as JSON, how often each of the two decks stood after a
kill and how many kills left a temporary file; an AssertionError tells of a deck that was neither.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zipfile import ZipFile

from deckbuilder.pipeline import save_record
from deckbuilder.rebuilding import Rebuilt, store
from deckbuilder.records.json import sidecar
from deckbuilder.refresh import bases
from deckbuilder.refresh.base import packed, stored, with_own_parts
from deckbuilder.refresh.mark import mark_of
from deckbuilder.refresh.parts import Parts
from deckbuilder.saving import standing
from deckbuilder.versions import versions

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 0.12
"""Seconds within which a child is killed: several saves."""


def record_of(done: Rebuilt) -> str:
    """Return what stands for the record of a deck, as long as a real one."""
    return f"{len(done.content)} " * 100_000


def save_all(done: Rebuilt, deck: Path) -> None:
    """Save a deck, its base and its record as a build does."""
    store(replace(done, read=standing(deck)), deck, lambda: done)
    save_record(record_of(done), deck)


def as_built(deck: bytes) -> Rebuilt:
    """Return a generated deck as it is saved."""
    base = packed(deck)
    return Rebuilt(with_own_parts(deck, base, deck), base)


def killed_while_saving(deck: Path, decks: Iterable[Rebuilt], after: float) -> None:
    """Let a child save the decks in turn, and kill it after so many seconds."""
    child = os.fork()
    if not child:
        _save_for_ever(deck, decks)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _save_for_ever(deck: Path, decks: Iterable[Rebuilt]) -> NoReturn:
    try:
        for done in cycle(decks):
            save_all(done, deck)
    finally:  # a fault in the child must be seen, not taken for a kill
        os.write(2, b"The child ended by itself.\n")
        os._exit(1)
    raise AssertionError


@dataclass(frozen=True)
class Whole:
    """A deck that opens, and what goes with it."""

    name: str
    mark: str
    record: str

    @classmethod
    def of(cls, name: str, done: Rebuilt) -> Whole:
        """Open a deck in every way that we do, once: after a kill its very bytes must stand."""
        with ZipFile(BytesIO(done.content)) as archive:
            assert archive.testzip() is None
        parts = Parts.of(done.content)
        found = stored(parts, Path("nowhere"))
        assert found is not None
        assert found.content == done.base
        return cls(name, mark_of(parts), record_of(done))


def check(deck: Path, decks: dict[bytes, Whole]) -> Whole:
    """Return which deck stands; raise AssertionError when it is neither or has lost what goes with it."""
    stands = decks.get(deck.read_bytes())
    assert stands, "half a deck"
    assert bases.marked(deck, stands.mark) is not None, "the deck has lost its base"
    assert all(version.path.read_bytes() in decks for version in versions(deck)), "half a version"
    assert sidecar(deck).read_text(encoding="utf-8") in {one.record for one in decks.values()}, "half a record"
    assert [path.name for path in deck.parent.glob("*.pptx")] == [deck.name], "another name"
    return stands


def clear(deck: Path, stands: Whole) -> bool:
    """Remove what the next child is to write anew; return whether the last one left a temporary file."""
    left = list(deck.parent.rglob(".deckbuilder-*.tmp"))
    others = [path for path in (deck.parent / bases.BASES).iterdir() if stands.mark not in path.name]
    for path in (*left, *others, *(version.path for version in versions(deck))):
        path.unlink(missing_ok=True)
    return bool(left)


def main(deck: Path, sources: tuple[Path, Path], kills: int, seed: int) -> None:
    """Kill so many children that save the two decks, one after the other over the same file."""
    made = [as_built(path.read_bytes()) for path in sources]
    decks = {done.content: Whole.of(name, done) for done, name in zip(made, ("one", "other"), strict=True)}
    chance, found, left = random.Random(seed), {"one": 0, "other": 0}, 0  # noqa: S311 -- no secret
    save_all(made[0], deck)
    for _ in range(kills):
        killed_while_saving(deck, made, chance.uniform(0, LONGEST))
        stands = check(deck, decks)
        found[stands.name] += 1
        left += clear(deck, stands)
    print(json.dumps({**found, "left": left}))  # noqa: T201 -- this is its answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), (Path(sys.argv[2]), Path(sys.argv[3])), int(sys.argv[4]), int(sys.argv[5]))
