"""The report for August 2022: the published waiting list, and figures that stand in its input and nowhere else."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from input import make_2022_08
from input.sample import Files
from tests.golden import cached, charts, disagreements, slides_of
from tests.workspace import REPO, Workspace, copy_project

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
NAME, PERIOD = "augusti-2022", "2022-08"
INPUT = f"input/{PERIOD}"


@pytest.fixture(scope="module")
def slides(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return slides_of(copy_project(tmp_path_factory.mktemp("augusti") / "projekt"), NAME, PERIOD)


def words(slide: Any) -> str:
    """Return every paragraph of a slide as a line, those of tables and drawings too."""
    return "\n".join("".join(paragraph.itertext()) for paragraph in slide._element.iter(_PARAGRAPH))


def rows_of(name: str, folder: str = INPUT) -> list[dict[str, str]]:
    """Return the rows of a CSV file below its title line."""
    with (REPO / folder / name).open(encoding="utf-8-sig", newline="") as file:
        lines = list(file)
    return list(csv.DictReader(lines[1:] if folder == INPUT else lines, delimiter=";"))


def test_it_builds_without_a_warning(slides: dict[str, Any]) -> None:
    assert len(slides) >= 35


def test_the_26_published_numbers_stand_in_the_chart_and_in_its_workbook(slides: dict[str, Any]) -> None:
    published = rows_of("vantande_over_90.csv", f"tests/facts/{PERIOD}")
    expected = [[row[form] for row in published] for form in ("forstabesok", "atgard")]
    assert [len(numbers) for numbers in expected] == [13, 13]
    (chart,) = charts(slides["vantande-over-90"])
    assert [values for values in cached(chart).values() if values in expected] == expected
    assert disagreements(chart) == []


def test_punctuality_is_the_last_row_of_its_file(slides: dict[str, Any]) -> None:
    row = next(row for row in rows_of("punktlighet.csv") if row["Månad"] == "2022-07")
    shown = words(slides["norrtag-punktlighet"])
    assert {row["Inom 15 minuter"], row["Inom 5 minuter"]} == {"89\u00a0%", "78\u00a0%"}
    assert row["Inom 15 minuter"] in shown
    assert row["Inom 5 minuter"] in shown


def test_satisfaction_is_the_last_row_of_its_file(slides: dict[str, Any]) -> None:
    row = next(row for row in rows_of("nki.csv") if row["Månad"] == "2022-08")
    shown = words(slides["nki"])
    assert (row["Västerbotten"], row["Riket"]) == ("53\u00a0%", "52\u00a0%")
    assert row["Västerbotten"] in shown
    assert row["Riket"] in shown


def test_availability_is_that_of_its_workbook(slides: dict[str, Any]) -> None:
    sheet = load_workbook(REPO / INPUT / "tillganglighet_service.xlsx")["Måluppfyllelse"]
    first, second, target = next(row[1:] for row in sheet.values if row[0] == "VO totalt")
    assert (first, second, target) == (0.937, 0.974, 1)
    shown = words(slides["tillganglighet-service"])
    for share in (f"{number * 100:.1f}" for number in (first, second, target)):
        assert f"{share.replace('.', ',')}\u00a0%" in shown


@pytest.mark.parametrize(
    ("slide", "file", "old", "new", "shown"),
    [
        (
            "norrtag-punktlighet",
            "punktlighet.csv",
            "2022-07;89\u00a0%;78\u00a0%",
            "2022-07;83\u00a0%;71\u00a0%",
            "83 71",
        ),
        ("nki", "nki.csv", "2022-08;53\u00a0%;52\u00a0%", "2022-08;57\u00a0%;58\u00a0%", "57 58"),
    ],
)
def test_a_changed_file_changes_the_slide(
    workspace: Workspace, slide: str, file: str, old: str, new: str, shown: str
) -> None:
    workspace.edit(f"{INPUT}/{file}", old, new)
    text = words(slides_of(workspace, NAME, PERIOD)[slide])
    for number in shown.split():
        assert f"{number}\u00a0%" in text
    for number in re.findall(r"\d+(?=\u00a0%)", old):
        assert f"{number}\u00a0%" not in text


def test_a_changed_workbook_changes_the_slide(workspace: Workspace) -> None:
    path = workspace.root / INPUT / "tillganglighet_service.xlsx"
    book = load_workbook(path)
    sheet = book["Måluppfyllelse"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "VO totalt")
    row[1].value, row[2].value = 0.912, 0.961
    book.save(path)
    text = words(slides_of(workspace, NAME, PERIOD)["tillganglighet-service"])
    assert "91,2\u00a0%" in text
    assert "96,1\u00a0%" in text
    assert "97,4" not in text


@pytest.mark.parametrize("file", [f"config/{NAME}.yaml", f"{INPUT}/kommentarer.md"])
def test_no_figure_is_typed_where_sentences_are_written(file: str) -> None:
    text = (REPO / file).read_text(encoding="utf-8")
    text = re.sub(r"\{\{.*?\}\}|\b[a-z_]+\.[\w.]+|^ *#.*$|^ *(?:id|columns): .*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\b(?:Ju|SOU )?(?:19|20)\d\d(?:[:-]\d+)?\b|\b1 oktober\b|\btertial 1\b", "", text)
    limits = {"90": "dagar", "15": "minuter", "5": "minuter"}
    typed = [(number.strip(), word) for number, word in re.findall(r"(\d[\d ,.]*)\W*(\w*)", text)]
    assert [one for one in typed if one not in limits.items()] == []


def test_the_example_says_so_on_every_slide_that_shows_it(slides: dict[str, Any]) -> None:
    made_up = {
        "resultat_region", "nettokostnad_per_manad",
        "investeringar", "omstallningsplan", "pensionskostnader", "patientnamnden", "paminnelser",
        "effekthemtagning", "fastighetsportfolj", "utvecklingsportfolj", "nki", "punktlighet", "tillganglighet_service",
    }  # fmt: skip
    shows = {id_: words(slide) for id_, slide in slides.items()}
    silent = [
        id_ for id_, text in shows.items() if "EXEMPEL" not in text and any(f"{name}." in text for name in made_up)
    ]
    assert silent == []
    assert "EXEMPEL" in shows["vardgaranti"]  # the shares rest on example data, the number over 90 days does not


def test_the_script_makes_the_files_that_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_2022_08, "TARGET", tmp_path)
    monkeypatch.setattr(make_2022_08, "FILES", Files(tmp_path, make_2022_08.FILES.saved))
    make_2022_08.main()
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in (REPO / INPUT).iterdir() if path.suffix != ".md"}
    assert made == kept
