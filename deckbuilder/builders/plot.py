"""A picture of figures that PowerPoint has no chart for: a calendar, or how values spread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder import plots
from deckbuilder.compose import charts, tables, words
from deckbuilder.compose import plots as data
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.context import chosen, source_line
from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.errors import SpecError
from deckbuilder.page import Page, PlotBlock, TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import Block
    from deckbuilder.value import Unit

SUMMARY = "En kalender med mörkare rutor för högre värden, eller hur värden sprider sig i grupper. Kräver matplotlib."
EXAMPLE = """\
- type: plot
  id: belaggning
  title: Vårdplatserna var fullast i vintras
  kind: calendar_heat
  figures: vardplatser
  columns: [belaggning]
"""


class Options(NumberOptions, TextOptions):
    """The picture cannot be edited in PowerPoint: what PowerPoint has a chart for is better as `chart`."""

    kind: Literal["calendar_heat", "distribution"]
    """Vad som ritas: calendar_heat (en ruta per dag) eller distribution (en prick per värde, med median)."""
    figures: str
    """Siffrorna i config/sources.yaml."""
    columns: Annotated[tuple[str, ...], Field(min_length=1)]
    """Kolumnen som visas. I distribution får de vara flera och blir grupper."""
    rows: tuple[str, ...] = ()
    """Rader. Utan listan används alla utom summor."""
    by: Literal["column", "month", "weekday"] = "column"
    """Grupper i distribution: en per kolumn, eller per månad eller veckodag när raderna är dagar."""
    highlight: str | None = None
    """Raden som lyfts fram i distribution."""
    signed: bool = False
    """Skriv plustecken framför positiva värden i distribution."""
    text: str | None = None
    """Text bredvid. Utan den tas texten i kommentarer.md under bildens id, om det finns en."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the plot; raise SpecError for figures that it cannot show."""
    if not plots.is_available():
        remedy = "Kör 'pip install matplotlib' i den miljö där deckbuilder är installerat."
        raise SpecError(("type",), f"Bildtypen plot ritas av matplotlib, som inte är installerat. {remedy}", "DB431")
    table = context.table(options.figures)
    columns, _ = tables.pick(table, options.columns, ())
    rows = tables.pick_rows(table, options.rows)
    unit = charts.common_unit(columns, tables.money_unit(options.unit, table))
    subtitle = options.subtitle or _subtitle(options, columns, rows, context.unit_label(unit), context)
    described = f"{words.described(table, options.title)}. {subtitle}"
    block = _block(options, table, columns, rows, unit, described)
    blocks: list[Block] = [block]
    if text := optional_text(options.text, context):
        blocks.append(TextBlock("body", "body", text))
    source = source_line(options.source, table)
    role = "picture_text" if text else "picture"
    return Page(options.id, role, options.title, tuple(blocks), subtitle, source)


def _subtitle(options: Options, columns: Sequence[Column], rows: Sequence[Row], unit: str, context: Context) -> str:
    """Return measure, unit and period: the days where the rows are days."""
    if options.kind == "distribution" and options.by == "column":
        return words.subtitle(unit, context.period.name)
    return ", ".join(filter(None, (f"{columns[0].label} per dag", unit, data.span(rows))))


def _block(
    options: Options, table: FigureTable, columns: Sequence[Column], rows: Sequence[Row], unit: Unit, what: str
) -> PlotBlock:
    decimals = options.places(columns[0])
    if len(columns) > 1 and (options.kind == "calendar_heat" or options.by != "column"):
        raise SpecError(("columns",), "Här kan bara en kolumn visas. Välj en i 'columns'.", "DB412")
    if options.kind == "calendar_heat":
        shown = data.calendar(table, columns[0], rows, unit, decimals, whole=not options.rows)
        return PlotBlock("plot", "picture", options.kind, shown, options.alt or data.calendar_alt(what, shown, unit))
    if options.by == "column":
        groups = data.by_column(table, columns, rows, unit)
    else:
        groups = data.by_time(table, columns[0], rows, unit, options.by)
    spread = data.spread(groups, _marked(options, rows), unit, decimals, signed=options.signed)
    return PlotBlock("plot", "picture", options.kind, spread, options.alt or data.spread_alt(what, spread, unit))


def _marked(options: Options, rows: Sequence[Row]) -> str:
    if options.highlight is None:
        return ""
    labels = {row.key: row.label for row in rows}
    (key,) = chosen((options.highlight,), labels, "highlight", "Raden")
    return labels[key]
