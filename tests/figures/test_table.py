from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks.claims import broken
from deckbuilder.errors import ContentError
from deckbuilder.value import Suppressed, Unit

if TYPE_CHECKING:
    from deckbuilder.figures.figure import FigureTable
    from tests.conftest import MakeBook

SOURCES = (
    "sources:\n  data: {file: data.csv, header: Namn}\n"
    "figures:\n  t:\n    kind: table\n    source: data\n    key: Namn\n"
)
COLUMNS = "    columns:\n      utfall: Utfall\n      plan: Plan\n"
ROWS = "Namn;Utfall;Plan\nA;1 000;900\nB;250;300\nC;0;0\n"


def _table(make_book: MakeBook, options: str = "", data: str = ROWS, columns: str = COLUMNS) -> FigureTable:
    return make_book(SOURCES + columns + options, data=data).table("t")


def _fault(make_book: MakeBook, options: str = "", data: str = ROWS, columns: str = COLUMNS) -> str:
    with pytest.raises(ContentError) as caught:
        _table(make_book, options, data, columns)
    return str(caught.value)


def _values(table: FigureTable, column: str) -> list[object]:
    return [figure.value for figure in table.column(column)]


def test_every_row_of_the_source_is_read_in_its_order(make_book: MakeBook) -> None:
    table = _table(make_book)
    assert [(row.key, row.label, row.kind) for row in table.rows] == [
        ("a", "A", "row"),
        ("b", "B", "row"),
        ("c", "C", "row"),
    ]
    assert _values(table, "utfall") == [1000, 250, 0]


def test_a_figure_knows_its_cell_and_its_name(make_book: MakeBook) -> None:
    figure = _table(make_book).figure("b", "plan")
    assert (figure.id, figure.calculation) == ("t.b.plan", "värdet i kolumnen Plan")
    assert [str(cell) for cell in figure.cells] == ["input/2024-07/data.csv!C3"]


def test_missing_withheld_and_zero_stay_three_different_things(make_book: MakeBook) -> None:
    table = _table(make_book, data="Namn;Utfall;Plan\nA;;\nB;<5;..\nC;0;–\n")
    assert _values(table, "utfall") == [None, Suppressed("<5"), Decimal(0)]
    assert _values(table, "plan") == [None, Suppressed(".."), Suppressed("–")]


def test_a_total_sums_all_rows_and_knows_their_cells(make_book: MakeBook) -> None:
    table = _table(make_book, "    total: Totalt\n")
    figure = table.figure("totalt", "utfall")
    assert (figure.value, figure.calculation) == (Decimal(1250), "summan av A, B och C")
    assert [cell.a1 for cell in figure.cells] == ["B2", "B3", "B4"]
    assert table.rows[-1].kind == "total"


def test_a_total_of_a_missing_value_is_missing(make_book: MakeBook) -> None:
    table = _table(make_book, "    total: Totalt\n", "Namn;Utfall;Plan\nA;1;1\nB;;2\n")
    assert [figure.value for figure in table.row("totalt")] == [None, 3]


def test_subtotals_sum_the_rows_since_the_sum_before(make_book: MakeBook) -> None:
    rows = "    rows: [A, B, {total: Två}, C, {total: En}, {total: Allt, of: [Två, En], level: total}]\n"
    table = _table(make_book, rows)
    assert _values(table, "utfall") == [1000, 250, 1250, 0, 0, 1250]
    assert [row.kind for row in table.rows] == ["row", "row", "subtotal", "row", "subtotal", "total"]


def test_a_sum_of_no_rows_is_refused_and_not_zero(make_book: MakeBook) -> None:
    assert _fault(make_book, "    rows: [A, B, C, {total: Ett}, {total: Två}]\n") == (
        "config/sources.yaml:11:35: Summan 'Två' har inga rader att summera. Skriv vilka med 'of'."
    )


def test_a_sum_of_rows_below_it_is_refused(make_book: MakeBook) -> None:
    assert _fault(make_book, "    rows: [A, {total: Ett, of: [A, Bb]}, B, C]\n") == (
        "config/sources.yaml:11:32: Raden 'Bb' står inte ovanför summan. Rader ovanför: A."
    )


def test_a_source_without_rows_is_refused(make_book: MakeBook) -> None:
    assert _fault(make_book, "    total: Totalt\n", "Namn;Utfall;Plan\n") == (
        "input/2024-07/data.csv: Filen har inga rader under rubriken 'Namn'. Hämta en ny export."
    )


