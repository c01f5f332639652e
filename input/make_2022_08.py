"""Make the sample input for August 2022 out of what was published.

Reads ``tests/facts/2022-08/*.csv`` and writes ``input/2022-08/``, with the same files and columns as July 2024 where
they recur. The waiting patients of every month add up to the published ones; most other figures were pictures in the
publication and are example data, as ``input/2022-08/README.md`` tells. A second run gives the same bytes.

Run it from the project's folder: ``python -m input.make_2022_08``.
"""

import csv
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from input.sample import (
    BUP,
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
    swedish,
    varied,
)  # fmt: skip

PERIOD = "2022-08"
TARGET = Path(__file__).parent / PERIOD
FACTS = Path(__file__).parents[1] / "tests" / "facts" / PERIOD
FILES = Files(TARGET, datetime(2022, 9, 14, 7, 30, tzinfo=UTC))
PRINTED = "Utskriven 2022-09-14"
EXAMPLE = "EXEMPEL"
SEED = 202208

# ------------------------------------------------- figures published or made up

# tkr, example: accumulated 2021, accumulated 2022, accumulated budget, budget of the year, forecast of the year.
RESULT: dict[str, tuple[int, int, int, int, int]] = {
    "Regionstyrelsen": (-2_118_420, -2_204_615, -2_186_300, -3_279_400, -3_311_900),
    "Hälso- och sjukvårdsnämnd": (-4_012_735, -4_263_180, -3_986_700, -6_012_500, -6_398_000),
    "Regionala utvecklingsnämnd": (-268_140, -271_905, -276_200, -414_300, -409_800),
    "Folkhögskolestyrelsen": (-6_215, -7_040, -8_100, -13_200, -12_400),
    "Patientnämnd": (-3_310, -3_655, -3_900, -6_100, -5_800),
    "Revision": (-3_985, -4_120, -4_700, -8_200, -8_100),
    "Skatteintäkter": (4_958_200, 5_236_410, 5_121_000, 7_688_000, 7_861_500),
    "Generella Statsbidrag": (1_689_300, 1_741_860, 1_655_400, 2_482_700, 2_609_000),
    "Finansiella likvidströmmar": (-214_900, -262_340, -269_800, -404_700, -396_200),
    "Finansiella värderingar": (411_600, -186_450, 110_000, 165_000, -150_000),
}

# tkr, example: net cost of the months of a year that are in the file, and how it falls on January to December.
NET_COST: dict[int, tuple[range, int]] = {
    2019: (range(9, 13), 2_985_300),
    2020: (range(1, 13), 9_064_100),
    2021: (range(1, 13), 9_703_900),
    2022: (range(1, 9), 6_754_515),
}
NET_COST_SEASON = (98, 96, 101, 99, 101, 107, 104, 95, 97, 101, 101, 104)

# tkr, example: outcome, forecast, budget.
INVESTMENTS: dict[str, tuple[int, int, int]] = {
    "Fastighet": (297_415, 521_300, 684_000),
    "MT": (71_260, 142_800, 150_000),
    "IT": (31_905, 61_400, 65_000),
    "Hjälpmedel": (19_870, 30_600, 30_000),
    "Verksamhetservice": (1_940, 4_600, 5_000),
    "Regional utveckling": (420, 900, 1_000),
}

# Mkr, example: reached up to April, planned and reached so far, and the goal of the year.
SAVINGS: tuple[tuple[str, float, float, float, float], ...] = (
    ("Bemanning och inhyrd personal", 12.0, 42.0, 31.5, 66.0),
    ("Läkemedel och material", 10.4, 24.0, 22.8, 36.0),
    ("Administration", 9.1, 18.0, 19.4, 27.0),
    ("Köpt vård", 5.6, 16.0, 12.3, 24.0),
    ("Lokaler och service", 5.9, 12.0, 12.9, 18.0),
    ("Resor och konferenser", 6.2, 10.0, 14.6, 15.0),
)

# Mkr, example: the cost without the new agreement, and what that adds: a quarter of the growth since 2022.
PENSION_COST: tuple[tuple[str, int, int], ...] = (
    ("2022", 820, 0),
    ("2023", 1_135, 105),
    ("2024", 1_240, 140),
    ("2025", 940, 40),
    ("2026", 910, 30),
)
PENSION_SHARE = "25"

