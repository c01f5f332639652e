from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.util import Pt

from tests.builders.test_pages import build
from tests.golden import plain, slides_by_id, table_rows

if TYPE_CHECKING:
    from tests.workspace import Workspace

SLIDE = (
    "type: heat_table\nfigures: hyrpersonal_per_region\nbetter: lower\nhighlight: Västerbotten\n"
    "plain: [Andel hyrpersonal]\n"
)


def _table(slide: Any) -> Any:
    return next(shape for shape in slide.shapes if shape.has_table)


def _alt(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr"))


def test_21_regions_stand_on_one_slide_in_12_points(workspace: Workspace) -> None:
    slide = build(workspace, SLIDE)
    assert list(slides_by_id(workspace.root / "output" / "prov-2024-07.pptx")) == ["prov"]
    table = _table(slide).table
    assert len(table.rows) == 22
    sizes = {run.font.size for row in table.rows for cell in row.cells for run in cell.text_frame.paragraphs[0].runs}
    assert sizes == {Pt(12)}


def test_the_own_row_is_bold_and_marked(workspace: Workspace) -> None:
    rows = table_rows(build(workspace, SLIDE))
    assert [row[0] for row in rows if "Västerbotten" in row[0]] == ["► Västerbotten"]
    assert plain(next(row[5] for row in rows if row[0] == "Västernorrland")) == "1297"


def test_what_is_outside_the_scale_is_said(workspace: Workspace) -> None:
    slide = build(workspace, SLIDE)
    legend = next(shape for shape in slide.shapes if shape.name == "prov/legend")
    texts = {shape.name.rsplit("/", 1)[1]: shape.text_frame.text for shape in legend.shapes}
    assert texts["notes"] == "Utanför skalan: Västernorrland, övrig hälso- och sjukvård: 1\u00a0297."
    assert texts["heading"] == "Procent, lägre är bättre"
    assert (texts["step-1"], texts["step-7"]) == ("över +60", "under −60")
    assert "Primärvård: lägst Halland −91, högst Kronoberg 27, Västerbotten −5." in _alt(_table(slide))


def test_rows_are_sorted_by_a_column(workspace: Workspace) -> None:
    rows = table_rows(build(workspace, f"{SLIDE}sort_by: Totalt\n"))[1:]
    assert [plain(row[1]) for row in (rows[0], rows[-1])] == ["-58", "1"]


def test_missing_and_withheld_numbers_have_no_shade_and_zero_is_zero(workspace: Workspace) -> None:
    path = workspace.root / "input/2024-07/hyrpersonal_per_region.csv"
    text = path.read_text(encoding="utf-8-sig").replace("Dalarna;−26%;−29%", "Dalarna;;<5")
    path.write_text(text, encoding="utf-8-sig")
    slide = build(workspace, SLIDE)
    row = next(row for row in _table(slide).table.rows if row.cells[0].text == "Dalarna")
    assert [cell.text for cell in row.cells][1:3] == ["–", "<5"]
    fills = [bool(cell._tc.xpath("./a:tcPr/a:solidFill")) for cell in row.cells]
    assert fills == [False, False, False, True, True, False, False]


def test_columns_of_different_units_share_no_scale(workspace: Workspace) -> None:
    fault = build(workspace, "type: heat_table\nfigures: hyrpersonal\ncolumns: [utfall, forandring_procent]")
    assert fault == (
        "config/prov.yaml:7:14: DB408 Kolumnerna har olika enheter: Utfall 2024 (tkr) och Förändring, % (procent). "
        "Visa några utan färg med 'plain'."
    )
