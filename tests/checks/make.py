"""A small project for the checks: the published result per board, and a report with a table and a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.composing import Composed, compose
from deckbuilder.errors import Problems
from deckbuilder.loading import Loaded, load
from deckbuilder.period import Period
from deckbuilder.project import Project

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = """
sources:
  region: {file: region.csv, header: Nämnd}
  resor: {file: resor.csv, header: Nämnd}
figures:
  region:
    kind: table
    source: region
    label: Resultat per nämnd
    key: Nämnd
    unit: mkr
    columns:
      fjol: {from: Ack 2307, label: Utfall föregående år}
      utfall: {from: Ack 2407, label: Utfall}
      budget: {from: Budget, label: Budget}
  resor:
    kind: table
    source: resor
    label: Resekostnader
    key: Nämnd
    unit: tkr
    columns:
      utfall: {from: Utfall, label: Utfall}
      andel: {from: Andel, label: Andel, unit: procent, decimals: 1}
"""
REPORT = """
title: Rapport
slides:
  - {type: table, id: resultat, title: TITEL, subtitle: Mkr, figures: region}
  - {type: table, id: resor, title: Resorna, figures: resor}
  - {type: text, id: lage, title: Läget}
"""
REGION = """Nämnd;Ack 2307;Ack 2407;Budget
Revision;−4;−4;−5
Summa Finansnetto;79;155;−338
TOTAL;−212;−100;−143
"""
RESOR = """Nämnd;Utfall;Andel
Revision;100 000;12,3
Folkhögskolan;250 400;87,7
"""


def composed(root: Path, comments: str = "", title: str = "Resultatet") -> tuple[Loaded, Composed]:
    """Write the project with these comments and the first slide's title, and return its July report."""
    return made(
        root,
        {
            "config/sources.yaml": SOURCES,
            "config/rapport.yaml": REPORT.replace("TITEL", title),
            "input/2024-07/region.csv": REGION,
            "input/2024-07/resor.csv": RESOR,
            "input/2024-07/kommentarer.md": comments,
        },
    )


def made(root: Path, files: dict[str, str]) -> tuple[Loaded, Composed]:
    """Write files by their names, and return the July report `rapport` of the project that they are."""
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    problems = Problems()
    loaded = load(Project(root), "rapport", Period(2024, 7, 7), problems)
    report = compose(loaded, Period(2024, 7, 7), problems)
    assert [str(problem) for problem in problems.found if "layout" not in problem.sentence.casefold()] == []
    return loaded, report
