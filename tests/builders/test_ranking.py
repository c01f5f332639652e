"""A ranking is in order, and says what it cannot rank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.shown import categories, series, subtitle
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

FILE = "input/2024-07/hyrpersonal_per_region.csv"
RANKING = "type: ranking\nfigures: hyrpersonal_per_region\ncolumn: totalt\nown: Västerbotten\n"


def test_units_stand_in_order_of_size(workspace: Workspace) -> None:
    slide = build(workspace, RANKING)
    (values,) = series(slide).values()
    assert values == sorted((value for value in values if value is not None), reverse=True)
    assert (categories(slide)[0], categories(slide)[-1]) == ("Västerbotten", "Stockholm")
    assert subtitle(slide) == "Procent, juli 2024. Västerbotten har plats 1 av 21, högst värde först"


def test_the_lowest_may_stand_first(workspace: Workspace) -> None:
    slide = build(workspace, RANKING + "order: lowest")
    assert categories(slide)[0] == "Stockholm"
    assert subtitle(slide).endswith("Västerbotten har plats 21 av 21, lägst värde först")


def test_equal_values_share_a_place(workspace: Workspace) -> None:
    slide = build(workspace, RANKING.replace("Västerbotten", "Jämtland Härjedalen"))
    assert subtitle(slide).endswith("Jämtland Härjedalen delar plats 4 av 21, högst värde först")


def test_the_withheld_and_the_missing_come_last_and_are_told_apart(workspace: Workspace) -> None:
    workspace.edit(FILE, "Blekinge;−6%", "Blekinge;", "utf-8-sig")
    workspace.edit(FILE, "Dalarna;−26%", "Dalarna;..", "utf-8-sig")
    slide = build(workspace, RANKING)
    assert categories(slide)[-2:] == ["Dalarna (skyddad uppgift)", "Blekinge (uppgift saknas)"]
    assert next(iter(series(slide).values()))[-2:] == [None, None]
    assert "plats 1 av 19" in subtitle(slide)


def test_what_units_are_compared_with_has_no_place_of_its_own(workspace: Workspace) -> None:
    slide = build(workspace, RANKING.replace("own: Västerbotten", "own: Skåne") + "reference: Stockholm")
    assert subtitle(slide).endswith("Skåne har plats 20 av 20, högst värde först. Stockholm visas som jämförelse")


def test_an_own_unit_that_is_not_there_is_told_at_its_key(workspace: Workspace) -> None:
    assert build(workspace, RANKING.replace("Västerbotten", "Västerbottn")).startswith(
        "config/prov.yaml:8:10: DB402 Raden 'Västerbottn' finns inte i siffrorna. Menade du 'vasterbotten'?"
    )
