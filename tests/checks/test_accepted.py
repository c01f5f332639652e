"""Known differences are accepted for a time, and told again when they are no longer the same."""

from __future__ import annotations

import re

import pytest

from tests.workspace import Workspace, only_results

pytestmark = pytest.mark.slow

SOURCES = "config/sources.yaml"
KEY = "samma.region.regionstyrelsen.helar_budget"
FORECAST = """\
  - finding: samma.region.regionstyrelsen.helar_prognos
    difference: 23 Mkr
"""


@pytest.fixture
def results(workspace: Workspace) -> Workspace:
    """Give the sample project with the two slides of results alone."""
    return only_results(workspace)


def _told(workspace: Workspace, period: str = "2024-07", *options: str) -> list[str]:
    result = workspace.check(period, *options)
    lines = result.output.replace("\u00a0", " ").splitlines()
    return [line for line in lines if line.startswith(("Varning", "Tips", "config/"))]


def _ends(workspace: Workspace) -> str:
    (told,) = [line for line in _told(workspace) if re.search(r"\[samma\..*(budget|prognos)\]$", line)]
    return told.split("Rätta den ena. ")[1]


def test_what_is_accepted_is_no_warning_and_is_listed_with_why_and_by_whom(results: Workspace) -> None:
    lines = results.check().output.replace("\u00a0", " ").splitlines()
    assert lines[0] == "Godtaget:"
    assert lines[1].startswith("- input/2024-07/resultat_region.csv:4: DB506 Regionstyrelsen, helår 2024 budget ")
    assert lines[1].endswith(f"Skillnaden är 23 Mkr, avrundning förklarar högst 1 Mkr. Rätta den ena. [{KEY}]")
    assert lines[2] == (
        "  Ekonomichef till och med december 2024: "
        "Nämndens helår är uppdaterat efter årets omfördelning, enheternas är det inte än."
    )
    assert lines[-1] == "manadsrapport, juli 2024: 0 varningar, 2 godtagna skillnader."


def test_a_difference_that_grows_is_told_again(results: Workspace) -> None:
    results.edit("input/2024-07/resultat_region.csv", "3\u00a0886\u00a0965", "3\u00a0876\u00a0965", "utf-8-sig")
    assert _ends(results) == (
        "Den skillnad som är godtagen är 23 Mkr: skriv 'difference: 33 Mkr' om den nya får stå. "
        "Det står i config/sources.yaml:16:5. "
        "[samma.region.regionstyrelsen.helar_prognos]"
    )


def test_what_is_accepted_already_is_not_offered_for_pasting(results: Workspace) -> None:
    """Pasted, it would stand there twice."""
    text = f"    by: ekonomichef\n    until: 2024-12\n{FORECAST}"
    results.edit(SOURCES, text, text.replace("2024-12", "2024-06"))
    assert f"finding: {KEY}" not in results.check().output


def test_one_that_has_expired_is_told_again(results: Workspace) -> None:
    text = f"    by: ekonomichef\n    until: 2024-12\n{FORECAST}"
    results.edit(SOURCES, text, text.replace("2024-12", "2024-06"))
    assert _ends(results) == (
        "Den godtogs till och med juni 2024: ändra 'until' om den får stå längre. "
        f"Det står i config/sources.yaml:11:5. [{KEY}]"
    )


def test_one_without_its_difference_does_not_count(results: Workspace) -> None:
    results.edit(SOURCES, FORECAST, FORECAST.split("\n", maxsplit=1)[0] + "\n")
    assert _ends(results) == (
        "Godtagandet säger inte vilken skillnad som gäller: skriv 'difference: 23 Mkr'. "
        "Det står i config/sources.yaml:16:5. "
        "[samma.region.regionstyrelsen.helar_prognos]"
    )


@pytest.mark.parametrize("written", ["23Mkr", "23 mkr", "'23  Mkr '"])
def test_a_difference_may_be_written_as_people_write(results: Workspace, written: str) -> None:
    results.edit(SOURCES, FORECAST, FORECAST.replace("23 Mkr", written))
    assert "0 varningar, 2 godtagna skillnader." in results.check().output


