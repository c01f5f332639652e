from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.value import Suppressed, Unit

if TYPE_CHECKING:
    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import FigureTable
    from tests.conftest import MakeBook

CONFIG = """
sources:
  data: {file: data.csv, header: Månad}
figures:
  v:
    kind: waiting_list
    source: data
    month: Månad
    form: Form
    group: Grupp
    within: [Kort]
    over_90: [Lång, Längst]
    over_365: [Längst]
    guarantee_excludes: [Bup]
    months: 2
"""
HEADER = "Månad;Form;Grupp;Kort;Lång;Längst\n"
JUNE = "2024-06;Besök;Läkare;60;30;10\n2024-06;Besök;Bup;10;0;0\n"
JULY = "2024-07;Besök;Läkare;80;15;5\n2024-07;Besök;Bup;0;10;0\n"


def _table(make_book: MakeBook, rows: str, config: str = CONFIG) -> FigureTable:
    return make_book(config, data=HEADER + rows).table("v")


def _fault(make_book: MakeBook, rows: str, config: str = CONFIG) -> str:
    with pytest.raises(ContentError) as caught:
        _table(make_book, rows, config)
    return str(caught.value)


def _shown(table: FigureTable, row: str) -> list[str]:
    return [table.figure(row, column.key).shown(sign=column.signed) for column in table.columns]


def _values(table: FigureTable, row: str) -> list[object]:
    return [figure.value for figure in table.row(row)]


@pytest.mark.parametrize(
    ("form", "published"),
    [
        (
            "forstabesok",
            {
                "vantande": "14 972",
                "vantande_forandring": "+833",
                "over_90_forandring": "+1 465",
                "over_365_forandring": "−5",
                "andel": "59,5",
                "andel_forandring": "−8,2",
            },
        ),
        (
            "atgard",
            {
                "vantande": "9 970",
                "vantande_forandring": "+220",
                "over_90_forandring": "+842",
                "over_365_forandring": "+76",
                "andel": "33,5",
                "andel_forandring": "−7,1",
            },
        ),
    ],
)
def test_waiting_in_july_2024_is_as_published(july: Book, form: str, published: dict[str, str]) -> None:
    table = july.table("vantande")
    shown = dict(zip((column.key for column in table.columns), _shown(table, form), strict=True))
    assert {key: shown[key].replace("\u00a0", " ") for key in published} == published


def test_more_waiting_is_bad_and_more_within_the_guarantee_good(july: Book) -> None:
    table = july.table("vantande")
    assert table.figure("forstabesok", "over_365_forandring").verdict == "good"
    assert table.figure("atgard", "over_365_forandring").verdict == "bad"
    assert table.figure("atgard", "andel_forandring").verdict == "bad"


def test_the_histories_have_thirteen_months_and_end_in_the_tables_figures(july: Book) -> None:
    table, history = july.table("vantande"), july.table("vantande.over_90")
    assert [history.rows[0].key, len(history.rows), history.rows[-1].key] == ["2023-07", 13, "2024-07"]
    assert history.figure("2024-07", "atgard").value == table.figure("atgard", "over_90").value
    assert july.table("vantande.andel").figure("2024-07", "atgard").value == table.figure("atgard", "andel").value


def test_counts_are_of_all_groups_and_the_share_without_those_outside_the_guarantee(make_book: MakeBook) -> None:
    table = _table(make_book, JUNE + JULY)
    assert _values(table, "besok") == [110, 0, 30, -10, 5, -5, 80, 20]
    assert _values(table, "besok_lakare") == [100, 0, 20, -20, 5, -5, None, None]
    assert [row.kind for row in table.rows] == ["subtotal", "row", "row"]


def test_a_count_knows_its_calculation_and_cells(make_book: MakeBook) -> None:
    figure = _table(make_book, JUNE + JULY).figure("besok", "over_90")
    assert figure.calculation == "summan av Lång och Längst 2024-07"
    assert [cell.a1 for cell in figure.cells] == ["E4", "F4", "E5", "F5"]


def test_the_share_is_in_per_cent_and_its_change_in_points(make_book: MakeBook) -> None:
    table = _table(make_book, JUNE + JULY)
    units = [table.figure("besok", key).unit for key in ("vantande", "andel", "andel_forandring")]
    assert units == [Unit.COUNT, Unit.PERCENT, Unit.POINTS]


def test_without_the_month_before_every_change_is_missing(make_book: MakeBook) -> None:
    assert _values(_table(make_book, JULY), "besok") == [110, None, 30, None, 5, None, 80, None]


@pytest.mark.parametrize(
    ("rows", "month", "group"),
    [("2024-07;Besök;Ny;7;0;0\n", "2024-06", "Ny"), ("2024-06;Besök;Borta;0;40;0\n", "2024-07", "Borta")],
)
def test_a_group_that_a_month_lacks_is_refused_as_the_sum_would_be_too_low(
    make_book: MakeBook, rows: str, month: str, group: str
) -> None:
    assert _fault(make_book, JUNE + JULY + rows) == (
        f"input/2024-07/data.csv: Månaden {month} saknar raden Besök, {group}. Lägg till den, med 0 om ingen väntar."
    )


