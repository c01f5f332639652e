"""Puts an earlier version of a deck back, and tells which there are; what stands is kept as a version first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuilder.errors import CodedError, ContentError, Place, Problem
from deckbuilder.pipeline import save_record
from deckbuilder.records.comparison import compare
from deckbuilder.records.json import NoRecordError, sidecar, to_json
from deckbuilder.refresh.parts import NotADeckError, Parts
from deckbuilder.render.record import read_record
from deckbuilder.saving import ObstacleError, replace
from deckbuilder.versions import VERSIONS, versions

if TYPE_CHECKING:
    from deckbuilder.records.record import Record
    from deckbuilder.versions import Version


class NoVersionError(CodedError):
    """There is no version of that number or name, or none at all."""


@dataclass(frozen=True)
class Earlier:
    """A kept version, and how many of its figures differ from the deck that stands; None when that is not known."""

    version: Version
    differing: int | None


@dataclass(frozen=True)
class Restored:
    """The version that is the deck again, where the one that stood was put (None when it was the same), and warnings.

    The version's file may be gone: it was the oldest, and what stood has taken its place.
    """

    version: Version
    previous: Path | None
    warnings: tuple[Problem, ...]


def earlier(deck: Path) -> list[Earlier]:
    """Return the versions of a deck, the one kept last first; raise NoVersionError when there is none."""
    now = _record(deck)
    return [Earlier(version, _differing(_record(version.path), now)) for version in _some_versions(deck)]


def restored(deck: Path, word: str) -> Restored:
    """Put back the version of a number in `earlier`, from 1, or of a file's name.

    Its base is inside it, or is kept under its mark, so that the next build finds what people changed in it. Raise
    NoVersionError for an unknown version, ContentError, with all as it was, for one that is damaged or has no way back.
    """
    version = _chosen(deck, word)
    place = Place(f"output/{VERSIONS}/{version.path.name}")
    try:
        content = version.path.read_bytes()
        Parts.of(content)
        record = _record(version.path)
        saved = replace(content, deck)
    except NotADeckError as error:
        raise ContentError.at(place, f"{error} Välj en annan version.", "DB712") from error
    except OSError as error:
        sentence = "Versionen går inte att läsa. Kontrollera att du har rätt att öppna den, eller välj en annan."
        raise ContentError.at(place, sentence, "DB712") from error
    except ObstacleError as error:
        sentence = f"Rapporten står kvar som den är: {error}. Åtgärda det, och kör igen."
        raise ContentError.at(Place(f"output/{deck.name}"), sentence, "DB713") from error
    return Restored(version, saved.previous, _put_record_beside(record, deck))


def _chosen(deck: Path, word: str) -> Version:
    found = _some_versions(deck)
    if word.isdecimal() and 1 <= int(word) <= len(found):
        return found[int(word) - 1]
    for version in found:
        if Path(word).name in (version.path.name, version.path.stem, version.saved):
            return version
    numbers = "1" if len(found) == 1 else f"1-{len(found)}"
    sentence = f"Versionen '{word}' finns inte. Ange ett nummer ({numbers}) eller ett namn ur listan."
    raise NoVersionError(sentence, "DB711")


def _some_versions(deck: Path) -> list[Version]:
    if found := versions(deck):
        return found
    sentence = f"{deck.name} har inga tidigare versioner i output/{VERSIONS}/. De sparas där när rapporten byggs om."
    raise NoVersionError(sentence, "DB710")


def _record(deck: Path) -> Record | None:
    try:
        return read_record(deck)
    except NoRecordError:
        return None


def _differing(then: Record | None, now: Record | None) -> int | None:
    return None if then is None or now is None else len(compare(then, now).changes)


def _put_record_beside(record: Record | None, deck: Path) -> tuple[Problem, ...]:
    """Put the version's figures beside the deck; without any, those of the deck that stood must not pass for them."""
    if record is not None:
        return tuple(save_record(to_json(record), deck))
    beside = sidecar(deck)
    try:
        beside.unlink(missing_ok=True)
    except OSError:
        return (
            Problem(Place(beside.name), "Filen har siffrorna ur den rapport som stod här förut. Ta bort den.", "DB714"),
        )
    return ()
