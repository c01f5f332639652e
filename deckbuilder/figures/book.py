"""The book of figures: every table of figures by name, computed when first asked for and only once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from deckbuilder import swedish
from deckbuilder.errors import ContentError, Problem, SpecError, choices, did_you_mean
from deckbuilder.figures.keeping import NOTHING, Keeping
from deckbuilder.figures.options import CalculationSpec, FiguresSpec
from deckbuilder.figures.shelf import Shelf
from deckbuilder.kinds import kind, kinds
from deckbuilder.spec.validation import common, one_of, validated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.period import Period
    from deckbuilder.sources.catalogue import Sources
    from deckbuilder.spec.data import Acceptance
    from deckbuilder.spec.document import Document

_PACKAGE = "deckbuilder.figures.calculations"
NO_FIGURES = "config/sources.yaml saknas, eller har inga siffror. Skapa filen, och skriv siffrorna under 'figures'."
"""What is told where figures are asked for and none are declared."""


class UnknownFiguresError(ContentError):
    """No figures of that name; the caller says where it was asked for. None are known where their file is missing."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(())
        self.code = "DB401" if known else "DB302"
        there = f"Siffror i config/sources.yaml: {choices(known)}." if known else NO_FIGURES
        self.sentence = f"Siffrorna '{name}' finns inte.{did_you_mean(name, known)} {there}"


