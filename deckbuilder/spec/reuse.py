"""Slides that one report takes from another: `use: manadsrapport` with an `id`, and the keys that differ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import ContentError, Problems, choices, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deckbuilder.errors import Place
    from deckbuilder.spec.document import Document, Path

    Reports = Mapping[str, Callable[[], Document]]

USE = "use"


def with_used_slides(document: Document, reports: Reports) -> Document:
    """Return the report with every used slide written out, each part of it placed in the file where it stands.

    A key that the report repeats replaces the used slide's; a key without a value takes it away. `reports` are the
    other reports by name, read when they are asked for. Raise ContentError for every slide that cannot be found.
    """
    slides = document.data.get("slides") if isinstance(document.data, dict) else None
    if not isinstance(slides, list) or not any(_uses(slide) for slide in slides):
        return document
    written = list(slides)
    places, key_places = dict(document.places), dict(document.key_places)
    problems = Problems()
    read: dict[str, Document] = {}
    for number, slide in enumerate(slides):
        with problems.gather():
            if _uses(slide):
                path = ("slides", number)
                other = _report(slide[USE], document.place((*path, USE)), reports, read)
                index = _index(slide, other, document, path)
                own = {key: value for key, value in slide.items() if key != USE}
                written[number] = _without_empty({**other.data["slides"][index], **own}, own)
                places = _moved(other.places, ("slides", index), path, own) | places
                key_places = _moved(other.key_places, ("slides", index), path, own) | key_places
    problems.raise_if_any()
    return replace(document, data={**document.data, "slides": written}, places=places, key_places=key_places)


def _uses(slide: Any) -> bool:
    return isinstance(slide, dict) and USE in slide


def _report(name: Any, place: Place, reports: Reports, read: dict[str, Document]) -> Document:
    if name not in reports:
        near = did_you_mean(str(name), reports)
        sentence = f"Rapporten '{name}' finns inte.{near} Rapporter att ta bilder från: {choices(reports)}."
        raise ContentError.at(place, sentence)
    if name not in read:
        read[name] = reports[name]()
    return read[name]


def _index(slide: dict[str, Any], other: Document, document: Document, path: Path) -> int:
    """Return the number of the wanted slide in the other report."""
    there = other.data.get("slides") if isinstance(other.data, dict) else None
    found = {s.get("id"): n for n, s in enumerate(there or ()) if isinstance(s, dict) and not _uses(s)}
    wanted = slide.get("id")
    if wanted not in found:
        known = [str(name) for name in found]
        what = f"Bilden '{wanted}' finns inte i {other.file}." if wanted else "Skriv med 'id' vilken bild det gäller."
        sentence = f"{what}{did_you_mean(str(wanted or ''), known)} Bilder som finns: {choices(known)}."
        raise ContentError.at(document.place((*path, "id")), sentence)
    return found[wanted]


def _without_empty(slide: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in slide.items() if not (key in own and value is None)}


def _moved(places: Mapping[Path, Place], old: Path, new: Path, own: Mapping[str, Any]) -> dict[Path, Place]:
    """Return the places of a slide's parts under its new path, but those that the report writes itself."""
    depth = len(old)
    return {
        (*new, *path[depth:]): place
        for path, place in places.items()
        if path[:depth] == old and len(path) > depth and path[depth] not in own
    }
