"""What is said of a file at its sources."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.months.deliveries import Delivery, month
from deckbuilder.period import Period
from deckbuilder.project import Project
from tests.months.make import project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workspace import Workspace


def _deliveries(made: Workspace, code: str = "2024-08") -> dict[str, Delivery]:
    period = Period.parse(code)
    return {one.file: one for one in month(Project(made.root), "prov", period, period.previous).deliveries}


def test_a_file_has_its_slides_owner_and_day_in_the_month_after(tmp_path: Path) -> None:
    assert _deliveries(project(tmp_path))["initiativ.csv"] == Delivery(
        "initiativ.csv", ("initiativ",), ("initiativ",), "portföljchef", date(2024, 9, 14), is_carried=True
    )


@pytest.mark.parametrize(
    ("code", "day"), [("2024-08", "2024-09-30"), ("2025-01", "2025-02-28"), ("2024-12", "2025-01-31")]
)
def test_a_day_that_the_month_lacks_is_its_last(tmp_path: Path, code: str, day: str) -> None:
    made = project(tmp_path)
    made.edit("config/sources.yaml", "due: 10", "due: 31")
    assert _deliveries(made, code)["utfall.csv"].due == date.fromisoformat(day)


@pytest.mark.parametrize(("code", "is_renewed"), [("2024-08", False), ("2024-12", True), ("2024-T3", True)])
def test_a_file_of_certain_months_is_expected_in_these_only(tmp_path: Path, code: str, is_renewed: bool) -> None:
    made = project(tmp_path)
    made.edit("config/sources.yaml", "    done: {Tid: Klar*}\n", "    months: [juni, december]\n")
    found = _deliveries(made, code)["initiativ.csv"]
    assert (found.is_renewed, found.due is not None) == (is_renewed, is_renewed)


@pytest.mark.parametrize("file", ["../utfall-{{ period.code }}.csv", "/utfall.csv"])
def test_a_file_outside_the_periods_folder_is_told(tmp_path: Path, file: str) -> None:
    """`new` would write it there."""
    made = project(tmp_path)
    made.edit("config/sources.yaml", "{file: utfall.csv,", f'{{file: "{file}",')
    with pytest.raises(ContentError, match=r"DB202|ligger utanför input/2024-08. Lägg den i mappen."):
        _deliveries(made)


def test_a_report_without_a_list_of_slides_is_told(tmp_path: Path) -> None:
    made = project(tmp_path)
    (made.root / "config/prov.yaml").write_text("title: Prov\nslides: 5\n", encoding="utf-8")
    with pytest.raises(ContentError, match="'slides' ska vara en lista"):
        _deliveries(made)


def test_sources_that_share_a_file_say_the_same_of_it(tmp_path: Path) -> None:
    made = project(tmp_path)
    made.edit("config/sources.yaml", "{file: vantande.csv,", "{file: utfall.csv,")
    with pytest.raises(ContentError) as caught:
        _deliveries(made)
    assert str(caught.value) == (
        "config/sources.yaml:10:54: Källorna 'utfall' och 'vantande' delar filen 'utfall.csv', men har olika 'owner'. "
        "Skriv det bara vid den ena."
    )


def test_one_of_two_sources_may_speak_for_the_file(tmp_path: Path) -> None:
    made = project(tmp_path)
    made.edit("config/sources.yaml", "{file: vantande.csv, header: Månad, owner: vårdcontroller}",
              "{file: utfall.csv, header: Månad}")  # fmt: skip
    found = _deliveries(made)["utfall.csv"]
    assert (found.sources, found.owner, found.slides) == (
        ("utfall", "vantande"),
        "ekonomichef",
        ("utfall", "sommaren", "vantande"),
    )


def test_pictures_of_the_month_are_to_come_too(tmp_path: Path) -> None:
    made = project(tmp_path, "  - {type: image, id: bild, title: Bild, file: karta.png, alt: En karta}\n")
    assert _deliveries(made)["karta.png"] == Delivery("karta.png", (), ("bild",))
    (tmp_path / "config/bilder").mkdir()
    (tmp_path / "config/bilder/karta.png").touch()
    assert "karta.png" not in _deliveries(made)