@pytest.mark.parametrize(("cell", "value"), [("", None), ("<5", Suppressed("..")), ("0", Decimal(105))])
def test_a_missing_a_withheld_and_a_zero_count_make_three_different_totals(
    make_book: MakeBook, cell: str, value: object
) -> None:
    rows = JUNE + JULY.replace(";80;15;5", f";80;15;{cell}")
    assert _table(make_book, rows).figure("besok", "vantande").value == value


def test_a_row_that_stands_twice_is_told_with_both_lines(make_book: MakeBook) -> None:
    assert _fault(make_book, JUNE + JULY + "2024-07;Besök;Bup;1;1;1\n") == (
        "input/2024-07/data.csv:6: Besök, Bup finns redan för månaden på rad 5. Ta bort den ena."
    )


def test_forms_that_differ_in_capitals_only_are_refused(make_book: MakeBook) -> None:
    """Both would get the figures of the last."""
    both = "2024-06;besök;Övriga;1;1;1\n2024-07;besök;Övriga;1;1;1\n"
    assert _fault(make_book, JUNE + JULY + both).endswith(
        ": Raderna 'Besök' och 'besök' går inte att skilja åt. Ge dem olika namn."
    )


def test_a_misspelt_group_outside_the_guarantee_is_told(make_book: MakeBook) -> None:
    """Else the published share would silently be another."""
    assert _fault(make_book, JUNE + JULY, CONFIG.replace("[Bup]", "[Bupp]")) == (
        "config/sources.yaml:14:26: Gruppen 'Bupp' finns inte i filen. Menade du 'Bup'? Grupper som "
        "finns: Läkare och Bup."
    )


def test_a_month_that_is_not_there_yet_is_told_with_the_span(make_book: MakeBook) -> None:
    assert _fault(make_book, JUNE) == (
        "input/2024-07/data.csv: Månaden 2024-07 saknas. Filen har 2024-06 till 2024-06. "
        "Hämta en ny export, eller ändra 'lag' för siffrorna (så många månader släpar statistiken)."
    )


def test_all_cells_that_are_no_numbers_are_told_at_once(make_book: MakeBook) -> None:
    fault = _fault(make_book, JUNE.replace(";60;", ";x;") + JULY.replace(";80;", ";y;"))
    assert [line.partition(" är ")[0] for line in fault.splitlines()] == [
        "input/2024-07/data.csv:2: 'x' i kolumnen 'Kort'",
        "input/2024-07/data.csv:4: 'y' i kolumnen 'Kort'",
    ]


@pytest.mark.parametrize("over", ["[0-30 dagar, Över 90]", "[Över 90, Över 90]"])
def test_a_span_that_is_counted_twice_is_refused(make_book: MakeBook, over: str) -> None:
    config = re.sub(r"within: \[[^]]*\]", "within: [0-30 dagar]", CONFIG)
    config = re.sub(r"over_90: \[[^]]*\]", f"over_90: {over}", config)
    assert "räknas två gånger. Ta bort den ena ur 'within' eller 'over_90'." in _fault(make_book, JUNE + JULY, config)


def test_a_group_that_is_a_total_would_count_everyone_twice(make_book: MakeBook) -> None:
    both = "2024-06;Besök;Totalt;1;1;1\n2024-07;Besök;Totalt;1;1;1\n"
    assert "'Totalt' ser ut att vara en summa och skulle räknas två gånger. Ta bort raden ur filen." in (
        _fault(make_book, JUNE + JULY + both)
    )


@pytest.mark.parametrize("count", ["-5", "2,5"])
def test_what_is_no_number_of_patients_is_refused(make_book: MakeBook, count: str) -> None:
    assert "är inget antal patienter. Skriv ett heltal från 0." in (
        _fault(make_book, JUNE + JULY.replace(";80;15;5", f";80;15;{count}"))
    )


def test_over_365_days_is_a_part_of_over_90(make_book: MakeBook) -> None:
    config = re.sub(r"over_365: \[[^]]*\]", "over_365: [Kort]", CONFIG)
    assert "i 'over_365' ska finnas i 'over_90' också. Lägg till den där." in _fault(make_book, JUNE + JULY, config)


def test_a_change_knows_the_two_months_that_it_is_between(july: Book) -> None:
    change = july.table("vantande").figure("forstabesok", "over_90_forandring")
    assert [(part.id, part.period and part.period.code) for part in change.parts] == [
        ("vantande.over_90.2024-07.forstabesok", "2024-07"),
        ("vantande.over_90.2024-06.forstabesok", "2024-06"),
    ]
    assert change.period == july.period
