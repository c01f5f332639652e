from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from deckbuilder.records.json import from_json
from tests.golden import paragraphs, plain, slides_by_id, table_rows
from tests.two_months import two_months

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deckbuilder.records.record import RecordedSlide

BOTH = ("2024-06", "2024-07")


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Any]:
    """Return what builds the July report with a slide of changes, given as the lines below its title."""

    def build(options: str = "", months: tuple[str, ...] = BOTH, more: str = "", july: str = "") -> Any:
        lines = "".join(f"    {line}\n" for line in options.splitlines())
        project = two_months(tmp_path, f"  - type: changes\n    id: nytt\n    title: Nytt\n{lines}{more}", months)
        if july:
            (tmp_path / "input/2024-07/utfall.csv").write_text(july, encoding="utf-8")
        result = project.build("2024-07", "--report", "prov")
        if result.exit_code:
            return result.output.splitlines()[1]
        return slides_by_id(tmp_path / "output/prov-2024-07.pptx")["nytt"]

    return build


def rows(slide: Any) -> list[list[str]]:
    return [[plain(text) for text in row] for row in table_rows(slide)]


def recorded(tmp_path: Path) -> RecordedSlide:
    record = from_json((tmp_path / "output/prov-2024-07.siffror.json").read_text(encoding="utf-8"))
    return next(slide for slide in record.slides if slide.id == "nytt")


def test_figures_of_sentences_come_first_and_then_statuses_that_moved(built: Callable[..., Any]) -> None:
    slide = built("unit: mkr\ndecimals: 1")
    assert rows(slide) == [
        ["Mått", "Juni 2024", "Juli 2024", "Förändring", "Riktning"],
        ["Investeringar", "", "", "", ""],
        ["Totalt, utfall 2407", "2,5Mkr", "3,1Mkr", "+0,6Mkr", ""],
        ["Kallelser, tid", "▲ Delvis →", "● Enligt plan →", "Ny nivå", "Bättre"],
        ["Arkiv, tid", "● Enligt plan →", "■ Ej enligt plan ↘", "Ny nivå", "Sämre"],
    ]


def test_a_figure_that_is_followed_is_shown_also_when_unchanged(built: Callable[..., Any]) -> None:
    slide = built(
        "statuses: false\nfigures:\n- {figure: utfall.it.utfall, label: IT hittills}\n- utfall.totalt.avvikelse"
    )
    assert rows(slide)[1:] == [
        ["IT hittills", "500tkr", "500tkr", "Oförändrat", ""],
        ["Totalt, avvikelse", "900tkr", "300tkr", "-600tkr", "Sämre"],
    ]


def test_what_the_slide_shows_is_noted_with_its_period_in_the_source(built: Callable[..., Any], tmp_path: Path) -> None:
    slide = built("statuses: false\nfigures: [utfall.it.utfall, initiativ.arkiv.tid]")
    assert recorded(tmp_path).figures == ("utfall.it.utfall", "initiativ.arkiv.tid")
    assert (
        "Källa: utfall.csv och initiativ.csv. Jämfört med rapporten för juni 2024. "
        "Skillnader är räknade på oavrundade tal"
    ) in [text.replace("\u00a0", " ") for text in paragraphs(slide)]


def test_a_figure_that_the_report_before_did_not_show_has_nothing_to_differ_from(built: Callable[..., Any]) -> None:
    slide = built("statuses: false\nfigures: [initiativ.nytt.tid]")
    assert rows(slide)[1] == ["Nytt, tid", "–", "▲ Delvis", "–"]


def test_faults_of_the_report_before_are_a_warning(tmp_path: Path) -> None:
    project = two_months(tmp_path, "  - {type: changes, id: nytt, title: Nytt}\n")
    (tmp_path / "input/2024-06/vantande.csv").write_text("Något;annat\n", encoding="utf-8")
    assert (
        "Varning: input/2024-06: DB530 Jämförelsen med juni 2024 är inte hel, eftersom underlaget har 1 fel. "
        "Rätta det som 'deckbuilder check 2024-06' tar upp.\n"
    ) in project.build("2024-07", "--report", "prov").output


