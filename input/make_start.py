"""Makes the sample input that ``deckbuilder init`` gives a new project: ``python -m input.make_start``.

All of it is EXAMPLE data. The months' costs add up to the results, as the project's own check expects.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from input.sample import Files, WaitingRow, add_sheet, empty_book, swedish

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TARGET = Path(__file__).parent.parent / "deckbuilder" / "starting" / "project" / "input"
MONTHS = [f"{year}-{month:02}" for year in (2022, 2023, 2024) for month in range(1, 13)]
SEASON = (1004, 968, 1011, 990, 1008, 1002, 926, 970, 1003, 1019, 1012, 1087)
GROWTH = {2022: 1000, 2023: 1046, 2024: 1083}
BOARDS = {
    "Regionstyrelsen": 92,
    "Hälso- och sjukvårdsnämnden": 861,
    "Regionala utvecklingsnämnden": 43,
    "Patientnämnden": 4,
}
OFF = {
    "Regionstyrelsen": -6,
    "Hälso- och sjukvårdsnämnden": 14,
    "Regionala utvecklingsnämnden": -11,
    "Patientnämnden": 0,
}
WAITING = {
    ("Förstabesök", "Läkarbesök"): (1410, 1180, 940, 610, 240, 60),
    ("Förstabesök", "Övriga yrkeskategorier"): (520, 430, 340, 190, 70, 14),
    ("Åtgärd", "Ortopedi"): (230, 210, 190, 240, 160, 42),
    ("Åtgärd", "Ögon"): (180, 170, 140, 120, 60, 16),
}
QUEUE = (97, 98, 100, 102, 101, 103, 104, 103, 101, 100, 99, 98, 101, 103)
INDICATORS = (
    ("Sjukfrånvaro", "procent", (5.9, 5.6, 5.4), 5.5),
    ("Anställda", "antal", (9388, 9412, 9427), None),
    ("Vårdplatser i drift", "antal", (286, 281, 268), 290),
    ("Beläggning", "procent", (97.2, 98.4, 101.1), 92),
    ("Samtal till 1177 inom målet", "procent", (71.5, 74.2, 76.8), 80),
    ("Resor med buss, tusental", "antal", (612, 574, 431), None),
)
HEADINGS = ["Uppdrag", "Status", "Läge", "Ansvarig", "Klart senast"]
ASSIGNMENTS = (
    ("En väg in för digitala besök", "Delvis ↗", "Enligt plan →", "Alla är med", "Primärvårdschef", "2024-11-30"),
    ("Färre inhyrda i vården", "Ej enligt plan →", "Delvis ↗", "Antalet veckor minskar", "HR-direktör", "2024-12-31"),
    ("Gemensam växel", "Enligt plan →", "Klart", "I drift den 1 juli", "Administrativ direktör", "2024-06-30"),
    ("Plan för civil beredskap", "Delvis →", "Delvis →", "Övas i oktober", "Beredskapschef", "2024-10-31"),
    ("Kortare väg till operation", "Enligt plan ↘", "Ej enligt plan ↘", "Salar stängda", "Chefläkare", "2024-09-30"),
)  # fmt: skip
"""Name, status in June and in July, and what the sheet says beside."""


@dataclass(frozen=True)
class Start:
    """A month of the sample: its files, and where it stands among the three that numbers are given for."""

    files: Files
    month: str
    place: int

    @property
    def yymm(self) -> str:
        """The month as ledgers write it."""
        return self.month[2:4] + self.month[5:]


def cost(month: str) -> int:
    """Return what a month costs the region, in tkr."""
    year, number = int(month[:4]), int(month[5:])
    return 548 * SEASON[number - 1] * GROWTH[year] // 1000


def parts(whole: int) -> dict[str, int]:
    """Return the boards' parts of a whole, which make it exactly."""
    found = {board: whole * share // 1000 for board, share in BOARDS.items()}
    found["Hälso- och sjukvårdsnämnden"] += whole - sum(found.values())
    return found


def _accumulated(month: str) -> int:
    return sum(cost(one) for one in MONTHS if month[:4] == one[:4] and one <= month)


def _results(start: Start) -> None:
    last_year = f"{int(start.month[:4]) - 1}{start.month[4:]}"
    now, before, full = (
        parts(each) for each in (_accumulated(start.month), _accumulated(last_year), _accumulated("2024-12"))
    )
    heading = [f"Ack utfall {last_year[2:4]}{last_year[5:]}", f"Ack utfall {start.yymm}", f"Ack budget {start.yymm}"]
    rows = []
    for board, outcome in now.items():
        budget = outcome * 1000 // (1000 + OFF[board])
        forecast = full[board] * (1000 + OFF[board] + start.place) // 1000
        rows.append([before[board], outcome, budget, full[board], forecast])
    total = [sum(column) for column in zip(*rows, strict=True)]
    lines = [[name, *map(swedish, row)] for name, row in zip((*now, "Summa"), (*rows, total), strict=True)]
    start.files.csv(
        "resultat.csv",
        [
            [f"EXEMPEL. Resultat per nämnd, {start.month}, tkr"],
            ["Nämnd", *heading, "Budget helår", "Prognos helår"],
            *lines,
            ["Utskriven 2024-08-12"],
        ],
        "utf-8-sig",
    )


def _costs(start: Start) -> None:
    rows = [[month, swedish(cost(month))] for month in MONTHS if month <= start.month]
    start.files.csv(
        "nettokostnad.csv", [["EXEMPEL. Nettokostnad per månad, tkr"], ["Månad", "Nettokostnad"], *rows], "utf-8-sig"
    )


def _waiting(start: Start) -> None:
    months = [month for month in MONTHS if "2023-06" <= month <= start.month]
    rows = [
        WaitingRow(month, form, group, tuple(_waited(days, place, number) for place, days in enumerate(spans)))
        for number, month in enumerate(months)
        for (form, group), spans in WAITING.items()
    ]
    start.files.waiting(rows, "Utskriven 2024-08-12")


def _waited(days: int, place: int, number: int) -> int:
    """Return how many have waited for a span of days in a month: lately more have waited long."""
    return round(Decimal(days) * (QUEUE[number] + (place - 2) * (number - 7) // 3) / 100)


def _indicators(start: Start) -> None:
    book = empty_book()
    rows = [(name, values[start.place], values[start.place - 1], goal, unit) for name, unit, values, goal in INDICATORS]
    headings = ["Namn", "Värde", "Förra månaden", "Mål", "Enhet"]
    sheet = add_sheet(book, "Nyckeltal", [["EXEMPEL. Nyckeltal"], [], headings, *rows], merged=["A1:E1"])
    _dress(sheet, (34, 12, 16, 10, 12))
    start.files.save(book, "nyckeltal.xlsx")


def _assignments(start: Start) -> None:
    book = empty_book()
    rows = [(row[0], row[start.place], *row[3:]) for row in ASSIGNMENTS]
    sheet = add_sheet(book, "Uppdrag", [["EXEMPEL. Uppdrag"], [], HEADINGS, *rows], merged=["A1:E1"])
    _dress(sheet, (34, 18, 34, 24, 14))
    words = DataValidation("list", formula1='"Enligt plan →,Delvis →,Ej enligt plan →,Klart"', showErrorMessage=False)
    words.add("B4:B40")
    sheet.add_data_validation(words)
    start.files.save(book, "uppdrag.xlsx")


def _dress(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    """Give a sheet its widths, a title and a row of headings that stays in sight."""
    for letter, width in zip("ABCDE", widths, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["A1"].font = Font(size=14, bold=True)
    for cell in sheet[3]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6EE")
        cell.alignment = Alignment(vertical="center")
    sheet.freeze_panes = "A4"


def main() -> None:
    """Write every file of both months."""
    files = Files(TARGET, datetime(2024, 8, 12, 7, 30, tzinfo=UTC))
    for place, month in enumerate(("2024-06", "2024-07"), start=1):
        start = Start(replace(files, target=TARGET / month), month, place)
        start.files.target.mkdir(parents=True, exist_ok=True)
        for write in (_results, _costs, _waiting, _indicators, _assignments):
            write(start)


if __name__ == "__main__":
    main()
