"""Columns that are computed from two others, and the claims of a source that states them too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import SpecError, choices, did_you_mean
from deckbuilder.figures import arithmetic
from deckbuilder.figures.cells import cell_figure, unit_of
from deckbuilder.figures.claims import Claim, last_digit
from deckbuilder.figures.totals import named_cell, stated_figure
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from deckbuilder.figures.cells import SourceRow
    from deckbuilder.figures.claims import Rule
    from deckbuilder.figures.figure import Figure, Row
    from deckbuilder.figures.options import ColumnSpec, TableSpec
    from deckbuilder.sources.table import SourceTable

_WORDS = {"difference": "minus", "share": "som andel av", "percent_change": "jämfört med"}
_RULES: dict[str, Rule] = {"difference": "avvikelse", "share": "andel", "percent_change": "förändring"}


def unit_and_decimals(column: ColumnSpec, spec: TableSpec) -> tuple[Unit, int]:
    """Return the unit and decimals that a column is shown in: its own, the table's, or what its calculation gives."""
    decimals = spec.decimals if column.decimals is None else column.decimals
    if column.unit is None and (column.share or column.percent_change):
        return Unit.PERCENT, 1 if column.decimals is None else decimals
    operand = spec.columns.get(column.difference[0]) if column.difference and column.unit is None else None
    unit = unit_and_decimals(operand, spec)[0] if operand else unit_of(column.unit or spec.unit)
    return (unit.of_difference if column.difference else unit), decimals


def add_results(
    name: str, key: str, spec: TableSpec, rows: Sequence[Row], cells: dict[tuple[str, str], Figure]
) -> None:
    """Add a column that is computed, in every row, from two columns that stand in `cells` already."""
    how, left, right = _sides(spec.columns[key])
    for wanted in (left, right):
        if wanted not in spec.columns or (rows and (rows[0].key, wanted) not in cells):
            above = list(spec.columns)[: list(spec.columns).index(key)]
            sentence = (
                f"Kolumnen '{wanted}' finns inte ovanför.{did_you_mean(wanted, above)} "
                f"Kolumner ovanför: {choices(above)}."
            )
            raise SpecError(("columns", key, how), sentence, "DB324")
    for row in rows:
        pair = cells[row.key, left], cells[row.key, right]
        if not arithmetic.are_of_one_kind(pair):
            sentence = f"'{row.label}' är i olika enheter i '{left}' och '{right}'. Räkna bara med lika enheter."
            raise SpecError(("columns", key, how), sentence, "DB323")
        cells[row.key, key] = _result(f"{name}.{row.key}.{key}", key, spec, pair)


def stated_results(
    name: str,
    key: str,
    spec: TableSpec,
    table: SourceTable,
    sources: Mapping[str, SourceRow],
    cells: Mapping[tuple[str, str], Figure],
) -> list[Claim]:
    """Return the claims of a computed column that the source states too: that each is what its two columns give.

    `sources` are the source's rows, its own totals rows too, by the key of the row that they are.
    """
    header = spec.columns[key].stated
    if header is None:
        return []
    stated = _Stated(name, key, header, spec, table, cells)
    return [claim for rows in _written_alike(sources, table) for claim in stated.claims(rows)]


def _written_alike(sources: Mapping[str, SourceRow], table: SourceTable) -> Iterator[dict[str, SourceRow]]:
    """Yield the rows and the file's own totals rows apart: the two may be rounded to different digits."""
    totals = {key: row for key, row in sources.items() if row in table.skipped}
    yield {key: row for key, row in sources.items() if key not in totals}
    yield totals


