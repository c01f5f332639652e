"""A table is merged by row and column: edits stay, data comes to its own cell, and no number to another's."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deckbuilder.page import Page, TableBlock, TableCell, TableColumn, TableRow
from deckbuilder.refresh.grids import cell_text
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.xml import A
from deckbuilder.refresh.xml import P as P_
from deckbuilder.render.deck import Deck
from deckbuilder.render.slide import DeckText
from deckbuilder.value import Level, Trend
from tests.refresh.reading import shape, slide
from tests.refresh.tabular import (
    COL,
    RPR,
    TC,
    TR,
    P,
    add_column,
    add_row,
    cells,
    delete_column,
    delete_row,
    form,
    found,
    has_form,
    merge_down,
    merge_right,
    merged,
    plain,
    says,
    texts,
    told,
    write,
)  # fmt: skip
from tests.render.make import fresh_layout

if TYPE_CHECKING:
    from collections.abc import Callable

HEADS = ("Enhet", "Utfall", "Budget")
ROWS = (("Hus", "10", "11"), ("IT", "20", "21"), ("Bilar", "30", "31"), ("Summa", "60", "63"))
NEW_VALUES = (("Hus", "12", "11"), ("IT", "25", "21"), ("Bilar", "35", "36"), ("Summa", "72", "68"))


def base() -> Any:
    return plain(HEADS, *ROWS)


# What the data does to a table that no one has edited

DATA: dict[str, Callable[[], Any]] = {
    "values": lambda: plain(HEADS, *NEW_VALUES),
    "row_first": lambda: plain(HEADS, ("Båtar", "1", "2"), *NEW_VALUES),
    "row_middle": lambda: plain(HEADS, *NEW_VALUES[:2], ("Båtar", "1", "2"), *NEW_VALUES[2:]),
    "row_last": lambda: plain(HEADS, *NEW_VALUES, ("Båtar", "1", "2")),
    "row_gone": lambda: plain(HEADS, NEW_VALUES[0], *NEW_VALUES[2:]),
    "rows_sorted": lambda: plain(HEADS, NEW_VALUES[2], NEW_VALUES[0], NEW_VALUES[1], NEW_VALUES[3]),
    "column_new": lambda: plain(
        ("Enhet", "Utfall", "Prognos", "Budget"), *((r[0], r[1], f"p{r[1]}", r[2]) for r in NEW_VALUES)
    ),
    "column_gone": lambda: plain(("Enhet", "Budget"), *((r[0], r[2]) for r in NEW_VALUES)),
    "columns_moved": lambda: plain(("Enhet", "Budget", "Utfall"), *((r[0], r[2], r[1]) for r in NEW_VALUES)),
    "heading": lambda: plain(("Enhet", "Utfall augusti", "Budget"), *NEW_VALUES),
    "label": lambda: plain(HEADS, *NEW_VALUES[:2], ("Bilar 2024", "35", "36"), NEW_VALUES[3]),
    "groups": lambda: plain(HEADS, *NEW_VALUES, groups=("", "Juli", "Juli")),
}


@pytest.mark.parametrize("name", DATA)
def test_an_untouched_table_becomes_the_new_one(name: str) -> None:
    theirs = base()
    merged(base(), theirs, DATA[name]())
    assert etree.tostring(theirs) == etree.tostring(DATA[name]())


# What people do to it: each edit returns how to see that it is still there


def _edit_cell(tbl: Any) -> Callable[[Any], bool]:
    write(found(tbl, "IT", "Budget"), "22")
    return lambda after: "22" in _row(after, "IT")


def _edit_label(tbl: Any) -> Callable[[Any], bool]:
    write(cells(tbl, 2)[0], "Digitalt")
    return lambda after: _row(after, "Digitalt") != [] and _row(after, "IT") == []


def _edit_heading(tbl: Any) -> Callable[[Any], bool]:
    write(cells(tbl, 0)[2], "Ram")
    return lambda after: "Ram" in texts(after)[0]


def _edit_row_heading(tbl: Any) -> Callable[[Any], bool]:
    write(cells(tbl, 0)[0], "Verksamhet")
    return lambda after: texts(after)[0][0] == "Verksamhet"


def _own_row(tbl: Any) -> Callable[[Any], bool]:
    add_row(tbl, 2, "Eget", "7", "8")
    return lambda after: {"7", "8"} <= {*_row(after, "Eget"), "8"}


def _own_column(tbl: Any) -> Callable[[Any], bool]:
    add_column(tbl, 2, "Not", "a", "b", "c", "d")
    return lambda after: all(
        note in _row(after, label) for label, note in (("Hus", "a"), ("Bilar", "c")) if _row(after, label)
    )


def _no_row(tbl: Any) -> Callable[[Any], bool]:
    delete_row(tbl, 2)
    return lambda after: _row(after, "IT") == []


def _no_column(tbl: Any) -> Callable[[Any], bool]:
    delete_column(tbl, 2)
    return lambda after: "Budget" not in texts(after)[0]


def _moved_rows(tbl: Any) -> Callable[[Any], bool]:
    tbl.findall(TR)[1].addprevious(tbl.findall(TR)[3])
    return lambda after: (
        [row[0] for row in texts(after)].index("Bilar") < [row[0] for row in texts(after)].index("Hus")
        if _row(after, "Bilar")
        else True
    )


def _bold(tbl: Any) -> Callable[[Any], bool]:
    form(cells(tbl, 1)[2], i="1", sz="2000")
    return lambda after: (
        any(has_form(cell, i="1", sz="2000") for cell in after.iter(TC)) or "Utfall" not in str(texts(after)[0])
    )


def _filled(tbl: Any) -> Callable[[Any], bool]:
    properties = cells(tbl, 1)[0].find(f"{{{A}}}tcPr")
    properties.replace(properties.find(f"{{{A}}}noFill"), _fill("FF00FF"))
    return lambda after: next(after.iter(f"{{{A}}}srgbClr"), None) is not None


def _wider(tbl: Any) -> Callable[[Any], bool]:
    first = tbl.find(f".//{COL}")
    first.set("w", str(int(first.get("w")) + 9_999))
    wide = int(first.get("w"))
    return lambda after: (
        int(after.find(f".//{COL}").get("w")) > wide - 9_999 or len(after.findall(f".//{COL}")) > len(HEADS)
    )


def _higher(tbl: Any) -> Callable[[Any], bool]:
    tbl.findall(TR)[1].set("h", "777777")
    return lambda after: any(row.get("h") == "777777" for row in after.findall(TR))


def _merged_cells(tbl: Any) -> Callable[[Any], bool]:
    merge_right(tbl, 1, 1)
    write(cells(tbl, 1)[2], "")
    return lambda after: (
        any(cell.get("gridSpan") == "2" for cell in after.iter(TC))
        or len(texts(after)[0]) < 3
        or texts(after)[0][1] == "Budget"
    )


def _merged_down(tbl: Any) -> Callable[[Any], bool]:
    merge_down(tbl, 1, 2)
    write(cells(tbl, 2)[2], "")
    return lambda after: (
        [cell.get("rowSpan") for row in after.findall(TR) for cell in row if cell.get("rowSpan")] == ["2"]
    )


def _split(tbl: Any) -> Callable[[Any], bool]:
    paragraph = cells(tbl, 1)[0].find(f".//{P}")
    second = deepcopy(paragraph)
    second.find(f".//{{{A}}}t").text = "med mark"
    paragraph.addnext(second)
    return lambda after: "med mark" in _row(after, "Hus med mark")[0]


def _fill(colour: str) -> Any:
    return etree.fromstring(f'<a:solidFill xmlns:a="{A}"><a:srgbClr val="{colour}"/></a:solidFill>')


def _row(tbl: Any, label: str) -> list[str]:
    return next((row for row in texts(tbl) if row[0] == label), [])


EDITS = {edit.__name__.strip("_"): edit for edit in (
    _edit_cell, _edit_label, _edit_heading, _edit_row_heading, _own_row, _own_column, _no_row, _no_column, _moved_rows,
    _bold, _filled, _wider, _higher, _merged_cells, _merged_down, _split,
)}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_while_the_data_stands_still_nothing_changes(name: str) -> None:
    theirs = base()
    EDITS[name](theirs)
    before = etree.tostring(theirs)
    events = merged(base(), theirs, base())
    assert etree.tostring(theirs) == before
    assert {one.kind for one in events} <= {"kept"}


GIVE_WAY = {("merged_cells", "column_gone"), ("merged_cells", "columns_moved"), ("merged_down", "rows_sorted")}
"""Form that cannot stay when what it was of is no longer there, or no longer side by side."""


@pytest.mark.parametrize("change", DATA)
@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_stays_and_every_number_comes_to_its_own_cell_or_is_told(edit: str, change: str) -> None:
    theirs, ours = base(), DATA[change]()
    is_there = EDITS[edit](theirs)
    edited = deepcopy(theirs)
    events = merged(base(), theirs, ours)
    kept = [one for one in events if one.kind in {"kept", "conflict"}]
    assert is_there(theirs) or kept or (edit, change) in GIVE_WAY
    assert [
        wrong for wrong in _strayed(base(), edited, theirs, ours) if not any(_names(one, wrong) for one in kept)
    ] == []


def _strayed(old: Any, edited: Any, after: Any, ours: Any) -> list[tuple[str, str, str]]:
    """Return the cells, by row and column, where a number of the data is missing, or one stands that is no one's."""
    wanted, there = _cells_of(ours), _cells_of(after)
    own = {
        (row, head): text for (row, head), text in _cells_of(edited).items() if _cells_of(old).get((row, head)) != text
    }
    wrong = [(*key, text) for key, text in wanted.items() if there.get(key) != text and key not in own]
    return wrong + [(*key, text) for key, text in there.items() if text and text not in {wanted.get(key), own.get(key)}]


