from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from tests.builders.test_pages import build
from tests.golden import slides_by_id, table_rows

if TYPE_CHECKING:
    from tests.workspace import Workspace

SLIDE = "type: assignments\nfigures: uppdrag\ndue: Klart senast\ncolumns: [Status, Läge, Klart senast]\n"


def _type_in(workspace: Workspace, cell: str, text: str) -> None:
    path = workspace.root / "input/2024-07/uppdrag.xlsx"
    book = load_workbook(path)
    book["Uppdrag"][cell] = text
    book.save(path)


def test_an_assignment_that_should_be_done_and_is_not_is_late_in_words(workspace: Workspace) -> None:
    slide = build(workspace, SLIDE)
    dates = {row[0]: row[-1] for row in table_rows(slide)[1:]}
    assert dates["Bättre tillgänglighet vid valda enheter"] == "30 juni 2024, försenat"
    assert sum("försenat" in date for date in dates.values()) == 1
    assert (
        slide.placeholders[13].text
        == "4 enligt plan, 1 delvis och 1 ej enligt plan av 6 uppdrag, 1 försenat, juli 2024"
    )


def test_what_is_done_is_not_late(workspace: Workspace) -> None:
    _type_in(workspace, "B6", "Klart")
    slide = build(workspace, SLIDE)
    row = next(row for row in table_rows(slide) if row[0].startswith("Bättre"))
    assert slide.placeholders[13].text == "1 klart, 4 enligt plan och 1 delvis av 6 uppdrag, inget försenat, juli 2024"
    assert (row[1], row[-1]) == ("● Klart", "30 juni 2024")


def test_long_comments_go_on_over_slides_with_every_row_whole(workspace: Workspace) -> None:
    for number in range(3, 9):
        _type_in(workspace, f"C{number}", f"Läge {number}: " + "arbetet fortsätter enligt den plan som beslutats " * 9)
    build(workspace, SLIDE)
    slides = slides_by_id(workspace.root / "output" / "prov-2024-07.pptx")
    tables = [table_rows(slide) for slide in slides.values()]
    assert len(tables) > 1
    assert all(rows[0] == ["Uppdrag", "Status", "Läge", "Klart senast"] for rows in tables)
    assert [row[2][:7] for rows in tables for row in rows[1:]] == [f"Läge {number}:" for number in range(3, 9)]


def test_a_row_too_high_for_a_slide_is_a_warning(workspace: Workspace) -> None:
    _type_in(workspace, "C3", "arbetet fortsätter " * 400)
    build(workspace, SLIDE)
    result = workspace.build("2024-07", "--report", "prov")
    assert "Raden 'Gemensamma administrativa funk' är för hög för en bild. Korta texten i den." in result.output


def test_a_due_column_that_is_not_shown_is_refused(workspace: Workspace) -> None:
    fault = build(workspace, SLIDE.replace("due: Klart senast", "due: Klar"))
    assert fault == (
        "config/prov.yaml:7:10: DB402 Kolumnen 'Klar' finns inte i siffrorna. Välj bland status, lage och klart_senast."
    )


def test_a_due_column_of_texts_is_refused_as_nobody_could_be_late(workspace: Workspace) -> None:
    fault = build(workspace, SLIDE.replace("due: Klart senast", "due: Läge"))
    assert fault.endswith("är inget datum. Välj en kolumn som står under 'dates' för siffrorna.")
