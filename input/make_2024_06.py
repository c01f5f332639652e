"""Make the sample input for June 2024 out of July's files.

Exports with a row for each month are July's without July. What is accumulated is July's less the month of July where
that is known, else six sevenths of it: EXAMPLE data, as ``input/2024-06/README.md`` tells, that agree with what was
published about June in July. A second run gives the same bytes. What people fill in by hand is in
``by_hand_2024_06.py``.

Run it from the project's folder: ``python -m input.make_2024_06``.
"""

from __future__ import annotations

import csv
import random
import re
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from input import by_hand_2024_06
from input.sample import MINUS, NBSP, Files, WaitingRow, column_sums, mixed, number, swedish, varied

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from input.sample import Numbers

PERIOD = "2024-06"
TARGET = Path(__file__).parent / PERIOD
JULY = Path(__file__).parent / "2024-07"
FILES = Files(TARGET, datetime(2024, 8, 5, 7, 30, tzinfo=UTC))
SEED = 202406
SIX_SEVENTHS = Decimal(6) / 7
TRAVEL_PART = Decimal("0.865")  # example: people travel less in July

# What the words of July's exports are in June's.
WORDS = (
    ("ack juli", "ack juni"),
    ("Ack juli", "Ack juni"),
    ("Juli 20", "Juni 20"),
    ("2306-2406", "2305-2405"),
    ("2407", "2406"),
    ("2307", "2306"),
    ("Utskriven 2024-08-12", "Utskriven 2024-08-05"),
)

# tkr, example: how much better the forecast of the year was in June, by unit and by board.
FORECAST_WAS_BETTER = {
    "Digitalisering och service": 8_000,
    "Regionstyrelsen": 8_000,
    "Hälso- och sjukvårdsnämnd": 30_000,
}
HEALTH_CARE, HEALTH_CARE_BUDGET = "Hälso- och sjukvårdsnämnd", Decimal(-3_022_700)
BOARD = "Regionstyrelsen"

# Example: the first of the thirteen months that June shows.
SICK_LEAVE_FIRST = {
    "Region Västerbotten": ("2023-05", "2,8", "1,5", "1,5", "5,8"),
    "Regionstyrelsens förvaltning": ("2023-05", "2,5", "1,3", "0,9", "4,7"),
}
WAITING_FIRST, WAITING_SEASON = "2023-06", (98, 98, 100, 91, 97, 89)
AGENCY_FIRST = ("2021-07", -13_905, -14_480)

# Per cent, example: Västerbotten is falling, the others' unemployment was a tenth lower.
UNEMPLOYMENT_FALLS = {"Västerbotten"}
TENTH = Decimal("0.1")


def _lines(name: str, encoding: str = "utf-8-sig") -> list[list[str]]:
    """Return the lines of one of July's exports, its words those of June."""
    with (JULY / name).open(encoding=encoding, newline="") as file:
        return [[_in_june(cell) for cell in line] for line in csv.reader(file, delimiter=";")]


def _in_june(cell: str) -> str:
    for july, june in WORDS if re.search("[A-Za-z]", cell) else ():
        cell = cell.replace(july, june)
    return cell


def _without_july(lines: Sequence[list[str]], column: int = 0) -> list[list[str]]:
    """Return the lines but those of a day or the month of July 2024."""
    return [line for line in lines if not (len(line) > column and line[column].startswith("2024-07"))]


def _reckoned(
    lines: Sequence[list[str]], header: int, labels: int, reckon: Callable[[str, Numbers], Sequence[Decimal]]
) -> dict[int, Sequence[Decimal]]:
    """Return what the rows below the header are in June, by the number of the line, up to the file's total."""
    found = {}
    for place, line in enumerate(lines[header + 1 :], start=header + 1):
        if line[0].upper().startswith(("SUMMA", "TOTAL")):
            break
        found[place] = reckon(line[0], tuple(map(number, line[labels:])))
    return found


def _six_sevenths(value: Decimal) -> Decimal:
    return whole(value * SIX_SEVENTHS)


def whole(value: Decimal) -> Decimal:
    """Return a number without decimals."""
    return value.quantize(Decimal(1), ROUND_HALF_UP)


