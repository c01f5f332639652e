"""Rows as the source has them, with sums of rows and differences, shares and changes between columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import ContentError, Problems, SpecError, choices, did_you_mean, listed
from deckbuilder.figures import arithmetic
from deckbuilder.figures.cells import SourceRow, cell_figure, refuse_twins, rows_by_key, unit_of
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.figures.options import UNIT_WORDS, ColumnSpec, RowSpec, TableSpec
from deckbuilder.figures.sums import Sum, sums
from deckbuilder.figures.totals import disagreements, refuse_totals
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckbuilder.period import Period
    from deckbuilder.sources.table import SourceTable

Spec = TableSpec
_WORDS = {"difference": "minus", "share": "som andel av", "percent_change": "jämfört med"}


def calculate(name: str, spec: TableSpec, table: SourceTable, period: Period) -> FigureTable:  # noqa: ARG001 -- every calculation has this form
    """Return the figures of a table, unrounded; raise ContentError or SpecError with every fault."""
    found = rows_by_key(table.where(spec.where), spec.key, spec.group)
    groups = _groups(spec, found, table)
    row_specs = _row_specs(spec, found, groups, table)
    _refuse_unlisted(found, row_specs, table, spec)
    if spec.total and not spec.rows:
        refuse_totals(found, table, spec)
    rows = tuple(_row(row, groups) for row in row_specs)
    refuse_twins(rows, "group" if spec.group else "rows", "Raderna")
    columns = tuple(_column(key, column, spec) for key, column in spec.columns.items())
    read = _read(name, spec, table, found, row_specs)
    headers = {key: column.from_ for key, column in spec.columns.items() if column.from_}
    summed = sums(row_specs, len(spec.rows))
    for one in summed:
        _add_total(name, one, list(headers), read, spec)
    warnings = () if spec.where else tuple(disagreements(table, spec, headers, summed, read))
    for key, column in spec.columns.items():
        if not column.from_:
            _add_computed(name, key, column, spec, rows, read)
    cells = {(row.key, column.key): read[row.key, column.key] for row in rows for column in columns}
    return FigureTable(name, rows, columns, cells, (table.file,), spec.label, warnings=warnings)


def _groups(spec: TableSpec, found: Mapping[str, SourceRow], table: SourceTable) -> dict[str, str]:
    """Return the group of every row of the source, by the row's name; none when rows are not grouped."""
    if not spec.group:
        return {}
    place = table.column(spec.group)
    return {name: row[place].text for name, row in found.items()}


def _row_specs(
    spec: TableSpec, found: Mapping[str, SourceRow], groups: Mapping[str, str], table: SourceTable
) -> list[RowSpec]:
    specs = list(spec.rows) or [RowSpec(row=key) for key in found]
    if groups:
        place = table.column(spec.key)
        specs = []
        for group in dict.fromkeys(groups.values()):
            names = tuple(name for name, own in groups.items() if own == group)
            specs += [RowSpec(row=name, label=found[name][place].text) for name in names]
            specs += [RowSpec(total=f"Summa {group}", of=names)] if spec.subtotals else []
    if spec.total:
        specs.append(RowSpec(total=spec.total, of=tuple(s.name for s in specs if s.row), level="total"))
    return specs


def _row(row: RowSpec, groups: Mapping[str, str]) -> Row:
    name = row.row or (row.of[0] if row.of and row.level == "subtotal" else "")
    return Row(swedish.key(row.name), row.label or row.name, row.level if row.total else "row", groups.get(name, ""))


def _refuse_unlisted(
    found: Mapping[str, SourceRow], row_specs: Sequence[RowSpec], table: SourceTable, spec: TableSpec
) -> None:
    """Raise ContentError for listed rows that the source lacks and, as sums would miss them, the reverse."""
    problems = Problems()
    listed_rows = {row.row for row in row_specs if row.row}
    key = table.column(spec.key)
    for name in sorted(listed_rows - found.keys()):
        sentence = f"Raden '{name}' saknas.{did_you_mean(name, found)} Rader i filen: {choices(found)}."
        problems.add(table.grid.place, sentence)
    for name, row in found.items():
        if name not in listed_rows:
            sentence = (
                f"Raden '{name}' finns i filen men inte i 'rows' för siffrorna, så den skulle saknas i summorna. "
                "Lägg till den där, eller i källans 'skip_rows' om den inte är data."
            )
            problems.add(row[key].ref.place, sentence)
    problems.raise_if_any()


def _column(key: str, column: ColumnSpec, spec: TableSpec) -> Column:
    unit, decimals = _unit_and_decimals(column, spec)
    return Column(key, column.label or column.from_ or key, unit, decimals, column.group, column.is_change)


