"""A column that is brought over by hand, "last month", has the values that another column had in the report before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder.checks.rounding import Rounding
from deckbuilder.checks.rule import Name, RuleSpec, column_of
from deckbuilder.figures.arithmetic import are_of_one_kind
from deckbuilder.figures.claims import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.checks.rules import Tables
    from deckbuilder.figures.figure import FigureTable

SUMMARY = "En kolumn har värdena som en annan hade i förra rapporten."


class Rule(RuleSpec):
    """`column` has what `of` had in the report before, in every row that was there then."""

    column: Name
    """Kolumnen med förra periodens värden."""
    of: Name
    """Kolumnen som de stod i då."""


def claims(rule: Rule, table: FigureTable, tables: Tables) -> Iterator[Claim]:
    """Yield the claim of each row that was there in the same unit; raise NotHereError without a report before."""
    column, values = column_of(table, rule.column, "column"), column_of(table, rule.of, "of")
    before, period = tables.before(table.name)
    rounding = Rounding.of(table)
    for row in table.rows:
        stated, then = table.figure(row.key, column.key), before.cells.get((row.key, values.key))
        if then is not None and are_of_one_kind([stated, then]):
            computed = replace(then, calculation=f"rapporten för {period.name}")
            yield Claim("förra", stated.id, stated.label, stated, computed, rounding.slack(stated))