def test_rows_of_the_file_that_no_sum_would_count_are_refused(make_book: MakeBook) -> None:
    assert _fault(make_book, "    rows: [A, B]\n") == (
        "input/2024-07/data.csv:4: Raden 'C' finns i filen men inte i 'rows' för siffrorna, "
        "så den skulle saknas i summorna. Lägg till den där, eller i källans 'skip_rows' om den inte är data."
    )


def test_listed_rows_that_the_file_lacks_are_told(make_book: MakeBook) -> None:
    assert _fault(make_book, "    rows: [A, B, C, CC]\n") == (
        "input/2024-07/data.csv: Raden 'CC' saknas. Menade du 'C'? Rader i filen: A, B och C. "
        "Rätta filen, eller 'rows' för siffrorna i config/sources.yaml."
    )


def test_a_row_that_stands_twice_is_told_with_both_lines(make_book: MakeBook) -> None:
    assert _fault(make_book, data="Namn;Utfall;Plan\nA;1;1\nB;2;2\nA;3;3\n") == (
        "input/2024-07/data.csv:4: 'A' står redan på rad 2. Ta bort den ena raden, eller skilj dem åt."
    )


def test_a_row_without_name_is_told(make_book: MakeBook) -> None:
    assert _fault(make_book, data="Namn;Utfall;Plan\n;1;1\n") == (
        "input/2024-07/data.csv:2: Raden saknar värde i kolumnen 'Namn'. "
        "Fyll i det, eller lägg till radens första ord i 'skip_rows'."
    )


def test_names_that_templates_cannot_tell_apart_are_refused(make_book: MakeBook) -> None:
    assert _fault(make_book, data="Namn;Utfall;Plan\nA-b;1;1\na b;2;2\n") == (
        "config/sources.yaml:5:5: Raderna 'A-b' och 'a b' går inte att skilja åt. Ge dem olika namn."
    )


def test_all_cells_that_are_no_numbers_are_told_at_once(make_book: MakeBook) -> None:
    assert _fault(make_book, data="Namn;Utfall;Plan\nA;x;1\nB;1;y\n").splitlines() == [
        (
            "input/2024-07/data.csv:2: 'x' i kolumnen 'Utfall' är inget tal. "
            "Skriv ett tal, eller lämna cellen tom om värdet saknas."
        ),
        (
            "input/2024-07/data.csv:3: 'y' i kolumnen 'Plan' är inget tal. "
            "Skriv ett tal, eller lämna cellen tom om värdet saknas."
        ),
    ]


COMPUTED = COLUMNS + (
    "      mot: {difference: [utfall, plan], better: lower, label: Mot plan}\n"
    "      andel: {share: [plan, utfall]}\n"
    "      procent: {percent_change: [utfall, plan], decimals: 2}\n"
)


def test_columns_are_computed_in_rows_and_sums(make_book: MakeBook) -> None:
    table = _table(make_book, "    total: Totalt\n    unit: tkr\n", columns=COMPUTED)
    assert _values(table, "mot") == [100, -50, 0, 50]
    assert _values(table, "andel") == [90, 120, None, 96]
    assert [figure.shown() for figure in table.column("procent")] == ["11,11", "\u221216,67", "–", "4,17"]


def test_computed_columns_have_their_unit_words_and_direction(make_book: MakeBook) -> None:
    table = _table(make_book, "    unit: tkr\n", columns=COMPUTED)
    figures = table.row("a")[2:]
    assert [figure.unit for figure in figures] == [Unit.TKR, Unit.PERCENT, Unit.PERCENT]
    assert [figure.calculation for figure in figures] == [
        "utfall minus plan",
        "plan som andel av utfall",
        "utfall jämfört med plan",
    ]
    assert figures[0].verdict == "bad"
    assert [column.is_change for column in table.columns] == [False, False, True, False, True]


def test_numbers_that_are_changes_in_the_file_may_be_told_to_be(make_book: MakeBook) -> None:
    columns = "    columns:\n      utfall: {from: Utfall, change: true}\n      plan: Plan\n"
    assert [column.is_change for column in _table(make_book, columns=columns).columns] == [True, False]


