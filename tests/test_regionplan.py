"""The strategy deck: it builds without a warning, and what it says in numbers is what was published."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from tests.builders.drawn import words as drawn
from tests.builders.shown import body
from tests.golden import FACTS, charts, plain, slides_of
from tests.workspace import REPO, copy_project

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow

NAME, PERIOD = "regionplan", "2023"


@pytest.fixture(scope="module")
def slides(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return slides_of(copy_project(tmp_path_factory.mktemp("regionplan") / "projekt"), NAME, PERIOD)


def facts() -> dict[str, str]:
    """Return the published numbers by name."""
    with (FACTS.parent / PERIOD / "regionplan.csv").open(encoding="utf-8", newline="") as file:
        return {row["Uppgift"]: row["Värde"] for row in csv.DictReader(file, delimiter=";")}


def bars(slide: Any) -> dict[str, float | None]:
    """Return the values of a slide's chart by category."""
    (chart,) = charts(slide)
    (series,) = chart.plots[0].series
    return dict(zip(map(str, chart.plots[0].categories), series.values, strict=True))


def number(text: str) -> float:
    return float(text.replace(",", "."))


def test_it_builds_without_a_warning_and_no_two_titles_are_the_same(slides: dict[str, Any]) -> None:
    titles = [slide.shapes.title.text for slide in slides.values()]
    assert 20 <= len(titles) <= 30
    assert len(set(titles)) == len(titles)


def test_the_deficits_are_the_published_ones_and_their_sum(slides: dict[str, Any]) -> None:
    names = ("Regionala utvecklingsnämnden", "Hälso- och sjukvårdsnämnden", "Regionstyrelsen")
    published = {name: number(facts()[name]) for name in names}
    assert bars(slides["underskott"]) == published
    together = f"{-sum(published.values()):.0f}"
    assert slides["underskott"].shapes.title.text == f"Nämnderna väntas gå {together}\u00a0Mkr sämre än budget"


def test_the_budget_is_the_published_one(slides: dict[str, Any]) -> None:
    assert f"{facts()['Minusbudget']}Mkr" in plain(" ".join(body(slides["underskott"])))


def test_the_investments_are_the_published_ones(slides: dict[str, Any]) -> None:
    published = facts()
    assert bars(slides["investeringsplan"]) == {
        "Hela planen": number(published["Investeringsplan"]),
        "varav fastigheter": number(published["Fastigheter"]),
    }
    title = slides["investeringsplan"].shapes.title.text
    assert re.findall(r"\d,\d", title) == [published["Fastigheter"], published["Investeringsplan"]]


def test_the_large_numbers_are_the_published_ones(slides: dict[str, Any]) -> None:
    published = facts()
    assert plain(drawn(slides["kompetens"])["value"]) == f"{published['Andel av möjliga medarbetare']}%"
    assert published["Behov av medarbetare"] in plain(" ".join(body(slides["kompetens"])))
    assert plain(drawn(slides["ekonomi"])["value"]) == f"{published['Underskott i verksamheten']}Mkr"


def test_a_changed_file_changes_the_slides(workspace: Workspace) -> None:
    workspace.edit(f"input/{PERIOD}/underskott.csv", "−271", "−300")
    workspace.edit(f"input/{PERIOD}/regionplan.csv", ";350;", ";365;")
    changed = slides_of(workspace, NAME, PERIOD)
    assert changed["underskott"].shapes.title.text.startswith("Nämnderna väntas gå 404\u00a0Mkr")
    assert plain(drawn(changed["ekonomi"])["value"]) == "365Mkr"


@pytest.mark.parametrize("file", [f"config/{NAME}.yaml", f"input/{PERIOD}/kommentarer.md"])
def test_no_number_of_the_publication_is_typed(file: str) -> None:
    text = re.sub(r"\{\{.*?\}\}", "", (REPO / file).read_text(encoding="utf-8"))
    typed = [
        value for value in facts().values() if re.search(rf"(?<![\d,]){re.escape(value.strip('-'))}(?![\d,])", text)
    ]
    assert typed == []