# ------------------------------------------------------------------ results


def _result_of_board() -> tuple[Decimal, Decimal]:
    """Write the units of the board; return what July alone cost and was budgeted to cost."""

    def june(unit: str, july: Numbers) -> Numbers:
        month, budget, before, now, plan, year, forecast = july
        now, plan = now - month, plan - budget
        better = FORECAST_WAS_BETTER.get(unit, 0)
        return (whole(now / 6), whole(plan / 6), _six_sevenths(before), now, plan, year, forecast + better)

    name, header = "resultat_regionstyrelsen.csv", 3
    lines = _lines(name, "cp1252")
    july = _reckoned(lines, header, 1, lambda _, numbers: numbers)
    rows = _reckoned(lines, header, 1, june)
    for row, (place, numbers) in enumerate(rows.items()):
        lines[place][1:] = mixed(row, numbers)
    lines[max(rows) + 1][1:] = mixed(0, column_sums(rows.values()))
    FILES.csv(name, lines, "cp1252")
    month, budget, *_ = column_sums(july.values())
    return month, budget


def _result_of_region(month: Decimal, budget: Decimal) -> None:
    """Write the boards; the months of the net cost say what the health care board's part is."""

    def june(board: str, july: Numbers) -> list[Decimal]:
        before, now, plan, year, forecast = july
        then = _six_sevenths(before), *map(_six_sevenths, (now, plan))
        if board == BOARD:
            then = _six_sevenths(before), now - month, plan - budget
        return [*then, year, forecast + FORECAST_WAS_BETTER.get(board, 0)]

    name, header = "resultat_region.csv", 2
    lines = _lines(name)
    rows = {place: list(numbers) for place, numbers in _reckoned(lines, header, 1, june).items()}
    boards = list(rows)[:6]
    care = next(place for place in boards if lines[place][0] == HEALTH_CARE)
    others = column_sums(rows[place] for place in boards if place != care)
    rows[care][:3] = (_net_cost(2023) - others[0], _net_cost(2024) - others[1], HEALTH_CARE_BUDGET)
    for place, numbers in rows.items():
        lines[place][1:] = map(swedish, numbers)
    lines[max(rows) + 1][1:] = map(swedish, column_sums(rows.values()))
    FILES.csv(name, lines, "utf-8-sig")


def _net_cost(year: int) -> Decimal:
    """Return what the half-year cost, by its months."""
    months = [f"{year}-{month:02}" for month in range(1, 7)]
    return sum((number(line[1]) for line in _lines("nettokostnad_per_manad.csv") if line[0] in months), Decimal())


def _travel() -> None:
    def june(_: str, july: Numbers) -> Numbers:
        now, before = whole(july[0] * TRAVEL_PART), _six_sevenths(july[1])
        return now, before, (before * Decimal("0.85")).quantize(Decimal("0.01"), ROUND_HALF_UP)

    name, header = "resekostnader.csv", 3
    lines = _lines(name, "utf-8")
    rows = _reckoned(lines, header, 1, june)
    for row, (place, kronor) in enumerate(rows.items()):
        lines[place][1:] = mixed(row, kronor, MINUS, 2)
    lines[max(rows) + 1][1:] = mixed(len(rows), column_sums(rows.values()), MINUS, 2)
    FILES.csv(name, lines, "utf-8")


def _hired() -> None:
    """Write agency staff by category: the sums of the months, divided as in July."""
    name, first = "hyrpersonal.csv", 4
    lines = _lines(name, "cp1252")
    months = _lines("hyrpersonal_per_manad.csv")
    sums = []
    for row, column in ((first, 1), (first + 3, 2)):
        wholes = [
            sum((number(line[column]) for line in months if f"{year}-01" <= line[0] <= f"{year}-06"), Decimal())
            for year in (2023, 2024)
        ]
        doctors, all_ = (tuple(map(number, lines[place][2:])) for place in (row, row + 2))
        part = [whole(total * one / every) for total, one, every in zip(wholes, doctors, all_, strict=True)]
        rest = [total - one for total, one in zip(wholes, part, strict=True)]
        for place, numbers in enumerate((part, rest, wholes), start=row):
            lines[place][2:] = mixed(place, numbers)
        sums.append(wholes)
    lines[first + 6][2:] = mixed(1, column_sums(sums))
    FILES.csv(name, lines, "cp1252")


