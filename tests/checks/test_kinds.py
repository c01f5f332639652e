"""What each kind of rule compares, and what is told of a rule that names what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks import rules
from deckbuilder.checks.claims import broken
from deckbuilder.checks.run import refuse_faults
from deckbuilder.errors import ContentError
from deckbuilder.kinds import kinds
from tests.workspace import REPO

if TYPE_CHECKING:
    from tests.conftest import MakeBook

CONFIG = """\
sources:
  data: {file: data.csv, header: Namn}
  annan: {file: annan.csv, header: Namn}
figures:
  t:
    kind: table
    label: Min tabell
    source: data
    key: Namn
    unit: tkr
    columns: {plan: Plan, utfall: Utfall, kvar: Kvar, andel: {from: Andel, unit: procent}}
    checks:
      - RULE
  u:
    kind: table
    source: annan
    key: Namn
    unit: mkr
    columns: {utfall: Utfall, antal: {from: Antal, unit: antal}}
"""
DATA = "Namn;Plan;Utfall;Kvar;Andel\nA;10;4;6;40\nB;5;3;2;60\nC;15;7;8;100\n"
OTHER = "Namn;Utfall;Antal\nSumma C;0,007;3\n"


def _told(make_book: MakeBook, rule: str, data: str = DATA, config: str = CONFIG) -> list[str]:
    """Return what does not hold in `t`, with ordinary spaces in its numbers."""
    book = make_book(config.replace("RULE", rule), data=data, annan=OTHER)
    book.table("t")
    refuse_faults(book)
    findings = [finding for _, claims in rules.claims(book) for finding in broken(claims or (), "Mkr")]
    return [str(finding.problem).replace("\u00a0", " ") for finding in findings]


def _fault(make_book: MakeBook, rule: str) -> str:
    with pytest.raises(ContentError) as caught:
        _told(make_book, rule)
    return str(caught.value)


HOLDING = (
    "{kind: sum, row: C, of: [A, B]}",
    "{kind: sum, row: c, of: [a, B], columns: [andel]}",
    "{kind: sum, column: plan, of: [utfall, kvar]}",
    "{kind: difference, column: kvar, of: [plan, utfall]}",
    "{kind: difference, column: utfall, of: [Plan, kvar], rows: [A]}",
    "{kind: whole, columns: [andel], rows: [A, B]}",
    "{kind: whole, columns: [plan], rows: [A, B], whole: t.c.plan}",
    "{kind: same, row: C, as: u.summa_c}",
    "{kind: same, row: C, as: u.summa_c.utfall, columns: [utfall]}",
)


@pytest.mark.parametrize("rule", HOLDING)
def test_what_holds_is_not_told(make_book: MakeBook, rule: str) -> None:
    assert _told(make_book, rule) == []


@pytest.mark.parametrize("rule", HOLDING)
def test_each_of_them_is_told_when_it_does_not_hold(make_book: MakeBook, rule: str) -> None:
    changed = "Namn;Plan;Utfall;Kvar;Andel\nA;10;14;6;90\nB;5;3;2;60\nC;19;17;8;100\n"
    assert _told(make_book, rule, changed)


def test_a_sum_names_its_rows_and_cells(make_book: MakeBook) -> None:
    assert _told(make_book, "{kind: sum, row: C, of: [A, B]}", DATA.replace("C;15", "C;17")) == [
        (
            "input/2024-07/data.csv:4: C, plan är 17 tkr, men summan av A och B ger 15 tkr (input/2024-07/data.csv, "
            "B2–B3). Skillnaden är 2 tkr, avrundning förklarar högst 1,5 tkr. Kontrollera att inga rader saknas, "
            "eller rätta summan i filen. "
            "[summa.t.c.plan]"
        )
    ]


def test_a_sum_of_rows_is_not_tried_for_shares_unless_they_are_listed(make_book: MakeBook) -> None:
    data = DATA.replace("B;5;3;2;60", "B;5;3;2;70")
    assert _told(make_book, "{kind: sum, row: C, of: [A, B]}", data) == []


def test_a_difference_names_its_columns_and_cells(make_book: MakeBook) -> None:
    rule = "{kind: difference, column: kvar, of: [plan, utfall]}"
    assert _told(make_book, rule, DATA.replace("4;6", "4;9")) == [
        (
            "input/2024-07/data.csv:2: A, kvar är 9 tkr, men plan minus utfall ger 6 tkr (input/2024-07/data.csv, "
            "B2–C2). Skillnaden är 3 tkr, avrundning förklarar högst 1,5 tkr. Rätta den ena i filen. "
            "[avvikelse.t.a.kvar]"
        )
    ]


def test_parts_of_a_hundred_per_cent_are_told_with_what_they_make(make_book: MakeBook) -> None:
    rule = "{kind: whole, columns: [andel], rows: [A, B]}"
    assert _told(make_book, rule, DATA.replace(";60", ";62")) == [
        (
            "input/2024-07/data.csv:2: Helheten för Andel är 100 %, men summan av A och B ger 102 % "
            "(input/2024-07/data.csv, E2–E3). Skillnaden är 2 %-enheter, avrundning förklarar högst 1 %-enhet. "
            "Kontrollera att alla delar är med. [helhet.t.andel]"
        )
    ]


def test_the_same_quantity_in_other_units_names_both_tables(make_book: MakeBook) -> None:
    assert _told(make_book, "{kind: same, row: C, as: u.summa_c}", DATA.replace("C;15;7", "C;15;9")) == [
        (
            "input/2024-07/data.csv:4: C, utfall (Min tabell) är 9 tkr, men Summa C, utfall (u) är 0,007 Mkr "
            "(input/2024-07/annan.csv, B2). Skillnaden är 2 tkr, avrundning förklarar högst 1 tkr. Rätta den ena. "
            "[samma.t.c.utfall]"
        )
    ]


def test_the_same_quantity_can_be_compared_as_slides_show_it(make_book: MakeBook) -> None:
    rule = "{kind: same, row: C, as: u.summa_c, unit: mkr}"
    assert _told(make_book, rule, DATA.replace("C;15;7", "C;15;1400")) == []


def test_what_slides_show_differs_from_one_and_a_half_on(make_book: MakeBook) -> None:
    rule = "{kind: same, row: C, as: u.summa_c, unit: mkr}"
    (told,) = _told(make_book, rule, DATA.replace("C;15;7", "C;15;1500"))
    assert "är 2 Mkr, men Summa C, utfall (u) är 0 Mkr" in told
    assert "Skillnaden är 2 Mkr, avrundning förklarar högst 1 Mkr." in told


MONTHS = [f"{2023 + (n + 6) // 12}-{(n + 6) % 12 + 1:02}" for n in range(13)]
ROLLING = """\
sources:
  data: {file: data.csv, header: Månad}
