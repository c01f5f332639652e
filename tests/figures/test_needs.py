"""What a report needs is read from its YAML as the build finds it out."""

from __future__ import annotations

import pytest

from deckbuilder.figures.needs import needed, pictures
from deckbuilder.loading import report_document, sources_document
from deckbuilder.period import Period
from deckbuilder.pipeline import make
from deckbuilder.project import Project
from deckbuilder.spec.comments import CommentText, read_comments
from tests.workspace import REPO

pytestmark = pytest.mark.slow

FIGURES = {
    "region": {"kind": "table", "source": "resultat"},
    "historik": {"kind": "history", "columns": {"utfall": "region.totalt.utfall"}, "checks": [{"as": "annat.a.b"}]},
    "annat": {"kind": "table", "source": "annat"},
}


@pytest.mark.parametrize(
    ("report", "code"), [("manadsrapport", "2024-07"), ("augusti-2022", "2022-08"), ("regionplan", "2023")]
)
def test_the_sample_reports_need_the_tables_that_a_build_computes(report: str, code: str) -> None:
    project, period = Project(REPO), Period.parse(code)
    book = make(project, report, period).loaded.book
    assert book is not None
    comments = read_comments(project.input(period) / "kommentarer.md", "").values()
    needs = needed(report_document(project, report).data, comments, sources_document(project).data["figures"])
    assert needs.tables == book.computed().keys()


def test_a_slide_needs_what_its_figures_templates_and_text_name() -> None:
    slides = [{"id": "a", "type": "chart", "title": "T {{ annat.x.y }}"}, {"id": "b", "figures": "region.del"}]
    needs = needed({"slides": slides}, [CommentText("a", "{{ region.x.y | mkr }}", 1)], FIGURES)
    assert needs.sources == {"annat": ("a",), "resultat": ("a", "b")}


def test_figures_of_figures_need_the_source_of_those_but_not_what_they_are_checked_against() -> None:
    assert needed({"slides": [{"id": "a", "figures": "historik"}]}, [], FIGURES).sources == {"resultat": ("a",)}


def test_what_the_report_itself_names_has_no_slide() -> None:
    assert needed({"meeting": "{{ annat.x.y }}"}, [], FIGURES).sources == {"annat": ()}


def test_a_word_that_is_also_the_name_of_figures_is_no_need() -> None:
    slides = [{"id": "region", "type": "text", "title": "region", "columns": ["annat"], "text": "region"}]
    assert needed({"slides": slides}, [], FIGURES).sources == {}


@pytest.mark.parametrize("broken", [None, [], {"slides": 3}, {"slides": [3, {"title": "{{ x"}]}])
def test_a_report_that_is_broken_needs_nothing(broken: object) -> None:
    assert needed(broken, [], FIGURES).sources == {}
    assert pictures(broken) == {}


def test_pictures_are_named_with_their_slides() -> None:
    slides = [{"id": "a", "file": "Karta.PNG"}, {"id": "b", "file": "Karta.PNG", "title": "Om karta"}]
    assert pictures({"slides": slides}) == {"Karta.PNG": ("a", "b")}
