from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks.typed import hints
from deckbuilder.period import Period
from deckbuilder.pipeline import make
from deckbuilder.project import Project
from tests.checks.make import composed
from tests.workspace import REPO

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.checks.finding import Finding
    from tests.workspace import Workspace

pytestmark = pytest.mark.slow


def told(root: Path, comment: str = "Allt är bra", title: str = "Resultatet") -> list[Finding]:
    return list(hints(*composed(root, f"## lage\n\n{comment}\n", title)))


def keys(root: Path, comment: str = "Allt är bra", title: str = "Resultatet") -> list[str]:
    return [hint.key for hint in told(root, comment, title)]


def test_a_typed_number_that_contradicts_the_table_is_told_with_the_figure_that_it_is_about(tmp_path: Path) -> None:
    (hint,) = told(tmp_path, "- Läget är gott\n- Finansnettot blev **+100 Mkr**")
    assert hint.is_hint
    assert hint.difference == "55\u00a0Mkr"
    assert str(hint.problem).replace("\u00a0", " ") == (
        "input/2024-07/kommentarer.md:4: Talet '+100 Mkr' i \"Finansnettot blev +100 Mkr\" är skrivet för hand och "
        "stämmer inte med siffrorna. Närmast är Summa Finansnetto, utfall: +155 Mkr (region.summa_finansnetto.utfall, "
        "input/2024-07/region.csv, C3). Skillnaden är 55 Mkr. Rätta talet, eller hämta det med dubbla klamrar, så "
        "följer det underlaget. [text.lage.+100-mkr]"
    )


def test_a_figure_whose_label_says_more_than_the_sentence_is_less_likely_meant(tmp_path: Path) -> None:
    (hint,) = told(tmp_path, "Finansnettot är +100 Mkr hittills i år")
    assert "utfall: +155" in hint.sentence
    (hint,) = told(tmp_path, "Finansnettot föregående år var +100 Mkr")
    assert "utfall föregående år: +79" in hint.sentence


def test_a_number_with_the_wrong_sign_is_held_against_the_figure_of_its_size(tmp_path: Path) -> None:
    (hint,) = told(tmp_path, "Finansnettot blev −155 Mkr")
    assert "Närmast är Summa Finansnetto, utfall: +155\u00a0Mkr" in hint.sentence


def test_the_nearest_figure_is_of_the_size_of_the_number_where_one_is(tmp_path: Path) -> None:
    """The budget of −338 has a word of the sentence, but is sixty times the number."""
    (hint,) = told(tmp_path, "Finansnettot är 10 Mkr över budget")
    assert "utfall föregående år: 79\u00a0Mkr" in hint.sentence


def test_a_title_on_the_slide_of_the_table_is_placed_in_its_yaml(tmp_path: Path) -> None:
    (hint,) = told(tmp_path, title="Resultatet är −101 Mkr")
    assert str(hint.place) == "config/rapport.yaml:4:40"
    assert "Närmast är TOTAL, utfall: −100\u00a0Mkr" in hint.sentence


def test_a_number_of_the_row_or_its_table_is_as_it_should_be_in_any_unit_of_money(tmp_path: Path) -> None:
    assert keys(tmp_path, "Finansnettot blev 155 miljoner kronor, 155 000 tkr, mot budget −338 Mkr") == []


def test_a_sentence_that_names_a_row_is_not_saved_by_a_chance_number_of_another_table(tmp_path: Path) -> None:
    assert keys(tmp_path, "Finansnettot blev 250,4 Mkr") == ["text.lage.250,4-mkr"]
    assert keys(tmp_path, "Finansnettot drogs ned av Folkhögskolan med 250,4 Mkr") == []


def test_a_sentence_that_names_nothing_on_a_slide_without_figures_has_no_source_to_differ_from(tmp_path: Path) -> None:
    assert keys(tmp_path, "Avkastningsmålet är 3,5 % och vi bygger för 900 Mkr") == []


def test_a_name_that_several_tables_have_says_who_and_not_what(tmp_path: Path) -> None:
    assert keys(tmp_path, "Revisionen har läst 40 % av fakturorna") == []
    assert keys(tmp_path, "Revisionens andel av resekostnaderna är 40 %") == ["text.lage.40-procent"]


def test_a_number_of_a_kind_that_the_slide_does_not_show_is_no_hint(tmp_path: Path) -> None:
    assert keys(tmp_path, title="Resultatet gäller 60 % av året") == []
    assert keys(tmp_path, title="Resultatet är 60 Mkr") == ["text.resultat.60-mkr"]


def test_numbers_of_templates_are_figures_already(tmp_path: Path) -> None:
    assert keys(tmp_path, "Finansnettot blev {{ region.summa_finansnetto.utfall | mkr }} av {{ period.year }}") == []


def test_a_sentence_may_go_on_over_lines_and_is_placed_where_it_begins(tmp_path: Path) -> None:
    (hint,) = told(tmp_path, "- Läget\n- I juli blev\n  finansnettot +100\n  Mkr.")
    assert hint.place.line == 4


def test_a_long_sentence_is_shortened_around_the_number(tmp_path: Path) -> None:
    (hint,) = told(tmp_path, f"{'Ord ' * 40}finansnettot blev +100 Mkr {'ord ' * 40}")
    assert '"…Ord Ord Ord' in hint.sentence
    assert 'ord ord…" är' in hint.sentence
    assert len(hint.sentence) < 400


def test_the_sample_report_has_no_hint_until_a_sentence_goes_another_way_than_its_table(workspace: Workspace) -> None:
    project, july = Project(workspace.root), Period(2024, 7, 7)
    made = make(project, "manadsrapport", july)
    assert list(hints(made.loaded, made.composed)) == []
    workspace.edit("input/2024-07/kommentarer.md", "## sommaren\n\n", "## sommaren\n\n- Finansnettot blev +100 Mkr\n")
    made = make(project, "manadsrapport", july)
    (hint,) = hints(made.loaded, made.composed)
    assert "Närmast är Summa finansnetto, ackumulerat juli utfall: +155\u00a0Mkr" in hint.sentence


@pytest.mark.parametrize(
    ("report", "period"), [("augusti-2022", Period(2022, 8, 8)), ("regionplan", Period(2023, 1, 12))]
)
def test_the_other_sample_reports_have_no_hints(report: str, period: Period) -> None:
    made = make(Project(REPO), report, period)
    assert list(hints(made.loaded, made.composed)) == []
