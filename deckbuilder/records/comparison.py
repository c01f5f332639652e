"""What differs between two records: figures that moved, statuses, and slides that are new, gone or changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from deckbuilder import swedish
from deckbuilder.figures import arithmetic
from deckbuilder.records.quantities import Pairs, quantity
from deckbuilder.records.rows import RowOfFigures, rows_of
from deckbuilder.value import Level, Status, Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from deckbuilder.figures.figure import Figure
    from deckbuilder.period import Period
    from deckbuilder.records.record import Record, RecordedSlide

_MOST_DECIMALS = 6


@dataclass(frozen=True)
class Change:
    """A figure that has another value, with the slides that show it now.

    `difference` is after − before, in the unit of `after` (percentages in points); None without numbers. Costs that are
    negative numbers keep their sign. A late correction changes a month that the report before already had.
    """

    before: Figure
    after: Figure
    difference: Figure | None
    slides: tuple[RecordedSlide, ...]
    is_correction: bool = False

    @property
    def verdict(self) -> Literal["good", "bad", ""]:
        """Whether it is for the better, by level for statuses; "" where no direction was said."""
        before, after = self.before.value, self.after.value
        if isinstance(before, Status) and isinstance(after, Status):
            was, now = _rank(before), _rank(after)
            return "" if was == now else "good" if now < was else "bad"
        return "" if self.difference is None else self.difference.verdict

    def telling_decimals(self) -> int | None:
        """Return with how many decimals the change can be seen; None where each has its own or it is no number."""
        if self.difference is None:
            return None
        own = max(self.before.decimals, self.after.decimals)
        if self._can_be_seen(own):
            return own if self.before.decimals != self.after.decimals and self._are_in_one_unit else None
        return next((n for n in range(own + 1, _MOST_DECIMALS) if self._can_be_seen(n)), _MOST_DECIMALS)

    @property
    def _are_in_one_unit(self) -> bool:
        return self.before.unit is self.after.unit

    def _can_be_seen(self, decimals: int) -> bool:
        """Tell whether both values differ with so many decimals, and the difference is not shown as nothing."""
        unit = self.after.unit
        difference = None if self.difference is None else self.difference.number
        if difference is None or not swedish.rounded(difference, decimals):
            return False
        before, after = self.before.unmarked, self.after.unmarked
        return before.shown(unit, decimals) != after.shown(unit, decimals)


@dataclass(frozen=True)
class Comparison:
    """Two records compared: figures in the order of the slides that show them, and slides by what became of them.

    `statuses` moved in level or trend. `new` and `gone` are rows of figures, or single ones, on slides that both have.
    """

    before: Record
    after: Record
    changes: tuple[Change, ...] = ()
    statuses: tuple[Change, ...] = ()
    new: tuple[RowOfFigures, ...] = ()
    gone: tuple[RowOfFigures, ...] = ()
    new_slides: tuple[RecordedSlide, ...] = ()
    gone_slides: tuple[RecordedSlide, ...] = ()
    changed_slides: tuple[RecordedSlide, ...] = ()
    moved_slides: tuple[RecordedSlide, ...] = ()

    @cached_property
    def _pairs(self) -> Pairs:
        return Pairs(self.before, self.after)

    def earlier(self, figure: Figure) -> Figure | None:
        """Return what a figure of the later report was in the earlier one; None where that did not show it."""
        return self._pairs.earlier(figure)

    def change(self, figure: Figure) -> Change | None:
        """Return how a figure has changed, be it by nothing; None where the earlier report did not show it."""
        earlier = self.earlier(figure)
        return None if earlier is None else _change(earlier, figure, self.before, self.after)


def compare(before: Record, after: Record) -> Comparison:
    """Return what differs between two records, by figure and slide and never by shape."""
    pairs = Pairs(before, after)
    found, new, known = [], [], set()
    for figure in after.figures.values():
        earlier = pairs.earlier(figure)
        if earlier is None:
            new.append(figure)
            continue
        known.add(earlier.id)
        if differ(earlier, figure):
            found.append(_change(earlier, figure, before, after))
    gone = [figure for figure in before.figures.values() if figure.id not in known]
    common = {slide.id for slide in before.slides} & {slide.id for slide in after.slides}
    return Comparison(
        before,
        after,
        tuple(change for change in found if not _is_status(change)),
        tuple(change for change in found if _is_status(change)),
        tuple(rows_of(new, after, common, pairs)),
        tuple(rows_of(gone, before, common, pairs)),
        tuple(slide for slide in after.slides if slide.id not in common),
        tuple(slide for slide in before.slides if slide.id not in common),
        _changed_slides(before, after, found),
        _moved_slides(before, after, common),
    )


def differ(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have different values; the same amount in another unit is no difference."""
    if one.number is None or other.number is None or not arithmetic.are_of_one_kind((one, other)):
        return one.value != other.value
    return bool(arithmetic.difference("", one, other, "").number)


def _change(before: Figure, after: Figure, old: Record, new: Record) -> Change:
    about = _about(after, new.period)
    same = before.value is not None and about == _about(before, old.period)
    is_correction = same and about.end < new.period.start
    return Change(before, after, _difference(before, after), tuple(new.slides_with(after.id)), is_correction)


def _about(figure: Figure, own: Period) -> Period:
    return quantity(figure.id, own).period or figure.period or own


def _difference(before: Figure, after: Figure) -> Figure | None:
    if before.number is None or after.number is None or not arithmetic.are_of_one_kind((before, after)):
        return None
    words = "nu minus förra rapporten"
    between = arithmetic.point_change if after.unit is Unit.PERCENT else arithmetic.difference
    found = between(after.id, after, before, words)
    return replace(found, decimals=after.decimals, better=after.better, label=after.label)


def _is_status(change: Change) -> bool:
    return isinstance(change.before.value, Status) or isinstance(change.after.value, Status)


def _rank(status: Status) -> tuple[int, bool]:
    """Return how far from plan a status is; of those on plan, the one that is done is nearest."""
    return list(Level).index(status.level), not status.is_done


def _changed_slides(before: Record, after: Record, changes: Sequence[Change]) -> tuple[RecordedSlide, ...]:
    """Return the slides of both that say something else, or show a figure that is another."""
    other = {slide.id for change in changes for slide in change.slides}
    digests = {slide.id: slide.digest for slide in before.slides}
    both = [slide for slide in after.slides if slide.id in digests]
    return tuple(slide for slide in both if slide.id in other or slide.digest != digests[slide.id])


def _moved_slides(before: Record, after: Record, common: Collection[str]) -> tuple[RecordedSlide, ...]:
    """Return the slides of both that stand in another order among those."""
    was = [slide.id for slide in before.slides if slide.id in common]
    now = [slide for slide in after.slides if slide.id in common]
    blocks = SequenceMatcher(None, was, [slide.id for slide in now], autojunk=False).get_matching_blocks()
    kept = {number for block in blocks for number in range(block.b, block.b + block.size)}
    return tuple(slide for number, slide in enumerate(now) if number not in kept)
