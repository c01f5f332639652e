"""Rows that are the parts of a whole: 100 per cent, or a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic import Field

from deckbuilder.checks.reference import one_figure
from deckbuilder.checks.rounding import Rounding
from deckbuilder.checks.rule import Name, RuleSpec, columns_of, refuse_other_kinds, rows_of
from deckbuilder.errors import SpecError
from deckbuilder.figures.arithmetic import total
from deckbuilder.figures.claims import Claim
from deckbuilder.figures.figure import Figure
from deckbuilder.figures.sums import sum_of
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.checks.rules import Tables
    from deckbuilder.figures.figure import Column, FigureTable

SUMMARY = "Rader är delar av en helhet: 100 procent, eller en siffra."
_HUNDRED = Figure("", Decimal(100), Unit.PERCENT, calculation="hela")


class Rule(RuleSpec):
    """The rows make 100 per cent, or `whole`, in each of the columns."""

    columns: tuple[Name, ...] = Field(min_length=1)
    """Kolumnerna med delarna."""
    rows: tuple[Name, ...] = ()
    """Delarna. Utan listan alla rader utom summor."""
    whole: Name | None = None
    """Siffran som delarna blir, till exempel region.totalt.ack_utfall. Utan den 100 procent."""


def claims(rule: Rule, table: FigureTable, tables: Tables) -> Iterator[Claim]:
    """Yield the claim of each column; raise SpecError for rows, columns and figures that are not there."""
    rows = rows_of(table, rule.rows, "rows")
    rows = rows if rule.rows else [row for row in rows if row.kind == "row"]
    other, whole = one_figure(rule.whole, tables, "whole") if rule.whole else (table, _HUNDRED)
    rounding = Rounding.of(table, other)
    words = sum_of([row.label for row in rows])
    for column in columns_of(table, rule.columns, "columns"):
        parts = [table.figure(row.key, column.key) for row in rows]
        _refuse_other_kinds(parts, whole, column)
        computed = total(f"{table.name}.{column.key}", parts, words)
        slack = rounding.slack(computed) + (rounding.slack(whole) if rule.whole else 0)
        what = f"Helheten för {column.label}" if whole is _HUNDRED else whole.label
        yield Claim("helhet", computed.id, what, whole, computed, slack)


def _refuse_other_kinds(parts: Sequence[Figure], whole: Figure, column: Column) -> None:
    if whole is not _HUNDRED:
        refuse_other_kinds([*parts, whole], "whole")
    elif any(part.unit is not Unit.PERCENT for part in parts if part.number is not None):
        sentence = f"'{column.label}' är inte i procent. Ange vad delarna blir med 'whole', eller välj andra kolumner."
        raise SpecError(("columns",), sentence, "DB521")
