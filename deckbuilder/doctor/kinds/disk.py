"""Room on the disk where decks are saved, and where temporary files go."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import fault, note, well

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "Disken", 60, False
_MEGABYTE = 1_000_000
_LITTLE, _NONE = 1000, 50  # megabytes; a deck and its versions are tens of them
_REMEDY = "Töm papperskorgen eller flytta stora filer."


def look(where: Where) -> Iterator[Finding]:
    """Tell how much is free; at the least of the two when they are on different disks."""
    folders = [Path(gettempdir()), *([where.project.root] if where.project else [])]
    free, folder = min((shutil.disk_usage(one).free // _MEGABYTE, one) for one in folders)
    if free < _NONE:
        yield fault(f"Bara {free} MB är ledigt där {folder} ligger.", _REMEDY)
    elif free < _LITTLE:
        yield note(f"Bara {free} MB är ledigt där {folder} ligger.", _REMEDY)
    else:
        yield well(f"{free // 1000} GB är ledigt.")
