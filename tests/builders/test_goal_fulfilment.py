from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.test_pages import build
from tests.golden import plain, table_rows

if TYPE_CHECKING:
    from tests.workspace import Workspace

SLIDE = "type: goal_fulfilment\nfigures: mal\nvalue: Utfall\ntarget: Mål\n"


def _slide(workspace: Workspace, rows: str, options: str = "") -> object:
    (workspace.root / "input/2024-07/mal.csv").write_text(f"Namn;Utfall;Mål\n{rows}", encoding="utf-8")
    workspace.edit("config/sources.yaml", "sources:\n", "sources:\n  mal: {file: mal.csv, header: Namn}\n")
    columns = "{utfall: {from: Utfall, decimals: 1}, mal: Mål}"
    workspace.edit(
        "config/sources.yaml",
        "\nfigures:\n",
        f"\nfigures:\n  mal: {{kind: table, source: mal, key: Namn, columns: {columns}}}\n",
    )
    return build(workspace, SLIDE + options)


def _rows(workspace: Workspace, rows: str, options: str = "") -> list[list[str]]:
    return [[plain(text) for text in row] for row in table_rows(_slide(workspace, rows, options))[1:]]


@pytest.mark.parametrize(
    ("value", "share", "verdict"),
    [
        ("109", "109", "● Uppfyllt"),
        ("100", "100", "● Uppfyllt"),
        ("99,6", "99,6", "▲ Delvis uppfyllt"),
        ("80", "80", "▲ Delvis uppfyllt"),
        ("79,6", "79,6", "■ Ej uppfyllt"),
        ("12,6", "13", "■ Ej uppfyllt"),
        ("0", "0", "■ Ej uppfyllt"),
        ("", "–", "Ej bedömt"),
        ("<5", "–", "Ej bedömt"),
    ],
)
def test_a_goal_is_judged_by_its_unrounded_share_and_shown_on_the_same_side(
    workspace: Workspace, value: str, share: str, verdict: str
) -> None:
    assert _rows(workspace, f"A;{value};100\n")[0][3:] == [share, verdict]


def test_thresholds_are_options_and_are_told(workspace: Workspace) -> None:
    slide = _slide(workspace, "A;95;100\nB;70;100\nC;10;100\nD;;100\n", "met: 95\npartly: 60.5\n")
    assert [row[4] for row in table_rows(slide)[1:]] == [
        "● Uppfyllt",
        "▲ Delvis uppfyllt",
        "■ Ej uppfyllt",
        "Ej bedömt",
    ]
    texts = {shape.name: shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame}  # type: ignore[attr-defined]
    assert texts["prov/subtitle"] == (
        "1 uppfyllt, 1 delvis uppfyllt, 1 ej uppfyllt och 1 ej bedömt av 4 mål, juli 2024"
    )
    assert texts["prov/source"] == "Källa: mal.csv. Uppfyllt: minst 95 % av målet. Delvis: minst 60,5 %"


def test_where_lower_is_better_the_share_is_turned(workspace: Workspace) -> None:
    rows = _rows(workspace, "A;50;40\nB;40;50\n", "lower_is_better: [A, B]\n")
    assert [row[3:] for row in rows] == [["80", "▲ Delvis uppfyllt"], ["125", "● Uppfyllt"]]


def test_a_target_of_zero_is_refused(workspace: Workspace) -> None:
    assert _slide(workspace, "A;1;0\n") == (
        "config/prov.yaml:3:5: DB424 Målet för 'A' är 0, så ingen andel kan räknas. Visa de andra raderna med 'rows'."
    )


def test_less_administration_is_met_by_all(workspace: Workspace) -> None:
    slide = build(workspace, "type: goal_fulfilment\nfigures: minskad_administration\nvalue: uppnatt\ntarget: mal\n")
    assert [plain(row[1]) for row in table_rows(slide)[1:]] == ["100%", "100%", "109%"]
    assert slide.placeholders[13].text == "3 uppfyllda av 3 mål, juli 2024"
