"""Statuses that people keep by hand: a word (enligt plan, delvis, ej enligt plan), and an arrow for the trend."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field

from deckbuilder import swedish
from deckbuilder.errors import ContentError, Problems
from deckbuilder.figures.cells import cell_figure, refuse_twins, rows_by_key
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.figures.options import CalculationSpec
from deckbuilder.figures.statuses import NoStatusError, parse_status
from deckbuilder.spec.validation import Model
from deckbuilder.value import Level, Status, Unit

if TYPE_CHECKING:
    from deckbuilder.period import Period
    from deckbuilder.sources.cell import Cell
    from deckbuilder.sources.table import SourceTable

SUMMARY = "Status som förs för hand: enligt plan, delvis eller ej enligt plan, med pil för utvecklingen."
COUNT = "antal"


class StatusSpec(Model):
    """A column of statuses, and how it is headed."""

    model_config = ConfigDict(populate_by_name=True)

    from_: Annotated[str, Field(alias="from", min_length=1)]
    """Kolumnens rubrik i källan."""
    label: str = ""
    """Kolumnens rubrik på bilden."""
    group: str = ""
    """Rubrik som spänner över flera kolumner."""


def _status_column(value: Any) -> Any:
    return {"from": value} if isinstance(value, str) else value


_Status = Annotated[StatusSpec, BeforeValidator(_status_column, json_schema_input_type=StatusSpec | str)]


class Spec(CalculationSpec):
    """Which columns of the source are names, texts and statuses."""

    key: str
    """Kolumnen i källan med radernas namn."""
    texts: tuple[str, ...] = ()
    """Kolumner med text som visas som den står."""
    dates: tuple[str, ...] = ()
    """Kolumner med datum."""
    statuses: Annotated[tuple[_Status, ...], Field(min_length=1)]
    """Kolumner med status."""


def calculate(name: str, spec: Spec, table: SourceTable, period: Period) -> FigureTable:  # noqa: ARG001 -- every calculation has this form
    """Return rows × texts, statuses and dates, an empty cell being one not set; the part `antal` counts statuses.

    A date is a text of the form 2024-08-27.
    """
    found = rows_by_key(table, spec.key)
    columns = _columns(spec)
    headers = {swedish.key(header): header for header in (*spec.texts, *(s.from_ for s in spec.statuses), *spec.dates)}
    statuses = {swedish.key(status.from_) for status in spec.statuses}
    rows = tuple(Row(swedish.key(text), text) for text in found)
    refuse_twins(rows, "key", "Raderna")
    refuse_twins(columns, "statuses", "Kolumnerna")
    cells: dict[tuple[str, str], Figure] = {}
    problems = Problems()
    for row, source_row in zip(rows, found.values(), strict=True):
        for column in columns:
            with problems.gather():
                header = headers[column.key]
                cell = source_row[table.column(header)]
                figure = cell_figure(f"{name}.{row.key}.{column.key}", cell, header, "text")
                if column.key in statuses:
                    figure = replace(figure, value=_status(cell, header))
                elif header in spec.dates:
                    _refuse_no_date(cell, header)
                cells[row.key, column.key] = figure
    problems.raise_if_any()
    parts = {COUNT: _counts(f"{name}.{COUNT}", cells, table.file)}
    return FigureTable(name, rows, columns, cells, (table.file,), spec.label, parts)


def _columns(spec: Spec) -> tuple[Column, ...]:
    """Return the columns in the order that the source's kinds of column are named: texts, statuses, dates."""
    texts = [Column(swedish.key(text), text, Unit.NONE) for text in spec.texts]
    statuses = [
        Column(swedish.key(status.from_), status.label or status.from_, Unit.NONE, group=status.group)
        for status in spec.statuses
    ]
    return (*texts, *statuses, *(Column(swedish.key(text), text, Unit.NONE) for text in spec.dates))


def _refuse_no_date(cell: Cell, column: str) -> None:
    """Raise ContentError for a text in a column of dates that is no date."""
    if cell.text and swedish.as_date(cell.text) is None:
        sentence = f"'{cell.text}' i kolumnen '{column}' är inget datum. Skriv det som 2024-08-27."
        raise ContentError.at(cell.ref.place, sentence, "DB234")


def _counts(name: str, cells: dict[tuple[str, str], Figure], file: str) -> FigureTable:
    """Return how many statuses there are of each level, and in all that have been set."""
    found = [(figure, figure.value.level) for figure in cells.values() if isinstance(figure.value, Status)]
    rows = (*(Row(swedish.key(level), level) for level in Level), Row("alla", "alla"))
    counted = {}
    for row in rows:
        figures = [figure for figure, level in found if row.label in {level, "alla"}]
        origin = tuple(cell for figure in figures for cell in figure.cells)
        id_, words = f"{name}.{row.key}.{COUNT}", f"antal statusar, {row.label}"
        value = Decimal(len(figures))
        counted[row.key, COUNT] = Figure(id_, value, Unit.COUNT, 0, origin, words, parts=tuple(figures))
    return FigureTable(name, rows, (Column(COUNT, "Antal", Unit.COUNT),), counted, (file,))


def _status(cell: Cell, column: str) -> Status | None:
    """Read `Delvis →`; raise ContentError for a word that is no status."""
    try:
        return parse_status(cell.text)
    except NoStatusError as error:
        sentence = f"'{cell.text}' i kolumnen '{column}' är ingen status.{error.remedy}"
        raise ContentError.at(cell.ref.place, sentence, "DB233") from error
