"""Units by measures with every number shaded by its size, the own unit brought out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.compose import tables, words
from deckbuilder.compose.context import chosen, source_line
from deckbuilder.compose.heat import HeatScale, heat_scale
from deckbuilder.compose.legend import legend
from deckbuilder.compose.options import NumberOptions
from deckbuilder.compose.rounding import rounding
from deckbuilder.errors import SpecError, listed
from deckbuilder.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.compose.heat import Better
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import DrawingBlock, TableBlock
    from deckbuilder.value import Unit

SUMMARY = "Enheter mot mått där varje tal har färg efter storlek, med den egna enheten framhävd."
EXAMPLE = """\
- type: heat_table
  id: hyrpersonal-matris
  title: Hyrpersonalen kostar mindre i nästan alla regioner
  figures: hyrpersonal_per_region
  label: Region
  better: lower
  highlight: Västerbotten
  plain: [Andel hyrpersonal]
"""
_TABLE, _LEGEND = (0, 0, 0.8, 1), (0.83, 0, 0.17, 1)
_MOST_NAMED = 3


class Options(NumberOptions):
    """Which figures are shaded, and which way is good."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    columns: tuple[str, ...] = ()
    """Kolumner i ordning. Utan listan visas alla."""
    rows: tuple[str, ...] = ()
    """Rader i ordning. Utan listan visas alla."""
    plain: tuple[str, ...] = ()
    """Kolumner utan färg, till exempel för att de mäter något annat."""
    label: str = ""
    """Rubrik över radernas namn."""
    decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    """Antal decimaler för pengar och antal."""
    better: Literal["higher", "lower"] | None = None
    """higher om högre är bättre, lower om lägre är det. Utan den visar färgen bara högt och lågt."""
    highlight: str = ""
    """Raden som framhävs, till exempel den egna regionen."""
    sort_by: str = ""
    """Kolumnen som raderna ordnas efter, lägst först. Utan den står raderna som i siffrorna."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


@dataclass(frozen=True)
class _Heat:
    """What is shaded: columns of one unit, rows, and the numbers as they are shown."""

    table: FigureTable
    columns: Sequence[Column]
    rows: Sequence[Row]
    own: str
    unit: Unit | None
    decimals: int | None

    def number(self, row: Row, column: Column) -> Decimal | None:
        return tables.shown_number(self.table.figure(row.key, column.key), self.unit, self.decimals)

    def numbers(self, column: Column) -> list[tuple[Decimal, str]]:
        return [(number, row.label) for row in self.rows if (number := self.number(row, column)) is not None]

    def scale(self, options: Options) -> HeatScale:
        """Return the scale; raise SpecError when the columns have different units or no numbers."""
        units = {column.unit for column in self.columns}
        values = [number for column in self.columns for number, _ in self.numbers(column)]
        if len(units) > 1:
            names = listed(f"{column.label} ({column.unit or 'utan enhet'})" for column in self.columns)
            sentence = f"Kolumnerna har olika enheter: {names}. Visa några utan färg med 'plain'."
            raise SpecError(("columns" if options.columns else "figures",), sentence, "DB408")
        if not values:
            sentence = f"Siffrorna '{options.figures}' har inga tal att färga. Välj kolumner med tal i 'columns'."
            raise SpecError(("figures",), sentence, "DB407")
        return heat_scale(values, options.better)

    def shown(self, row: Row, column: Column) -> str:
        return tables.cell(self.table.figure(row.key, column.key), column, self.unit, self.decimals).text


def compose(options: Options, context: Context) -> Page:
    """Return a page with the table and its scale; raise SpecError for what does not exist or has no common scale."""
    table = context.table(options.figures)
    unit = tables.money_unit(options.unit, table)
    columns, rows = tables.pick(table, options.columns, options.rows)
    plain = chosen(options.plain, _labels(columns), "plain", "Kolumnen") if options.plain else []
    rows = _sorted(table, rows, columns, options.sort_by)
    own = chosen((options.highlight,), _labels(rows), "highlight", "Raden")[0] if options.highlight else ""
    shaded = [column for column in columns if column.key not in plain]
    heat = _Heat(table, shaded, rows, own, unit, options.decimals)
    scale = heat.scale(options)
    block = tables.table_block(
        table, columns, rows, label=options.label, unit=unit, decimals=options.decimals, alt=options.alt
    )
    block = _shaded(block, columns, heat, scale)
    block = tables.with_alt(block, f"Tabell: {words.described(table, options.title)}. {_alt(heat)}")
    subtitle = options.subtitle or words.subtitle(table.label, context.period.name)
    note = rounding(table, columns, rows, unit=unit, decimals=options.decimals)
    source = note.noted(source_line(options.source, table))
    return Page(
        options.id, "free", options.title, (block, _legend(heat, scale, options.better, context)), subtitle, source
    )


def _labels(items: Sequence[Row] | Sequence[Column]) -> dict[str, str]:
    return {item.key: item.label for item in items}


def _sorted(table: FigureTable, rows: list[Row], columns: Sequence[Column], word: str) -> list[Row]:
    """Return the rows with the lowest number of a column first, and those without a number last."""
    if not word:
        return rows
    (key,) = chosen((word,), _labels(columns), "sort_by", "Kolumnen")
    numbers = {row.key: table.figure(row.key, key).number for row in rows}
    return sorted(rows, key=lambda row: (numbers[row.key] is None, numbers[row.key] or Decimal(0)))


def _shaded(block: TableBlock, columns: Sequence[Column], heat: _Heat, scale: HeatScale) -> TableBlock:
    keys = {column.key for column in heat.columns}
    body = []
    for row, shown in zip(heat.rows, block.rows, strict=True):
        cells = [shown.cells[0]]
        for column, cell in zip(columns, shown.cells[1:], strict=True):
            number = heat.number(row, column) if column.key in keys else None
            cells.append(cell if number is None else replace(cell, tone="", fill=scale.fill(number)))
        body.append(replace(shown, cells=tuple(cells), strong=row.key == heat.own))
    return replace(block, place="content", area=_TABLE, rows=tuple(body))


def _legend(heat: _Heat, scale: HeatScale, better: Better | None, context: Context) -> DrawingBlock:
    first = heat.columns[0]
    unit = heat.unit if heat.unit and first.unit.is_money else first.unit
    decimals = first.decimals if heat.decimals is None else heat.decimals
    heading = swedish.capital(context.unit_label(unit)) or "Värde"
    if better:
        heading += f", {'lägre' if better == 'lower' else 'högre'} är bättre"
    return legend(heading, scale.steps(decimals), _notes(heat, scale), _LEGEND)


def _notes(heat: _Heat, scale: HeatScale) -> list[str]:
    """Say which values lie outside the scale, and how the own row is marked."""
    outside = [
        f"{row.label}, {column.label.lower()}: {heat.shown(row, column)}"
        for row in heat.rows
        for column in heat.columns
        if (number := heat.number(row, column)) is not None and scale.is_outside(number)
    ]
    more = f" och {len(outside) - _MOST_NAMED} till" if len(outside) > _MOST_NAMED else ""
    return [f"Utanför skalan: {'; '.join(outside[:_MOST_NAMED])}{more}."] if outside else []


def _alt(heat: _Heat) -> str:
    """Return each measure's lowest and highest value, and that of the own row."""
    return " ".join(_column_words(heat, column) for column in heat.columns)


def _column_words(heat: _Heat, column: Column) -> str:
    known = heat.numbers(column)
    if not known:
        return f"{column.label}: inga värden."
    shown = {row.label: heat.shown(row, column) for row in heat.rows}
    (_, lowest), (_, highest) = min(known), max(known)
    own = next((f", {row.label} {shown[row.label]}" for row in heat.rows if row.key == heat.own), "")
    return f"{column.label}: lägst {lowest} {shown[lowest]}, högst {highest} {shown[highest]}{own}."
