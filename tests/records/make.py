"""Small records for tests: figures by id, and the slides that show them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder.figures.figure import Figure
from deckbuilder.period import Period
from deckbuilder.records.record import Record, RecordedSlide
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from deckbuilder.figures.figure import Better
    from deckbuilder.value import Value

JUNE, JULY = Period(2024, 6, 6), Period(2024, 7, 7)


def figure(
    id_: str,
    value: Value | float,
    unit: Unit = Unit.TKR,
    *,
    better: Better | None = None,
    label: str = "",
    decimals: int = 0,
    period: Period | None = None,
) -> Figure:
    """Return a figure; its label is its row and column unless that is said."""
    row, column = id_.split(".")[-2:]
    number = Decimal(str(value)) if isinstance(value, int | float) else value
    return Figure(id_, number, unit, decimals, better=better, label=label or f"{row}, {column}", period=period)


def slide(
    id_: str, *figures: Figure, told: tuple[str, ...] = (), digest: str = ""
) -> tuple[RecordedSlide, list[Figure]]:
    """Return a slide with the figures that it shows."""
    names = tuple(one.id for one in figures)
    return RecordedSlide(id_, "table", id_.capitalize(), names, told, digest), list(figures)


def record(period: Period, *slides: tuple[RecordedSlide, list[Figure]], report: str = "prov") -> Record:
    """Return the record of a report with these slides."""
    figures = {one.id: one for _, shown in slides for one in shown}
    return Record(report, period, "Mkr", {}, figures, tuple(one for one, _ in slides))
