"""Which slides of a deck are exported, and a deck of these alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import DeckbuilderError, choices, did_you_mean
from deckbuilder.refresh.excerpt import excerpt
from deckbuilder.refresh.identity import views

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.refresh.parts import Parts

_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_SHOW = "Visa dem i PowerPoint, eller nämn dem en och en i --slides."


class SelectionError(DeckbuilderError):
    """`--slides` names a slide that the deck does not have."""

    code = "DB857"


class NothingShownError(DeckbuilderError):
    """All slides that would be exported are hidden, or the deck has none."""

    code = "DB858"


@dataclass(frozen=True)
class Slide:
    """A slide of a deck: its number there, its id (`egen` for one that people made), its title and its part."""

    number: int
    id: str
    title: str
    part: str
    is_hidden: bool


def slides_of(parts: Parts) -> list[Slide]:
    """Return a deck's slides in order, those that are hidden too."""
    return [
        Slide(number, view.id or "egen", view.title, view.part, view.is_hidden)
        for number, view in enumerate(views(parts), start=1)
    ]


def chosen(slides: Sequence[Slide], words: str) -> list[Slide]:
    """Return the slides that `3,5-7,resultat-region` names, in their order; without words those that are not hidden.

    A hidden slide is among them when it is named itself, not in a range. An id stands for all slides that go on under
    it. Raise SelectionError for a number or an id that is not there, NothingShownError when none is left.
    """
    wanted = [word.strip() for word in words.split(",") if word.strip()]
    if not wanted:
        found = [slide for slide in slides if not slide.is_hidden]
    else:
        named = {slide for word in wanted for slide in _named(slides, word)}
        found = [slide for slide in slides if slide in named]
    if not found:
        raise NothingShownError(f"Alla bilder som skulle vara med är dolda. {_SHOW}")
    return found


def _named(slides: Sequence[Slide], word: str) -> list[Slide]:
    if matched := _RANGE.fullmatch(word):
        first, last = int(matched[1]), int(matched[2] or matched[1])
        if not 1 <= first <= last <= len(slides):
            sentence = f"Rapporten har bilderna 1-{len(slides)}, så '{word}' i --slides går inte."
            raise SelectionError(f"{sentence} Skriv till exempel --slides 3,5-7.")
        return [slide for slide in slides[first - 1 : last] if not (matched[2] and slide.is_hidden)]
    found = [slide for slide in slides if word in (slide.id, slide.id.partition("~")[0])]
    if not found:
        known = list(dict.fromkeys(slide.id.partition("~")[0] for slide in slides))
        sentence = f"Bilden '{word}' finns inte i rapporten.{did_you_mean(word, known)}"
        raise SelectionError(f"{sentence} Bilder som finns: {choices(known)}.")
    return found


def only(parts: Parts, slides: Sequence[Slide]) -> Parts:
    """Return the deck with these slides alone, none of them hidden, each with the number that it has in the whole."""
    made = excerpt(parts, {slide.part: slide.number for slide in slides})
    made.drop_orphans()
    return made


def file_names(slides: Sequence[Slide], stem: str, count: int) -> Iterator[str]:
    """Yield a picture's name for each slide: `manadsrapport-2024-07-05-resultat-region.png`."""
    digits = max(2, len(str(count)))
    for slide in slides:
        yield f"{stem}-{slide.number:0{digits}}-{slide.id.replace('~', '-')}.png"
