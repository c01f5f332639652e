"""The rows of patients who wait, month by month: refused where they would be counted wrongly, and counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from deckbuilder import swedish
from deckbuilder.errors import ContentError, Problems, SpecError, choices, did_you_mean, listed
from deckbuilder.figures import arithmetic
from deckbuilder.figures.cells import SourceRow, cell_figure
from deckbuilder.figures.figure import Figure
from deckbuilder.figures.months import rows_by_month
from deckbuilder.figures.options import CalculationSpec
from deckbuilder.figures.totals import is_total
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuilder.period import Period
    from deckbuilder.sources.cell import Cell
    from deckbuilder.sources.table import SourceTable

Headers = Annotated[tuple[str, ...], Field(min_length=1)]
WAITING, WITHIN, OVER_90, OVER_365, SHARE = "vantande", "inom_90", "over_90", "over_365", "andel"


class WaitingSpec(CalculationSpec):
    """Monthly rows with the number waiting in each span of days, by form of care and group."""

    month: str
    """Kolumnen med månad."""
    form: str
    """Kolumnen med vårdform: förstabesök eller åtgärd."""
    group: str
    """Kolumnen med grupp inom vårdformen."""
    within: Headers
    """Kolumnerna med väntande högst 90 dagar."""
    over_90: Headers
    """Kolumnerna med väntande mer än 90 dagar."""
    over_365: Headers
    """Kolumnerna med väntande mer än 365 dagar."""
    guarantee_excludes: tuple[str, ...] = ()
    """Grupper som inte räknas in i vårdgarantin."""
    months: Annotated[int, Field(ge=2, le=60)] = 13
    """Antal månader i diagrammen."""
    lag: Annotated[int, Field(ge=0, le=12)] = 0
    """Hur många månader efter rapporten som statistiken ligger."""

    @model_validator(mode="after")
    def _counts_every_span_once(self) -> WaitingSpec:
        spans = [swedish.tidy(header).casefold() for header in (*self.within, *self.over_90)]
        if twice := next((span for span in spans if spans.count(span) > 1), None):
            sentence = f"Kolumnen '{twice}' räknas två gånger. Ta bort den ena ur 'within' eller 'over_90'."
            raise ValueError(sentence)
        over_90 = spans[len(self.within) :]
        if beside := next((h for h in self.over_365 if swedish.tidy(h).casefold() not in over_90), None):
            sentence = f"Kolumnen '{beside}' i 'over_365' ska finnas i 'over_90' också. Lägg till den där."
            raise ValueError(sentence)
        return self


@dataclass(frozen=True)
class Count:
    """The rows of one month, ready to be counted."""

    name: str
    spec: WaitingSpec
    table: SourceTable
    month: Period
    rows: dict[tuple[str, str], SourceRow]

    def groups(self, form: str, *, guarantee: bool = False) -> list[str]:
        """Return the groups of a form in the source's order; with `guarantee` those that the vårdgaranti covers."""
        excluded = {text.casefold() for text in self.spec.guarantee_excludes} if guarantee else set()
        return [group for f, group in self.rows if f == form and group.casefold() not in excluded]

    def _headers(self, measure: str) -> tuple[str, ...]:
        spec = self.spec
        by_measure = {WAITING: (*spec.within, *spec.over_90), OVER_90: spec.over_90, OVER_365: spec.over_365}
        return (by_measure | {WITHIN: spec.within})[measure]

    def count(self, form: str, groups: Iterable[str], measure: str) -> Figure:
        """Return how many wait in the groups; missing when the month has no rows for the form."""
        headers, groups = self._headers(measure), list(groups)
        id_ = f"{self.name}.{measure}.{self.month.code}.{swedish.key(form)}"
        places = [self.table.column(header) for header in headers]
        cells = [
            cell_figure(id_, self.rows[form, group][place], header, Unit.COUNT)
            for group in groups
            for place, header in zip(places, headers, strict=True)
        ]
        words = f"summan av {listed(headers)} {self.month.code}{self._without(form, groups)}"
        gap = Figure(id_, None, Unit.COUNT, 0, (), f"inga rader för {self.month.code}")
        return replace(arithmetic.total(id_, cells, words) if cells else gap, period=self.month)

    def _without(self, form: str, groups: list[str]) -> str:
        """Return which of a form's groups its guarantee leaves out; nothing for one group or all."""
        left_out = [group for group in self.groups(form) if group not in groups]
        return f", utom {listed(left_out)}" if left_out and len(groups) > 1 else ""

    def share(self, form: str) -> Figure:
        """Return the share waiting at most 90 days, in per cent, of those the vårdgaranti covers."""
        groups = self.groups(form, guarantee=True)
        part, whole = self.count(form, groups, WITHIN), self.count(form, groups, WAITING)
        words = f"väntande högst 90 dagar som andel av alla väntande {self.month.code}{self._without(form, groups)}"
        id_ = f"{self.name}.{SHARE}.{self.month.code}.{swedish.key(form)}"
        return replace(arithmetic.share(id_, part, whole, words), period=self.month)


