"""Reads the value that people keep for a figure, as they write it in Swedish, in the unit that the figure is in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import DeckbuilderError
from deckbuilder.figures.statuses import NoStatusError, parse_status
from deckbuilder.sources.numbers import LARGEST, NotANumberError, parse_number
from deckbuilder.value import Status, Suppressed, Unit, convert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckbuilder.figures.figure import Figure
    from deckbuilder.value import Value

MOST_DECIMALS = 6
_UNITS = {
    Unit.MKR: r"mkr|mnkr|msek|miljon(?:er)? (?:kr|kronor)",
    Unit.TKR: r"tkr|ksek|tusen (?:kr|kronor)",
    Unit.KR: r"kr|kronor|sek",
    Unit.POINTS: r"(?:%|procent)-?enhet(?:er)?",
    Unit.PERCENT: r"%|procent",
    Unit.COUNT: r"st|stycken|antal",
}
_WRITTEN = re.compile(
    r"(?P<number>.*?)\s*(?:" + "|".join(f"(?P<{unit.name}>{words})" for unit, words in _UNITS.items()) + r")?",
    re.IGNORECASE,
)
_EXAMPLES = {Unit.PERCENT: "5,5 %", Unit.POINTS: "0,2 %-enheter"}


class UnreadableValueError(DeckbuilderError):
    """The text is no value for the figure; the sentence says why and what to write."""

    code = "DB261"


@dataclass(frozen=True)
class _Amount:
    """A number, or what is withheld, as it was written; the unit is None when none was."""

    value: Decimal | Suppressed
    unit: Unit | None


def read_value(text: str, source: Figure, others: Iterable[Figure] = ()) -> Value:
    """Return what is written as a value of a figure, a number in the figure's unit; raise UnreadableValueError.

    `source` is what the source gives, `others` the rest of its column: a figure without a value is of their kind. A
    number without a unit is in the figure's own, but money must say which: slides show thousands in millions.
    """
    kind = next((one.value for one in (source, *others) if one.value is not None), None)
    if isinstance(kind, Status):
        return _status(text)
    if source.unit is Unit.NONE and isinstance(kind, str | None):
        return _text(text, kind or "")
    amount = _amount(text, source.unit)
    if isinstance(amount.value, Suppressed):
        return amount.value
    if source.unit.is_money and amount.unit is None and amount.value:
        example = f"'{_example(text, Unit.TKR)}' eller '{_example(text, Unit.MKR)}'"
        raise UnreadableValueError(f"'{text}' har ingen enhet. Skriv den också: {example}.")
    return convert(amount.value, amount.unit or source.unit, source.unit)


def written_value(figure: Figure) -> str:
    """Return a figure's value as `was` has it: in full, with six decimals at most."""
    number = figure.number
    if number is None or swedish.decimals_of(number) <= MOST_DECIMALS:
        return figure.in_full()
    return swedish.with_unit(number, figure.unit, MOST_DECIMALS)


def is_still(was: str, source: Figure) -> bool:
    """Tell whether the source still gives what was written, to the decimals that were written."""
    if swedish.tidy(was) == swedish.tidy(written_value(source)):
        return True
    try:
        amount = _amount(was, source.unit)
    except UnreadableValueError:
        return False
    if source.number is None or not isinstance(amount.value, Decimal):
        return False
    now = convert(source.number, source.unit, amount.unit or source.unit)
    return swedish.rounded(now, swedish.decimals_of(amount.value)) == amount.value


def _status(text: str) -> Status:
    try:
        found = parse_status(text)
    except NoStatusError as error:
        raise UnreadableValueError(f"'{text}' är ingen status.{error.remedy}") from error
    if found is None:  # pragma: no cover -- an empty text is refused before
        raise AssertionError
    return found


def _text(text: str, source: str) -> str:
    if swedish.as_date(source) and not swedish.as_date(text):
        raise UnreadableValueError(f"'{text}' är inget datum. Skriv det som 2024-08-27.")
    return text


def _amount(text: str, unit: Unit) -> _Amount:
    """Read a number and its unit; raise UnreadableValueError for a unit of another kind and for what is no number."""
    found = _WRITTEN.fullmatch(swedish.tidy(text))
    number = found["number"] if found else text
    said = next((one for one in _UNITS if found and found[one.name]), None)
    example = f"Skriv ett tal, till exempel '{_EXAMPLES.get(unit) or _example('12', unit)}'."
    try:
        value = parse_number(number)
    except NotANumberError:
        value = None
    if value is None:
        comma = " Decimaler skrivs med komma." if "." in number else ""
        raise UnreadableValueError(f"'{text}' är inget tal.{comma} {example}")
    if isinstance(value, Decimal) and abs(value) >= LARGEST:
        raise UnreadableValueError(f"'{text}' är orimligt stort. Rätta talet.")
    if said is not None and said is not unit and not (said.is_money and unit.is_money):
        raise UnreadableValueError(f"'{text}' är inte i samma enhet som siffran, som är i {_name(unit)}. {example}")
    return _Amount(value, said)


def _name(unit: Unit) -> str:
    return {Unit.NONE: "ingen enhet alls", Unit.POINTS: "procentenheter"}.get(unit, unit.value)


def _example(number: str, unit: Unit) -> str:
    return swedish.beside(number, swedish.unit_label(unit)).replace(swedish.NBSP, " ")
