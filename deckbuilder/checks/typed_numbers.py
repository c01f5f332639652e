"""Finds the numbers that people have typed in a sentence: amounts, shares, changes and counts.

A number is taken when it can only be a quantity: it has a unit beside it, or a sign, or its thousands are set apart, or
it has three digits and a noun after it. Years, dates, times, spans of days, paragraphs, codes and telephone numbers
have none of these, and a number that is told to be a limit (`högst 20 %`) says what may be and not what is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from deckbuilder import swedish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TAKEN_OUT = "…"
"""What stands where a template has been taken out of a sentence."""

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = re.compile(
    rf"(?<![\w.,:/§#{TAKEN_OUT}])(?<![^\W\d_][-–−])(?<!§{_SPACE})"
    rf"(?P<sign>[-+–−](?=[0-9]))?(?P<digits>(?>[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}}(?![0-9]))+|[0-9]+))"
    rf"(?P<decimals>[.,][0-9]+)?(?![.,:/]?[0-9]|{_SPACE}?§|{TAKEN_OUT})"
)
_JOIN = re.compile(r"\s*(?:[-–−]|till|och|eller|respektive)\s*")
_LIMIT = re.compile(r"\b(?:högst|lägst|minst|max|maximalt|upp till|som mest|som minst)\s+$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:drygt|knappt|nästan|närmare|cirka|ca\.?|ungefär|omkring|runt|kring|nära|uppåt|över|under|mer än|mindre än)"
    r"\s+$",
    re.IGNORECASE,
)
_TIME_WORDS = r"(?:dag|dygn|minut|sekund|veck|månad)|(?:år(?:en|et|s)?|kl)\b"
_TIME = re.compile(rf"\s*(?:{_TIME_WORDS})")
_NO_NOUN = r"(?:och|eller|till|som|från|med|men|för|den|det|har|kan|ska|var|blev|är)\b"
_NOUN = re.compile(rf"\s+(?!{_TIME_WORDS}|{_NO_NOUN})[a-zåäö]{{3,}}")
_TO_A_WORD = re.compile(r"[-–−]?[^\W\d_]|[-–−]\s")


class Measure(StrEnum):
    """What numbers are compared as: kronor of any size, per cent, percentage points, or a plain count."""

    MONEY = "pengar"
    PERCENT = "procent"
    POINTS = "enheter"
    PLAIN = "antal"


Readings = tuple[tuple[Measure, Decimal], ...]
"""What a number can mean: a measure, and how many of its units (of money, kronor) one is."""

_KR, _TKR, _MKR, _MD = (Decimal(10) ** power for power in (0, 3, 6, 9))
_ONE = Decimal(1)
_UNITS: dict[str, tuple[str, Readings]] = {
    r"mkr|mnkr|msek|mn?\.? ?kr|milj(?:on|oner)?\.? (?:kr|kronor)": ("mkr", ((Measure.MONEY, _MKR),)),
    r"mdkr|mdr|miljard(?:er)?(?: (?:kr|kronor))?": ("miljarder", ((Measure.MONEY, _MD), (Measure.PLAIN, _ONE))),
    r"milj(?:on|oner)?": ("miljoner", ((Measure.MONEY, _MKR), (Measure.PLAIN, _MKR), (Measure.PLAIN, _ONE))),
    r"tkr|ksek|tusen (?:kr|kronor)": ("tkr", ((Measure.MONEY, _TKR),)),
    r"kr|kronor|krona|sek": ("kr", ((Measure.MONEY, _KR),)),
    r"(?:procent|%)-?enhet(?:er)?": ("enheter", ((Measure.POINTS, _ONE),)),
    r"procent|%": ("procent", ((Measure.PERCENT, _ONE),)),
}
_UNIT = re.compile(
    r"\s*(?:" + "|".join(f"(?P<u{n}>{words})" for n, words in enumerate(_UNITS)) + r")(?!\w)", re.IGNORECASE
)
_COUNT: Readings = ((Measure.PLAIN, _ONE),)
_ANY: Readings = (*((Measure.MONEY, size) for size in (_KR, _TKR, _MKR)), *((one, _ONE) for one in list(Measure)[1:]))


@dataclass(frozen=True)
class TypedNumber:
    """A number in a sentence: `typed` as it stands there with its unit, `readings` what it can mean.

    `sign` is "" when none was typed; `slack` is how far off a number may be that says itself that it is round
    (`drygt 150 Mkr`). `name` is the number in short, for keys: `+100-mkr`; `unit` is "" when none was typed.
    """

    typed: str
    name: str
    number: Decimal
    decimals: int
    sign: str
    unit: str
    readings: Readings
    slack: Decimal = Decimal(0)

    def can_be(self, value: Decimal) -> bool:
        """Tell whether the number can be about a value: without a unit, only about one of its own magnitude."""
        return bool(self.unit) or self.is_of_size(value)

    def is_of_size(self, value: Decimal) -> bool:
        """Tell whether a value is at most ten times the number, and at least a tenth of it."""
        return abs(self.number) <= 10 * abs(value) <= 100 * abs(self.number)

    def is_met_by(self, value: Decimal) -> bool:
        """Tell whether a value, in a unit that the number can be in, is the number when it is rounded as typed."""
        if abs(self.distance(value)) < self.slack:
            return True
        return self.distance(swedish.rounded(value, self.decimals)) == 0

    def distance(self, value: Decimal, *, signed: bool = True) -> Decimal:
        """Return how far a value is from the number; without a typed sign only their sizes count."""
        return abs(value - self.number) if signed and self.sign else abs(abs(value) - abs(self.number))


@dataclass(frozen=True)
class _Found:
    """A number as it stands, before it is known to be a quantity; `unit` names its readings."""

    match: re.Match[str]
    sign: str
    unit: str
    readings: Readings
    end: int


def typed_numbers(sentence: str) -> Iterator[TypedNumber]:
    """Yield the quantities of a sentence in order; templates are taken out of it (`TAKEN_OUT`) before."""
    found = [_found(sentence, match) for match in _NUMBER.finditer(sentence)]
    for one in _joined(sentence, found):
        if one.readings and not _LIMIT.search(sentence, 0, one.match.start()):
            yield _typed(sentence, one)


def _found(sentence: str, match: re.Match[str]) -> _Found:
    sign = (match["sign"] or "").translate({ord("–"): swedish.MINUS, ord("-"): swedish.MINUS})
    if unit := _UNIT.match(sentence, match.end()):
        name, readings = list(_UNITS.values())[int(str(unit.lastgroup)[1:])]
        return _Found(match, sign, name, readings, unit.end())
    readings = _ANY if sign else _COUNT
    return _Found(match, sign, "", readings if _is_quantity(sentence, match) else (), match.end())


def _is_quantity(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a number without a unit can only be a quantity."""
    digits, decimals = match["digits"], match["decimals"] or ""
    if decimals.startswith(".") or (digits.startswith("0") and len(digits) > 1):
        return False
    if _TIME.match(sentence, match.end()) or _TO_A_WORD.match(sentence, match.end()):
        return False
    if match["sign"] or not digits.isdecimal():
        return True
    return len(digits) == 3 and _NOUN.match(sentence, match.end()) is not None


