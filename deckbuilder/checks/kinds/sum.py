"""A row that the file states is the sum of other rows, or a column that of other columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from deckbuilder.checks.rounding import Rounding
from deckbuilder.checks.rule import (
    Name,
    RuleSpec,
    column_of,
    columns_of,
    read_columns,
    refuse_other_kinds,
    row_of,
    rows_of,
)
from deckbuilder.figures.arithmetic import total
from deckbuilder.figures.claims import Claim
from deckbuilder.figures.sums import sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.checks.rules import Tables
    from deckbuilder.figures.figure import Figure, FigureTable

SUMMARY = "En rad är summan av andra rader, eller en kolumn av andra kolumner."


class Rule(RuleSpec):
    """`row` is the sum of the rows `of`, in every column; or `column` that of the columns `of`, in every row."""

    row: Name | None = None
    """Raden som är en summa."""
    column: Name | None = None
    """Kolumnen som är en summa, i varje rad."""
    of: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Raderna (eller kolumnerna) som summeras."""
    columns: tuple[Name, ...] = ()
    """Kolumnerna som jämförs. Utan listan alla som läses ur filen, utom procent."""

    @model_validator(mode="after")
    def _is_row_or_column(self) -> Rule:
        if (self.row is None) == (self.column is None):
            sentence = "En summa ska ha antingen row (en rad) eller column (en kolumn)."
            raise ValueError(sentence)
        if self.column is not None and self.columns:
            sentence = "'columns' hör ihop med row. Ta bort den."
            raise ValueError(sentence)
        return self


def claims(rule: Rule, table: FigureTable, tables: Tables) -> Iterator[Claim]:  # noqa: ARG001 -- every kind has this form
    """Yield the claim of each sum; raise SpecError for rows and columns that are not there."""
    rounding = Rounding.of(table)
    called = "rader" if rule.row else "kolumner"
    for stated, parts, names in _sums(rule, table):
        refuse_other_kinds([stated, *parts], "of")
        computed = total(stated.id, parts, sum_of(names, called))
        slack = rounding.slack(stated) + rounding.slack(computed)
        yield Claim("summa" if rule.row else "helhet", stated.id, stated.label, stated, computed, slack)


def _sums(rule: Rule, table: FigureTable) -> Iterator[tuple[Figure, Sequence[Figure], Sequence[str]]]:
    """Yield each stated sum with its parts and what these are called."""
    if rule.column is not None:
        column, parts = column_of(table, rule.column, "column"), columns_of(table, rule.of, "of")
        for row in table.rows:
            figures = [table.figure(row.key, part.key) for part in parts]
            yield table.figure(row.key, column.key), figures, [part.label for part in parts]
        return
    summed, rows = row_of(table, rule.row or "", "row"), rows_of(table, rule.of, "of")
    for column in columns_of(table, rule.columns, "columns") if rule.columns else read_columns(table):
        figures = [table.figure(row.key, column.key) for row in rows]
        yield table.figure(summed.key, column.key), figures, [row.label for row in rows]
