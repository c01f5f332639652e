"""The order of slides is changed line by line: comments follow their slide, and nothing else in the file changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.errors import ContentError
from deckbuilder.spec.reordering import reordered

REPO = Path(__file__).parent.parent.parent
REPORT = """\
# Rapporten
title: Prov  # namnet

slides:
  # Inledning
  - type: title
    id: a
    title: "Först: ett"   # kommentar vid

  # ---- Ekonomi ----

  # Två rader
  # om bilden
  - type: text
    id: b
    title: >
      Andra
      # ingen kommentar
    # subtitle: kommer senare

  - {type: text, id: c, title: 'Tredje'}
# slut på bilderna
layout: region
"""


def _order(text: str) -> list[str]:
    return [str(slide["id"]) for slide in yaml.safe_load(text)["slides"]]


def _moved(text: str, *order: str) -> str:
    return reordered(text, order, "config/prov.yaml")


def _fault(text: str, *order: str) -> str:
    with pytest.raises(ContentError) as caught:
        _moved(text, *order)
    return str(caught.value)


def test_comments_follow_the_slide_below_them_and_empty_lines_stay() -> None:
    assert (
        _moved(REPORT, "b", "c", "a")
        == """\
# Rapporten
title: Prov  # namnet

slides:
  # ---- Ekonomi ----

  # Två rader
  # om bilden
  - type: text
    id: b
    title: >
      Andra
      # ingen kommentar
    # subtitle: kommer senare

  - {type: text, id: c, title: 'Tredje'}

  # Inledning
  - type: title
    id: a
    title: "Först: ett"   # kommentar vid
