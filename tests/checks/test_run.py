"""What is told of checks that had nothing to try, and of acceptances that cover nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.checks.run import check
from tests.checks.make import made

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = """
accepted: [{finding: FINDING, reason: Känt, by: ekonomichef, until: 2024-12}]
sources: {fran: {file: fran.csv, header: Månad}}
figures:
  fran: {kind: sick_leave, source: fran, month: Månad, lengths: [Kort], total: Allt, CHECKS}
"""
REPORT = """
title: Rapport
slides: [{type: table, id: fran, title: Frånvaro, figures: fran}]
"""


def _told(root: Path, row: str = "5;5", checks: str = "", finding: str = "summa.annan.a.b") -> list[str]:
    files = {
        "config/sources.yaml": SOURCES.replace("CHECKS", checks).replace("FINDING", finding),
        "config/rapport.yaml": REPORT,
        "input/2024-07/fran.csv": f"Månad;Kort;Allt\n2024-07;{row}\n",
    }
    return [finding.key for finding in check(*made(root, files), None).findings]


def test_a_check_without_values_says_that_it_was_not_tried(tmp_path: Path) -> None:
    rule = "checks: [{kind: sum, column: Allt, of: [Kort]}]"
    assert _told(tmp_path, "..;", rule) == ["oprövad.fran.sum.0", "godtaget.summa.annan.a.b"]


def test_one_that_nobody_wrote_says_nothing_as_nobody_can_take_it_away(tmp_path: Path) -> None:
    assert _told(tmp_path, "..;") == ["godtaget.summa.annan.a.b"]


def test_an_acceptance_of_figures_that_do_not_exist_is_idle_whatever_it_is_of(tmp_path: Path) -> None:
    assert _told(tmp_path, finding="oprövad.annan.sum.0") == ["godtaget.oprövad.annan.sum.0"]


def test_an_acceptance_of_a_sentence_in_another_report_is_none_of_this_ones_business(tmp_path: Path) -> None:
    assert _told(tmp_path, finding="text.annan-bild.100-mkr") == []
