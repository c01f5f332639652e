"""The tables as they were published for July 2024, as a report project of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.golden import FACTS
from tests.workspace import REPO, Workspace


@pytest.fixture
def published(tmp_path: Path) -> Workspace:
    """Give the published tables with all that should add up in them, and a sentence that says +100 for 155."""
    root = tmp_path / "publicerat"
    shutil.copytree(Path(__file__).parent / "published", root)
    shutil.copytree(REPO / "layouts", root / "layouts")
    for file in FACTS.glob("*.csv"):
        shutil.copy(file, root / "input" / "2024-07")
    return Workspace(root)