@dataclass(frozen=True)
class _Stated:
    """A computed column that the source has too, under `header`; `cells` are the table's figures."""

    name: str
    key: str
    header: str
    spec: TableSpec
    table: SourceTable
    cells: Mapping[tuple[str, str], Figure]

    def claims(self, sources: Mapping[str, SourceRow]) -> Iterator[Claim]:
        """Yield the claims of rows that are written with as many decimals as each other."""
        how, *sides = _sides(self.spec.columns[self.key])
        pairs = {row: self._pair(row, source, sides) for row, source in sources.items()}
        results = {
            row: _result(f"{self.name}.{row}.{self.key}", self.key, self.spec, pair) for row, pair in pairs.items()
        }
        stated = {row: self._figure(source, results[row]) for row, source in sources.items()}
        digits = [last_digit(pair[side].number for pair in pairs.values()) for side in (0, 1)]
        own = last_digit(figure.number for figure in stated.values())
        for row, source in sources.items():
            slack = _slack(results[row].id, self.key, self.spec, pairs[row], digits)
            if slack is not None:
                what = named_cell(self.table, source, self.header)
                yield Claim(_RULES[how], results[row].id, what, stated[row], results[row], slack + own / 2)

    def _figure(self, source: SourceRow, computed: Figure) -> Figure:
        """Return what a row states; raise ContentError for what is no number in the unit of the computed."""
        place = self.table.column(self.header)
        word = _unit_word(self.key, self.spec)
        word = "procent" if computed.unit.is_percent and word != "andel" else word
        written = cell_figure(computed.id, source[place], self.table.columns[place], word)
        return replace(written, unit=computed.unit, calculation="står i filen").with_decimals_as_written()

    def _pair(self, row: str, source: SourceRow, sides: Sequence[str]) -> tuple[Figure, Figure]:
        """Return the two figures as their row in the source states them; one that is computed, as it was."""
        left, right = (self._side(row, source, key) for key in sides)
        return left, right

    def _side(self, row: str, source: SourceRow, key: str) -> Figure:
        header, figure = self.spec.columns[key].from_, self.cells[row, key]
        if header is None:
            return figure
        return stated_figure(source[self.table.column(header)], figure, _unit_word(key, self.spec))


def _sides(column: ColumnSpec) -> tuple[str, str, str]:
    """Return how a column is computed and the keys of its two columns."""
    how = "difference" if column.difference else "share" if column.share else "percent_change"
    left, right = column.difference or column.share or column.percent_change or ("", "")
    return how, left, right


def _result(id_: str, key: str, spec: TableSpec, pair: tuple[Figure, Figure]) -> Figure:
    column = spec.columns[key]
    how, left, right = _sides(column)
    words = f"{_label(spec, left)} {_WORDS[how]} {_label(spec, right)}"
    figure: Figure = getattr(arithmetic, how)(id_, *pair, words)
    if spec.costs == "negative" and how != "share" and pair[0].unit.is_money:
        figure = replace(arithmetic.negated(figure), calculation=f"{words}, som kostnad")
    unit, decimals = unit_and_decimals(column, spec)
    own = spec.unit_column is not None  # rows have units, and so decimals, of their own
    if column.difference and column.unit is None and (own or not figure.unit.is_money):
        unit = figure.unit.of_difference
        if own and column.decimals is None:  # 5,1 − 5,6 is −0,5, not −1
            decimals = max(decimals, *(one.decimals for one in pair))
    return figure.as_shown(unit, decimals, column.better)


def _slack(
    id_: str, key: str, spec: TableSpec, pair: tuple[Figure, Figure], digits: Sequence[Decimal]
) -> Decimal | None:
    """Return how far the result may be off because its two sides are rounded; None when it has no number there."""
    middle = _result(id_, key, spec, pair).number
    results = []
    for signs in product((-1, 1), repeat=2):
        moved = [
            figure if figure.number is None else replace(figure, value=figure.number + sign * digit / 2)
            for figure, sign, digit in zip(pair, signs, digits, strict=True)
        ]
        results.append(_result(id_, key, spec, (moved[0], moved[1])).number)
    if middle is None or any(result is None for result in results):
        return None
    return max(abs(result - middle) for result in results if result is not None)


def _unit_word(key: str, spec: TableSpec) -> str:
    """Return the word by which a column's cells are read: its own, that of the column it is a difference from."""
    column = spec.columns[key]
    if column.difference and column.unit is None:
        return _unit_word(column.difference[0], spec)
    return column.unit or ("procent" if column.operands else spec.unit)


def _label(spec: TableSpec, key: str) -> str:
    column = spec.columns[key]
    return swedish.uncapital(column.label or column.from_ or key)
