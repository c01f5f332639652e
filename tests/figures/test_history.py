"""Figures followed through the months' own folders."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError, Problems
from deckbuilder.figures.months import window
from deckbuilder.loading import read_book
from deckbuilder.period import Period
from deckbuilder.project import Project
from deckbuilder.value import Suppressed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.figure import FigureTable

CONFIG = """
sources:
  data: {file: data.csv, header: Rad}
  per_manad: {file: per_manad.csv, header: Månad}
figures:
  t:
    kind: table
    source: data
    key: Rad
    unit: tkr
    columns:
      v: "Värde {{ period.yymm }}"
      fjol: {from: I fjol, unit: antal, period: "{{ period.last_year.code }}"}
      andel: {from: Andel, unit: procent}
      ord: {from: Ord, unit: text}
  m: {kind: monthly, source: per_manad, month: Månad, columns: {a: Antal}, lag: 1}
  h: {kind: history, COLUMNS}
"""
COLUMNS = "columns: {netto: t.netto.v}"
JULY = Period(2024, 7, 7)
MONTHS = [month.code for month in window(JULY, 36)]


def _file(month: str, value: object, row: str = "Netto", share: str = "50") -> str:
    return f"Rad;Värde {Period.parse(month).yymm};I fjol;Andel;Ord\n{row};{value};1;{share};ja\n"


def _book(root: Path, months: Mapping[str, str], columns: str = COLUMNS, period: Period = JULY) -> Book:
    """Return the figures of July 2024 in a project with these data files by month."""
    (root / "config").mkdir()
    config = CONFIG.replace("COLUMNS", columns)
    (root / "config" / "sources.yaml").write_text(config, encoding="utf-8")
    for month, text in months.items():
        folder = root / "input" / month
        folder.mkdir(parents=True)
        (folder / "data.csv").write_text(text, encoding="utf-8")
    problems = Problems()
    book = read_book(Project(root), period, problems)
    problems.raise_if_any()
    return book


def _table(root: Path, months: Mapping[str, str], columns: str = COLUMNS) -> FigureTable:
    return _book(root, months, columns).table("h")


def _hundreds(**other: object) -> dict[str, str]:
    """Return 36 months of 100, but for those (as m2024_06) that are given; None takes the month's folder away."""
    values = {month: other.get(f"m{month}".replace("-", "_"), 100) for month in MONTHS}
    return {month: _file(month, value) for month, value in values.items() if value is not None}


def _fault(root: Path, columns: str, months: Mapping[str, str] | None = None) -> str:
    with pytest.raises(ContentError) as caught:
        _table(root, months or {"2024-07": _file("2024-07", 1)}, columns)
    return str(caught.value)


def test_each_month_has_the_value_of_its_own_folder(tmp_path: Path) -> None:
    table = _table(tmp_path, _hundreds(m2024_07=220, m2023_07=40))
    assert [figure.shown() for figure in table.row("2024-07")] == ["220", "40", "1\u00a0320", "15,8"]
    assert [row.key for row in table.rows] == MONTHS[-13:]
    assert [column.label for column in table.columns][:2] == ["Netto", "Netto ett år tidigare"]
    assert table.notes == ()


def test_a_value_knows_the_cell_in_its_months_folder_and_its_month(tmp_path: Path) -> None:
    figure = _table(tmp_path, _hundreds()).figure("2024-05", "netto")
    assert (figure.id, figure.period) == ("h.2024-05.netto", Period(2024, 5, 5))
    assert [str(cell.place) for cell in figure.cells] == ["input/2024-05/data.csv:2"]
    assert figure.calculation == "Netto, värde 2405 (t.netto.v): värdet i kolumnen Värde 2405"
    assert [(part.id, part.period) for part in figure.parts] == [("t.netto.v", Period(2024, 5, 5))]


def test_the_latest_month_has_its_changes_and_sums(tmp_path: Path) -> None:
    row = _table(tmp_path, _hundreds(m2024_06=80)).parts["senaste"]
    assert {key: row.figure("netto", key).shown() for key in ("nu", "forandring", "ack", "ack_fjol")} == {
        "nu": "100",
        "forandring": "20",
        "ack": "680",
        "ack_fjol": "700",
    }


def test_what_has_accumulated_is_split_into_months(tmp_path: Path) -> None:
    months = {month: _file(month, Period.parse(month).last_month * 100) for month in MONTHS}
    table = _table(tmp_path, months, f"{COLUMNS}, accumulated: true")
    assert [figure.number for figure in table.column("netto")] == [Decimal(100)] * 13
    assert table.figure("2024-07", "netto_r12").value == 1200
    assert table.parts["senaste"].figure("netto", "ack").value == 700
    words = "ackumulerat till och med 2024-07 minus ackumulerat till och med 2024-06"
    assert table.figure("2024-07", "netto").calculation == words


