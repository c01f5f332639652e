"""The three decks, built once, and rendered once where LibreOffice is there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.decks.style import FontFiles


@pytest.fixture(scope="session")
def fonts() -> FontFiles:
    """The font files that have the widths of the template's font."""
    if shutil.which("fc-match") is None:
        pytest.skip("fontconfig is not installed, so the font files cannot be found")
    return FontFiles(_file("Carlito:regular"), _file("Carlito:bold"))


def _file(pattern: str) -> str:
    found = subprocess.run(["fc-match", "-f", "%{file}", pattern], check=True, capture_output=True, text=True).stdout
    if "Carlito" not in Path(found).name:
        pytest.skip("Carlito, which has the widths of Calibri, is not installed")
    return found
