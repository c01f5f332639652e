from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from tests.builders.test_pages import build
from tests.golden import slides_by_id, table_rows

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

SLIDE = "type: risk\nfigures: risker\nlikelihood: Sannolikhet\nconsequence: Konsekvens\nmeasure: Åtgärd\n"


def _drawn(slide: Any) -> dict[str, Any]:
    matrix = next(shape for shape in slide.shapes if shape.name == "prov/matrix")
    return {shape.name.rsplit("/", 1)[1]: shape for shape in matrix.shapes}


def test_risks_are_listed_by_size_with_their_level_in_words(workspace: Workspace) -> None:
    rows = table_rows(build(workspace, SLIDE))
    assert [row[2] for row in rows[1:]] == ["■ Hög", "▲ Medel", "▲ Medel", "▲ Medel", "▲ Medel", "● Låg"]
    assert rows[1][:2] == ["1", "Förberedelserna blir inte klara i alla verksamheter"]


def test_risks_without_measures_are_listed_without_that_column(workspace: Workspace) -> None:
    rows = table_rows(build(workspace, SLIDE.replace("measure: Åtgärd\n", "")))
    assert rows[0] == ["Nr", "Risk", "Nivå"]


def test_each_dot_stands_in_its_cell(workspace: Workspace) -> None:
    shapes = _drawn(build(workspace, SLIDE))
    for number, cell in (("1", "cell-4-4"), ("4", "cell-2-5"), ("6", "cell-2-2")):
        dot, ground = shapes[f"dot-{number}"], shapes[cell]
        assert ground.left < dot.left < dot.left + dot.width < ground.left + ground.width
        assert ground.top < dot.top < dot.top + dot.height < ground.top + ground.height
        assert shapes[f"number-{number}"].text_frame.text == number


def test_dots_of_one_cell_do_not_hide_each_other(workspace: Workspace) -> None:
    path = workspace.root / "input/2024-07/risker.xlsx"
    book = load_workbook(path)
    for row in range(3, 9):
        book["Risker"][f"B{row}"], book["Risker"][f"C{row}"] = 1, 1 if row > 4 else 2
    book.save(path)
    shapes = _drawn(build(workspace, SLIDE))
    dots = sorted((shapes[f"dot-{n}"] for n in range(3, 7)), key=lambda dot: (dot.top, dot.left))
    assert dots[0].left + dots[0].width <= dots[1].left
    assert dots[0].top + dots[0].height <= dots[2].top


def test_more_risks_than_fit_in_a_cell_stand_as_numbers(workspace: Workspace) -> None:
    path = workspace.root / "input/2024-07/risker.xlsx"
    book = load_workbook(path)
    for row in range(3, 9):
        book["Risker"][f"B{row}"], book["Risker"][f"C{row}"] = 1, 1
    book.save(path)
    assert _drawn(build(workspace, SLIDE))["numbers-1"].text_frame.text == "1, 2, 3, 4, 5, 6"


def test_the_total_risk_stands_on_top_in_words(workspace: Workspace) -> None:
    slide = build(workspace, f"{SLIDE}total: risklage.fvis_programmet.samlad_risk\n")
    assert slide.placeholders[13].text == "Samlad risk: ▲ medel (gul). Risker i FVIS-programmet, juli 2024"


def test_levels_follow_the_thresholds(workspace: Workspace) -> None:
    rows = table_rows(build(workspace, f"{SLIDE}medium: 9\nhigh: 12\n"))
    assert [row[2].split(" ")[1] for row in rows[1:]] == ["Hög", "Hög", "Hög", "Medel", "Medel", "Låg"]


def test_a_number_outside_the_scale_is_told(workspace: Workspace) -> None:
    path = workspace.root / "input/2024-07/risker.xlsx"
    book = load_workbook(path)
    book["Risker"]["B3"] = 6
    book.save(path)
    assert build(workspace, SLIDE) == (
        "config/prov.yaml:7:17: DB427 'Förberedelserna blir inte klara i alla verksamheter' har 6 i 'sannolikhet'. "
        "Skriv ett heltal från 1 till 5 i underlaget."
    )


def test_the_matrix_stands_beside_every_part_of_a_long_list(workspace: Workspace) -> None:
    path = workspace.root / "input/2024-07/risker.xlsx"
    book = load_workbook(path)
    for number in range(20):
        book["Risker"].append([f"Risk nummer {number}", 2, 3, "En åtgärd som är ganska lång och tar flera rader här"])
    book.save(path)
    build(workspace, SLIDE)
    slides = slides_by_id(workspace.root / "output" / "prov-2024-07.pptx")
    assert len(slides) > 1
    for name, slide in slides.items():
        assert {f"{name}/matrix", f"{name}/list"} <= {shape.name for shape in slide.shapes}


def test_an_empty_column_name_is_told(workspace: Workspace) -> None:
    fault = build(workspace, SLIDE.replace("Konsekvens", '""'))
    assert "Kolumnen '' finns inte i siffrorna." in fault
