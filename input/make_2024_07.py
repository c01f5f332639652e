"""Make the sample input for July 2024 out of the published tables.

Reads ``tests/facts/2024-07/*.csv`` and writes ``input/2024-07/``: exports and
hand-kept workbooks, as messy as real ones. Sums and differences of the rows,
rounded last, give every published cell; ``_check`` raises if one does not come
out, before anything is written. A second run gives the same bytes.
``input/2024-07/README.md`` tells which rows are example data.

Run it from the project's folder: ``python -m input.make_2024_07``.
"""

import csv
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import cos, pi
from pathlib import Path
from typing import NamedTuple

from input import series_2024_07
from input.sample import (
    BUP,
    MINUS,
    NBSP,
    PERCENT,
    TKR,
    Cell,
    Files,
    Numbers,
    WaitingRow,
    add_sheet,
    column_sums,
    decimals,
    empty_book,
    expect,
    mixed,
    number,
    spread,
    swedish,
    varied,
)  # fmt: skip

PERIOD = "2024-07"
TARGET = Path(__file__).parent / PERIOD
FACTS = Path(__file__).parents[1] / "tests" / "facts" / PERIOD

PRINTED = "Utskriven 2024-08-12"
FILES = Files(TARGET, datetime(2024, 8, 12, 7, 30, tzinfo=UTC))
SEED = 202407

# ------------------------------------------------- figures solved or made up

# tkr, example: net cost of the months between those that are published, and how a year's cost falls on its months.
NET_COST = {range(202209, 202213): 3_521_460, range(202308, 202313): 4_588_730}
NET_COST_SEASON = (98, 96, 101, 99, 101, 107, 104, 95, 97, 101, 101, 104)

# tkr: outcome, forecast, budget. Rounded to Mkr they give investeringar_mkr.csv.
INVESTMENTS: dict[str, tuple[int, int, int]] = {
    "Fastighet": (376_812, 713_946, 648_000),
    "MT": (58_743, 168_204, 175_000),
    "IT": (22_618, 70_240, 70_000),
    "Hjälpmedel": (19_704, 31_905, 32_000),
    "Verksamhetservice": (212, 4_000, 4_000),
    "Regional utveckling": (655, 1_120, 1_000),
}

# Kronor: outcome 2024, outcome 2023, in the order of resekostnader_tkr.csv.
TRAVEL = (
    ("2944612.50", "3850914.20"),
    ("26320318.75", "26028884.10"),
    ("1761905.00", "1981246.80"),
    ("456880.40", "726215.00"),
    ("91214.00", "108302.60"),
    ("30068.30", "85190.25"),
)
TRAVEL_PLAN = Decimal("0.85")

# tkr: area, category, outcome 2023, outcome 2024.
HIRED: tuple[tuple[str, str, int, int], ...] = (
    ("Primärvård", "Läkare", -68_812, -66_795),
    ("Primärvård", "Sjuksköterska", -10_662, -8_018),
    ("Sjukhusvård", "Läkare", -57_884, -62_912),
    ("Sjukhusvård", "Sjuksköterska", -26_763, -28_441),
)

# tkr, example: month, outcome 2023, budget 2024, outcome 2024.
STAFF_COST: tuple[tuple[str, int, int, int | None], ...] = (
    ("jan", 571_204, 597_100, 617_892),
    ("feb", 563_918, 590_300, 613_405),
    ("mar", 579_462, 604_800, 628_140),
    ("apr", 572_835, 599_400, 622_517),
    ("maj", 583_771, 609_900, 636_288),
    ("jun", 604_289, 628_700, 657_934),
    ("jul", 641_357, 664_500, 694_663),
    ("aug", 598_126, 621_300, None),
    ("sep", 574_590, 599_800, None),
    ("okt", 578_943, 604_200, None),
    ("nov", 582_017, 608_100, None),
    ("dec", 601_488, 626_900, None),
)

# Example: beds that are open and taken, day by day.
BEDS_FROM = date(2024, 1, 1)
BED_DAYS = 213
BEDS, BEDS_IN_SUMMER, SUMMER_WEEK, SATURDAY = 612, 518, 26, 5
BEDS_NOT_EXPORTED = {date(2024, 5, 18), date(2024, 5, 19)}

# Published: the cost of staff against the year before, per cent.
STAFF_COST_GROWTH = (
    ("2020", "6,4"),
    ("2021", "1,2"),
    ("2022", "1,2"),
    ("2023", "9,9"),
    ("2024 ack juli", "8,6"),
)

# Two diffs are published as -3,0 although 13,9 - 16,8 is -2,9: more decimals below.
PENSION_RETURNS: dict[str, tuple[float, float]] = {
    "Juli": (0.019, 0.021),
    "YTD": (0.107, 0.127),
    "12 mån": (0.1386, 0.1684),
    "sen start 1/12 2023": (0.1386, 0.1684),
}

