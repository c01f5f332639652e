"""The yardstick: a plain python-pptx script that builds the slides from data it holds in memory.

It reads no YAML or CSV and checks nothing. Run: `python benchmarks/script.py COUNT TARGET.pptx`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from content import HEADERS, KEY, MONTHS, SERIES, TOTAL, ChartSlide, TableSlide, TextSlide, shown, slides
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

TEMPLATE = Path(__file__).parents[1] / "layouts" / "region.pptx"
TABLE_SIZE, CHART_SIZE = Pt(12), Pt(14)
BODY, SUBTITLE, SOURCE = 1, 13, 14


def main(count: int, target: str) -> None:
    """Build and save the deck."""
    presentation = Presentation(str(TEMPLATE))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    for slide in slides(count):
        if isinstance(slide, ChartSlide):
            add_chart(presentation.slides.add_slide(layouts["Diagram"]), slide)
        elif isinstance(slide, TableSlide):
            add_table(presentation.slides.add_slide(layouts["Tabell"]), slide)
        else:
            add_text(presentation.slides.add_slide(layouts["Rubrik och innehåll"]), slide)
    presentation.save(target)


def add_chart(page: Any, slide: ChartSlide) -> None:
    """Add a native column chart with a legend."""
    page.shapes.title.text = slide.title
    page.placeholders[SUBTITLE].text = slide.subtitle
    page.placeholders[SOURCE].text = slide.source
    data = CategoryChartData()  # type: ignore[no-untyped-call] # python-pptx ships no types
    data.categories = MONTHS
    for name, values in zip(SERIES, slide.series, strict=True):
        data.add_series(name, values)  # type: ignore[no-untyped-call] # as above
    chart = page.placeholders[BODY].insert_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, data).chart
    chart.font.size = CHART_SIZE
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.plots[0].gap_width = 40
    chart.value_axis.tick_labels.number_format = "#,##0"
    chart.value_axis.tick_labels.number_format_is_linked = False


def add_table(page: Any, slide: TableSlide) -> None:
    """Add a table: names to the left, numbers to the right, header and total bold."""
    page.shapes.title.text = slide.title
    page.placeholders[SUBTITLE].text = slide.subtitle
    page.placeholders[SOURCE].text = slide.source
    table = page.placeholders[BODY].insert_table(len(slide.rows) + 1, len(HEADERS) + 1).table
    for column, header in enumerate((KEY, *HEADERS)):
        set_cell(table.cell(0, column), header, is_number=column > 0, bold=True)
    for row, (name, values) in enumerate(slide.rows, start=1):
        set_cell(table.cell(row, 0), name, is_number=False, bold=name == TOTAL)
        for column, value in enumerate(values, start=1):
            set_cell(table.cell(row, column), shown(value), is_number=True, bold=name == TOTAL)


def set_cell(cell: Any, text: str, *, is_number: bool, bold: bool) -> None:
    """Write one cell."""
    cell.text = text
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_number else PP_ALIGN.LEFT
    font = paragraph.runs[0].font
    font.size = TABLE_SIZE
    font.bold = bold


def add_text(page: Any, slide: TextSlide) -> None:
    """Add bullets in two levels."""
    page.shapes.title.text = slide.title
    frame = page.placeholders[BODY].text_frame
    for number, (level, text) in enumerate(slide.bullets):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = text
        paragraph.level = level


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