# ------------------------------------------------------------------- series


def _months() -> None:
    """Write the files that have a row for each month or day."""
    for name in ("personalkostnad_regionstyrelsen.csv", "vardplatser.csv"):
        FILES.csv(name, _without_july(_lines(name)), "utf-8-sig")
    name = "nettokostnad_per_manad.csv"
    with (TARGET.parent / "2022-08" / name).open(encoding="utf-8-sig", newline="") as file:
        first = [line for line in csv.reader(file, delimiter=";") if line[0] == "2021-07"]
    lines = _without_july(_lines(name))
    FILES.csv(name, [*lines[:2], *first, *lines[2:]], "utf-8-sig")
    name, (month, *costs) = "hyrpersonal_per_manad.csv", AGENCY_FIRST
    lines = _without_july(_lines(name))
    FILES.csv(name, [*lines[:2], [month, *mixed(1, map(int, costs), MINUS)], *lines[2:]], "utf-8-sig")


def _staff_cost() -> None:
    """Write the region's cost of staff, without the outcome of July, and how the board's has grown."""
    name = "personalkostnader.csv"
    lines = _lines(name, "cp1252")
    july = next(line for line in lines if line[0] == "jul")
    july[3] = ""
    FILES.csv(name, lines, "cp1252")
    costs = [
        (line[0], number(line[1])) for line in _lines("personalkostnad_regionstyrelsen.csv") if line[0][:2] == "20"
    ]
    before, now = (
        sum((cost for month, cost in costs if f"{year}-01" <= month <= f"{year}-06"), Decimal())
        for year in (2023, 2024)
    )
    name = "personalkostnad_arlig.csv"
    lines = _lines(name)
    latest = next(line for line in lines if line[0] == "2024 ack juni")
    latest[1] = f"{swedish(100 * (now - before) / before, places=1)}{NBSP}%"
    FILES.csv(name, lines, "utf-8-sig")


def _sick_leave() -> None:
    """Write absence up to May: it comes a month late."""
    name = "sjukfranvaro.csv"
    lines: list[list[str]] = []
    for line in _lines(name):
        if line and line[0] in SICK_LEAVE_FIRST and line[1] == "2023-06":
            lines.append([line[0], *SICK_LEAVE_FIRST[line[0]]])
        if not (len(line) > 1 and line[1] == PERIOD):
            lines.append(line)
    FILES.csv(name, lines, "utf-8-sig")


def _waiting() -> None:
    """Write waiting patients: July's file without July, and a month before it that is like June."""
    rows = [
        WaitingRow(line[0], line[1], line[2], tuple(int(number(cell)) for cell in line[3:]))
        for line in _without_july(_lines("vantande.csv"))[2:-1]
    ]
    noise = random.Random(SEED)  # noqa: S311 - example data, no secret
    first = [
        WaitingRow(WAITING_FIRST, row.form, row.group, varied(row.days, WAITING_SEASON, noise))
        for row in rows
        if row.month == PERIOD
    ]
    FILES.waiting([*first, *rows], "Utskriven 2024-08-05")


def _regions() -> None:
    """Write what is compared between regions: the half-year as in July, and unemployment in June."""
    for name in ("befolkning.csv", "hyrpersonal_per_region.csv"):
        FILES.csv(name, _lines(name), "utf-8-sig")
    name, header = "arbetsloshet.csv", 1
    lines = _lines(name)
    for line in lines[header + 1 : -1]:
        now = number(line[2]) + (TENTH if line[0] in UNEMPLOYMENT_FALLS else -TENTH)
        line[2] = f"{swedish(now, places=1)}{NBSP}%"
    FILES.csv(name, lines, "utf-8-sig")


def main() -> None:
    """Write every file."""
    TARGET.mkdir(exist_ok=True)
    _result_of_region(*_result_of_board())
    _travel()
    _hired()
    _months()
    _staff_cost()
    _sick_leave()
    _waiting()
    _regions()
    by_hand_2024_06.write(FILES, JULY)


if __name__ == "__main__":
    main()
