"""A new deck and the one that is there: merged, so that neither the data nor anyone's work is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Place
from deckbuilder.refresh.base import BASES, packed, stored, with_own_parts
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import NotADeckError, Parts

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.refresh.merge import Take
    from deckbuilder.refresh.report import Event


@dataclass(frozen=True)
class Rebuild:
    """How a deck that is there is treated: which side takes conflicts, which deleted slides come back, or all anew."""

    take: Take = ""
    restore: tuple[str, ...] = ()
    fresh: bool = False


@dataclass(frozen=True)
class Rebuilt:
    """A deck to save, the base to keep beside it, and what a merge did; None where nothing was merged."""

    content: bytes
    base: bytes
    events: tuple[Event, ...] | None = None


def base_beside(deck: Path) -> Path:
    """Return where the base of a deck is kept beside it, for when a program drops the one inside."""
    return deck.parent / BASES / deck.name


def rebuilt(generated: bytes, deck: Path, rebuild: Rebuild) -> Rebuilt:
    """Return a generated deck merged into the one at `deck`, or as it is when there is none.

    When the data has not changed, the bytes are those that stand there. Raise ContentError for a deck that is no deck,
    or one of which nobody knows how it was generated.
    """
    base = packed(generated)
    if rebuild.fresh or not deck.exists():
        return Rebuilt(with_own_parts(generated, base, generated), base)
    place = Place(f"output/{deck.name}")
    theirs = deck.read_bytes()
    try:
        before = stored(Parts.of(theirs), base_beside(deck))
        if before is None:
            sentence = (
                "Det går inte att se vad som är ändrat för hand, för rapporten är inte gjord av den här versionen av "
                "deckbuilder. Flytta undan den, eller bygg med --fresh: då sparas den först i .versions."
            )
            raise ContentError.at(place, sentence)
        if before == base and not rebuild.restore:
            return Rebuilt(theirs, base, ())
        merged = merge(before, theirs, generated, rebuild.take, rebuild.restore)
    except NotADeckError as error:
        sentence = f"{error} Öppna den i PowerPoint och spara den, eller bygg med --fresh: då sparas den i .versions."
        raise ContentError.at(place, sentence) from error
    return Rebuilt(with_own_parts(merged.content, base, generated), base, merged.events)