def test_numbers_that_are_read_and_their_sum_are_good_or_bad_news_as_their_column_says(make_book: MakeBook) -> None:
    columns = "    columns:\n      utfall: {from: Utfall, change: true, better: lower}\n      plan: Plan\n"
    table = _table(make_book, "    total: Summa\n", "Namn;Utfall;Plan\nA;5;1\nB;-7;1\n", columns)
    assert [figure.verdict for figure in table.column("utfall")] == ["bad", "good", "good"]
    assert [figure.verdict for figure in table.column("plan")] == ["", "", ""]


def test_a_difference_between_percentages_is_in_points(make_book: MakeBook) -> None:
    columns = COLUMNS + "      mot: {difference: [utfall, plan]}\n"
    assert _table(make_book, "    unit: procent\n", columns=columns).figure("a", "mot").unit is Unit.POINTS


def test_columns_of_different_money_are_brought_to_the_same_before_they_are_compared(make_book: MakeBook) -> None:
    columns = (
        "    columns:\n      kr: {from: Utfall, unit: kr}\n      tkr: {from: Plan, unit: tkr}\n"
        "      mot: {difference: [kr, tkr], unit: kr}\n"
    )
    assert _table(make_book, columns=columns, data="Namn;Utfall;Plan\nA;5 000;2\n").figure("a", "mot").value == 3000


def test_a_computed_column_in_another_unit_is_converted_and_not_renamed(make_book: MakeBook) -> None:
    columns = COLUMNS + "      mot: {difference: [utfall, plan], unit: mkr}\n"
    figure = _table(make_book, "    unit: tkr\n", columns=columns).figure("a", "mot")
    assert (figure.value, figure.unit) == (Decimal("0.1"), Unit.MKR)


def test_a_total_of_rows_in_different_money_is_brought_to_the_first(make_book: MakeBook) -> None:
    data = "Namn;Enhet;Utfall;Plan\nA;mkr;2;2\nB;tkr;500;500\n"
    table = _table(make_book, "    unit_column: Enhet\n    total: Totalt\n", data)
    assert table.figure("totalt", "utfall").shown() == "2,5"


def test_a_total_of_rows_in_units_of_different_kinds_is_refused(make_book: MakeBook) -> None:
    data = "Namn;Enhet;Utfall;Plan\nA;mkr;2;2\nB;procent;5;5\n"
    assert _fault(make_book, "    unit_column: Enhet\n    total: Totalt\n", data) == (
        "config/sources.yaml:12:12: Summan 'Totalt' har rader i olika enheter: A (mkr) och B (procent). Ta bort summan."
    )


def test_rows_have_the_unit_that_their_column_says(make_book: MakeBook) -> None:
    data = "Namn;Enhet;Utfall;Plan\nA;mnkr;2;2\nB;%;5;5\nC;antal;7;7\nD;andel;0,5;1\n"
    figures = _table(make_book, "    unit_column: Enhet\n", data).column("utfall")
    assert [figure.value for figure in figures] == [2, 5, 7, 50]
    assert [figure.unit for figure in figures] == [Unit.MKR, Unit.PERCENT, Unit.COUNT, Unit.PERCENT]


def test_an_unknown_unit_is_told_at_its_cell(make_book: MakeBook) -> None:
    data = "Namn;Enhet;Utfall;Plan\nA;miljarder;2;2\n"
    fault = _fault(make_book, "    unit_column: Enhet\n", data)
    assert fault == (
        "input/2024-07/data.csv:2: 'miljarder' i kolumnen 'Enhet' är ingen enhet. "
        "Välj bland kr, tkr, mkr, procent, andel, enheter, antal och text."
    )


def test_shares_are_held_as_per_cent(make_book: MakeBook) -> None:
    figure = _table(make_book, "    unit: andel\n    decimals: 1\n", "Namn;Utfall;Plan\nA;0,139;..\n").figure(
        "a", "utfall"
    )
    assert (figure.value, figure.unit, figure.shown()) == (Decimal("13.9"), Unit.PERCENT, "13,9")


def test_a_share_with_its_per_cent_sign_is_not_multiplied_again(make_book: MakeBook) -> None:
    figure = _table(make_book, "    unit: andel\n", "Namn;Utfall;Plan\nA;13,9 %;1\n").figure("a", "utfall")
    assert figure.value == Decimal("13.9")


def test_only_the_rows_that_are_asked_for_are_read(make_book: MakeBook) -> None:
    data = "Namn;År;Utfall;Plan\nA;2023;1;1\nA;2024;2;2\n"
    assert _values(_table(make_book, "    where: {År: '2024'}\n", data), "utfall") == [2]


