"""Puts the values that people keep in the place of those that the sources give, where figures are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Problems, choices, did_you_mean
from deckbuilder.figures.figure import Figure, FigureTable, Kept
from deckbuilder.figures.kept_values import UnreadableValueError, read_value, written_value
from deckbuilder.spec.document import Document
from deckbuilder.spec.kept import FILE, KeptFile

if TYPE_CHECKING:
    from collections.abc import Collection

    from deckbuilder.spec.kept import KeptSpec

_MOST_NAMES = 8


@dataclass(frozen=True)
class Keeping:
    """The values that people keep for a period."""

    file: KeptFile

    def concerns(self, table: str) -> bool:
        """Tell whether any of a table's figures is kept."""
        return any(_table(spec) == table for spec in self.file.specs)

    def refuse_unknown(self, tables: Collection[str]) -> None:
        """Raise ContentError for figures of tables that nobody has declared."""
        problems = Problems()
        for number, spec in enumerate(self.file.specs):
            if _table(spec) not in tables:
                near = did_you_mean(_table(spec), tables)
                have = f"Siffror i config/sources.yaml: {choices(tables)}."
                sentence = f"Siffran '{spec.figure}' finns inte: det finns inga siffror '{_table(spec)}'.{near} {have}"
                problems.add(self.file.place(number, "figure"), sentence, "DB260")
        problems.raise_if_any()

    def put_in(self, table: FigureTable) -> FigureTable:
        """Return a table with the values that are kept; raise ContentError with the faults of those, by line."""
        problems = Problems()
        wanted = {spec.figure: number for number, spec in enumerate(self.file.specs) if _table(spec) == table.name}
        unknown = dict(wanted)
        result = self._put_in(table, wanted, unknown, problems)
        known = _ids(table)
        for name, number in unknown.items():
            near = did_you_mean(name, known) or f" Här finns bland andra {choices(known[:_MOST_NAMES])}."
            place = self.file.place(number, "figure")
            sentence = f"Siffran '{name}' finns inte.{near} Rätta namnet, eller ta bort den."
            problems.add(place, sentence, "DB260")
        problems.raise_if_any()
        return result

    def _put_in(
        self, table: FigureTable, wanted: dict[str, int], unknown: dict[str, int], problems: Problems
    ) -> FigureTable:
        parts = {name: self._put_in(part, wanted, unknown, problems) for name, part in table.parts.items()}
        cells = dict(table.cells)
        for (row, column), figure in table.cells.items():
            if figure.id in wanted:
                del unknown[figure.id]
                with problems.gather():
                    cells[row, column] = self._kept(wanted[figure.id], figure, table.column(column))
        return replace(table, cells=cells, parts=parts)

    def _kept(self, number: int, figure: Figure, others: list[Figure]) -> Figure:
        spec = self.file.specs[number]
        try:
            return kept_figure(spec, figure, others)
        except UnreadableValueError as error:
            raise ContentError.at(self.file.place(number, "value"), str(error), error.code) from error


def kept_figure(spec: KeptSpec, source: Figure, others: list[Figure]) -> Figure:
    """Return a figure with the value that people keep, and what the source gives as its part.

    Raise UnreadableValueError for a value that the figure cannot have.
    """
    gives = written_value(source)
    words = f"behållet värde: {spec.reason.rstrip('.')} ({spec.by}); underlaget ger {gives}"
    value = read_value(spec.value, source, others)
    kept = Kept(spec.reason, spec.by, gives)
    return replace(source, value=value, calculation=words, parts=(source,), kept=kept)


def _table(spec: KeptSpec) -> str:
    return spec.figure.partition(".")[0]


def _ids(table: FigureTable) -> list[str]:
    own = [figure.id for figure in table.cells.values()]
    return own + [id_ for part in table.parts.values() for id_ in _ids(part)]


NOTHING = Keeping(KeptFile(Document(FILE)))
