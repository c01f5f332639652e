"""The workbook behind a chart, as people have saved it in Excel: the data comes in, all else stays bit for bit."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.points import CATEGORIES, VALUES, Points
from deckbuilder.refresh.sheets import Sheet, column_letters, column_number
from deckbuilder.refresh.xml import C
from tests.refresh.charting import BOOK, CHART, Edited, block, deck, merged, said, told

if TYPE_CHECKING:
    from deckbuilder.page import ChartBlock

SHEET = "xl/worksheets/sheet1.xml"
MONTHS = ("maj", "jun", "jul")
BEFORE = block({"Utfall": (10, 20, 30), "Budget": (11, 21, 31)}, MONTHS)
VALUES_NEW = block({"Utfall": (10, 25, 35), "Budget": (11, 22, 33)}, MONTHS)
WINDOW = block({"Utfall": (25, 35, 40), "Budget": (22, 33, 44)}, ("jun", "jul", "aug"))
LONGER = block({"Utfall": (10, 25, 35, 40, 45), "Budget": (11, 22, 33, 44, 55)}, (*MONTHS, "aug", "sep"))
RENAMED = block({"Utfall 2024": (10, 25, 35), "Budget": (11, 22, 33)}, MONTHS)


def dressed(book: Any) -> None:
    """Make a workbook people's own: styles, a table, a name, notes, formulas and a sheet of calculations."""
    sheet = book.worksheets[0]
    sheet["A1"] = "Månad"
    sheet["B3"].font = Font(bold=True)
    sheet["B3"].number_format = "0.00"
    for row, note in enumerate(("Not", "a", "b", "c"), start=1):
        sheet.cell(row, 5, note)
    sheet["F3"] = "=B3-C3"
    sheet["B6"] = "=SUM(B2:B4)"
    sheet["A6"] = "Summa"
    sheet.column_dimensions["A"].width = 33
    sheet.add_table(Table(displayName="Tabell1", ref="A1:C4"))
    book.create_sheet("Eget")["A1"] = "=Data!B2*2"
    book.defined_names["Utfallet"] = DefinedName("Utfallet", attr_text="Data!$B$2:$B$4")


def saved() -> Edited:
    """Return the deck with its workbook saved by people, who have changed nothing in the chart's own data."""
    one = Edited(deck(BEFORE))
    one.workbook(dressed)
    return one


def rebuilt(ours: ChartBlock, one: Edited | None = None) -> tuple[Parts, Any]:
    """Merge, and return the workbook's parts and as openpyxl reads it."""
    done = merged(deck(BEFORE), (one or saved()).content(), deck(ours))
    blob = Parts.of(done.content).blobs[BOOK]
    return Parts.of(blob), load_workbook(BytesIO(blob))


def rows(book: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book["Data"].iter_rows()]


@pytest.mark.parametrize("ours", [VALUES_NEW, WINDOW, LONGER, RENAMED])
def test_all_but_the_sheet_and_its_table_stay_bit_for_bit(ours: ChartBlock) -> None:
    one = saved()
    before = Parts.of(one.parts.blobs[BOOK])
    after, _ = rebuilt(ours, one)
    changed = {name for name in before.blobs if after.blobs.get(name) != before.blobs[name]}
    assert after.blobs.keys() == before.blobs.keys()
    assert changed <= {SHEET, "xl/tables/table1.xml"}


def test_values_come_into_their_cells_and_the_rest_of_the_sheet_stays() -> None:
    _, book = rebuilt(VALUES_NEW)
    assert rows(book) == [
        ["Månad", "Utfall", "Budget", None, "Not", None],
        ["maj", 10, 11, None, "a", None],
        ["jun", 25, 22, None, "b", "=B3-C3"],
        ["jul", 35, 33, None, "c", None],
        [None] * 6,
        ["Summa", "=SUM(B2:B4)", None, None, None, None],
    ]
    assert book["Data"]["B3"].font.bold
    assert book["Data"]["B3"].number_format == "0.00"
    assert book["Data"].column_dimensions["A"].width == 33


