"""Key figures as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.builders.drawn import alternative, named, texts
from tests.builders.test_pages import build
from tests.golden import plain

if TYPE_CHECKING:
    from tests.workspace import Workspace

DEBT = "figure: nyckeltal.laneskuld.varde, label: Låneskuld"
SICK = "figure: sjukfranvaro_region.jamforelse.totalt.nu, label: Sjukfrånvaro"
CHANGE = "change: sjukfranvaro_region.jamforelse.totalt.forandring, since: sedan förra året"
RESULT = "figure: region.totalt.ack_utfall, label: Resultat"


def _cards(*cards: str) -> str:
    return "type: kpi\ncards:\n" + "\n".join(f"  - {{{card}}}" for card in cards)


def test_a_card_has_value_change_target_and_curve(workspace: Workspace) -> None:
    card = f"{SICK}, {CHANGE}, better: lower, target: 5, trend: sjukfranvaro_region.totalt"
    slide = build(workspace, _cards(card))
    assert [plain(text) for text in texts(slide)] == [
        "Sjukfrånvaro", "5,5%", "↓ -0,2%-enheter sedan förra året, bättre", "Mål 5,0%, nås inte", "jun 2023–jun 2024",
    ]  # fmt: skip
    assert named(slide, "kort-1-kurva")


def test_the_other_direction_is_the_other_verdict(workspace: Workspace) -> None:
    slide = build(workspace, _cards(f"{SICK}, {CHANGE}, better: higher, target: 5"))
    assert texts(slide)[2].endswith(", sämre")
    assert texts(slide)[3].endswith(", nås")


def test_a_change_that_is_shown_as_zero_is_no_news(workspace: Workspace) -> None:
    slide = build(workspace, _cards(f"{SICK}, {CHANGE}, better: lower, decimals: 0"))
    assert plain(texts(slide)[2]) == "→ 0%-enheter sedan förra året, oförändrat"


@pytest.mark.parametrize(
    ("better", "target", "words"),
    [
        ("higher", 5, "nås"),
        ("lower", 5, "nås inte"),
        ("lower", 6, "nås"),
        ("higher", 6, "nås nästan"),
        ("higher", 7, "nås inte"),
    ],
)
def test_a_target_is_judged_on_the_unrounded_value(workspace: Workspace, better: str, target: int, words: str) -> None:
    """The value is 5,5 and shown as 6: the words contradict neither."""
    slide = build(workspace, _cards(f"{SICK}, better: {better}, decimals: 0, target: {target}"))
    (said,) = [plain(text) for text in texts(slide) if text.startswith("Mål")]
    assert said == f"Mål {target}%, {words}"


def test_a_target_may_be_a_figure_of_the_same_unit(workspace: Workspace) -> None:
    slide = build(workspace, _cards(f"{RESULT}, unit: mkr, better: higher, target: region.totalt.ack_budget"))
    assert plain(texts(slide)[-1]) == "Mål -143Mkr, nås"
    fault = build(workspace, _cards(f"{SICK}, target: region.totalt.ack_budget"))
    assert fault.endswith("Målet är i tkr, men talet i procent. Välj ett mål i samma enhet.")


def test_a_change_in_per_cent_of_money_keeps_its_unit(workspace: Workspace) -> None:
    card = "figure: resekostnader.totalt.utfall, label: Resor, unit: mkr, change: resekostnader.totalt.mot_plan_procent"
    assert plain(texts(build(workspace, _cards(card)))[-1]).partition("%")[2] == ", sämre"


def test_money_is_shown_in_the_unit_that_is_asked_for(workspace: Workspace) -> None:
    slide = build(workspace, _cards(f"{RESULT}, unit: mkr, target: -50, better: higher"))
    assert [plain(text) for text in texts(slide)] == ["Resultat", "-100Mkr", "Mål -50Mkr, nås inte"]


def test_the_alternative_text_holds_the_figures(workspace: Workspace) -> None:
    slide = build(workspace, _cards(DEBT, f"{SICK}, {CHANGE}, better: lower"))
    assert plain(alternative(slide)) == (
        "Nyckeltal. Låneskuld: 2220Mkr. Sjukfrånvaro: 5,5%, -0,2%-enheter sedan förra året, bättre."
    )


def test_missing_withheld_and_zero_are_three_things(workspace: Workspace) -> None:
    book = load_workbook(path := workspace.root / "input/2024-07/nyckeltal.xlsx")
    for row in book.active.iter_rows(min_row=3):
        row[1].value = {"Låneskuld": None, "Likviditet lägst": "..", "Likviditet högst": 0}.get(
            row[0].value, row[1].value
        )
    book.save(path)
    names = ("laneskuld", "likviditet_lagst", "likviditet_hogst")
    slide = build(workspace, _cards(*(f"figure: nyckeltal.{name}.varde, label: {name}" for name in names)))
    assert [plain(text) for text in texts(slide)[1::2]] == ["saknas", "..", "0Mkr"]


def test_a_sum_of_the_rows_is_no_point_of_the_curve(workspace: Workspace) -> None:
    slide = build(workspace, _cards(f"{DEBT}, trend: resekostnader.utfall"))
    assert texts(slide)[-1] == "Regionförvaltningen–Revision"


@pytest.mark.parametrize(("count", "rows"), [(4, 1), (5, 2), (8, 2)])
def test_more_than_four_cards_stand_in_two_rows(workspace: Workspace, count: int, rows: int) -> None:
    slide = build(workspace, _cards(*[DEBT] * count))
    panels = [shape for n in range(1, count + 1) for shape in named(slide, f"kort-{n}-yta")]
    assert len(panels) == count
    assert len({panel.top for panel in panels}) == rows


def test_nine_cards_are_refused(workspace: Workspace) -> None:
    assert build(workspace, _cards(*[DEBT] * 9)) == "config/prov.yaml:7:7: DB109 'cards' får ha högst 8 värden."


def test_a_reference_to_nothing_is_told_at_its_line(workspace: Workspace) -> None:
    fault = build(workspace, _cards(DEBT, f"{DEBT}, change: nyckeltal.laneskuld.vrde"))
    assert fault == (
        "config/prov.yaml:8:71: DB402 Kolumnen 'vrde' finns inte i siffrorna. Menade du 'varde'? Välj bland varde."
    )


@pytest.mark.parametrize("option", ["change", "target"])
def test_a_status_is_neither_a_change_nor_a_target(workspace: Workspace, option: str) -> None:
    fault = build(workspace, _cards(f"{DEBT}, {option}: uppdrag.mindre_hyrpersonal.status"))
    assert "'uppdrag.mindre_hyrpersonal.status' är 'delvis, oförändrad' och inget tal." in fault


def test_a_curve_needs_numbers(workspace: Workspace) -> None:
    fault = build(workspace, _cards(f"{DEBT}, trend: uppdrag.status"))
    assert fault.endswith(
        "'uppdrag.status' har inga tal att dra en kurva genom. Välj en kolumn med tal, eller ta bort 'trend'."
    )


def test_a_share_is_not_shown_as_money(workspace: Workspace) -> None:
    assert build(workspace, _cards(f"{SICK}, unit: mkr")).endswith(
        "Talet är inte i kronor och kan inte visas i mkr. Ta bort 'unit'."
    )
