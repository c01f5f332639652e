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
        sentence = "En CSV-fil har inga blad. Ta bort 'sheet' vid källan i config/sources.yaml."
        raise ContentError.at(Place(shown_as), sentence, "DB210")
    content = path.read_bytes()
    text = _decoded(content, shown_as)
    delimiter = _delimiter(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, lines = [], []
    try:
        for row in reader:
            _refuse_swallowed_lines(row, delimiter, reader.line_num, shown_as)
            rows.append(tuple(value or None for value in row))
            lines.append(reader.line_num)
    except csv.Error as error:
        sentence = "Filen går inte att läsa som CSV. Kontrollera citattecknen, eller exportera filen på nytt."
        raise ContentError.at(Place(shown_as), sentence, "DB206") from error
    return Grid(shown_as, "", sha256(content).hexdigest(), tuple(rows), tuple(lines))


def _refuse_swallowed_lines(row: list[str], delimiter: str, line: int, shown_as: str) -> None:
    """Refuse a quoted value that holds whole rows: a stray quotation mark would hide them."""
    if any("\n" in value and delimiter in value for value in row):
        sentence = (
            "Ett citattecken på en rad ovanför gör flera rader till en. Ta bort det, eller exportera filen på nytt."
        )
        raise ContentError.at(Place(shown_as, line), sentence, "DB206")


def _decoded(content: bytes, shown_as: str) -> str:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), "utf-8")
    for attempt in (encoding, "cp1252"):
        try:
            text = content.decode(attempt)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    sentence = "Filen är ingen textfil. Exportera den som CSV, eller använd Excelfilen."
    raise ContentError.at(Place(shown_as), sentence, "DB207")


def _delimiter(text: str) -> str:
    """Return the sign that stands on most lines; a comma only where few have a semicolon or a tab."""
    lines = [line for line in text.splitlines() if line.strip()]
    counts = {sign: sum(sign in line for line in lines) for sign in (";", "\t", ",")}
    best = ";" if counts[";"] >= counts["\t"] else "\t"
    return best if counts[best] * 2 >= counts[","] else ","