NAMES = {"Digitalt": "IT", "Ram": "Budget", "Verksamhet": "Enhet", "Hus med mark": "Hus", "Bilar 2024": "Bilar"}


def _cells_of(tbl: Any) -> dict[tuple[str, str], str]:
    said = texts(tbl)
    heads = said[1] if said[1][1:2] == ["Utfall"] else said[0]
    body = said[said.index(heads) + 1 :]
    return {(_known(row[0]), _known(head)): text for row in body for head, text in zip(heads[1:], row[1:], strict=True)}


def _known(name: str) -> str:
    return NAMES.get(name, name.removesuffix(" augusti").removeprefix("Juli "))


def _names(event: Any, wrong: tuple[str, str, str]) -> bool:
    """Tell whether an event is about a cell, by its row, its column or both."""
    words = event.what.removesuffix(" är borttagen").removesuffix(" finns inte längre i underlaget")
    parts = [_known(word) for word in words.removeprefix("raden ").removeprefix("kolumnen ").split(", ")]
    return set(parts) <= set(wrong[:2])


# Single promises


@pytest.mark.parametrize(
    ("take", "shown", "kind"), [("", "22", "conflict"), ("deck", "22", "kept"), ("data", "26", "updated")]
)
def test_a_cell_that_both_have_changed_keeps_the_edit_and_is_told_unless_the_data_is_asked_for(
    take: str, shown: str, kind: str
) -> None:
    theirs = base()
    write(found(theirs, "IT", "Budget"), "22")
    events = merged(base(), theirs, plain(HEADS, ROWS[0], ("IT", "20", "26"), *ROWS[2:]), take)
    assert says(theirs, "IT", "Budget") == shown
    assert [(one.kind, one.what, one.was, one.deck, one.data) for one in events] == [
        (kind, "IT, Budget", "21", "22", "26")
    ]


