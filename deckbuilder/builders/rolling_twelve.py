"""Rolling twelve months: the sum month by month, and beside it how it has changed in a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder.compose import charts, scales, tables, words
from deckbuilder.compose.history import point_name
from deckbuilder.compose.options import NumberOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError, choices, did_you_mean
from deckbuilder.figures.series import CHANGE, R12
from deckbuilder.page import ChartBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import Area, Page, Series
    from deckbuilder.value import Unit

SUMMARY = "Rullande tolv månader, och förändringen mot tolv månader tidigare."
EXAMPLE = """\
- type: rolling_twelve
  id: nettokostnad-r12
  title: "Nettokostnaden har ökat {{ nettokostnad_per_manad.senaste.nettokostnad.r12_forandring | procent }} på ett år"
  figures: nettokostnad_per_manad
  unit: mkr
"""
MOST_LINES = 4
_LEFT: Area = (0, 0, 0.5, 1)
_RIGHT: Area = (0.52, 0, 0.48, 1)
_PLOTS: tuple[Area, Area] = (0.1, 0.16, 0.76, 0.71), (0.02, 0.16, 0.96, 0.71)
"""Where in the two charts one line and its columns are drawn, so that both stand on the same height."""


class Options(NumberOptions):
    """For figures of the kind `monthly`."""

    figures: str
    """Siffrorna i config/sources.yaml, av slaget monthly."""
    columns: tuple[str, ...] = ()
    """Kolumnerna med värden, som de heter i siffrorna. Utan listan visas alla."""
    decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    """Antal decimaler i summorna."""
    sum_title: str = "Rullande tolv månader"
    """Rubrik över summorna."""
    change_title: str = "Förändring på ett år, %"
    """Rubrik över förändringen."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with two charts; raise SpecError for figures that have no rolling twelve months."""
    table = context.table(options.figures)
    names = _names(table, options)
    rows = _with_values(table, names)
    money = tables.money_unit(options.unit, table)
    sums = [_column(table, f"{name}_{R12}") for name in names]
    unit = charts.common_unit(sums, money)
    unit_label = context.unit_label(unit)
    subtitle = words.subtitle(unit_label, f"{point_name(rows[0])}–{point_name(rows[-1])}")
    left = _sums(table, sums, rows, unit, options)
    left = replace(left, title=", ".join(filter(None, (options.sum_title, unit_label))), area=_LEFT)
    right = replace(_changes(table, names, rows), title=options.change_title, area=_RIGHT)
    frames = _PLOTS if len(names) == 1 else (None, None)
    blocks = [
        replace(
            block, frame=frame, alt=words.chart_alt(f"{words.described(table, options.title)}, {block.title}", block)
        )
        for block, frame in zip((left, right), frames, strict=True)
    ]
    return chart_page(options, table, blocks, (), subtitle)


def _names(table: FigureTable, options: Options) -> list[str]:
    """Return the names of the value columns to show."""
    known = [column.key.removesuffix(f"_{R12}") for column in table.columns if column.key.endswith(f"_{R12}")]
    if not known:
        sentence = f"Siffrorna '{options.figures}' har inga rullande tolv månader. Använd siffror av slaget monthly."
        raise SpecError(("figures",), sentence, "DB411")
    for number, name in enumerate(options.columns):
        if name not in known:
            what = f"Kolumnen '{name}' finns inte i siffrorna.{did_you_mean(name, known)}"
            raise SpecError(("columns", number), f"{what} Välj bland {choices(known)}.", "DB402")
    wanted = list(options.columns) or known
    if len(wanted) > MOST_LINES:
        what = f"Diagrammet får {len(wanted)} linjer, men högst {MOST_LINES} går att läsa."
        raise SpecError(("columns",), f"{what} Välj bland {choices(known)} i 'columns'.", "DB413")
    return wanted


def _with_values(table: FigureTable, names: Sequence[str]) -> list[Row]:
    """Return the months from the first to the last that has a sum; raise SpecError for none."""
    there = [
        number
        for number, row in enumerate(table.rows)
        if any(table.figure(row.key, f"{name}_{R12}").number is not None for name in names)
    ]
    if not there:
        remedy = "Fyll på underlaget, så att tolv månader i rad har värden."
        raise SpecError(("figures",), f"Ingen månad har en summa för rullande tolv månader. {remedy}", "DB415")
    return list(table.rows[there[0] : there[-1] + 1])


def _column(table: FigureTable, key: str) -> Column:
    return next(column for column in table.columns if column.key == key)


def _named(series: Sequence[Series], table: FigureTable, names: Sequence[str]) -> tuple[Series, ...]:
    """Return series under the names of their values, in one colour: most sums grow, and a wall of red says little."""
    return tuple(
        replace(one, name=_column(table, name).label, tones=()) for one, name in zip(series, names, strict=True)
    )


def _sums(
    table: FigureTable, columns: Sequence[Column], rows: Sequence[Row], unit: Unit, options: Options
) -> ChartBlock:
    series = charts.series(table, list(zip(columns, charts.ROLES, strict=False)), rows, unit)
    names = [column.key.removesuffix(f"_{R12}") for column in columns]
    return ChartBlock(
        name="sums",
        place="content",
        kind="line",
        categories=charts.axis_labels(rows),
        series=_named(series, table, names),
        alt="",
        decimals=options.places(columns[0]),
        labels="last",
        ends=scales.ends([value for one in series for value in one.values], zero=False),
    )


def _changes(table: FigureTable, names: Sequence[str], rows: Sequence[Row]) -> ChartBlock:
    """Return the changes as columns of one series, or as lines of several."""
    columns = [_column(table, f"{name}_{CHANGE}") for name in names]
    series = charts.series(table, list(zip(columns, charts.ROLES, strict=False)), rows, columns[0].unit)
    return ChartBlock(
        name="changes",
        place="content",
        kind="column" if len(names) == 1 else "line",
        categories=charts.axis_labels(rows),
        series=_named(series, table, names),
        alt="",
        decimals=columns[0].decimals,
        labels="all" if len(names) == 1 else "last",
        signed=True,
    )
