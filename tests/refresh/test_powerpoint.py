"""A deck that was saved in PowerPoint, without an edit, is to a merge the deck that was generated."""

from __future__ import annotations

import pytest

from deckbuilder.refresh.base import packed
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from tests.refresh.powerpoint import rewrite
from tests.refresh.project import AFTER, BEFORE, SLIDES, Report, build
from tests.refresh.reading import broken, said_by_name

pytestmark = pytest.mark.slow

FEWER = Report(slides=BEFORE.without("utfall", "stapel", "dagar"), utfall=BEFORE.utfall[:2])
ONE_SERIES = SLIDES["stapel"].replace("[utfall, budget]", "[utfall]")
OTHERS = {
    "numbers": AFTER,
    "fewer slides": FEWER,
    "fewer rows": Report(utfall=BEFORE.utfall[:2], initiativ=BEFORE.initiativ[:1], text="- Bara detta"),
    "a series less": Report(slides=BEFORE.instead("stapel", ONE_SERIES)),
    "another order": Report(slides=tuple(sorted(BEFORE.slides))),
    "another kind": Report(slides=BEFORE.instead("utfall", SLIDES["stapel"].replace("Utfall mot", "Utfall och"))),
}


def test_what_is_rewritten_says_the_same_and_is_whole() -> None:
    saved = rewrite(build(BEFORE))
    assert broken(saved) == []
    assert said_by_name(Parts.of(saved)) == said_by_name(Parts.of(build(BEFORE)))
    assert not set(Parts.of(saved).blobs.values()) & {
        blob for name, blob in Parts.of(build(BEFORE)).blobs.items() if name.startswith(("ppt/slides/", "ppt/charts/"))
    }


def test_a_save_in_powerpoint_changes_nothing_while_the_data_stands_still() -> None:
    saved = rewrite(build(BEFORE))
    merged = merge(packed(build(BEFORE)), saved, build(BEFORE))
    assert merged.events == ()
    assert merged.content == saved


@pytest.mark.parametrize("report", OTHERS.values(), ids=OTHERS)
def test_a_save_in_powerpoint_keeps_nothing_from_the_data(report: Report) -> None:
    merged = merge(packed(build(BEFORE)), rewrite(build(BEFORE)), build(report))
    assert [event for event in merged.events if event.kind in {"kept", "conflict", "unclear"}] == []
    assert said_by_name(Parts.of(merged.content)) == said_by_name(Parts.of(build(report)))
    assert broken(merged.content) == []
