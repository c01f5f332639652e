"""Rows of long tables stay whole, with their headings and sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.page import Page, TableBlock, TableCell, TableColumn, TableRow
from deckbuilder.render.fit import fitted
from deckbuilder.render.metrics import font
from deckbuilder.render.table_fit import TableFit
from deckbuilder.render.table_split import slides
from tests.render.make import layout

if TYPE_CHECKING:
    from collections.abc import Iterator

CALIBRI = font("Calibri")


def _rows(words: str) -> list[TableRow]:
    """Return rows by letter: g a heading, r a row in a group, s its sum, t a total, p a row of its own."""
    kinds = {"g": "group", "s": "subtotal", "t": "total"}
    return [
        TableRow((TableCell(f"{word}{number}"), TableCell("1")), kinds.get(word, "row"), indent=word == "r")  # type: ignore[arg-type]
        for number, word in enumerate(words)
    ]


@pytest.mark.parametrize(
    ("words", "room", "expected"),
    [
        ("pppp", 4, ((0, 1, 2, 3),)),
        ("ppppp", 4, ((0, 1, 2), (3, 4))),
        ("grsgrst", 4, ((0, 1, 2), (3, 4, 5, 6))),
        ("grrrrrst", 4, ((0, 1, 2), (0, 3, 4), (0, 5, 6, 7))),
        ("ppppt", 4, ((0, 1, 2), (3, 4))),
        ("", 4, ((),)),
        ("p", 0, ((0,),)),
    ],
)
def test_headings_and_sums_stay_with_their_rows(words: str, room: int, expected: tuple[tuple[int, ...], ...]) -> None:
    assert slides(_rows(words), [1] * len(words), room) == expected


def test_a_sum_above_its_parts_is_their_heading() -> None:
    rows = _rows("srrsrr")
    assert slides(rows, [1] * 6, 4) == ((0, 1, 2), (3, 4, 5))


def _parts(block: TableBlock) -> Iterator[tuple[TableBlock, TableFit]]:
    for part in fitted(Page("a", "table", "Rubrik", (block,)), layout(), CALIBRI):
        found, _, fit = part.blocks[0]
        assert isinstance(found, TableBlock)
        assert isinstance(fit, TableFit)
        yield found, fit


def test_a_group_that_goes_on_has_its_heading_again() -> None:
    columns = (TableColumn("Enhet", "left"), TableColumn("Utfall"))
    parts = list(_parts(TableBlock("table", "table", columns, tuple(_rows("g" + "r" * 40 + "s")), "Tabell.")))
    assert [part.rows[0].cells[0].text for part, _ in parts] == ["g0", "g0 (forts.)", "g0 (forts.)"]
    assert [len(part.rows) for part, _ in parts] == [len(fit.row_heights) for part, fit in parts]


@pytest.mark.parametrize("length", [1, 5, 40, 160])
def test_long_texts_share_the_width_and_no_word_is_broken(length: int) -> None:
    """A text's row is as high as its lines, measured in the width that its column got."""
    word = "Informationssäkerhetsklassificering"
    columns = (TableColumn("Risk", "left"), TableColumn("Antal"), TableColumn("Åtgärd", "left"))
    text = " ".join(["Samordning"] * length)
    rows = tuple(TableRow((TableCell(word), TableCell("1\u00a0000"), TableCell(text))) for _ in range(4))
    for part, fit in _parts(TableBlock("table", "table", columns, rows, "Tabell.")):
        assert sum(fit.widths) <= 874 * 12700
        assert fit.size >= 11
        assert fit.widths[0] > CALIBRI.width(word, fit.size)
        for row, height in zip(part.rows, fit.row_heights, strict=True):
            lines = CALIBRI.lines(row.cells[2].text, fit.size, fit.widths[2] - 24 * 12700)
            assert lines * CALIBRI.line_height(fit.size) <= height


def test_a_column_of_text_after_numbers_keeps_its_distance() -> None:
    columns = (TableColumn("Enhet", "left"), TableColumn("Utfall"), TableColumn("Läge", "left"))
    rows = (TableRow((TableCell("A"), TableCell("1"), TableCell("Bra"))),)
    ((_, near),) = _parts(TableBlock("table", "table", (columns[0], columns[2], columns[1]), rows, "Tabell."))
    ((_, apart),) = _parts(TableBlock("table", "table", columns, rows, "Tabell."))
    assert sum(apart.widths) - sum(near.widths) == 12 * 12700
