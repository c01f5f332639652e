"""The page shows the deck as `build` would save it: with people's own edits and slides, and what is kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from deckbuilder.cli import group
from deckbuilder.preview.digests import digests
from deckbuilder.preview.slides import shown_slides
from deckbuilder.refresh.parts import Parts
from tests.preview.make import drafted, edit, write_project
from tests.refresh import edits

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.preview.state import ShownSlide

pytestmark = pytest.mark.slow


def _edited(root: Path, *made: tuple[edits.Edit, str]) -> list[ShownSlide]:
    """Return the slides of the report when its deck has been built and then edited by hand."""
    built = CliRunner().invoke(group, ["build", "2024-07", "--report", "bilar", "--project", str(root)])
    assert built.exit_code == 0, built.output
    deck = root / "output/bilar-2024-07.pptx"
    parts = Parts.of(deck.read_bytes())
    for change, target in made:
        change(parts, target)
    deck.write_bytes(parts.content())
    return _shown(root)


def _shown(root: Path) -> list[ShownSlide]:
    found = drafted(root)
    return list(shown_slides(found, digests(found.parts, [view.part for view in found.slides])))


def test_a_title_that_is_written_in_the_deck_is_what_is_shown(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    slides = _edited(root, (edits.retype, "diagram/title"))
    assert slides[2].title != "Nord kör mest"
    assert slides[2].movable


def test_slides_of_peoples_own_are_shown_and_cannot_be_moved(tmp_path: Path) -> None:
    slides = _edited(write_project(tmp_path), (edits.own_slide, "bilar"))
    own = [slide for slide in slides if slide.own]
    assert len(own) == 1
    assert (own[0].movable, own[0].type, own[0].figures) == (False, "", ())
    assert len({slide.key for slide in slides}) == 5


def test_a_copy_of_a_slide_has_a_key_of_its_own(tmp_path: Path) -> None:
    slides = _edited(write_project(tmp_path), (edits.duplicate_slide, "bilar"))
    assert [slide.key for slide in slides].count("bilar") == 1
    assert len({slide.key for slide in slides}) == len(slides) == 5


def test_a_hidden_slide_is_told(tmp_path: Path) -> None:
    slides = _edited(write_project(tmp_path), (edits.hide, "diagram"))
    assert [slide.id for slide in slides if slide.hidden] == ["diagram"]


def test_what_build_would_save_is_what_is_shown_to_the_byte(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    _edited(root, (edits.retype, "diagram/title"))
    edit(root / "input/2024-07/bilar.csv", "Syd;800", "Syd;810")
    shown = drafted(root).parts.content()
    CliRunner().invoke(group, ["build", "2024-07", "--report", "bilar", "--project", str(root)])
    assert (root / "output/bilar-2024-07.pptx").read_bytes() == shown


def test_a_table_that_goes_on_is_two_slides_of_which_the_first_can_be_moved(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    rows = "".join(f"Enhet {number};{number}00;900\n" for number in range(1, 60))
    (root / "input/2024-07/bilar.csv").write_text(f"Enhet;Utfall;Budget\n{rows}", encoding="utf-8")
    edit(root / "config/bilar.yaml", "kind: column", "kind: column\n    rows: [Enhet 1, Enhet 2]")
    parts = [slide for slide in _shown(root) if slide.id == "bilar"]
    assert len(parts) > 1
    assert [slide.key for slide in parts[:2]] == ["bilar", "bilar~2"]
    assert [slide.movable for slide in parts] == [True, *[False] * (len(parts) - 1)]
    assert sum(len(block["rows"]) for slide in parts for block in slide.outline if block["kind"] == "table") == 60


def test_the_alternative_text_names_the_title_and_tells_the_chart(tmp_path: Path) -> None:
    slides = _shown(write_project(tmp_path))
    assert slides[2].alt.startswith("Nord kör mest. Stapeldiagram")
