"""Slides that one report takes from another: `use: manadsrapport` with an `id`, and the keys that differ."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from deckbuilder.errors import ContentError, Problems, choices, did_you_mean
from deckbuilder.spec.report import slides_in

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
    slides = slides_in(document.data)
    if not any(USE in slide for slide in slides):
        return document
    written = list(document.data["slides"])
    places, key_places = dict(document.places), dict(document.key_places)
    problems = Problems()
    read: dict[str, Document] = {}
    for number, slide in enumerate(slides):
        with problems.gather():
            if USE in slide:
                path = ("slides", number)
                other = _report(slide[USE], document.place((*path, USE)), reports, read)
                index = _index(slide, other, document, path)
                own = {key: value for key, value in slide.items() if key != USE}
                written[number] = _without_empty({**other.data["slides"][index], **own}, own)
                places = _moved(other.places, ("slides", index), path, own) | places
                key_places = _moved(other.key_places, ("slides", index), path, own) | key_places
    problems.raise_if_any()
    return replace(document, data={**document.data, "slides": written}, places=places, key_places=key_places)


def _report(name: Any, place: Place, reports: Reports, read: dict[str, Document]) -> Document:
    if name == PurePath(place.file).stem:
        sentence = "En rapport kan inte ta bilder ur sig själv. Skriv namnet på en annan rapport."
        raise ContentError.at(place, sentence, "DB140")
    if not isinstance(name, str) or name not in reports:
        is_name = isinstance(name, str | int)
        what = f"Rapporten '{name}' finns inte." if is_name else "Skriv med 'use' namnet på rapporten att ta bilden ur."
        near = did_you_mean(str(name), reports) if is_name else ""
        raise ContentError.at(place, f"{what}{near} Rapporter att ta bilder från: {choices(reports)}.", "DB140")
    if name not in read:
        read[name] = reports[name]()
    return read[name]


def _index(slide: dict[str, Any], other: Document, document: Document, path: Path) -> int:
    """Return the number of the wanted slide in the other report."""
    wanted, place = slide.get("id"), document.place((*path, "id"))
    slides = slides_in(other.data)
    found = [number for number, s in enumerate(slides) if wanted and s.get("id") == wanted]
    if not found:
        known = [s["id"] for s in slides if isinstance(s.get("id"), str) and USE not in s]
        is_name = bool(wanted) and isinstance(wanted, str | int)
        what = f"Bilden '{wanted}' finns inte i {other.file}." if is_name else "Skriv med 'id' vilken bild det gäller."
        near = did_you_mean(str(wanted), known) if is_name else ""
        raise ContentError.at(place, f"{what}{near} Bilder som finns: {choices(known)}.", "DB141")
    if len(found) > 1:
        sentence = f"Bilden '{wanted}' står {len(found)} gånger i {other.file}. Ge bilderna där olika id."
        raise ContentError.at(place, sentence, "DB143")
    if USE in slides[found[0]]:
        whose = slides[found[0]][USE]
        sentence = f"Bilden '{wanted}' i {other.file} är själv hämtad ur '{whose}'. Ta den därifrån: use: {whose}."
        raise ContentError.at(place, sentence, "DB141")
    return found[0]


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
