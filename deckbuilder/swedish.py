"""Numbers, dates and names as Swedish readers expect them. Rounding happens here and nowhere else."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import parse_pattern

from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from babel.numbers import NumberPattern

NBSP = "\u00a0"
MINUS = "\u2212"
MISSING = "–"
MARK = "*"
"""What stands after a value that people have kept, in place of the one that the source gives."""
MARK_IN_TEXT = "\ue000"
"""What stands for the mark in texts that templates write until they are on a page: in Markdown a star means bold."""
_WITHIN_NUMBER = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9])|%)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LOCALE = Locale("sv", "SE")
_ANY_SIZE = Context(prec=1000)
_LABELS = {Unit.PERCENT: "%", Unit.POINTS: "%-enheter", Unit.KR: "kr", Unit.TKR: "tkr", Unit.MKR: "Mkr"}


def rounded(number: Decimal, decimals: int = 0) -> Decimal:
    """Round half away from zero, as published tables do; a negative zero becomes zero."""
    result = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_ANY_SIZE)
    return result or abs(result)


def decimals_of(number: Decimal) -> int:
    """Return how many decimals a number is written with, trailing zeros left out."""
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


def number(value: Decimal, decimals: int = 0, *, sign: bool = False) -> str:
    """Write a number: U+00A0 between thousands, decimal comma, U+2212; `sign` puts a plus before positives."""
    shown = rounded(value, decimals)
    with localcontext(_ANY_SIZE):
        text = str(_pattern(decimals).apply(shown, _LOCALE)).replace("-", MINUS)
    return f"+{text}" if sign and shown > 0 else text


def with_unit(value: Decimal, unit: Unit, decimals: int, *, sign: bool = False, label: str = "") -> str:
    """Write a number and its unit with a no-break space between: `5,5 %`, `−100 Mkr`, `−0,2 %-enheter`."""
    shown = number(value, decimals, sign=sign)
    return beside(shown, label or unit_label(unit, shown))


def beside(shown: str, label: str) -> str:
    """Return what is shown with its unit beside it, and the mark of a kept value last: `−95 Mkr*`."""
    text = shown.removesuffix(MARK)
    return f"{text}{NBSP}{label}{shown[len(text) :]}" if label else shown


def unit_label(unit: Unit, shown: str = "", money_label: str = "") -> str:
    """Return how a unit is written beside a number, as this is `shown`: `1 %-enhet`; a count has none.

    `money_label` is the report's own word for millions of kronor.
    """
    label = (money_label if unit is Unit.MKR else "") or _LABELS.get(unit, "")
    return label.removesuffix("er") if unit is Unit.POINTS and shown.strip(f"+{MINUS}{MARK}") == "1" else label


def written_date(day: date) -> str:
    """Write a date out: `27 augusti 2024`."""
    from babel.dates import format_date  # noqa: PLC0415 -- only reports that write a date pay for it

    return format_date(day, "d MMMM y", locale=_LOCALE)


def as_date(text: str) -> date | None:
    """Return the date that a text like `2024-08-27` is, None for any other."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def key(text: str) -> str:
    """Return the name by which templates and ids reach a label: `Över 90 dagar` becomes `over_90_dagar`."""
    plain = text.casefold().translate(str.maketrans("åäöéüø", "aaoeuo"))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def tidy(text: str) -> str:
    """Return the text without the stray spaces of exports: no-break, double, leading and trailing ones."""
    return " ".join(text.split())


def shared_words(labels: Sequence[str], *, last: bool = False) -> str:
    """Return the words between commas that labels share, first or `last`; the first of them when they share none."""
    step = -1 if last else 1
    words = zip(*(label.split(", ")[::step] for label in labels), strict=False)
    shared = [same[0] for same in takewhile(lambda each: len(set(each)) == 1, words)]
    return ", ".join(shared[::step]) or labels[0]


def unbroken(text: str) -> str:
    """Return the text with no-break spaces within its numbers and before their per cent signs."""
    return _WITHIN_NUMBER.sub(NBSP, text)


def capital(text: str) -> str:
    """Return the text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """Return the text as it stands within a sentence: `avvikelse` for `Avvikelse`, but `R12` and `FVIS` as they are."""
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]
