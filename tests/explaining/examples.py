"""Makes the example of a message code's page in the tiny project beside this file, and runs its command there."""

from __future__ import annotations

import csv
import shlex
import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from deckbuilder.cli import group
from tests.workspace import REPO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckbuilder.explaining.pages import Example

PROJECT = Path(__file__).parent / "project"
COMMAND = "deckbuilder check 2024-07"


def make_project(root: Path, examples: Iterable[Example]) -> None:
    """Copy the tiny project and put the files of an example in it."""
    shutil.copytree(PROJECT, root)
    shutil.copytree(REPO / "layouts", root / "layouts")
    for example in examples:
        if example.file:
            _write(root, example)


def _write(root: Path, example: Example) -> None:
    name, _, sheet = example.file.partition(", bladet ")
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".xlsx":
        workbook = load_workbook(path) if path.exists() else Workbook()
        page = workbook.create_sheet(sheet)
        if not path.exists():
            del workbook["Sheet"]
        for row in csv.reader(example.text.splitlines(), delimiter=";"):
            page.append([_value(text) for text in row])
        workbook.save(path)
    elif example.text.startswith("- ") and path.is_file() and path.suffix == ".yaml":
        added = textwrap.indent(example.text, "  ")
        path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    else:
        path.write_text(example.text, encoding="utf-8")


def _value(text: str) -> str | int:
    return int(text) if text.isdigit() else text


def run(examples: Iterable[Example]) -> list[str]:
    """Return the lines that the example's command prints in the working directory."""
    commands = "".join(one.text for one in examples if one.language == "sh") or COMMAND
    lines: list[str] = []
    for command in commands.splitlines():
        result = CliRunner().invoke(group, shlex.split(command)[1:], prog_name="deckbuilder")
        lines += result.output.replace("\u00a0", " ").splitlines()
    return lines
