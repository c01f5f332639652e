"""`deckbuilder build` when the report is there already, as staff meet it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from deckbuilder.refresh.parts import Parts
from tests.refresh import edits
from tests.refresh.reading import order, shape, words
from tests.two_months import two_months

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.workspace import Workspace

pytestmark = pytest.mark.slow

REPORT = ("2024-07", "--report", "prov")
CSV = "input/2024-07/utfall.csv"
OWN = edits.OWN
TITLE = "Investeringarna har kostat {} Mkr"
TAKE = "Ta underlagets med --take data. Med --take deck står rapportens kvar utan att räknas som krock."


@pytest.fixture
def project(tmp_path: Path) -> Workspace:
    """A project whose report is built, and edited by hand: another title, and a slide deleted."""
    made = two_months(tmp_path)
    assert made.build(*REPORT).exit_code == 0
    edit(made, lambda deck: (edits.retype(deck, "utfall/title"), edits.delete_slide(deck, "vantande")))
    return made


def deck_of(project: Workspace) -> Path:
    return project.root / "output" / "prov-2024-07.pptx"


def edit(project: Workspace, change: Callable[[Parts], object]) -> None:
    deck = Parts.of(deck_of(project).read_bytes())
    change(deck)
    deck_of(project).write_bytes(deck.content())


def built(project: Workspace, *options: str) -> list[str]:
    """Build again; return what is told but for the stages and the warnings."""
    result = project.build(*REPORT, *options)
    assert result.exit_code == 0, result.output
    lines = [
        line for line in result.output.splitlines() if not line.startswith(("Läser", "Skapar", "Sparar", "Varning"))
    ]
    return [re.sub(r"[0-9,]+ sekunder", "x sekunder", line.replace(str(project.root), "…")) for line in lines]


def title(project: Workspace) -> str:
    return words(shape(Parts.of(deck_of(project).read_bytes()), "utfall/title"))


def write_title(deck: Parts, text: str) -> None:
    edits.retype(deck, "utfall/title")
    for run in shape(deck, "utfall/title").iter("{*}t"):
        run.text = text


def files(project: Workspace) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (project.root / "output").rglob("*") if path.is_file()}


def test_the_same_data_leaves_the_edited_report_as_it_is(project: Workspace) -> None:
    before = deck_of(project).read_bytes()
    assert built(project)[0] == "Underlaget är detsamma som förra gången. Rapporten är som den var."
    assert deck_of(project).read_bytes() == before


def test_new_data_comes_in_and_what_both_changed_is_told(project: Workspace) -> None:
    project.edit(CSV, "2 600", "4 600")
    lines = built(project)
    assert lines[:6] == [
        "Ändrat både för hand och i underlaget (DB740). Det som är skrivet för hand står kvar:",
        "  utfall",
        f"    rubrik: i rapporten ”{OWN}”, i underlaget nu ”{TITLE.format(5)}”, förra gången ”{TITLE.format(3)}”",
        "Ändrat för hand, står kvar:",
        "  vantande: borttagen (ta tillbaka med --restore vantande)",
        TAKE,
    ]
    assert title(project) == OWN
    assert "4\u00a0600" in words(shape(Parts.of(deck_of(project).read_bytes()), "utfall/table"))
    assert any(
        re.fullmatch(r"Mot förra gången: \d+ uppdaterade, 1 ändring för hand behållen, 1 krock\.", line)
        for line in lines
    )


def test_a_dry_run_tells_everything_and_writes_nothing(project: Workspace) -> None:
    project.edit(CSV, "2 600", "4 600")
    before = files(project)
    lines = built(project, "--dry-run")
    assert "    tabell, Hus, Utfall 2407: ”2 600” → ”4 600”" in lines
    assert re.fullmatch(
        r"Inget är skrivet\. Det skulle bli \d+ uppdaterade, 1 ändring för hand behållen, 1 krock\.", lines[-1]
    )
    assert files(project) == before


def test_a_dry_run_of_a_report_that_is_not_there_writes_nothing(tmp_path: Path) -> None:
    project = two_months(tmp_path)
    assert built(project, "--dry-run")[-1] == "Inget är skrivet. Rapporten skulle bli ny."
    assert not (tmp_path / "output").exists()


def test_take_data_gives_what_both_changed_to_the_data(project: Workspace) -> None:
    project.edit(CSV, "2 600", "4 600")
    assert TAKE not in built(project, "--take", "data")
    assert title(project) == "Investeringarna har kostat 5\u00a0Mkr"


def test_take_data_settles_the_conflicts_of_the_build_before(project: Workspace) -> None:
    project.edit(CSV, "2 600", "4 600")
    assert TAKE in built(project)
    assert title(project) == OWN
    built(project, "--take", "data")
    assert title(project) == "Investeringarna har kostat 5\u00a0Mkr"
    assert order(Parts.of(deck_of(project).read_bytes())) == ["utfall", "initiativ"]


def test_a_conflict_is_told_until_it_is_settled(project: Workspace) -> None:
    project.edit(CSV, "2 600", "4 600")
    conflict = built(project)[:3]
    before = deck_of(project).read_bytes()
    assert built(project)[:4] == [*conflict, TAKE]
    assert deck_of(project).read_bytes() == before
    project.edit(CSV, "4 600", "5 600")
    assert built(project)[2] == conflict[2].replace("5 Mkr", "6 Mkr")
    built(project, "--take", "deck")
    assert title(project) == OWN
    assert built(project)[0] == "Underlaget är detsamma som förra gången. Rapporten är som den var."


def test_a_conflict_that_people_have_settled_themselves_is_told_no_more(project: Workspace) -> None:
    project.edit(CSV, "2 600", "4 600")
    built(project)
    edit(project, lambda deck: write_title(deck, "Investeringarna har kostat 5\u00a0Mkr"))
    assert built(project)[0] == "Underlaget är detsamma som förra gången. Rapporten är som den var."


def test_take_deck_keeps_what_both_changed_without_calling_it_a_conflict(project: Workspace) -> None:
    project.edit(CSV, "2 600", "4 600")
    lines = built(project, "--take", "deck")
    assert lines[:3] == [
        "Ändrat för hand, står kvar:",
        "  utfall",
        f"    rubrik: ”{OWN}” (i underlaget ”Investeringarna har kostat 5 Mkr”)",
    ]
    assert title(project) == OWN


def test_a_deleted_slide_comes_back_when_it_is_restored(project: Workspace) -> None:
    lines = built(project, "--restore", "vantande")
    assert lines[:2] == ["Nytt:", "  vantande: ”Väntande”"]
    assert order(Parts.of(deck_of(project).read_bytes())) == ["utfall", "initiativ", "vantande"]
    assert title(project) == OWN


def test_a_slide_that_the_report_does_not_have_cannot_be_restored(project: Workspace) -> None:
    before = files(project)
    result = project.build(*REPORT, "--restore", "vantand")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        "DB708 --restore: 'vantand' finns inte i rapporten. Menade du 'vantande'? Skriv en bilds id ur config."
    )
    assert files(project) == before


def test_fresh_builds_anew_and_keeps_the_edited_report(project: Workspace) -> None:
    edited = deck_of(project).read_bytes()
    lines = built(project, "--fresh")
    assert title(project) == "Investeringarna har kostat 3\u00a0Mkr"
    (kept,) = (project.root / "output" / ".versions").glob("*.pptx")
    assert kept.read_bytes() == edited
    assert lines[0].startswith("Den förra versionen är sparad: …/output/.versions/")
