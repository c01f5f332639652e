"""A quotation has its marks once, a statement none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.drawn import alternative, words
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace


@pytest.mark.parametrize("written", ["Det hjälpte.", "'\"Det hjälpte.\"'", "”Det hjälpte.”"])
def test_the_marks_are_put_there_once(workspace: Workspace, written: str) -> None:
    slide = build(workspace, f"type: quote\nquote: {written}\nby: Patient")
    assert words(slide) == {"quote": "”Det hjälpte.”", "by": "– Patient"}
    assert alternative(slide) == "Citat: ”Det hjälpte.” Källa: Patient."


def test_a_statement_has_no_marks_and_needs_no_source(workspace: Workspace) -> None:
    slide = build(workspace, "type: quote\nquote: Vi gör mer.\nmarks: false")
    assert words(slide) == {"quote": "Vi gör mer."}
    assert alternative(slide) == "Tes: Vi gör mer."


def test_a_quotation_too_long_for_the_slide_is_told_of(workspace: Workspace) -> None:
    build(workspace, f"type: quote\nquote: Orden {'är många ' * 150}")
    result = workspace.build("2024-07", "--report", "prov")
    assert "Texten som börjar '”Orden är många är många är må' får inte plats i sin ruta." in result.output
