"""Alternative texts and subtitles, written from the figures that the slide shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import listed
from deckbuilder.value import Suppressed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from deckbuilder.figures.figure import Figure, FigureTable
    from deckbuilder.page import ChartBlock, Series, TableBlock

_KINDS = {
    "column": "Stapeldiagram",
    "stacked": "Staplat diagram",
    "share": "Staplat diagram med andelar",
    "bar": "Liggande stapeldiagram",
    "line": "Linjediagram",
}


def table_alt(title: str, block: TableBlock) -> str:
    """Return what a table shows: title, size, and in full its totals, else its subtotals, else its first row."""
    columns = listed(dict.fromkeys(_column_name(column.group, column.header) for column in block.columns[1:]))
    rows = [row for row in block.rows if row.kind != "group"]
    text = f"Tabell: {title}. {len(rows)} {'rad' if len(rows) == 1 else 'rader'} med {columns}."
    by_kind = {kind: [row for row in block.rows if row.kind == kind] for kind in ("total", "subtotal")}
    for row in by_kind["total"] or by_kind["subtotal"] or rows[:1]:
        cells = zip(block.columns[1:], row.cells[1:], strict=True)
        values = listed(f"{_column_name(column.group, column.header)} {cell.text}" for column, cell in cells)
        text += f" {row.cells[0].text}: {values}."
    return text


def _column_name(group: str, header: str) -> str:
    return f"{group} {header}".strip().lower()


def chart_alt(title: str, block: ChartBlock) -> str:
    """Return what a chart shows: kind, measure, unit and period, and each series' latest or extreme values."""
    seen = [number for number, series in enumerate(block.series) if series.role != "hidden"]
    with_line = " med linje" if block.kind != "line" and any(one.mark == "line" for one in block.series) else ""
    text = f"{_KINDS[block.kind]}{with_line}: {title}."
    text += "".join(f" {_series_words(block, number)}" for number in seen)
    if block.target is not None:
        target = swedish.number(block.target, block.decimals)
        text += f" {block.target_label.removesuffix(target).strip()}: {target}."
    return text


def _series_words(block: ChartBlock, number: int) -> str:
    series = block.series[number]
    names = [category.replace("\n", " ") for category in block.categories]
    known = [(value, name) for value, name in zip(series.values, names, strict=True) if value is not None]
    if not known:
        return f"{series.name}: inga värden."
    if block.kind == "line" or series.mark == "line" or len(known) == 1:
        (first, start), (last, end) = known[0], known[-1]
        was = f" ({start}: {_number(block, first, series)})" if len(known) > 1 else ""
        return f"{series.name} {end}: {_number(block, last, series)}{was}."
    (low, lowest), (high, highest) = min(known), max(known)
    own = ""
    if block.highlight is not None and (value := series.values[block.highlight]) is not None:
        own = f" {names[block.highlight]}: {_number(block, value, series)}."
    low_text, high_text = _number(block, low, series), _number(block, high, series)
    return f"{series.name}: lägst {lowest} {low_text}, högst {highest} {high_text}.{own}"


def _number(block: ChartBlock, value: Decimal, series: Series) -> str:
    """Return a value as it is written at its point; that on the axis to the right has its own unit."""
    if not series.second:
        return swedish.number(value, block.decimals, sign=block.signed)
    unit = block.second_unit[:1].lower() + block.second_unit[1:]
    return f"{swedish.number(value, block.second_decimals)} {unit}".rstrip()


def subtitle(unit: str, period: str) -> str:
    """Return the line under a title that was not written: unit and period."""
    return ", ".join(word for word in (swedish.capital(unit), period) if word)


def gap(figures: Iterable[Figure]) -> str:
    """Return why there is no number: one of the figures is withheld, else one is missing; "" when all have numbers."""
    lacking = [figure.value for figure in figures if figure.number is None]
    if any(isinstance(value, Suppressed) for value in lacking):
        return "skyddad uppgift"
    return "uppgift saknas" if lacking else ""


def described(table: FigureTable, title: str) -> str:
    """Return what figures are: their own label, else the slide's title."""
    return table.label or title
