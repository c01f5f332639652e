"""Parts of a whole as shares in per cent: taken as they are when they make up 100, else computed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import DeckbuilderError
from deckbuilder.figures import arithmetic
from deckbuilder.figures.claims import last_digit, rounding_tolerance
from deckbuilder.value import Unit, convert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.figures.figure import Figure


OF_WHOLE = " som andel av helheten"
"""How the calculation of a share ends."""


class NotTheWholeError(DeckbuilderError):
    """Parts that do not make up their whole; the sentence says what they make and what they should."""

    code = "DB425"


def shares(id_: str, parts: Sequence[Figure], whole: Figure | None, *, rest: bool = False) -> tuple[Figure, ...]:
    """Return the parts in per cent of their sum; with `rest` of `whole`, and what is left of it as a last part.

    Percentages without a whole must make up 100, and parts without a rest their whole, within (n + 1) / 2 of the last
    decimal that the n parts are written with. Raise NotTheWholeError when they do not, and for a negative part.
    When a part or the whole is missing or withheld, every share is.
    """
    if any(part.number is not None and part.number < 0 for part in parts):
        raise NotTheWholeError("en del är mindre än noll")
    total = arithmetic.total(f"{id_}.summa", parts, "summan av delarna")
    if whole is None and all(part.unit is Unit.PERCENT for part in parts):
        _refuse_other_sum(total, Decimal(100), parts)
        return tuple(parts) if total.number is not None else tuple(_as(total, part) for part in parts)
    if whole is None:
        return _of(total, parts, total)
    if rest:
        return _of(whole, (*parts, _rest(id_, whole, total)), total)
    if whole.number is None:
        return tuple(_as(whole, part) for part in parts)
    _refuse_other_sum(total, convert(whole.number, whole.unit, total.unit), parts)
    return _of(total, parts, total)


def _of(whole: Figure, parts: Sequence[Figure], total: Figure) -> tuple[Figure, ...]:
    """Return each part in per cent of `whole`; none has a value when their `total` has none."""
    computed = [arithmetic.share(part.id, part, whole, f"{part.calculation}{OF_WHOLE}") for part in parts]
    return tuple(computed) if total.number is not None else tuple(_as(total, part) for part in computed)


def _as(total: Figure, part: Figure) -> Figure:
    """Return the part without a value, missing or withheld as the total is."""
    return replace(part, value=total.value)


def _rest(id_: str, whole: Figure, total: Figure) -> Figure:
    left = arithmetic.difference(f"{id_}.ovrigt", whole, total, "helheten minus delarna")
    if left.number is not None and left.number < 0:
        raise NotTheWholeError("delarna är större än helheten")
    return left


def _refuse_other_sum(total: Figure, wanted: Decimal, parts: Sequence[Figure]) -> None:
    """Raise when the parts' sum is further from what they should make than rounding explains."""
    digit = last_digit(part.number for part in parts)
    if total.number is not None and abs(total.number - wanted) > rounding_tolerance([digit] * (len(parts) + 1)):
        made, should = (swedish.number(number, swedish.decimals_of(number)) for number in (total.number, wanted))
        raise NotTheWholeError(f"delarna blir {made} och inte {should}")