def test_rows_that_nobody_has_are_told(make_book: MakeBook) -> None:
    assert _fault(make_book, "    where: {Namn: Z}\n") == (
        "input/2024-07/data.csv: Ingen rad har Namn = Z. Kontrollera stavningen i filen och i 'where'."
    )


@pytest.mark.parametrize(
    ("column", "sentence"),
    [
        (
            "mot: {difference: [utfall, plna]}",
            "11:25: Kolumnen 'plna' finns inte ovanför. Menade du 'plan'? Kolumner ovanför: utfall och plan.",
        ),
        ("mot: {share: [mot, plan]}", "11:20: Kolumnen 'mot' finns inte ovanför. Kolumner ovanför: utfall och plan."),
        (
            "mot: {difference: [utfall, plan], share: [utfall, plan]}",
            "11:12: En kolumn ska ha exakt en av from, difference, share och percent_change.",
        ),
        ("mot: {label: x}", "11:12: En kolumn ska ha exakt en av from, difference, share och percent_change."),
        ("mot: {difference: [utfall]}", "11:25: 'difference' behöver minst 2 värden."),
        (
            "mot: {frm: Utfall}",
            (
                "11:13: Nyckeln 'frm' finns inte här. Menade du 'from'? Nycklar som finns: from, label, "
                "group, unit, decimals, difference, share, percent_change, stated, better, change och period."
            ),
        ),
        (
            "mot: {from: Utfall, unit: Mkr}",
            (
                "11:33: 'Mkr' går inte att använda som 'unit'. Menade du 'mkr'? Välj bland kr, tkr, mkr, "
                "procent, andel, enheter, antal och text."
            ),
        ),
        ("mot: {from: Utfall, decimals: 9}", "11:37: 'decimals' ska vara högst 6."),
    ],
)
def test_a_column_that_cannot_be_is_told_at_its_line(make_book: MakeBook, column: str, sentence: str) -> None:
    fault = _fault(make_book, columns=f"{COLUMNS}      {column}\n")
    assert fault == f"config/sources.yaml:{sentence}"


def test_a_row_is_either_of_the_source_or_a_sum(make_book: MakeBook) -> None:
    assert _fault(make_book, "    rows: [A, B, C, {row: A, total: T}]\n") == (
        "config/sources.yaml:11:21: En rad ska ha antingen row (en rad i källan) eller total (en summa)."
    )


def test_a_missing_column_of_the_file_is_told_with_those_it_has(make_book: MakeBook) -> None:
    assert _fault(make_book, data="Namn;Utfall\nA;1\n") == (
        "input/2024-07/data.csv: Kolumnen 'Plan' saknas. Kolumner i filen: 'Namn' och 'Utfall'. "
        "Rätta rubriken i filen, eller kolumnens namn i config/sources.yaml."
    )


def test_a_text_is_shown_as_it_stands_and_an_empty_one_is_missing(make_book: MakeBook) -> None:
    columns = "    columns:\n      ord: {from: Ord, unit: text}\n"
    table = _table(make_book, data="Namn;Ord\nA;Pågår \nB;\n", columns=columns)
    assert _values(table, "ord") == ["Pågår", None]


def test_an_error_of_excel_is_never_shown_as_a_text(make_book: MakeBook) -> None:
    columns = "    columns:\n      ord: {from: Ord, unit: text}\n"
    assert _fault(make_book, data="Namn;Ord\nA;#REF!\n", columns=columns) == (
        "input/2024-07/data.csv:2: Cellen i kolumnen 'Ord' visar Excelfelet #REF!. Rätta formeln och spara filen."
    )


@pytest.mark.parametrize("parts", ["[A, A]", "[Ett, B]"])
def test_a_sum_that_counts_a_row_twice_is_refused(make_book: MakeBook, parts: str) -> None:
    rows = f"    rows: [A, B, {{total: Ett}}, C, {{total: Allt, of: {parts}}}]\n"
    twice = "A" if parts == "[A, A]" else "B"
    assert _fault(make_book, rows).endswith(
        f": Summan 'Allt' räknar raden '{twice}' två gånger. Ta bort den ena ur 'of'."
    )


