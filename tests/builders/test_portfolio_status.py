from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.test_pages import build
from tests.golden import table_rows

if TYPE_CHECKING:
    from tests.workspace import Workspace

SLIDE = "type: portfolio_status\nfigures: utvecklingsportfolj\nrows: [FVIS programmet]\ncolumns: [Tid, Resultat]\n"


@pytest.mark.parametrize(
    ("show", "cells", "subtitle"),
    [
        ("words", ["▲ Delvis →", "● Enligt plan →"], "1 enligt plan och 1 delvis av 2 bedömningar, juli 2024"),
        ("arrows", ["▲ →", "● →"], "● 1 enligt plan och ▲ 1 delvis av 2 bedömningar, juli 2024"),
        ("dots", ["▲", "●"], "● 1 enligt plan och ▲ 1 delvis av 2 bedömningar, juli 2024"),
    ],
)
def test_shapes_without_words_are_explained(workspace: Workspace, show: str, cells: list[str], subtitle: str) -> None:
    slide = build(workspace, f"{SLIDE}show: {show}\n")
    assert table_rows(slide)[1][1:] == cells
    assert slide.placeholders[13].text == subtitle


def test_statuses_stand_under_a_spanning_heading(workspace: Workspace) -> None:
    workspace.edit(
        "config/sources.yaml",
        "statuses: [Tid, Kostnad, Resultat, Resurser]",
        "statuses: [{from: Tid, group: Läge}, {from: Kostnad, group: Läge}, Resultat, Resurser]",
    )
    rows = table_rows(build(workspace, "type: portfolio_status\nfigures: utvecklingsportfolj\nshow: dots\n"))
    assert rows[:2] == [["", "Läge", "", "", ""], ["", "Tid", "Kostnad", "Resultat", "Resurser"]]
