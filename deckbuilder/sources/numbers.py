"""Reads numbers as people and exports write them in Swedish."""

from __future__ import annotations

import re
from decimal import Decimal

from deckbuilder.value import Suppressed

LARGEST = Decimal(10) ** 15
"""No figure of a region is this large; Excel itself keeps 15 digits."""

_SPACE = "[ \u00a0\u202f\u2009]"
_NUMBER = re.compile(
    rf"(?P<sign>[-+\u2212\u2013]?){_SPACE}?"
    rf"(?P<whole>[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+|[0-9]+)"
    rf"(?P<fraction>[,.][0-9]+)?(?P<behind>[-\u2212]?){_SPACE}?%?"
)
_SUPPRESSED = re.compile(r"<\s?[0-9]+|\.\.|[-\u2013\u2014\u2212]")


class NotANumberError(ValueError):
    """The text cannot be read as one number."""


def parse_number(text: str, decimal: str = ",") -> Decimal | Suppressed | None:
    """Read `−1 234,5`, `5,5 %`, `12-` as a number, `<5`, `..` and `–` as withheld, an empty text as missing.

    Raise NotANumberError for anything else, also for the other decimal sign: 1.234 is never guessed at.
    """
    stripped = text.strip(" \u00a0\u202f\u2009\t\r\n")
    if not stripped:
        return None
    if _SUPPRESSED.fullmatch(stripped):
        return Suppressed(stripped)
    match = _NUMBER.fullmatch(stripped)
    if match is None or (match["sign"] and match["behind"]):
        raise NotANumberError(text)
    fraction = match["fraction"] or ""
    if fraction and fraction[0] != decimal:
        raise NotANumberError(text)
    digits = re.sub(r"[^0-9]", "", match["whole"]) + fraction.replace(",", ".")
    negative = (match["sign"] or match["behind"] or "+") != "+"
    return Decimal(f"-{digits}" if negative and digits.strip("0.") else digits)
