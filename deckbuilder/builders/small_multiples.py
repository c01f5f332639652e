"""Small multiples: two to nine small charts of the same kind that share one scale."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from deckbuilder.compose import charts, grids, scales, tables, words
from deckbuilder.compose.context import chosen
from deckbuilder.compose.history import period_of
from deckbuilder.compose.options import NumberOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError
from deckbuilder.page import ChartBlock, Series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import Page
    from deckbuilder.value import Unit

SUMMARY = "Två till nio små diagram av samma slag med en gemensam skala."
EXAMPLE = """\
- type: small_multiples
  id: sjukfranvaro-per-langd
  title: Korttidsfrånvaron minskar, den längre ligger still
  figures: sjukfranvaro_region
  kind: line
"""
FEWEST = 2
MOST_SERIES = 3


class Options(NumberOptions):
    """A small chart per column, or per group of rows."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    kind: Literal["line", "column", "bar"] = "line"
    """Diagramslag: line (linjer), column (staplar) eller bar (liggande staplar)."""
    columns: tuple[str, ...] = ()
    """Ett diagram per kolumn, i ordning; med groups är kolumnerna serier. Utan listan visas alla."""
    rows: tuple[str, ...] = ()
    """Kategorier i ordning. Utan listan visas alla rader utom summor."""
    groups: dict[str, tuple[str, ...]] = {}
    """Ett diagram per grupp av rader: gruppens namn och dess rader."""
    labels: Literal["all", "last", "none"] | None = None
    """Vilka värden som skrivs ut. Utan den skrivs alla ut på staplar och det sista på linjer."""
    zero: bool = True
    """Låt linjernas axel börja på noll. Staplar gör det alltid."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the charts; raise SpecError for fewer than two, more than nine or different units."""
    table = context.table(options.figures)
    columns, _ = tables.pick(table, options.columns, ())
    rows = tables.pick_rows(table, options.rows)
    unit = charts.common_unit(columns, tables.money_unit(options.unit, table))
    blocks = list(_blocks(table, columns, rows, unit, options))
    _refuse_count(len(blocks), options)
    subtitle = options.subtitle or words.subtitle(context.unit_label(unit), period_of(rows, context.period))
    values = [value for block in blocks for one in block.series for value in one.values]
    ends = scales.ends(values, zero=options.zero or options.kind != "line")
    what = f"{words.described(table, options.title)}. {subtitle}"
    placed = [
        replace(
            block, name=f"chart{number}", area=area, ends=ends, alt=words.chart_alt(f"{block.title}, {what}", block)
        )
        for number, (block, area) in enumerate(zip(blocks, grids.grid(len(blocks)), strict=True), start=1)
    ]
    return chart_page(options, table, placed, (), subtitle)


def _refuse_count(count: int, options: Options) -> None:
    if FEWEST <= count <= grids.MOST:
        return
    key = "groups" if options.groups else "columns"
    what = f"Bilden får {count} diagram, men den ska ha {FEWEST} till {grids.MOST}."
    raise SpecError((key,), f"{what} Ändra i '{key}', eller använd bildtypen chart.", "DB413")


def _blocks(
    table: FigureTable, columns: Sequence[Column], rows: Sequence[Row], unit: Unit, options: Options
) -> Iterator[ChartBlock]:
    if not options.groups:
        for column in columns:
            series = charts.series(table, [(column, "actual")], rows, unit)
            yield _block(column.label, rows, series, column, options)
        return
    if len(columns) > MOST_SERIES:
        what = f"Varje diagram får {len(columns)} serier, men högst {MOST_SERIES} går att läsa."
        raise SpecError(("columns",), f"{what} Välj färre i 'columns'.", "DB413")
    by_key = {row.key: row for row in table.rows}
    for name, members in options.groups.items():
        own = [by_key[key] for key in _members(name, members, table)]
        series = charts.series(table, list(zip(columns, charts.ROLES, strict=False)), own, unit)
        yield _block(name, own, series, columns[0], options)


def _members(name: str, members: tuple[str, ...], table: FigureTable) -> list[str]:
    if not members:
        raise SpecError(
            ("groups", name), f"Gruppen '{name}' har inga rader. Skriv vilka rader som hör till den.", "DB416"
        )
    try:
        return chosen(members, {row.key: row.label for row in table.rows}, name, "Raden")
    except SpecError as error:
        raise SpecError(("groups", *error.path), str(error), error.code) from error


def _block(title: str, rows: Sequence[Row], series: tuple[Series, ...], column: Column, options: Options) -> ChartBlock:
    return ChartBlock(
        name="chart",
        place="content",
        kind=options.kind,
        categories=charts.axis_labels(rows),
        series=series,
        alt="",
        decimals=options.places(column),
        labels=options.labels or ("last" if options.kind == "line" else "all"),
        signed=column.is_change,
        title=title,
    )