# The colours were lost, so every word is example data.
ON_TRACK = "Enligt plan →"
STATUS_TYPED: dict[tuple[str, str], str] = {
    ("FVIS programmet", "Tid"): "Delvis →",
    ("FVIS programmet", "Kostnad"): "Delvis →",
    ("Digitala kallelser", "Tid"): "Delvis →",
    ("Införande LifecareSP", "Resurser"): "delvis →",
    ("Resursplaneringssystem TESSA", "Kostnad"): "Delvis → ",
    ("Flexibel arbetsplats", "Tid"): "Enligt plan → ",
    ("Externa remisser och svar", "Resurser"): "Enligt plan →  ",
    ("Svevac", "Resultat"): "enligt plan →",
    ("Säker digital kommunikation", "Tid"): "enligt plan → ",
}
PROJECT_YELLOW = {(1122105, "Budget"), (2112203, "Tid")}

# Name, value, unit, source. None is a row left empty. "9,2" was typed as text.
KEY_FIGURES: tuple[tuple[Cell, ...] | None, ...] = (
    ("Låneskuld", 2220, "Mkr", "Ekonomistab"),
    ("Snittränta låneskuld", 2.7, "procent", "Ekonomistab"),
    ("Checkräkningskredit", 300, "Mkr", "Ekonomistab"),
    ("Ränta checkräkningskredit", "9,2", "procent", "Ekonomistab"),
    ("Likviditet lägst", 200, "Mkr", "Ekonomistab"),
    ("Likviditet högst", 300, "Mkr", "Ekonomistab"),
    ("Upplåningsbehov lägst", 200, "Mkr", "Ekonomistab"),
    ("Upplåningsbehov högst", 400, "Mkr", "Ekonomistab"),
    ("Lån förfaller oktober", 200, "Mkr", "Ekonomistab"),
    ("Lån förfaller november", 120, "Mkr", "Ekonomistab"),
    None,
    ("Marknadsvärde pensionsportfölj", 6186, "Mkr", "Kapitalförvaltning"),
    ("Avkastning pensionsportfölj juli", 1.9, "procent", "Kapitalförvaltning"),
    ("Avkastning pensionsportfölj ack", 10.7, "procent", "Kapitalförvaltning"),
    ("Avkastning pensionsportfölj ack Mkr", 595, "Mkr", "Kapitalförvaltning"),
    None,
    ("Besparing administration", 100, "Mkr", "Regiondirektörens stab"),
    ("Besparing administration tjänster", 130, "antal", "Regiondirektörens stab"),
    ("Underskott kollektivtrafik prognos", 16, "Mkr", "Kollektivtrafik"),
    None,
    ("Befolkningstillväxt Västerbotten", 1.06, "procent", "Befolkningsstatistik"),
    ("Befolkningstillväxt riket", 0.05, "procent", "Befolkningsstatistik"),
    ("Befolkningstillväxt Blekinge", -0.76, "procent", "Befolkningsstatistik"),
    ("Befolkningstillväxt snitt tio år", 0.66, "procent", "Befolkningsstatistik"),
    None,
    ("FVIS utfall juni och juli", 13.8, "Mkr", "FVIS-programmet"),
    ("FVIS prognos juni och juli", 17.2, "Mkr", "FVIS-programmet"),
    ("FVIS timmar juni och juli", 17000, "antal", "FVIS-programmet"),
    ("FVIS timmar prognos", 22700, "antal", "FVIS-programmet"),
    ("FVIS förlikning", 3, "Mkr", "FVIS-programmet"),
    ("FVIS över budget till programmets slut", 92, "Mkr", "FVIS-programmet"),
    None,
    ("Ersättning från försäkring högst", 10, "Mkr", "Ekonomistab"),
    ("Anställda som avtalen gäller", 1200000, "antal", "HR-stab"),
    ("Sjukfrånvaro Regionstyrelsen kvinnor", 6.1, "procent", "HR-stab"),
    ("Sjukfrånvaro Regionstyrelsen män", 3.3, "procent", "HR-stab"),
    None,
    ("Sammanträde", "2024-08-27", "text", "Regiondirektörens stab"),
)

LESS_ADMINISTRATION: tuple[tuple[str, float, float], ...] = (
    ("Hälso- och sjukvårdsförvaltningen", 1.0, 1.0),
    ("Regionala utvecklingsförvaltningen", 1.0, 1.0),
    ("Regionstyrelsens förvaltning", 1.09, 1.0),
)

# ------------------------------------------------------- waiting patients

