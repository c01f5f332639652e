"""What the committee is asked to decide is numbered, large, and has a date for what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.test_pages import build
from tests.golden import slides_by_id

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

_LEAST_POINTS = 16
_LONG = "Ge regiondirektören i uppdrag att redovisa hur bemanningen kan lösas utan hyrpersonal före årets slut"


def _slide(proposals: str, date: str = "2024-09-10", background: str = "Reglerna är gamla.") -> str:
    return f"type: decision\nproposals: {proposals}\nbackground: {background}\nnext: Styrelsen beslutar\ndate: {date}"


def _drawing(slide: Any) -> Any:
    return next(shape for shape in slide.shapes if hasattr(shape, "shapes"))


def _texts(slide: Any) -> dict[str, Any]:
    shapes = _drawing(slide).shapes
    return {s.name.split("/")[-1]: s.text_frame for s in shapes if s.has_text_frame and s.text_frame.text}


def test_proposals_are_numbered_and_the_date_is_written_out(workspace: Workspace) -> None:
    texts = {name: frame.text for name, frame in _texts(build(workspace, _slide("[Anta reglerna, Följa upp]"))).items()}
    assert texts == {
        "forslag-1-nummer": "1",
        "forslag-1": "Anta reglerna",
        "forslag-2-nummer": "2",
        "forslag-2": "Följa upp",
        "bakgrund-rubrik": "Bakgrund",
        "bakgrund": "Reglerna är gamla.",
        "sedan-rubrik": "Nästa steg: 10 september 2024",
        "sedan": "Styrelsen beslutar",
    }


def test_those_who_cannot_see_it_are_told_the_same(workspace: Workspace) -> None:
    drawing = _drawing(build(workspace, _slide("[Anta reglerna, Följa upp]")))
    assert drawing._element.nvGrpSpPr.cNvPr.get("descr") == (
        "Förslag till beslut: 1. Anta reglerna; 2. Följa upp. Bakgrund: Reglerna är gamla. "
        "Nästa steg, 10 september 2024: Styrelsen beslutar."
    )


def test_the_meeting_stands_under_the_title_when_the_report_has_one(workspace: Workspace) -> None:
    assert build(workspace, _slide("[Anta]")).placeholders[13].text == "Förslag till beslut"
    workspace.edit("config/prov.yaml", "title: Prov\nslides", "title: Prov\nmeeting: Arbetsutskottet\nslides")
    workspace.build("2024-07", "--report", "prov")
    slide = slides_by_id(workspace.root / "output" / "prov-2024-07.pptx")["prov"]
    assert slide.placeholders[13].text == "Förslag till beslut. Arbetsutskottet"


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_proposals_can_be_read_from_the_back_of_the_room(workspace: Workspace, count: int) -> None:
    texts = _texts(build(workspace, _slide(f"[{', '.join([_LONG] * count)}]")))
    sizes = [run.font.size.pt for n in range(count) for run in texts[f"forslag-{n + 1}"].paragraphs[0].runs]
    assert len(sizes) == count
    assert min(sizes) >= _LEAST_POINTS


@pytest.mark.parametrize(
    ("slide", "fault"),
    [
        (
            _slide("[A, B, C, D, E]"),
            "6:29: DB414 Här står 5 saker under 'proposals', men högst 4 får plats. Dela upp förslagen på två bilder.",
        ),
        (
            _slide('[Anta, "- a\\n- b"]'),
            "6:23: DB418 Här ska det stå ett enda stycke. Skriv texten utan punkter och tomma rader.",
        ),
        (
            _slide("[Anta]", date="10 september"),
            "9:11: DB419 '10 september' är inget datum. Skriv år, månad och dag som 2024-09-10.",
        ),
        (
            _slide("[Anta]", date="2024-07-31"),
            "9:11: DB420 2024-07-31 är inte efter juli 2024, som rapporten gäller. Skriv dagen för nästa steg.",
        ),
    ],
)
def test_what_cannot_be_decided_on_is_refused(workspace: Workspace, slide: str, fault: str) -> None:
    assert build(workspace, slide) == f"config/prov.yaml:{fault}"