def test_what_has_accumulated_has_a_gap_of_two_months_for_each_folder_that_is_missing(tmp_path: Path) -> None:
    months = {month: _file(month, Period.parse(month).last_month * 100) for month in MONTHS if month != "2024-03"}
    table = _table(tmp_path, months, f"{COLUMNS}, accumulated: true")
    gaps = [row.key for row in table.rows if table.figure(row.key, "netto").value is None]
    assert gaps == ["2024-03", "2024-04"]
    assert table.figure("2024-07", "netto_r12").value is None
    assert table.parts["senaste"].figure("netto", "ack").value == 700, "July's own folder states it"


def test_a_gap_in_december_leaves_january_whole(tmp_path: Path) -> None:
    months = {month: _file(month, Period.parse(month).last_month * 100) for month in MONTHS if month != "2023-12"}
    table = _table(tmp_path, months, f"{COLUMNS}, accumulated: true")
    assert [table.figure(month, "netto").value for month in ("2023-12", "2024-01")] == [None, 100]


def test_months_without_a_folder_are_gaps_that_are_said(tmp_path: Path) -> None:
    table = _table(tmp_path, {month: _file(month, 1) for month in ("2024-07", "2024-05")})
    gap = table.figure("2024-06", "netto")
    assert (gap.value, gap.calculation) == (None, "2024-06 saknas. Mappen input/2024-06 finns inte")
    assert table.notes == ("Netto saknas för 2023-07–2024-04 och 2024-06",)
    assert "(saknar tal för 2023-08, 2023-09" in table.figure("2024-07", "netto_r12").calculation


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            _file("2024-06", "okänt"),
            (
                "Underlaget i input/2024-06 har fel. input/2024-06/data.csv:2: 'okänt' i kolumnen 'Värde 2406' är "
                "inget tal. Skriv ett tal, eller lämna cellen tom om värdet saknas"
            ),
        ),
        (_file("2024-06", 1, row="Brutto"), "Raden 'netto' finns inte i t. Välj bland brutto"),
    ],
)
def test_a_month_whose_file_is_broken_or_lacks_the_row_is_a_gap_that_is_said(
    tmp_path: Path, text: str, reason: str
) -> None:
    gap = _table(tmp_path, _hundreds() | {"2024-06": text}).figure("2024-06", "netto")
    assert (gap.value, gap.calculation) == (None, f"2024-06 saknas. {reason}")


def test_a_month_without_the_file_is_a_gap_and_other_months_stay(tmp_path: Path) -> None:
    book = _book(tmp_path, _hundreds())
    (tmp_path / "input" / "2024-06" / "data.csv").unlink()
    table = book.table("h")
    assert [table.figure(month, "netto").value for month in ("2024-05", "2024-06", "2024-07")] == [100, None, 100]


def test_a_withheld_month_is_neither_zero_nor_missing(tmp_path: Path) -> None:
    table = _table(tmp_path, _hundreds(m2024_06="<5"))
    assert table.figure("2024-06", "netto").value == Suppressed("<5")
    assert table.figure("2024-07", "netto_r12").value == Suppressed("..")


def test_negative_costs_are_turned(tmp_path: Path) -> None:
    table = _table(tmp_path, _hundreds(m2024_07=-110), f"{COLUMNS}, costs: negative")
    assert table.figure("2024-07", "netto").value == 110


def test_shares_change_in_points_and_have_no_sums(tmp_path: Path) -> None:
    months = _hundreds() | {"2024-06": _file("2024-06", 1, share="47,5")}
    table = _table(tmp_path, months, "columns: {andel: t.netto.andel}")
    assert [column.key for column in table.columns] == ["andel", "andel_fjol"]
    latest = table.parts["senaste"]
    assert [column.key for column in latest.columns] == [
        "nu", "fjol", "fore", "forandring", "forandring_procent", "arsforandring", "arsforandring_procent"
    ]  # fmt: skip
    change = latest.figure("andel", "forandring")
    assert (change.value, change.unit) == (Decimal("2.5"), "enheter")


def test_only_the_tables_that_it_needs_are_read_and_each_file_once(tmp_path: Path) -> None:
    """The file of `m` is in no folder at all."""
    book = _book(tmp_path, _hundreds())
    other = book.at(Period(2024, 6, 6))
    book.table("h")
    assert other is not None
    assert other is book.at(Period(2024, 6, 6))
    assert list(other.computed()) == ["t"]
    assert "input/2024-06/data.csv" in book.digests()


def _lagging(root: Path, columns: str) -> Book:
    """Return July's book beside June's, with figures that are a month behind."""
    book = _book(root, {month: _file(month, 1) for month in ("2024-06", "2024-07")}, columns)
    for folder, rows in {"2024-06": "2024-05;5\n", "2024-07": "2024-05;4\n2024-06;6\n"}.items():
        (root / "input" / folder / "per_manad.csv").write_text(f"Månad;Antal\n{rows}", encoding="utf-8")
    return book


