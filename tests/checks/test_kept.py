from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks.kept import findings, kept_figures
from deckbuilder.checks.run import check
from deckbuilder.figures.keeping import Keeping
from deckbuilder.spec.kept import read_kept
from tests.checks.make import composed

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.checks.kept import KeptFigure

FILE = "input/2024-07/behallna.yaml"
COMMENT = "## lage\n\nLäget är gott.\n"
PLACE = f"{FILE}:1:12"
DROP = "'deckbuilder keep 2024-07 --drop region.total.utfall'"
RESOR = "- {figure: resor.revision.andel, value: '12 %', reason: x, by: y}"


def _kept(root: Path, value: str = "-95 Mkr", was: str = "-100 Mkr") -> tuple[KeptFigure, ...]:
    """Return what is kept when the total of the small report is."""
    loaded, made = composed(root, COMMENT)
    assert loaded.book is not None
    (root / FILE).write_text(
        f"- {{figure: region.total.utfall, value: '{value}', was: '{was}', reason: x, by: y}}\n{RESOR}\n",
        encoding="utf-8",
    )
    return kept_figures(loaded.book.with_kept(Keeping(read_kept(root / FILE, FILE))), made.record)


def _told(root: Path, value: str, was: str) -> list[tuple[str, bool]]:
    found = findings(_kept(root, value, was)[:1], "2024-07")
    return [(str(one.problem), one.is_hint) for one in found]


TOLD = {
    "as when it was kept": ("-95 Mkr", "-100 Mkr", []),
    "moved": (
        "-95 Mkr",
        "-101 Mkr",
        [
            (
                (
                    f"{PLACE}: TOTAL, utfall: underlaget har ändrats sedan värdet behölls, från -101 Mkr till "
                    f"−100\u00a0Mkr, men bilderna visar −95\u00a0Mkr. Behåll värdet på nytt, "
                    f"eller ta bort det med {DROP}. "
                    "[behallen.region.total.utfall]"
                ),
                False,
            )
        ],
    ),
    "moved to what is kept": (
        "-100 Mkr",
        "-101 Mkr",
        [
            (
                (
                    f"{PLACE}: TOTAL, utfall: underlaget ger nu det behållna värdet, −100\u00a0Mkr. "
                    f"Ta bort det med {DROP}. [behallen.region.total.utfall]"
                ),
                True,
            )
        ],
    ),
    "nobody knows from what": (
        "-95 Mkr",
        "",
        [
            (
                (
                    f"{PLACE}: TOTAL, utfall: det står inte vad underlaget gav när värdet behölls. "
                    "Skriv 'was: −100\u00a0Mkr', så varnas du om underlaget ändras. [behallen.region.total.utfall]"
                ),
                True,
            )
        ],
    ),
}


@pytest.mark.parametrize(("value", "was", "told"), TOLD.values(), ids=TOLD)
def test_what_has_become_of_the_source_is_told(
    tmp_path: Path, value: str, was: str, told: list[tuple[str, bool]]
) -> None:
    assert _told(tmp_path, value, was) == told


def test_kept_figures_come_in_the_order_of_the_file_with_their_slides(tmp_path: Path) -> None:
    found = _kept(tmp_path)
    assert [one.spec.figure for one in found] == ["region.total.utfall", "resor.revision.andel"]
    assert [one.slides for one in found] == [("resultat",), ("resor",)]


def test_checks_compare_what_the_sources_give(tmp_path: Path) -> None:
    loaded, made = composed(tmp_path, COMMENT)
    assert loaded.book is not None
    before = check(loaded, made, loaded.book)
    (tmp_path / FILE).write_text(f"{RESOR.replace('12 %', '12,3 %')}\n", encoding="utf-8")
    loaded.book = loaded.book.with_kept(Keeping(read_kept(tmp_path / FILE, FILE)))
    after = check(loaded, made, loaded.book.of_sources())
    assert [one.key for one in after.findings if one not in before.findings] == ["behallen.resor.revision.andel"]
