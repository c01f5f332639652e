"""Microsoft's validator finds nothing in a merged deck that it did not find in the deck that people left."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from deckbuilder.refresh.base import packed
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from tests.refresh import edits
from tests.refresh.dressing import dressed
from tests.refresh.libreoffice import saved
from tests.refresh.powerpoint import rewrite
from tests.refresh.project import AFTER, BEFORE, Report, build
from tests.rendering import needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow
NEW = ("ny", "{type: chart, title: Ny bild, figures: utfall, kind: bar, columns: [utfall]}")
LESS = Report(slides=AFTER.without("utfall", "stapel", "fjall"), utfall=AFTER.utfall)
MIXED = Report(slides=(NEW, *AFTER.slides[::-1]), text=AFTER.text, utfall=AFTER.utfall, initiativ=AFTER.initiativ)
EDITS = {
    "retype": "laget/body",
    "add_paragraph": "laget/body",
    "delete": "stapel/chart",
    "duplicate": "utfall/table",
    "group": "nyckeltal/drawing/kort-1-value",
    "add_row": "utfall/table",
    "add_column": "initiativ/table",
    "change_chart_type": "stapel/chart",
    "change_picture": "fjall/picture",
    "duplicate_slide": "utfall",
    "move_slide": "stapel",
    "delete_slide": "initiativ",
    "hide": "stapel",
    "own_section": "vard",
    "delete_notes": "utfall",
}


def errors(content: bytes, folder: Path) -> Counter[tuple[str, str]]:
    """Return what the validator finds in a deck, with the kinds of parts that it is found in."""
    path = folder / "prov.pptx"
    path.write_bytes(content)
    said = subprocess.run(["ooxml-validator", str(path)], check=False, capture_output=True, text=True).stdout
    return Counter(
        (one["description"], (one["path"] or "").rstrip("0123456789.xml")) for one in json.loads(said)["errors"]
    )


def new_errors(theirs: bytes, report: Report, folder: Path) -> Counter[tuple[str, str]]:
    """Return what a merge of a report brings of errors into a deck."""
    return errors(merge(packed(build(BEFORE)), theirs, build(report)).content, folder) - errors(theirs, folder)


@needs("ooxml-validator")
@pytest.mark.parametrize("report", [AFTER, LESS, MIXED], ids=["changed", "less", "mixed"])
@pytest.mark.parametrize("as_saved", [bytes, rewrite, dressed], ids=["as built", "saved", "dressed"])
def test_a_merged_deck_is_as_valid_as_it_was(
    report: Report, as_saved: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    assert new_errors(as_saved(build(BEFORE)), report, tmp_path) == Counter()


@needs("ooxml-validator")
@pytest.mark.parametrize("edit", EDITS)
def test_a_merged_deck_that_people_have_edited_is_as_valid_as_it_was(edit: str, tmp_path: Path) -> None:
    deck = Parts.of(build(BEFORE))
    getattr(edits, edit)(deck, EDITS[edit])
    assert new_errors(deck.content(), AFTER, tmp_path) == Counter()


@needs("ooxml-validator")
def test_the_validator_finds_an_error_where_there_is_one(tmp_path: Path) -> None:
    deck = Parts.of(build(BEFORE))
    deck.put("ppt/slides/slide1.xml", deck.blobs["ppt/slides/slide1.xml"].replace(b"<p:cSld>", b'<p:cSld fel="1">'))
    assert errors(deck.content(), tmp_path) - errors(build(BEFORE), tmp_path)


@pytest.mark.rendering
@needs("ooxml-validator", "soffice")
@pytest.mark.parametrize("report", [AFTER, LESS, MIXED], ids=["changed", "less", "mixed"])
def test_a_deck_that_libreoffice_has_saved_is_as_valid_after_a_merge(report: Report, tmp_path: Path) -> None:
    assert new_errors(saved(build(BEFORE)), report, tmp_path) == Counter()