# Solved: the six waiting times in June and in July give WAITING_PUBLISHED.
WAITING_JUNE_JULY: dict[tuple[str, str], tuple[tuple[int, ...], tuple[int, ...]]] = {
    ("Förstabesök", "Läkarbesök"): (
        (2784, 2296, 1828, 2047, 1007, 334),
        (2105, 2108, 2167, 2981, 1268, 311),
    ),
    ("Förstabesök", "Övriga yrkeskategorier"): (
        (948, 806, 628, 577, 322, 145),
        (748, 779, 757, 803, 371, 163),
    ),
    ("Förstabesök", BUP): ((96, 83, 66, 113, 47, 12), (61, 84, 94, 108, 52, 12)),
    ("Åtgärd", "Kirurgi"): (
        (356, 334, 278, 507, 372, 142),
        (214, 271, 327, 635, 421, 148),
    ),
    ("Åtgärd", "Utprovning hörapparat"): (
        (196, 189, 156, 630, 826, 592),
        (118, 153, 184, 705, 872, 641),
    ),
    ("Åtgärd", "Ögon"): (
        (271, 254, 209, 404, 268, 100),
        (171, 219, 258, 482, 295, 96),
    ),
    ("Åtgärd", "Öron, näsa, hals"): (
        (126, 122, 103, 223, 203, 114),
        (74, 97, 116, 256, 219, 137),
    ),
    ("Åtgärd", "Övrigt"): (
        (489, 452, 364, 684, 466, 172),
        (281, 372, 435, 908, 541, 174),
    ),
    ("Åtgärd", BUP): ((33, 28, 24, 37, 21, 5), (17, 25, 30, 47, 26, 5)),
}

# Example: each waiting time in per cent of June 2024.
WAITING_SEASON: dict[str, tuple[int, ...]] = {
    "2023-07": (76, 92, 118, 112, 102, 90),
    "2023-08": (80, 80, 114, 124, 106, 92),
    "2023-09": (104, 88, 98, 116, 110, 94),
    "2023-10": (108, 106, 98, 102, 110, 96),
    "2023-11": (106, 108, 108, 95, 106, 97),
    "2023-12": (94, 106, 110, 95, 100, 98),
    "2024-01": (96, 96, 108, 100, 97, 99),
    "2024-02": (106, 99, 102, 99, 96, 99),
    "2024-03": (108, 106, 102, 94, 95, 99),
    "2024-04": (105, 107, 105, 92, 95, 99),
    "2024-05": (103, 104, 103, 95, 97, 100),
}


class WaitingPublished(NamedTuple):
    """What the report says of one form of care; changes are since June."""

    total: int
    total_change: int
    share: str
    share_change: str
    over_90_change: int
    over_90_groups: Mapping[str, int]
    over_365_change: int
    over_365_groups: Mapping[str, int]


WAITING_PUBLISHED = {
    "Förstabesök": WaitingPublished(
        total=14_972,
        total_change=833,
        share="59,5",
        share_change="-8,2",
        over_90_change=1_465,
        over_90_groups={"Läkarbesök": 1_172, "Övriga yrkeskategorier": 293, BUP: 0},
        over_365_change=-5,
        over_365_groups={"Läkarbesök": -23, "Övriga yrkeskategorier": 18, BUP: 0},
    ),
    "Åtgärd": WaitingPublished(
        total=9_970,
        total_change=220,
        share="33,5",
        share_change="-7,1",
        over_90_change=842,
        over_90_groups={
            "Kirurgi": 183,
            "Utprovning hörapparat": 170,
            "Ögon": 101,
            "Öron, näsa, hals": 72,
        },
        over_365_change=76,
        over_365_groups={"Utprovning hörapparat": 49, "Öron, näsa, hals": 23},
    ),
}


# ------------------------------------------------------------- small tools

ASSIGNMENTS: list[Sequence[Cell]] = [
    [
        "Gemensamma administrativa funktioner",
        "Enligt plan →",
        "Första omgången är klar. Fler områden väntar på beslut.",
    ],
    ["Mindre hyrpersonal", "Delvis →", "Antalet veckor har minskat 7 %, men kostnaden har ökat 1 %."],
    ["Etiska prioriteringar för minskad vårdkonsumtion", "enligt plan", "Ramarna börjar ta form. Intresset är stort."],
    [
        "Bättre tillgänglighet vid valda enheter",
        "Ej enligt plan ↘",
        "Försämrades under konflikten. Uppdraget startar om.",
    ],
    ["Samspel mellan sjukhus och primärvård", "Enligt plan →", "Arbetsgrupp för hela länet är på plats."],
    ["Stärkt ledning och styrning ", "Enligt plan →", "Förankrat i nämnderna. Plan för 2025 finns."],
]

# Example: who answers for each assignment, as a role, and when it is to be done.
ASSIGNMENT_OWNERS: tuple[tuple[str, str], ...] = (
    ("Administrativ direktör", "2024-12-31"),
    ("Hälso- och sjukvårdsdirektör", "2024-12-31"),
    ("Chefläkare", "2025-06-30"),
    ("Verksamhetschefer", "2024-06-30"),
    ("Primärvårdschef", "2024-12-31"),
    ("Regiondirektör", "2024-10-31"),
)

