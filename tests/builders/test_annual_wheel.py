"""The annual wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.drawn import alternative, texts
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace


def _wheel(*activities: str) -> str:
    return "type: annual_wheel\nactivities:\n" + "\n".join(f"  - {{{one}}}" for one in activities)


BUDGET, REPORT = "title: Budget, from: mars, to: 6", "title: Rapport, from: jul"


def test_activities_are_listed_in_the_order_that_they_start(workspace: Workspace) -> None:
    slide = build(workspace, _wheel(REPORT, BUDGET))
    assert texts(slide, "list") == ["1", "Budget", "mars–juni", "2", "Rapport (pågår)", "juli"]
    assert alternative(slide, "wheel") == (
        "Årshjul med 2 aktiviteter. Nu är det juli. 1 Budget, mars–juni; 2 Rapport (pågår), juli."
    )


def test_activities_come_from_a_file(workspace: Workspace) -> None:
    rows = "Aktivitet;Från;Till\nBudget;mars;juni\nRapport;juli;\n"
    (workspace.root / "input/2024-07/arshjul.csv").write_text(rows, encoding="utf-8")
    sources = workspace.root / "config/sources.yaml"
    text = sources.read_text(encoding="utf-8")
    text = text.replace("sources:\n", "sources:\n  hjul:\n    file: arshjul.csv\n    header: Aktivitet\n", 1)
    figures = "  hjul: {kind: table, source: hjul, key: Aktivitet, unit: text, columns: {fran: Från, till: Till}}\n"
    sources.write_text(text.replace("\nfigures:\n", f"\nfigures:\n{figures}", 1), encoding="utf-8")
    slide = build(workspace, "type: annual_wheel\nfigures: hjul")
    assert texts(slide, "list") == ["1", "Budget", "mars–juni", "2", "Rapport (pågår)", "juli"]


def test_a_month_that_is_none_is_told(workspace: Workspace) -> None:
    assert build(workspace, _wheel("title: Budget, from: marz")) == (
        "config/prov.yaml:7:31: DB419 'marz' är ingen månad. Menade du 'mars'? Skriv namnet eller 1 till 12."
    )
    assert "'13' är ingen månad." in build(workspace, _wheel("title: Budget, from: 13"))


def test_a_wheel_of_nothing_is_told(workspace: Workspace) -> None:
    assert build(workspace, "type: annual_wheel").endswith(
        "Årshjulet har inga aktiviteter. Skriv dem i 'activities', eller hämta dem med 'figures'."
    )


def test_too_much_at_the_same_time_is_told(workspace: Workspace) -> None:
    assert build(workspace, _wheel(*[BUDGET] * 6)).endswith(
        "Fler än 5 aktiviteter pågår samtidigt och får inte plats. Dela hjulet på två bilder."
    )
