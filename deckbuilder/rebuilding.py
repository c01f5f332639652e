"""A new deck and the one that is there: merged, so that neither the data nor anyone's work is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Place, Problem
from deckbuilder.refresh import bases
from deckbuilder.refresh.base import packed, stored, with_own_parts
from deckbuilder.refresh.bases import mark_for
from deckbuilder.refresh.merge import Merged, merge
from deckbuilder.refresh.parts import NotADeckError, Parts
from deckbuilder.saving import ChangedError, Saved, Standing, save, save_aside, standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deckbuilder.refresh.base import Stored
    from deckbuilder.refresh.merge import Take
    from deckbuilder.refresh.report import Event, Kind


@dataclass(frozen=True)
class Rebuild:
    """How a deck that is there is treated: which side takes conflicts, which deleted slides come back, or all anew."""

    take: Take = ""
    restore: tuple[str, ...] = ()
    fresh: bool = False


_TRIES = 3
_UNKNOWN = (
    "Det går inte att se vad som är ändrat för hand, för rapporten är inte gjord av den här versionen av deckbuilder. "
    "Flytta undan den, eller bygg med --fresh: då sparas den först i .versions."
)
_UNSURE = (
    "Det program som rapporten sist sparades i har tagit bort uppgiften om hur den gjordes, så den är jämförd med den "
    "som byggdes sist. Läs igenom det som står kvar som ändrat för hand."
)
_NO_BASE = (
    "Filen som nästa bygge kan behöva för att se vad som är ändrat för hand kunde inte skrivas. "
    "Kontrollera diskutrymme och rättigheter, och bygg på nytt. Uppgiften finns också inuti rapporten."
)


@dataclass(frozen=True)
class Rebuilt:
    """A deck to save, the base to keep beside it, and what a merge did; None where nothing was merged.

    `read` is what stood there and was merged, `warnings` what staff should know of.
    """

    content: bytes
    base: bytes
    events: tuple[Event, ...] | None = None
    read: Standing | None = None
    warnings: tuple[Problem, ...] = ()


def rebuilt(generated: bytes, deck: Path, rebuild: Rebuild) -> Rebuilt:
    """Return a generated deck merged into the one at `deck`, or as it is when there is none.

    When the data has not changed, the bytes are those that stand there. Raise ContentError for a deck that is no deck,
    or one of which nobody knows how it was generated.
    """
    place = Place(f"output/{deck.name}")
    try:
        read = standing(deck)
        base = packed(generated)
        if rebuild.fresh or read.content is None:
            return Rebuilt(with_own_parts(generated, base, generated), base, read=read)
        before = stored(Parts.of(read.content), deck)
        if before is None:
            raise ContentError.at(place, _UNKNOWN, "DB703")
        warnings = () if before.is_sure else (Problem(place, _UNSURE, "DB704"),)
        merged = _merged(before, base, deck, (read.content, generated), rebuild)
    except NotADeckError as error:
        sentence = f"{error} Öppna den i PowerPoint och spara den, eller bygg med --fresh: då sparas den i .versions."
        raise ContentError.at(place, sentence, "DB705") from error
    except OSError as error:
        sentence = "Rapporten går inte att läsa. Stäng den om den är öppen, och kontrollera att du har rätt till den."
        raise ContentError.at(place, sentence, "DB706") from error
    is_settled = bool(before.unsettled) and rebuild.take == "deck"
    if (before.content, read.content) == (base, merged.content) and not is_settled:
        return Rebuilt(read.content, base, merged.events, read, warnings)
    has_conflicts = any(event.kind == "conflict" for event in merged.events)
    unsettled = (before.unsettled or mark_for(before.content)) if has_conflicts else ""
    content = with_own_parts(merged.content, base, generated, unsettled)
    return Rebuilt(content, base, merged.events, read, warnings)


def _merged(before: Stored, base: bytes, deck: Path, versions: tuple[bytes, bytes], rebuild: Rebuild) -> Merged:
    """Return the deck as it stands merged with the generated one (`versions`), unless the data is what it was.

    Conflicts of earlier builds that nobody has settled are told again, or settled now, against the base that they had.
    """
    theirs, generated = versions
    done = Merged(theirs, ())
    if before.content != base or rebuild.restore:
        done = merge(before.content, theirs, generated, rebuild.take, rebuild.restore)
    older = bases.marked(deck, before.unsettled) if before.unsettled and rebuild.take != "deck" else None
    if older is None:
        return done
    again = merge(older, done.content, generated, rebuild.take)
    if rebuild.take == "data":
        return Merged(again.content, (*done.events, *_of_kind("updated", again.events, done.events)))
    others = [event for event in done.events if event.kind != "conflict"]
    return Merged(done.content, (*_of_kind("conflict", again.events), *others))


def _of_kind(kind: Kind, events: tuple[Event, ...], told: tuple[Event, ...] = ()) -> list[Event]:
    return [event for event in events if event.kind == kind and event not in told]


def store(done: Rebuilt, deck: Path, again: Callable[[], Rebuilt]) -> tuple[Rebuilt, Saved]:
    """Save a deck with its base; `again` merges anew when someone has saved the one that stands meanwhile.

    The base is put beside it first, under a name of its own: a build that is stopped between the two leaves the old
    deck with its old base, and a new deck is never without its own. A deck that changes again and again is left, and
    the new one gets another name. Raise SaveError when there is nowhere to write.
    """
    for _ in range(_TRIES):
        is_kept = bases.keep(done.base, deck)
        try:
            saved = save(done.content, deck, done.read)
        except ChangedError as error:
            obstacle, done = str(error), again()
        else:
            break
    else:
        is_kept, saved = bases.keep(done.base, deck), save_aside(done.content, deck, obstacle)
    if not is_kept:
        done = replace(done, warnings=(*done.warnings, Problem(Place(f"output/{bases.BASES}"), _NO_BASE, "DB707")))
    return done, saved
