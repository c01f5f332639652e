"""The series that the report for July 2024 shows only as pictures: example data that gives every published total.

``input/make_2024_07.py`` checks and writes them with the other files; ``input/2024-07/README.md`` tells what is
published.
"""

from __future__ import annotations

import csv
import random
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from input.sample import MINUS, NBSP, TKR, add_sheet, column_sums, decimals, empty_book, expect, mixed, spread, swedish

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from input.sample import Cell, Files, Numbers

FACTS = Path(__file__).parents[1] / "tests" / "facts" / "2024-07"
PRINTED = "Utskriven 2024-08-12"
SEED = 202407

# tkr: the board's cost of staff each year. The growth of the years and up to July 2024 is published.
BOARD_STAFF = {2021: 1_062_400, 2022: 1_075_150, 2023: 1_181_590}
BOARD_STAFF_SEASON = (98, 97, 99, 98, 100, 104, 109, 101, 97, 98, 98, 101)
BOARD_STAFF_GROWTH = {2022: "1,2", 2023: "9,9", 2024: "8,6"}

# tkr: agency staff in months that are not published, primary care and hospitals; and how a year falls on its months.
AGENCY = {
    range(202108, 202113): (46_200, 47_900),
    range(202201, 202208): (66_800, 68_300),
    range(202208, 202213): (58_900, 60_500),
    range(202308, 202313): (60_300, 66_900),
}
AGENCY_SEASON = (88, 86, 92, 98, 96, 118, 150, 122, 94, 92, 90, 98)
AGENCY_SEASON_2024 = (112, 108, 112, 92, 88, 104, 132)

# Inhabitants in the middle of 2023 and of 2024. Published: the growth of two regions and of the country, six that grow.
POPULATION: dict[str, tuple[int, int]] = {
    "Stockholm": (2_448_200, 2_459_700),
    "Uppsala": (403_800, 405_900),
    "Sörmland": (302_100, 301_700),
    "Östergötland": (472_900, 473_600),
    "Jönköping": (369_300, 368_700),
    "Kronoberg": (204_600, 204_200),
    "Kalmar": (246_900, 245_900),
    "Gotland": (61_200, 61_000),
    "Blekinge": (158_400, 157_196),
    "Skåne": (1_421_700, 1_420_300),
    "Halland": (343_700, 344_900),
    "Västra Götaland": (1_760_200, 1_758_500),
    "Värmland": (283_500, 282_700),
    "Örebro": (308_100, 307_600),
    "Västmanland": (280_900, 280_400),
    "Dalarna": (288_000, 287_000),
    "Gävleborg": (286_900, 285_300),
    "Västernorrland": (243_100, 242_000),
    "Jämtland Härjedalen": (132_700, 132_200),
    "Västerbotten": (276_700, 279_633),
    "Norrbotten": (249_400, 249_600),
}
GROWTH = {"Västerbotten": "1,06", "Blekinge": "-0,76"}
GROWTH_OF_COUNTRY, GROWING_REGIONS = "0,05", 6

# Per cent of the labour force in July 2023 and July 2024. Published in words: low here, falls in the north.
UNEMPLOYMENT: dict[str, tuple[str, str]] = {
    "Stockholm": ("6,2", "6,9"),
    "Uppsala": ("5,4", "5,9"),
    "Sörmland": ("8,3", "8,6"),
    "Östergötland": ("6,8", "7,1"),
    "Jönköping": ("5,2", "5,6"),
    "Kronoberg": ("6,9", "7,3"),
    "Kalmar": ("6,0", "6,2"),
    "Gotland": ("4,3", "4,4"),
    "Blekinge": ("7,3", "7,9"),
    "Skåne": ("8,0", "8,7"),
    "Halland": ("5,1", "5,5"),
    "Västra Götaland": ("6,1", "6,7"),
    "Värmland": ("6,3", "6,4"),
    "Örebro": ("7,0", "7,2"),
    "Västmanland": ("8,0", "8,2"),
    "Dalarna": ("5,4", "5,5"),
    "Gävleborg": ("8,1", "8,1"),
    "Västernorrland": ("6,5", "6,4"),
    "Jämtland Härjedalen": ("4,5", "4,4"),
    "Västerbotten": ("4,3", "4,0"),
    "Norrbotten": ("4,8", "4,4"),
}

