"""What follows from the period before: a file that is kept by hand, without the rows that are done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Problems
from deckbuilder.months.workbook import RowsStayError, Workbook
from deckbuilder.sources.catalogue import Sources
from deckbuilder.sources.table import matches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from deckbuilder.months.deliveries import Delivery
    from deckbuilder.sources.table import Row, SourceTable
    from deckbuilder.spec.data import Catalogue, SourceSpec
    from deckbuilder.spec.document import Document

_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_EXCEL = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class Carried:
    """A file as it begins its new period: `removed` rows were done, and `cleared` columns are to be written anew.

    `stay` are the rows that are done but could not be taken out, as something else in the workbook may refer to them.
    """

    content: bytes
    removed: int = 0
    stay: tuple[int, ...] = ()
    cleared: tuple[str, ...] = ()


@dataclass(frozen=True)
class Carrying:
    """Reads the files of the period before, as `catalogue` declares them for that period."""

    folder: Path
    shown_as: str
    catalogue: Catalogue
    document: Document

    def carried(self, delivery: Delivery) -> Carried | None:
        """Return a file as it goes on; None when the period before has none. Raise ContentError for wrong columns."""
        names = [name for name in delivery.sources if name in self.catalogue.sources]
        path = self.folder / next((self.catalogue.sources[name].file for name in names), delivery.file)
        if not path.is_file():
            return None
        content = path.read_bytes()
        specs = {name: spec for name in names if (spec := self.catalogue.sources[name]).done or spec.clear}
        if not specs:
            return Carried(content)
        tables = self._tables(specs)
        done = {name: [row for row in tables[name].rows if _is_done(row, tables[name], specs[name])] for name in specs}
        if path.suffix.lower() in _EXCEL:
            return _workbook(content, tables, specs, done)
        return _text(content, tables, done)

    def _tables(self, specs: Mapping[str, SourceSpec]) -> dict[str, SourceTable]:
        """Return the tables of some sources, whose columns in `done` and `clear` are all there."""
        places = {name: self.document.place(("sources", name, "file")) for name in specs}
        sources, problems, found = Sources(self.folder, self.shown_as, specs, places), Problems(), {}
        for name, spec in specs.items():
            with problems.gather():
                found[name] = sources.table(name)
                for column in (*spec.done, *spec.clear):
                    found[name].column(column)
            if spec.clear and not spec.file.lower().endswith(_EXCEL):
                place = self.document.place(("sources", name, "clear"))
                sentence = "Kolumner kan bara tömmas i Excelfiler. Ta bort 'clear', eller spara filen som .xlsx."
                problems.add(place, sentence, "DB821")
        problems.raise_if_any()
        return found


def _is_done(row: Row, table: SourceTable, spec: SourceSpec) -> bool:
    """Tell whether each column of `done` says one of its words."""
    said = ((row[table.column(column)].text, words) for column, words in spec.done.items())
    return bool(spec.done) and all(any(matches(text, word) for word in words) for text, words in said)


def _workbook(
    content: bytes,
    tables: Mapping[str, SourceTable],
    specs: Mapping[str, SourceSpec],
    done: Mapping[str, Sequence[Row]],
) -> Carried:
    book, removed, stay, cleared = Workbook(content), 0, list[int](), list[str]()
    for name, table in tables.items():
        columns = [table.column(column) for column in specs[name].clear]
        cells = [row[number].ref.a1 for row in table.rows for number in columns]
        try:
            book.empty(table.grid.sheet, cells)
        except RowsStayError as error:
            sentence = "Filen går inte att ändra som Excelfil. Öppna den i Excel och spara om den som .xlsx."
            raise ContentError.at(table.grid.place, sentence, "DB205") from error
        cleared += specs[name].clear
    for name, rows in done.items():
        numbers = [row[0].ref.row for row in rows]
        try:
            book.take_out(tables[name].grid.sheet, numbers)
            removed += len(numbers)
        except RowsStayError:
            stay += numbers
    return Carried(book.saved(), removed, tuple(stay), tuple(cleared))


def _text(content: bytes, tables: Mapping[str, SourceTable], done: Mapping[str, Sequence[Row]]) -> Carried:
    """Return a text file without the lines of some rows; the others keep their bytes."""
    gone = {row[0].ref.row for rows in done.values() for row in rows}
    grid = next(iter(tables.values())).grid
    before = dict(zip(grid.lines, (0, *grid.lines), strict=False))
    lines = {line for last in gone for line in range(before[last] + 1, last + 1)}
    encoding = _UTF_16.get(content[:2], "latin-1")  # any byte is a letter of it
    kept = [
        line
        for number, line in enumerate(re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", content.decode(encoding)), start=1)
        if number not in lines
    ]
    return Carried("".join(kept).encode(encoding), len(gone))
