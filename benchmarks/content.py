"""What both sides of the benchmark show: the same slides, made from the slide's number and nothing else."""

from __future__ import annotations

from typing import NamedTuple

REPORT, PERIOD, PERIOD_NAME = "Prestandaprov", "2024-07", "juli 2024"
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
SERIES = ("Utfall", "Budget", "Föregående år")
HEADERS = ("Utfall", "Budget", "Diff", "Ack utfall", "Ack budget", "Ack diff", "Helår", "Prognos", "Helår diff")
KEY, TOTAL = "Enhet", "Totalt"
ROWS = 14  # and a total: 15
NBSP, MINUS = "\u00a0", "\u2212"


class ChartSlide(NamedTuple):
    """Columns by month; a tuple of values per series."""

    number: int
    title: str
    subtitle: str
    source: str
    series: tuple[tuple[int, ...], ...]


class TableSlide(NamedTuple):
    """Rows of a name and nine numbers; the last row is the total of the others."""

    number: int
    title: str
    subtitle: str
    source: str
    rows: tuple[tuple[str, tuple[int, ...]], ...]


class TextSlide(NamedTuple):
    """Bullets as (level, text)."""

    number: int
    title: str
    bullets: tuple[tuple[int, str], ...]


Slide = ChartSlide | TableSlide | TextSlide


def slides(count: int) -> list[Slide]:
    """Return `count` slides: charts, tables and bullets by turns."""
    kinds = (_chart, _table, _text)
    return [kinds[(number - 1) % 3](number) for number in range(1, count + 1)]


def shown(value: int) -> str:
    """Write a number as Swedes do: `−1 234`, with a no-break space and a real minus."""
    return f"{value:,}".replace(",", NBSP).replace("-", MINUS)


def _value(slide: int, row: int, column: int) -> int:
    """Return a number that looks like tkr of a unit, the same each time."""
    return (slide * 7919 + row * 104_729 + column * 1_299_709) % 90_000 + 1_000


def _chart(number: int) -> Slide:
    series = tuple(tuple(_value(number, m, s) for m in range(len(MONTHS))) for s in range(len(SERIES)))
    title = f"Kostnaden per månad för verksamhet {number} ligger nära budget"
    return ChartSlide(number, title, f"Tkr, {PERIOD_NAME}", f"Källa: diagram_{number}.csv", series)


def _table(number: int) -> Slide:
    rows: list[tuple[str, tuple[int, ...]]] = []
    for row in range(1, ROWS + 1):
        month, budget, so_far, planned, year, forecast = (_value(number, row, c) for c in range(6))
        values = (month, budget, budget - month, so_far, planned, planned - so_far, year, forecast, year - forecast)
        rows.append((f"Enhet {number}.{row}", values))
    rows.append((TOTAL, tuple(sum(values[c] for _, values in rows) for c in range(len(HEADERS)))))
    title = f"Verksamhet {number} kostar {shown(rows[-1][1][3])}{NBSP}tkr hittills i år"
    source = f"Källa: tabell_{number}.csv. Summor och skillnader är räknade på oavrundade tal"
    return TableSlide(number, title, f"Tkr, {PERIOD_NAME}", source, tuple(rows))


def _text(number: int) -> Slide:
    bullets: list[tuple[int, str]] = []
    for point in range(1, 4):
        bullets.append((0, f"Punkt {point} om verksamhet {number}: läget är stabilt och följer planen"))
        bullets += [(1, f"Underpunkt {number}.{point}.{sub} säger vad som har hänt under månaden") for sub in (1, 2)]
    return TextSlide(number, f"Läget i verksamhet {number} är i stort sett oförändrat", tuple(bullets))
