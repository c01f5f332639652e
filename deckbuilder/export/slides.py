"""Which slides of a deck are exported, and a deck of these alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import DeckbuilderError, choices, did_you_mean
from deckbuilder.refresh.identity import PRESENTATION, views
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.sections import Wanted
from deckbuilder.refresh.slide_list import write_order
from deckbuilder.refresh.xml import A

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_SHOW = "Visa dem i PowerPoint, eller nämn dem en och en i --slides."
_HIDDEN = {"0", "false"}


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
        Slide(number, view.id or "egen", view.title, view.part, view.root.get("show") in _HIDDEN)
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
    made = Parts(parts.original, dict(parts.blobs))
    first = int(made.tree(PRESENTATION).get("firstSlideNum", 1))
    for slide in slides:
        root = made.tree(slide.part)
        root.attrib.pop("show", None)
        for field in list(root.iter(f"{{{A}}}fld")):
            if field.get("type") == "slidenum":
                _freeze(field, str(first - 1 + slide.number))
        made.touch(slide.part)
    write_order(made, [slide.part for slide in slides], Wanted({}))
    kept = made.reachable()
    for name in [name for name in made.blobs if _is_part(name) and name not in kept]:
        made.drop(name)
    return made


def _freeze(field: Any, words: str) -> None:
    """Make a field a run of text."""
    field.tag = f"{{{A}}}r"
    field.attrib.clear()
    for properties in field.findall(f"{{{A}}}pPr"):
        field.remove(properties)
    text = field.find(f"{{{A}}}t")
    if text is not None:
        text.text = words


def _is_part(name: str) -> bool:
    return not name.endswith(".rels") and name != "[Content_Types].xml"


def file_names(slides: Sequence[Slide], stem: str, count: int) -> Iterator[str]:
    """Yield a picture's name for each slide: `manadsrapport-2024-07-05-resultat-region.png`."""
    digits = max(2, len(str(count)))
    for slide in slides:
        yield f"{stem}-{slide.number:0{digits}}-{slide.id.replace('~', '-')}.png"
