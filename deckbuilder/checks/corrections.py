"""Late corrections: the values of earlier months that differ from those in the files of the report before.

Nothing is wrong with a corrected history, but curves and rolling sums move with it and somebody will ask why.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.checks.finding import Finding, place_of
from deckbuilder.errors import ContentError, listed
from deckbuilder.figures.book import every_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
    from deckbuilder.period import Period

_MOST = 3


@dataclass(frozen=True)
class _Correction:
    """A figure as it is now and as it was in the report before, and where it stands in its table."""

    table: FigureTable
    row: Row
    column: Column
    now: Figure
    then: Figure


def corrections(book: Book, earlier: Book, money_label: str) -> Iterator[Finding]:
    """Yield a finding for each column of a table of which earlier periods now have other values.

    Figures are the same when their id and period are. Of `earlier`, the book of the report before, only tables that
    may have such figures are computed, and one that cannot be is passed over.
    """
    for name, table in book.computed().items():
        if any(_may_return(figure, book.period) for each in every_table(table) for figure in each.cells.values()):
            with suppress(ContentError):
                yield from _in_table(table, earlier.table(name), book.period, money_label)


def _may_return(figure: Figure, period: Period) -> bool:
    """Tell whether a figure may have been in the report before; that of a year ago is another one in each report."""
    return _is_past(figure, period) and figure.period != period.last_year


def _is_past(figure: Figure, period: Period) -> bool:
    about = figure.period
    return about is not None and about.end < period.start


def _in_table(table: FigureTable, old: FigureTable, period: Period, money_label: str) -> Iterator[Finding]:
    by_column: dict[str, list[_Correction]] = defaultdict(list)
    for one in _roots(list(_corrections(table, old, period))):
        by_column[f"{one.table.name}.{one.column.key}"].append(one)
    for name, found in by_column.items():
        yield _finding(name, found, old, money_label)


def _corrections(table: FigureTable, old: FigureTable, period: Period) -> Iterator[_Correction]:
    """Yield the figures of earlier periods that are shown otherwise than before."""
    before = {figure.id: figure for each in every_table(old) for figure in each.cells.values()}
    for each in every_table(table):
        for column in each.columns:
            for row in each.rows:
                now = each.cells[row.key, column.key]
                then = before.get(now.id)
                if then is None or then.period != now.period or not _is_past(now, period):
                    continue
                if then.shown() != now.shown():
                    yield _Correction(each, row, column, now, then)


def _roots(found: Sequence[_Correction]) -> list[_Correction]:
    """Return the corrections that follow from no other: R12 moves with its month and is not told beside it.

    One follows from another when its cells, now and then, have all of the other's among them.
    """
    cells = [(frozenset(one.now.cells), frozenset(one.then.cells)) for one in found]
    roots: list[int] = []
    for number in sorted(range(len(found)), key=lambda number: sum(map(len, cells[number]))):
        now, then = cells[number]
        if not any(cells[root][0] <= now and cells[root][1] <= then for root in roots):
            roots.append(number)
    return [found[number] for number in sorted(roots)]


def _finding(name: str, found: Sequence[_Correction], old: FigureTable, money_label: str) -> Finding:
    first = found[0]
    what = f"{first.column.label} ({swedish.uncapital(first.table.label)})" if first.table.label else first.column.label
    said = [f"{_where(one)} {_moved(one, money_label)}" for one in found[:_MOST]]
    said += [f"{len(found) - _MOST} till"] if len(found) > _MOST else []
    now = _files((one.now for one in found), first.table)
    then = _files((one.then for one in found), old)
    sentence = (
        f"{what} har ändrats bakåt i tiden sedan förra rapporten: {listed(said)}. "
        f"Förr stod det i {then}, nu i {now}. "
        "Nämn rättelsen, eller kontrollera filen."
    )
    place = place_of([cell for one in found for cell in one.now.cells])
    return Finding(f"rättad.{name}", place, sentence, "DB512")


def _moved(one: _Correction, money_label: str) -> str:
    """Return what a figure was and is, so that it can be read aloud."""
    now, then = one.now.written(money_label), one.then.written(money_label)
    if one.then.value is None:
        return f"saknades och är nu {now}"
    return f"var {then} och saknas nu" if one.now.value is None else f"från {then} till {now}"


def _where(one: _Correction) -> str:
    """Return the month of a row that is one, else the row and what it is about."""
    about = one.now.period.name if one.now.period else ""
    return about if one.row.period else f"{one.row.label} ({about})"


def _files(figures: Iterable[Figure], table: FigureTable) -> str:
    """Return the files of the figures, those of their table where a row is not there any more."""
    return listed(dict.fromkeys(cell.file for figure in figures for cell in figure.cells) or table.files)
