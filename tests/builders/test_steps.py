"""A chain says in words what is done and what is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.drawn import alternative, overlapping, shapes, words
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

CHAIN = """type: steps
steps:
  - {label: Mars, title: Underlag, text: Räkna, state: done}
  - {title: Beslut, text: "- Ja\\n- Nej", state: current}
  - {label: Juni, title: Planer}
"""


def test_the_state_of_a_step_is_a_word_beside_its_label(workspace: Workspace) -> None:
    found = words(build(workspace, CHAIN))
    assert [found[f"step-{number}-label"] for number in (1, 2, 3)] == ["Mars, klart", "Pågår", "Juni"]


def test_a_step_without_text_has_no_card(workspace: Workspace) -> None:
    found = words(build(workspace, CHAIN))
    assert (found["step-2"], found["step-2-text"]) == ("Beslut", "Ja\nNej")
    assert "step-3-text" not in found


def test_the_alternative_text_tells_the_chain(workspace: Workspace) -> None:
    said = "Kedja av 3 steg. 1 Underlag (mars, klart): Räkna. 2 Beslut (pågår): Ja; Nej. 3 Planer (juni)."
    assert alternative(build(workspace, CHAIN)) == said


def test_many_steps_have_numbers_in_their_arrows_and_headings_in_their_cards(workspace: Workspace) -> None:
    steps = "".join(f"  - {{title: Effektivisering {n}, text: Punkt}}\n" for n in range(1, 8))
    slide = build(workspace, f"type: steps\nsteps:\n{steps}")
    assert [words(slide)[f"step-{n}"] for n in (1, 7)] == ["1", "7"]
    assert words(slide)["step-7-text"] == "Effektivisering 7\nPunkt"
    assert overlapping(slide, *(f"step-{n}-text-card" for n in range(1, 8))) == []


def test_steps_without_texts_stand_alone_on_the_slide(workspace: Workspace) -> None:
    slide = build(workspace, "type: steps\nsteps: [{title: Ett}, {title: Två}]")
    assert set(shapes(slide)) == {"step-1", "step-2"}


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (
            "steps: [{title: Ett}]",
            "6:12: DB109 'steps' behöver minst 2 värden.",
        ),
        (
            "steps: [{title: a}, {title: b}, {title: c}, {title: d}, {title: e}, {title: f}, {title: g}, {title: h}]",
            (
                "6:97: DB414 Här står 8 saker under 'steps', men högst 7 får plats. "
                "Slå ihop steg, eller dela kedjan på två bilder."
            ),
        ),
        (
            "steps: [{title: a, text: '# b'}, {title: c}]",
            "6:30: DB440 Här står något som en bild inte kan visa. Använd punkter (- ), två nivåer, och **fetstil**.",
        ),
    ],
)
def test_what_cannot_be_shown_is_told_at_its_line(workspace: Workspace, lines: str, fault: str) -> None:
    assert build(workspace, f"type: steps\n{lines}") == f"config/prov.yaml:{fault}"
