"""Matrices with things in their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.drawn import alternative, named, texts
from tests.builders.test_pages import build

if TYPE_CHECKING:
    from tests.workspace import Workspace

AXES = "type: matrix\nrows: {title: Nytta, names: [Stor, Liten]}\ncolumns: {names: [Litet, Stort]}\ncells:\n"
CELL = "  - {row: stor, column: Stort, title: Planera, items: [Ny journal, Nytt hus]}"


def test_things_stand_in_their_cell(workspace: Workspace) -> None:
    slide = build(workspace, AXES + CELL)
    (text,) = named(slide, "ruta-1-2-text")
    assert text.text_frame.text == "Ny journal\nNytt hus"
    assert named(slide, "ruta-2-1-yta")
    assert named(slide, "ruta-2-1-text") == []


def test_it_is_read_row_by_row_after_the_names_of_the_columns(workspace: Workspace) -> None:
    slide = build(workspace, AXES + CELL)
    assert texts(slide) == ["Nytta", "Litet", "Stort", "Stor", "Planera", "Ny journal\nNytt hus", "Liten"]
    assert alternative(slide) == (
        "Matris. Nytta: Stor och Liten. Kolumner: Litet och Stort. Stor och Stort (Planera): Ny journal och Nytt hus."
    )


def test_a_cell_that_is_not_there_is_told(workspace: Workspace) -> None:
    assert build(workspace, f"{AXES}  - {{row: Stora, column: Stort}}") == (
        "config/prov.yaml:9:15: DB428 Raden 'Stora' finns inte i matrisen. Menade du 'Stor'? Välj bland Stor och Liten."
    )


def test_a_cell_is_written_once(workspace: Workspace) -> None:
    assert build(workspace, f"{AXES}{CELL}\n{CELL}").endswith(
        "Rutan 'stor' och 'Stort' står två gånger. Skriv allt i en."
    )


def test_six_columns_are_refused(workspace: Workspace) -> None:
    wide = AXES.replace("[Litet, Stort]", "[Stort, B, C, D, E, F]")
    assert "men högst 5 får plats. Slå ihop några." in build(workspace, wide + CELL)