def test_one_with_a_difference_that_its_finding_does_not_have_says_so(workspace: Workspace) -> None:
    text = "  - finding: hopp.vantande\n"
    workspace.edit(SOURCES, text, f"{text}    difference: 5\n")
    told = workspace.check().output
    assert "sådana hopp. Den har ingen skillnad: ta bort 'difference' ur godtagandet." in told


def test_one_that_no_longer_is_needed_is_a_hint(results: Workspace) -> None:
    results.edit("input/2024-07/resultat_region.csv", "3\u00a0785\u00a0875", "3\u00a0809\u00a0252", "utf-8-sig")
    told = _told(results)
    assert told[-1] == (
        f"Tips: config/sources.yaml:11:14: DB513 Det finns inget '{KEY}' att godta i juli 2024. "
        f"Menade du 'samma.region.regionstyrelsen.helar_avvikelse'? "
        f"Ta bort godtagandet om det som inte stämde är rättat, eller rätta namnet. [godtaget.{KEY}]"
    )


def test_a_misspelt_one_is_a_hint_beside_what_it_should_cover(results: Workspace) -> None:
    results.edit(SOURCES, f"finding: {KEY}", "finding: samma.regoin.regionstyrelsen.helar_budget")
    warning, hint = _told(results)
    assert warning.endswith(f"Rätta den ena. [{KEY}]")
    assert hint.startswith(
        "Tips: config/sources.yaml:11:14: DB513 Det finns inget 'samma.regoin.regionstyrelsen.helar_budget'"
    )
    assert f"Menade du '{KEY}'?" in hint


def test_reports_that_have_no_use_for_it_say_nothing_of_it(workspace: Workspace) -> None:
    for period, report in (("2022-08", "augusti-2022"), ("2023", "regionplan")):
        result = workspace.check(period, "--report", report)
        assert "0 varningar." in result.output
        assert "godta" not in result.output.lower()


def test_a_jump_that_is_accepted_for_a_month_is_not_missed_in_those_before_it(workspace: Workspace) -> None:
    assert "hopp." not in workspace.check("2024-06").output
    path = workspace.root / SOURCES
    path.write_text(path.read_text(encoding="utf-8").replace("until: 2024-07", "until: 2024-06"), encoding="utf-8")
    assert "Det finns inget 'hopp.vantande' att godta i juni 2024." in workspace.check("2024-06").output


def test_one_without_a_reason_is_refused_at_its_line(results: Workspace) -> None:
    for number, (key, sentence) in enumerate(
        (
            ("reason", "config/sources.yaml:11:5: DB103 Nyckeln 'reason' saknas. Lägg till 'reason: …'."),
            ("by", "config/sources.yaml:11:5: DB103 Nyckeln 'by' saknas. Lägg till 'by: …'."),
            ("until", "config/sources.yaml:11:5: DB103 Nyckeln 'until' saknas. Lägg till 'until: …'."),
        )
    ):
        path = results.root / SOURCES
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        line = next(n for n, text in enumerate(lines) if text.startswith(f"    {key}:"))
        path.write_text("".join(lines[:line] + lines[line + 1 :]), encoding="utf-8")
        assert sentence in _told(results), number
        path.write_text("".join(lines), encoding="utf-8")


def test_one_that_stands_twice_is_refused(results: Workspace) -> None:
    results.edit(SOURCES, "finding: samma.region.regionstyrelsen.helar_prognos", f"finding: {KEY}")
    assert _told(results) == [f"config/sources.yaml:16:14: DB146 '{KEY}' är redan godtaget på rad 11. Ta bort den ena."]


def test_a_last_period_that_is_none_is_refused(results: Workspace) -> None:
    text = f"    by: ekonomichef\n    until: 2024-12\n{FORECAST}"
    results.edit(SOURCES, text, text.replace("2024-12", "årsskiftet"))
    assert _told(results) == [
        (
            "config/sources.yaml:15:12: DB801 'årsskiftet' är ingen period. "
            "Skriv en månad som 2024-07, ett tertial som 2025-T2 eller ett år som 2021."
        )
    ]
