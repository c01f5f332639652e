"""Real tools around a deck: LibreOffice, poppler and Microsoft's validator; skipped where they are not installed.

On the gate (CI is set) nothing is skipped: a missing tool fails the test that needs it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest import MarkDecorator  # noqa: PT013 -- only for the type


def needs(*tools: str) -> MarkDecorator:
    """Return a mark that skips where a tool is missing, unless this is the gate."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    reason = f"{', '.join(missing)} not installed"
    return pytest.mark.skipif(bool(missing) and "CI" not in os.environ, reason=reason)


def to_pdf(deck: Path, folder: Path) -> Path:
    """Render a deck with LibreOffice; return the PDF."""
    with tempfile.TemporaryDirectory() as profile:
        place = f"-env:UserInstallation={Path(profile).as_uri()}"
        convert = ["soffice", place, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck)]
        subprocess.run(convert, check=True, capture_output=True, timeout=300)
    return folder / f"{deck.stem}.pdf"


def to_pictures(pdf: Path, folder: Path, dpi: int) -> list[Path]:
    """Return a PNG for each page of a PDF, in order."""
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(folder / "bild")], check=True, timeout=300)
    return sorted(folder.glob("bild-*.png"))
