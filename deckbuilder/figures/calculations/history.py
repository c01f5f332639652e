"""Figures as each month's own folder in `input/` gives them: their history, without a file that holds it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from deckbuilder.errors import ContentError, DeckbuilderError, SpecError, choices, did_you_mean
from deckbuilder.figures import arithmetic
from deckbuilder.figures.book import UnknownFiguresError
from deckbuilder.figures.figure import Figure
from deckbuilder.figures.month_table import MonthOptions, month_table
from deckbuilder.figures.months import before
from deckbuilder.figures.options import FiguresSpec
from deckbuilder.figures.series import Series
from deckbuilder.spec.validation import Model
from deckbuilder.value import Suppressed, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import FigureTable, Row
    from deckbuilder.period import Period

SUMMARY = "Siffror månad för månad ur varje månads egen mapp i input/."


class HistoryColumn(Model):
    """A figure that is followed from month to month."""

    figure: Annotated[str, Field(min_length=1)]
    """Siffran: siffror, rad och kolumn med punkt mellan, som region.totalt.ack_utfall."""
    label: str = ""
    """Kolumnens rubrik på bilden, när den ska vara en annan än radens."""


def _column(value: Any) -> Any:
    return {"figure": value} if isinstance(value, str) else value


_Column = Annotated[HistoryColumn, BeforeValidator(_column, json_schema_input_type=HistoryColumn | str)]


class Spec(MonthOptions, FiguresSpec):
    """Which figures are followed, as they are declared for each month."""

    columns: Annotated[dict[str, _Column], Field(min_length=1)]
    """Kolumner: namnet som mallar når dem genom, och siffran som följs."""
    accumulated: bool = False
    """true om siffrorna är ackumulerade från januari. Månadens egen är då skillnaden mot månaden före."""
    sums: bool = True
    """false om månader inte går att summera, till exempel antal som väntar. Andelar summeras aldrig."""


class _NotThereError(DeckbuilderError):
    """A month does not have the figure; the sentence says why."""

    code = "DB331"


def calculate(name: str, spec: Spec, book: Book, period: Period) -> FigureTable:
    """Return the months of the columns as `month_table` does, each value from its own month's folder.

    A month without a folder, or where the figure cannot be had, is a gap whose calculation says why. Raise SpecError
    for what the report's own month lacks, and for a history of a history.
    """
    if not period.is_month:
        sentence = (
            f"En historik räknas månad för månad, men rapporten är för {period.name}. Ta bort bilden ur rapporten."
        )
        raise SpecError(("kind",), sentence, "DB330")
    latest = before(period, spec.lag)
    many = [_series(_Followed(name, key, spec, book), latest) for key in spec.columns]
    table = month_table(name, many, latest, spec, spec.label, ())
    files = dict.fromkeys(cell.file for figure in table.cells.values() for cell in figure.cells)
    return replace(table, files=tuple(files))


@dataclass(frozen=True)
class _Followed:
    """A column of a history, which looks its figure up in the months' own books."""

    table: str
    key: str
    spec: Spec
    book: Book

    def now(self, latest: Period) -> tuple[Row, Figure]:
        """Return the figure in the report's own month, and its row; raise SpecError when it cannot be followed."""
        try:
            row, figure = self._find(self.book, self.spec.columns[self.key].figure, latest)
        except (_NotThereError, UnknownFiguresError) as error:
            said = error.sentence if isinstance(error, UnknownFiguresError) else str(error)
            raise SpecError(("columns", self.key), said, error.code) from error
        if self.spec.accumulated and figure.unit.is_percent:
            sentence = "En andel kan inte vara ackumulerad. Ta bort 'accumulated', eller följ en annan siffra."
            raise SpecError(("accumulated",), sentence, "DB332")
        return row, figure

    def at(self, month: Period, unit: Unit, decimals: int) -> Figure:
        """Return the figure that a month's own folder gives; a missing one, which says why, when it gives none."""
        try:
            figure = self._in_unit(self._read(month), unit)
        except _NotThereError as error:
            return Figure("", None, unit, decimals, (), f"{month.code} saknas. {error}".rstrip("."))
        words = f"{figure.label} ({figure.id}): {figure.calculation}"
        return self.spec.turned(replace(figure, decimals=decimals, calculation=words, better=None, parts=(figure,)))

    def _read(self, month: Period) -> Figure:
        folder = before(month, -self.spec.lag)
        try:
            book = self.book.at(folder)
            if book is None:
                raise _NotThereError(f"Mappen input/{folder.code} finns inte.")
            declared = book.spec(self.table)
            address = declared.columns[self.key].figure if isinstance(declared, Spec) else ""
            return self._find(book, address, month)[1]
        except UnknownFiguresError as error:
            raise _NotThereError(error.sentence) from error
        except ContentError as error:
            why = f" {error.problems[0]}" if error.problems else ""
            raise _NotThereError(f"Underlaget i input/{folder.code} har fel.{why}") from error

    def _find(self, book: Book, address: str, month: Period) -> tuple[Row, Figure]:
        """Return the row and figure at an address; raise _NotThereError for none that can be this month's."""
        *names, row, column = address.rsplit(".", 2)
        if not names:
            remedy = "Skriv siffror, rad och kolumn med punkt mellan, som region.totalt.ack_utfall."
            raise _NotThereError(f"'{address}' är ingen siffra. {remedy}")
        first = names[0].partition(".")[0]
        if first in book.names and isinstance(book.spec(first), Spec):
            raise _NotThereError(f"'{first}' är själv en historik. Följ siffran som den följer.")
        table = book.table(names[0])
        rows = {one.key: one for one in table.rows}
        _refuse_unknown(row, rows, f"Raden '{row}' finns inte i {names[0]}.")
        _refuse_unknown(column, [one.key for one in table.columns], f"Kolumnen '{column}' finns inte i {names[0]}.")
        figure = table.figure(row, column)
        _refuse_other(figure, month, book.period)
        return rows[row], figure

    @staticmethod
    def _in_unit(figure: Figure, unit: Unit) -> Figure:
        if figure.unit is not unit and not (figure.unit.is_money and unit.is_money):
            raise _NotThereError(
                f"'{figure.id}' är i {figure.unit or 'ingen enhet'} och inte i {unit or 'ingen enhet'}."
            )
        return figure.as_shown(unit, figure.decimals, figure.better)


