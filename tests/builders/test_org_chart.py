"""Boxes in levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.drawn import alternative, group, named, texts
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

UNITS = "units:\n  - {title: Norra, text: Norrbotten, members: [Jämtland, Västerbotten]}\n  - {title: Södra}"


def test_boxes_are_read_from_the_top_and_then_branch_by_branch(workspace: Workspace) -> None:
    slide = build(workspace, f"type: org_chart\ntop: Sverige\n{UNITS}")
    assert texts(slide) == ["Sverige", "Norra\nNorrbotten", "Jämtland", "Västerbotten", "Södra"]
    assert alternative(slide) == (
        "Rutor i nivåer. Överst Sverige. Norra (Norrbotten): Jämtland och Västerbotten. Södra."
    )


def test_lines_lie_under_the_boxes(workspace: Workspace) -> None:
    slide = build(workspace, f"type: org_chart\ntop: Sverige\n{UNITS}")
    is_line = ["linje" in shape.name for shape in group(slide).shapes]
    assert is_line == sorted(is_line, reverse=True)
    assert sum(is_line) == 7


def test_without_a_top_nothing_hangs_in_the_air(workspace: Workspace) -> None:
    slide = build(workspace, f"type: org_chart\n{UNITS}")
    assert named(slide, "linje") == []
    assert named(slide, "ruta-1")[0].top == group(slide).top


def test_boxes_come_from_a_file(workspace: Workspace) -> None:
    rows = "Område;Ansvarig;Län\nNorra;Norrbotten;Jämtland, Västerbotten\nSödra;Skåne;\n"
    (workspace.root / "input/2024-07/omraden.csv").write_text(rows, encoding="utf-8")
    path = workspace.root / "config/sources.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("sources:\n", "sources:\n  omraden:\n    file: omraden.csv\n    header: Område\n", 1)
    figures = "  omraden: {kind: table, source: omraden, key: Område, unit: text, columns: {vem: Ansvarig, lan: Län}}\n"
    path.write_text(text.replace("\nfigures:\n", f"\nfigures:\n{figures}", 1), encoding="utf-8")
    columns = "text_column: Ansvarig\nmembers_column: Län"
    slide = build(workspace, f"type: org_chart\nfigures: omraden\n{columns}")
    assert texts(slide) == ["Norra\nNorrbotten", "Jämtland", "Västerbotten", "Södra\nSkåne"]


def test_a_chart_of_nothing_and_one_of_too_much_are_told(workspace: Workspace) -> None:
    assert build(workspace, "type: org_chart").endswith(
        "Bilden har inga rutor. Skriv dem i 'units', eller hämta dem med 'figures'."
    )
    eight = "units:\n" + "\n".join(["  - {title: Norra}"] * 8)
    assert build(workspace, f"type: org_chart\n{eight}").endswith(
        "Bilden har 8 rutor i rad, men högst 7 går att läsa. Slå ihop några."
    )
    many = f"units:\n  - {{title: Norra, members: [{', '.join('ABCDEFGHI')}]}}"
    assert build(workspace, f"type: org_chart\n{many}").endswith(
        "'Norra' har 9 rutor under sig, men högst 8 får plats. Slå ihop några."
    )