def test_a_window_that_moves_on_takes_notes_and_formulas_of_its_rows_along() -> None:
    _, book = rebuilt(WINDOW)
    assert rows(book)[1:4] == [
        ["jun", 25, 22, None, "b", "=B2-C2"],
        ["jul", 35, 33, None, "c", None],
        ["aug", 40, 44, None, None, None],
    ]
    assert book["Data"]["B6"].value == "=SUM(B2:B4)"


def test_new_rows_move_what_stands_below_and_sums_and_tables_grow() -> None:
    _, book = rebuilt(LONGER)
    assert [row[0] for row in rows(book)] == ["Månad", *MONTHS, "aug", "sep", None, "Summa"]
    assert book["Data"]["B8"].value == "=SUM(B2:B6)"
    assert book["Data"].tables["Tabell1"].ref == "A1:C6"


def test_a_heading_that_changes_does_so_in_excels_table_too() -> None:
    _, book = rebuilt(RENAMED)
    assert book["Data"]["B1"].value == "Utfall 2024"
    assert [column.name for column in book["Data"].tables["Tabell1"].tableColumns] == ["Månad", "Utfall 2024", "Budget"]


def test_a_series_that_is_new_stands_to_the_right_of_what_people_have() -> None:
    new = block({"Utfall": (10, 25, 35), "Budget": (11, 22, 33), "Plan": (1, 2, 3)}, MONTHS)
    _, book = rebuilt(new)
    assert [row[6] for row in rows(book)][:4] == ["Plan", 1, 2, 3]
    assert [row[4] for row in rows(book)][:4] == ["Not", "a", "b", "c"]


def test_a_workbook_moved_to_other_cells_by_people_is_found_by_the_charts_references() -> None:
    one = Edited(deck(BEFORE))

    def edit(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.insert_rows(1, 2)
        sheet.insert_cols(1)
        sheet.title = "Mina siffror"
        sheet["B1"] = "Rubrik"

    one.workbook(edit)
    for series, letter in (("Utfall", "C"), ("Budget", "D")):
        points = Points(one.series(series))
        points.refer(("tx",), f"'Mina siffror'!${letter}$3")
        points.refer(VALUES, f"'Mina siffror'!${letter}$4:${letter}$6")
        points.refer(CATEGORIES, "'Mina siffror'!$B$4:$B$6")
    done = merged(deck(BEFORE), one.content(), deck(LONGER))
    book = load_workbook(BytesIO(Parts.of(done.content).blobs[BOOK]))
    assert [[cell.value for cell in row] for row in book["Mina siffror"].iter_rows(min_row=7)] == [
        [None, "aug", 40, 44], [None, "sep", 45, 55],
    ]  # fmt: skip
    assert book["Mina siffror"]["B1"].value == "Rubrik"


def test_data_that_people_have_laid_out_in_another_way_is_left_alone_and_told() -> None:
    one = saved()
    Points(one.series("Budget")).refer(VALUES, "Data!$C$2,Data!$C$4:$C$5")
    content = one.content()
    done = merged_only(content, VALUES_NEW)
    assert said(done.content) == said(content)
    assert told(done) == [
        ("unclear", "diagrammets data är upplagd på ett annat sätt i arbetsboken, och inte uppdaterad")
    ]


def merged_only(theirs: bytes, ours: ChartBlock) -> Any:
    return merge(deck(BEFORE), theirs, deck(ours))


def test_a_chart_that_people_have_linked_to_a_file_of_theirs_is_left_alone_and_told() -> None:
    one = Edited(deck(BEFORE))
    relations = "ppt/charts/_rels/chart1.xml.rels"
    relation = one.parts.tree(relations)[0]
    relation.set("Target", "file:///C:/siffror.xlsx")
    relation.set("TargetMode", "External")
    one.parts.touch(relations)
    content = one.content()
    done = merged_only(content, VALUES_NEW)
    assert Parts.of(done.content).blobs[CHART] == Parts.of(content).blobs[CHART]
    assert [event.kind for event in done.events if event.block == "chart"] == ["unclear"]


def test_a_chart_without_its_workbook_gets_the_datas() -> None:
    one = Edited(deck(BEFORE))
    root = one.chart
    root.remove(root.find(f"{{{C}}}externalData"))
    one.parts.drop("ppt/charts/_rels/chart1.xml.rels")
    one.parts.drop(BOOK)
    done = merged(deck(BEFORE), one.content(), deck(VALUES_NEW))
    parts = Parts.of(done.content)
    (book,) = parts.related(CHART, "package")
    assert parts.blobs[book] == Parts.of(deck(VALUES_NEW)).blobs[BOOK]
    (relation,) = [one for one in parts.relations(CHART) if one.kind == "package"]
    assert parts.tree(CHART).find(f"{{{C}}}externalData").values() == [relation.id]


def test_the_numbers_of_a_series_that_people_have_taken_out_of_the_chart_follow_in_the_workbook() -> None:
    one = saved()
    series = one.series("Budget")
    series.getparent().remove(series)
    _, book = rebuilt(VALUES_NEW, one)
    assert [row[2] for row in rows(book)][:4] == ["Budget", 11, 22, 33]


# A sheet alone


def sheet(*cells: str, shared: tuple[str, ...] = ()) -> Sheet:
    """Return a sheet of cells in XML, in a workbook with shared strings."""
    one = Edited(deck(BEFORE))
    book = Parts.of(one.parts.blobs[BOOK])
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book.put(SHEET, f'<worksheet xmlns="{space}"><sheetData>{"".join(cells)}</sheetData></worksheet>'.encode())
    if shared:
        items = "".join(f"<si><r><t>{text[:1]}</t></r><r><t>{text[1:]}</t></r></si>" for text in shared)
        name = book.add("xl/sharedStrings{}.xml", "application/xml", f'<sst xmlns="{space}">{items}</sst>'.encode())
        kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        book.relate("xl/workbook.xml", f"{kinds}/sharedStrings", name)
    return Sheet(book, "Data")


def test_texts_are_read_however_they_are_kept() -> None:
    row = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Två</t></is></c>'
        '<c r="C1" t="str"><f>"Tr"&amp;"e"</f><v>Tre</v></c><c r="D1"><v>4.0</v></c></row>'
    )
    assert sheet(row, shared=("Ett",)).texts() == {"A1": "Ett", "B1": "Två", "C1": "Tre", "D1": "4"}


