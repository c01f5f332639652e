"""A ranking: one bar per unit in order of size, the own one brought out, those without a value last and said so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from deckbuilder.compose import charts, tables, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.context import chosen
from deckbuilder.compose.history import one_column
from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError
from deckbuilder.page import ChartBlock
from deckbuilder.value import Unit, convert

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
    from deckbuilder.page import Page, Tone

SUMMARY = "Många enheter, till exempel 21 regioner, i storleksordning med den egna framlyft."
EXAMPLE = """\
- type: ranking
  id: hyrpersonal-rangordning
  title: Kostnaden för hyrpersonal minskar i de flesta regioner
  figures: hyrpersonal_per_region
  column: totalt
  own: Västerbotten
"""
MOST = 31


class Options(NumberOptions, TextOptions):
    """For figures with one row per unit."""

    figures: str
    """Siffrorna i config/sources.yaml, med en rad för varje enhet."""
    column: str | None = None
    """Kolumnen som rangordnas, när siffrorna har flera."""
    own: str | None = None
    """Den egna enheten, som lyfts fram."""
    reference: str | None = None
    """Raden att jämföra med, till exempel Riket. Den visas i ordning men räknas inte som en plats."""
    order: Literal["highest", "lowest"] = "highest"
    """Vad som står överst: highest (högst värde) eller lowest (lägst)."""
    rows: tuple[str, ...] = ()
    """Enheterna. Utan listan visas alla rader utom summor."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the ranking; raise SpecError for figures that cannot be ranked."""
    table = context.table(options.figures)
    column = one_column(table, options.column)
    rows = _ordered(table, column, options)
    own, reference = _number(options.own, "own", rows), _number(options.reference, "reference", rows)
    unit = charts.common_unit([column], tables.money_unit(options.unit, table))
    said = _place(rows, [table.figure(row.key, column.key) for row in rows], own, reference, options)
    compared = f"{rows[reference].label} visas som jämförelse" if reference is not None else ""
    subtitle = ". ".join(filter(None, (words.subtitle(context.unit_label(unit), context.period.name), said, compared)))
    (series,) = charts.series(table, [(column, "actual")], rows, unit)
    block = ChartBlock(
        name="chart",
        place="chart",
        kind="bar",
        categories=tuple(_label(row, table.figure(row.key, column.key)) for row in rows),
        series=(replace(series, tones=_tones(rows, reference)),),
        alt="",
        decimals=options.places(column),
        highlight=own,
        signed=column.is_change,
    )
    what = f"{words.described(table, options.title)}, {column.label}. {options.subtitle or subtitle}"
    block = replace(block, alt=options.alt or words.chart_alt(what, block))
    return chart_page(options, table, [block], optional_text(options.text, context), subtitle)


def _tones(rows: Sequence[Row], reference: int | None) -> tuple[Tone, ...]:
    """Return a tone per bar: what the units are compared with stands back."""
    return () if reference is None else tuple("muted" if n == reference else "" for n in range(len(rows)))


def _ordered(table: FigureTable, column: Column, options: Options) -> list[Row]:
    """Return the rows in order of value; the withheld and the missing come last. Equal ones keep the file's order."""
    rows = tables.pick_rows(table, options.rows)
    if len(rows) > MOST:
        what = f"Rangordningen får {len(rows)} staplar, men högst {MOST} går att läsa."
        raise SpecError(("rows",), f"{what} Välj enheter i 'rows', eller visa siffrorna med bildtypen table.", "DB413")
    known = [row for row in rows if table.figure(row.key, column.key).number is not None]
    known.sort(key=lambda row: _known(table.figure(row.key, column.key)), reverse=options.order == "highest")
    rest = [row for row in rows if row not in known]
    return known + sorted(rest, key=lambda row: table.figure(row.key, column.key).value is None)


def _known(figure: Figure) -> Decimal:
    """Return a figure's number in the smallest unit of its kind, so that rows in different units can be compared."""
    if figure.number is None:
        message = "only figures with a value are ranked"
        raise TypeError(message)
    return convert(figure.number, figure.unit, Unit.KR if figure.unit.is_money else figure.unit)


def _number(word: str | None, key: str, rows: Sequence[Row]) -> int | None:
    """Return where a row that an option names stands; raise SpecError at the option for none."""
    if word is None:
        return None
    try:
        (wanted,) = chosen((word,), {row.key: row.label for row in rows}, key, "Raden")
    except SpecError as error:
        raise SpecError((key,), str(error), error.code) from error
    return [row.key for row in rows].index(wanted)


def _label(row: Row, figure: Figure) -> str:
    """Return what stands at a bar; where there is none it says why."""
    gap = words.gap([figure])
    return f"{row.label} ({gap})" if gap else row.label


def _place(
    rows: Sequence[Row], figures: Sequence[Figure], own: int | None, reference: int | None, options: Options
) -> str:
    """Say which place the own unit has among those with a value; equal values share a place."""
    if own is None or figures[own].number is None:
        return ""
    values = [_known(f) for number, f in enumerate(figures) if f.number is not None and number != reference]
    mine = _known(figures[own])
    before = sum(value > mine if options.order == "highest" else value < mine for value in values)
    shares = "delar plats" if values.count(mine) > 1 else "har plats"
    first = "högst värde först" if options.order == "highest" else "lägst värde först"
    return f"{rows[own].label} {shares} {before + 1} av {len(values)}, {first}"