# Example, but that the whole is yellow is published: risk, likelihood, consequence, measure.
RISKS: tuple[tuple[Cell, ...], ...] = (
    ("Förberedelserna blir inte klara i alla verksamheter", 4, 4, "Checklistan följs upp varje vecka"),
    ("Leverantören levererar senare än avtalat", 4, 3, "Tätare avstämning och gemensam leveransplan"),
    ("För få är utbildade när systemet tas i drift", 3, 4, "Fler utbildningstillfällen under hösten"),
    ("Besöken blir färre än beräknat vid driftstart", 2, 5, "Glesare bokning och mer personal de första veckorna"),
    ("Beslut som delas med andra regioner drar ut på tiden", 3, 3, "Beslutsvägarna är klarlagda"),
    ("Fler medarbetare än planerat behövs i programmet", 2, 2, "Bemanningen prövas varje månad"),
)


def _facts(name: str) -> list[list[str]]:
    """Return the rows of a published table, header first."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def _solution(name: str) -> list[tuple[str, Numbers]]:
    """Return label and whole tkr of each row of a solution table."""
    return [(row[0], tuple(map(Decimal, row[1:]))) for row in _facts(name)[1:]]


# ------------------------------------------------------------- rows as data


def _travel_rows() -> list[tuple[str, Numbers]]:
    """Return label and kronor: outcome 2024, outcome 2023, plan (85 % of 2023)."""
    labels = [row[0] for row in _facts("resekostnader_tkr")[1:-1]]
    rows: list[tuple[str, Numbers]] = []
    for label, (now, before) in zip(labels, TRAVEL, strict=True):
        plan = (Decimal(before) * TRAVEL_PLAN).quantize(Decimal("0.01"), ROUND_HALF_UP)
        rows.append((label, (Decimal(now), Decimal(before), plan)))
    return rows


def _hired_total(area: str | None = None, category: str | None = None) -> Numbers:
    """Return the cost of hired staff 2023 and 2024, of an area or a category."""
    return column_sums(
        (Decimal(before), Decimal(now))
        for row_area, row_category, before, now in HIRED
        if area in (None, row_area) and category in (None, row_category)
    )


def _agency() -> dict[int, tuple[int, ...]]:
    """Return what agency staff cost up to July, by year: primary care and hospitals."""
    care, hospitals = (_hired_total(area) for area in ("Primärvård", "Sjukhusvård"))
    years = zip((2023, 2024), care, hospitals, strict=True)
    return {year: tuple(-int(cost) for cost in costs) for year, *costs in years}


def _waiting_rows() -> list[WaitingRow]:
    """Return thirteen months; those before June 2024 are June times the season."""
    noise = random.Random(SEED)  # noqa: S311 - example data, no secret
    rows = [
        WaitingRow(month, form, group, varied(june, season, noise))
        for month, season in WAITING_SEASON.items()
        for (form, group), (june, _) in WAITING_JUNE_JULY.items()
    ]
    for index, month in enumerate(("2024-06", "2024-07")):
        rows += [WaitingRow(month, form, group, both[index]) for (form, group), both in WAITING_JUNE_JULY.items()]
    return rows


# ------------------------------------------------------------------- check


def _check_table(
    name: str,
    computed: Sequence[Sequence[Decimal]],
    *,
    labels: int = 1,
    wrong: frozenset[tuple[str, str]] = frozenset(),
) -> None:
    """Compare every cell of a published table; ``wrong`` cells are misprints."""
    header, *published = _facts(name)
    for row, figures in zip(published, computed, strict=True):
        cells = zip(header[labels:], row[labels:], figures, strict=True)
        for column, cell, figure in cells:
            if (row[0], column) not in wrong:
                expect(f"{name}, {row[0]}, {column}", cell, figure)


def _check_result_of_board() -> None:
    def cells(tkr: Numbers) -> Numbers:
        month, budget, before, now, plan, year, forecast = (x / 1000 for x in tkr)
        return (
            *(month, budget, month - budget, before, now, now - plan),
            *(year, forecast, forecast - year),
        )

    rows = [tkr for _, tkr in _solution("losning_regionstyrelsen_tkr")]
    computed = [cells(tkr) for tkr in [*rows, column_sums(rows)]]
    _check_table("resultatrapport_regionstyrelsen_mkr", computed)


# Published: forecast minus budget is another figure (166 Mkr was netted).
MISPRINTS = frozenset(
    (row, "prognos_avvikelse")
    for row in (
        "Hälso- och sjukvårdsnämnd",
        "Verksamhetens Nettokostnader",
        "Generella Statsbidrag",
        "Summa Skatter och statsbidrag",
    )
)


def _check_result_of_region() -> None:
    def cells(tkr: Numbers) -> Numbers:
        before, now, plan, year, forecast = (x / 1000 for x in tkr)
        return (before, now, plan, now - plan, year, forecast, forecast - year)

    rows = [tkr for _, tkr in _solution("losning_region_tkr")]
    net_cost, taxes, result = column_sums(rows[:6]), column_sums(rows[6:8]), column_sums(rows[:8])
    lines = [*rows[:6], net_cost, *rows[6:8], taxes, result]
    lines += [*rows[8:], column_sums(rows[8:]), column_sums(rows)]
    computed = [cells(tkr) for tkr in lines]
    _check_table("resultat_region_mkr", computed, wrong=MISPRINTS)


def _check_investments() -> None:
    rows = [decimals(tkr) for tkr in INVESTMENTS.values()]
    computed = [
        (now / 1000, forecast / 1000, budget / 1000, (budget - forecast) / 1000)
        for now, forecast, budget in [*rows, column_sums(rows)]
    ]
    _check_table("investeringar_mkr", computed)


def _check_travel() -> None:
    rows = [kronor for _, kronor in _travel_rows()]
    computed = [
        tuple(x / 1000 for x in (now, before, plan, now - plan, now - before))
        for now, before, plan in [*rows, column_sums(rows)]
    ]
    _check_table("resekostnader_tkr", computed)


def _check_hired() -> None:
    """Take change as cost less cost: minus is cheaper; per cent is of 2023."""

    def cells(before: Decimal, now: Decimal) -> Numbers:
        change = abs(now) - abs(before)
        return (before / 1000, now / 1000, change / 1000, 100 * change / abs(before))

    lines = []
    for area in ("Primärvård", "Sjukhusvård"):
        lines += [_hired_total(area, "Läkare"), _hired_total(area, "Sjuksköterska")]
        lines.append(_hired_total(area))
    lines.append(_hired_total())
    _check_table("hyrpersonal_mkr", [cells(*line) for line in lines], labels=2)
    for category, mkr, percent in (("Läkare", "3,0", "2"), ("Sjuksköterska", "-1,0", "-3")):
        change = cells(*_hired_total(category=category))
        expect(f"hyrpersonal, {category}, Mkr", mkr, change[2])
        expect(f"hyrpersonal, {category}, procent", percent, change[3])


def _check_staff_cost() -> None:
    known = [(before, now) for _, before, _, now in STAFF_COST if now is not None]
    before, now = column_sums(decimals(pair) for pair in known)
    expect("personalkostnader", "8,6", 100 * (now - before) / before)


def _check_pension() -> None:
    computed = []
    for portfolio, index in PENSION_RETURNS.values():
        pair = Decimal(str(portfolio)) * 100, Decimal(str(index)) * 100
        computed.append((*pair, pair[0] - pair[1]))
    _check_table("pensionsportfolj_avkastning", computed)


def _share(rows: Iterable[WaitingRow]) -> Decimal:
    """Per cent that have waited at most 90 days; Bup is outside the guarantee."""
    covered = [row for row in rows if row.group != BUP]
    total = sum(sum(row.days) for row in covered)
    return 100 * Decimal(total - sum(row.over_90 for row in covered)) / total


def _check_waiting() -> None:
    for form, published in WAITING_PUBLISHED.items():
        june, july = (
            {row.group: row for row in _waiting_rows() if (row.month, row.form) == (month, form)}
            for month in ("2024-06", "2024-07")
        )
        _check_waiting_form(form, published, june, july)


def _check_waiting_form(
    form: str,
    published: WaitingPublished,
    june: Mapping[str, WaitingRow],
    july: Mapping[str, WaitingRow],
) -> None:
    def change(count: Callable[[WaitingRow], int]) -> dict[str, int]:
        return {group: count(july[group]) - count(june[group]) for group in july}

    total, over_90 = change(lambda row: sum(row.days)), change(lambda row: row.over_90)
    over_365 = change(lambda row: row.over_365)
    pairs = [
        ("total", published.total, sum(sum(row.days) for row in july.values())),
        ("change", published.total_change, sum(total.values())),
        ("over 90", published.over_90_change, sum(over_90.values())),
        ("over 365", published.over_365_change, sum(over_365.values())),
        *((g, n, over_90[g]) for g, n in published.over_90_groups.items()),
        *((g, n, over_365[g]) for g, n in published.over_365_groups.items()),
    ]
    for what, wanted, computed in pairs:
        expect(f"vantande, {form}, {what}", str(wanted), Decimal(computed))
    after, before = _share(july.values()), _share(june.values())
    expect(f"vantande, {form}, share", published.share, after)
    expect(f"vantande, {form}, share change", published.share_change, after - before)


def _check() -> None:
    """Raise ``NotReproducedError`` at the first published cell that is missed."""
    _check_result_of_board()
    _check_result_of_region()
    _check_investments()
    _check_travel()
    _check_hired()
    _check_staff_cost()
    _check_pension()
    _check_waiting()
    series_2024_07.check(_agency())


# ------------------------------------------------------------ files, in order


def _result_of_board() -> None:
    rows = _solution("losning_regionstyrelsen_tkr")
    header = "Enhet;Utfall 2407;Budget 2407;Ack utfall 2307;Ack utfall 2407;"
    header += "Ack budget 2407;Budget helår;Prognos helår"
    empty = [""] * 8
    lines = [
        ["Resultatrapport Regionstyrelsen", *empty[1:]],
        ["Period: 2407", "Belopp i tkr", *empty[2:]],
        empty,
        header.split(";"),
        *([label, *mixed(row, tkr)] for row, (label, tkr) in enumerate(rows)),
        ["Summa", *mixed(0, column_sums(tkr for _, tkr in rows))],
        empty,
        [f"{PRINTED} 07:41", *empty[1:-1], "Sida 1 av 1"],
    ]
    FILES.csv("resultat_regionstyrelsen.csv", lines, "cp1252")


def _result_of_region() -> None:
    rows = _solution("losning_region_tkr")
    header = "Nämnd;Ack utfall 2307;Ack utfall 2407;Ack budget 2407;"
    header += "Budget helår;Prognos helår"
    lines = [
        ["Region Västerbotten, resultat per nämnd, tkr"],
        ["Urval: ack 2407, alla nämnder"],
        header.split(";"),
        *([label, *map(swedish, tkr)] for label, tkr in rows),
        ["TOTAL", *map(swedish, column_sums(tkr for _, tkr in rows))],
        [f"{PRINTED} 07:44"],
    ]
    FILES.csv("resultat_region.csv", lines, "utf-8-sig")


def _net_cost_per_month() -> None:
    """Write three years of months: the last of August 2022's file, then months that add up to the published result."""
    before, now, *_ = column_sums([tkr for _, tkr in _solution("losning_region_tkr")][:6])
    cost = NET_COST | {range(202301, 202308): -int(before), range(202401, 202408): -int(now)}
    noise = random.Random(SEED)  # noqa: S311 - example data, no secret
    with (TARGET.parent / "2022-08" / "nettokostnad_per_manad.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter=";") if "2021-08" <= row[0] <= "2022-08"]
    for months, whole in sorted(cost.items(), key=lambda item: item[0].start):
        parts = spread(whole, [NET_COST_SEASON[month % 100 - 1] for month in months], noise)
        rows += [[f"{m // 100}-{m % 100:02}", swedish(-part)] for m, part in zip(months, parts, strict=True)]
    lines = [
        ["Verksamhetens nettokostnad per månad, tkr"],
        ["Månad", "Nettokostnad"],
        *rows,
        [f"{PRINTED} 07:46"],
    ]
    FILES.csv("nettokostnad_per_manad.csv", lines, "utf-8-sig")


def _investments() -> None:
    book = empty_book()
    note = "Fylls i av respektive område. Endast fliken Uppföljning används."
    add_sheet(book, "Läs mig", [["Investeringsuppföljning"], [], [note]])
    rows: list[Sequence[Cell]] = [(area, *tkr) for area, tkr in INVESTMENTS.items()]
    total = [sum(column) for column in zip(*INVESTMENTS.values(), strict=True)]
    lines: list[Sequence[Cell]] = [
        ["Investeringar 2024, uppföljning t.o.m. juli"],
        ["Belopp i tkr. Prognos enligt senaste lämnade."],
        [],
        ["Område", "Utfall ack", "Prognos helår", "Årsbudget"],
        *rows[:4],
        [],
        *rows[4:],
        ["Totalt", *total],
    ]
    add_sheet(book, "Uppföljning", lines, merged=["A1:D1"], number_format=TKR)
    FILES.save(book, "investeringar.xlsx")


def _travel() -> None:
    rows = _travel_rows()
    rows.append(("Total", column_sums(kronor for _, kronor in rows)))
    lines = [
        ["Resekostnader per förvaltning, kronor"],
        ["Ack juli"],
        [],
        ["Förvaltning", "Ack utfall 2024", "Ack utfall 2023", "Ack plan 2024"],
        *([label, *mixed(n, k, MINUS, 2)] for n, (label, k) in enumerate(rows)),
        [f"{PRINTED} 08:02"],
    ]
    FILES.csv("resekostnader.csv", lines, "utf-8")


def _staff_cost() -> None:
    lines = [
        ["Personalkostnader hela regionen, tkr", "", "", ""],
        ["Månad", "Utfall 2023", "Budget 2024", "Utfall 2024"],
        *([month, *mixed(n, tkr)] for n, (month, *tkr) in enumerate(STAFF_COST)),
        [f"{PRINTED} 08:05", "", "", ""],
    ]
    FILES.csv("personalkostnader.csv", lines, "cp1252")


def _beds() -> None:
    """Write the beds of every day: full in winter, fewer in July and at weekends; one weekend was not exported."""
    chance = random.Random(SEED)  # noqa: S311 -- example data, not secrets
    lines = [["Vårdplatser per dygn, somatisk slutenvård", "", ""], ["Datum", "Disponibla", "Belagda"]]
    for passed in range(BED_DAYS):
        day = BEDS_FROM + timedelta(days=passed)
        open_beds = BEDS_IN_SUMMER if day.isocalendar().week >= SUMMER_WEEK else BEDS
        season = 0.985 + 0.045 * cos(2 * pi * (passed - 35) / 366) - (0.07 if day.weekday() >= SATURDAY else 0)
        taken = round(open_beds * (season + chance.gauss(0, 0.018)))
        known = day not in BEDS_NOT_EXPORTED
        lines.append([day.isoformat(), str(open_beds), str(taken) if known else ""])
    lines.append([f"{PRINTED} 08:11", "", ""])
    FILES.csv("vardplatser.csv", lines, "utf-8-sig")


def _staff_cost_growth() -> None:
    lines = [
        ["Personalkostnad Regionstyrelsen, exkl. BE 8510"],
        ["År", "Ökning"],
        *([year, f"{percent}{NBSP}%"] for year, percent in STAFF_COST_GROWTH),
        [f"{PRINTED} 08:05"],
    ]
    FILES.csv("personalkostnad_arlig.csv", lines, "utf-8-sig")


def _sick_leave() -> None:
    parts = {
        "Region Västerbotten": "sjukfranvaro_region_procent",
        "Regionstyrelsens förvaltning": "sjukfranvaro_regionstyrelsen_procent",
    }
    header = "Förvaltning;Period;1-14 dagar;15-180 dagar;Över 180 dagar;Totalt"
    lines = [
        ["Sjukfrånvaro, procent", "", "", "", "", ""],
        ["Period 2306-2406", "", "", "", "", ""],
        header.split(";"),
        *([name, *row] for name, fact in parts.items() for row in _facts(fact)[1:]),
        [],
        [f"{PRINTED} 08:10"],
    ]
    FILES.csv("sjukfranvaro.csv", lines, "utf-8-sig")


def _waiting() -> None:
    FILES.waiting(_waiting_rows(), PRINTED)


def _development_portfolio() -> None:
    columns = ("Tid", "Kostnad", "Resultat", "Resurser")
    rows: list[Sequence[Cell]] = []
    for name, *arrows in _facts("utvecklingsportfolj_initiativ")[1:]:
        typed = [STATUS_TYPED.get((name, column), ON_TRACK) for column in columns]
        rows.append([name, *(typed if any(arrows) else [None] * 4)])
    lines = [
        ["Initiativ i utvecklingsportföljen, status juli 2024"],
        ["Skriv Enligt plan, Delvis eller Ej enligt plan, och pil → ↗ ↘"],
        ["Initiativ", *columns],
        *rows,
    ]
    book = empty_book()
    add_sheet(book, "Initiativ", lines, merged=["A1:E1", "A2:E2"])
    FILES.save(book, "utvecklingsportfolj.xlsx")


def _property_portfolio() -> None:
    columns = ("Tid", "Budget", "Resurs")
    rows: list[Sequence[Cell]] = []
    for name, code, status, *dots in _facts("fastighetsportfolj_projekt")[1:]:
        colours: list[Cell] = [
            ("Gul" if (int(code), column) in PROJECT_YELLOW else "Grön") if dot else None
            for column, dot in zip(columns, dots, strict=True)
        ]
        rows.append([name.removeprefix("▼ + "), int(code), status, *colours])
    lines = [
        ["Fastighetsportföljen, status juli 2024"],
        [],
        ["Projekt", "Projektnr", "Status", *columns],
        *rows,
    ]
    book = empty_book()
    add_sheet(book, "Projekt", lines, merged=["A1:F1"], number_format="0")
    FILES.save(book, "fastighetsportfolj.xlsx")


def _hired() -> None:
    rows: list[list[str]] = []
    for area in ("Primärvård", "Sjukhusvård"):
        for row_area, category, *tkr in HIRED:
            if row_area == area:
                first = category == "Läkare"
                label = area if first else ""
                rows.append([label, category, *mixed(len(rows), tkr)])
        rows.append([f"Summa {area}", "", *mixed(0, _hired_total(area))])
    lines = [
        ["Köp av hyrpersonal, ack juli", "", "", ""],
        ["Hälso- och sjukvårdsförvaltningen", "", "Belopp i tkr", ""],
        ["", "", "", ""],
        ["Verksamhet", "Kategori", "Utfall 2023", "Utfall 2024"],
        *rows,
        ["TOTALT", "", *mixed(1, _hired_total())],
        [f"{PRINTED} 08:31", "", "", ""],
    ]
    FILES.csv("hyrpersonal.csv", lines, "cp1252")


def _hired_by_region() -> None:
    header = "Region;Totalt;Primärvård;Specialiserad psykiatrisk vård;"
    header += "Specialiserad somatisk vård;Övrig hälso- och sjukvård;Andel hyrpersonal"
    rows = [
        [row[0].replace("Norrbottnen", "Norrbotten"), *row[1:]] for row in _facts("hyrpersonal_per_region_procent")[1:]
    ]
    lines = [
        ["Kostnader för hyrpersonal, halvår 1 2024 mot halvår 1 2023"],
        [],
        header.split(";"),
        *([label, *(c.replace("-", MINUS) for c in cells)] for label, *cells in rows),
        [f"{PRINTED} 08:33"],
    ]
    FILES.csv("hyrpersonal_per_region.csv", lines, "utf-8-sig")


def _pension_portfolio() -> None:
    allocation: list[Sequence[Cell]] = [
        [name, *(float(number(cell) / 100) for cell in cells[:2])]
        for name, *cells in _facts("pensionsportfolj_allokering")[1:]
    ]
    title = ["Pensionsmedelsportföljen, juli 2024"]
    header = ["Tillgångsslag", "Portföljen", "Normalvikt"]
    book = empty_book()
    lines: list[Sequence[Cell]] = [title, header, *allocation]
    add_sheet(book, "Allokering", lines, merged=["A1:C1"], number_format=PERCENT)
    returns: list[Sequence[Cell]] = [[p, *pair] for p, pair in PENSION_RETURNS.items()]
    lines = [title, ["Period", "Portföljen", "Jämförelseindex"], *returns]
    add_sheet(book, "Avkastning", lines, merged=["A1:C1"], number_format=PERCENT)
    FILES.save(book, "pensionsportfolj.xlsx")


def _key_figures() -> None:
    lines: list[Sequence[Cell]] = [
        ["Enstaka uppgifter till månadsrapporten, juli 2024"],
        ["Namn", "Värde", "Enhet", "Uppgift från"],
        *(row or () for row in KEY_FIGURES),
    ]
    book = empty_book()
    add_sheet(book, "Nyckeltal", lines, merged=["A1:D1"])
    FILES.save(book, "nyckeltal.xlsx")


def _less_administration() -> None:
    lines: list[Sequence[Cell]] = [
        ["Minskad administration, måluppfyllelse juni 2024"],
        [],
        ["Förvaltning", "Uppnått", "Mål"],
        *LESS_ADMINISTRATION,
    ]
    book = empty_book()
    add_sheet(book, "Måluppfyllelse", lines, merged=["A1:C1"], number_format="0%")
    FILES.save(book, "minskad_administration.xlsx")


def _assignments() -> None:
    """Write the assignments from the council; their statuses are EXAMPLE, as the publication's colours are lost."""
    lines: list[Sequence[Cell]] = [
        ["Uppdrag från fullmäktige 2023-2024, läget i juli"],
        ["Uppdrag", "Status", "Läge", "Ansvarig", "Klart senast"],
        *([*row, *owner] for row, owner in zip(ASSIGNMENTS, ASSIGNMENT_OWNERS, strict=True)),
    ]
    book = empty_book()
    add_sheet(book, "Uppdrag", lines, merged=["A1:E1"])
    FILES.save(book, "uppdrag.xlsx")


def _risks() -> None:
    """Write the programme's risks; the total of yellow is published, the risks and their numbers are EXAMPLE."""
    lines: list[Sequence[Cell]] = [
        ["FVIS-programmet, risker i juli. Sannolikhet och konsekvens från 1 till 5"],
        ["Risk", "Sannolikhet", "Konsekvens", "Åtgärd"],
        *RISKS,
    ]
    book = empty_book()
    add_sheet(book, "Risker", lines, merged=["A1:D1"])
    add_sheet(book, "Läge", [["Program", "Samlad risk"], ["FVIS-programmet", "Gul"]])
    FILES.save(book, "risker.xlsx")


def main() -> None:
    """Check the figures, then write every file."""
    _check()
    TARGET.mkdir(exist_ok=True)
    _result_of_board()
    _result_of_region()
    _net_cost_per_month()
    _investments()
    _travel()
    _staff_cost()
    _staff_cost_growth()
    _beds()
    _sick_leave()
    _waiting()
    _development_portfolio()
    _property_portfolio()
    _hired()
    _hired_by_region()
    _pension_portfolio()
    _key_figures()
    _less_administration()
    _assignments()
    _risks()
    series_2024_07.write(FILES, _agency())


if __name__ == "__main__":
    main()
