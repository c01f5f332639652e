"""A callout shows one figure as it is in the input, and tells missing, withheld and zero apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.drawn import alternative, words
from tests.builders.shown import body
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

FILE = "input/2024-07/hyrpersonal_per_region.csv"
CALLOUT = "type: callout\nfigure: hyrpersonal_per_region.blekinge.totalt\ncaption: Blekinge\ntext: Så är det.\n"


def test_the_number_has_its_unit_and_the_text_stands_beside_it(workspace: Workspace) -> None:
    slide = build(workspace, CALLOUT)
    assert words(slide) == {"value": "−6\u00a0%", "caption": "Blekinge"}
    assert body(slide) == ["Så är det."]
    assert alternative(slide) == "−6\u00a0%: Blekinge."


def test_money_may_be_shown_in_another_unit(workspace: Workspace) -> None:
    lines = "type: callout\nfigure: investeringar.totalt.budget\nunit: kr\ntext: Så är det."
    assert words(build(workspace, lines))["value"] == "930\u00a0000\u00a0000\u00a0kr"


@pytest.mark.parametrize(("cell", "shown"), [("", "Uppgift saknas"), ("..", ".."), ("0%", "0\u00a0%")])
def test_missing_withheld_and_zero_are_three_things(workspace: Workspace, cell: str, shown: str) -> None:
    workspace.edit(FILE, "Blekinge;−6%", f"Blekinge;{cell}", "utf-8-sig")
    assert words(build(workspace, CALLOUT))["value"] == shown


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (
            "figure: uppdrag.x",
            (
                "6:13: DB405 'uppdrag.x' är inget tal. Skriv siffror, rad och kolumn med punkt mellan, "
                "som nyckeltal.laneskuld.varde."
            ),
        ),
        (
            "caption: Ett",
            "3:5: DB421 Bilden visar ett tal eller ord. Skriv antingen 'figure' eller 'statement'.",
        ),
    ],
)
def test_what_is_no_number_is_told_at_its_line(workspace: Workspace, lines: str, fault: str) -> None:
    assert build(workspace, f"type: callout\n{lines}\ntext: Så.") == f"config/prov.yaml:{fault}"


def test_a_text_is_no_number(workspace: Workspace) -> None:
    figure = "fastighetsportfolj.nus_norra_labutveckling.status"
    assert build(workspace, f"type: callout\ntext: Så.\nfigure: {figure}") == (
        f"config/prov.yaml:7:13: DB406 '{figure}' är 'Pågår' och inget tal. Välj en kolumn med tal."
    )


def test_words_may_stand_in_place_of_a_number(workspace: Workspace) -> None:
    slide = build(workspace, "type: callout\nstatement: Vi måste välja\ntext: Så är det.")
    assert words(slide) == {"value": "Vi måste välja"}
