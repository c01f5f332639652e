"""Says on a slide which of its values people have kept, and why: under it, and for those who cannot see its charts."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from textwrap import shorten
from typing import TYPE_CHECKING, Any, TypeVar, cast

from deckbuilder import swedish
from deckbuilder.errors import choices
from deckbuilder.page import TableBlock, TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuilder.figures.figure import Figure
    from deckbuilder.page import Block, Page

T = TypeVar("T")
_LONGEST = 60
_MOST = 3


def noted(page: Page, figures: Iterable[Figure]) -> Page:
    """Return the page with a note on the values that are kept, in its source line and alternative texts.

    Where the slide has more than tables and texts the note names the figures, since a chart's labels have no mark. Also
    a line that staff wrote gets it: it is of the numbers, not of the source.
    """
    kept = [figure for figure in figures if figure.kept]
    if not kept:
        return page
    said = _said(kept, names=any(not isinstance(block, TextBlock | TableBlock) for block in page.blocks))
    source = ". ".join(filter(None, (page.source.removesuffix("."), f"{swedish.MARK} {said}")))
    return replace(page, source=source, blocks=tuple(_with_note(block, kept) for block in page.blocks))


def starred(value: T) -> T:
    """Return a page, or anything on it, with the mark in the place of what stands for it in texts."""
    changed: Any = value
    if isinstance(value, str):
        changed = value.replace(swedish.MARK_IN_TEXT, swedish.MARK)
    elif isinstance(value, tuple):
        changed = tuple(starred(one) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = replace(value, **{name: starred(part) for name, part in parts.items()})
    return cast("T", changed)


def warning(figures: Iterable[Figure]) -> str:
    """Return what may be the matter with a slide that cannot be made, when it shows values that are kept; else ""."""
    kept = [figure.id for figure in figures if figure.kept]
    remedy = "Är det de behållna värdena som inte går ihop med resten? Behåll fler, eller ta bort dem"
    return f"{remedy}: {choices(kept)}." if kept else ""


def _said(kept: Sequence[Figure], *, names: bool) -> str:
    """Return `Behållet värde: skäl`, with `names` `Totalt, utfall (skäl)`; of many the first, and how many more."""
    longest = _LONGEST if len(kept) == 1 else _LONGEST // 2
    reasons = [shorten(figure.kept.reason.rstrip("."), longest, placeholder="…") for figure in kept if figure.kept]
    named = [f"{figure.label} ({reason})" for figure, reason in zip(kept, reasons, strict=True)]
    told = named if names else list(dict.fromkeys(reasons))
    more = f" och {len(told) - _MOST} till" if len(told) > _MOST else ""
    return f"{'Behållet värde' if len(kept) == 1 else 'Behållna värden'}: {'; '.join(told[:_MOST])}{more}"


def _with_note(block: Block, kept: Sequence[Figure]) -> Block:
    if isinstance(block, TextBlock) or not block.alt:
        return block
    return replace(block, alt=f"{block.alt} {_said(kept, names=True)}.")
