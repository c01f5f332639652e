"""What the accessibility checker of PowerPoint asks of every slide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.golden import slides_by_id

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def slides(july_deck: Path) -> dict[str, Any]:
    return slides_by_id(july_deck)


def test_every_slide_has_a_title_of_its_own(slides: dict[str, Any]) -> None:
    titles = [slide.shapes.title.text for slide in slides.values()]
    assert all(titles)
    assert len(set(titles)) == len(titles) >= 20


def test_every_chart_and_table_has_an_alternative_text_from_its_figures(slides: dict[str, Any]) -> None:
    frames = [shape for slide in slides.values() for shape in slide.shapes if shape.has_chart or shape.has_table]
    texts = [frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames]
    assert len(texts) >= 20
    assert all(re.search(r"\d", text) for text in texts)


def test_all_text_is_marked_as_swedish(slides: dict[str, Any]) -> None:
    languages = {run.get("lang") for slide in slides.values() for run in slide._element.iter(f"{_A}rPr")}
    assert languages == {"sv-SE"}


def test_every_table_flags_its_header_row_and_bands_nothing(slides: dict[str, Any]) -> None:
    tables = [shape.table for slide in slides.values() for shape in slide.shapes if shape.has_table]
    assert len(tables) >= 10
    assert all(table.first_row and not table.horz_banding for table in tables)


def test_no_placeholder_is_left_empty(slides: dict[str, Any]) -> None:
    texts = {
        shape.name: shape.text_frame.text for s in slides.values() for shape in s.placeholders if shape.has_text_frame
    }
    assert [name for name, text in texts.items() if not text.strip()] == []


def test_every_shape_is_named_by_slide_and_block(slides: dict[str, Any]) -> None:
    for slide_id, slide in slides.items():
        names = [shape.name for shape in slide.shapes]
        assert all(name.startswith(f"{slide_id}/") for name in names)
        assert len(set(names)) == len(names)
