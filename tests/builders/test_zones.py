"""Zones side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.drawn import alternative, named
from tests.builders.test_pages import build
from tests.golden import plain

if TYPE_CHECKING:
    from tests.workspace import Workspace


def _zones(*zones: str) -> str:
    return "type: zones\nzones:\n" + "\n".join(f"  - {{title: {zone}}}" for zone in zones)


def test_zones_are_as_wide_as_their_shares(workspace: Workspace) -> None:
    slide = build(workspace, _zones("Fast, share: 25", "Fri, share: 75, text: Ingen bokning"))
    fixed, free = (named(slide, f"zon-{number}-yta")[0] for number in (1, 2))
    assert free.width / fixed.width == pytest.approx(3, rel=1e-3)
    assert plain(alternative(slide)) == "2 zoner. Fast 25%. Fri 75%: Ingen bokning."


def test_zones_without_shares_are_equal(workspace: Workspace) -> None:
    slide = build(workspace, _zones("Fast", "Fri", "Tyst"))
    widths = {named(slide, f"zon-{number}-yta")[0].width for number in (1, 2, 3)}
    assert max(widths) - min(widths) <= 1
    assert named(slide, "zon-1-andel") == []


@pytest.mark.parametrize(
    ("zones", "fault"),
    [
        (
            ("A, share: 50", "B"),
            "8:9: DB421 Zonen har ingen 'share', men andra har. Skriv andelen för alla eller ingen.",
        ),
        (
            ("A, share: 50", "B, share: 40.5"),
            "7:7: DB425 Andelarna blir 90,5 procent tillsammans. Ändra dem så att de blir 100.",
        ),
        (
            ("A, share: 95", "B, share: 5"),
            "8:27: DB430 Zonen är för smal för sin text. Ta bort 'share' i alla zoner, eller slå ihop två.",
        ),
        (("A",) * 7, "13:9: DB414 Här står 7 saker under 'zones', men högst 6 får plats. Dela dem på två bilder."),
    ],
)
def test_what_cannot_be_drawn_is_told(workspace: Workspace, zones: tuple[str, ...], fault: str) -> None:
    assert build(workspace, _zones(*zones)) == f"config/prov.yaml:{fault}"
