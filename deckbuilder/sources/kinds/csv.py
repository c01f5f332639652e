"""Text files with values between semicolons, tabs or commas, in any of the encodings that exports have."""

from __future__ import annotations

import csv
from hashlib import sha256
from io import StringIO
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Place
from deckbuilder.sources.grid import Grid

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".csv", ".txt", ".tsv")
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read(path: Path, shown_as: str, sheet: str | None) -> Grid:
    """Read a CSV file into texts; raise ContentError when it is no text or a sheet is asked for."""
    if sheet is not None:
        raise ContentError.at(
            Place(shown_as), "En CSV-fil har inga blad. Ta bort 'sheet' vid källan i config/sources.yaml."
        )
    content = path.read_bytes()
    text = _decoded(content, shown_as)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        sentence = "Filen går inte att läsa som CSV. Kontrollera citattecknen, eller exportera filen på nytt."
        raise ContentError.at(Place(shown_as), sentence) from error
    return Grid(shown_as, "", sha256(content).hexdigest(), tuple(tuple(value or None for value in row) for row in rows))


def _decoded(content: bytes, shown_as: str) -> str:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), "utf-8")
    for attempt in (encoding, "cp1252"):
        try:
            text = content.decode(attempt)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ContentError.at(Place(shown_as), "Filen är ingen textfil. Exportera den som CSV, eller använd Excelfilen.")


def _delimiter(text: str) -> str:
    """Return the sign that divides most lines; a comma only where there is neither semicolon nor tab."""
    semicolons, tabs = text.count(";"), text.count("\t")
    if semicolons or tabs:
        return ";" if semicolons >= tabs else "\t"
    return ","