def _joined(sentence: str, found: Sequence[_Found]) -> list[_Found]:
    """Return the numbers, those without a unit with that of the number that they are joined to: `100–150 Mkr`."""
    result = list(found)
    for number, (one, other) in reversed(list(enumerate(pairwise(found)))):
        gap = sentence[one.end : other.match.start()]
        if not one.unit and not _is_year(one) and _JOIN.fullmatch(gap):
            result[number] = replace(one, unit=result[number + 1].unit, readings=result[number + 1].readings)
    return result


def _is_year(one: _Found) -> bool:
    return not one.sign and len(one.match["digits"]) == 4 and one.match["digits"].isdecimal()


def _typed(sentence: str, one: _Found) -> TypedNumber:
    digits = re.sub(r"\D", "", one.match["digits"])
    decimals = (one.match["decimals"] or "")[1:]
    number = Decimal(f"{digits}.{decimals or 0}")
    short = f"{one.sign.replace(swedish.MINUS, '-')}{digits}{',' if decimals else ''}{decimals}"
    return TypedNumber(
        typed=sentence[one.match.start() : one.end].strip(),
        name=f"{short}-{one.unit}" if one.unit else short,
        number=-number if one.sign == swedish.MINUS else number,
        decimals=len(decimals),
        sign=one.sign,
        unit=one.unit,
        readings=one.readings,
        slack=_slack(number) if _ABOUT.search(sentence, 0, one.match.start()) else Decimal(0),
    )


def _slack(number: Decimal) -> Decimal:
    """Return how far off a round number may be: one unit of its last digit that is not zero, at most a tenth of it."""
    exponent = number.normalize().as_tuple().exponent
    return min(Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0), number / 10)
