"""The bars of a bullet graph: the outcome, what is left to the target, a thin line at it, and what is beyond.

They are parts of one stacked bar, as neither PowerPoint nor LibreOffice draws bars of two widths over each other alike.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder.compose import scales
from deckbuilder.page import Series, SheetColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

_THIN = Decimal("0.004")
_ZERO = Decimal(0)
Ends = tuple[Decimal, Decimal]


def bars(outcome: Series, target: Series) -> tuple[tuple[SheetColumn, ...], tuple[Series, ...], Ends]:
    """Return the workbook's outcomes and targets, the bars that it computes from them, and the ends of their axis.

    Without a target the outcome stands alone, without an outcome the way to the target.
    """
    ends = scales.ends([*outcome.values, *target.values])
    thin = ((ends[1] - ends[0]) * _THIN).normalize()
    parts = [_parts(*pair, thin) for pair in zip(outcome.values, target.values, strict=True)]
    first, left, line, beyond = zip(*parts, strict=True)
    rows = range(2, len(parts) + 2)
    series = (
        _series(
            f"{outcome.name} till målet", first, "actual", [f'IF(C{n}="",B{n},MIN(B{n},C{n}-{thin:f}))' for n in rows]
        ),
        _series("Kvar till målet", left, "actual 25", [f"MAX(C{n}-{thin:f}-MAX(B{n},0),0)" for n in rows]),
        _series("Målet", line, "target", [f"{2 * thin:f}" for _ in rows]),
        _series(f"{outcome.name} över målet", beyond, "actual 70", [f"MAX(B{n}-C{n}-{thin:f},0)" for n in rows]),
    )
    sheet = (SheetColumn(outcome.name, outcome.values), SheetColumn(target.name, target.values))
    return sheet, series, ends


def _parts(outcome: Decimal | None, target: Decimal | None, thin: Decimal) -> tuple[Decimal | None, ...]:
    """Return how long the four parts of a bar are; None is no part."""
    if target is None:
        return outcome, None, None, None
    reached = None if outcome is None else min(outcome, target - thin)
    beyond = None if outcome is None else max(outcome - target - thin, _ZERO)
    return reached, max(target - thin - max(outcome or _ZERO, _ZERO), _ZERO), 2 * thin, beyond


def _series(name: str, values: Sequence[Decimal | None], shade: str, formulas: Sequence[str]) -> Series:
    return Series(name, tuple(values), labels="none", shade=shade, formulas=tuple(formulas))
