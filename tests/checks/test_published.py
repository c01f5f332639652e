"""The report of July 2024 as it was published contradicts itself in three places, and in no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks import rules
from deckbuilder.figures.book import every_table
from deckbuilder.project import Project
from tests.conftest import opened
from tests.golden import FACTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow

REGION = "input/2024-07/resultat_region_mkr.csv"
UNITS = "input/2024-07/resultatrapport_regionstyrelsen_mkr.csv"


def _deviation(line: int, name: str, key: str, stated: str, given: str) -> str:
    return (
        f"Varning: {REGION}:{line}: DB501 'prognos_avvikelse' för {name} är {stated} Mkr, men prognos minus budget ger "
        f"{given} Mkr ({REGION}, F{line}–G{line}). Skillnaden är 166 Mkr, avrundning förklarar högst 1,5 Mkr. "
        f"Rätta den ena i filen. [avvikelse.region.{key}.helar_avvikelse]"
    )


def _full_year(what: str, mine: str, theirs: str, cell: str) -> str:
    return (
        f"Varning: {REGION}:2: DB506 Regionstyrelsen, helår 2024 {what} (Resultat per nämnd) är {mine} Mkr, men "
        f"Verksamhetens nettokostnader, helår 2024 {what} (Nettokostnad per enhet) är {theirs} Mkr ({UNITS}, {cell}). "
        f"Skillnaden är 23 Mkr, avrundning förklarar högst 1 Mkr. Rätta den ena. "
        f"[samma.region.regionstyrelsen.helar_{what}]"
    )


TYPED = (
    "Tips: input/2024-07/kommentarer.md:3: DB510 Talet '+100 Mkr' i \"Finansnettot är +100 Mkr hittills i år\" är "
    "skrivet för hand och stämmer inte med siffrorna. Närmast är Summa Finansnetto, ackumulerat juli utfall: +155 Mkr "
    f"(region.summa_finansnetto.ack_utfall, {REGION}, C15). Skillnaden är 55 Mkr. Rätta talet, eller hämta det med "
    "dubbla klamrar, så följer det underlaget. [text.finansnetto.+100-mkr]"
)
EXPECTED = [
    _deviation(3, "Hälso- och sjukvårdsnämnd", "halso_och_sjukvardsnamnd", "−600", "−766"),
    _deviation(8, "Verksamhetens Nettokostnader", "verksamhetens_nettokostnader", "−711", "−877"),
    _deviation(10, "Generella Statsbidrag", "generella_statsbidrag", "145", "311"),
    _deviation(11, "Summa Skatter och statsbidrag", "summa_skatter_och_statsbidrag", "87", "253"),
    _full_year("budget", "−3 786", "−3 809", "H13"),
    _full_year("prognos", "−3 887", "−3 910", "I13"),
    TYPED,
]


def test_exactly_what_is_wrong_in_the_publication_is_found(published: Workspace) -> None:
    result = published.check()
    assert result.exit_code == 0, result.output
    told = [line.replace("\u00a0", " ") for line in result.output.splitlines() if line.startswith(("Varning", "Tips"))]
    assert told == EXPECTED


CHECKED = (
    "resultat_region_mkr", "resultatrapport_regionstyrelsen_mkr", "investeringar_mkr", "resekostnader_tkr",
    "hyrpersonal_mkr", "fvis_mkr", "pensionsportfolj_allokering", "pensionsportfolj_avkastning",
    "sjukfranvaro_region_procent", "sjukfranvaro_regionstyrelsen_procent",
)  # fmt: skip


def _broken(root: Path) -> set[str]:
    """Return the keys of the claims of all tables that do not hold."""
    book = opened(Project(root))
    claims = [claim for name in book.names for each in every_table(book.table(name)) for claim in each.claims]
    claims += [claim for _, of_rule in rules.claims(book) for claim in of_rule or ()]
    return {claim.key for claim in claims if not claim.holds}


@pytest.mark.parametrize("name", CHECKED)
def test_every_number_of_the_publication_is_held_against_another(published: Workspace, name: str) -> None:
    """A leading 9 in any cell (every eleventh is tried here) breaks a claim that held."""
    held = _broken(published.root)
    text = (FACTS / f"{name}.csv").read_text(encoding="utf-8")
    numbers = list(re.finditer(r"(?<=;)(-?)(\d+(?:,\d+)?%?)(?=[;\n])", text))
    for number in numbers[::11]:
        changed = f"{text[: number.start()]}{number[1]}9{number[2]}{text[number.end() :]}"
        (published.root / "input" / "2024-07" / f"{name}.csv").write_text(changed, encoding="utf-8")
        assert _broken(published.root) - held, number
