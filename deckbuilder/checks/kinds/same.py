"""A row (or one figure) that is the same quantity as another, on a slide of its own perhaps."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import ConfigDict, Field

from deckbuilder.checks.reference import Reference, reference
from deckbuilder.checks.rounding import Rounding
from deckbuilder.checks.rule import Name, RuleSpec, column_of, columns_of, refuse_other_kinds, row_of
from deckbuilder.errors import SpecError, choices
from deckbuilder.figures.claims import Claim, rounding_tolerance
from deckbuilder.swedish import rounded
from deckbuilder.value import Unit, convert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.checks.rules import Tables
    from deckbuilder.figures.figure import Figure, FigureTable

SUMMARY = "En rad (eller siffra) är samma sak som en annan."


class Rule(RuleSpec):
    """`row` has the same figures as the row `as` in every column that both have, or in `columns`."""

    model_config = ConfigDict(populate_by_name=True)

    row: Name
    """Raden här."""
    as_: Annotated[Name, Field(alias="as")]
    """Raden (siffror.rad) eller siffran (siffror.rad.kolumn) som är samma sak."""
    columns: tuple[Name, ...] = ()
    """Kolumnerna som jämförs. Utan listan alla som båda har. En enda, när 'as' är en siffra."""
    unit: Literal["kr", "tkr", "mkr"] | None = None
    """Jämför i hela kr, tkr eller mkr, som bilderna visar. Utan den jämförs värdena som filerna har dem."""


def claims(rule: Rule, table: FigureTable, tables: Tables) -> Iterator[Claim]:
    """Yield the claim of each column; raise SpecError for rows and columns that are not there."""
    row = row_of(table, rule.row, "row")
    other = reference(rule.as_, tables, "as")
    rounding = Rounding.of(table, other.table)
    for mine, theirs in _columns(rule, table, other):
        stated, same = table.figure(row.key, mine), other.table.figure(other.row, theirs)
        refuse_other_kinds([stated, same], "columns")
        unit = Unit(rule.unit) if rule.unit else None
        mine_shown, theirs_shown = _shown(stated, unit), _shown(same, unit)
        slack = convert(_slack(same, unit, rounding), theirs_shown.unit, mine_shown.unit)
        slack += _slack(stated, unit, rounding)
        computed = replace(theirs_shown, calculation=_named(same, other.table))
        yield Claim("samma", stated.id, _named(stated, table), mine_shown, computed, slack)


def _shown(figure: Figure, unit: Unit | None) -> Figure:
    """Return a figure of money in whole units as slides show it; any other, and all without a unit, as it is."""
    if unit is None or figure.number is None or not figure.unit.is_money:
        return figure
    return replace(figure, value=rounded(convert(figure.number, figure.unit, unit)), unit=unit, decimals=0)


def _slack(figure: Figure, unit: Unit | None, rounding: Rounding) -> Decimal:
    """Return how far a figure may be off, in the unit that it is compared in: half of that when it is rounded to it."""
    own = rounding.slack(figure)
    if unit is None or not figure.unit.is_money:
        return own
    return max(convert(own, figure.unit, unit), rounding_tolerance([Decimal(1)]))


def _columns(rule: Rule, table: FigureTable, other: Reference) -> list[tuple[str, str]]:
    """Return the keys of the columns to compare, here and there."""
    if other.column:
        if len(rule.columns) != 1:
            sentence = f"'{rule.as_}' är en siffra. Skriv kolumnen här som är samma sak i 'columns', och bara den."
            raise SpecError(("columns",) if rule.columns else ("as",), sentence, "DB520")
        return [(column_of(table, rule.columns[0], "columns").key, other.column)]
    if rule.columns:
        mine, theirs = (columns_of(one, rule.columns, "columns") for one in (table, other.table))
        return [(one.key, two.key) for one, two in zip(mine, theirs, strict=True)]
    both = [column.key for column in table.columns if column.key in {one.key for one in other.table.columns}]
    if not both:
        have = [choices(column.key for column in one.columns) for one in (table, other.table)]
        sentence = f"Inga kolumner heter lika: {table.name} har {have[0]}, {other.table.name} har {have[1]}."
        raise SpecError(("as",), f"{sentence} Jämför en siffra i taget, med 'columns' och siffror.rad.kolumn.", "DB520")
    return [(key, key) for key in both]


def _named(figure: Figure, table: FigureTable) -> str:
    return f"{figure.label} ({table.label or table.name})"
