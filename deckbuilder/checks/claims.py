"""Findings for the claims of a table that do not hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.checks.finding import Finding
from deckbuilder.errors import Place
from deckbuilder.figures.origin import written_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from deckbuilder.figures.claims import Claim, Rule
    from deckbuilder.figures.figure import Figure

_REMEDIES: dict[Rule, str] = {
    "avvikelse": "Rätta den ena i filen.",
    "andel": "Rätta den ena i filen.",
    "förändring": "Rätta den ena i filen.",
    "summa": "Kontrollera att inga rader saknas.",
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
        place = claim.stated.cells[0].place if claim.stated.cells else Place("config/sources.yaml")
        difference = _in_full(claim.stated, abs(claim.difference), money_label)
        tolerance = _in_full(claim.stated, claim.tolerance, money_label)
        sentence = (
            f"{claim.what} är {_in_full(claim.stated, claim.stated.number, money_label)}, men "
            f"{claim.computed.calculation} ger {_in_full(claim.computed, claim.computed.number, money_label)} "
            f"({written_cells(claim.computed.cells)}). Skillnaden är {difference}, "
            f"avrundning förklarar högst {tolerance}. {_REMEDIES[claim.rule]}"
        )
        yield Finding(claim.key, place, sentence, difference)


def _in_full(figure: Figure, number: Decimal | None, money_label: str) -> str:
    """Return a number in the unit of a figure with all its decimals."""
    places = swedish.decimals_of(number) if number is not None else 0
    return replace(figure, value=number, decimals=places).written(money_label)
