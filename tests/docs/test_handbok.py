"""Every command line and every block of the handbook is done, in order, in a project of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from deckbuilder.cli import COMMANDS
from docs.handbook import HANDS
from tests.docs.running import Walk
from tests.rendering import needs
from tests.workspace import REPO

if TYPE_CHECKING:
    from pathlib import Path

HANDBOOK = (REPO / "docs" / "handbok.md").read_text(encoding="utf-8")


@pytest.mark.rendering
@needs("soffice")
def test_a_month_goes_as_the_handbook_tells(tmp_path: Path) -> None:
    walk = Walk(tmp_path, HANDS)
    walk.through(HANDBOOK)
    assert len(walk.commands) > 20


def test_every_command_is_in_its_table() -> None:
    named = re.findall(r"^\| `deckbuilder (\w+)", HANDBOOK, re.MULTILINE)
    assert sorted(named) == sorted(COMMANDS)


def test_every_picture_and_page_that_it_names_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", HANDBOOK)
    assert links
    assert [link for link in links if not (REPO / "docs" / link).exists()] == []
