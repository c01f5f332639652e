"""Outcomes against their targets: a bar per item with a line at its target, and how near it is by shape and word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.compose import bullets, charts, tables, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.history import one_column
from deckbuilder.compose.options import NumberOptions, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError
from deckbuilder.page import ChartBlock
from deckbuilder.value import SHAPES, Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import Page, Series

SUMMARY = "Utfall mot mål för flera saker: uppnått, delvis eller ej uppnått."
EXAMPLE = """\
- type: bullet
  id: administration-mot-mal
  title: Alla tre förvaltningar når målet för minskad administration
  figures: minskad_administration
  outcome: uppnatt
  target: mal
"""
MOST = 10
_WORDS = {Level.ON_PLAN: "uppnått", Level.PARTLY: "delvis", Level.OFF_PLAN: "ej uppnått"}


class Options(NumberOptions, TextOptions):
    """Rows of the figures become items, with one column for the outcome and one for the target."""

    figures: str
    """Siffrorna i config/sources.yaml."""
    outcome: str
    """Kolumnen med utfall."""
    target: str
    """Kolumnen med mål."""
    rows: tuple[str, ...] = ()
    """Det som följs, i ordning. Utan listan visas alla rader utom summor."""
    better: Literal["higher", "lower"] = "higher"
    """Om målet nås på eller över (higher), eller på eller under (lower)."""
    partly: Annotated[int | None, Field(gt=0, lt=100)] = 80
    """Hur stor del av målet, i procent, som räknas som delvis uppnått. null skiljer bara på uppnått och ej uppnått."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


@dataclass(frozen=True)
class _Item:
    """An outcome and its target, in the chart's unit, and why either is None."""

    label: str
    outcome: Decimal | None
    target: Decimal | None
    gaps: tuple[str, str]

    def level(self, options: Options) -> Level | None:
        """Tell how near the target the unrounded outcome is; None when that cannot be told."""
        if self.outcome is None or self.target is None:
            return None
        off = self.target - self.outcome if options.better == "higher" else self.outcome - self.target
        if off <= 0:
            return Level.ON_PLAN
        room = abs(self.target) * (100 - options.partly) / 100 if options.partly is not None else Decimal(0)
        return Level.PARTLY if off <= room else Level.OFF_PLAN

    def words(self, options: Options, decimals: int) -> str:
        """Say the outcome and the target: `● 109 (mål 100)`."""
        outcome, target = (
            gap if value is None else swedish.number(value, decimals)
            for value, gap in zip((self.outcome, self.target), self.gaps, strict=True)
        )
        level = self.level(options)
        return f"{SHAPES[level]} {outcome} (mål {target})" if level else f"{outcome} (mål {target})"


def compose(options: Options, context: Context) -> Page:
    """Return a page with the chart; raise SpecError for columns that cannot be compared."""
    table = context.table(options.figures)
    rows = tables.pick_rows(table, options.rows)
    if len(rows) > MOST:
        what = f"Diagrammet får {len(rows)} staplar, men högst {MOST} går att läsa."
        raise SpecError(("rows",), f"{what} Välj färre i 'rows', eller visa siffrorna med bildtypen table.", "DB413")
    columns = [one_column(table, options.outcome, "outcome"), one_column(table, options.target, "target")]
    unit = charts.common_unit(columns, tables.money_unit(options.unit, table))
    outcome, target = charts.series(table, [(columns[0], "actual"), (columns[1], "target")], rows, unit)
    items = [
        _Item(row.label, reached, aim, _gaps(table, row, columns))
        for row, reached, aim in zip(rows, outcome.values, target.values, strict=True)
    ]
    what = words.subtitle(context.unit_label(unit), context.period.name)
    shown = (what, _met(items, options), "Strecket visar målet")
    subtitle = ". ".join(filter(None, shown))
    block = _block(items, outcome, target, columns[0], options)
    what = f"{words.described(table, options.title)}. {options.subtitle or subtitle}"
    told = ". ".join(category.replace("\n", ": ") for category in block.categories)
    block = replace(block, alt=options.alt or f"Liggande stapeldiagram med mål: {what}. {told}.")
    return chart_page(options, table, [block], optional_text(options.text, context), subtitle)


def _gaps(table: FigureTable, row: Row, columns: Sequence[Column]) -> tuple[str, str]:
    """Return why a row's outcome and target lack numbers."""
    outcome, target = (words.gap([table.figure(row.key, column.key)]) for column in columns)
    return outcome, target


def _block(items: Sequence[_Item], outcome: Series, target: Series, column: Column, options: Options) -> ChartBlock:
    decimals = options.places(column)
    sheet, series, ends = bullets.bars(outcome, target)
    return ChartBlock(
        name="chart",
        place="chart",
        kind="stacked",
        categories=tuple(f"{item.label}\n{item.words(options, decimals)}" for item in items),
        series=series,
        alt="",
        decimals=decimals,
        ends=ends,
        sheet=sheet,
        lying=True,
        legend=False,
    )


def _met(items: Sequence[_Item], options: Options) -> str:
    """Say how many are met, partly met and not met, with the shapes that stand at them."""
    levels = [level for item in items if (level := item.level(options))]
    known = [level for level in _WORDS if level in levels]
    return ", ".join(f"{SHAPES[level]} {levels.count(level)} {_WORDS[level]}" for level in known)
