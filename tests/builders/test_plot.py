"""Pictures of figures: a calendar of days, and how values spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder import plots
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

HEADER = "Vårdplatser\r\nDatum;Disponibla;Belagda\r\n"
CALENDAR = "type: plot\nkind: calendar_heat\nfigures: vardplatser\ncolumns: [belagda]"
SPREAD = "type: plot\nkind: distribution\nfigures: vardplatser\ncolumns: [belagda]"


def beds(workspace: Workspace, *rows: str) -> None:
    """Write the file of beds: a date, those that are open and those that are taken in each row."""
    text = HEADER + "".join(f"{row}\r\n" for row in rows)
    (workspace.root / "input/2024-07/vardplatser.csv").write_text(text, encoding="utf-8")


def alt(slide: Any) -> str:
    (picture,) = [shape for shape in slide.shapes if shape.name == "prov/plot"]
    return str(picture._element.nvPicPr.cNvPr.get("descr"))


def test_a_calendar_tells_its_highest_and_lowest_day_and_what_is_not_there(workspace: Workspace) -> None:
    beds(workspace, "2024-07-03;10;7", "2024-07-01;10;9", "2024-07-02;10;", "2024-07-04;10;<5", "2024-07-05;10;0")
    slide = build(workspace, CALENDAR)
    assert slide.slide_layout.name == "Bild"
    assert slide.placeholders[13].text == "Belagda per dag, antal, 1 juli–5 juli 2024"
    assert alt(slide) == (
        "Kalender: Vårdplatser i somatisk slutenvård per dygn. Belagda per dag, antal, 1 juli–5 juli 2024. "
        "5 dagar. Högst 1 juli 2024: 9. Lägst 5 juli 2024: 0. 1 dag saknas. 1 dag visas inte."
    )


def test_a_day_without_a_row_is_missing_but_not_a_weekday_that_never_is_there(workspace: Workspace) -> None:
    beds(workspace, "2024-07-05;10;5", "2024-07-08;10;8", "2024-07-19;10;7", "2024-07-22;10;6")
    assert alt(build(workspace, CALENDAR)).endswith(
        "6 dagar. Högst 8 juli 2024: 8. Lägst 5 juli 2024: 5. 2 dagar saknas."
    )


def test_days_that_are_not_chosen_are_not_missing(workspace: Workspace) -> None:
    beds(workspace, "2024-07-05;10;5", "2024-07-12;10;8", "2024-07-19;10;7")
    chosen = f"{CALENDAR}\nrows: ['2024-07-05', '2024-07-19']"
    assert alt(build(workspace, chosen)).endswith("2 dagar. Högst 19 juli 2024: 7. Lägst 5 juli 2024: 5.")


def test_a_single_day_is_in_the_singular(workspace: Workspace) -> None:
    beds(workspace, "2024-07-05;10;5")
    assert "Belagda per dag, antal, 5 juli 2024. 1 dag. Högst" in alt(build(workspace, CALENDAR))


def test_a_group_tells_of_values_that_have_no_place_on_its_scale(workspace: Workspace) -> None:
    beds(workspace, "2024-07-01;10;", "2024-07-02;10;<5", "2024-07-03;10;4", "2024-07-04;10;")
    assert alt(build(workspace, f"{SPREAD}\nby: month")).endswith(
        "juli 2024 (2 saknas, 1 visas inte): median 4, från 4 till 4."
    )


def test_a_spread_tells_median_ends_and_the_row_that_is_brought_out(workspace: Workspace) -> None:
    lines = "figures: hyrpersonal_per_region\ncolumns: [primarvard]\nhighlight: vasterbotten\ntext: Kort."
    slide = build(workspace, f"type: plot\nkind: distribution\n{lines}")
    assert slide.slide_layout.name == "Bild och text"
    assert alt(slide).endswith(
        "Primärvård: median −22\u00a0%, från −91\u00a0% till 27\u00a0%. Västerbotten: −5\u00a0%."
    )


def test_days_are_grouped_by_weekday_from_monday(workspace: Workspace) -> None:
    beds(workspace, "2024-07-07;10;7", "2024-07-01;10;9", "2024-07-08;10;5")
    assert alt(build(workspace, f"{SPREAD}\nby: weekday")).endswith(
        "1 juli–8 juli 2024. måndag: median 7, från 5 till 9. söndag: median 7, från 7 till 7."
    )


def test_days_are_grouped_by_month_in_order(workspace: Workspace) -> None:
    beds(workspace, "2024-01-07;10;7", "2023-12-31;10;9")
    assert alt(build(workspace, f"{SPREAD}\nby: month")).endswith(
        "31 december 2023–7 januari 2024. "
        "december 2023: median 9, från 9 till 9. januari 2024: median 7, från 7 till 7."
    )


def test_rows_that_are_no_days_are_refused(workspace: Workspace) -> None:
    fault = build(workspace, "type: plot\nkind: calendar_heat\nfigures: hyrpersonal_per_region\ncolumns: [totalt]")
    assert fault == (
        "config/prov.yaml:7:14: DB419 Raden 'Blekinge' är inget datum. "
        "Här behövs en rad per dag, skriven som 2024-07-31."
    )


def test_a_calendar_of_more_weeks_than_can_be_read_is_refused(workspace: Workspace) -> None:
    beds(workspace, "2022-07-01;10;7", "2024-07-01;10;9")
    assert build(workspace, CALENDAR) == (
        "config/prov.yaml:3:5: DB413 Kalendern går från 2022-07-01 till 2024-07-01, men högst 54 veckor går att läsa. "
        "Välj dagar i 'rows'."
    )


@pytest.mark.parametrize("lines", [CALENDAR, SPREAD])
def test_a_column_without_numbers_is_refused(workspace: Workspace, lines: str) -> None:
    beds(workspace, "2024-07-01;10;", "2024-07-02;10;<5")
    assert build(workspace, lines).startswith("config/prov.yaml:8:14: ")


def test_a_calendar_shows_one_column(workspace: Workspace) -> None:
    assert build(workspace, CALENDAR.replace("[belagda]", "[belagda, disponibla]")) == (
        "config/prov.yaml:8:14: DB412 Här kan bara en kolumn visas. Välj en i 'columns'."
    )


def test_an_unknown_row_to_bring_out_is_told_with_a_guess(workspace: Workspace) -> None:
    fault = build(
        workspace,
        "type: plot\nkind: distribution\nfigures: hyrpersonal_per_region\ncolumns: [totalt]\nhighlight: Västerboten",
    )
    assert "config/prov.yaml:9:16: DB402 Raden 'Västerboten' finns inte i siffrorna. Menade du 'vasterbotten'?" in fault


def test_without_matplotlib_it_is_told_what_to_install(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plots, "is_available", lambda: False)
    assert build(workspace, CALENDAR) == (
        "config/prov.yaml:5:11: DB431 Bildtypen plot ritas av matplotlib, som inte är installerat. "
        "Kör 'pip install matplotlib' i den miljö där deckbuilder är installerat."
    )