def test_a_cell_is_made_where_it_belongs() -> None:
    one = sheet('<row r="2"><c r="A2"><v>1</v></c><c r="AA2"><v>3</v></c></row><row r="9"/>')
    one.write("B2", "2")
    one.write("A5", " ord")
    assert [cell.get("r") for cell in one.root.iter("{*}c")] == ["A2", "B2", "AA2", "A5"]
    assert [row.get("r") for row in one.root.iter("{*}row")] == ["2", "5", "9"]
    assert one.text("A5") == " ord"


def test_a_text_that_looks_like_a_number_stays_a_text() -> None:
    one = sheet()
    one.write("A1", "2024", is_text=True)
    assert one.root.find(".//{*}c").get("t") == "inlineStr"


def test_a_formula_that_several_cells_share_becomes_values_when_one_is_written_over() -> None:
    one = sheet(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>2</v></c>'
        '<c r="B1"><f t="shared" si="0"/><v>4</v></c><c r="C1"><f>1+1</f><v>2</v></c></row>'
    )
    one.write("A1", "7")
    assert one.texts() == {"A1": "7", "B1": "4", "C1": "2"}
    assert [formula.text for formula in one.root.iter("{*}f")] == ["1+1"]


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("XFD", 16384)])
def test_columns_have_letters_and_numbers(letters: str, number: int) -> None:
    assert (column_number(letters), column_letters(number)) == (number, letters)


def test_nothing_is_written_anew_when_nothing_changes() -> None:
    one = sheet('<row r="1" spans="1:1"><c r="A1" s="3"><v>1.50</v></c></row>')
    before = etree.tostring(one.root)
    one.write("A1", "1.5")
    one.relay(1, 1, [1])
    one.finish()
    assert etree.tostring(one.root) == before