figures:
  t:
    kind: table
    source: data
    key: Månad
    unit: mkr
    columns: {varde: Värde, r12: R12}
    checks:
      - RULE
"""
R12 = "{kind: rolling, column: r12, of: varde}"


def _months(last: str) -> str:
    rows = [f"{month};{n};{last if n == 12 else 66 if n == 11 else ''}" for n, month in enumerate(MONTHS)]
    return "Månad;Värde;R12\n" + "\n".join(rows) + "\n"


def test_rolling_twelve_months_are_those_of_the_months_but_for_rounding(make_book: MakeBook) -> None:
    assert _told(make_book, R12, _months("84"), ROLLING) == []


def test_rolling_twelve_months_that_the_months_do_not_give_are_told(make_book: MakeBook) -> None:
    assert _told(make_book, R12, _months("85"), ROLLING) == [
        (
            "input/2024-07/data.csv:14: 2024-07, R12 är 85 Mkr, men summan av Värde 2023-08 till 2024-07 ger 78 Mkr "
            "(input/2024-07/data.csv, B3–B14). Skillnaden är 7 Mkr, avrundning förklarar högst 6,5 Mkr. "
            "Kontrollera att alla månader är med. [r12.t.2024_07.r12]"
        )
    ]


def test_the_usual_checks_come_by_themselves_with_absence(make_book: MakeBook) -> None:
    config = (
        "sources:\n  data: {file: data.csv, header: Månad}\nfigures:\n  t:\n    kind: sick_leave\n    source: data\n"
        "    month: Månad\n    lengths: [Kort, Lång]\n    total: Totalt\n"
    )
    data = "Månad;Kort;Lång;Totalt\n2023-07;2,5;2,5;5,0\n2024-07;2,5;2,5;5,4\n"
    assert _told(make_book, "", data, config) == [
        (
            "input/2024-07/data.csv:3: 2024-07, totalt är 5,4 %, men summan av Kort och Lång ger 5 % "
            "(input/2024-07/data.csv, B3–C3). Skillnaden är 0,4 %-enheter, avrundning förklarar högst 0,15 %-enheter. "
            "Kontrollera att alla delar är med. [helhet.t.2024-07.totalt]"
        )
    ]


FAULTS = {
    "{kind: summa, row: C, of: [A]}": (
        "13:16: Kontrollen 'summa' finns inte. Menade du 'sum'? "
        "Välj bland difference, previous, rolling, same, sum och whole."
    ),
    "{row: C, of: [A]}": "13:9: Nyckeln 'kind' saknas. Lägg till 'kind: …'.",
    "summan av A och B": "13:9: Här ska stå nycklar med värden (nyckel: värde).",
    "{kind: sum, of: [A]}": "13:9: En summa ska ha antingen row (en rad) eller column (en kolumn).",
    "{kind: sum, row: C}": "13:9: Nyckeln 'of' saknas. Lägg till 'of: …'.",
    "{kind: sum, row: Cc, of: [A, B]}": (
        "13:26: Raden 'Cc' finns inte i siffrorna. Menade du 'c'? Välj bland a, b och c."
    ),
    "{kind: sum, row: C, of: [A, Bb]}": (
        "13:37: Raden 'Bb' finns inte i siffrorna. Menade du 'b'? Välj bland a, b och c."
    ),
    "{kind: difference, column: kvarr, of: [plan, utfall]}": (
        "13:36: Kolumnen 'kvarr' finns inte i siffrorna. Menade du 'kvar'? Välj bland plan, utfall, kvar och andel."
    ),
    "{kind: difference, column: kvar, of: [plan]}": "13:46: 'of' behöver minst 2 värden.",
    "{kind: difference, column: kvar, of: [plan, andel]}": (
        "13:46: A, plan (tkr) och A, andel (procent) är i olika enheter och går inte att jämföra. "
        "Välj siffror i samma enhet."
    ),
    "{kind: whole, columns: [plan]}": (
        "13:32: 'Plan' är inte i procent. Ange vad delarna blir med 'whole', eller välj andra kolumner."
    ),
    "{kind: whole, columns: [plan], whole: t.c}": (
        "13:47: 't.c' är en rad. Skriv siffror.rad.kolumn, till exempel region.totalt.ack_utfall."
    ),
    "{kind: same, row: C, as: v.summa}": (
        "13:34: Siffrorna 'v' finns inte. Siffror i config/sources.yaml: t och u."
    ),
    "{kind: same, row: C, as: u}": "13:34: 'u' är ingen rad. Skriv siffror.rad, till exempel region.totalt.",
    "{kind: same, row: C, as: u.summa}": (
        "13:34: Raden 'summa' finns inte i siffrorna. Menade du 'summa_c'? Välj bland summa_c."
    ),
    "{kind: same, row: C, as: u.summa_c.utfall}": (
        "13:34: 'u.summa_c.utfall' är en siffra. Skriv kolumnen här som är samma sak i 'columns', och bara den."
    ),
    "{kind: same, row: C, as: u.summa_c.antal, columns: [plan]}": (
        "13:60: C, plan (tkr) och Summa C, antal (antal) är i olika enheter och går inte att jämföra. "
        "Välj siffror i samma enhet."
    ),
    R12: "13:33: Kolumnen 'r12' finns inte i siffrorna. Välj bland plan, utfall, kvar och andel.",
    "{kind: rolling, column: kvar, of: plan}": (
        "13:16: Raden 'A' är ingen månad, så R12 går inte att kontrollera. Skriv månader som 2024-07."
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", FAULTS)
def test_a_rule_that_is_wrong_is_told_at_its_line(make_book: MakeBook, rule: str) -> None:
    assert _fault(make_book, rule) == f"config/sources.yaml:{FAULTS[rule]}"


def test_a_rule_whose_other_figures_have_no_file_is_left_out(make_book: MakeBook) -> None:
    book = make_book(CONFIG.replace("RULE", "{kind: same, row: C, as: u.summa_c}"), data=DATA)
    book.table("t")
    assert [claims for _, claims in rules.claims(book)] == [None]


def test_the_figures_that_a_rule_compares_with_do_not_count_as_used(make_book: MakeBook) -> None:
    book = make_book(CONFIG.replace("RULE", "{kind: same, row: C, as: u.summa_c}"), data=DATA, annan=OTHER)
    book.table("t")
    list(rules.claims(book))
    assert list(book.computed()) == ["t"]


def test_a_rule_of_figures_that_the_report_does_not_use_is_not_run_but_its_keys_are_checked(
    make_book: MakeBook,
) -> None:
    book = make_book(CONFIG.replace("RULE", "{kind: sum, row: Finns ej, of: [A]}"), data=DATA)
    refuse_faults(book)
    assert list(rules.claims(book)) == []


def test_every_kind_is_told_of_in_the_readme() -> None:
    readme = (REPO / "README.md").read_text(encoding="utf-8")
    assert all(f"kind: {name}" in readme for name in kinds(rules.PACKAGE))