def test_a_file_that_the_report_before_has_not_may_be_of_a_new_source(tmp_path: Path) -> None:
    project = two_months(tmp_path, "  - {type: changes, id: nytt, title: Nytt}\n")
    (tmp_path / "input/2024-06/vantande.csv").unlink()
    assert (
        "Varning: config/sources.yaml:4:20: DB531 Filen 'vantande.csv' saknas i input/2024-06, "
        "så siffrorna ur den räknas som nya i jämförelsen. Är källan ny är det som det ska. Annars lägg filen där.\n"
    ) in project.build("2024-07", "--report", "prov").output


def test_figures_of_one_name_are_told_apart_by_their_tables(built: Callable[..., Any]) -> None:
    more = "  - {type: table, id: igen, title: Igen, figures: utfall}\n"
    named = ("utfall.it.utfall", "vantande.2024_07.antal")
    figures = "".join(f"\n- {{figure: {one}, label: Lika}}" for one in named)
    slide = built(f"statuses: false\nfigures:{figures}", more=more)
    assert [row[0] for row in rows(slide)[1:]] == ["Investeringar: Lika", "Väntande: Lika"]


def test_the_first_report_says_that_there_is_none_before(built: Callable[..., Any], tmp_path: Path) -> None:
    slide = built("figures: [utfall.it.utfall]", months=("2024-07",))
    assert paragraphs(slide)[:4] == [
        "Nytt",
        "Juli 2024",
        "Det finns ingen rapport före juli 2024 att jämföra med.",
        "IT, utfall 2407: 500tkr",
    ]
    assert recorded(tmp_path).figures == ("utfall.it.utfall",)


@pytest.mark.parametrize("hus", ["2 000", "2 000,4"])
def test_when_nothing_that_can_be_seen_has_changed_the_slide_says_so(built: Callable[..., Any], hus: str) -> None:
    slide = built("statuses: false", july=f"Område;Utfall 2407;Budget\nHus;{hus};3 000\nIT;500;400\n")
    assert paragraphs(slide)[2] == "Inget av det som står i rubriker och meningar har ändrats sedan juni 2024."


def test_a_difference_that_can_be_seen_is_shown_though_both_values_round_alike(built: Callable[..., Any]) -> None:
    assert rows(built("statuses: false\nunit: mkr"))[2][1:] == ["3Mkr", "3Mkr", "+1Mkr"]


def test_rows_are_limited_and_statuses_keep_a_third_of_them(built: Callable[..., Any]) -> None:
    slide = built("most: 1")
    assert rows(slide)[2:] == [["Totalt, utfall 2407", "2500tkr", "3100tkr", "+600tkr"]]
    assert "Juli 2024 jämfört med juni 2024, 1 av 3 förändringar" in paragraphs(slide)


def test_the_alternative_text_has_the_figures(built: Callable[..., Any]) -> None:
    slide = built("figures: [utfall.totalt.avvikelse, utfall.it.utfall]\nstatuses: false")
    (table,) = (shape for shape in slide.shapes if shape.has_table)
    alt = plain(table._element.nvGraphicFramePr.cNvPr.get("descr"))
    assert alt == (
        "Tabell: Nytt. Totalt, avvikelse: 300tkr, 900tkr juni 2024 (-600tkr, sämre). "
        "IT, utfall 2407: 500tkr, 500tkr juni 2024 (oförändrat)."
    )


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ("[utfall.it.utfal]", "Kolumnen 'utfal' finns inte i siffrorna. Menade du 'utfall'?"),
        ("[utfall.it.utfall, utfall.it.utfall]", "'utfall.it.utfall' står redan i listan. Ta bort den ena."),
    ],
)
def test_a_list_that_is_wrong_is_told(built: Callable[..., Any], figures: str, sentence: str) -> None:
    assert sentence in built(f"figures: {figures}")
