"""A draft's slides as the page shows them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from deckbuilder.composing import BUILDERS
from deckbuilder.figures.origin import written_cells
from deckbuilder.kinds import kind, kinds
from deckbuilder.preview.outline import outline, spoken
from deckbuilder.preview.state import ShownFigure, ShownSlide
from deckbuilder.spec.report import slide_ids

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from deckbuilder.figures.figure import Figure
    from deckbuilder.preview.engine import Draft
    from deckbuilder.refresh.identity import SlideView

_PART = "~"


def shown_slides(draft: Draft, digests: Mapping[str, str]) -> tuple[ShownSlide, ...]:
    """Return a draft's slides in order, with their digests (by part)."""
    movable = slide_ids(draft.made.loaded.document.data)
    types = {slide.id: slide.type for slide in draft.made.record.slides}
    figures = _figures(draft)
    shown = []
    for number, (view, key) in enumerate(zip(draft.slides, _keys(draft.slides), strict=True), start=1):
        page = view.id.partition(_PART)[0]
        type_ = types.get(page, "")
        shown.append(
            ShownSlide(
                key=key,
                id=page or key,
                number=number,
                title=view.title,
                type=type_,
                type_summary=summary(type_),
                movable=key in movable,
                own=not view.id,
                hidden=view.is_hidden,
                digest=digests.get(view.part, ""),
                alt=f"{view.title}. {spoken(view.root)}".strip(),
                figures=figures.get(page, ()),
                outline=outline(view.root, view.part, draft.parts),
            )
        )
    return tuple(shown)


def summary(type_: str) -> str:
    """Return what a slide type is, in a sentence; "" for one that is not known."""
    return str(kind(BUILDERS, type_).SUMMARY) if type_ in kinds(BUILDERS) else ""


def _keys(slides: Collection[SlideView]) -> Iterator[str]:
    """Yield a key of its own for each slide: its id, with a number where people have copied it."""
    seen: Counter[str] = Counter()
    for slide in slides:
        id_ = slide.id or "egen"
        seen[id_] += 1
        yield f"{id_}+{seen[id_]}" if seen[id_] > 1 or not slide.id else id_


def _figures(draft: Draft) -> dict[str, tuple[ShownFigure, ...]]:
    """Return the figures of each page, in the order that it shows them."""
    record = draft.made.record
    shown = {id_: shown_figure(figure, record.money_label) for id_, figure in record.figures.items()}
    return {slide.id: tuple(shown[id_] for id_ in slide.figures) for slide in record.slides}


def shown_figure(figure: Figure, money_label: str) -> ShownFigure:
    """Return a figure as the page lists it."""
    return ShownFigure(figure.id, figure.label, figure.legible.written(money_label), written_cells(figure.cells))