def counts_by_month(name: str, spec: WaitingSpec, table: SourceTable, months: Sequence[Period]) -> dict[Period, Count]:
    """Return the counts of each month; raise ContentError for rows that would make them wrong.

    A month may be missing, but not a group that another month has.
    """
    rows = rows_by_month(table, spec.month)
    counts = {month: Count(name, spec, table, month, _keyed(rows.get(month, []), spec, table)) for month in months}
    _refuse_gaps(counts.values())
    _check_cells(counts.values())
    _refuse_unknown_groups(spec, table)
    return counts


def _refuse_unknown_groups(spec: WaitingSpec, table: SourceTable) -> None:
    place = table.column(spec.group)
    known = list(dict.fromkeys(row[place].text for row in table.rows))
    for number, group in enumerate(spec.guarantee_excludes):
        if group.casefold() not in {name.casefold() for name in known}:
            near = did_you_mean(group, known)
            sentence = f"Gruppen '{group}' finns inte i filen.{near} Grupper som finns: {choices(known)}."
            raise SpecError(("guarantee_excludes", number), sentence, "DB326")


def _keyed(rows: list[SourceRow], spec: WaitingSpec, table: SourceTable) -> dict[tuple[str, str], SourceRow]:
    form, group = table.column(spec.form), table.column(spec.group)
    problems = Problems()
    keyed: dict[tuple[str, str], SourceRow] = {}
    for row in rows:
        key = (row[form].text, row[group].text)
        if total := next((text for text in key if is_total(text)), None):
            sentence = f"'{total}' ser ut att vara en summa och skulle räknas två gånger. Ta bort raden ur filen."
            problems.add(row[form].ref.place, sentence, "DB228")
            continue
        if key in keyed:
            sentence = f"{key[0]}, {key[1]} finns redan för månaden på rad {keyed[key][form].ref.row}. Ta bort den ena."
            problems.add(row[form].ref.place, sentence, "DB223")
        keyed[key] = row
    problems.raise_if_any()
    return keyed


def _refuse_gaps(counts: Iterable[Count]) -> None:
    """Refuse a month that lacks a group which another month has: its sums would be too low. A month may be missing."""
    there = [count for count in counts if count.rows]
    every = dict.fromkeys(pair for count in there for pair in count.rows)
    problems = Problems()
    for form, group in every:
        have = [count for count in there if (form, group) in count.rows]
        lack = [count.month.code for count in there if (form, group) not in count.rows]
        if len(lack) > len(have):
            known = [f"{f}, {g}" for f, g in every if sum((f, g) in count.rows for count in there) > len(have)]
            sentence = (
                f"Raden {form}, {group} finns bara för {listed(count.month.code for count in have)}."
                f"{did_you_mean(f'{form}, {group}', known)} "
                "Rätta stavningen, eller lägg till raden för de andra månaderna, med 0 om ingen väntade."
            )
            problems.add(have[0].rows[form, group][0].ref.place, sentence, "DB231")
        elif lack:
            months = f"Månaden {lack[0]}" if len(lack) == 1 else f"Månaderna {listed(lack)}"
            sentence = f"{months} saknar raden {form}, {group}. Lägg till den, med 0 om ingen väntar."
            problems.add(have[0].table.grid.place, sentence, "DB231")
    problems.raise_if_any()


def _check_cells(counts: Iterable[Count]) -> None:
    """Read every cell once, so that all that are no numbers are told together."""
    problems = Problems()
    for count in counts:
        for header in (*count.spec.within, *count.spec.over_90):
            place = count.table.column(header)
            for row in count.rows.values():
                with problems.gather():
                    _refuse_no_count(row[place], header)
    problems.raise_if_any()


def _refuse_no_count(cell: Cell, header: str) -> None:
    """Raise ContentError for a number that no count of patients can be."""
    number = cell.number(header)
    if isinstance(number, Decimal) and (number < 0 or number != number.to_integral_value()):
        sentence = f"'{cell.text}' i kolumnen '{header}' är inget antal patienter. Skriv ett heltal från 0."
        raise ContentError.at(cell.ref.place, sentence, "DB232")
