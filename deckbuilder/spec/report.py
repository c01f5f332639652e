"""A report: one YAML file in `config/` that lists slides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from deckbuilder.errors import Problems
from deckbuilder.spec.validation import Model, common, one_of, validated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deckbuilder.spec.document import Document, Path


class Report(Model):
    """What is said once for the whole deck, and the slides in their order."""

    title: Annotated[str, Field(min_length=1)]
    """Rapportens namn. Står i sidfoten på varje bild."""
    meeting: str = ""
    """Mötet och dagen, till exempel RS AU 2024-08-27."""
    layout: str = "region"
    """Layouten i layouts/, utan filändelse."""
    money_label: str = "Mkr"
    """Hur miljoner kronor skrivs: Mkr eller mnkr."""
    slides: Annotated[tuple[Any, ...], Field(min_length=1)]
    """Bilderna, i den ordning de visas."""


class SlideSpec(Model):
    """What every slide type has."""

    type: str
    """Bildtypen."""
    id: Annotated[str, Field(pattern=r"^[a-z0-9åäö]+(-[a-z0-9åäö]+)*$")]
    """Bildens namn: små bokstäver, siffror och bindestreck. Byt det inte: ändringar i PowerPoint följer namnet."""
    title: Annotated[str, Field(min_length=1)]
    """Bildens rubrik: säg poängen."""
    subtitle: str = ""
    """Raden under rubriken: mått, enhet och period."""
    source: str | None = None
    """Källraden. Utan den skrivs filnamnen som siffrorna kommer från."""

    def uses_comment(self) -> bool:
        """Whether the slide takes text from `kommentarer.md` under its id."""
        return False


def slides_in(data: Any) -> list[dict[str, Any]]:
    """Return a report's slides as its YAML has them: none where it has no list, an empty one for what has no keys."""
    slides = data.get("slides") if isinstance(data, dict) else None
    return [slide if isinstance(slide, dict) else {} for slide in slides] if isinstance(slides, list) else []


def slide_ids(data: Any) -> set[str]:
    """Return the ids that a report's slides have in its YAML."""
    return {str(slide["id"]) for slide in slides_in(data) if "id" in slide}


def read_report(document: Document) -> Report:
    """Return the report that a document holds; raise ContentError with every fault but those of its slides."""
    return validated(Report, document.data or {}, document)


def read_slide(
    data: Any, document: Document, path: Path, types: Iterable[str], options_of: Callable[[str], type[SlideSpec]]
) -> SlideSpec:
    """Return one slide's options as its type defines them; raise ContentError with every fault."""
    if isinstance(data, dict) and isinstance(data.get("type"), str):
        one_of(data["type"], types, "Bildtypen", document.place((*path, "type")), " 'deckbuilder kinds' beskriver dem.")
        return validated(options_of(data["type"]), data, document, path)
    return validated(SlideSpec, common(SlideSpec, data), document, path)


def refuse_twins(slides: Iterable[tuple[str, Path]], document: Document, what: str, remedy: str, code: str) -> None:
    """Raise ContentError when two slides have the same id (or title)."""
    problems = Problems()
    seen: dict[str, int] = {}
    for text, path in slides:
        place = document.place(path)
        if text in seen:
            sentence = f"{what} '{text}' finns redan på rad {seen[text]}. Ge bilderna olika {remedy}."
            problems.add(place, sentence, code)
        seen.setdefault(text, place.line)
    problems.raise_if_any()
