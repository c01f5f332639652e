from __future__ import annotations

from decimal import Decimal

from deckbuilder.compose.words import chart_alt, subtitle, table_alt
from deckbuilder.page import ChartBlock, Series, TableBlock, TableCell, TableColumn, TableRow

HEADER = (TableColumn("Enhet"), TableColumn("Utfall", group="Ack"), TableColumn("Budget", group="Ack"))


def _row(*texts: str, total: bool = False) -> TableRow:
    return TableRow(tuple(TableCell(text) for text in texts), "total" if total else "row")


def _chart(*values: str | None, highlight: int | None = None) -> ChartBlock:
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    names = tuple("ABCD"[: len(values)])
    return ChartBlock("c", "chart", "bar", names, (Series("Utfall", numbers),), "", 1, highlight=highlight)


def test_a_table_is_told_by_its_size_and_its_total() -> None:
    block = TableBlock("t", "table", HEADER, (_row("A", "1", "2"), _row("Totalt", "3", "4", total=True)), "")
    assert table_alt("Resultat", block) == (
        "Tabell: Resultat. 2 rader med ack utfall och ack budget. Totalt: ack utfall 3 och ack budget 4."
    )


def test_a_single_row_is_in_the_singular() -> None:
    block = TableBlock("t", "table", HEADER, (_row("A", "1", "2"),), "")
    assert (
        table_alt("Resultat", block)
        == "Tabell: Resultat. 1 rad med ack utfall och ack budget. A: ack utfall 1 och ack budget 2."
    )


def test_a_chart_is_told_by_its_extremes() -> None:
    assert chart_alt("Kostnad", _chart("2", None, "-1.25", "5")) == (
        "Liggande stapeldiagram: Kostnad. Utfall: lägst C \u22121,3, högst D 5,0."
    )


def test_what_is_brought_out_is_told() -> None:
    assert chart_alt("Kostnad", _chart("2", "1", highlight=0)).endswith("lägst B 1,0, högst A 2,0. A: 2,0.")


def test_a_chart_without_values_says_so() -> None:
    assert chart_alt("Kostnad", _chart(None, None)) == "Liggande stapeldiagram: Kostnad. Utfall: inga värden."


def test_a_target_is_told() -> None:
    block = ChartBlock(
        "c", "chart", "line", ("A",), (Series("U", (Decimal(1),)),), "", target=Decimal(4), target_label="Mål 4"
    )
    assert chart_alt("T", block) == "Linjediagram: T. U A: 1. Mål: 4."


def test_a_subtitle_is_unit_and_period() -> None:
    assert (subtitle("antal", "juli 2024"), subtitle("", "juli 2024")) == ("Antal, juli 2024", "juli 2024")