# The names are published, and which are behind; the words of the status are example. None was off plan.
ON, PART = "Enligt plan →", "Delvis →"
INITIATIVES: tuple[tuple[str, str | None, str | None, str | None, str | None], ...] = (
    ("Intelligent automation (IA)", "Delvis ↘", ON, "Delvis ↘", PART),
    ("Förenklad inloggning", PART, ON, ON, PART),
    ("Systemstöd MDR", "delvis →", ON, ON, PART),
    ("Framtidens intranät", PART, ON, ON, "Delvis → "),
    ("Framtidens service", ON, ON, PART, ON),
    ("Digitala kallelser", ON, ON, "Enligt plan ↗", ON),
    ("Resursplaneringssystem TESSA", ON, ON, "Enligt plan ↗", PART),
    ("Hälsodigitalen", ON, ON, "enligt plan →", ON),
    ("Digital signering och e-avrop", PART, ON, PART, ON),
    ("Flexibel arbetsplats", ON, "Enligt plan → ", ON, ON),
)

# Names of July 2024; the colours are example. None was red.
PROJECTS: tuple[tuple[str, int, str, str | None, str | None, str | None], ...] = (
    ("NUS By 4 och 10CDE ombyggnad vån 0 till 4", 1121212, "Pågår", "Grön", "Gul", "Grön"),
    ("Nus Norra Labutveckling", 1121217, "Pågår", "Grön", "Grön", "Gul"),
    ("NUS by 3A, Pl. 9 HPL Verksamhetslokaler för OP", 1121300, "Pågår", "Gul", "Gul", "Grön"),
    ("Skellefteå nya vårdbyggnader", 1122105, "Pågår", "Grön", "Grön", "Gul"),
    ("Ske by210 Parkeringshus nyb", 1122217, "Ej påbörjad", "Gul", "Gul", None),
    ("Ske by135 Ny reservkraft Partnering", 2112203, "Ej påbörjad", "Gul", "Gul", None),
)

# Hours a year: the first forecast (published), and what is reached (example).
EFFECTS: tuple[tuple[str, int, int], ...] = (
    ("Arbetstid", 200_000, 126_500),
    ("Administrativ arbetstid", 30_000, 17_800),
)

# Name, value, unit, source: all published.
KEY_FIGURES: tuple[tuple[Cell, ...] | None, ...] = (
    ("Nya pensionsavtalets andel av ökningen", 25, "procent", "Ekonomistab"),
    None,
    ("Mål för ökad tillgänglighet i service", 3, "procent", "Regionservice"),
    None,
    ("Distansarbete högst", 50, "procent", "HR-stab"),
    ("Veckor innan Patientnämnden påminner", 4, "antal", "Patientnämnden"),
)

# Per cent of satisfied: our county and the country. August 2022 is published, the others are example.
SATISFIED: tuple[tuple[str, int, int], ...] = (
    ("2021-08", 54, 51),
    ("2021-09", 54, 51),
    ("2021-10", 55, 52),
    ("2021-11", 54, 52),
    ("2021-12", 52, 51),
    ("2022-01", 51, 50),
    ("2022-02", 52, 50),
    ("2022-03", 53, 51),
    ("2022-04", 54, 52),
    ("2022-05", 54, 52),
    ("2022-06", 55, 53),
    ("2022-07", 54, 53),
    ("2022-08", 53, 52),
)

# Per cent of trains within 15 and 5 minutes. July 2022 is published, the others are example.
PUNCTUALITY: tuple[tuple[str, int, int], ...] = (
    ("2021-07", 95, 87),
    ("2021-08", 94, 86),
    ("2021-09", 95, 88),
    ("2021-10", 94, 87),
    ("2021-11", 92, 83),
    ("2021-12", 89, 78),
    ("2022-01", 87, 75),
    ("2022-02", 88, 76),
    ("2022-03", 91, 81),
    ("2022-04", 93, 85),
    ("2022-05", 94, 86),
    ("2022-06", 93, 84),
    ("2022-07", 89, 78),
)

# Shares of the goal reached in the first and second tertial. The last row is published, the others are example.
SERVICE: tuple[tuple[str, float, float, float], ...] = (
    ("Fastighet", 0.986, 0.989, 1.0),
    ("Inköp", 0.881, 0.952, 1.0),
    ("IT/MT", 0.924, 0.968, 1.0),
    ("Servicecenter", 0.919, 0.970, 1.0),
    ("Intern service", 0.951, 0.984, 1.0),
    ("VO totalt", 0.937, 0.974, 1.0),
)

