"""Rows are taken out of a workbook, and all else in it is as it was."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from deckbuilder.months.workbook import RowsStayError, Workbook

ROWS = [("Ett", "Delvis"), ("Två", "Klart"), ("Tre", "Delvis"), ("Fyra", "Klart"), ("Fem", "Klart")]


def _book() -> Any:
    """Return a list under a merged title, as staff keep them: from row 4 to 8, with a note in row 10."""
    book = Book()
    sheet = book.active
    sheet.title = "Uppdrag"
    sheet["A1"], sheet["A1"].font = "Uppdrag", Font(size=18)
    sheet.merge_cells("A1:C1")
    sheet.append([])
    sheet.append(["Uppdrag", "Status", "Länk"])
    for row in ROWS:
        sheet.append([*row, "här"])
    sheet["A10"] = "Not"
    sheet.merge_cells("A10:C10")
    sheet.row_dimensions[6].height = 45
    sheet.column_dimensions["A"].width = 32
    sheet["A6"].font = Font(bold=True)
    sheet["C5"].hyperlink, sheet["C6"].hyperlink = "https://example.org/2", "https://example.org/3"
    words = book.create_sheet("Listor")
    words["A1"] = "Delvis"
    allowed = DataValidation("list", formula1="Listor!$A$1:$A$4")
    allowed.add("B4:B8")
    sheet.add_data_validation(allowed)
    fill = PatternFill("solid", bgColor="FFE699")
    sheet.conditional_formatting.add("A4:C8", FormulaRule(formula=['$B4="Delvis"'], fill=fill))
    sheet.add_table(Table(displayName="T1", ref="A3:C8"))
    sheet.print_area = "A1:C10"
    return book


def _saved(book: Any) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _without(content: bytes, *rows: int, sheet: str = "Uppdrag") -> bytes:
    book = Workbook(content)
    book.take_out(sheet, rows)
    return book.saved()


def test_the_rows_below_move_up_with_their_heights_fonts_and_links() -> None:
    sheet = load_workbook(BytesIO(_without(_saved(_book()), 5, 7, 8)))["Uppdrag"]
    assert [row[:2] for row in sheet.iter_rows(values_only=True)] == [
        ("Uppdrag", None), (None, None), ("Uppdrag", "Status"), ("Ett", "Delvis"), ("Tre", "Delvis"), (None, None),
        ("Not", None),
    ]  # fmt: skip
    assert (sheet.row_dimensions[5].height, sheet.column_dimensions["A"].width) == (45, 32)
    assert sheet["A5"].font.bold
    assert sheet["C5"].hyperlink.target == "https://example.org/3"


def test_what_refers_to_the_rows_follows() -> None:
    sheet = load_workbook(BytesIO(_without(_saved(_book()), 5, 7, 8)))["Uppdrag"]
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A1:C1", "A7:C7"]
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["B4:B5"]
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["A4:C5"]
    assert (sheet.tables["T1"].ref, sheet.tables["T1"].autoFilter.ref) == ("A3:C5", "A3:C5")
    assert sheet.print_area == "'Uppdrag'!$A$1:$C$7"


def test_other_parts_keep_their_bytes() -> None:
    content = _saved(_book())
    with ZipFile(BytesIO(content)) as old, ZipFile(BytesIO(_without(content, 5))) as new:
        assert old.namelist() == new.namelist()
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/tables/table1.xml"}


def test_the_same_rows_give_the_same_bytes_and_no_rows_the_file_itself() -> None:
    content = _saved(_book())
    assert _without(content, 5) == _without(content, 5)
    assert _without(content) == content


def _formula(book: Any) -> None:
    book["Listor"]["A5"] = "=COUNTA(Uppdrag!A4:A8)"


def _comment(book: Any) -> None:
    book["Uppdrag"]["A6"].comment = Comment("Ring", "stab")


def _list_beside(book: Any) -> None:
    allowed = DataValidation("list", formula1="$F$4:$F$8")
    allowed.add("B4:B8")
    book["Uppdrag"].add_data_validation(allowed)


def _chart_on_another_sheet(book: Any) -> None:
    chart = BarChart()
    chart.add_data(Reference(book["Uppdrag"], min_col=2, min_row=3, max_row=8))
    book["Listor"].add_chart(chart, "C1")


def _name(book: Any) -> None:
    book["Uppdrag"].title = "Stabens 'egna' x"
    book.defined_names["Alla"] = DefinedName("Alla", attr_text="'Stabens ''egna'' x'!$A$4:$A$8")


def _cells_merged_with_the_row_below(book: Any) -> None:
    book["Uppdrag"].merge_cells("A5:A6")


PUT = [_formula, _comment, _list_beside, _chart_on_another_sheet, _name, _cells_merged_with_the_row_below]


@pytest.mark.parametrize("put", PUT)
def test_rows_stay_where_something_else_may_refer_to_them(put: Any) -> None:
    book = _book()
    put(book)
    with pytest.raises(RowsStayError):
        _without(_saved(book), 5, sheet=book.worksheets[0].title)


def test_the_print_area_of_another_sheet_stays() -> None:
    book = _book()
    book.create_sheet("Uppdrag 2023").print_area = "A1:C10"
    assert load_workbook(BytesIO(_without(_saved(book), 5)))["Uppdrag 2023"].print_area == "'Uppdrag 2023'!$A$1:$C$10"


def test_rows_that_a_pivot_table_is_made_of_stay() -> None:
    content = BytesIO(_saved(_book()))
    with ZipFile(content, "a") as package:
        source = '<cacheSource type="worksheet"><worksheetSource ref="A3:C8" sheet="Uppdrag"/></cacheSource>'
        part = f'<pivotCacheDefinition xmlns="urn:x">{source}</pivotCacheDefinition>'
        package.writestr("xl/pivotCache/pivotCacheDefinition1.xml", part)
    with pytest.raises(RowsStayError):
        _without(content.getvalue(), 5)


def test_a_table_keeps_a_row() -> None:
    with pytest.raises(RowsStayError):
        _without(_saved(_book()), 4, 5, 6, 7, 8)


def test_what_is_no_workbook_is_left() -> None:
    with pytest.raises(RowsStayError):
        _without(b"PK", 5)


def test_cells_are_emptied_but_for_formulas_and_keep_their_format() -> None:
    book = _book()
    book["Uppdrag"]["B6"] = '="Del"&"vis"'
    changed = Workbook(_saved(book))
    changed.empty("Uppdrag", ["A6", "B6", "B7"])
    sheet = load_workbook(BytesIO(changed.saved()))["Uppdrag"]
    assert (sheet["A6"].value, sheet["B6"].value, sheet["B7"].value) == (None, '="Del"&"vis"', None)
    assert sheet["A6"].font.bold
