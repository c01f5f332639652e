"""Patients waiting: how many, more than 90 and 365 days, and the share within the vårdgaranti, month by month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.figures import arithmetic
from deckbuilder.figures.cells import refuse_twins
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.figures.months import latest_month, rows_by_month, window
from deckbuilder.figures.waiting import OVER_90, OVER_365, SHARE, WAITING, Count, WaitingSpec, counts_by_month
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from deckbuilder.period import Period
    from deckbuilder.sources.table import SourceTable

SUMMARY = "Väntande patienter: antal, väntat över 90 och 365 dagar, och andel inom vårdgarantin."
Spec = WaitingSpec
_LABELS = {WAITING: "Väntande", OVER_90: "Väntat över 90 dagar", OVER_365: "Väntat över 365 dagar"}
_COUNTS = tuple(_LABELS)


def calculate(name: str, spec: WaitingSpec, table: SourceTable, period: Period) -> FigureTable:
    """Return forms and their groups × counts, share and changes; parts `over_90` and `andel` hold the months."""
    latest = latest_month(period, spec.lag, rows_by_month(table, spec.month), table)
    counts = counts_by_month(name, spec, table, window(latest, spec.months))
    now, before = counts[latest], counts[latest.previous]
    forms = list(dict.fromkeys(form for form, _ in now.rows))
    rows: list[Row] = []
    cells: dict[tuple[str, str], Figure] = {}
    for form in forms:
        rows.append(Row(swedish.key(form), form, "subtotal", form))
        _add_row(rows[-1].key, form, now.groups(form), now, before, cells)
        cells |= _shares(rows[-1].key, now.share(form), before.share(form), now)
        for group in now.groups(form):
            rows.append(Row(swedish.key(f"{form} {group}"), group, group=form))
            _add_row(rows[-1].key, form, [group], now, before, cells)
            cells |= _no_shares(name, rows[-1].key)
    refuse_twins(rows, "group", "Raderna")
    parts = {
        OVER_90: _history(f"{name}.{OVER_90}", forms, counts, table.file, OVER_90),
        SHARE: _history(f"{name}.{SHARE}", forms, counts, table.file, SHARE),
    }
    return FigureTable(name, tuple(rows), _columns(latest), cells, (table.file,), spec.label, parts)


def _add_row(
    key: str, form: str, groups: list[str], now: Count, before: Count, cells: dict[tuple[str, str], Figure]
) -> None:
    there = [group for group in groups if (form, group) in before.rows]  # none when the month before is missing
    for measure in _COUNTS:
        figure, earlier = now.count(form, groups, measure), before.count(form, there, measure)
        id_ = f"{now.name}.{key}.{measure}"
        words = f"{now.month.code} minus {before.month.code}"
        change = arithmetic.difference(f"{id_}_forandring", figure, earlier, words)
        cells[key, measure] = replace(figure, better="lower")
        cells[key, f"{measure}_forandring"] = change.as_shown(Unit.COUNT, 0, "lower")


def _shares(key: str, now: Figure, before: Figure, count: Count) -> dict[tuple[str, str], Figure]:
    words = f"{count.month.code} minus {count.month.previous.code}"
    change = arithmetic.point_change(f"{count.name}.{key}.{SHARE}_forandring", now, before, words)
    return {
        (key, SHARE): replace(now, better="higher"),
        (key, f"{SHARE}_forandring"): change.as_shown(Unit.POINTS, 1, "higher"),
    }


def _no_shares(name: str, key: str) -> dict[tuple[str, str], Figure]:
    return {
        (key, column): Figure(
            f"{name}.{key}.{column}", None, Unit.PERCENT, 1, (), "andelen räknas för alla grupper ihop"
        )
        for column in (SHARE, f"{SHARE}_forandring")
    }


def _columns(latest: Period) -> tuple[Column, ...]:
    columns = []
    for measure, label in _LABELS.items():
        columns.append(Column(measure, latest.month, Unit.COUNT, 0, label))
        columns.append(
            Column(
                f"{measure}_forandring",
                f"sedan {latest.previous.month}",
                Unit.COUNT,
                0,
                label,
                is_change=True,
                signed=True,
            )
        )
    group = "Inom vårdgarantin"
    change = Column(f"{SHARE}_forandring", "%-enheter", Unit.POINTS, 1, group, is_change=True, signed=True)
    columns += [Column(SHARE, f"{latest.month}, %", Unit.PERCENT, 1, group), change]
    return tuple(replace(column, period=latest) for column in columns)


def _history(name: str, forms: list[str], counts: dict[Period, Count], file: str, measure: str) -> FigureTable:
    unit, decimals = (Unit.PERCENT, 1) if measure == SHARE else (Unit.COUNT, 0)
    cells = {}
    for month, count in counts.items():
        for form in forms:
            figure = count.share(form) if measure == SHARE else count.count(form, count.groups(form), measure)
            cells[month.code, swedish.key(form)] = figure
    rows = tuple(Row(month.code, month.name, period=month) for month in counts)
    columns = tuple(Column(swedish.key(form), form, unit, decimals) for form in forms)
    return FigureTable(name, rows, columns, cells, (file,), _LABELS.get(measure, "Inom vårdgarantin"))
