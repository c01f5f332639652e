"""A small project whose sources say who delivers what, in two months, for `new` and `status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner
from openpyxl import Workbook

from deckbuilder.cli import group
from tests.two_months import INPUT, two_months

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.workspace import Workspace

SAID = {
    "  utfall: {file: utfall.csv, header: Område}\n": (
        "  utfall: {file: utfall.csv, header: Område, owner: ekonomichef, due: 10}\n"
    ),
    "  initiativ: {file: initiativ.csv, header: Initiativ}\n": (
        "  initiativ:\n    file: initiativ.csv\n    header: Initiativ\n    owner: portföljchef\n    due: 14\n"
        "    carry: true\n    done: {Tid: Klar*}\n"
    ),
    "  vantande: {file: vantande.csv, header: Månad}\n": (
        "  vantande: {file: vantande.csv, header: Månad, owner: vårdcontroller}\n"
    ),
}
TEXT = """  - type: text
    id: sommaren
    title: Sommaren
"""
COMMENTS = """\
# Texter, juli 2024

Skriv här.

## sommaren

- Varm, {{ utfall.totalt.utfall | mkr }}

## gammal

- Borta
"""


def project(root: Path, slides: str = TEXT) -> Workspace:
    """Return a project with June and July, one text, and an initiative that is done in July."""
    made = two_months(root, slides)
    for old, new in SAID.items():
        made.edit("config/sources.yaml", old, new)
    (root / "input/2024-07/kommentarer.md").write_text(COMMENTS, encoding="utf-8")
    july = INPUT["2024-07"]["initiativ"].replace("Nytt;Delvis", "Nytt;Klart\nSist;Delvis")
    (root / "input/2024-07/initiativ.csv").write_text(july, encoding="utf-8")
    return made


def run(made: Workspace, command: str, *options: str, width: int = 100) -> Result:
    """Run a command on the project's report, in a terminal of a width."""
    words = [*command.split(), "--report", "prov", "--project", str(made.root), *options]
    return CliRunner().invoke(group, words, env={"COLUMNS": str(width)})


def deliver(made: Workspace, name: str, text: str) -> None:
    """Put a file in August's folder."""
    path = made.root / "input/2024-08" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def workbook(path: Path, rows: list[list[object]], sheet: str = "Uppdrag") -> None:
    """Save a workbook of one sheet."""
    book = Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    book.save(path)