# Example: registered and closed. Published: unusually many in 2019, and 2022 is an estimate.
PATIENT_CASES: tuple[tuple[str, int, int], ...] = (
    ("2016", 652, 640),
    ("2017", 688, 671),
    ("2018", 704, 712),
    ("2019", 861, 823),
    ("2020", 742, 778),
    ("2021", 719, 735),
    ("2022 uppsk.", 690, 702),
)

# Example: statements asked for and reminders, 2021 and 2022. Published: 35 per cent in 2022, a little less than before.
REMINDERS: tuple[tuple[str, int, int, int, int], ...] = (
    ("jan", 52, 20, 48, 18),
    ("feb", 49, 18, 51, 17),
    ("mar", 57, 21, 55, 20),
    ("apr", 50, 18, 46, 15),
    ("maj", 48, 18, 50, 18),
    ("jun", 41, 16, 43, 16),
    ("jul", 27, 11, 25, 10),
    ("aug", 39, 15, 42, 12),
)
REMINDERS_SHARE = "35"

# ------------------------------------------------------- waiting patients

# Example: how the published number of those over 90 days falls on groups, and on the three spans of each.
WAITING_GROUPS: dict[str, dict[str, tuple[int, tuple[int, int, int]]]] = {
    "Förstabesök": {
        "Läkarbesök": (735, (63, 29, 8)),
        "Övriga yrkeskategorier": (230, (58, 30, 12)),
        BUP: (35, (66, 28, 6)),
    },
    "Åtgärd": {
        "Kirurgi": (240, (52, 35, 13)),
        "Utprovning hörapparat": (290, (36, 40, 24)),
        "Ögon": (190, (56, 34, 10)),
        "Öron, näsa, hals": (110, (44, 36, 20)),
        "Övrigt": (155, (58, 33, 9)),
        BUP: (15, (64, 30, 6)),
    },
}

# Example: waiting at most 90 days in an ordinary month, and each month in per cent of that.
WITHIN_90: dict[str, dict[str, tuple[int, int, int]]] = {
    "Förstabesök": {
        "Läkarbesök": (3_180, 2_610, 2_040),
        "Övriga yrkeskategorier": (1_120, 930, 720),
        BUP: (110, 92, 74),
    },
    "Åtgärd": {
        "Kirurgi": (470, 410, 330),
        "Utprovning hörapparat": (300, 270, 240),
        "Ögon": (360, 315, 250),
        "Öron, näsa, hals": (150, 130, 112),
        "Övrigt": (520, 455, 370),
        BUP: (36, 31, 26),
    },
}
WITHIN_90_SEASON: dict[str, tuple[int, int, int]] = {
    "2021-08": (82, 74, 108),
    "2021-09": (106, 88, 92),
    "2021-10": (110, 108, 94),
    "2021-11": (108, 110, 106),
    "2021-12": (92, 106, 110),
    "2022-01": (96, 94, 106),
    "2022-02": (104, 98, 98),
    "2022-03": (108, 104, 100),
    "2022-04": (104, 106, 104),
    "2022-05": (102, 104, 104),
    "2022-06": (94, 102, 104),
    "2022-07": (70, 92, 106),
    "2022-08": (78, 72, 104),
}


