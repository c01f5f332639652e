"""Statuses that people keep by hand: a word (enligt plan, delvis, ej enligt plan), and an arrow for the trend."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.errors import ContentError, Problems, did_you_mean
from deckbuilder.figures.cells import cell_figure, refuse_twins, rows_by_key
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.figures.options import CalculationSpec
from deckbuilder.value import Level, Status, Trend, Unit

if TYPE_CHECKING:
    from deckbuilder.period import Period
    from deckbuilder.sources.cell import Cell
    from deckbuilder.sources.table import SourceTable

COUNT = "antal"
_WORDS = {
    Level.ON_PLAN: ("enligt plan", "grön", "grönt", "klart", "klar"),
    Level.PARTLY: ("delvis", "delvis enligt plan", "gul", "gult"),
    Level.OFF_PLAN: ("ej enligt plan", "inte enligt plan", "behöver stöd", "röd", "rött"),
}
_LEVELS = {word: level for level, words in _WORDS.items() for word in words}


class Spec(CalculationSpec):
    """Which columns of the source are names, texts and statuses."""

    key: str
    """Kolumnen i källan med radernas namn."""
    texts: tuple[str, ...] = ()
    """Kolumner med text som visas som den står."""
    statuses: Annotated[tuple[str, ...], Field(min_length=1)]
    """Kolumner med status."""


def calculate(name: str, spec: Spec, table: SourceTable, period: Period) -> FigureTable:  # noqa: ARG001 -- every calculation has this form
    """Return rows × texts and statuses, an empty cell being a status not set; the part `antal` counts them."""
    found = rows_by_key(table, spec.key)
    headers = (*spec.texts, *spec.statuses)
    columns = tuple(Column(swedish.key(text), text, Unit.NONE) for text in headers)
    rows = tuple(Row(swedish.key(text), text) for text in found)
    refuse_twins(rows, "key", "Raderna")
    refuse_twins(columns, "statuses", "Kolumnerna")
    cells: dict[tuple[str, str], Figure] = {}
    problems = Problems()
    for row, source_row in zip(rows, found.values(), strict=True):
        for column in columns:
            with problems.gather():
                cell = source_row[table.column(column.label)]
                figure = cell_figure(f"{name}.{row.key}.{column.key}", cell, column.label, "text")
                if column.label in spec.statuses:
                    figure = replace(figure, value=_status(cell, column.label))
                cells[row.key, column.key] = figure
    problems.raise_if_any()
    parts = {COUNT: _counts(f"{name}.{COUNT}", cells, table.file)}
    return FigureTable(name, rows, columns, cells, (table.file,), spec.label, parts)


def _counts(name: str, cells: dict[tuple[str, str], Figure], file: str) -> FigureTable:
    """Return how many statuses there are of each level, and in all that have been set."""
    found = [(figure, figure.value.level) for figure in cells.values() if isinstance(figure.value, Status)]
    rows = (*(Row(swedish.key(level), level) for level in Level), Row("alla", "alla"))
    counted = {}
    for row in rows:
        figures = [figure for figure, level in found if row.label in {level, "alla"}]
        origin = tuple(cell for figure in figures for cell in figure.cells)
        value = Decimal(len(figures))
        figure = Figure(f"{name}.{row.key}.{COUNT}", value, Unit.COUNT, 0, origin, f"antal statusar, {row.label}")
        counted[row.key, COUNT] = figure
    return FigureTable(name, rows, (Column(COUNT, "Antal", Unit.COUNT),), counted, (file,))


def _status(cell: Cell, column: str) -> Status | None:
    """Read `Delvis →`; raise ContentError for a word that is no status."""
    arrows = [trend for trend in Trend if trend.value in cell.text]
    word = swedish.tidy("".join(sign for sign in cell.text if sign not in set(Trend)))
    if not word and not arrows:
        return None
    level = _LEVELS.get(word.casefold().rstrip("."))
    if level is None or len(arrows) > 1:
        near = did_you_mean(word, _LEVELS) if word else ""
        sentence = (
            f"'{cell.text}' i kolumnen '{column}' är ingen status.{near} "
            "Skriv enligt plan, delvis eller ej enligt plan, gärna med en pil efter (→)."
        )
        raise ContentError.at(cell.ref.place, sentence)
    return Status(level, arrows[0] if arrows else None)