@pytest.mark.parametrize("last", ["Summa alla;6;60", "X;60 000;2 000"])
def test_a_row_that_sums_the_others_is_refused_where_a_total_would_count_it_again(
    make_book: MakeBook, last: str
) -> None:
    data = f"Namn;Utfall;Plan\nA;10 000;500\nB;20 000;500\nC;30 000;1 000\n{last}\n"
    name = last.split(";", maxsplit=1)[0]
    assert _fault(make_book, "    total: Totalt\n", data) == (
        f"input/2024-07/data.csv:5: Raden '{name}' ser ut att vara summan av de andra och skulle räknas två gånger. "
        "Lägg till den i källans 'skip_rows', eller räkna upp raderna i 'rows' om den är en egen rad."
    )


def test_a_total_in_the_file_that_the_rows_do_not_give_is_a_warning(make_book: MakeBook) -> None:
    config = SOURCES.replace("header: Namn}", "header: Namn, skip_rows: [Summa]}")
    data = "Namn;Utfall;Plan\nA;10;5\nB;20;5\nSumma;31;25\n"
    table = make_book(config + COLUMNS + "    total: Totalt\n", data=data).table("t")
    (finding,) = broken(table.claims, "Mkr")
    assert str(finding.problem) == (
        "input/2024-07/data.csv:4: 'Plan' för Summa är 25, men summan av A och B ger 10 (input/2024-07/data.csv, "
        "C2–C3). Skillnaden är 15, avrundning förklarar högst 1,5. Kontrollera att inga rader saknas, "
        "eller rätta summan i filen. "
        "[summa.t.totalt.plan]"
    )


def test_a_text_that_may_be_an_english_thousand_is_refused_in_counts(make_book: MakeBook) -> None:
    assert _fault(make_book, "    unit: antal\n", "Namn;Utfall;Plan\nA;1,234;2\n") == (
        "input/2024-07/data.csv:2: '1,234' i kolumnen 'Utfall' kan vara både ett tal med tre decimaler och ett "
        "tusental. Skriv talet utan tusentalstecken."
    )


def test_per_cent_where_money_should_be_is_refused(make_book: MakeBook) -> None:
    assert _fault(make_book, "    unit: tkr\n", "Namn;Utfall;Plan\nA;12 %;2\n") == (
        "input/2024-07/data.csv:2: '12 %' i kolumnen 'Utfall' är i procent, men siffrorna ska vara i tkr. "
        "Rätta den ena."
    )


def test_a_difference_without_a_unit_has_that_of_its_columns(make_book: MakeBook) -> None:
    columns = (
        "    columns:\n      a: {from: Utfall, unit: tkr}\n      b: {from: Plan, unit: tkr}\n"
        "      mot: {difference: [a, b]}\n"
    )
    assert _table(make_book, columns=columns).figure("a", "mot").unit is Unit.TKR


def test_a_difference_between_shares_is_in_points_whatever_the_table_is_in(make_book: MakeBook) -> None:
    columns = (
        "    columns:\n      x: Utfall\n      y: Plan\n      s1: {share: [x, y]}\n      s2: {share: [y, x]}\n"
        "      d: {difference: [s1, s2]}\n"
    )
    assert _table(make_book, "    unit: tkr\n", columns=columns).figure("a", "d").unit is Unit.POINTS


def test_a_total_of_a_whole_file_is_not_compared_with_a_part_of_it(make_book: MakeBook) -> None:
    config = SOURCES.replace("header: Namn}", "header: Namn, skip_rows: [Summa]}")
    data = "Namn;Utfall;Plan\nA;10;1\nB;20;2\nSumma;30;3\n"
    book = make_book(config + COLUMNS + "    total: Totalt\n    where: {Plan: '1'}\n", data=data)
    assert book.table("t").figure("totalt", "utfall").number == 10
    assert book.table("t").claims == ()


GROUPED = (
    "Grupp;Namn;Utfall;Plan\nNord;A;-100;-90\n;B;-50;-60\nSumma Nord;;-150;-150\nSyd;A;-30;-30\nTotalt;;-180;-180\n"
)
_GROUPS = (
    "sources:\n  data: {file: data.csv, header: Namn, skip_rows: [Summa*, Totalt], fill_down: [Grupp]}\n"
    "figures:\n  t:\n    kind: table\n    source: data\n    key: Namn\n    group: Grupp\n"
)


def _grouped(make_book: MakeBook, options: str = "", data: str = GROUPED) -> FigureTable:
    return make_book(_GROUPS + COLUMNS + options, data=data).table("t")


