"""Outcome against budget for a month, accumulated and the full year, with every deviation and total computed.

A deviation with a minus is always worse than budget. Ledgers that hold costs as negative numbers
(and income as positive) get outcome − budget; those that hold costs as positive get budget − outcome.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator

from deckbuilder.figures.calculations import table as rows_and_sums
from deckbuilder.figures.options import CalculationSpec, ColumnSpec, Rows, TableSpec
from deckbuilder.spec.validation import Model
from deckbuilder.swedish import capital

if TYPE_CHECKING:
    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.period import Period
    from deckbuilder.sources.table import SourceTable

SUMMARY = "Budgetuppföljning: utfall, budget och avvikelse för månaden, ackumulerat och helåret."


class SpanSpec(Model):
    """The columns of a month or of the months so far."""

    outcome: str
    """Kolumnen med utfall."""
    budget: str
    """Kolumnen med budget."""
    deviation: str | None = None
    """Kolumnen med avvikelsen, om filen har den. Den jämförs med den som räknas fram."""
    previous: str | None = None
    """Kolumnen med utfall samma tid förra året."""


class YearSpec(Model):
    """The columns of the full year."""

    budget: str
    """Kolumnen med helårets budget."""
    forecast: str
    """Kolumnen med helårets prognos."""
    deviation: str | None = None
    """Kolumnen med prognosens avvikelse, om filen har den. Den jämförs med den som räknas fram."""


class Spec(CalculationSpec):
    """A budget follow-up: which columns of the source are what, and which rows add up."""

    key: Annotated[str, Field(min_length=1)]
    """Kolumnen i källan med radernas namn."""
    unit: Literal["kr", "tkr", "mkr"] = "tkr"
    """Enheten i källan."""
    costs: Literal["negative", "positive"]
    """negative om kostnader är negativa tal i källan, positive om de är positiva."""
    month: SpanSpec | None = None
    """Månadens kolumner."""
    accumulated: SpanSpec | None = None
    """De ackumulerade kolumnerna."""
    full_year: YearSpec | None = None
    """Helårets kolumner."""
    rows: Rows = ()
    """Rader och summor i ordning. Utan listan tas källans alla rader."""
    total: str | None = None
    """Namn på en sista rad som summerar alla rader."""

    @model_validator(mode="after")
    def _has_a_group(self) -> Spec:
        if not (self.month or self.accumulated or self.full_year):
            sentence = "Ange minst en av month, accumulated och full_year."
            raise ValueError(sentence)
        return self


def calculate(name: str, spec: Spec, table: SourceTable, period: Period) -> FigureTable:
    """Return the columns manad_*, ack_* and helar_* that the spec names, with their deviations."""
    columns: dict[str, ColumnSpec] = {}
    if spec.month:
        columns |= _span("manad", capital(period.month), spec.month, spec, period)
    if spec.accumulated:
        columns |= _span("ack", f"Ackumulerat {period.month}", spec.accumulated, spec, period)
    if spec.full_year:
        columns |= _year(str(period.year), spec.full_year, spec)
    plain = TableSpec(
        kind="table",
        source=spec.source,
        label=spec.label,
        key=spec.key,
        unit=spec.unit,
        columns=columns,
        rows=spec.rows,
        total=spec.total,
    )
    return rows_and_sums.calculate(name, plain, table, period)


def _span(prefix: str, group: str, span: SpanSpec, spec: Spec, period: Period) -> dict[str, ColumnSpec]:
    columns = {}
    if span.previous:
        columns[f"{prefix}_foreg_ar"] = ColumnSpec(
            from_=span.previous, label="Utfall föreg. år", group=group, period=period.last_year.code
        )
    columns[f"{prefix}_utfall"] = ColumnSpec(from_=span.outcome, label="Utfall", group=group)
    columns[f"{prefix}_budget"] = ColumnSpec(from_=span.budget, label="Budget", group=group)
    columns[f"{prefix}_avvikelse"] = _deviation(f"{prefix}_utfall", f"{prefix}_budget", group, spec, span.deviation)
    return columns


def _year(about: str, year: YearSpec, spec: Spec) -> dict[str, ColumnSpec]:
    group = f"Helår {about}"
    return {
        "helar_budget": ColumnSpec(from_=year.budget, label="Budget", group=group, period=about),
        "helar_prognos": ColumnSpec(from_=year.forecast, label="Prognos", group=group, period=about),
        "helar_avvikelse": _deviation("helar_prognos", "helar_budget", group, spec, year.deviation),
    }


def _deviation(outcome: str, budget: str, group: str, spec: Spec, stated: str | None) -> ColumnSpec:
    sides = (outcome, budget) if spec.costs == "negative" else (budget, outcome)
    return ColumnSpec(difference=sides, label="Avvikelse", group=group, better="higher", stated=stated)