def test_a_figure_that_lags_is_put_at_the_month_that_it_is_about(tmp_path: Path) -> None:
    table = _lagging(tmp_path, "columns: {a: m.senaste.a.nu}, lag: 1, months: 3").table("h")
    values = [(row.key, table.figure(row.key, "a").value) for row in table.rows]
    assert values == [("2024-04", None), ("2024-05", 5), ("2024-06", 6)]


def test_a_figure_that_lags_is_refused_where_no_lag_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        _lagging(tmp_path, "columns: {a: m.senaste.a.nu}").table("h")
    assert str(caught.value) == (
        "config/sources.yaml:17:35: 'm.senaste.a.nu' i input/2024-07 är för juni 2024 och inte juli 2024. "
        "Ange med 'lag' hur många månader statistiken släpar."
    )


def test_an_address_with_a_month_in_it_never_stands_for_other_months(tmp_path: Path) -> None:
    """`m.2024-06.a` is about June in July's folder, and in June's it is about June too, not May."""
    table = _lagging(tmp_path, "columns: {a: m.2024-06.a}, lag: 1, months: 2").table("h")
    assert [figure.value for figure in table.column("a")] == [None, 6]


def test_an_address_may_name_the_reports_own_month(tmp_path: Path) -> None:
    columns = 'columns: {a: "m.{{ period.previous.code }}.a"}, lag: 1, months: 2'
    assert [figure.value for figure in _lagging(tmp_path, columns).table("h").column("a")] == [5, 6]


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (
            "columns: {a: t.netto}",
            (
                "17:35: 't.netto' är ingen siffra. Skriv siffror, rad och kolumn med punkt mellan, "
                "som region.totalt.ack_utfall."
            ),
        ),
        ("columns: {a: x.netto.v}", "17:35: Siffrorna 'x' finns inte. Siffror i config/sources.yaml: t, m och h."),
        ("columns: {a: t.nett.v}", "17:35: Raden 'nett' finns inte i t. Menade du 'netto'? Välj bland netto."),
        ("columns: {a: t.netto.w}", "17:35: Kolumnen 'w' finns inte i t. Välj bland v, fjol, andel och ord."),
        ("columns: {a: t.netto.ord}", "17:35: 't.netto.ord' är 'ja' och inget tal."),
        (
            "columns: {a: t.netto.fjol}",
            (
                "17:35: 't.netto.fjol' i input/2024-07 är för juli 2023 och inte juli 2024. "
                "Ange med 'lag' hur många månader statistiken släpar."
            ),
        ),
        ("columns: {a: h.2024-07.a}", "17:35: 'h' är själv en historik. Följ siffran som den följer."),
        (
            "columns: {a: t.netto.andel}, accumulated: true",
            ("17:64: En andel kan inte vara ackumulerad. Ta bort 'accumulated', eller följ en annan siffra."),
        ),
    ],
)
def test_what_cannot_be_followed_is_told_at_its_line(tmp_path: Path, columns: str, sentence: str) -> None:
    assert _fault(tmp_path, columns) == f"config/sources.yaml:{sentence}"


def test_a_fault_in_the_months_own_file_is_told_as_ever(tmp_path: Path) -> None:
    said = _fault(tmp_path, COLUMNS, {"2024-07": _file("2024-07", "okänt")})
    assert said.startswith("input/2024-07/data.csv:2: 'okänt' i kolumnen 'Värde 2407' är inget tal.")


def test_a_year_has_no_history_by_month(tmp_path: Path) -> None:
    book = _book(tmp_path, {"2024": _file("2024-12", 1)}, period=Period(2024, 1, 12))
    with pytest.raises(ContentError, match=r"17:13: En historik räknas månad för månad, men rapporten är för 2024\."):
        book.table("h")


def test_a_history_has_no_source(tmp_path: Path) -> None:
    assert "17:22: Nyckeln 'source' finns inte här." in _fault(tmp_path, f"source: data, {COLUMNS}")


def test_other_periods_come_from_the_same_declarations(tmp_path: Path) -> None:
    book = _book(tmp_path, _hundreds())
    june = book.at(Period(2024, 6, 6))
    assert june is not None
    assert june.table("t").columns[0].label == "Värde 2406"
    assert book.at(JULY) is book
    assert book.at(Period(2020, 1, 1)) is None


def test_a_project_without_declarations_has_other_periods_too(tmp_path: Path) -> None:
    for month in ("2024-06", "2024-07"):
        (tmp_path / "input" / month).mkdir(parents=True)
    june = read_book(Project(tmp_path), JULY, Problems()).at(Period(2024, 6, 6))
    assert june is not None
    assert june.names == ()
