"""The report project: whether there is one, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import fault, note, well
from deckbuilder.errors import choices, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "Rapportmappen", 70, False


def look(where: Where) -> Iterator[Finding]:
    """Tell where the project is, its reports and its periods."""
    if where.project is None:
        remedy = "Gå till mappen med config/, layouts/ och input/, eller peka ut den med --project."
        yield note("Här är ingen rapportmapp. Bara datorn är kontrollerad.", remedy)
        return
    yield well(f"{where.project.root}.")
    if reports := where.project.reports():
        yield well(f"Rapporter: {choices(reports)}.")
    else:
        yield fault("config/ har ingen rapport.", "Skriv en, eller gör en ny rapportmapp: deckbuilder init MAPP")
    if periods := where.project.periods():
        yield well(f"Perioder: {listed(periods[-3:])}.")
    else:
        yield note("input/ har ingen period.", "Börja en månad: deckbuilder new 2024-08")
