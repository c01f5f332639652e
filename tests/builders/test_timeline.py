"""Events keep clear of each other, phases have their names, and now is where the report is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.drawn import alternative, overlapping, shapes, words
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

TWO = "type: timeline\nevents:\n  - {when: 2024-09, title: Sedan}\n  - {when: 2024-01-15, title: Först}\n"


def test_events_stand_in_order_of_time_with_their_dates_written_out(workspace: Workspace) -> None:
    found = words(build(workspace, TWO))
    assert (found["event-1"], found["event-2"]) == ("15 januari 2024\nFörst", "September 2024\nSedan")


def test_the_reports_month_is_marked_and_what_is_past_has_a_filled_dot(workspace: Workspace) -> None:
    slide = build(workspace, TWO)
    months = [name for name, text in words(slide).items() if text == "jul"]
    parts = shapes(slide)
    (july,) = (parts[name] for name in months)
    assert july.left < parts["now-line"].left < july.left + july.width
    past, coming = (parts[f"event-{n}-dot"].fill.fore_color.theme_color for n in (1, 2))
    assert past != coming
    assert alternative(slide) == "Tidslinje 2024. 15 januari 2024: Först. September 2024: Sedan. Nu: juli 2024."


@pytest.mark.parametrize(("today", "said"), [("false", ""), ("2024-02", " Nu: februari 2024."), ("2023-01", "")])
def test_another_now_may_be_marked_or_none(workspace: Workspace, today: str, said: str) -> None:
    slide = build(workspace, f"{TWO}today: {today}")
    assert ("now" in shapes(slide)) is bool(said)
    assert alternative(slide) == f"Tidslinje 2024. 15 januari 2024: Först. September 2024: Sedan.{said}"


@pytest.mark.parametrize("days", [range(1, 13), (1, 1, 1, 2, 2, 3, 28, 28, 29, 29, 30, 30)])
def test_twelve_events_near_each_other_do_not_collide(workspace: Workspace, days: list[int]) -> None:
    events = "".join(f"  - {{when: 2024-06-{day:02}, title: Händelse}}\n" for day in days)
    slide = build(workspace, f"type: timeline\nevents:\n{events}")
    cards = [f"event-{n}-card" for n in range(1, 13)]
    assert overlapping(slide, *cards) == []
    ends = [(shapes(slide)[name].left, shapes(slide)[name].left + shapes(slide)[name].width) for name in cards]
    bar = shapes(slide)["year-2024"]
    assert min(ends)[0] >= bar.left - 1
    assert max(end for _, end in ends) <= bar.left + bar.width + 1


def test_a_phase_too_short_for_its_name_has_it_beside_and_nothing_overlaps(workspace: Workspace) -> None:
    slide = build(
        workspace,
        "type: timeline\nevents: [{when: 2023-01, title: Start}]\nphases:\n"
        "  - {start: 2023-01, end: 2023-10, title: Arbete}\n"
        "  - {start: 2023-11, end: 2023-11, title: Ett skede med ett långt namn}\n"
        "  - {start: 2023-11, end: 2023-12, title: Slut}\n",
    )
    found = words(slide)
    assert (found["phase-1"], found["phase-2-title"]) == ("Arbete", "Ett skede med ett långt namn")
    names = [name for name in shapes(slide) if name.startswith("phase-")]
    assert overlapping(slide, "event-1-card", *names) == []
    assert "Arbete: januari 2023 till oktober 2023." in alternative(slide)


def test_long_times_are_divided_into_quarters_or_years(workspace: Workspace) -> None:
    two = words(build(workspace, "type: timeline\nevents: [{when: 2023-02, title: a}, {when: 2025-01, title: b}]"))
    ten = words(build(workspace, "type: timeline\nevents: [{when: 2020, title: a}, {when: 2028, title: b}]"))
    assert (two["part-1"], two["part-9"], two["year-2025"]) == ("jan–mar", "jan–mar", "2025")
    assert "part-1" not in ten
    assert ten["year-2028"] == "2028"


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (
            "events: [{when: i juni, title: a}]",
            (
                "6:21: DB419 'i juni' är ingen tid. Skriv en dag som 2024-08-27, en månad som 2024-07, "
                "ett tertial som 2025-T2 eller ett år som 2021."
            ),
        ),
        (
            "phases: [{start: 2024-05, end: 2024-02, title: Bygge}]",
            "6:36: DB420 Skedet 'Bygge' slutar innan det börjar. Byt plats på 'start' och 'end'.",
        ),
        ("alt: Tom", "3:5: DB416 Tidslinjen är tom. Skriv händelser i 'events' eller skeden i 'phases'."),
        (
            "events: [{when: 1950, title: a}, {when: 2024, title: b}]",
            "5:11: DB414 Tidslinjen blir 75 år lång, men högst 20 går att läsa. Dela den på två bilder.",
        ),
        (
            "phases:\n" + "".join(f"  - {{start: 2024-01, end: 2024-12, title: Skede {n}}}\n" for n in range(9)),
            "7:7: DB414 Så många skeden samtidigt får inte plats. Ta bort skeden, eller dela tidslinjen på två bilder.",
        ),
    ],
)
def test_what_cannot_be_shown_is_told_at_its_line(workspace: Workspace, lines: str, fault: str) -> None:
    assert build(workspace, f"type: timeline\n{lines}") == f"config/prov.yaml:{fault}"
