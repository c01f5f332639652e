"""A small project with two months, for what compares one report with the one before."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.workspace import REPO, Workspace

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = """\
sources:
  utfall: {file: utfall.csv, header: Område}
  initiativ: {file: initiativ.csv, header: Initiativ}
  vantande: {file: vantande.csv, header: Månad}
figures:
  utfall:
    kind: table
    source: utfall
    label: Investeringar
    key: Område
    unit: tkr
    columns:
      utfall: "Utfall {{ period.yymm }}"
      budget: Budget
      avvikelse: {difference: [budget, utfall], label: Avvikelse, better: higher}
    total: Totalt
  initiativ:
    kind: portfolio
    source: initiativ
    key: Initiativ
    statuses: [Tid]
  vantande:
    kind: table
    source: vantande
    label: Väntande
    key: Månad
    columns: {antal: Antal}
"""
REPORT = """\
title: Prov
slides:
  - type: table
    id: utfall
    title: "Investeringarna har kostat {{ utfall.totalt.utfall | mkr }}"
    figures: utfall
  - type: portfolio_status
    id: initiativ
    title: Initiativ
    figures: initiativ
  - type: table
    id: vantande
    title: Väntande
    figures: vantande
"""
INPUT = {
    "2024-06": {
        "utfall": "Område;Utfall 2406;Budget\nHus;2 000;3 000\nIT;500;400\n",
        "initiativ": "Initiativ;Tid\nKallelser;Delvis →\nArkiv;Enligt plan →\nGammalt;Klart\n",
        "vantande": "Månad;Antal\n2024-05;70\n2024-06;80\n",
    },
    "2024-07": {
        "utfall": "Område;Utfall 2407;Budget\nHus;2 600;3 000\nIT;500;400\n",
        "initiativ": "Initiativ;Tid\nKallelser;Enligt plan →\nArkiv;Ej enligt plan ↘\nNytt;Delvis\n",
        "vantande": "Månad;Antal\n2024-05;70\n2024-06;82\n2024-07;85\n",
    },
}


def two_months(root: Path, slides: str = "", months: tuple[str, ...] = ("2024-06", "2024-07")) -> Workspace:
    """Return a project with the report `prov`, to which slides may be added, and input for the months."""
    shutil.copytree(REPO / "layouts", root / "layouts")
    (root / "config").mkdir()
    (root / "config/sources.yaml").write_text(SOURCES, encoding="utf-8")
    (root / "config/prov.yaml").write_text(REPORT + slides, encoding="utf-8")
    for month in months:
        (root / "input" / month).mkdir(parents=True)
        for name, text in INPUT[month].items():
            (root / "input" / month / f"{name}.csv").write_text(text, encoding="utf-8")
    return Workspace(root)