# Month, days of lead time (median and mean), orders that wait, orders in work. Published: 9-10 days less in August.
PROCUREMENT: tuple[tuple[str, int, int, int, int], ...] = (
    ("2023-08", 96, 112, 58, 61),
    ("2023-09", 94, 111, 61, 64),
    ("2023-10", 97, 115, 66, 66),
    ("2023-11", 99, 116, 71, 65),
    ("2023-12", 101, 119, 73, 62),
    ("2024-01", 103, 121, 78, 66),
    ("2024-02", 100, 119, 81, 68),
    ("2024-03", 98, 116, 84, 69),
    ("2024-04", 97, 114, 83, 72),
    ("2024-05", 95, 113, 80, 74),
    ("2024-06", 93, 110, 79, 75),
    ("2024-07", 91, 107, 82, 73),
    ("2024-08", 82, 97, 76, 88),
)
MEASURES = ("Ledtid, median", "Ledtid, medel", "Ärenden i kö", "Pågående ärenden")
TARGETS = (75, 90, None, None)
SHORTER = ("-9", "-10")

# Published: 79 objects. The regional goals and how the objects fall on them are example data.
EFFECTS: dict[str, int] = {
    "Tillgänglig och nära vård": 31,
    "God och jämlik hälsa": 18,
    "Hållbar ekonomi": 14,
    "Attraktiv arbetsgivare": 10,
    "Växande län": 6,
}
OBJECTS = 79

# tkr: budget, forecast, outcome. No budget is not a budget of nothing: the outcome against it is typed by hand.
PROGRAMME: dict[str, tuple[int | None, int, int]] = {
    "Regionförvaltningen": (50_000, 101_204, 56_871),
    "Hälso- och sjukvårdsförvaltningen": (25_000, 28_913, 19_874),
    "Omprioriterade linjeresurser": (None, 6_043, 2_187),
}

# Areas and milestones are published, the activities newly worded. EXAMPLE: statuses, owners and dates.
PLAN: tuple[tuple[str, ...], ...] = (
    (
        "Ledning och styrning",
        "Gemensam verksamhetsstyrning är känd och införs",
        "Följs upp genom uppdragen från fullmäktige",
        "Enligt plan →",
        "Regiondirektör",
    ),
    (
        "Civil beredskap",
        "Regionens samlade förmåga är starkare",
        f"Plan till 2027 finns. 1{NBSP}135 av 1{NBSP}740 har gått grundutbildningen",
        "Delvis ↗",
        "Regiondirektör",
    ),
    (
        "Kompetensförsörjning",
        "Chefer har bättre förutsättningar att leda",
        "Ledarutvecklingsprogrammet pågår. Fler nätverk planeras",
        "Enligt plan →",
        "HR-direktör",
    ),
    (
        "Samverkan",
        "Samverkan med kommunerna är sedd över",
        "En intern beredningsgrupp föreslås samordna ärendena",
        "Delvis →",
        "Regional utvecklingsdirektör",
    ),
    (
        "Önskad kultur",
        "Kulturen är känd och har en plan",
        "Materialet är omarbetat och finns på intranätet",
        "enligt plan →",
        "Kommunikationsdirektör",
    ),
    (
        "Universitetssjukhus",
        "Norrlands universitetssjukhus är stärkt",
        "Alla enheter för universitetssjukvård är godkända",
        "Enligt plan ↗",
        "Hälso- och sjukvårdsdirektör",
    ),
)


def _board_staff() -> list[tuple[str, int]]:
    """Return the board's cost of staff, month by month from 2021 to July 2024."""
    noise = random.Random(SEED)  # noqa: S311 - example data, no secret
    found: list[tuple[str, int]] = []
    for year, whole in BOARD_STAFF.items():
        found += _months(year * 100 + 1, spread(whole, BOARD_STAFF_SEASON, noise))
    before = sum(cost for month, cost in found if "2023-01" <= month <= "2023-07")
    now = round(before * (1 + float(BOARD_STAFF_GROWTH[2024].replace(",", ".")) / 100))
    return found + _months(202401, spread(now, BOARD_STAFF_SEASON[:7], noise))


