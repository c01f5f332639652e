from __future__ import annotations

import shutil
from collections import namedtuple
from tempfile import gettempdir
from typing import TYPE_CHECKING

import pytest

from tests.doctor.looking import found

if TYPE_CHECKING:
    from pathlib import Path

Usage = namedtuple("Usage", ("total", "used", "free"))  # noqa: PYI024 -- what shutil returns is one


@pytest.mark.parametrize(
    ("free", "level", "sentence"),
    [
        (49, "Fel", "Bara 49 MB är ledigt där {} ligger."),
        (999, "Obs", "Bara 999 MB är ledigt där {} ligger."),
        (5_300, "OK", "5 GB är ledigt."),
    ],
)
def test_how_much_is_free_where_it_is_least(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, level: str, sentence: str
) -> None:
    room = {gettempdir(): 9_000_000_000_000, str(tmp_path): free * 1_000_000}
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, room[str(path)]))
    ((told, words, remedy),) = found("disk", tmp_path)
    assert (told, words) == (level, sentence.format(tmp_path))
    assert remedy == ("" if level == "OK" else "Töm papperskorgen eller flytta stora filer.")
