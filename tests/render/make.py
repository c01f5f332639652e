"""The sample layout opened, and small blocks to render."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from pptx import Presentation

from deckbuilder.compose.waterfall import Waterfall
from deckbuilder.compose.waterfall import block as waterfall_block
from deckbuilder.page import (
    ChartBlock,
    DrawingBlock,
    Paragraph,
    Run,
    Series,
    Shape,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextBlock,
)
from deckbuilder.render.layout import Layout, open_layout
from deckbuilder.spec.document import read_document
from deckbuilder.spec.layout import read_layout
from deckbuilder.value import Level
from tests.workspace import REPO

if TYPE_CHECKING:
    from deckbuilder.page import ChartKind


def fresh_layout() -> Layout:
    """Open the sample layout; a deck is written into it, so a test that writes one needs its own."""
    document = read_document(REPO / "layouts" / "region.yaml", "layouts/region.yaml")
    return open_layout(read_layout(document), document, REPO / "layouts")


def layout_of(deck: bytes) -> Layout:
    """Return the sample layout with a saved deck as its template."""
    own = fresh_layout()
    template = Presentation(BytesIO(deck))
    parts = {found.name: found.part for found in template.slide_layouts}
    roles = {role: replace(found, part=parts[found.name]) for role, found in own.roles.items()}
    return replace(own, presentation=template, roles=roles)


@cache
def layout() -> Layout:
    """Return the sample layout, to read from only."""
    return fresh_layout()


def chart(kind: ChartKind = "column", **options: object) -> ChartBlock:
    """Return a chart of two areas, with outcome and budget."""
    series = (
        Series("Utfall", (Decimal("1.5"), Decimal(-2))),
        Series("Budget", (Decimal(1), None), "budget"),
    )
    values = {"categories": ("Öst", "Väst & norr"), "series": series, "alt": "Två områden.", **options}
    return ChartBlock("chart", "chart", kind, **values)  # type: ignore[arg-type]


def combo() -> ChartBlock:
    """Return columns, and a line in another unit on the axis to the right."""
    line = Series("Andel", (Decimal("5.5"), Decimal("6.5")), "third", mark="line", second=True, labels="last")
    bars = Series("Utfall", (Decimal(900), Decimal(985)))
    return chart(series=(bars, line), labels="last", second_decimals=1, second_unit="Procent")


def waterfall() -> ChartBlock:
    """Return a waterfall over zero, whose labels stand in cells of the workbook."""
    steps = (("Löner", Decimal(-180)), ("Hyror", Decimal("100.5")))
    fall = Waterfall(("Plan", Decimal(70)), steps, ("Utfall", Decimal("-9.5")), "higher", 0)
    return replace(waterfall_block(fall, "budget"), alt="Från 70 till \u221210.")


def table(rows: int = 2, words: str = "Rad") -> TableBlock:
    """Return a table of a label and two number columns under one spanning header, with a total."""
    columns = (
        TableColumn("Enhet", "left"),
        TableColumn("Utfall", group="Juli"),
        TableColumn("Avvikelse", group="Juli"),
    )
    body = [
        TableRow((TableCell(f"{words} {number}"), TableCell("1\u00a0000"), TableCell("\u22125", "bad")))
        for number in range(1, rows + 1)
    ]
    total = TableRow((TableCell("Summa"), TableCell("2\u00a0000"), TableCell("7", "good")), "total")
    return TableBlock("table", "table", columns, (*body, total), "Två rader och en summa.")


def drawing() -> DrawingBlock:
    """Return a drawing with one of each way to draw: a box with text, a part of a ring, a line, a small line."""
    words = (Paragraph((Run("Ett & två", bold=True),), bullet=False), Paragraph((Run("Punkt"),)))
    shapes = (
        Shape("ruta", "rounded", 0, 0, 300, 200, text=words, fill="actual 20", outline="rule", step="head"),
        Shape("ring", "arc", 350, 0, 200, 200, fill="good", angles=(0, 90)),
        Shape("pil", "line", 600, 200, -40, -100, outline="muted", dashed=True, arrowhead=True),
        Shape("kurva", "spark", 650, 0, 200, 100, outline="actual", values=(Decimal(1), None, Decimal(2), Decimal(3))),
    )
    return DrawingBlock("figur", "content", shapes, "En ruta, en ring och två linjer.")


def rich_table() -> TableBlock:
    """Return a table with a group of rows, filled cells, small lines, a status without a word and a row brought out."""
    columns = (TableColumn("Enhet", "left"), TableColumn("Utfall"), TableColumn("Status", "center"))
    line = TableCell("", spark=(Decimal(1), None, Decimal(3), Decimal(2)))
    rows = (
        TableRow((TableCell("Nord"), TableCell(""), TableCell(""), TableCell("")), "group"),
        TableRow((TableCell("A"), TableCell("5", fill="bad 40"), TableCell("", level=Level.PARTLY), line), indent=True),
        TableRow((TableCell("B"), TableCell("–", "muted"), TableCell(""), line), indent=True, strong=True),
        TableRow((TableCell("Summa Nord"), TableCell("5"), TableCell(""), TableCell("")), "subtotal"),
    )
    return TableBlock("table", "table", (*columns, TableColumn("Trend", "left")), rows, "En grupp och en summa.")


def bullets(*texts: str, place: str = "body") -> TextBlock:
    """Return bullets; a text that starts with `>` is on the second level."""
    paragraphs = tuple(Paragraph((Run(t.removeprefix(">")),), level=int(t.startswith(">"))) for t in texts)
    return TextBlock("body", place, paragraphs)