GROUPED = (("Nord",), ("Vård", "1", "2"), ("Skola", "3", "4"), ("Syd",), ("Vård", "5", "6"), ("Summa", "9", "12"))


def test_rows_of_the_same_label_are_told_apart_by_their_group() -> None:
    theirs = plain(HEADS, *GROUPED)
    write(cells(theirs, 5)[2], "6,5")
    ours = plain(
        HEADS,
        ("Syd",),
        ("Skola", "8", "8"),
        ("Vård", "50", "6"),
        ("Nord",),
        ("Vård", "10", "20"),
        ("Summa", "68", "34"),
    )
    events = merged(plain(HEADS, *GROUPED), theirs, ours)
    assert texts(theirs)[1:] == [
        ["Syd", "", ""], ["Skola", "8", "8"], ["Vård", "50", "6,5"],
        ["Nord", "", ""], ["Vård", "10", "20"], ["Summa", "68", "34"],
    ]  # fmt: skip
    assert ("kept", "Vård, Budget", "6", "6,5", "6") in told(events)


def test_rows_that_cannot_be_told_apart_are_not_guessed() -> None:
    heads = ("Område", "Projekt", "Kostnad")
    theirs = plain(heads, ("IT", "Arkiv", "5"), ("IT", "Journal", "7"))
    write(cells(theirs, 2)[2], "7,5")
    ours = plain(heads, ("IT", "Intranät", "7"), ("IT", "Arkiv", "6"), ("IT", "Journal", "7"))
    events = merged(plain(heads, ("IT", "Arkiv", "5"), ("IT", "Journal", "7")), theirs, ours)
    for row in texts(theirs)[1:]:
        assert row[1:] in (["Intranät", "7"], ["Arkiv", "6"], ["Journal", "7"], ["Journal", "7,5"])
    assert {"7,5"} <= {one.deck.rpartition(" | ")[2] for one in events}