@dataclass
class Book:
    """The figures of one period, as `config/sources.yaml` declares them, and the differences that it accepts.

    Its tables have the values that people keep in the place of what the sources give. Calculations and checks take
    what the sources give (`of_sources`).
    """

    period: Period
    sources: Sources
    raw: Mapping[str, Any]
    document: Document
    accepted: tuple[Acceptance, ...] = ()
    shelf: Shelf = field(default_factory=Shelf)
    keeping: Keeping = NOTHING
    memory: dict[str, tuple[FigureTable, Mapping[str, FigureTable]]] = field(default_factory=dict)
    """Tables that have been computed, each with those that it was computed from."""
    _specs: dict[str, FiguresSpec] = field(default_factory=dict)
    _tables: dict[str, FigureTable | None] = field(default_factory=dict)
    _kept: dict[str, FigureTable | None] = field(default_factory=dict)

    def check(self) -> None:
        """Validate every declaration; raise ContentError with the faults. Nothing is computed."""
        problems: list[Problem] = []
        for name in self.raw:
            try:
                self.spec(name)
            except ContentError as error:
                self._tables[name] = None
                problems.extend(error.problems)
        try:
            self.keeping.refuse_unknown(self.names)
        except ContentError as error:
            problems.extend(error.problems)
        if problems:
            raise ContentError(problems)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all figures, computed or not."""
        return tuple(self.raw)

    def computed(self) -> dict[str, FigureTable]:
        """Return the tables that have been asked for so far, in the order that `config/sources.yaml` has them."""
        return {name: table for name in self.raw if name in self._tables and (table := self._shown(name))}

    def anew(self) -> Book:
        """Return a book of the same input and declarations, of which nothing has been asked for but all is remembered.

        So a report can be made again and again while its input stands still.
        """
        return replace(self, shelf=self.shelf.anew(), _tables={}, _kept={})

    def aside(self) -> Book:
        """Return a book with the same tables, for looking at others without their counting as asked for here."""
        return replace(self, _tables=dict(self._tables), _kept=dict(self._kept))

    def of_sources(self) -> Book:
        """Return the book of what the sources give, without the values that people keep."""
        return self.with_kept(NOTHING)

    def with_kept(self, keeping: Keeping) -> Book:
        """Return a book with the same tables, in which other values are kept."""
        return replace(self, keeping=keeping, _kept={})

    def at(self, period: Period) -> Book | None:
        """Return the figures of another period, as the same declarations give them from its own folder.

        It is None when the period has no folder. Nothing is read before a table is asked for.
        """
        return self if period == self.period else self.shelf.at(period)

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of every file that has been read, other periods' too, by its name with its folder."""
        return self.shelf.digests() | self.sources.digests()

    def spec(self, name: str) -> FiguresSpec:
        """Return the declaration of a table; raise ContentError with its faults."""
        if name not in self._specs:
            self._specs[name] = self._spec(name)
        return self._specs[name]

    def table(self, name: str) -> FigureTable:
        """Return a table by name, or a part of one as `vantande.over_90`.

        Raise UnknownFiguresError when there is none, and ContentError with the faults of its input; asked
        for again, a table that failed raises ContentError without problems, as they are told already.
        """
        first, _, part = name.partition(".")
        if first not in self.raw:
            raise UnknownFiguresError(name, list(self.names))
        if first not in self._tables:
            self._tables[first] = None
            self._tables[first] = self._remembered(first)
        table = self._shown(first)
        if table is None:
            raise ContentError(())
        if part and part not in table.parts:
            raise UnknownFiguresError(name, [first, *(f"{first}.{known}" for known in table.parts)])
        return table.parts[part] if part else table

    def _remembered(self, name: str) -> FigureTable:
        """Return a table as it was computed before, or compute it; those that it is made from count as asked for."""
        if name not in self.memory:
            failed: dict[str, FigureTable | None] = {
                other: None for other, table in self._tables.items() if table is None
            }
            apart = replace(self, _tables=failed, _kept={})
            try:
                computed = _in_book(apart._computed(name), name, self.period)  # noqa: SLF001 -- another of this class
            finally:
                self._take(failed)
            self.memory[name] = computed, {other: made for other, made in failed.items() if made is not None}
        table, parts = self.memory[name]
        self._take(parts)
        return table

    def _take(self, tables: Mapping[str, FigureTable | None]) -> None:
        """Count tables as asked for; None for those that failed."""
        self._tables |= {name: table for name, table in tables.items() if name not in self._tables}

    def _shown(self, name: str) -> FigureTable | None:
        """Return a computed table as slides show it, with the values that people keep; None for one that failed."""
        table = self._tables[name]
        if table is None or not self.keeping.concerns(name):
            return table
        if name not in self._kept:
            self._kept[name] = None
            self._kept[name] = self.keeping.put_in(table)
        return self._kept[name]

    def _spec(self, name: str) -> FiguresSpec:
        path = ("figures", name)
        data = self.raw[name]
        if isinstance(data, dict) and isinstance(data.get("kind"), str):
            one_of(data["kind"], kinds(_PACKAGE), "Beräkningen", self.document.place((*path, "kind")))
            model: type[FiguresSpec] = kind(_PACKAGE, data["kind"]).Spec
        else:
            model = CalculationSpec
            data = common(model, data)
        spec = validated(model, data, self.document, path)
        if isinstance(spec, CalculationSpec):
            one_of(spec.source, self.sources.specs, "Källan", self.document.place((*path, "source")))
        return spec

    def _computed(self, name: str) -> FigureTable:
        spec = self.spec(name)
        given = self.sources.table(spec.source) if isinstance(spec, CalculationSpec) else self.of_sources()
        try:
            result: FigureTable = kind(_PACKAGE, spec.kind).calculate(name, spec, given, self.period)
        except SpecError as error:
            place = self.document.place(("figures", name, *error.path))
            raise ContentError.at(place, str(error), error.code) from error
        return result


def every_table(table: FigureTable) -> Iterator[FigureTable]:
    """Yield a table and, depth first, its parts."""
    yield table
    for part in table.parts.values():
        yield from every_table(part)


def _in_book(table: FigureTable, name: str, period: Period) -> FigureTable:
    """Return the table with every figure's id, what people call it, and the period that it is about."""
    rows = {row.key: row for row in table.rows}
    columns = {column.key: column for column in table.columns}
    cells = {}
    for (row, column), figure in table.cells.items():
        about = figure.period or rows[row].period or columns[column].period or period
        label = _label(rows[row], columns[column])
        cells[row, column] = replace(figure, id=f"{name}.{row}.{column}", period=about, label=label)
    parts = {key: _in_book(part, f"{name}.{key}", period) for key, part in table.parts.items()}
    return replace(table, cells=cells, parts=parts)


def _label(row: Row, column: Column) -> str:
    """Return `Totalt, helår 2024 avvikelse`; under a heading of groups `Primärvård: Läkare, utfall`."""
    words = [swedish.uncapital(word) for word in (column.group, column.label) if word]
    above = f"{row.group}: " if row.group and row.kind == "row" else ""
    return f"{above}{row.label}, {' '.join(words)}"
