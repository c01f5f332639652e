"""Every problem in the program has a code, every code a page, and every page a problem."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from deckbuilder.explaining.pages import codes
from tests.workspace import REPO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = REPO / "deckbuilder"
CODED = {
    "ContentError.at": 3,
    "Problem": 3,
    "problems.add": 3,
    "SpecError": 3,
    "TemplateError": 2,
    "PictureError": 2,
    "Finding": 4,
}
"""The calls that need a code, and how many arguments they have with it."""

OTHERS = {
    ("figures/process_limits.py", "Finding"),
    ("builders/control_chart.py", "Finding"),
    ("doctor/finding.py", "Finding"),
}
"""Calls of the same name that are something else: what a control chart finds, and what the doctor does."""


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield _name(path), ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _called(call: ast.Call) -> str:
    words = ast.unparse(call.func).split(".")
    return next((name for name in CODED if words[-len(name.split(".")) :] == name.split(".")), "")


def test_every_problem_has_a_code() -> None:
    lacking = [
        f"{module}:{node.lineno}"
        for module, tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (name := _called(node))
        and (module, name) not in OTHERS
        and len(node.args) + len(node.keywords) < CODED[name]
        and not any(isinstance(one, ast.Starred) for one in node.args)
    ]
    assert lacking == []


def _used() -> set[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    return set(re.findall(r'"(DB[0-9]{3})[" ]', text)) | set(re.findall(r"\((DB[0-9]{3})\)", text))


def test_every_code_has_a_page() -> None:
    assert sorted(_used() - set(codes())) == []


def test_every_page_is_of_a_code_that_is_used() -> None:
    assert sorted(set(codes()) - _used()) == []