def status(level: Level, words: str, trend: Trend | None = None) -> TableCell:
    return TableCell(words, level=level, trend=trend)


def _colours(cell: Any) -> list[str]:
    return [one.get("val") for one in cell.iter(f"{{{A}}}schemeClr")]


@pytest.mark.parametrize("trend", [None, Trend.DOWN])
def test_a_status_comes_in_with_shape_word_and_colour_into_a_cell_that_people_have_made_larger(
    trend: Trend | None,
) -> None:
    old, new = status(Level.ON_PLAN, "Enligt plan"), status(Level.OFF_PLAN, "Ej enligt plan", trend)
    made = [plain(("Projekt", "Tid"), ("Arkiv", one)) for one in (old, old, new)]
    form(cells(made[1], 1)[1], sz="2000")
    merged(made[0], made[1], made[2])
    assert texts(made[1]) == texts(made[2])
    assert _colours(cells(made[1], 1)[1]) == _colours(cells(made[2], 1)[1])
    assert has_form(cells(made[1], 1)[1], sz="2000")


def test_a_number_that_turns_bad_gets_its_colour_though_people_have_given_it_another() -> None:
    good, bad = TableCell("5", "good"), TableCell("\u22125", "bad")
    made = [plain(("Projekt", "Avvikelse"), ("Arkiv", one)) for one in (good, good, bad)]
    for run in cells(made[1], 1)[1].iter(RPR):
        run.replace(run.find(f"{{{A}}}solidFill"), _fill("FF00FF"))
    merged(made[0], made[1], made[2])
    assert _colours(cells(made[1], 1)[1]) == _colours(cells(made[2], 1)[1])
    assert texts(made[1]) == texts(made[2])


