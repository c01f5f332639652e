from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks.corrections import corrections
from deckbuilder.period import Period
from deckbuilder.project import Project
from tests.conftest import opened

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.checks.finding import Finding

CONFIG = """
sources:
  kostnad: {file: kostnad.csv, header: Månad}
  arligt: {file: arligt.csv, header: Nämnd}
figures:
  kostnad:
    kind: monthly
    source: kostnad
    label: Verksamhetens kostnad
    month: Månad
    unit: tkr
    columns: {kostnad: Kostnad}
  arligt:
    kind: table
    source: arligt
    label: Resultat
    key: Nämnd
    unit: mkr
    columns:
      fjol: {from: "{{ period.last_year.year }}", period: "{{ period.last_year.year }}"}
      ack: {from: Ack, period: "{{ period.last_year.code }}"}
      nu: {from: Ack}
"""
ALL = {f"{year}-{month:02}": "100" for year in (2022, 2023, 2024) for month in range(1, 13)}
ANNUAL = "Nämnd;2023;Ack\nRevision;12;5\n"


def told(
    root: Path, june: dict[str, str], july: dict[str, str], annual: tuple[str, str] = (ANNUAL, ANNUAL)
) -> list[Finding]:
    """Return the July report's findings, of files with these values in June and in July."""
    (root / "config").mkdir()
    (root / "config" / "sources.yaml").write_text(CONFIG, encoding="utf-8")
    for code, values, text in (("2024-06", june, annual[0]), ("2024-07", july, annual[1])):
        folder = root / "input" / code
        folder.mkdir(parents=True)
        rows = "\n".join(f"{month};{value}" for month, value in (ALL | values).items() if month <= code and value)
        (folder / "kostnad.csv").write_text(f"Månad;Kostnad\n{rows}\n", encoding="utf-8")
        (folder / "arligt.csv").write_text(text, encoding="utf-8")
    book = opened(Project(root))
    earlier = book.at(Period(2024, 6, 6))
    assert earlier is not None
    for name in book.names:
        book.table(name)
    return list(corrections(book, earlier, "Mkr"))


def test_a_month_that_has_another_value_than_in_the_report_before_is_told_with_both_and_their_files(
    tmp_path: Path,
) -> None:
    (finding,) = told(tmp_path, {}, {"2024-03": "110", "2024-05": "90"})
    assert not finding.is_hint
    assert str(finding.problem).replace("\u00a0", " ") == (
        "input/2024-07/kostnad.csv:28: Kostnad (verksamhetens kostnad) har ändrats bakåt i tiden sedan förra "
        "rapporten: mars 2024 från 100 tkr till 110 tkr och maj 2024 från 100 tkr till 90 tkr. Förr stod det i "
        "input/2024-06/kostnad.csv, nu i input/2024-07/kostnad.csv. Nämn rättelsen, eller kontrollera "
        "filen. [rättad.kostnad.kostnad]"
    )


def test_the_same_history_is_no_news_and_the_reports_own_month_neither(tmp_path: Path) -> None:
    assert told(tmp_path, {}, {"2024-07": "999"}) == []


def test_rolling_sums_that_move_with_a_month_are_not_told_beside_it(tmp_path: Path) -> None:
    assert [one.key for one in told(tmp_path, {}, {"2024-05": "90"})] == ["rättad.kostnad.kostnad"]


def test_a_month_that_only_last_years_column_and_rolling_sums_show_is_told_as_that_month(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, {}, {"2023-02": "90"})
    assert finding.key == "rättad.kostnad.kostnad_fjol"
    assert "februari 2024 från" not in finding.sentence
    assert "februari 2023 från 100" in finding.sentence


@pytest.mark.parametrize(
    ("june", "july", "words"), [("100", "", "var 100 tkr och saknas nu"), ("", "100", "saknades och är nu 100 tkr")]
)
def test_a_month_that_is_gone_or_has_come_late_is_told(tmp_path: Path, june: str, july: str, words: str) -> None:
    (finding,) = told(tmp_path, {"2024-05": june}, {"2024-05": july})
    assert f"maj 2024 {words}" in finding.sentence.replace("\u00a0", " ")
    assert "input/2024-06/kostnad.csv, nu i input/2024-07/kostnad.csv" in finding.sentence


def test_of_many_months_three_are_named(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, {}, {f"2024-{month:02}": "90" for month in range(1, 7)})
    assert "mars 2024 från 100\u00a0tkr till 90\u00a0tkr och 3 till." in finding.sentence


def test_a_difference_that_is_not_shown_is_no_news(tmp_path: Path) -> None:
    assert told(tmp_path, {"2024-05": "100,1"}, {"2024-05": "100,2"}) == []


def test_a_year_that_both_reports_tell_is_compared_and_a_year_ago_is_another_month_each_time(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, {}, {}, (ANNUAL, "Nämnd;2023;Ack\nRevision;13;6\n"))
    assert finding.key == "rättad.arligt.fjol"
    assert "Revision (2023) från 12\u00a0Mkr till 13\u00a0Mkr" in finding.sentence


def test_a_table_that_cannot_be_computed_in_the_report_before_is_passed_over(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, {}, {"2024-05": "90"}, ("Fel;fil\n", ANNUAL))
    assert finding.key == "rättad.kostnad.kostnad"