def _agency(published: Mapping[int, Sequence[int]]) -> list[tuple[str, int, int]]:
    """Return agency staff per month, primary care and hospitals; `published` has each year's sums up to July."""
    noise = random.Random(SEED)  # noqa: S311 - example data, no secret
    parts = AGENCY | {range(year * 100 + 1, year * 100 + 8): tuple(sums) for year, sums in published.items()}
    found: list[tuple[str, int, int]] = []
    for months, wholes in sorted(parts.items(), key=lambda part: part[0].start):
        season = AGENCY_SEASON_2024 if months.start == 202401 else [AGENCY_SEASON[m % 100 - 1] for m in months]
        care, hospitals = (spread(whole, season, noise) for whole in wholes)
        names = [f"{month // 100}-{month % 100:02}" for month in months]
        found += zip(names, care, hospitals, strict=True)
    return found


def _months(first: int, costs: Sequence[int]) -> list[tuple[str, int]]:
    return [(f"{month // 100}-{month % 100:02}", cost) for month, cost in enumerate(costs, first)]


def check(agency: Mapping[int, Sequence[int]]) -> None:
    """Raise ``NotReproducedError`` at the first published figure that the series do not give."""
    _check_board_staff()
    for year, wholes in agency.items():
        rows = [row[1:] for row in _agency(agency) if f"{year}-01" <= row[0] <= f"{year}-07"]
        for whole, total in zip(wholes, column_sums(decimals(row) for row in rows), strict=True):
            expect(f"hyrpersonal_per_manad, {year}", str(whole), total)
    _check_population()
    (_, *before), (_, *now) = PROCUREMENT[-2:]
    for published, after, earlier in zip(SHORTER, now[:2], before[:2], strict=True):
        expect("upphandling, ledtid", published, Decimal(after - earlier))
    expect("objekteffekter", str(OBJECTS), Decimal(sum(EFFECTS.values())))
    _check_programme()


def _check_board_staff() -> None:
    def cost(year: int, last: int) -> Decimal:
        return Decimal(sum(cost for month, cost in costs if f"{year}-01" <= month <= f"{year}-{last:02}"))

    costs = _board_staff()
    for (year, published), last in zip(BOARD_STAFF_GROWTH.items(), (12, 12, 7), strict=True):
        before = cost(year - 1, last)
        expect(f"personalkostnad_regionstyrelsen, {year}", published, 100 * (cost(year, last) - before) / before)


def _check_population() -> None:
    def growth(before: Decimal, now: Decimal) -> Decimal:
        return 100 * (now - before) / before

    for region, published in GROWTH.items():
        expect(f"befolkning, {region}", published, growth(*decimals(POPULATION[region])))
    expect("befolkning, riket", GROWTH_OF_COUNTRY, growth(*column_sums(map(decimals, POPULATION.values()))))
    growing = [now > before for before, now in POPULATION.values()]
    expect("befolkning, växer", str(GROWING_REGIONS), Decimal(sum(growing)))
    order = sorted(POPULATION, key=lambda region: growth(*decimals(POPULATION[region])))
    for region, place in (("Blekinge", 0), ("Västerbotten", len(order) - 1)):
        expect(f"befolkning, plats för {region}", str(place), Decimal(order.index(region)))


