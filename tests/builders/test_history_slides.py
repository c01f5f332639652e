"""A report whose history lies in the folders of earlier months."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.figures.months import window
from deckbuilder.period import Period
from tests.builders.test_pages import build
from tests.golden import table_rows

if TYPE_CHECKING:
    from tests.workspace import Workspace

FIGURES = """
  region_historik:
    kind: history
    label: Verksamhetens nettokostnad
    columns:
      netto: {figure: region.verksamhetens_nettokostnader.ack_utfall, label: Nettokostnad}
    accumulated: true
    costs: negative
    better: lower
    months: 4
"""


@pytest.fixture
def history(workspace: Workspace) -> Workspace:
    """The sample project with a history of `region`, and July's file as those of earlier months but for May's."""
    path = workspace.root / "config/sources.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("\nfigures:\n", f"\nfigures:{FIGURES}", 1), encoding="utf-8"
    )
    july = (workspace.root / "input/2024-07/resultat_region.csv").read_text(encoding="utf-8")
    for month in window(Period(2024, 6, 6), 13):
        if month.code != "2024-05":
            folder = workspace.root / "input" / month.code
            folder.mkdir(exist_ok=True)
            text = july.replace("2407", month.yymm).replace("2307", month.last_year.yymm)
            (folder / "resultat_region.csv").write_text(text, encoding="utf-8")
    return workspace


def test_a_slide_shows_its_months_and_says_which_are_missing(history: Workspace) -> None:
    slide = build(history, "type: table\nfigures: region_historik\ncolumns: [netto]\nunit: mkr")
    assert table_rows(slide)[1:] == [["april 2024", "0"], ["maj 2024", "–"], ["juni 2024", "–"], ["juli 2024", "0"]]
    texts = [shape.text for shape in slide.placeholders if shape.has_text_frame]
    assert "Källa: resultat_region.csv. Nettokostnad saknas för 2024-05–2024-06" in texts
    assert "2024-05 saknas. Mappen input/2024-05 finns inte" in slide.notes_slide.notes_text_frame.text
