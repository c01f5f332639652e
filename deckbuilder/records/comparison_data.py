"""A comparison as JSON data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckbuilder.records.json import figure_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckbuilder.figures.figure import Figure
    from deckbuilder.records.comparison import Change, Comparison
    from deckbuilder.records.record import RecordedSlide
    from deckbuilder.records.rows import RowOfFigures


def comparison_data(found: Comparison) -> dict[str, Any]:
    """Return all that differs: figures with both values, statuses, rows that are new or gone, and slides by id."""
    before, after = found.before.money_label, found.after.money_label
    return {
        "changes": [_change(change, before, after) for change in found.changes],
        "statuses": [_change(change, before, after) for change in found.statuses],
        "new": [_row(row, after) for row in found.new],
        "gone": [_row(row, before) for row in found.gone],
        "slides": {
            "new": _ids(found.new_slides),
            "gone": _ids(found.gone_slides),
            "changed": _ids(found.changed_slides),
            "moved": _ids(found.moved_slides),
        },
    }


def _change(change: Change, before: str, after: str) -> dict[str, Any]:
    difference: Figure | None = change.difference
    return {
        "id": change.after.id,
        "label": change.after.label,
        "before": figure_data(change.before, before),
        "after": figure_data(change.after, after),
        "difference": None if difference is None else figure_data(difference, after),
        "verdict": change.verdict,
        "late_correction": change.is_correction,
        "slides": _ids(change.slides),
    }


def _row(row: RowOfFigures, money_label: str) -> dict[str, Any]:
    figures = [figure_data(figure, money_label) for figure in row.figures]
    return {"label": row.label, "figures": figures, "slides": _ids(row.slides)}


def _ids(slides: Iterable[RecordedSlide]) -> list[str]:
    return [slide.id for slide in slides]
