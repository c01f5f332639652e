"""A control chart tells what is more than chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.shown import alternatives, body, end_place, series
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

WAITING = "type: control_chart\nfigures: vantande.over_90\ncolumn: Förstabesök\n"
SICK = "type: control_chart\nfigures: sjukfranvaro_region\ncolumn: Totalt\n"


def test_it_says_what_the_rules_found_the_latest_first(workspace: Workspace) -> None:
    assert body(build(workspace, WAITING + "better: lower")) == [
        "Sämre: jul 2024 ligger över övre gränsen",
        "Bättre: åtta månader i rad under medel nov 2023–jun 2024",
        "▲ och ▼ visar det som är mer än slump. Medel och gränser är räknade på jul 2023–jul 2024",
    ]


def test_without_a_direction_nothing_is_good_or_bad(workspace: Workspace) -> None:
    assert body(build(workspace, WAITING))[0] == "Jul 2024 ligger över övre gränsen"


def test_mean_and_limits_are_level_lines(workspace: Workspace) -> None:
    found = series(build(workspace, WAITING))
    assert [round(value or 0) for value in found["Medel"]] == [4763] * 13
    assert [round(value or 0) for value in found["Övre gräns"]] == [5503] * 13
    assert [round(value or 0) for value in found["Undre gräns"]] == [4024] * 13


def test_points_that_a_rule_has_found_are_marked(workspace: Workspace) -> None:
    marked = series(build(workspace, WAITING))["Mer än slump"]
    assert [number for number, value in enumerate(marked) if value is not None] == list(range(4, 13))


def test_the_names_at_the_lines_ends_stand_beside_the_sign_over_the_last_point(workspace: Workspace) -> None:
    assert end_place(build(workspace, WAITING)) > 0
    assert end_place(build(workspace, "type: chart\nfigures: vantande.andel\nkind: line\nlabels: last")) == 0


def test_limits_may_be_made_of_the_first_points(workspace: Workspace) -> None:
    slide = build(workspace, WAITING + "baseline: 10")
    assert body(slide)[-1].endswith("Medel och gränser är räknade på jul 2023–apr 2024")
    assert round(series(slide)["Medel"][0] or 0) == 4680


def test_points_beyond_the_same_limit_are_said_together(workspace: Workspace) -> None:
    said = body(build(workspace, SICK + "better: lower"))
    assert said[:2] == [
        "Bättre: sju månader ligger under undre gränsen, senast jun 2024",
        "Bättre: sju månader i rad under medel sedan dec 2023",
    ]


def test_limits_that_would_be_written_the_same_get_a_decimal_more(workspace: Workspace) -> None:
    (alt,) = alternatives(build(workspace, SICK))
    assert "Medel 5,56, övre gräns 5,61 och undre gräns 5,52." in alt


def test_too_few_points_have_no_limits(workspace: Workspace) -> None:
    assert build(workspace, "type: control_chart\nfigures: personalkostnad_arlig") == (
        "config/prov.yaml:6:14: DB415 Gränserna skulle bygga på 5 värden, men det behövs minst 10. "
        "Ta med fler punkter, eller visa siffrorna med bildtypen run_chart."
    )


def test_a_gap_is_a_gap_and_nothing_found_is_said(workspace: Workspace) -> None:
    november = "Regionstyrelsens förvaltning;2023-11;"
    path = workspace.root / "input/2024-07/sjukfranvaro.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    kept = [f"{november};;;" if line.startswith(november) else line for line in lines]
    path.write_text("\r\n".join(kept), encoding="utf-8-sig")
    slide = build(workspace, SICK.replace("sjukfranvaro_region", "sjukfranvaro_regionstyrelsen"))
    assert body(slide)[0] == "Inget tyder på en förändring: variationen är inte större än slumpen förklarar"
    assert series(slide)["Totalt"][5] is None


def test_staffs_own_words_come_after(workspace: Workspace) -> None:
    assert body(build(workspace, WAITING + 'text: "Sommaren märks."'))[-1] == "Sommaren märks."