def _refuse_unknown(word: str, known: Iterable[str], sentence: str) -> None:
    if word not in known:
        raise _NotThereError(f"{sentence}{did_you_mean(word, known)} Välj bland {choices(known)}.")


def _refuse_other(figure: Figure, month: Period, folder: Period) -> None:
    """Raise _NotThereError for a text, a status, or a figure that is about something else than the month."""
    if figure.number is None and figure.value is not None and not isinstance(figure.value, Suppressed):
        raise _NotThereError(f"'{figure.id}' är '{figure.value}' och inget tal.")
    about = figure.period or folder
    has_month = about.year == month.year and about.first_month <= month.last_month <= about.last_month
    if not has_month:
        raise _NotThereError(
            f"'{figure.id}' i input/{folder.code} är för {about.name} och inte {month.name}. "
            "Ange med 'lag' hur många månader statistiken släpar."
        )


def _series(one: _Followed, latest: Period) -> Series:
    row, now = one.now(latest)
    spec, header = one.spec, one.spec.columns[one.key].label or row.label

    @cache
    def read(month: Period) -> Figure:
        return one.at(month, now.unit, now.decimals)

    @cache
    def own(month: Period) -> Figure:
        return _own(read, month)

    sums = spec.sums and not now.unit.is_percent
    accumulated = read if spec.accumulated else None
    values = own if spec.accumulated else read
    return Series(one.table, one.key, header, values, now.unit, now.decimals, spec.better, sums, accumulated)


def _own(read: Callable[[Period], Figure], month: Period) -> Figure:
    """Return a month's own part of what has accumulated since January."""
    now = read(month)
    if month.last_month == 1:
        return now
    earlier = read(month.previous)
    words = f"ackumulerat till och med {month.code} minus ackumulerat till och med {month.previous.code}"
    lacks = [figure.calculation for figure in (now, earlier) if figure.value is None]
    return arithmetic.difference("", now, earlier, "; ".join([words, *lacks]))
