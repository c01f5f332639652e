"""Parts of a whole make up their whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.shown import categories, series, subtitle
from tests.builders.test_pages import build
from tests.golden import charts

if TYPE_CHECKING:
    from tests.workspace import Workspace

SICK = 'type: share\nfigures: sjukfranvaro_region\ncolumns: [1-14 dagar, 15-180 dagar, "Över 180 dagar"]\n'
TRAVEL = "type: share\nfigures: resekostnader\nrows: [totalt]\n"


def test_parts_are_shares_of_their_sum(workspace: Workspace) -> None:
    found = series(build(workspace, SICK + "whole: Totalt"))
    assert [round(values[-1] or 0, 2) for values in found.values()] == [43.64, 29.09, 27.27]


def test_percentages_without_a_whole_must_be_100(workspace: Workspace) -> None:
    assert build(workspace, SICK.strip()) == (
        "config/prov.yaml:7:14: DB425 1-14 dagar, 15-180 dagar och Över 180 dagar för jun 2023 är ingen helhet: "
        "delarna blir 5,8 och inte 100. Rätta siffrorna, välj alla delar i 'columns', eller ange 'whole' och 'rest'."
    )


def test_what_is_left_of_the_whole_is_a_part(workspace: Workspace) -> None:
    slide = build(workspace, SICK.replace(', "Över 180 dagar"', "") + "whole: Totalt\nrest: Längre")
    found = series(slide)
    assert list(found) == ["1-14 dagar", "15-180 dagar", "Längre"]
    assert round(sum(values[-1] or 0 for values in found.values()), 9) == 100
    assert subtitle(slide) == "Andel i procent, jun 2023–jun 2024"


def test_a_part_that_is_missing_leaves_its_column_empty_and_said_so(workspace: Workspace) -> None:
    workspace.edit("input/2024-07/sjukfranvaro.csv", "Västerbotten;2024-05;2,4;", "Västerbotten;2024-05;;", "utf-8-sig")
    slide = build(workspace, SICK + "whole: Totalt")
    assert categories(slide)[-2] == "maj\n(uppgift saknas)"
    assert [values[-2] for values in series(slide).values()] == [None, None, None]


def test_a_part_that_is_withheld_is_not_said_to_be_missing(workspace: Workspace) -> None:
    workspace.edit(
        "input/2024-07/sjukfranvaro.csv", "Västerbotten;2024-05;2,4;", "Västerbotten;2024-05;..;", "utf-8-sig"
    )
    assert categories(build(workspace, SICK + "whole: Totalt"))[-2] == "maj\n(skyddad uppgift)"


@pytest.mark.parametrize("option", ["whole", "rest"])
def test_an_empty_name_is_neither_a_whole_nor_a_rest(workspace: Workspace, option: str) -> None:
    fault = build(workspace, SICK + "whole: Totalt\nrest: Annat\n".replace(f"{option}: ", f'{option}: "" # '))
    assert f"'{option}' är tom. Skriv ett värde" in fault


def test_a_part_is_not_counted_twice(workspace: Workspace) -> None:
    fault = build(workspace, SICK.replace("15-180 dagar", "1-14 dagar"))
    assert fault.endswith(": DB404 Kolumnen '1-14 dagar' står redan i listan. Ta bort den ena.")


def test_a_rest_needs_a_whole(workspace: Workspace) -> None:
    assert build(workspace, SICK + "rest: Annat").endswith(
        ": DB421 Det som är kvar går bara att räkna ut av en helhet. Ange 'whole', eller ta bort 'rest'."
    )


def test_a_part_too_thin_for_its_number_has_none(workspace: Workspace) -> None:
    june = "Region Västerbotten;2024-06;2,4;1,6;1,5;5,5"
    workspace.edit("input/2024-07/sjukfranvaro.csv", june, june.replace("1,6;1,5", "3,0;0,1"), "utf-8-sig")
    chart = next(charts(build(workspace, SICK + "whole: Totalt")))
    shown = [label.findtext(".//{*}t") for label in list(chart._chartSpace.iter("{*}ser"))[-1].iter("{*}dLbl")]
    assert shown == ["26", "26", "27", "27", "27", "27", "27", "27", "27", "27", "28", "27"]


def test_bars_may_lie_down(workspace: Workspace) -> None:
    chart = next(charts(build(workspace, SICK + "whole: Totalt\nlying: true")))
    assert [bar.get("val") for bar in chart._chartSpace.iter("{*}barDir")] == ["bar"]
