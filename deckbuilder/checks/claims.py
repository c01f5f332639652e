"""Findings for claims that do not hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.checks.finding import Finding
from deckbuilder.errors import Place
from deckbuilder.figures.origin import written_cells
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from deckbuilder.figures.claims import Claim, Rule
    from deckbuilder.figures.figure import Figure

_REMEDIES: dict[Rule, str] = {
    "avvikelse": "Rätta den ena i filen.",
    "andel": "Rätta den ena i filen.",
    "förändring": "Rätta den ena i filen.",
    "summa": "Kontrollera att inga rader saknas, eller rätta summan i filen.",
    "helhet": "Kontrollera att alla delar är med.",
    "samma": "Rätta den ena.",
    "r12": "Kontrollera att alla månader är med.",
    "rättad": "Nämn rättelsen, eller kontrollera filen.",
}


def broken(claims: Iterable[Claim], money_label: str) -> Iterator[Finding]:
    """Yield a finding for each claim that does not hold, with both places, both values and the difference."""
    for claim in claims:
        if claim.difference is None or claim.holds:
            continue
        cells = claim.stated.cells or claim.computed.cells
        place = cells[0].place if cells else Place("config/sources.yaml")
        between = replace(claim.stated, unit=Unit.POINTS) if claim.stated.unit is Unit.PERCENT else claim.stated
        difference = _in_full(between, abs(claim.difference), money_label)
        tolerance = _in_full(between, claim.tolerance, money_label)
        sentence = (
            f"{claim.what} är {_value(claim, money_label)}, men {_other(claim, money_label)}. Skillnaden är "
            f"{difference}, avrundning förklarar högst {tolerance}. {_REMEDIES[claim.rule]}"
        )
        yield Finding(claim.key, place, sentence, difference)


def _value(claim: Claim, money_label: str) -> str:
    """Return what is stated; where it is itself made of several cells, with these, as the place names one alone."""
    value = _in_full(claim.stated, claim.stated.number, money_label)
    return f"{value} ({written_cells(claim.stated.cells)})" if len(claim.stated.cells) > 1 else value


def _other(claim: Claim, money_label: str) -> str:
    verb = "är" if claim.rule == "samma" else "ger"
    value = _in_full(claim.computed, claim.computed.number, money_label)
    return f"{claim.computed.calculation} {verb} {value} ({written_cells(claim.computed.cells)})"


def _in_full(figure: Figure, number: Decimal | None, money_label: str) -> str:
    """Return a number in the unit of a figure with all its decimals."""
    places = swedish.decimals_of(number) if number is not None else 0
    return replace(figure, value=number, decimals=places).written(money_label)
