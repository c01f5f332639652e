from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.spec.document import read_document
from deckbuilder.spec.reuse import with_used_slides

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deckbuilder.spec.document import Document

MONTHLY = """\
slides:
  - {type: closing, id: slut, title: Slut}
  - type: chart
    id: läget
    title: Läget i juli
    figures: region
    highlight: Revision
"""


@pytest.fixture
def resolve(tmp_path: Path) -> Callable[[str], Document]:
    def read(name: str, text: str) -> Document:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return read_document(tmp_path / name, name)

    monthly = {"monthly": lambda: read("monthly.yaml", MONTHLY)}
    return lambda slides: with_used_slides(read("own.yaml", f"slides:\n{slides}"), monthly)


def _slides(document: Document) -> Any:
    return document.data["slides"]


def _fault(resolve: Callable[[str], Document], slides: str) -> str:
    with pytest.raises(ContentError) as caught:
        resolve(slides)
    return str(caught.value)


def test_a_used_slide_is_the_other_reports_own(resolve: Callable[[str], Document]) -> None:
    document = resolve("  - {use: monthly, id: läget}\n")
    assert _slides(document) == [
        {"type": "chart", "id": "läget", "title": "Läget i juli", "figures": "region", "highlight": "Revision"}
    ]


def test_keys_that_are_written_again_replace_those_of_the_other_report(resolve: Callable[[str], Document]) -> None:
    document = resolve("  - {type: agenda, id: a, title: A}\n  - use: monthly\n    id: läget\n    title: I augusti\n")
    assert _slides(document)[0] == {"type": "agenda", "id": "a", "title": "A"}
    assert _slides(document)[1]["title"] == "I augusti"


def test_a_key_without_a_value_takes_the_other_reports_away(resolve: Callable[[str], Document]) -> None:
    assert "highlight" not in _slides(resolve("  - use: monthly\n    id: läget\n    highlight:\n"))[0]


def test_every_part_is_placed_in_the_file_where_it_stands(resolve: Callable[[str], Document]) -> None:
    document = resolve("  - use: monthly\n    id: läget\n    title: I augusti\n")
    assert str(document.place(("slides", 0, "figures"))) == "monthly.yaml:6:14"
    assert str(document.place(("slides", 0, "figures"), key=True)) == "monthly.yaml:6:5"
    assert str(document.place(("slides", 0, "title"))) == "own.yaml:4:12"
    assert str(document.place(("slides", 0))) == "own.yaml:2:5"


def test_a_report_that_does_not_exist_is_told(resolve: Callable[[str], Document]) -> None:
    assert _fault(resolve, "  - {use: monthli, id: läget}\n") == (
        "own.yaml:2:11: Rapporten 'monthli' finns inte. Menade du 'monthly'? Rapporter att ta bilder från: monthly."
    )


def test_slides_that_do_not_exist_are_told_all_at_once(resolve: Callable[[str], Document]) -> None:
    assert _fault(resolve, "  - {use: monthly, id: lägen}\n  - {use: monthly}\n") == (
        "own.yaml:2:24: Bilden 'lägen' finns inte i monthly.yaml. Menade du 'läget'? "
        "Bilder som finns: slut och läget.\n"
        "own.yaml:3:5: Skriv med 'id' vilken bild det gäller. Bilder som finns: slut och läget."
    )


def test_a_report_without_used_slides_is_left_as_it_is(resolve: Callable[[str], Document]) -> None:
    assert _slides(resolve("  - {type: closing, id: slut, title: Slut}\n")) == [
        {"type": "closing", "id": "slut", "title": "Slut"}
    ]
