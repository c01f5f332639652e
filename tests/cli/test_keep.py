"""`deckbuilder keep` as staff meet it, and what it does to the slides, to `check` and to `figures`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from deckbuilder.cli import group
from tests.golden import paragraphs, slides_by_id, table_rows
from tests.workspace import Workspace, only_results

if TYPE_CHECKING:
    from click.testing import Result

pytestmark = pytest.mark.slow  # whole reports, again and again

FIGURE = "region.totalt.ack_utfall"
FILE = "input/2024-07/behallna.yaml"
DATA = "input/2024-07/resultat_region.csv"
WHY = ("--reason", "Reviderat bokslut.", "--by", "ekonomichef")
OTHERS = "Underlagets värde gäller fortfarande i region.totalt.ack_avvikelse."
LISTED = [
    "Behållna värden:",
    f"- Totalt, ackumulerat juli utfall ({FIGURE}): −95\u00a0300\u00a0tkr, underlaget ger −99\u00a0816\u00a0tkr",
    "  Ekonomichef: Reviderat bokslut.",
    f"  Visas på resultat-region. {OTHERS}",
]


@pytest.fixture
def results(workspace: Workspace) -> Workspace:
    """Give the sample project with the two slides of results alone."""
    return only_results(workspace)


@pytest.fixture
def kept(results: Workspace) -> Workspace:
    """Give it with the total kept."""
    assert keep(results, FIGURE, "--value", "−95,3 Mkr", *WHY).exit_code == 0
    return results


def keep(workspace: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["keep", "2024-07", *arguments, "--project", str(workspace.root)])


def test_it_says_what_is_shown_and_what_does_not_follow(results: Workspace) -> None:
    result = keep(results, FIGURE, "--value", "−95,3 Mkr", *WHY)
    assert result.output.splitlines() == [
        "Totalt, ackumulerat juli utfall: −95\u00a0300\u00a0tkr visas i stället för −99\u00a0816\u00a0tkr.",
        f"Visas på resultat-region. {OTHERS}",
        f"Det står i {FILE}. Bygg rapporten på nytt, så syns det.",
    ]
    assert (results.root / FILE).read_text(encoding="utf-8").splitlines()[1:] == [
        f"- figure: {FIGURE}",
        '  value: "−95,3 Mkr"',
        '  was: "−99 816 tkr"',
        '  reason: "Reviderat bokslut."',
        "  by: ekonomichef",
    ]


def test_a_figure_goes_by_its_label_too(results: Workspace) -> None:
    keep(results, "region.Totalt.ack_utfall", "--value", "-1 Mkr", *WHY)
    assert f"figure: {FIGURE}\n" in (results.root / FILE).read_text(encoding="utf-8")


def test_it_is_listed_and_taken_away(kept: Workspace) -> None:
    assert keep(kept).output.splitlines() == [
        f"Behållna värden i {FILE}:",
        f"- {FIGURE}: −95,3 Mkr, underlaget gav −99 816 tkr",
        "  Ekonomichef: Reviderat bokslut.",
    ]
    assert keep(kept, "--drop", FIGURE).output == (
        f"{FIGURE} visas åter som underlaget säger i juli 2024. Bygg rapporten på nytt, så syns det.\n"
    )
    assert keep(kept).output == "Inga värden är behållna i juli 2024.\n"


def test_a_figure_that_is_not_kept_cannot_be_dropped(kept: Workspace) -> None:
    result = keep(kept, "--drop", "region.totalt.ack_utfal")
    assert (result.exit_code, result.output) == (
        2,
        f"DB731 'region.totalt.ack_utfal' är inte behållen i juli 2024. Menade du '{FIGURE}'? Behållna: {FIGURE}.\n",
    )


REFUSED = {
    "no value": (
        (FIGURE, "--by", "ekonomichef"),
        "DB803 Skriv också --value och --reason: vad som ska visas, varför, och i vilken roll det är bestämt.",
    ),
    "no figure": (
        ("--value", "1 Mkr"),
        (
            "DB803 Skriv vilken siffra det gäller: deckbuilder keep 2024-07 SIFFRA --value … "
            "ID får du med 'deckbuilder figures 2024-07'."
        ),
    ),
    "drop with a value": (
        ("--drop", FIGURE, "--value", "1 Mkr"),
        "DB803 Med --drop anges bara perioden och siffran som inte längre ska behållas.",
    ),
    "money without a unit": (
        (FIGURE, "--value", "-95", *WHY),
        "DB261 '-95' har ingen enhet. Skriv den också: '-95 tkr' eller '-95 Mkr'.",
    ),
    "what the source gives already": (
        (FIGURE, "--value", "-99,816 Mkr", *WHY),
        "DB731 Underlaget ger redan −99\u00a0816\u00a0tkr. Det finns inget att behålla.",
    ),
    "an unknown figure": (
        ("region.totalt.ack_utfal", "--value", "1 Mkr", *WHY),
        (
            f"DB340 Siffran 'region.totalt.ack_utfal' finns inte. Menade du '{FIGURE}'? "
            "Lista siffrorna med --all, och sök bland dem med --filter."
        ),
    ),
}


@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_wrong_usage_is_told_and_nothing_is_written(results: Workspace, arguments: tuple[str, ...], told: str) -> None:
    result = keep(results, *arguments)
    assert (result.exit_code, result.output) == (2, f"{told}\n")
    assert not (results.root / FILE).exists()


def test_what_a_slide_computes_itself_cannot_be_kept(workspace: Workspace) -> None:
    listed = CliRunner().invoke(group, ["figures", "2024-07", "--json", "--project", str(workspace.root)])
    tables = yaml.safe_load((workspace.root / "config/sources.yaml").read_text(encoding="utf-8"))["figures"]
    own = [one["id"] for one in json.loads(listed.output) if one["id"].split(".")[0] not in tables]
    result = keep(workspace, own[0], "--value", "1", *WHY)
    assert (result.exit_code, result.output) == (
        2,
        f"DB731 '{own[0]}' räknas av bilden själv och kan inte behållas. Behåll de siffror som den räknas av.\n",
    )


def test_a_file_in_another_form_is_left_to_people(results: Workspace) -> None:
    text = f"[{{figure: {FIGURE}, value: 1 Mkr, was: x, reason: y, by: z}}]\n"
    (results.root / FILE).write_text(text, encoding="utf-8")
    for arguments in ((FIGURE, "--value", "2 Mkr", *WHY), ("--drop", FIGURE)):
        result = keep(results, *arguments)
        assert (result.exit_code, result.output.splitlines()[0]) == (
            1,
            f"{FILE}: DB147 Filen är skriven på ett sätt som kommandot inte kan ändra i. Ändra den för hand.",
        )
    assert (results.root / FILE).read_text(encoding="utf-8") == text


def test_the_slide_shows_it_with_a_mark_and_a_note(kept: Workspace) -> None:
    result = kept.build()
    assert [line for line in result.output.splitlines() if line in LISTED] == LISTED
    assert ", 1 behållet värde, " in result.output.splitlines()[-1]
    slide = slides_by_id(kept.deck)["resultat-region"]
    total = table_rows(slide)[-1]
    assert total[:5] == ["Totalt", "−212", "−95*", "−143", "43"]
    assert any(text.endswith(". * Behållet värde: Reviderat bokslut") for text in paragraphs(slide))
    alts = [shape._element.xpath(".//p:cNvPr/@descr") for shape in slide.shapes if shape.has_table]
    assert alts[0][0].endswith(" Behållet värde: Totalt, ackumulerat juli utfall (Reviderat bokslut).")
    assert "Totalt, ackumulerat juli utfall: behållet värde: Reviderat bokslut (ekonomichef); underlaget ger" in (
        slide.notes_slide.notes_text_frame.text
    )


def test_a_new_build_brings_it_into_the_deck_and_out_again(results: Workspace) -> None:
    def total() -> str:
        assert results.build().exit_code == 0
        return table_rows(slides_by_id(results.deck)["resultat-region"])[-1][2]

    assert total() == "−100"
    keep(results, FIGURE, "--value", "−95,3 Mkr", *WHY)
    assert total() == "−95*"
    keep(results, "--drop", FIGURE)
    assert total() == "−100"


def test_sentences_show_it_with_a_mark(kept: Workspace) -> None:
    path = kept.root / "config" / "manadsrapport.yaml"
    slide = f"  - {{type: text, id: ny, title: 'Utfallet är {{{{ {FIGURE} | mkr }}}}'}}\n"
    path.write_text(path.read_text(encoding="utf-8") + slide, encoding="utf-8")
    comments = kept.root / "input/2024-07/kommentarer.md"
    text = f"\n## ny\n\n**Nu {{{{ {FIGURE} | mkr }}}} i år** och {{{{ {FIGURE} | mkr }}}}.\n"
    comments.write_text(comments.read_text(encoding="utf-8") + text, encoding="utf-8")
    result = kept.build()
    assert result.exit_code == 0, result.output
    texts = paragraphs(slides_by_id(kept.deck)["ny"])
    assert texts[0] == "Utfallet är -95Mkr*"
    assert "Nu -95Mkr* i år och -95Mkr*." in texts


def test_check_lists_it_last(kept: Workspace) -> None:
    lines = kept.check().output.splitlines()
    assert lines[-5:-1] == LISTED
    assert lines[-1] == "manadsrapport, juli 2024: 0 varningar, 2 godtagna skillnader, 1 behållet värde."
    assert json.loads(kept.check("2024-07", "--json").output)["kept"] == [
        {
            "figure": FIGURE,
            "value": "−95\u00a0300\u00a0tkr",
            "source": "−99\u00a0816\u00a0tkr",
            "was": "−99 816 tkr",
            "reason": "Reviderat bokslut.",
            "by": "ekonomichef",
            "place": f"{FILE}:2:11",
            "slides": ["resultat-region"],
            "others": ["region.totalt.ack_avvikelse"],
        }
    ]


def test_a_source_that_moves_is_warned_of_and_cannot_be_accepted(kept: Workspace) -> None:
    kept.edit(DATA, "−3\u00a0874;", "−3\u00a0974;")
    lines = kept.check().output.splitlines()
    assert lines[1] == (
        f"Varning: {FILE}:2:11: DB515 Totalt, ackumulerat juli utfall: underlaget har ändrats sedan värdet behölls, "
        "från −99 816 tkr till −99\u00a0916\u00a0tkr, men bilderna visar −95\u00a0300\u00a0tkr. Behåll värdet på nytt, "
        f"eller ta bort det med 'deckbuilder keep 2024-07 --drop {FIGURE}'. [behallen.{FIGURE}]"
    )
    assert [line for line in lines if "finding:" in line] == ["  - finding: summa.region.totalt.ack_utfall"]
    keep(kept, FIGURE, "--value", "−95,3 Mkr", *WHY)
    assert ": 1 varning, 2 godtagna skillnader, 1 behållet värde." in kept.check().output


def test_faults_are_told_by_line_with_the_others(kept: Workspace) -> None:
    kept.edit(FILE, FIGURE, "regionn.totalt.ack_utfall")
    kept.edit("config/manadsrapport.yaml", "title: Resultat", "titel: Resultat")
    lines = kept.check().output.splitlines()
    assert any(line.startswith(f"{FILE}:2:11: DB260 Siffran 'regionn.totalt.ack_utfall' finns inte") for line in lines)
    assert any("Nyckeln 'titel' finns inte här." in line for line in lines)


def test_figures_tell_what_is_kept_and_what_the_source_gives(kept: Workspace) -> None:
    arguments = ["figures", "2024-07", FIGURE, "--project", str(kept.root)]
    lines = CliRunner().invoke(group, arguments).output.splitlines()
    assert lines[3:5] == [
        "Visas som   −95\u00a0300\u00a0tkr*, i Mkr −95*",
        "Värde       −95\u00a0300\u00a0tkr",
    ]
    calculation = "behållet värde: Reviderat bokslut (ekonomichef); underlaget ger −99\u00a0816\u00a0tkr"
    assert f"Beräkning   {calculation}" in lines
    tree = lines[lines.index("Underlaget ger:") + 1 :]
    assert tree[0].startswith("└─ −99\u00a0816\u00a0tkr  Totalt, ackumulerat juli utfall: summan av ")
    data = json.loads(CliRunner().invoke(group, [*arguments, "--json"]).output)
    assert data["kept"] == {
        "reason": "Reviderat bokslut.",
        "by": "ekonomichef",
        "source": "−99\u00a0816\u00a0tkr",
    }


def test_diff_shows_it_as_it_is_shown(kept: Workspace) -> None:
    keep(kept, "--drop", FIGURE)
    assert kept.build().exit_code == 0
    keep(kept, FIGURE, "--value", "−95,3 Mkr", *WHY)
    result = CliRunner().invoke(group, ["diff", "2024-07", "2024-07", "--project", str(kept.root)])
    assert "−99\u00a0816\u00a0tkr → −95\u00a0300\u00a0tkr* (+4\u00a0516\u00a0tkr" in result.output
