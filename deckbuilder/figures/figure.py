"""Figures: every number of a report, once, with its unit and where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from deckbuilder import swedish
from deckbuilder.value import Suppressed, Unit, Value, convert

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckbuilder.figures.claims import Claim
    from deckbuilder.period import Period
    from deckbuilder.sources.grid import CellRef

Better = Literal["higher", "lower"]
RowKind = Literal["row", "subtotal", "total"]


@dataclass(frozen=True, slots=True)
class Kept:
    """Why a figure is shown with another value than the source gives, who says so, and what the source gives."""

    reason: str
    by: str
    source: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One value, unrounded, with its unit, the cells it was made from and the calculation in words.

    `decimals` is how many are shown unless a slide says otherwise; `better` tells whether more is good. `parts` are the
    figures that it was computed from. In the book, `id` is how templates reach it (`region.totalt.ack_utfall`), `label`
    what people call it, and `period` what it is about. `kept` tells that people have given it another value than the
    source; its part is then what the source gives.
    """

    id: str
    value: Value
    unit: Unit = Unit.NONE
    decimals: int = 0
    cells: tuple[CellRef, ...] = ()
    calculation: str = ""
    better: Better | None = None
    period: Period | None = None
    label: str = ""
    parts: tuple[Figure, ...] = field(default=(), repr=False)
    kept: Kept | None = None

    def __bool__(self) -> bool:
        """Refuse to be a condition: whether a figure is there, is zero or is positive are three questions."""
        message = "a figure is no condition"
        raise TypeError(message)

    @property
    def number(self) -> Decimal | None:
        """The value when it is a number, else None."""
        return self.value if isinstance(self.value, Decimal) else None

    @property
    def mark(self) -> str:
        """What stands after the value wherever it is shown: `*` when it is kept, else nothing."""
        return swedish.MARK if self.kept else ""

    @property
    def unmarked(self) -> Figure:
        """The figure without its mark, for comparing what is shown and for reading it."""
        return replace(self, kept=None) if self.kept else self

    @property
    def given(self) -> Figure:
        """What the source gives, also where people keep another value."""
        return self.parts[0] if self.kept else self

    def leaves(self) -> Iterator[Figure]:
        """Yield the figures that this one was computed from in the end; itself when it was computed from none."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def shown(self, unit: Unit | None = None, decimals: int | None = None, *, sign: bool = False) -> str:
        """Return the value as a table shows it, without its unit and with its mark; `–` when it is missing."""
        if self.value is None:
            return swedish.MISSING
        if not isinstance(self.value, Decimal):
            return f"{self.value}{self.mark}"
        value = convert(self.value, self.unit, unit or self.unit)
        return swedish.number(value, self.decimals if decimals is None else decimals, sign=sign) + self.mark

    def written(self, money_label: str = "", *, sign: bool = False) -> str:
        """Return the value as a sentence writes it, with its unit; millions of kronor have the report's own label."""
        shown = self.shown(sign=sign)
        return (
            shown if self.number is None else swedish.beside(shown, swedish.unit_label(self.unit, shown, money_label))
        )

    @property
    def legible(self) -> Figure:
        """The figure with as many decimals shown as it takes for a small number not to look like zero."""
        number = self.number
        if not number or swedish.rounded(number, self.decimals):
            return self
        return replace(self, decimals=-number.adjusted())

    def in_full(self, money_label: str = "") -> str:
        """Return the value with all its decimals and its unit; what is no number in words."""
        if self.value is None:
            return "saknas"
        if isinstance(self.value, Suppressed):
            return f"skyddad uppgift ({self.value})"
        if self.number is None:
            return str(self.value)
        label = money_label if self.unit is Unit.MKR else ""
        return swedish.with_unit(self.number, self.unit, swedish.decimals_of(self.number), label=label)

    def as_shown(self, unit: Unit, decimals: int, better: Better | None) -> Figure:
        """Return the figure in the unit, decimals and direction that its column declares."""
        value = self.value
        if isinstance(value, Decimal) and self.unit.is_money and unit.is_money:
            value = convert(value, self.unit, unit)
        return replace(self, value=value, unit=unit, decimals=decimals, better=better)

    def with_decimals_as_written(self) -> Figure:
        """Return the figure with as many decimals shown as its source writes out."""
        own = swedish.decimals_of(self.number) if self.number is not None else 0
        return replace(self, decimals=max(self.decimals, own))

    @property
    def verdict(self) -> Literal["good", "bad", ""]:
        """Whether a deviation or change is good or bad, by its direction; "" when that was not said."""
        if self.better is None or not self.number:
            return ""
        return "good" if (self.number > 0) == (self.better == "higher") else "bad"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures: `key` is how templates reach it, `label` what people read, `group` the heading it is under.

    `period` is what the row is about when that is not the report's own; `sums` are the keys of the rows that it sums.
    """

    key: str
    label: str
    kind: RowKind = "row"
    group: str = ""
    period: Period | None = None
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures; `group` is the spanning header above it.

    `is_change` marks a deviation or change, which is good or bad news; `signed` shows a plus before positives. `period`
    is what the column is about when that is not the report's own.
    """

    key: str
    label: str
    unit: Unit = Unit.NONE
    decimals: int = 0
    group: str = ""
    is_change: bool = False
    signed: bool = False
    period: Period | None = None


@dataclass(frozen=True)
class FigureTable:
    """Figures in rows and columns: `cells[row.key, column.key]` is the figure; `parts` are tables that go with it.

    `claims` are what the source states beside what is computed; `checks/` tells which of them do not hold. `notes` are
    what slides should say beside the source of the figures.
    """

    name: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    cells: Mapping[tuple[str, str], Figure]
    files: tuple[str, ...] = ()
    label: str = ""
    parts: dict[str, FigureTable] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()

    def figure(self, row: str, column: str) -> Figure:
        """Return one figure by the keys of its row and column; raise KeyError when there is none."""
        return self.cells[row, column]

    def row(self, row: str) -> list[Figure]:
        """Return a row's figures in the order of the columns."""
        return [self.cells[row, column.key] for column in self.columns]

    def column(self, column: str) -> list[Figure]:
        """Return a column's figures in the order of the rows."""
        return [self.cells[row.key, column] for row in self.rows]