def _check_programme() -> None:
    """Compare every cell of the programme's table that is not empty."""

    def cells(budget: Decimal | None, others: Numbers) -> list[Decimal | None]:
        forecast, outcome, over = others
        return [budget, forecast, None if budget is None else budget - forecast, outcome, over, outcome - forecast]

    rows = [(b if b is None else Decimal(b), decimals((f, o, o - (b or 0)))) for b, f, o in PROGRAMME.values()]
    budgeted = sum((budget for budget, _ in rows if budget is not None), Decimal())
    sums = column_sums(others for _, others in rows[:2]), column_sums(others for _, others in rows)
    computed = [cells(*row) for row in (*rows[:2], (budgeted, sums[0]), rows[2], (None, sums[1]))]
    with (FACTS / "fvis_mkr.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *published = csv.reader(file, delimiter=";")
    for line, figures in zip(published, computed, strict=True):
        for cell, figure in zip(line[1:], figures, strict=True):
            if figure is not None:
                expect(f"fvis_mkr, {line[0]}", cell, figure / 1000)


def write(files: Files, agency: Mapping[int, Sequence[int]]) -> None:
    """Write the files of the series."""
    staff = [[month, swedish(cost)] for month, cost in _board_staff()]
    title = ["Personalkostnad Regionstyrelsen per månad, tkr, exkl. BE 8510"]
    _csv(files, "personalkostnad_regionstyrelsen.csv", title, "Månad;Personalkostnad", staff)
    rows = [[month, *mixed(n, (-a, -b), MINUS)] for n, (month, a, b) in enumerate(_agency(agency))]
    header = "Månad;Primärvård;Sjukhusvård"
    _csv(files, "hyrpersonal_per_manad.csv", ["Köp av hyrpersonal per månad, tkr"], header, rows)
    people = [[region, *mixed(n, counts)] for n, (region, counts) in enumerate(POPULATION.items())]
    whole: Numbers = column_sums(map(decimals, POPULATION.values()))
    people.append(["Riket", *map(swedish, whole)])
    _csv(files, "befolkning.csv", ["Folkmängd per län"], "Län;30 juni 2023;30 juni 2024", people)
    jobless = [[region, *(f"{percent}{NBSP}%" for percent in pair)] for region, pair in UNEMPLOYMENT.items()]
    _csv(files, "arbetsloshet.csv", ["Arbetslöshet, andel av arbetskraften"], "Län;Juli 2023;Juli 2024", jobless)
    _workbooks(files)


def _csv(files: Files, name: str, title: list[str], header: str, rows: list[list[str]]) -> None:
    files.csv(name, [title, header.split(";"), *rows, [f"{PRINTED} 08:40"]], "utf-8-sig")


def _workbooks(files: Files) -> None:
    effects: list[Sequence[Cell]] = [
        ["Objekt med beräknad effekt 2024, antal"],
        ["Regionmål", "Antal objekt"],
        *EFFECTS.items(),
    ]
    _book(files, "objekteffekter.xlsx", {"Effekter": effects})
    lead: list[Sequence[Cell]] = [
        ["Upphandling, ledtid i dagar och antal ärenden"],
        ["Månad", *MEASURES],
        *PROCUREMENT,
    ]
    (_, *before), (_, *now) = PROCUREMENT[-2:]
    latest: list[Sequence[Cell]] = [
        ["Mått", "Förra månaden", "Nu", "Mål"],
        *zip(MEASURES, before, now, TARGETS, strict=True),
    ]
    _book(files, "upphandling.xlsx", {"Per månad": lead, "Läget": latest})
    programme: list[Sequence[Cell]] = [
        ["FVIS-programmet 2024, tkr"],
        ["Utfall och prognos P1 för juli. Linjeresurserna har ingen egen budget."],
        ["Område", "Budget helår", "Prognos P1", "Utfall ack", "Utfall mot budget"],
        *([area, b, f, o, o - (b or 0)] for area, (b, f, o) in PROGRAMME.items()),
    ]
    _book(files, "fvis.xlsx", {"Ekonomi": programme}, TKR)
    plan: list[Sequence[Cell]] = [
        ["Verksamhetsplan för ledningsgruppen 2024, läget i juli"],
        ["Område", "Delmål", "Månadens aktivitet", "Status", "Ansvarig"],
        *PLAN,
    ]
    _book(files, "verksamhetsplan.xlsx", {"Plan": plan})


def _book(files: Files, name: str, sheets: Mapping[str, list[Sequence[Cell]]], number_format: str = "General") -> None:
    book = empty_book()
    for sheet, lines in sheets.items():
        add_sheet(book, sheet, lines, number_format=number_format)
    files.save(book, name)