def test_groups_have_subtotals_and_rows_of_the_same_name_are_told_apart(make_book: MakeBook) -> None:
    table = _grouped(make_book, "    total: Totalt\n")
    assert [(row.key, row.label, row.kind, row.group) for row in table.rows] == [
        ("nord_a", "A", "row", "Nord"),
        ("nord_b", "B", "row", "Nord"),
        ("summa_nord", "Summa Nord", "subtotal", "Nord"),
        ("syd_a", "A", "row", "Syd"),
        ("summa_syd", "Summa Syd", "subtotal", "Syd"),
        ("totalt", "Totalt", "total", ""),
    ]
    assert _values(table, "utfall") == [-100, -50, -150, -30, -30, -180]
    assert [claim.key for claim in table.claims if claim.rule == "summa"] == [
        f"summa.t.{row}.{column}"
        for row in ("summa_nord", "summa_syd", "totalt")
        for column in ("utfall", "plan")
        if row != "summa_syd"
    ]
    assert list(broken(table.claims, "Mkr")) == []


def test_a_groups_own_sum_in_the_file_that_disagrees_is_a_warning(make_book: MakeBook) -> None:
    table = _grouped(make_book, data=GROUPED.replace("Summa Nord;;-150", "Summa Nord;;-170"))
    (finding,) = broken(table.claims, "Mkr")
    assert str(finding.problem) == (
        "input/2024-07/data.csv:4: 'Utfall' för Summa Nord är \u2212170, men summan av Nord A och Nord B ger "
        "\u2212150 (input/2024-07/data.csv, C2–C3). Skillnaden är 20, avrundning förklarar högst 1,5. "
        "Kontrollera att inga rader saknas, eller rätta summan i filen. [summa.t.summa_nord.utfall]"
    )


def test_groups_whose_rows_are_apart_in_the_file_are_gathered(make_book: MakeBook) -> None:
    table = _grouped(make_book, data="Grupp;Namn;Utfall;Plan\nNord;A;1;1\nSyd;A;2;2\nNord;B;3;3\n")
    assert [row.key for row in table.rows] == ["nord_a", "nord_b", "summa_nord", "syd_a", "summa_syd"]


def test_groups_may_do_without_subtotals(make_book: MakeBook) -> None:
    assert {row.kind for row in _grouped(make_book, "    subtotals: false\n").rows} == {"row"}


def test_an_empty_group_is_told_with_how_to_mend_it(make_book: MakeBook) -> None:
    config = _GROUPS.replace(", fill_down: [Grupp]", "") + COLUMNS
    with pytest.raises(ContentError) as caught:
        make_book(config, data=GROUPED).table("t")
    assert str(caught.value) == (
        "input/2024-07/data.csv:3: Raden saknar värde i kolumnen 'Grupp'. "
        "Fyll i det, eller lägg till kolumnen i källans 'fill_down'."
    )


def test_listed_rows_and_groups_exclude_each_other(make_book: MakeBook) -> None:
    with pytest.raises(ContentError) as caught:
        _grouped(make_book, "    rows: [A]\n")
    assert str(caught.value).endswith(
        "Med 'group' tas källans alla rader, så 'rows' kan inte stå här. Ta bort den ena."
    )


@pytest.mark.parametrize(("costs", "change", "percent"), [("negative", -10, -10), ("positive", 10, 10)])
def test_a_change_of_negative_costs_is_that_of_the_cost(
    make_book: MakeBook, costs: str, change: int, percent: int
) -> None:
    columns = (
        "    unit: tkr\n    columns:\n      nu: Utfall\n      da: Plan\n      okning: {difference: [nu, da]}\n"
        f"      procent: {{percent_change: [nu, da]}}\n    costs: {costs}\n"
    )
    table = _table(make_book, columns=columns, data="Namn;Utfall;Plan\nA;-90;-100\n")
    assert [figure.value for figure in table.row("a")[2:]] == [change, percent]


def test_a_column_of_texts_has_no_sum(make_book: MakeBook) -> None:
    columns = "    columns:\n      utfall: Utfall\n      plan: {from: Plan, unit: text}\n"
    table = _table(make_book, "    total: Totalt\n", "Namn;Utfall;Plan\nA;1;ja\nB;2;nej\n", columns)
    assert [figure.value for figure in table.row("totalt")] == [3, ""]
