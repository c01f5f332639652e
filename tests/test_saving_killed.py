"""Builds that are killed while they save: the deck on disk is always one of the two, whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from time import time
from typing import TYPE_CHECKING

import pytest

from deckbuilder.refresh.parts import Parts
from tests.workspace import REPO

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workspace import Workspace

pytestmark = [pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"), pytest.mark.slow]


def _killed(deck: Path, generated: bytes, kills: int, sources: Path) -> dict[str, int]:
    """Kill saves of a generated deck and one that differs a little; return what stood afterwards."""
    one, other = sources / "one.pptx", sources / "other.pptx"
    one.write_bytes(generated)
    parts = Parts.of(generated)
    parts.put("docProps/app.xml", parts.blobs["docProps/app.xml"] + b"<!-- another -->")
    other.write_bytes(parts.content())
    command = [sys.executable, "-m", "tests.killing", str(deck), str(one), str(other), str(kills), str(kills)]
    done = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("kills", "least"), [(12, 0), pytest.param(200, 10, marks=pytest.mark.slow)])
def test_a_kill_at_any_moment_leaves_the_old_deck_or_the_new_whole_and_the_next_build_goes_on(
    workspace: Workspace, july_deck: Path, tmp_path: Path, kills: int, least: int
) -> None:
    workspace.deck.parent.mkdir()
    found = _killed(workspace.deck, july_deck.read_bytes(), kills, tmp_path)
    assert found["one"] + found["other"] == kills
    assert min(found.values()) >= least, "too few kills came while a deck was saved"
    output = workspace.deck.parent
    for folder, age in ((output, 7200), (output / ".base", 7200), (output, 60)):
        folder.mkdir(exist_ok=True)
        left = folder / f".deckbuilder-{age}.tmp"
        left.write_bytes(b"half")
        os.utime(left, (time() - age, time() - age))
    workspace.edit("config/manadsrapport.yaml", "title: Frågor", "title: Tack")
    result = workspace.build()
    assert result.exit_code == 0, result.output
    assert not list(output.rglob(".deckbuilder-7200.tmp"))
    assert (output / ".deckbuilder-60.tmp").exists(), "it may belong to a build that is under way"
