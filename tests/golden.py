"""Reads a saved deck as its audience would: by slide id, table text and chart values."""

from __future__ import annotations

import csv
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.workspace import Workspace

FACTS = Path(__file__).parent / "facts" / "2024-07"
_CHART = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
}
_REFERENCES = (("c", "strRef"), ("c", "numRef"), ("c15", "datalabelsRange"))


def facts(name: str) -> list[list[str]]:
    """Return a published table's rows without its header, as text."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def plain(text: str) -> str:
    """Return a shown number as the facts write it: hyphen for minus, no spaces in numbers."""
    return text.replace("\u2212", "-").replace("\u00a0", "")


def slides_by_id(deck: Path) -> dict[str, Any]:
    """Return the slides of a saved deck by their tag."""
    found = {}
    for slide in Presentation(str(deck)).slides:
        tags = next(rel.target_part for rel in slide.part.rels.values() if rel.reltype.endswith("/tags"))
        tag = etree.fromstring(tags.blob)[0]
        found[tag.get("val")] = slide
    return found


def slides_of(workspace: Workspace, report: str, period: str) -> dict[str, Any]:
    """Build a report, which must not give a warning, and return its slides by id."""
    result = workspace.build(period, "--report", report)
    assert result.exit_code == 0, result.output
    assert ", 0 varningar, " in result.output, result.output
    return slides_by_id(workspace.root / "output" / f"{report}-{period}.pptx")


def table_rows(slide: Any) -> list[list[str]]:
    """Return the text of every cell of a slide's table."""
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def body_rows(slide: Any, headers: int) -> list[list[str]]:
    """Return a table's rows below its header rows, numbers as the facts write them, labels left out."""
    return [[plain(text) for text in row[1:]] for row in table_rows(slide)[headers:]]


def paragraphs(slide: Any) -> list[str]:
    """Return all texts of a slide in their order, those in drawings too; shapes without words give none."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    texts = ("".join(run.text or "" for run in one.iter(f"{drawing}t")) for one in slide._element.iter(f"{drawing}p"))
    return [plain(text) for text in texts if text]


def charts(slide: Any) -> Iterator[Any]:
    """Yield the charts of a slide."""
    return (shape.chart for shape in slide.shapes if shape.has_chart)


def cached(chart: Any) -> dict[str, list[str]]:
    """Return what the chart itself holds, by cell reference: series names, categories, values and label texts."""
    found = {}
    for reference in chart._chartSpace.iter(*(f"{{{_CHART[name]}}}{tag}" for name, tag in _REFERENCES)):
        points = {
            int(p.get("idx")): p.findtext("c:v", namespaces=_CHART) for p in reference.iterfind(".//c:pt", _CHART)
        }
        count = int(reference.find(".//c:ptCount", _CHART).get("val"))
        cells = reference.findtext("c:f", namespaces=_CHART) or reference.findtext("c15:f", namespaces=_CHART)
        found[cells] = [points.get(n, "") for n in range(count)]
    return found


def disagreements(chart: Any) -> list[str]:
    """Return the references of a chart whose cells, in its workbook, do not hold what the chart shows."""
    book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob), data_only=True)
    return [reference for reference, points in cached(chart).items() if in_workbook(book, reference) != points]


def in_workbook(book: Any, reference: str) -> list[str]:
    """Return what the cells of a chart's reference hold in its embedded workbook."""
    sheet, cells = reference.split("!")
    area = book[sheet.strip("'")][cells.replace("$", "")]
    rows = area if isinstance(area, tuple) else ((area,),)
    return ["" if cell.value is None else _as_text(cell.value) for row in rows for cell in row]


def _as_text(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, int | float) else str(value)
