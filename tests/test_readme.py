"""What the README says is so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.golden import slides_by_id, table_rows
from tests.workspace import REPO

if TYPE_CHECKING:
    from tests.workspace import Workspace

README = (REPO / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def test_the_slide_that_it_adds_can_be_added(workspace: Workspace) -> None:
    workspace.edit("config/manadsrapport.yaml", "  - type: closing", f"{BLOCKS[0]}\n  - type: closing")
    result = workspace.build()
    assert result.exit_code == 0, result.output
    assert (
        slides_by_id(workspace.deck)["investeringar-igen"].shapes.title.text
        == "Investeringarna har kostat 479\u00a0Mkr"
    )


def test_the_source_that_it_adds_can_be_added(workspace: Workspace) -> None:
    sources, figures = BLOCKS[2].split("figures:\n")
    workspace.edit("config/sources.yaml", "\nfigures:\n", f"{sources.replace('sources:', '')}\nfigures:\n{figures}\n")
    data = "Enhet;Utfall 2024;Budget 2024\r\nEnhet 7;1 500;2 000\r\nEnhet 8;500;400\r\nSumma;2 000;2 400\r\n"
    (workspace.root / "input/2024-07/hyrbilar.csv").write_text(data, encoding="utf-8")
    sentences = re.findall(r"`(\{\{ hyrbilar.*?\}\})`", README)
    slide = f'  - {{type: table, id: hyrbilar, figures: hyrbilar, title: "{" och ".join(sentences)}"}}'
    workspace.edit("config/manadsrapport.yaml", "  - type: closing", f"{slide}\n\n  - type: closing")
    result = workspace.build()
    assert result.exit_code == 0, result.output
    made = slides_by_id(workspace.deck)["hyrbilar"]
    assert made.shapes.title.text == "2\u00a0Mkr och 1\u00a0500\u00a0tkr"
    assert table_rows(made)[-1] == ["Totalt", "2\u00a0000", "2\u00a0400", "400"]


def test_the_messages_that_it_shows_are_given(workspace: Workspace) -> None:
    workspace.edit("config/manadsrapport.yaml", "    label: Område", "    lable: Område")
    workspace.edit("input/2024-07/resultat_region.csv", "\u22126\u00a0803", "okänt")
    told = workspace.build().output.splitlines()[1:]
    shown = re.findall(r"```\n(config/.*?)```", README, re.DOTALL)[0].splitlines()
    for line, said in zip(told, shown, strict=True):
        assert _without_lines(line).startswith(_without_lines(said).removesuffix(", …"))


def _without_lines(message: str) -> str:
    """Leave out line numbers: the sample report grows, and the README need not follow."""
    return re.sub(r":\d+(?=[: ])", "", message)


def test_the_slide_that_it_takes_from_another_report_can_be_taken(workspace: Workspace) -> None:
    (workspace.root / "config" / "egen.yaml").write_text(f"title: Egen\nslides:\n{BLOCKS[1]}", encoding="utf-8")
    result = workspace.build("2024-07", "--report", "egen")
    assert result.exit_code == 0, result.output


def test_every_filter_and_calculation_is_named() -> None:
    from deckbuilder.kinds import kinds  # noqa: PLC0415

    assert all(f"`{name}" in README for name in ("mkr", "tkr", "procent", "enheter", "antal", "datum", "ord"))
    named = README.split("kind: table")[1].splitlines()[0]
    others = set(kinds("deckbuilder.figures.calculations")) - {"table"}
    assert all(name in named for name in others)


def test_every_file_that_it_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert all((REPO / link).exists() for link in links)