# slut på bilderna
layout: region
"""
    )


def test_the_same_order_is_the_same_file() -> None:
    assert _moved(REPORT, "a", "b", "c") == REPORT


def test_windows_line_breaks_stay() -> None:
    text = REPORT.replace("\n", "\r\n")
    assert _moved(text, "c", "b", "a").count("\r\n") == text.count("\n") == _moved(text, "c", "b", "a").count("\n")


def test_a_last_line_without_a_break_does_not_run_into_the_next() -> None:
    text = "title: T\nslides:\n- id: a\n  title: A\n- id: b\n  title: B"
    assert _moved(text, "b", "a") == "title: T\nslides:\n- id: b\n  title: B\n- id: a\n  title: A"


def test_the_end_of_a_document_stays_at_its_end() -> None:
    text = "slides:\n- id: a\n- id: b\n# slut\n...\n"
    assert _moved(text, "b", "a") == "slides:\n- id: b\n- id: a\n# slut\n...\n"


def test_a_text_over_lines_that_comes_last_keeps_the_break_that_it_says() -> None:
    text = "slides:\n- id: a\n  title: |\n    A\n- id: b"
    assert _moved(text, "b", "a") == "slides:\n- id: b\n- id: a\n  title: |\n    A\n"


def test_a_slide_that_the_order_does_not_name_stays_after_the_one_before_it() -> None:
    """The deck may lack a slide that the report lists: one that people have deleted in it."""
    assert _order(_moved(REPORT, "c", "a")) == ["c", "a", "b"]


def test_a_dash_may_stand_above_its_slide() -> None:
    text = "slides:\n  -\n    id: a\n    title: A\n  -\n    # b\n    id: b\n    title: B\ntitle: T\n"
    assert (
        _moved(text, "b", "a")
        == "slides:\n  -\n    # b\n    id: b\n    title: B\n  -\n    id: a\n    title: A\ntitle: T\n"
    )


def test_anchors_above_the_slides_may_be_used_in_them() -> None:
    text = "enhet: &e mkr\nslides:\n- {id: a, unit: *e}\n- {id: b, unit: *e}\n"
    assert _moved(text, "b", "a") == "enhet: &e mkr\nslides:\n- {id: b, unit: *e}\n- {id: a, unit: *e}\n"


def test_slides_that_share_an_anchor_are_not_moved() -> None:
    text = "slides:\n- {id: a, unit: &e mkr}\n- {id: b, unit: *e}\n"
    assert _fault(text, "b", "a") == (
        "config/prov.yaml:2: Bilderna 'a' och 'b' delar det som står vid &e, så de kan inte flyttas. "
        "Skriv ut det på båda ställena i stället för *e, eller flytta raderna för hand."
    )


@pytest.mark.parametrize(
    "text",
    [
        "slides: [{id: a}, {id: b}]\n",
        "slides:\n- id: a\n- text\n",
        "slides:\n- id: a\n- id: a\n",
        "title: T\n",
        "slides:\n",
        "slides: []\n",
        "",
        "- slides\n",
    ],
)
def test_what_is_no_list_of_slides_is_left(text: str) -> None:
    assert (
        "Bilderna kan inte flyttas, för de står inte som en lista med ett streck (- ) och ett eget id för varje bild. "
        "Skriv om listan så, eller flytta bilden för hand i filen."
    ) in _fault(text, "b", "a")


def test_broken_yaml_is_left() -> None:
    assert _fault("slides:\n\t- id: a\n", "a") == (
        "config/prov.yaml: Filen går inte att tolka som YAML, så bilderna kan inte flyttas. Rätta felet i den först."
    )


def test_a_slide_that_is_not_there_is_told() -> None:
    assert _fault(REPORT, "a", "borta") == (
        "config/prov.yaml: Det finns ingen bild med id borta i filen. Ladda om sidan och flytta bilden igen."
    )


def test_a_text_that_only_looks_like_a_comment_is_not_torn_apart() -> None:
    text = 'slides:\n- id: a\n  title: "rad\n# ett"\n- id: b\n'
    assert _fault(text, "b", "a") == (
        "config/prov.yaml: Bilderna kan inte flyttas utan att något annat i filen ändras. "
        "Flytta raderna för hand i filen."
    )


_COMMENTS = st.lists(st.sampled_from(["  # ovanför\n", "\n", "  # {id}: till bilden\n", "# vid kanten\n"]), max_size=3)
_BODIES = st.sampled_from(
    [
        "  - type: text\n    id: {id}\n    title: Bild {id}\n",
        '  - id: {id}\n    title: "Kolon: {id}"  # efter\n    # inuti\n',
        "  - id: {id}\n    text: |\n      rad\n      # text\n\n      sist\n",
        "  - {{id: {id}, title: {id}}}\n",
        "  -\n    id: {id}\n    list:\n    - x\n    - y\n",
    ]
)


@st.composite
def _reports(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    ids = [f"s{number}" for number in range(draw(st.integers(1, 6)))]
    parts = ["title: T\nslides:\n"]
    for id_ in ids:
        parts += [line.replace("{id}", id_) for line in draw(_COMMENTS)]
        parts.append(draw(_BODIES).format(id=id_))
    parts.append(draw(st.sampled_from(["", "\n", "# slut\n", "layout: region\n", "\n# slut\nlayout: region\n"])))
    text = "".join(parts)
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    stripped = text.rstrip("\r\n")
    if not stripped.endswith("sist") and draw(st.booleans()):  # a text over lines says whether it ends with a break
        text = stripped
    return text, ids, draw(st.permutations(ids))


def _data(text: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(text)
    return data


@given(_reports())
def test_any_order_moves_whole_slides_and_nothing_else(report: tuple[str, list[str], list[str]]) -> None:
    text, ids, order = report
    new = _moved(text, *order)
    was, now = _data(text), _data(new)
    by_id = {slide["id"]: slide for slide in was["slides"]}
    assert now == {**was, "slides": [by_id[id_] for id_ in order]}
    assert sorted(new.splitlines()) == sorted(text.splitlines())
    is_ended = new.endswith("\n") and not text.endswith("\n")
    assert new.count("\r\n") == text.count("\r\n") + (is_ended and "\r\n" in text)
    assert new.count("\n") == text.count("\n") + is_ended
    assert _moved(new, *order) == new
    assert _moved(new, *ids).rstrip("\r\n") == text.rstrip("\r\n")
    for id_ in ids:
        if f"# {id_}: till bilden" in text:
            assert _slide_after(new, f"# {id_}: till bilden") == id_


def _slide_after(text: str, comment: str) -> str:
    """Return the id of the slide that stands first below a comment."""
    below = text[text.index(comment) :]
    return str(yaml.safe_load(f"title: T\nslides:\n{below[below.index(chr(10)) + 1 :]}")["slides"][0]["id"])


@pytest.mark.parametrize("name", ["manadsrapport", "augusti-2022", "regionplan"])
def test_the_sample_reports_can_be_turned_round_and_back(name: str) -> None:
    text = (REPO / "config" / f"{name}.yaml").read_bytes().decode()
    order = _order(text)
    turned = _moved(text, *reversed(order))
    assert _order(turned) == order[::-1]
    assert _moved(turned, *order) == text
