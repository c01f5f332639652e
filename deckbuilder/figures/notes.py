"""Where a slide's figures came from, in a few lines for its speaker notes."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import listed
from deckbuilder.figures.origin import cell_ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckbuilder.figures.figure import Figure
    from deckbuilder.sources.grid import CellRef

HEADING = "Siffrornas ursprung"
_READ = "värdet i kolumnen "
_MONTH = re.compile(r"\b[0-9]{4}-[0-9]{2}\b")
_MOST_RANGES = 4
_MOST_NAMES = 6


def origin_notes(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return a heading, a line for each sheet that was read, and one for each calculation; nothing for no figures.

    A line for a sheet names its columns with their cells. A calculation that differs only by month is told for the
    last of them.
    """
    figures = list(figures)
    if not figures:
        return ()
    return (HEADING, *_read(figures), *_computed(figures))


def _read(figures: Iterable[Figure]) -> Iterator[str]:
    """Yield a line for each sheet: `input/a.csv: Utfall i B5–B9 och Budget i C5–C9`."""
    sheets: dict[tuple[str, str], dict[str, dict[CellRef, None]]] = defaultdict(lambda: defaultdict(dict))
    for figure in (leaf for one in figures for leaf in one.leaves()):
        for cell in figure.cells:
            sheets[cell.file, cell.sheet][figure.calculation.removeprefix(_READ)][cell] = None
    for (file, sheet), columns in sheets.items():
        where = f"{file}, bladet {sheet}" if sheet else file
        in_order = sorted(columns.items(), key=lambda column: min(cell.column for cell in column[1]))
        yield f"{where}: {listed(f'{name} i {_ranges(list(cells))}' for name, cells in in_order)}."


def _ranges(cells: Sequence[CellRef]) -> str:
    """Return the cells of a column, or how many there are between the first and the last when they lie scattered."""
    written = cell_ranges(cells)
    if written.count(",") + 2 <= _MOST_RANGES:
        return written
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    return f"{ordered[0].a1}–{ordered[-1].a1} ({len(cells)} celler)"


def _computed(figures: Iterable[Figure]) -> Iterator[str]:
    """Yield a line for each calculation: `Avvikelse: utfall minus budget`; for a missing figure why it is."""
    grouped: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.parts or not figure.cells:
            grouped[_place(figure)[0], _MONTH.sub("", figure.calculation)].append(figure)
    told: dict[str, list[str]] = defaultdict(list)
    for members in grouped.values():
        calculation = members[-1].calculation
        alike = [figure for figure in members if figure.calculation == calculation]
        if len(alike) == len(members):
            told[calculation] += _names(members)
        else:
            told[f"{calculation}. Övriga månader på samma sätt"] += [figure.label for figure in alike]
    for calculation, names in told.items():
        if calculation:
            yield f"{swedish.capital(_some(list(dict.fromkeys(names))))}: {calculation}."


def _names(members: Sequence[Figure]) -> list[str]:
    """Return what figures that are computed alike are called: their row, else each of their columns."""
    rows = {_place(figure)[1] for figure in members}
    if len(rows) == 1:
        return [swedish.shared_words([figure.label for figure in members])]
    columns: dict[str, list[str]] = defaultdict(list)
    for figure in members:
        columns[_place(figure)[2]].append(figure.label)
    return [swedish.shared_words(labels, last=True) for labels in columns.values()]


def _place(figure: Figure) -> tuple[str, str, str]:
    """Return the table, row and column of a figure's id."""
    *table, row, column = figure.id.split(".")
    return ".".join(table), row, column


def _some(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMES:
        return listed(names)
    return f"{', '.join(names[:_MOST_NAMES])} och {len(names) - _MOST_NAMES} till"
