"""A column with given rolling twelve months (R12) is the sum of the twelve months' own values in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.checks.rounding import Rounding
from deckbuilder.checks.rule import Name, RuleSpec, column_of, refuse_other_kinds
from deckbuilder.errors import SpecError
from deckbuilder.figures.arithmetic import total
from deckbuilder.figures.claims import Claim
from deckbuilder.figures.months import window
from deckbuilder.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.checks.rules import Tables
    from deckbuilder.figures.figure import FigureTable, Row

SUMMARY = "En kolumn med rullande tolv månader (R12) stämmer med månadernas egna värden."


class Rule(RuleSpec):
    """`column` has the R12 of the values in `of`; rows are months."""

    column: Name
    """Kolumnen med R12."""
    of: Name
    """Kolumnen med månadernas egna värden."""


def claims(rule: Rule, table: FigureTable, tables: Tables) -> Iterator[Claim]:  # noqa: ARG001 -- every kind has this form
    """Yield the claim of each month that has the eleven before it in the table; the others cannot be tried."""
    column, values = column_of(table, rule.column, "column"), column_of(table, rule.of, "of")
    rounding = Rounding.of(table)
    months = {_month(row): row.key for row in table.rows}
    for month, row in months.items():
        twelve = window(month, 12)
        if not months.keys() >= set(twelve):
            continue
        stated = table.figure(row, column.key)
        parts = [table.figure(months[one], values.key) for one in twelve]
        refuse_other_kinds([stated, *parts], "of")
        computed = total(stated.id, parts, f"summan av {values.label} {twelve[0].code} till {month.code}")
        yield Claim("r12", stated.id, stated.label, stated, computed, rounding.slack(stated) + rounding.slack(computed))


def _month(row: Row) -> Period:
    month = row.period or Period.month_in(row.label)
    if month is None or not month.is_month:
        sentence = f"Raden '{row.label}' är ingen månad, så R12 går inte att kontrollera. Skriv månader som 2024-07."
        raise SpecError(("kind",), sentence, "DB520")
    return month
