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


@pytest.mark.parametrize(("use", "id_"), [("[monthly]", "slut"), ("{a: 1}", "slut"), ("", "slut")])
def test_what_is_no_name_of_a_report_is_told(resolve: Callable[[str], Document], use: str, id_: str) -> None:
    said = "Skriv med 'use' namnet på rapporten att ta bilden ur. Rapporter att ta bilder från: monthly."
    assert said in _fault(resolve, f"  - use: {use}\n    id: {id_}\n")


@pytest.mark.parametrize("id_", ["[slut]", "{a: 1}", ""])
def test_what_is_no_id_of_a_slide_is_told(resolve: Callable[[str], Document], id_: str) -> None:
    said = "Skriv med 'id' vilken bild det gäller. Bilder som finns: slut och läget."
    assert said in _fault(resolve, f"  - use: monthly\n    id: {id_}\n")


def _other(tmp_path: Path, slides: str) -> str:
    """Return what is said of a slide `a` that is taken from a report with these slides."""
    for name, text in (("own.yaml", "slides:\n  - {use: other, id: a}\n"), ("other.yaml", f"slides: {slides}\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    own, other = (read_document(tmp_path / name, name) for name in ("own.yaml", "other.yaml"))
    with pytest.raises(ContentError) as caught:
        with_used_slides(own, {"other": lambda: other})
    return str(caught.value).split(": ", maxsplit=1)[1]


@pytest.mark.parametrize("slides", ["5", "text", "{a: 1}", "[5, a, {id: [a]}, {id: {a: 1}}]", ""])
def test_a_report_whose_slides_are_wrong_has_none_to_take(tmp_path: Path, slides: str) -> None:
    assert _other(tmp_path, slides) == "Bilden 'a' finns inte i other.yaml. Bilder som finns: inga."


def test_two_slides_of_one_id_are_not_chosen_between(tmp_path: Path) -> None:
    said = "Bilden 'a' står 2 gånger i other.yaml. Ge bilderna där olika id."
    assert _other(tmp_path, "[{id: a, type: closing}, {id: a, type: title}]") == said


def test_a_slide_that_the_other_report_has_taken_itself_is_pointed_to(tmp_path: Path) -> None:
    said = "Bilden 'a' i other.yaml är själv hämtad ur 'third'. Ta den därifrån: use: third."
    assert _other(tmp_path, "[{use: third, id: a}]") == said


def test_a_report_without_used_slides_is_left_as_it_is(resolve: Callable[[str], Document]) -> None:
    assert _slides(resolve("  - {type: closing, id: slut, title: Slut}\n")) == [
        {"type": "closing", "id": "slut", "title": "Slut"}
    ]


def test_a_report_cannot_take_slides_from_itself(resolve: Callable[[str], Document]) -> None:
    assert _fault(resolve, "  - {use: own, id: läget}\n") == (
        "own.yaml:2:11: En rapport kan inte ta bilder ur sig själv. Skriv namnet på en annan rapport."
    )
