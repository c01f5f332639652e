"""Slides are drawn as they look in the whole deck, and only those that have changed."""

from __future__ import annotations

from io import BytesIO
from time import monotonic, sleep
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from PIL import Image, ImageChops

from deckbuilder.office.errors import OfficeError
from deckbuilder.office.libreoffice import LibreOffice, find_libreoffice
from deckbuilder.office.pictures import page_pictures
from deckbuilder.preview import pictures as drawing
from deckbuilder.preview.digests import digests
from deckbuilder.preview.extraction import small_deck
from deckbuilder.preview.pictures import Pictures, Sheet
from deckbuilder.refresh.identity import slide_parts
from deckbuilder.refresh.parts import Parts
from tests.preview.make import drafted, edit, previewed, write_project
from tests.rendering import needs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pytest import MonkeyPatch  # noqa: PT013 -- only for the type

    from deckbuilder.preview.engine import Draft


def _digests(draft: Draft) -> dict[str, str]:
    found = digests(draft.parts, [view.part for view in draft.slides])
    return {view.id: found[view.part] for view in draft.slides}


def test_only_the_slide_that_has_changed_looks_new(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    before = _digests(drafted(root))
    assert _digests(drafted(root)) == before
    edit(root / "config/bilar.yaml", "Nord kör mest", "Nord kör längst")
    after = _digests(drafted(root))
    assert [id_ for id_ in after if after[id_] != before[id_]] == ["diagram"]


def test_a_slide_before_changes_the_others_only_by_their_numbers(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    before = _digests(drafted(root))
    edit(root / "config/bilar.yaml", "  # Det som", "  - {type: closing, id: ny, title: Ny}\n  # Det som")
    after = _digests(drafted(root))
    numbered = [id_ for id_ in before if after[id_] != before[id_]]
    assert numbered == ["bilar", "diagram", "atgarder"]
    edit(root / "config/bilar.yaml", "  - {type: closing, id: ny, title: Ny}\n", "")
    assert _digests(drafted(root)) == before


def test_new_numbers_in_a_chart_and_another_layout_look_new(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    before = _digests(drafted(root))
    edit(root / "input/2024-07/bilar.csv", "Nord;1200;1000", "Nord;1200;1001")
    after = _digests(drafted(root))
    assert [id_ for id_ in after if after[id_] != before[id_]] == ["bilar", "diagram"]
    _repaint(root / "layouts/region.pptx")
    painted = _digests(drafted(root))
    assert all(painted[id_] != after[id_] for id_ in after)


def _repaint(template: Path) -> None:
    parts = Parts.of(template.read_bytes())
    theme = next(name for name in parts.blobs if name.startswith("ppt/theme/theme1"))
    parts.put(theme, parts.blobs[theme].replace(b"<a:accent1><a:srgbClr val=", b"<a:accent1><a:srgbClr  val="))
    template.write_bytes(parts.content())


def test_a_small_deck_has_just_its_slides_and_what_they_need(tmp_path: Path) -> None:
    whole = drafted(write_project(tmp_path)).parts
    slides = slide_parts(whole)
    content = small_deck(whole, {slides[2]: 3})
    parts = Parts.of(content)
    assert slide_parts(parts) == [slides[2]]
    names = ZipFile(BytesIO(content)).namelist()
    assert len([name for name in names if name.startswith("ppt/slides/slide")]) == 1
    assert not [name for name in names if name.startswith(("customXml/", "ppt/notesSlides/"))]
    assert [name for name in names if name.startswith("ppt/charts/chart")]
    assert slide_parts(whole) == slides


@pytest.mark.rendering
@needs("soffice")
def test_a_slide_looks_the_same_alone_as_in_its_deck(tmp_path: Path) -> None:
    whole = drafted(write_project(tmp_path)).parts
    slides = slide_parts(whole)
    for slide in slides[1:]:
        whole.tree(slide).attrib.pop("show", None)
    program = find_libreoffice()
    assert program is not None
    with LibreOffice(program) as office:
        together = page_pictures(office.pdf(whole.content()), 800)
        alone = [page_pictures(office.pdf(small_deck(whole, {slide: n})), 800) for n, slide in enumerate(slides, 1)]
    assert [len(pictures) for pictures in alone] == [1] * len(slides)
    for number, (in_deck, (own,)) in enumerate(zip(together, alone, strict=True), start=1):
        assert _difference(in_deck, own) is None, f"slide {number}"


def _difference(one: bytes, other: bytes) -> tuple[int, int, int, int] | None:
    pictures = [Image.open(BytesIO(content)).convert("RGB") for content in (one, other)]
    return ImageChops.difference(*pictures).getbbox()


@pytest.mark.rendering
@needs("soffice")
def test_hidden_slides_are_drawn_too(tmp_path: Path) -> None:
    whole = drafted(write_project(tmp_path)).parts
    slides = slide_parts(whole)
    whole.tree(slides[1]).set("show", "0")
    whole.touch(slides[1])
    program = find_libreoffice()
    assert program is not None
    with LibreOffice(program) as office:
        hidden = Parts.of(whole.content())
        assert len(page_pictures(office.pdf(small_deck(hidden, {slides[0]: 1, slides[1]: 2})), 200)) == 2


@pytest.mark.rendering
@needs("soffice")
def test_a_changed_slide_gets_its_new_picture_and_the_others_keep_theirs(tmp_path: Path) -> None:
    with previewed(write_project(tmp_path), office=True) as preview:
        before = preview.state(lambda now: bool(now["slides"]) and all(slide["picture"] for slide in now["slides"]))
        edit(preview.root / "config/bilar.yaml", "Nord kör mest", "Nord kör längst")
        changed = preview.state(
            lambda now: now["slides"][2]["title"] == "Nord kör längst" and bool(now["slides"][2]["picture"])
        )
        was, now = ([slide["picture"] for slide in state["slides"]] for state in (before, changed))
        assert [one == other for one, other in zip(was, now, strict=True)] == [True, True, False, True]
        status, headers, content = preview.ask(f"picture/{now[2]}.png")
        assert (status, headers["Content-Type"]) == (200, "image/png")
        assert "immutable" in headers["Cache-Control"]
        assert Image.open(BytesIO(content)).size == (1600, 900)


def _settled(pictures: Pictures, sheets: list[Sheet]) -> None:
    deadline = monotonic() + 30
    while not all(sheet.digest in pictures.ready() or sheet.digest in pictures.faults for sheet in sheets):
        assert monotonic() < deadline
        sleep(0.01)


def _sheets(parts: Parts) -> list[Sheet]:
    slides = slide_parts(parts)
    found = digests(parts, slides)
    return [Sheet(slide, number, found[slide]) for number, slide in enumerate(slides, start=1)]


class _Office(LibreOffice):
    """A LibreOffice that cannot draw a deck with a certain slide in it."""

    def start(self) -> None:
        """Need no start."""

    def pdf(self, deck: bytes, options: Mapping[str, bool] | None = None) -> bytes:  # noqa: ARG002 -- its form
        """Return the number of slides in place of a PDF."""
        if b"Nord" in b"".join(ZipFile(BytesIO(deck)).read(name) for name in _slides(deck)):
            raise OfficeError("LibreOffice kunde inte göra en PDF av rapporten.", "DB851")
        return str(len(_slides(deck))).encode()


def _slides(deck: bytes) -> list[str]:
    return [name for name in ZipFile(BytesIO(deck)).namelist() if name.startswith("ppt/slides/slide")]


def test_a_slide_that_cannot_be_drawn_does_not_take_others_with_it(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "page_pictures", lambda pdf, _: [b"PNG"] * int(pdf))
    write_project(tmp_path)
    parts = drafted(tmp_path).parts
    sheets = _sheets(parts)
    told: list[int] = []
    pictures = Pictures(lambda: told.append(1), _Office(tmp_path / "soffice"))
    pictures.start()
    pictures.want(parts, sheets)
    _settled(pictures, sheets)
    pictures.close()
    bad = {sheet.digest for sheet in sheets if b"Nord" in parts.blobs[sheet.part]}
    assert 0 < len(bad) < len(sheets)
    assert pictures.faults == bad
    assert set(pictures.ready()) == {sheet.digest for sheet in sheets} - bad
    assert told


def test_what_has_just_changed_is_drawn_before_what_still_waits(tmp_path: Path) -> None:
    sheets = [Sheet(f"s{number}", number, f"d{number}") for number in range(1, 9)]
    parts = drafted(write_project(tmp_path)).parts
    pictures = Pictures(lambda: None)
    pictures.want(parts, sheets)
    pictures.want(parts, [*sheets[:6], Sheet("s7", 7, "ny"), sheets[7]])
    assert [sheet.digest for sheet in pictures._waiting] == ["ny", "d1", "d2", "d3", "d4", "d5", "d6", "d8"]


def test_old_pictures_are_forgotten_but_none_that_is_shown(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "_MOST", 3)
    parts = drafted(write_project(tmp_path)).parts
    pictures = Pictures(lambda: None)
    pictures._kept = dict.fromkeys("abcdef", b"PNG")
    pictures.want(parts, [Sheet("s", 1, "a"), Sheet("t", 2, "f")])
    pictures._forget()
    assert sorted(pictures.ready()) == ["a", "e", "f"]