def test_a_new_row_has_the_form_that_people_have_given_the_table() -> None:
    theirs = base()
    for row in theirs.findall(TR):
        row.set("h", "555555")
        for cell in row.findall(TC):
            form(cell, sz="2000")
    merged(base(), theirs, DATA["row_middle"]())
    row = next(
        row
        for row in theirs.findall(TR)
        if says(theirs, "Båtar", "Utfall") and row[0].findtext(f".//{{{A}}}t") == "Båtar"
    )
    assert all(has_form(cell, sz="2000") for cell in row.findall(TC))
    assert row.get("h") == "555555"


def test_a_new_row_does_not_inherit_what_people_brought_out_in_one_row() -> None:
    theirs = base()
    for cell in cells(theirs, 2):
        form(cell, i="1")
    merged(base(), theirs, DATA["row_middle"]())
    assert not any(one.get("i") for one in found(theirs, "Båtar", "Utfall").iter(RPR))
    assert has_form(found(theirs, "IT", "Utfall"), i="1")


def test_a_new_row_has_no_words_in_peoples_own_column() -> None:
    theirs = base()
    add_column(theirs, 2, "Not", "a", "b", "c", "d")
    merged(base(), theirs, DATA["row_middle"]())
    assert [row[3] for row in texts(theirs)] == ["Not", "a", "b", "", "c", "d"]


def test_a_new_column_is_empty_in_peoples_own_row() -> None:
    theirs = base()
    add_row(theirs, 2, "Eget", "7", "8")
    merged(base(), theirs, DATA["column_new"]())
    assert _row(theirs, "Eget") == ["Eget", "7", "", "8"]


def test_a_new_column_comes_in_under_the_heading_that_it_belongs_to() -> None:
    heads = ("Enhet", "Utfall", "Budget", "Not")
    old = plain(heads, ("Hus", "1", "2", "x"), groups=("", "Juli", "Juli", ""))
    theirs, ours = (
        deepcopy(old),
        plain(
            ("Enhet", "Utfall", "Budget", "Avvikelse", "Not"),
            ("Hus", "1", "2", "3", "x"),
            groups=("", "Juli", "Juli", "Juli", ""),
        ),
    )
    form(cells(theirs, 2)[0], sz="2000")
    merged(old, theirs, ours)
    assert [cell.get("gridSpan") for cell in cells(theirs, 0)] == [None, "3", None, None, None]
    assert texts(theirs) == texts(ours)


def test_a_heading_goes_on_over_a_column_whose_first_neighbour_the_data_has_replaced() -> None:
    old = plain(("Enhet", "Juni", "Förändring"), ("Hus", "1", "2"), groups=("", "Väntande", "Väntande"))
    theirs, ours = (
        deepcopy(old),
        plain(("Enhet", "Juli", "Förändring"), ("Hus", "3", "4"), groups=("", "Väntande", "Väntande")),
    )
    form(cells(theirs, 2)[0], sz="2000")
    merged(old, theirs, ours)
    assert [cell.get("gridSpan") for cell in cells(theirs, 0)] == [None, "2", None]
    assert texts(theirs) == texts(ours)


def test_the_heading_of_a_group_stays_when_its_first_column_goes() -> None:
    old = plain(HEADS, ("Hus", "1", "2"), groups=("", "Juli", "Juli"))
    theirs, ours = deepcopy(old), plain(("Enhet", "Budget"), ("Hus", "2"), groups=("", "Juli"))
    form(cells(theirs, 2)[0], sz="2000")
    merged(old, theirs, ours)
    assert texts(theirs) == [["", "Juli"], ["Enhet", "Budget"], ["Hus", "2"]]


def test_a_number_that_people_have_hidden_in_a_merged_cell_is_told_when_it_changes() -> None:
    theirs = base()
    _merged_cells(theirs)
    events = merged(base(), theirs, plain(HEADS, ("Hus", "10", "14"), *ROWS[1:]))
    assert ("conflict", "Hus, Budget", "11", "14") in told(events)


