"""What the scripts that make sample input share: numbers as they are typed, files as they are saved, and the check."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

NBSP = "\u00a0"
MINUS = "\u2212"
TKR = "#,##0"
PERCENT = "0.0%"

WAITING_DAYS = ("0-30 dagar", "31-60 dagar", "61-90 dagar", "91-180 dagar", "181-365 dagar", "Över 365 dagar")
BUP = "Bup"

Cell = str | int | float | None
Numbers = tuple[Decimal, ...]


class NotReproducedError(ValueError):
    """A published figure does not come out of the sample input."""

    def __init__(self, where: str, published: str, computed: object) -> None:
        """Build the sentence from the place and the two figures."""
        super().__init__(f"{where}: published {published}, computed {computed}.")


class WaitingRow(NamedTuple):
    """The waiting patients of a group at the end of a month, by waiting time."""

    month: str
    form: str
    group: str
    days: tuple[int, ...]

    @property
    def over_90(self) -> int:
        """Patients that have waited longer than 90 days."""
        return sum(self.days[3:])

    @property
    def over_365(self) -> int:
        """Patients that have waited longer than a year."""
        return self.days[5]


@dataclass(frozen=True)
class Files:
    """Where the files of a month are written, and when they say that they were saved."""

    target: Path
    saved: datetime

    def csv(self, name: str, rows: Iterable[Sequence[str]], encoding: str) -> None:
        """Write semicolons and CRLF; ``utf-8-sig`` gives a BOM."""
        text = io.StringIO()
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
        (self.target / name).write_bytes(text.getvalue().encode(encoding))

    def waiting(self, rows: Iterable[WaitingRow], printed: str) -> None:
        """Write the export of waiting patients."""
        lines = [
            ["Väntande patienter exkl. patientvald och medicinskt orsakad väntan"],
            ["Månad", "Vårdform", "Grupp", *WAITING_DAYS],
            *([*row[:3], *map(swedish, row.days)] for row in rows),
            [f"{printed} 08:20"],
        ]
        self.csv("vantande.csv", lines, "utf-8-sig")

    def save(self, book: Workbook, name: str) -> None:
        """Save with fixed times, uncompressed, so that a re-run gives the same bytes."""
        book.properties.creator = "Region Västerbotten"
        book.properties.created = self.saved
        draft = io.BytesIO()
        book.save(draft)
        stamp = f"{self.saved:%Y-%m-%dT%H:%M:%SZ}".encode()
        with (
            zipfile.ZipFile(draft) as source,
            zipfile.ZipFile(self.target / name, "w", zipfile.ZIP_STORED) as target,
        ):
            for part in source.namelist():
                # openpyxl stamps the time of saving over the modified property.
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, source.read(part))
                info = zipfile.ZipInfo(part, self.saved.timetuple()[:6])
                info.create_system = 0
                target.writestr(info, content)


def empty_book() -> Workbook:
    """Return a workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def add_sheet(
    book: Workbook,
    title: str,
    rows: Iterable[Sequence[Cell]],
    *,
    merged: Iterable[str] = (),
    number_format: str = "General",
) -> Worksheet:
    """Add a sheet; numbers get the format, an empty row is an empty sequence."""
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        if isinstance(cell.value, int | float):
            cell.number_format = number_format
    for area in merged:
        sheet.merge_cells(area)
    sheet.column_dimensions["A"].width = 46
    return sheet


def column_sums(rows: Iterable[Sequence[Decimal]]) -> Numbers:
    """Add the rows, column by column."""
    return tuple(sum(column, Decimal()) for column in zip(*rows, strict=True))


def decimals(numbers: Iterable[int]) -> Numbers:
    """Return whole numbers as decimals."""
    return tuple(map(Decimal, numbers))


def swedish(
    value: Decimal | int,
    *,
    thousands: str = NBSP,
    minus: str = MINUS,
    places: int = 0,
) -> str:
    """Write a number the Swedish way: ``-1 234,50``."""
    digits = f"{abs(value):,.{places}f}".replace(".", ";")
    digits = digits.replace(",", thousands).replace(";", ",")
    return minus + digits if value < 0 else digits


def mixed(
    row: int,
    values: Iterable[Decimal | int | None],
    minus: str = "-",
    places: int = 0,
) -> list[str]:
    """Write a row with an ordinary space in every other cell, else a no-break one."""
    return [
        ""
        if value is None
        else swedish(value, thousands=" " if (row + column) % 2 else NBSP, minus=minus, places=places)
        for column, value in enumerate(values)
    ]


def varied(base: Sequence[int], percents: Sequence[int], noise: random.Random) -> tuple[int, ...]:
    """Return each number times its per cent, and a little by chance: example data round a known month."""
    return tuple(
        round(count * percent / 100 * noise.uniform(0.985, 1.015))
        for count, percent in zip(base, percents, strict=True)
    )


def spread(whole: int, weights: Sequence[int], noise: random.Random) -> list[int]:
    """Return the parts of a whole by weight, and a little by chance; together they are exactly the whole."""
    odds = [weight * noise.uniform(0.99, 1.01) for weight in weights]
    parts = [round(whole * odd / sum(odds)) for odd in odds]
    parts[-1] += whole - sum(parts)
    return parts


def number(text: str) -> Decimal:
    """Read a number as it is published or exported: `59,5`, `−1 234`, `6 %`."""
    tidy = "".join(text.replace(MINUS, "-").replace(",", ".").rstrip("%").split())
    return Decimal(tidy)


def expect(where: str, published: str, computed: Decimal) -> None:
    """Raise if the figure, rounded half away from zero, is not the published one."""
    target = number(published)
    if computed.quantize(target, ROUND_HALF_UP) != target:
        raise NotReproducedError(where, published, computed)
