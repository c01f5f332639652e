"""Bars of time are as wide as their figures, and say so when nothing is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.drawn import alternative, shapes, words
from tests.builders.shown import subtitle
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

FILE = "input/2024-07/personalkostnad_arlig.csv"
SCHEMATIC = "type: time_value\nrows: [{title: Nu, focus: value}, {title: Sedan, focus: waste}]"
MEASURED = """type: time_value
figures: personalkostnader
columns: [utfall_foreg_ar, budget, utfall]
rows: [{title: Januari, row: jan, focus: waste}]
"""


def _with_january(workspace: Workspace, cells: str) -> None:
    text = f"Personalkostnader\r\nMånad;Utfall 2023;Budget 2024;Utfall 2024\r\njan;{cells}\r\n"
    (workspace.root / "input/2024-07/personalkostnader.csv").write_text(text, encoding="latin-1")


def test_bars_without_figures_say_that_nothing_is_measured(workspace: Workspace) -> None:
    slide = build(workspace, SCHEMATIC)
    assert subtitle(slide) == "Principbild: bredderna är inte uppmätta"
    parts = shapes(slide)
    assert {parts[f"row-1-{kind}"].width for kind in ("value", "necessary", "waste")} == {parts["row-2-waste"].width}
    assert alternative(slide) == (
        "Tidens delar: skapar värde, nödvändig och skapar inte värde. Bredderna är inte uppmätta. "
        "Nu: fokus på skapar värde. Sedan: fokus på skapar inte värde."
    )


def test_parts_are_as_wide_as_their_figures(workspace: Workspace) -> None:
    _with_january(workspace, "100;300;600")
    slide = build(workspace, MEASURED)
    parts, found = shapes(slide), words(slide)
    widths = [parts[f"row-1-{kind}"].width for kind in ("value", "necessary", "waste")]
    assert [round(width / sum(widths), 3) for width in widths] == [0.1, 0.3, 0.6]
    assert [found["row-1-value"], found["row-1-waste"]] == ["100\u00a0tkr", "600\u00a0tkr"]


def test_a_value_without_room_stands_below_its_bar_and_zero_is_told(workspace: Workspace) -> None:
    _with_january(workspace, "0;10;990")
    slide = build(workspace, MEASURED)
    assert words(slide)["row-1-below"] == "Skapar värde: 0\u00a0tkr, Nödvändig: 10\u00a0tkr"
    assert "row-1-value" not in shapes(slide)


@pytest.mark.parametrize(("cell", "shown"), [("", "Uppgift saknas"), ("..", "Skyddad uppgift")])
def test_a_bar_of_which_a_part_is_not_known_is_not_drawn(workspace: Workspace, cell: str, shown: str) -> None:
    _with_january(workspace, f"{cell};300;600")
    slide = build(workspace, MEASURED)
    assert words(slide)["row-1-gap"] == shown
    assert "row-1-waste" not in shapes(slide)
    assert alternative(slide).endswith(f" Januari: {shown.lower()}, fokus på skapar inte värde.")


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (
            MEASURED.replace(", utfall]", "]"),
            "7:14: DB412 Bilden behöver tre kolumner, men har 2: utfall_foreg_ar och budget. Välj tre i 'columns'.",
        ),
        (
            MEASURED.replace("figures: personalkostnader\n", ""),
            "3:5: DB421 'columns' och 'row' hör till siffror. Lägg till 'figures', eller ta bort dem.",
        ),
        (
            MEASURED.replace(", row: jan", ""),
            "3:5: DB421 Varje rad behöver 'row', namnet på raden i siffrorna, när 'figures' finns.",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told_at_its_line(workspace: Workspace, lines: str, fault: str) -> None:
    assert build(workspace, lines) == f"config/prov.yaml:{fault}"


def test_a_negative_part_is_refused(workspace: Workspace) -> None:
    _with_january(workspace, "-1;300;600")
    assert build(workspace, MEASURED) == (
        "config/prov.yaml:8:34: DB425 Raden 'jan' är inga delar av en helhet: "
        "talen ska vara noll eller mer, och inte alla noll."
    )
