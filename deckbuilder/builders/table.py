"""Figures of any kind as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder.compose import tables, words
from deckbuilder.compose.context import source_line
from deckbuilder.compose.options import NumberOptions
from deckbuilder.compose.rounding import rounding
from deckbuilder.errors import SpecError, listed
from deckbuilder.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.value import Unit

SUMMARY = "Siffror som tabell."
EXAMPLE = """\
- type: table
  id: investeringar
  title: Investeringar
  figures: investeringar
  unit: mkr
"""


class Options(NumberOptions):
    """Which figures, and which of their columns and rows."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    columns: tuple[str, ...] = ()
    """Kolumner i ordning. Utan listan visas alla."""
    rows: tuple[str, ...] = ()
    """Rader i ordning. Utan listan visas alla."""
    label: str = ""
    """Rubrik över radernas namn."""
    decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    """Antal decimaler för pengar och antal."""
    sum_decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    """Antal decimaler för pengar och antal i summor, när de ska ha andra än raderna."""
    rounding: Literal["plain", "adds_up"] = "plain"
    """plain avrundar varje tal för sig, adds_up justerar avrundade tal så lite som möjligt så att rader summerar."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the table; raise SpecError for figures, columns or rows that do not exist."""
    table = context.table(options.figures)
    columns, rows = tables.pick(table, options.columns, options.rows)
    unit = tables.money_unit(options.unit, table)
    if unit is None and len(money := {column.unit for column in columns if column.unit.is_money}) > 1:
        sentence = f"Kolumnerna är i {listed(sorted(money))}. Skriv med 'unit' vilken enhet tabellen ska visa."
        raise SpecError(("type",), sentence, "DB408")
    rounded = rounding(
        table,
        columns,
        rows,
        unit=unit,
        decimals=options.decimals,
        sum_decimals=options.sum_decimals,
        adds_up=options.rounding == "adds_up",
        kept=context.told,
    )
    block = tables.table_block(
        table,
        columns,
        rows,
        label=options.label,
        unit=unit,
        decimals=options.decimals,
        alt=options.alt,
        sum_decimals=options.sum_decimals,
        money_label=context.money_label,
        adjusted=rounded.adjusted,
    )
    block = tables.with_alt(block, words.table_alt(words.described(table, options.title), block))
    subtitle = options.subtitle or words.subtitle(_unit_words(table, columns, rows, unit, context), context.period.name)
    source = rounded.noted(source_line(options.source, table))
    return Page(options.id, "table", options.title, (block,), subtitle, source)


def _unit_words(
    table: FigureTable, columns: Sequence[Column], rows: Sequence[Row], money: Unit | None, context: Context
) -> str:
    """Return the unit that a table is in, when all its figures are in one but those whose header says theirs."""
    silent = [column for column in columns if "%" not in column.label]
    figures = [table.figure(row.key, column.key) for row in rows for column in silent or columns]
    units = {money if money and figure.unit.is_money else figure.unit for figure in figures}
    return context.unit_label(units.pop()) if len(units) == 1 else ""
