"""Parts of a whole: stacked columns of 100 per cent, with each part's share written in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from deckbuilder.compose import charts, tables, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.history import one_column, period_of, point_name
from deckbuilder.compose.options import OptionsError, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError, listed
from deckbuilder.figures.parts import OF_WHOLE, NotTheWholeError, shares
from deckbuilder.page import ChartBlock, Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
    from deckbuilder.page import Fill, Page, SeriesRole

SUMMARY = "Delar av en helhet: staplar på 100 procent med varje dels andel."
EXAMPLE = """\
- type: share
  id: sjukfranvaro-andelar
  title: Den korta frånvaron blir en mindre del av sjukfrånvaron
  figures: sjukfranvaro_region
  columns: [1-14 dagar, 15-180 dagar, Över 180 dagar]
  whole: Totalt
"""
MOST_PARTS = 5
MOST_CATEGORIES = 14
THIN = 4
_LOOKS: tuple[tuple[SeriesRole, Fill], ...] = (
    ("actual", ""), ("third", ""), ("fourth", ""), ("second", ""), ("second", "rule"),
)  # fmt: skip


class Options(TextOptions):
    """Columns of the figures become parts, rows become columns of 100 per cent."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    columns: Annotated[tuple[str, ...], Field(min_length=2)]
    """Delarna, nedifrån och upp."""
    rows: tuple[str, ...] = ()
    """Staplarna i ordning. Utan listan visas alla rader utom summor."""
    whole: Annotated[str | None, Field(min_length=1)] = None
    """Kolumnen med helheten. Utan den är helheten summan av delarna, och delar i procent ska bli 100."""
    rest: Annotated[str | None, Field(min_length=1)] = None
    """Namn på det som är kvar av helheten, när delarna inte är allt."""
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    """Antal decimaler i procenten."""
    lying: bool = False
    """Liggande staplar, för kategorier med långa namn."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""

    @model_validator(mode="after")
    def _has_a_whole_for_the_rest(self) -> Options:
        if self.rest is not None and self.whole is None:
            sentence = "Det som är kvar går bara att räkna ut av en helhet. Ange 'whole', eller ta bort 'rest'."
            raise OptionsError(sentence, "DB421")
        return self


def compose(options: Options, context: Context) -> Page:
    """Return a page with the columns; raise SpecError for parts that do not make up their whole."""
    table = context.table(options.figures)
    columns, _ = tables.pick(table, options.columns, ())
    rows = tables.pick_rows(table, options.rows)
    _refuse_what_cannot_be_read(columns, rows, options)
    whole = one_column(table, options.whole, "whole") if options.whole else None
    parts = [_shares(table, row, columns, whole, options) for row in rows]
    names = [column.label for column in columns] + ([options.rest] if options.rest else [])
    for row, shares_ in zip(rows, parts, strict=True):
        for name, figure in zip(names, shares_, strict=True):
            if figure.calculation.endswith(OF_WHOLE):
                context.shows(figure, options.id, row.label, name)
    series = tuple(
        _series(name, [of_row[number] for of_row in parts], look, options.decimals)
        for number, (name, look) in enumerate(zip(names, _LOOKS, strict=False))
    )
    block = ChartBlock(
        name="chart",
        place="chart",
        kind="share",
        categories=_labels(rows, parts),
        series=series,
        alt="",
        decimals=options.decimals,
        lying=options.lying,
    )
    subtitle = words.subtitle("andel i procent", period_of(rows, context.period))
    what = f"{words.described(table, options.title)}. {options.subtitle or subtitle}"
    block = replace(block, alt=options.alt or words.chart_alt(what, block))
    return chart_page(options, table, [block], optional_text(options.text, context), subtitle)


def _refuse_what_cannot_be_read(columns: Sequence[Column], rows: Sequence[Row], options: Options) -> None:
    count = len(columns) + (options.rest is not None)
    if count > MOST_PARTS:
        what = f"Staplarna får {count} delar, men högst {MOST_PARTS} går att läsa."
        raise SpecError(("columns",), f"{what} Ta de största, och ange 'whole' och 'rest' för resten.", "DB413")
    if len(rows) > MOST_CATEGORIES:
        what = f"Diagrammet får {len(rows)} staplar, men högst {MOST_CATEGORIES} går att läsa."
        raise SpecError(("rows",), f"{what} Välj färre i 'rows'.", "DB413")
    charts.common_unit(columns, None)


def _shares(
    table: FigureTable, row: Row, columns: Sequence[Column], whole: Column | None, options: Options
) -> tuple[Figure, ...]:
    parts = [table.figure(row.key, column.key) for column in columns]
    of = table.figure(row.key, whole.key) if whole else None
    try:
        return shares(f"{table.name}.{row.key}", parts, of, rest=options.rest is not None)
    except NotTheWholeError as error:
        names = listed(column.label for column in columns)
        remedy = "Rätta siffrorna, välj alla delar i 'columns', eller ange 'whole' och 'rest'."
        raise SpecError(
            ("columns",), f"{names} för {point_name(row)} är ingen helhet: {error}. {remedy}", "DB425"
        ) from error


def _series(name: str, figures: Sequence[Figure], look: tuple[SeriesRole, Fill], decimals: int) -> Series:
    """Return a part's series; values of a part too thin for a number in it stay in the workbook alone."""
    values = tuple(figure.number for figure in figures)
    texts = tuple(
        "" if figure.number is None or figure.number < THIN else figure.shown(decimals=decimals) for figure in figures
    )
    is_thin = any(value is not None and value < THIN for value in values)
    return Series(name, values, look[0], shade=look[1], texts=texts if is_thin else ())


def _labels(rows: Sequence[Row], parts: Sequence[Sequence[Figure]]) -> tuple[str, ...]:
    """Return what stands under the columns; where there is none it says why."""
    labels = charts.axis_labels(rows)
    return tuple(
        f"{label}\n({gap})" if (gap := words.gap(of_row)) else label
        for label, of_row in zip(labels, parts, strict=True)
    )
