from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from deckbuilder.compose.charts import axis_labels, common_unit, line_block, series
from deckbuilder.errors import SpecError
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.value import Suppressed, Unit, Value

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book

MONEY, SHARE = Column("a", "Utfall", Unit.TKR), Column("b", "Andel", Unit.PERCENT)


def _table(column: Column, *figures: Figure) -> FigureTable:
    rows = tuple(Row(f"r{n}", f"R{n}") for n in range(len(figures)))
    return FigureTable("t", rows, (column,), {(row.key, column.key): f for row, f in zip(rows, figures, strict=True)})


def _values(*values: Value) -> tuple[Decimal | None, ...]:
    table = _table(MONEY, *(Figure("f", value, Unit.TKR) for value in values))
    return series(table, [(MONEY, "actual")], table.rows, Unit.MKR)[0].values


def test_a_gap_is_a_gap_and_a_zero_a_zero() -> None:
    assert _values(Decimal(1500), None, Suppressed("<5"), Decimal(0)) == (Decimal("1.5"), None, None, Decimal(0))


def test_a_column_without_numbers_is_refused() -> None:
    with pytest.raises(SpecError) as caught:
        _values(None, "text")
    remedy = "Fyll i dem i underlaget, eller välj en kolumn med tal."
    assert str(caught.value) == f"Kolumnen 'Utfall' har inga tal att visa. {remedy}"


def test_rows_in_units_of_different_kinds_make_no_series() -> None:
    """Key figures, where each row has its own unit."""
    table = _table(MONEY, Figure("f", Decimal(1), Unit.TKR), Figure("f", Decimal(5), Unit.PERCENT))
    with pytest.raises(SpecError) as caught:
        series(table, [(MONEY, "actual")], table.rows, Unit.TKR)
    assert (
        str(caught.value)
        == "Raderna i 'Utfall' har olika enheter: tkr och procent. Välj rader med samma enhet i 'rows'."
    )


def test_series_have_one_unit() -> None:
    assert common_unit([MONEY], Unit.MKR) is Unit.MKR
    assert common_unit([MONEY], None) is Unit.TKR
    assert common_unit([SHARE], Unit.MKR) is Unit.PERCENT
    with pytest.raises(SpecError) as caught:
        common_unit([MONEY, SHARE], Unit.MKR)
    assert str(caught.value) == (
        "Serierna har olika enheter: Andel (procent) och Utfall (tkr). Välj serier med samma enhet i 'columns'."
    )


def test_months_have_their_year_at_the_ends_and_in_january() -> None:
    months = [Row(code, code) for code in ("2023-11", "2023-12", "2024-01", "2024-02", "2024-03")]
    assert axis_labels(months) == ("nov\n2023", "dec", "jan\n2024", "feb", "mar\n2024")


def test_months_are_found_in_the_labels_that_a_file_gives_its_rows() -> None:
    rows = [Row("2022_07", "2022-07"), Row("2022_08", "2022-08")]
    assert axis_labels(rows) == ("jul\n2022", "aug\n2022")


@pytest.mark.parametrize("keys", [["2022", "2023"], ["a", "2024-07"], []])
def test_other_rows_have_their_labels(keys: list[str]) -> None:
    assert axis_labels([Row(key, key.upper()) for key in keys]) == tuple(key.upper() for key in keys)


def test_a_line_chart_tells_the_latest_and_the_first_value(july: Book) -> None:
    block = line_block(july.table("vantande.andel"), "Inom vårdgarantin", "%")
    assert block.alt.startswith("Linjediagram: Inom vårdgarantin, %. Förstabesök jul 2024: 59,5 (jul 2023: ")
    assert (block.decimals, block.labels, len(block.categories)) == (1, "last", 13)
