"""What is remembered from one build to the next never shows: each draft is, to the byte, that of a first build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.period import Period
from deckbuilder.preview.engine import Draft, draft
from deckbuilder.preview.memory import Memory
from deckbuilder.project import Project
from tests.preview.make import drafted, edit, write_project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow


def _told(found: Draft) -> tuple[bytes, list[str], list[str]]:
    findings = [str(finding.problem) for finding in found.made.checked.findings]
    return found.parts.content(), [str(warning) for warning in found.warnings], findings


def test_each_saved_file_is_seen(tmp_path: Path) -> None:
    root, memory = write_project(tmp_path), Memory()
    drafted(root, memory)
    for file, old, new in (
        ("config/bilar.yaml", "Nord kör mest", "Syd: {{ bilar.syd.utfall | tkr }}".join('""')),
        ("input/2024-07/bilar.csv", "Syd;800", "Syd;801"),
        ("config/sources.yaml", "budget: Budget", "budget: {from: Budget, label: Plan}"),
        ("input/2024-07/kommentarer.md", "Cykla", "Gå {{ bilar.nord.utfall | tkr }}"),
    ):
        before = _told(drafted(root, memory))
        edit(root / file, old, new)
        now = _told(drafted(root, memory))
        assert now == _told(drafted(root)), file
        assert now != before, file


def test_faults_are_told_again_at_each_build(tmp_path: Path) -> None:
    root, memory = write_project(tmp_path), Memory()
    edit(root / "input/2024-07/bilar.csv", "Syd;800", "Syd;åtta")
    told = []
    for _ in range(2):
        with pytest.raises(ContentError) as caught:
            drafted(root, memory)
        told.append(str(caught.value))
    assert told[0] == told[1]
    assert "åtta" in told[0]


@pytest.mark.slow
def test_the_whole_sample_report_is_the_same_from_memory(workspace: Workspace) -> None:
    """Its changes, histories and checks reach the most tables, also of other months."""
    where = Project(workspace.root), "manadsrapport", Period(2024, 7, 7)
    memory = Memory()
    draft(*where, memory)
    assert _told(draft(*where, memory)) == _told(draft(*where, Memory()))
    workspace.edit("config/manadsrapport.yaml", "    title: Ekonomi\n", "    title: Pengar\n")
    assert _told(draft(*where, memory)) == _told(draft(*where, Memory()))