def test_a_new_row_is_not_put_into_cells_merged_over_two_rows() -> None:
    theirs = base()
    merge_down(theirs, 2, 0)
    merged(base(), theirs, DATA["row_middle"]())
    assert says(theirs, "Båtar", "Utfall") == "1"
    assert cells(theirs, 2)[0].get("rowSpan") == "2"


def test_a_row_that_people_wrote_before_the_data_had_it_is_the_same_row() -> None:
    theirs = base()
    add_row(theirs, 2, "Båtar", "1", "9")
    events = merged(base(), theirs, DATA["row_middle"]())
    assert [row[0] for row in texts(theirs)].count("Båtar") == 1
    assert ("conflict", "Båtar, Budget", "9", "2") in told(events)


def test_a_row_that_is_gone_and_written_in_stays_and_is_told() -> None:
    theirs = base()
    write(found(theirs, "IT", "Budget"), "22")
    events = merged(base(), theirs, DATA["row_gone"]())
    assert says(theirs, "IT", "Budget") == "22"
    assert ("conflict", "raden IT finns inte längre i underlaget", "IT | 20 | 21", "IT | 20 | 22") in told(events)


def test_a_table_grows_no_wider_than_its_place_when_the_data_adds_a_column_to_one_that_people_have_widened() -> None:
    theirs, ours = base(), DATA["column_new"]()
    _wider(theirs)
    wide = max(sum(int(one.get("w")) for one in tbl.iter(COL)) for tbl in (theirs, ours))
    merged(base(), theirs, ours)
    assert sum(int(one.get("w")) for one in theirs.iter(COL)) <= wide


def test_the_months_in_headings_move_on_with_their_columns() -> None:
    theirs = plain(("Enhet", "Utfall jul", "Budget jul"), *ROWS)
    write(cells(theirs, 2)[2], "22")
    ours = plain(("Enhet", "Utfall aug", "Budget aug"), *ROWS)
    events = merged(plain(("Enhet", "Utfall jul", "Budget jul"), *ROWS), theirs, ours)
    assert texts(theirs)[0] == ["Enhet", "Utfall aug", "Budget aug"]
    assert told(events) == [("kept", "IT, Budget aug", "21", "22", "21")]


def test_a_window_of_months_moves_on_and_an_edit_stays_with_its_month() -> None:
    heads = ("Enhet", "maj", "jun", "jul")
    old = plain(heads, ("Hus", "1", "2", "3"), ("IT", "4", "5", "6"))
    theirs, ours = deepcopy(old), plain(("Enhet", "jun", "jul", "aug"), ("Hus", "2", "3", "9"), ("IT", "5", "6", "8"))
    write(found(theirs, "IT", "jul"), "6,5")
    merged(old, theirs, ours)
    assert texts(theirs) == [["Enhet", "jun", "jul", "aug"], ["Hus", "2", "3", "9"], ["IT", "5", "6,5", "8"]]


def test_small_lines_in_cells_follow_the_data_in_the_colour_that_people_have_given_them() -> None:
    def made(*values: int) -> bytes:
        row = TableRow((TableCell("Hus"), TableCell("", spark=tuple(map(Decimal, values)))))
        columns = (TableColumn("Enhet", "left"), TableColumn("Trend", "left"))
        deck = Deck(fresh_layout(), DeckText("Rapport", "juli 2024"))
        deck.add(Page("sida", "table", "Tabell", (TableBlock("table", "table", columns, (row,), "En tabell."),)))
        return deck.content("Rapport", date(2024, 7, 31))

    def spark(content: bytes) -> tuple[Parts, Any]:
        parts = Parts.of(content)
        return parts, shape(parts, "sida/table/spark-1").find(f"{{{P_}}}spPr")

    old, new = made(1, 2, 3), made(3, 1, 2, 9)
    edited, form_of = spark(old)
    form_of.replace(form_of.find(f"{{{A}}}solidFill"), _fill("FF00FF"))
    edited.touch(slide(edited, "sida"))
    _, after = spark(merge(old, edited.content(), new).content)
    assert etree.tostring(after.find(f"{{{A}}}custGeom")) == etree.tostring(spark(new)[1].find(f"{{{A}}}custGeom"))
    assert after.find(f"{{{A}}}solidFill/{{{A}}}srgbClr").get("val") == "FF00FF"


