"""`deckbuilder figures` as staff meet it."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner

from deckbuilder import swedish
from deckbuilder.cli import group
from deckbuilder.cli.figure_list import as_csv_text, as_table
from deckbuilder.figures.figure import Figure
from deckbuilder.period import Period
from deckbuilder.records.listing import Listed
from deckbuilder.sources.grid import CellRef
from deckbuilder.value import Level, Status, Suppressed, Unit
from tests.workspace import REPO

if TYPE_CHECKING:
    from click.testing import Result

pytestmark = pytest.mark.slow  # whole reports, again and again

TOTAL = "investeringar.totalt.utfall"


@cache
def _run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["figures", "2024-07", "--project", str(REPO), *arguments])


def _output(*arguments: str) -> str:
    result = _run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def _ids(*arguments: str) -> list[str]:
    return [one["id"] for one in json.loads(_output("--json", *arguments))]


def test_the_list_has_a_line_for_each_figure_with_its_value_and_slides() -> None:
    lines = _output("--filter", "investeringar totalt").splitlines()
    assert lines[0].split() == ["Siffra", "Visas", "som", "Bilder", "Namn", "Period", "Filer"]
    assert [" ".join(line.split()) for line in lines if line.startswith(f"{TOTAL} ")] == [
        f"{TOTAL} 478 744 tkr investeringar Totalt, utfall ack. juli juli 2024 investeringar.xlsx"
    ]


def test_only_figures_that_slides_show_are_listed_unless_all_are_asked_for() -> None:
    shown, every = _ids(), _ids("--all")
    assert set(shown) < set(every)
    assert len(every) == len(set(every))
    assert "vantande.over_90.2024-07.forstabesok" in shown
    assert "personalkostnad_regionstyrelsen.2023-07.personalkostnad" not in shown


@pytest.mark.parametrize(
    "words", ["INVESTERINGAR hjalpmedel prognos", "hjälpmedel investeringar.xlsx prognos", "hjalpmedel.prognos"]
)
def test_the_filter_takes_words_in_any_order_without_case_and_accents(words: str) -> None:
    assert _ids("--filter", words) == ["investeringar.hjalpmedel.prognos"]


def test_the_filter_takes_a_slide_and_none_of_another_whose_id_begins_alike() -> None:
    found = json.loads(_output("--json", "--filter", "resultat-region"))
    assert found
    assert all("resultat-region" in one["slides"] for one in found)


def test_a_word_that_is_also_a_slides_id_finds_what_other_slides_show_too() -> None:
    found = json.loads(_output("--json", "--filter", "vantande"))
    assert {"vantande" in one["slides"] for one in found} == {True, False}
    assert all("vantande" in one["slides"] or "vantande" in one["id"] for one in found)


def test_a_filter_that_nothing_has_is_told() -> None:
    result = _run("--filter", "finns ej")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "Ingen siffra har 'finns ej'. Sök på färre ord, eller med --all bland dem som ingen bild visar.\n"
    )
    assert json.loads(_run("--filter", "finns ej", "--json").stdout) == []


def test_json_has_the_value_unrounded_and_the_slides() -> None:
    (one,) = json.loads(_output("--json", "--filter", TOTAL))
    assert (one["value"], one["display"], one["slides"]) == ("478744", "478\u00a0744\u00a0tkr", ["investeringar"])
    assert len(one["cells"]) == 6


def test_csv_opens_in_swedish_excel() -> None:
    text = _output("--csv", "--filter", "resekostnader mot_plan_procent totalt")
    assert text.startswith("\ufeffid;namn;värde;slag;")
    (row,) = csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert "." not in row["värde"]
    assert swedish.decimals_of(Decimal(row["värde"].replace(",", "."))) > 5
    assert (row["slag"], row["enhet"], row["bilder"]) == ("tal", "procent", "resekostnader")


def test_csv_tells_missing_withheld_zero_and_text_apart() -> None:
    values = (None, Suppressed("<5"), Decimal(0), "-text", Status(Level.PARTLY))
    found = [Listed(Figure(f"a.b.{number}", value), ()) for number, value in enumerate(values)]
    rows = csv.DictReader(StringIO(as_csv_text(found, "Mkr").removeprefix("\ufeff")), delimiter=";")
    assert [(row["värde"], row["slag"]) for row in rows] == [
        ("", "saknas"),
        ("<5", "skyddad uppgift"),
        ("0", "tal"),
        (" -text", "text"),
        ("delvis", "status"),
    ]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_on_a_terminal_the_table_fits_and_ids_and_values_are_whole(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    cell = CellRef("input/2024-07/en_fil_med_ett_langt_namn.csv", "", 7, 3)
    label, july = "En lång benämning på en siffra, utfall för hela året", Period(2024, 7, 7)
    figure = Figure("tabell.raden_som_raknas.utfall", Decimal(1234), Unit.TKR, 0, (cell,), period=july, label=label)
    lines = list(as_table([Listed(figure, ("en-bild-med-langt-id",))], "Mkr", "Tips.", fit=True))
    assert all(len(line) <= width for line in lines[:2])
    assert lines[1].startswith("tabell.raden_som_raknas.utfall  1\u00a0234\u00a0tkr")
    assert ("Bredare fönster" in lines[2]) == (width < 120)
    assert (label in lines[1]) == (width == 200)


def test_a_figure_is_explained_down_to_its_cells() -> None:
    lines = _output("investeringar.Totalt.avvikelse").splitlines()
    assert lines[:2] == ["Totalt, avvikelse", "investeringar.totalt.avvikelse"]
    page = "\n".join(lines)
    assert "Beräkning   årsbudget 2024 minus prognos 2024\n" in page
    assert "Bilder      investeringar: " in page
    assert "├─ 59\u00a0000 tkr" not in page
    assert "  (investeringar.xlsx, bladet Uppföljning, cell D5)" in page


def test_the_cells_of_a_total_can_be_found_in_the_workbook() -> None:
    data = json.loads(_output(TOTAL, "--json"))
    sheet = openpyxl.load_workbook(REPO / "input/2024-07/investeringar.xlsx", data_only=True)["Uppföljning"]
    told = [(part["cells"][0]["cell"], Decimal(part["value"])) for part in data["parts"]]
    assert len(told) == 6
    assert all(Decimal(str(sheet[cell].value)) == value for cell, value in told)
    assert sum(value for _, value in told) == Decimal(data["value"])
    assert list(data["files"]) == ["input/2024-07/investeringar.xlsx"]


def test_a_rolling_twelve_lists_its_months_and_a_cost_what_stands_in_the_file() -> None:
    page = _output("nettokostnad_per_manad.2024-07.nettokostnad_r12")
    months = [line for line in page.splitlines() if line.startswith(("├─ ", "└─ "))]
    assert len(months) == 12
    assert months[-1].endswith("(nettokostnad_per_manad.csv, rad 38, kolumn 2 (B38), där det står \u2212985 376)")


def test_a_figure_of_one_cell_tells_it_and_money_in_millions_too() -> None:
    lines = _output("resekostnader.6_revision.utfall").splitlines()
    assert "Cell        resekostnader.csv, rad 10, kolumn 2 (B10)" in lines
    assert "Visas som   30\u00a0068\u00a0kr, i Mkr 0,03" in lines


def test_a_figure_that_a_slide_computes_itself_is_explained() -> None:
    page = _output("sjukfranvaro-styrdiagram.1-14 dagar.medel")
    assert "Beräkning   medelvärdet av 13 värden\n" in page
    assert page.count("sjukfranvaro.csv, rad") == 13


def test_a_name_of_no_figure_is_wrong_usage() -> None:
    result = _run("investeringar.totalt.utfal")
    assert result.exit_code == 2
    assert result.output == (
        f"DB340 Siffran 'investeringar.totalt.utfal' finns inte. Menade du '{TOTAL}'? "
        "Lista siffrorna med --all, och sök bland dem med --filter.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--json", "--csv"], "DB803 Välj en av --json och --csv."),
        (
            [TOTAL, "--csv"],
            "DB803 Med ett ID går --filter, --all och --csv inte att använda. Ta bort dem, eller ta bort ID.",
        ),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(arguments: list[str], sentence: str) -> None:
    result = _run(*arguments)
    assert result.exit_code == 2
    assert sentence in result.output
