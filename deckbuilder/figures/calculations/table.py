"""Rows as the source has them, with sums of rows and differences, shares and changes between columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import ContentError, Problems, SpecError, choices, did_you_mean, listed
from deckbuilder.figures import arithmetic
from deckbuilder.figures.cells import SourceRow, cell_figure, refuse_twins, rows_by_key
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.figures.options import UNIT_WORDS, ColumnSpec, RowSpec, TableSpec
from deckbuilder.figures.results import add_results, stated_results, unit_and_decimals
from deckbuilder.figures.sums import Sum, sum_of, sums
from deckbuilder.figures.totals import refuse_totals, skipped_sums, stated_totals
from deckbuilder.period import Period
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckbuilder.sources.table import SourceTable

SUMMARY = "Rader ur en fil, med summor av rader och med skillnader, andelar och förändringar mellan kolumner."
Spec = TableSpec


def calculate(name: str, spec: TableSpec, table: SourceTable, period: Period) -> FigureTable:  # noqa: ARG001 -- every calculation has this form
    """Return the figures of a table, unrounded; raise ContentError or SpecError with every fault."""
    found = rows_by_key(table.where(spec.where), spec.key, spec.group)
    groups = _groups(spec, found, table)
    row_specs = _row_specs(spec, found, groups, table)
    _refuse_unlisted(found, row_specs, table, spec)
    if spec.total and not spec.rows:
        refuse_totals(found, table, spec)
    summed = sums(row_specs, len(spec.rows))
    rows = tuple(_row(row, groups, summed) for row in row_specs)
    refuse_twins(rows, "group" if spec.group else "rows", "Raderna")
    columns = tuple(_column(key, column, spec) for key, column in spec.columns.items())
    read = _read(name, spec, table, found, row_specs)
    headers = {key: column.from_ for key, column in spec.columns.items() if column.from_}
    for one in summed:
        _add_total(name, one, list(headers), read, spec)
    skipped = {} if spec.where else skipped_sums(table, spec, summed)
    sources = {swedish.key(row.name): found[row.row] for row in row_specs if row.row} | skipped
    claims = list(stated_totals(table, spec, headers, skipped, read))
    for key in [key for key, column in spec.columns.items() if not column.from_]:
        add_results(name, key, spec, rows, read)
        claims += stated_results(name, key, spec, table, sources, read)
    cells = {(row.key, column.key): read[row.key, column.key] for row in rows for column in columns}
    return FigureTable(name, rows, columns, cells, (table.file,), spec.label, claims=tuple(claims))


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


def _row(row: RowSpec, groups: Mapping[str, str], summed: Sequence[Sum]) -> Row:
    name = row.row or (row.of[0] if row.of and row.level == "subtotal" else "")
    parts = next((one.parts for one in summed if row.total == one.name), ())
    return Row(
        swedish.key(row.name),
        row.label or row.name,
        row.level if row.total else "row",
        groups.get(name, ""),
        Period.month_in(row.name),
        tuple(swedish.key(part) for part in parts),
    )


def _refuse_unlisted(
    found: Mapping[str, SourceRow], row_specs: Sequence[RowSpec], table: SourceTable, spec: TableSpec
) -> None:
    """Raise ContentError for listed rows that the source lacks and, as sums would miss them, the reverse."""
    problems = Problems()
    listed_rows = {row.row for row in row_specs if row.row}
    key = table.column(spec.key)
    for name in sorted(listed_rows - found.keys()):
        remedy = "Rätta filen, eller 'rows' för siffrorna i config/sources.yaml."
        sentence = f"Raden '{name}' saknas.{did_you_mean(name, found)} Rader i filen: {choices(found)}. {remedy}"
        problems.add(table.grid.place, sentence, "DB226")
    for name, row in found.items():
        if name not in listed_rows:
            sentence = (
                f"Raden '{name}' finns i filen men inte i 'rows' för siffrorna, så den skulle saknas i summorna. "
                "Lägg till den där, eller i källans 'skip_rows' om den inte är data."
            )
            problems.add(row[key].ref.place, sentence, "DB227")
    problems.raise_if_any()


def _column(key: str, column: ColumnSpec, spec: TableSpec) -> Column:
    unit, decimals = unit_and_decimals(column, spec)
    about = _period(key, spec)
    return Column(
        key, column.label or column.from_ or key, unit, decimals, column.group, column.is_change, period=about
    )


def _period(key: str, spec: TableSpec) -> Period | None:
    """Return what a column is about: what it says, else what both columns that it is computed from are about."""
    column = spec.columns[key]
    if column.period:
        return Period.parse(column.period)
    above = list(spec.columns)[: list(spec.columns).index(key)]
    about = {_period(side, spec) for side in column.operands or () if side in above}
    return about.pop() if len(about) == 1 else None


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
            decimals = unit_and_decimals(column, spec)[1]
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
        raise ContentError.at(cell.ref.place, sentence, "DB235")
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
            raise SpecError(one.path, sentence, "DB323")
        total = arithmetic.total(f"{name}.{key}.{column}", figures, sum_of(one.parts))
        total = total.with_decimals_as_written() if spec.unit_column else total
        cells[key, column] = replace(total, better=spec.columns[column].better)