def _unit_and_decimals(column: ColumnSpec, spec: TableSpec) -> tuple[Unit, int]:
    decimals = spec.decimals if column.decimals is None else column.decimals
    if column.unit is None and (column.share or column.percent_change):
        return Unit.PERCENT, 1 if column.decimals is None else decimals
    operand = spec.columns.get(column.difference[0]) if column.difference and column.unit is None else None
    unit = _unit_and_decimals(operand, spec)[0] if operand else unit_of(column.unit or spec.unit)
    return (Unit.POINTS if column.difference and unit is Unit.PERCENT else unit), decimals


def _read(
    name: str,
    spec: TableSpec,
    table: SourceTable,
    found: Mapping[str, SourceRow],
    row_specs: Sequence[RowSpec],
) -> dict[tuple[str, str], Figure]:
    """Read the cells of every listed row; gather all faults before raising."""
    cells: dict[tuple[str, str], Figure] = {}
    problems = Problems()
    places: dict[str, int] = {}
    for key, column in spec.columns.items():
        with problems.gather():
            if column.from_:
                places[key] = table.column(column.from_)
    for row in row_specs:
        for key, place in places.items() if row.row else ():
            column = spec.columns[key]
            row_key = swedish.key(row.name)
            decimals = _unit_and_decimals(column, spec)[1]
            with problems.gather():
                cells_of_row = found[row.row or ""]
                own = _row_unit(cells_of_row, spec, table)
                unit = column.unit or own or spec.unit
                cell = cells_of_row[place]
                figure = cell_figure(f"{name}.{row_key}.{key}", cell, table.columns[place], unit, decimals)
                figure = replace(figure, better=column.better)
                cells[row_key, key] = figure.with_decimals_as_written() if own else figure
    problems.raise_if_any()
    return cells


def _row_unit(row: SourceRow, spec: TableSpec, table: SourceTable) -> str | None:
    """Return the unit that a row says it is in; raise ContentError when it is none that is known."""
    if spec.unit_column is None:
        return None
    cell = row[table.column(spec.unit_column)]
    word = {"%": "procent", "mnkr": "mkr"}.get(cell.text.casefold(), cell.text.casefold())
    if word not in UNIT_WORDS:
        sentence = f"'{cell.text}' i kolumnen '{spec.unit_column}' är ingen enhet. Välj bland {choices(UNIT_WORDS)}."
        raise ContentError.at(cell.ref.place, sentence)
    return word


def _add_total(
    name: str, one: Sum, columns: Sequence[str], cells: dict[tuple[str, str], Figure], spec: TableSpec
) -> None:
    key = swedish.key(one.name)
    for column in columns:
        if (spec.columns[column].unit or spec.unit) == "text":
            cells[key, column] = Figure(f"{name}.{key}.{column}", "", Unit.NONE, 0, (), "texter har ingen summa")
            continue
        figures = [cells[swedish.key(part), column] for part in one.parts]
        if not arithmetic.are_of_one_kind(figures):
            have = listed(f"{part} ({figure.unit})" for part, figure in zip(one.parts, figures, strict=True))
            sentence = f"Summan '{one.name}' har rader i olika enheter: {have}. Ta bort summan."
            raise SpecError(one.path, sentence)
        words = f"summan av {listed(one.parts)}"
        total = arithmetic.total(f"{name}.{key}.{column}", figures, words)
        cells[key, column] = replace(total, better=spec.columns[column].better)


def _add_computed(
    name: str,
    key: str,
    column: ColumnSpec,
    spec: TableSpec,
    rows: Sequence[Row],
    cells: dict[tuple[str, str], Figure],
) -> None:
    """Add a column that is computed, in every row, from two columns that stand in `cells` already."""
    how = "difference" if column.difference else "share" if column.share else "percent_change"
    left, right = column.difference or column.share or column.percent_change or ("", "")
    for wanted in (left, right):
        if wanted not in spec.columns or (rows and (rows[0].key, wanted) not in cells):
            above = list(spec.columns)[: list(spec.columns).index(key)]
            sentence = f"Kolumnen '{wanted}' finns inte ovanför.{did_you_mean(wanted, above)}"
            raise SpecError(("columns", key, how), sentence)
    unit, decimals = _unit_and_decimals(column, spec)
    words = f"{_label(spec, left)} {_WORDS[how]} {_label(spec, right)}"
    compute = getattr(arithmetic, how)
    for row in rows:
        pair = cells[row.key, left], cells[row.key, right]
        if not arithmetic.are_of_one_kind(pair):
            sentence = f"'{row.label}' är i olika enheter i '{left}' och '{right}'. Räkna bara med lika enheter."
            raise SpecError(("columns", key, how), sentence)
        figure = compute(f"{name}.{row.key}.{key}", *pair, words)
        if spec.costs == "negative" and how != "share" and pair[0].unit.is_money:
            figure = replace(arithmetic.negated(figure), calculation=f"{words}, som kostnad")
        cells[row.key, key] = figure.as_shown(unit, decimals, column.better)


def _label(spec: TableSpec, key: str) -> str:
    column = spec.columns[key]
    return (column.label or column.from_ or key).lower()
