"""The workbooks that people keep by hand, as they stood in June 2024: July's with the cells that were others.

``input/make_2024_06.py`` writes them with the exports; ``input/2024-06/README.md`` tells that all of it is EXAMPLE
data, but what the report for July says of June.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from input.sample import Cell, Files

_Cells = tuple[tuple[str, str, str, "Cell"], ...]

# Sheet, row, column and what stood there in June.
CELLS: dict[str, _Cells] = {
    "investeringar.xlsx": (
        ("Uppföljning", "Fastighet", "Utfall ack", 322_982),
        ("Uppföljning", "Fastighet", "Prognos helår", 698_946),
        ("Uppföljning", "MT", "Utfall ack", 50_351),
        ("Uppföljning", "MT", "Prognos helår", 171_204),
        ("Uppföljning", "IT", "Utfall ack", 19_387),
        ("Uppföljning", "Hjälpmedel", "Utfall ack", 16_889),
        ("Uppföljning", "Verksamhetservice", "Utfall ack", 182),
        ("Uppföljning", "Regional utveckling", "Utfall ack", 561),
        ("Uppföljning", "Totalt", "Utfall ack", 410_352),
        ("Uppföljning", "Totalt", "Prognos helår", 977_415),
    ),
    "pensionsportfolj.xlsx": (
        ("Allokering", "Aktier", "Portföljen", 0.649),
        ("Allokering", "-svenska aktier", "Portföljen", 0.307),
        ("Allokering", "-utländska aktier", "Portföljen", 0.342),
        ("Allokering", "Räntor", "Portföljen", 0.351),
        ("Avkastning", "Juni", "Portföljen", 0.008),
        ("Avkastning", "Juni", "Jämförelseindex", 0.011),
        ("Avkastning", "YTD", "Portföljen", 0.086),
        ("Avkastning", "YTD", "Jämförelseindex", 0.104),
        ("Avkastning", "12 mån", "Portföljen", 0.117),
        ("Avkastning", "12 mån", "Jämförelseindex", 0.144),
        ("Avkastning", "sen start 1/12 2023", "Portföljen", 0.117),
        ("Avkastning", "sen start 1/12 2023", "Jämförelseindex", 0.144),
    ),
    "nyckeltal.xlsx": (
        ("Nyckeltal", "Sammanträde", "Värde", "2024-08-13"),
        ("Nyckeltal", "Likviditet lägst", "Värde", 250),
        ("Nyckeltal", "Likviditet högst", "Värde", 350),
        ("Nyckeltal", "Marknadsvärde pensionsportfölj", "Värde", 6071),
        ("Nyckeltal", "Avkastning pensionsportfölj juni", "Värde", 0.8),
        ("Nyckeltal", "Avkastning pensionsportfölj ack", "Värde", 8.6),
        ("Nyckeltal", "Avkastning pensionsportfölj ack Mkr", "Värde", 480),
        ("Nyckeltal", "Underskott kollektivtrafik prognos", "Värde", 14),
        ("Nyckeltal", "Sjukfrånvaro Regionstyrelsen kvinnor", "Värde", 5.9),
    ),
    "minskad_administration.xlsx": (("Måluppfyllelse", "Regionstyrelsens förvaltning", "Uppnått", 1.06),),
    "utvecklingsportfolj.xlsx": (
        ("Initiativ", "Digitala kallelser", "Tid", "Ej enligt plan →"),
        ("Initiativ", "Införande LifecareSP", "Resurser", "Enligt plan →"),
    ),
    "fastighetsportfolj.xlsx": (("Projekt", "Ske by135 Ny reservkraft Partnering", "Tid", "Grön"),),
    "uppdrag.xlsx": (
        ("Uppdrag", "Mindre hyrpersonal", "Läge", "Avropen är färre, men kostnaden har ökat."),
        ("Uppdrag", "Bättre tillgänglighet vid valda enheter", "Status", "Delvis ↘"),
        ("Uppdrag", "Bättre tillgänglighet vid valda enheter", "Läge", "Går långsamt under konflikten."),
    ),
    "risker.xlsx": (("Risker", "Leverantören levererar senare än avtalat", "Sannolikhet", 3),),
    # June and July together cost 13,8 Mkr, as the report for July says: half of it is July's.
    "fvis.xlsx": (
        ("Ekonomi", "Regionförvaltningen", "Utfall ack", 51_900),
        ("Ekonomi", "Regionförvaltningen", "Utfall mot budget", 1_900),
        ("Ekonomi", "Hälso- och sjukvårdsförvaltningen", "Utfall ack", 18_136),
        ("Ekonomi", "Hälso- och sjukvårdsförvaltningen", "Utfall mot budget", -6_864),
        ("Ekonomi", "Omprioriterade linjeresurser", "Utfall ack", 1_996),
        ("Ekonomi", "Omprioriterade linjeresurser", "Utfall mot budget", 1_996),
    ),
    "verksamhetsplan.xlsx": (
        ("Plan", "Civil beredskap", "Månadens aktivitet", "Plan till 2027 tas fram. Grundutbildningen pågår"),
        ("Plan", "Civil beredskap", "Status", "Delvis →"),
        ("Plan", "Samverkan", "Månadens aktivitet", "Formerna för beredningen utreds"),
        ("Plan", "Samverkan", "Status", "Ej enligt plan →"),
    ),
    "objekteffekter.xlsx": (
        ("Effekter", "Tillgänglig och nära vård", "Antal objekt", 29),
        ("Effekter", "Hållbar ekonomi", "Antal objekt", 13),
    ),
}

# Rows that are new in July.
NEW = {
    "uppdrag.xlsx": ("Uppdrag", ("Stärkt ledning och styrning",)),
    "nyckeltal.xlsx": (
        "Nyckeltal",
        (
            "FVIS utfall juni och juli",
            "FVIS prognos juni och juli",
            "FVIS timmar juni och juli",
            "FVIS timmar prognos",
        ),
    ),
}


def write(files: Files, july: Path) -> None:
    """Write the workbooks of a month's folder with June's cells; raise LookupError for a cell that is not there."""
    for name, cells in CELLS.items():
        book = load_workbook(july / name)
        _in_june(book)
        if name in NEW:
            _remove(book, *NEW[name])
        for sheet, row, column, value in cells:
            _set(book[sheet], row, column, value)
        files.save(book, name)
    book = load_workbook(july / "upphandling.xlsx")
    _month_before(book["Per månad"], book["Läget"])
    files.save(book, "upphandling.xlsx")


def _in_june(book: Workbook) -> None:
    """Turn the words of July in titles, headings and names; sums of two months are not named so."""
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str) and "juni och juli" not in cell.value:
                cell.value = cell.value.replace("juli", "juni").replace("Juli", "Juni")


def _set(sheet: Worksheet, row: str, column: str, value: Cell) -> None:
    place = next(cells for cells in sheet.iter_rows() if _text(cells[0].value) == row)
    header = next(cells for cells in sheet.iter_rows() if column in (cell.value for cell in cells))
    number = [cell.value for cell in header].index(column)
    place[number].value = value


def _remove(book: Workbook, sheet: str, labels: Iterable[str]) -> None:
    for label in labels:
        row = next(cells[0].row for cells in book[sheet].iter_rows() if _text(cells[0].value) == label)
        book[sheet].delete_rows(row)


def _text(value: object) -> str:
    return str(value or "").strip()


def _month_before(months: Worksheet, latest: Worksheet) -> None:
    """Take away the last month, and state the two before it as the last one and now."""
    months.delete_rows(months.max_row)
    header, *rows = list(months.iter_rows(min_row=2, values_only=True))
    values: Mapping[object, tuple[object, object]] = {
        measure: (rows[-2][place], rows[-1][place]) for place, measure in enumerate(header)
    }
    for row in latest.iter_rows(min_row=2):
        row[1].value, row[2].value = values[row[0].value]