def _facts(name: str) -> list[list[str]]:
    """Return the rows of a published table, without its header."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def _shared_out(whole: int, weights: Sequence[float]) -> list[int]:
    """Share out a whole number by weights, so that the parts add up to it exactly."""
    exact = [whole * weight / sum(weights) for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda n: parts[n] - exact[n])
    for place in by_remainder[: whole - sum(parts)]:
        parts[place] += 1
    return parts


def _waiting_rows() -> list[WaitingRow]:
    """Return thirteen months; the spans over 90 days add up to what is published for each form."""
    noise = random.Random(SEED)  # noqa: S311 - example data, no secret
    rows: list[WaitingRow] = []
    for month, *published in _facts("vantande_over_90"):
        for (form, groups), over_90 in zip(WAITING_GROUPS.items(), map(int, published), strict=True):
            weights = [weight * noise.uniform(0.96, 1.04) for weight, _ in groups.values()]
            for (group, (_, spans)), count in zip(groups.items(), _shared_out(over_90, weights), strict=True):
                within = varied(WITHIN_90[form][group], WITHIN_90_SEASON[month], noise)
                rows.append(WaitingRow(month, form, group, (*within, *_shared_out(count, spans))))
    return rows


# ------------------------------------------------------------------- check


def _check() -> None:
    """Raise ``NotReproducedError`` at the first published figure that is missed."""
    rows = _waiting_rows()
    for month, *published in _facts("vantande_over_90"):
        for form, over_90 in zip(WAITING_GROUPS, published, strict=True):
            total = sum(row.over_90 for row in rows if (row.month, row.form) == (month, form))
            expect(f"vantande, {form}, {month}", over_90, Decimal(total))
    _, _, asked, reminded = column_sums(decimals(row[1:]) for row in REMINDERS)
    expect("paminnelser", REMINDERS_SHARE, 100 * reminded / asked)
    net_cost = sum(tkr[1] for tkr in list(RESULT.values())[:6])
    expect("nettokostnad", str(net_cost), Decimal(-NET_COST[2022][1]))
    for year, without, agreement in PENSION_COST[1:]:
        growth = without + agreement - PENSION_COST[0][1]
        expect(f"pensionskostnader, {year}", PENSION_SHARE, Decimal(100 * agreement) / growth)


# ------------------------------------------------------------ files, in order


def _result_of_region() -> None:
    rows: list[tuple[str, Numbers]] = [(name, decimals(tkr)) for name, tkr in RESULT.items()]
    lines = [
        [f"Region Västerbotten, resultat per nämnd, tkr ({EXAMPLE})"],
        ["Urval: ack 2208, alla nämnder"],
        ["Nämnd", "Ack utfall 2108", "Ack utfall 2208", "Ack budget 2208", "Budget helår", "Prognos helår"],
        *([label, *map(swedish, tkr)] for label, tkr in rows),
        ["TOTAL", *map(swedish, column_sums(tkr for _, tkr in rows))],
        [f"{PRINTED} 07:44"],
    ]
    FILES.csv("resultat_region.csv", lines, "utf-8-sig")


def _net_cost_per_month() -> None:
    """Write three years of months; January to August 2022 add up to the net cost of the result."""
    rows: list[list[str]] = []
    for year, (months, cost) in NET_COST.items():
        parts = _shared_out(cost, [NET_COST_SEASON[month - 1] for month in months])
        rows += [[f"{year}-{month:02}", swedish(-part)] for month, part in zip(months, parts, strict=True)]
    lines = [
        [f"Verksamhetens nettokostnad per månad, tkr ({EXAMPLE})"],
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
        [f"Investeringar 2022, uppföljning t.o.m. augusti ({EXAMPLE})"],
        ["Belopp i tkr. Prognos enligt senaste lämnade."],
        [],
        ["Område", "Utfall ack", "Prognos helår", "Årsbudget"],
        *rows,
        ["Totalt", *total],
    ]
    add_sheet(book, "Uppföljning", lines, merged=["A1:D1"], number_format=TKR)
    FILES.save(book, "investeringar.xlsx")


def _workbook(name: str, sheet: str, lines: Sequence[Sequence[Cell]], merged: str, number_format: str) -> None:
    """Save a workbook of one sheet, with its title over the whole width."""
    book = empty_book()
    add_sheet(book, sheet, lines, merged=[merged], number_format=number_format)
    FILES.save(book, name)


def _savings() -> None:
    title = [f"Omställningsplan, effekt ack augusti 2022, Mkr ({EXAMPLE})"]
    header = ["Åtgärdsområde", "Effekt april", "Plan ack", "Effekt ack", "Mål helår"]
    _workbook("omstallningsplan.xlsx", "Effekt", [title, [], header, *SAVINGS], "A1:E1", "0.0")


def _pension_cost() -> None:
    lines = [
        [f"Pensionskostnader i budget 2023-2026, Mkr ({EXAMPLE})"],
        ["År", "Pensionskostnad", "Varav nya avtalet"],
        *([year, swedish(without + agreement), swedish(agreement)] for year, without, agreement in PENSION_COST),
        [f"{PRINTED} 08:05"],
    ]
    FILES.csv("pensionskostnader.csv", lines, "utf-8-sig")


def _waiting() -> None:
    FILES.waiting(_waiting_rows(), PRINTED)


def _development_portfolio() -> None:
    lines: list[Sequence[Cell]] = [
        ["Initiativ i utvecklingsportföljen, status augusti 2022"],
        ["Skriv Enligt plan, Delvis eller Ej enligt plan, och pil → ↗ ↘"],
        ["Initiativ", "Tid", "Kostnad", "Resultat", "Resurser"],
        *INITIATIVES,
    ]
    _workbook("utvecklingsportfolj.xlsx", "Initiativ", lines, "A1:E1", "General")


def _property_portfolio() -> None:
    lines: list[Sequence[Cell]] = [
        ["Fastighetsportföljen, status augusti 2022"],
        [],
        ["Projekt", "Projektnr", "Status", "Tid", "Budget", "Resurs"],
        *PROJECTS,
    ]
    _workbook("fastighetsportfolj.xlsx", "Projekt", lines, "A1:F1", "0")


def _effects() -> None:
    lines: list[Sequence[Cell]] = [
        ["Framtidens service, frigjord arbetstid, timmar om året"],
        ["Effekt", "Prognos", "Uppnått"],
        *EFFECTS,
    ]
    _workbook("effekthemtagning.xlsx", "Effekter", lines, "A1:C1", TKR)


def _key_figures() -> None:
    lines: list[Sequence[Cell]] = [
        ["Enstaka uppgifter till månadsrapporten, augusti 2022"],
        ["Namn", "Värde", "Enhet", "Uppgift från"],
        *(row or () for row in KEY_FIGURES),
    ]
    _workbook("nyckeltal.xlsx", "Nyckeltal", lines, "A1:D1", "General")


def _service() -> None:
    lines: list[Sequence[Cell]] = [
        ["Servicens tillgänglighet, måluppfyllelse per tertial 2022"],
        [],
        ["Verksamhet", "Tertial 1", "Tertial 2", "Mål"],
        *SERVICE,
    ]
    _workbook("tillganglighet_service.xlsx", "Måluppfyllelse", lines, "A1:D1", PERCENT)


def _per_cents(title: str, header: Sequence[str], rows: Sequence[tuple[str, int, int]], name: str) -> None:
    """Write rows of per cents, each with its sign after a no-break space."""
    lines = [[title], header, *([month, *(f"{value}{NBSP}%" for value in values)] for month, *values in rows)]
    FILES.csv(name, [*lines, [f"{PRINTED} 08:31"]], "utf-8-sig")


def _public_transport() -> None:
    header = ["Månad", "Västerbotten", "Riket"]
    _per_cents("Nöjda resenärer och allmänhet, NKI, buss", header, SATISFIED, "nki.csv")
    header = ["Månad", "Inom 15 minuter", "Inom 5 minuter"]
    _per_cents("Norrtåg, tåg i tid", header, PUNCTUALITY, "punktlighet.csv")


def _patients() -> None:
    lines = [
        [f"Patientnämndens ärenden ({EXAMPLE})", "", ""],
        ["År", "Registrerade", "Avslutade"],
        *([year, *mixed(n, counts)] for n, (year, *counts) in enumerate(PATIENT_CASES)),
        [f"{PRINTED} 08:40", "", ""],
    ]
    FILES.csv("patientnamnden.csv", lines, "cp1252")
    header = "Månad;Begärda yttranden 2021;Påminnelser 2021;Begärda yttranden 2022;Påminnelser 2022"
    lines = [
        [f"Yttranden och påminnelser per månad ({EXAMPLE})"],
        header.split(";"),
        *([month, *map(str, counts)] for month, *counts in REMINDERS),
        [f"{PRINTED} 08:41"],
    ]
    FILES.csv("paminnelser.csv", lines, "utf-8-sig")


def _civil_areas() -> None:
    counties: dict[tuple[str, str], list[str]] = {}
    for area, in_charge, county in _facts("civilomraden"):
        counties.setdefault((area, in_charge), []).append(_short(county))
    lines = [
        ["Civilområden från den 1 oktober 2022"],
        ["Civilområde", "Ansvarig länsstyrelse", "Län"],
        *([area, _short(in_charge), ", ".join(names)] for (area, in_charge), names in counties.items()),
        [f"{PRINTED} 08:50"],
    ]
    FILES.csv("civilomraden.csv", lines, "utf-8-sig")


def _short(county: str) -> str:
    """Return a county as people say it: Hallands län is Halland, Uppsala län is Uppsala."""
    return county.removesuffix(" län").removesuffix("s")


def main() -> None:
    """Check the figures, then write every file."""
    _check()
    TARGET.mkdir(exist_ok=True)
    _result_of_region()
    _net_cost_per_month()
    _investments()
    _savings()
    _pension_cost()
    _waiting()
    _development_portfolio()
    _property_portfolio()
    _effects()
    _key_figures()
    _service()
    _public_transport()
    _patients()
    _civil_areas()


if __name__ == "__main__":
    main()
