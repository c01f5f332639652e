"""Pairs from and to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.drawn import alternative, named, texts
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

PAIR = "  - {from: Besök på sjukhus, to: Besök **hemma**}"


def test_pairs_are_read_from_left_to_right(workspace: Workspace) -> None:
    slide = build(workspace, f"type: from_to\nfrom_title: Nu\npairs:\n{PAIR}")
    assert texts(slide) == ["Nu", "Till", "Besök på sjukhus", "Besök hemma"]
    assert alternative(slide) == "Från Besök på sjukhus till Besök hemma."


def test_the_arrow_stands_between_the_boxes_and_touches_none(workspace: Workspace) -> None:
    slide = build(workspace, f"type: from_to\npairs:\n{PAIR}")
    (left,), (arrow,), (right,) = (named(slide, f"par-1-{part}") for part in ("fran", "pil", "till"))
    assert left.left + left.width < arrow.left
    assert arrow.left + arrow.width < right.left


def test_texts_keep_off_the_edges_of_their_boxes(workspace: Workspace) -> None:
    slide = build(workspace, f"type: from_to\npairs:\n{PAIR}")
    for name in ("par-1-fran", "par-1-till"):
        box, text = (next(iter(named(slide, part))) for part in (name, f"{name}-text"))
        assert box.left < text.left
        assert text.left + text.width < box.left + box.width


def test_seven_pairs_are_refused(workspace: Workspace) -> None:
    pairs = "\n".join([PAIR] * 7)
    assert build(workspace, f"type: from_to\npairs:\n{pairs}") == (
        "config/prov.yaml:13:9: DB414 Här står 7 saker under 'pairs', men högst 6 får plats. Dela dem på två bilder."
    )
