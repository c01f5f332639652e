"""A column that the file states is the difference between two others: [a, b] is a minus b."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder.checks.rounding import Rounding
from deckbuilder.checks.rule import Name, RuleSpec, column_of, columns_of, refuse_other_kinds, rows_of
from deckbuilder.figures.arithmetic import difference
from deckbuilder.figures.claims import Claim
from deckbuilder.swedish import uncapital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.checks.rules import Tables
    from deckbuilder.figures.figure import FigureTable

SUMMARY = "En kolumn i filen är skillnaden mellan två andra."


class Rule(RuleSpec):
    """`column` is the first column of `of` minus the second, in every row."""

    column: Name
    """Kolumnen med skillnaden."""
    of: Annotated[tuple[Name, Name], Field(min_length=2)]
    """Kolumnerna som den är skillnaden mellan: [a, b] är a minus b."""
    rows: tuple[Name, ...] = ()
    """Raderna som jämförs. Utan listan alla."""


def claims(rule: Rule, table: FigureTable, tables: Tables) -> Iterator[Claim]:  # noqa: ARG001 -- every kind has this form
    """Yield the claim of each row; raise SpecError for rows and columns that are not there."""
    column, sides = column_of(table, rule.column, "column"), columns_of(table, rule.of, "of")
    rounding, words = Rounding.of(table), f"{sides[0].label} minus {uncapital(sides[1].label)}"
    for row in rows_of(table, rule.rows, "rows"):
        stated = table.figure(row.key, column.key)
        left, right = (table.figure(row.key, side.key) for side in sides)
        refuse_other_kinds([left, right], "of")
        computed = difference(stated.id, left, right, uncapital(words))
        if stated.unit.is_percent and left.unit.is_percent:  # declared as per cent or as percentage points
            computed = replace(computed, unit=stated.unit)
        else:
            refuse_other_kinds([stated, left], "column")
        slack = rounding.slack(stated) + rounding.slack(left) + rounding.slack(right)
        yield Claim("avvikelse", stated.id, stated.label, stated, computed, slack)
