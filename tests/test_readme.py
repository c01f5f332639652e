"""What the README says is so: what it shows is done, in order, in the project that it makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from deckbuilder.kinds import kinds
from tests.docs.running import Walk
from tests.golden import slides_by_id, table_rows
from tests.rendering import needs
from tests.workspace import REPO

if TYPE_CHECKING:
    from pathlib import Path

README = (REPO / "README.md").read_text(encoding="utf-8")
OWN_REPORT = README[README.index("## A report of your own") : README.index("## Where things are")]


def _edit(root: Path) -> None:
    """Write two titles in PowerPoint; then the ledger is exported anew."""
    path = root / "output" / "manadsrapport-2024-07.pptx"
    deck = Presentation(str(path))
    slides = {slide.shapes.title.name.partition("/")[0]: slide for slide in deck.slides}
    slides["resultat"].shapes.title.text = "Ekonomin är i balans"
    slides["uppdrag"].shapes.title.text = "Uppdragen följs upp i november"
    deck.save(str(path))
    _replace(root / "input/2024-07/resultat.csv", "6\u00a0229\u00a0982", "6\u00a0219\u00a0982")


def _break_two_files(root: Path) -> None:
    _replace(root / "config/manadsrapport.yaml", "    label: Nämnd", "    lable: Nämnd")
    _replace(root / "input/2024-07/resultat.csv", "3\u00a0530\u00a0426", "okänt")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())


@pytest.mark.rendering
@needs("soffice")
def test_what_it_shows_can_be_done(tmp_path: Path) -> None:
    walk = Walk(tmp_path, {"edit": _edit, "break_two_files": _break_two_files})
    slides, agreement, rest = OWN_REPORT.partition("## What should agree")
    walk.through(slides)
    cars = slides_by_id(walk.root / "output" / "manadsrapport-2024-07.pptx")["hyrbilar"]
    assert cars.shapes.title.text == "Hyrbilarna har kostat 2\u00a0Mkr, varav Enhet 7 1\u00a0500\u00a0tkr"
    assert table_rows(cars)[-1] == ["Totalt", "2\u00a0000", "2\u00a0400", "400"]
    walk.through(agreement + rest)
    assert len(walk.commands) > 20


def test_every_filter_and_calculation_is_named() -> None:
    assert all(f"`{name}" in README for name in ("mkr", "tkr", "procent", "enheter", "antal", "datum", "ord"))
    named = README.split("kind: table")[1].splitlines()[0]
    others = set(kinds("deckbuilder.figures.calculations")) - {"table"}
    assert all(name in named for name in others)


def test_every_file_that_it_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (REPO / link).exists()] == []