# Any tables, any edits: a cell's words tell where they belong

LABELS, COLUMNS = "ABCDE", "xyz"


@st.composite
def versions(draw: st.DrawFn) -> tuple[Any, Any, Any, set[tuple[str, str]]]:
    """Return a table, what people made of it, what the data makes of it, and the cells that people have edited."""

    def headings() -> list[str]:
        return draw(st.lists(st.sampled_from(COLUMNS), min_size=1, unique=True))

    def labels() -> list[str]:
        return draw(st.lists(st.sampled_from(LABELS), min_size=1, unique=True))

    def made(rows: list[str], heads: list[str], newer: set[tuple[str, str]]) -> Any:
        body = [[row, *(f"{row}.{head}.{int((row, head) in newer)}" for head in heads)] for row in rows]
        return plain(["Enhet", *heads], *body)

    rows, heads = labels(), headings()
    places = [(row, head) for row in LABELS for head in COLUMNS]
    old, new = made(rows, heads, set()), made(labels(), headings(), draw(st.sets(st.sampled_from(places))))
    deck, edited = deepcopy(old), draw(st.sets(st.sampled_from([(row, head) for row in rows for head in heads])))
    for row, head in edited:
        write(found(deck, row, head), f"{row}.{head}.e")
    if draw(st.booleans()):
        add_row(deck, draw(st.integers(0, len(rows))), "Q", *(f"Q.{head}.e" for head in heads))
    if draw(st.booleans()):
        add_column(deck, draw(st.integers(0, len(heads))), *(f"{row[0]}.q.e" for row in texts(deck)))
        write(next(one for one in cells(deck, 0) if cell_text(one) == "Enhet.q.e"), "q")
    if draw(st.booleans()) and len(rows) > 1:
        delete_row(deck, draw(st.integers(1, len(rows))))
    if draw(st.booleans()):
        _shuffle(deck, draw)
    return old, deck, new, edited


def _shuffle(tbl: Any, draw: st.DrawFn) -> None:
    rows = tbl.findall(TR)[1:]
    for row in draw(st.permutations(rows)):
        tbl.append(row)


@given(versions())
@settings(max_examples=60, deadline=None)
def test_no_word_lands_in_another_row_or_column_and_none_is_lost(
    made: tuple[Any, Any, Any, set[tuple[str, str]]],
) -> None:
    old, deck, new, _ = made
    before = _said(deck)
    events = merged(old, deck, new)
    after, data, was = _said(deck), _said(new), _said(old)
    for (row, head), text in after.items():
        assert text in {"", f"{row}.{head}.0", f"{row}.{head}.1", f"{row}.{head}.e"}
    told_of = [one for one in events if one.kind in {"kept", "conflict"}]
    gone = {row for row, _ in was} - {row for row, _ in before}
    for key, text in data.items():
        edited = before.get(key, "").endswith(".e")
        assert after.get(key) == text or edited or key[0] in gone
    for key, text in before.items():
        assert not text.endswith(".e") or after.get(key) == text
    stale = [key for key, text in after.items() if text and not text.endswith(".e") and text != data.get(key)]
    for row, head in stale:
        about = (f"raden {row} finns", f"kolumnen {head} finns")
        assert any(one.what.startswith(about) for one in told_of)


def _said(tbl: Any) -> dict[tuple[str, str], str]:
    heads, *body = texts(tbl)
    return {(row[0], head): text for row in body for head, text in zip(heads[1:], row[1:], strict=True)}
