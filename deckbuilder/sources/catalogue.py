"""Finds and reads sources by name; each file and sheet is read once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Place, choices, did_you_mean, listed
from deckbuilder.kinds import kind, kinds
from deckbuilder.sources.table import SourceTable, as_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import ModuleType

    from deckbuilder.sources.grid import Grid
    from deckbuilder.spec.data import SourceSpec

MISSING_FILE = "DB201"
_PACKAGE = "deckbuilder.sources.kinds"


@dataclass
class Sources:
    """The sources of one period. `folder` is `input/PERIOD`, `shown_as` how messages name it."""

    folder: Path
    shown_as: str
    specs: Mapping[str, SourceSpec]
    places: Mapping[str, Place]
    _grids: dict[tuple[str, str | None], Grid] = field(default_factory=dict)
    _tables: dict[str, SourceTable] = field(default_factory=dict)

    def table(self, name: str) -> SourceTable:
        """Return a source's rows; raise ContentError when its file, sheet or header is missing or broken."""
        if name not in self._tables:
            spec = self.specs[name]
            self._tables[name] = as_table(name, self._grid(name, spec), spec)
        return self._tables[name]

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of every file that has been read, by its name with its folder."""
        return {grid.file: grid.sha256 for grid in self._grids.values()}

    def _grid(self, name: str, spec: SourceSpec) -> Grid:
        known = (spec.file, spec.sheet)
        if known not in self._grids:
            path = self._path(spec.file, self.places[name])
            reader = _reader(path, self.places[name])
            try:
                self._grids[known] = reader.read(path, f"{self.shown_as}/{spec.file}", spec.sheet)
            except OSError as error:
                sentence = "Filen går inte att läsa. Stäng den i Excel och kontrollera att du får läsa den."
                raise ContentError.at(Place(f"{self.shown_as}/{spec.file}"), sentence, "DB204") from error
        return self._grids[known]

    def _path(self, file: str, place: Place) -> Path:
        path = self.folder / file
        refuse_outside(self.folder, file, self.shown_as, place)
        with suppress(OSError, ValueError, RuntimeError):  # a name that no disk can hold, a link to itself
            if path.is_file():
                return path
        files = (found for found in self.folder.iterdir() if found.is_file() and found.suffix != ".md")
        have = sorted(found.name for found in files if found.name[0] not in "~.")
        spare = set(have) - {spec.file for spec in self.specs.values()}
        near = did_you_mean(file, sorted(spare))
        remedy = "Lägg den i mappen, eller ta bort bilderna som behöver den."
        sentence = f"Filen '{file}' saknas i {self.shown_as}.{near} {remedy} Filer som finns: {choices(have)}."
        raise ContentError.at(place, sentence, MISSING_FILE)


def refuse_outside(folder: Path, file: str, shown_as: str, place: Place) -> None:
    """Raise ContentError for a file that does not stand within a period's folder."""
    with suppress(OSError, ValueError, RuntimeError):  # such a name is no file's
        if not (folder / file).resolve().is_relative_to(folder.resolve()):
            sentence = f"Filen '{file}' ligger utanför {shown_as}. Lägg den i mappen."
            raise ContentError.at(place, sentence, "DB202")


def _reader(path: Path, place: Place) -> ModuleType:
    suffixes: list[str] = []
    for name in kinds(_PACKAGE):
        reader = kind(_PACKAGE, name)
        if path.suffix.lower() in reader.SUFFIXES:
            return reader
        suffixes.extend(reader.SUFFIXES)
    kind_of_file = f"Filer av slaget '{path.suffix}'" if path.suffix else "Filer utan filändelse"
    sentence = f"{kind_of_file} går inte att läsa. Spara filen som något av {listed(suffixes)}."
    raise ContentError.at(place, sentence, "DB203")
