from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.test_pages import build
from tests.golden import plain, table_rows

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

SLIDE = "type: trend_table\nbetter: lower\nrows: [sjukfranvaro_region.totalt, sjukfranvaro_region.1_14_dagar]\n"


def _sparks(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if "/spark-" in shape.name]


def test_a_row_has_the_latest_value_and_its_change(workspace: Workspace) -> None:
    rows = [[plain(text) for text in row] for row in table_rows(build(workspace, SLIDE))]
    assert rows == [
        ["Mått", "Juni 2024", "Förändring", "Juni 2023–juni 2024"],
        ["Totalt", "5,5%", "-0,2%-enheter", ""],
        ["1-14 dagar", "2,4%", "-0,4%-enheter", ""],
    ]


def test_each_line_stands_in_its_cell_and_is_decorative(workspace: Workspace) -> None:
    slide = build(workspace, SLIDE)
    table = next(shape for shape in slide.shapes if shape.has_table)
    assert [shape.name for shape in _sparks(slide)] == ["prov/table/spark-1", "prov/table/spark-2"]
    top = table.top + table.table.rows[0].height
    left = table.left + sum(column.width for column in list(table.table.columns)[:3])
    for row, spark in zip(list(table.table.rows)[1:], _sparks(slide), strict=True):
        assert top < spark.top < spark.top + spark.height < top + row.height
        assert left < spark.left < spark.left + spark.width < table.left + table.width
        assert b"decorative" in spark._element.xml.encode()
        top += row.height
    alt = table._element.xpath(".//p:cNvPr")[0].get("descr")
    assert "Totalt: 5,5\u00a0% juni 2024, 5,7\u00a0% juni 2023, fallande, lägst 5,5\u00a0% och högst 5,7\u00a0%." in alt


def test_a_measure_of_another_month_says_so(workspace: Workspace) -> None:
    slide = build(workspace, SLIDE.replace("rows: [", "rows: [vantande.over_90.forstabesok, "))
    assert table_rows(slide)[1][0] == "Förstabesök (juli 2024)"
    assert slide.placeholders[13].text == ("Förändring sedan samma månad förra året. Varje linje har sin egen skala")


def test_a_change_may_be_since_the_month_before_and_each_row_has_its_own_direction(workspace: Workspace) -> None:
    slide = build(
        workspace,
        "type: trend_table\ncompare: previous\n"
        "rows: [{values: vantande.andel.forstabesok, label: Vårdgaranti, better: higher}]\n",
    )
    assert [plain(text) for text in table_rows(slide)[1][:3]] == ["Vårdgaranti", "59,5%", "-8,2%-enheter"]


def test_what_is_no_column_is_told_at_its_place(workspace: Workspace) -> None:
    fault = build(workspace, "type: trend_table\nrows: [sjukfranvaro_region.total]\n")
    assert fault.startswith("config/prov.yaml:6:12: DB402 Kolumnen 'total' finns inte i siffrorna. Menade du 'totalt'?")


def test_rows_of_the_same_name_are_refused(workspace: Workspace) -> None:
    fault = build(
        workspace, "type: trend_table\nrows: [sjukfranvaro_region.totalt, sjukfranvaro_regionstyrelsen.totalt]\n"
    )
    assert fault == "config/prov.yaml:6:40: DB404 Två rader heter 'Totalt'. Ge dem olika namn med 'label'."


def test_texts_have_no_trend(workspace: Workspace) -> None:
    assert build(workspace, "type: trend_table\nrows: [uppdrag.lage]\n") == (
        "config/prov.yaml:6:12: DB407 'Läge' har inga tal att dra en linje genom. Välj en kolumn med tal."
    )
