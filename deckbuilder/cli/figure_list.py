"""Figures as a table for people, and as CSV for Excel."""

from __future__ import annotations

import csv
import shutil
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING

from deckbuilder.cli.columns import wrapped
from deckbuilder.cli.running import counted
from deckbuilder.figures.origin import written_cells
from deckbuilder.value import Status, Suppressed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.records.listing import Listed
    from deckbuilder.value import Value

_HEADINGS = ("Siffra", "Visas som", "Bilder", "Namn", "Period", "Filer")
_GIVEN_UP = ("Filer", "Period", "Namn", "Bilder")
"""The columns that are left out, in this order, when the window has no room for them."""
_LEAST = 14
_BETWEEN = "  "
_CSV_HEADINGS = (
    "id", "namn", "värde", "slag", "enhet", "visas som", "period", "beräkning", "filer", "celler", "bilder",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@")


def as_table(found: Sequence[Listed], money_label: str, hint: str, *, fit: bool) -> Iterator[str]:
    """Yield a line for each figure under a heading; with `fit` no wider than the window, and a last line with a hint.

    An id and a value are never shortened: in a window that is narrower than both, a figure has lines of its own.
    """
    rows = [_HEADINGS, *(_row(one, money_label) for one in found)]
    natural = [max(len(row[place]) for row in rows) for place in range(len(_HEADINGS))]
    window = shutil.get_terminal_size().columns
    widths = _fitted(natural, window) if fit else natural
    if fit and sum(widths) + len(_BETWEEN) > window and not any(widths[2:]):
        yield from (line for row in rows[1:] for line in _stacked(row, window))
        widths = natural
    else:
        for row in rows:
            cells = [_cut(text, width) for text, width in zip(row, widths, strict=True) if width]
            yield _BETWEEN.join(cells).rstrip()
    if fit:
        left_out = [name for name, width in zip(_HEADINGS, widths, strict=True) if not width]
        room = f" Bredare fönster visar också {', '.join(left_out).lower()}." if left_out else ""
        last = wrapped(f"{counted(len(found), 'siffra', 'siffror')}.{room} {hint}", max(window, 20))
        yield "\n".join(("", *last))


def _row(one: Listed, money_label: str) -> tuple[str, ...]:
    files = ", ".join(file.rpartition("/")[2] for file in one.files)
    shown = one.shown(money_label)
    return one.figure.id, shown, ", ".join(one.slides), one.figure.label, one.period, files


def _stacked(row: Sequence[str], room: int) -> Iterator[str]:
    """Yield a figure's id, and under it what is told of it."""
    yield row[0]
    told = ", ".join(filter(None, (row[1], row[3], row[4], row[2], row[5])))
    width = max(room, len(_BETWEEN) + 20)
    yield from wrapped(told, width, _BETWEEN, first=_BETWEEN)


def _fitted(natural: Sequence[int], room: int) -> list[int]:
    """Return the columns' widths in a window: the widest are shortened first, 0 for one that has no place."""
    widths = dict(zip(_HEADINGS, natural, strict=True))
    for name in _GIVEN_UP:
        least = sum(width if other not in _GIVEN_UP else min(width, _LEAST) for other, width in widths.items() if width)
        if least + len(_BETWEEN) * (sum(map(bool, widths.values())) - 1) > room:
            widths[name] = 0
    there = [name for name in _GIVEN_UP if widths[name]]
    while there and sum(widths.values()) + len(_BETWEEN) * (len(there) + 1) > room:
        widths[max(there, key=lambda name: widths[name])] -= 1
    return list(widths.values())


def _cut(text: str, width: int) -> str:
    return f"{text:<{width}}" if len(text) <= width else f"{text[: width - 1]}…"


def as_csv_text(found: Sequence[Listed], money_label: str) -> str:
    """Return figures as CSV that Swedish Excel opens as it is: a byte order mark, semicolons and decimal commas."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(_CSV_HEADINGS)
    for one in found:
        figure = one.figure
        value, sort = _value(figure.value)
        words = (figure.unit.value, one.shown(money_label), one.period, figure.calculation)
        places = (", ".join(one.files), written_cells(figure.cells), ", ".join(one.slides))
        writer.writerow([figure.id, _harmless(figure.label), value, sort, *map(_harmless, words), *places])
    return f"\ufeff{out.getvalue()}"


def _value(value: Value) -> tuple[str, str]:
    """Return a value unrounded and what it is: one that is withheld is not one that is missing."""
    if value is None:
        return "", "saknas"
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ","), "tal"
    if isinstance(value, Suppressed):
        return _harmless(value.text), "skyddad uppgift"
    return _harmless(str(value)), "status" if isinstance(value, Status) else "text"


def _harmless(text: str) -> str:
    """Return a text that Excel does not take for a formula."""
    return f" {text}" if text.startswith(_FORMULA) else text
