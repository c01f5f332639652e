"""Findings for claims that do not hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder.checks.finding import Finding, place_of
from deckbuilder.figures.origin import written_cells
from deckbuilder.swedish import decimals_of, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckbuilder.figures.claims import Claim, Rule
    from deckbuilder.figures.figure import Figure

_MOST_DECIMALS = 4
_REMEDIES: dict[Rule, str] = {
    "avvikelse": "Rätta den ena i filen.",
    "andel": "Rätta den ena i filen.",
    "förändring": "Rätta den ena i filen.",
    "summa": "Kontrollera att inga rader saknas, eller rätta summan i filen.",
    "helhet": "Kontrollera att alla delar är med.",
    "samma": "Rätta den ena.",
    "r12": "Kontrollera att alla månader är med.",
    "förra": "Skriv förra rapportens värde i cellen.",
}
_CODES: dict[Rule, str] = {
    "avvikelse": "DB501",
    "andel": "DB502",
    "förändring": "DB503",
    "summa": "DB504",
    "helhet": "DB505",
    "samma": "DB506",
    "r12": "DB507",
    "förra": "DB508",
}


def broken(claims: Iterable[Claim], money_label: str) -> Iterator[Finding]:
    """Yield a finding for each claim that does not hold, with both places, both values and the difference."""
    for claim in claims:
        if claim.difference is None or claim.holds:
            continue
        place = place_of(claim.stated.cells or claim.computed.cells)
        between = replace(claim.stated, unit=claim.stated.unit.of_difference)
        difference = _readable(replace(between, value=abs(claim.difference))).in_full(money_label)
        tolerance = _readable(replace(between, value=claim.tolerance)).in_full(money_label)
        sentence = (
            f"{claim.what} är {_value(claim, money_label)}, men {_other(claim, money_label)}. Skillnaden är "
            f"{difference}, avrundning förklarar högst {tolerance}. {_REMEDIES[claim.rule]}"
        )
        yield Finding(claim.key, place, sentence, _CODES[claim.rule], difference)


def _readable(figure: Figure) -> Figure:
    """Return a figure with as many decimals as can be read: a quotient may have any number of them."""
    number = figure.number
    if number is None or decimals_of(number) <= _MOST_DECIMALS:
        return figure
    return replace(figure, value=rounded(number, _MOST_DECIMALS))


def _value(claim: Claim, money_label: str) -> str:
    """Return what is stated; where it is itself made of several cells, with these, as the place names one alone."""
    value = _readable(claim.stated).in_full(money_label)
    return f"{value} ({written_cells(claim.stated.cells)})" if len(claim.stated.cells) > 1 else value


def _other(claim: Claim, money_label: str) -> str:
    verb = "är" if claim.rule == "samma" else "ger"
    value = _readable(claim.computed).in_full(money_label)
    return f"{claim.computed.calculation} {verb} {value} ({written_cells(claim.computed.cells)})"
