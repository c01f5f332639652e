"""The saved deck opens in LibreOffice, slide by slide."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.rendering import needs, to_pdf

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.rendering,
    needs("soffice", "pdftotext"),
]


@pytest.fixture(scope="module")
def pages(july_deck: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page of the deck as LibreOffice renders it."""
    folder = tmp_path_factory.mktemp("pdf")
    read = ["pdftotext", "-layout", str(to_pdf(july_deck, folder)), "-"]
    text = subprocess.run(read, check=True, capture_output=True, text=True)
    return text.stdout.split("\f")[:-1]


def test_every_slide_becomes_a_page(pages: list[str]) -> None:
    assert len(pages) == 55


def test_charts_show_swedish_numbers_and_no_negative_zero(pages: list[str]) -> None:
    deviations = next(page for page in pages if "Nettokostnadernas avvikelse" in page)
    words = deviations.split()
    assert {"\u2212533", "\u221253", "+1", "0"} <= set(words)
    assert "\u22120" not in words


def test_the_published_total_is_on_the_page(pages: list[str]) -> None:
    table = next(page for page in pages if "Verksamhetens nettokostnader" in page and "Smittskydd" in page)
    total = next(line for line in table.splitlines() if line.startswith("Verksamhetens nettokostnader"))
    shown = total.replace("\u00a0", " ").removeprefix("Verksamhetens nettokostnader")
    assert "".join(shown.split()) == "\u2212245\u221225712\u22122100\u22122233\u221253\u22123809\u22123910\u2212101"
