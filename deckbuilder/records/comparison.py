"""What differs between two records: figures that moved, statuses, and slides that are new, gone or changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuilder.figures.figure import Figure
    from deckbuilder.records.record import Record, RecordedSlide


@dataclass(frozen=True)
class Change:
    """A figure that has another value, with the slides that show it now.

    `before` or `after` is None for one that is new or gone. `difference` is after − before, in the unit of `after`
    (percentages in points); None without numbers.
    """

    before: Figure | None
    after: Figure | None
    difference: Figure | None
    slides: tuple[RecordedSlide, ...]


@dataclass(frozen=True)
class Comparison:
    """Two records compared: figures in the order of the slides that show them, and slides by what became of them."""

    before: Record
    after: Record
    changes: tuple[Change, ...]
    new_slides: tuple[RecordedSlide, ...] = ()
    gone_slides: tuple[RecordedSlide, ...] = ()
    changed_slides: tuple[RecordedSlide, ...] = ()


def compare(before: Record, after: Record) -> Comparison:
    """Return what differs between two records, by figure and slide and never by shape."""
    changes = []
    for name, figure in after.figures.items():
        earlier = before.figures.get(name)
        if earlier is not None and earlier.value != figure.value:
            changes.append(Change(earlier, figure, None, tuple(after.slides_with(name))))
    return Comparison(before, after, tuple(changes))
