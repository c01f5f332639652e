from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.spec.kept import KeptFile, read_kept

if TYPE_CHECKING:
    from pathlib import Path

ITEM = "- figure: region.totalt.utfall\n  value: {}\n  reason: Nytt bokslut.\n  by: ekonomichef\n"


def read(folder: Path, text: str) -> KeptFile:
    path = folder / "behallna.yaml"
    path.write_text(text, encoding="utf-8")
    return read_kept(path, "input/2024-07/behallna.yaml")


def fault(folder: Path, text: str) -> str:
    with pytest.raises(ContentError) as caught:
        read(folder, text)
    return str(caught.value)


def test_without_a_file_nothing_is_kept(tmp_path: Path) -> None:
    assert read_kept(tmp_path / "behallna.yaml", "input/2024-07/behallna.yaml").specs == ()


def test_a_file_of_comments_keeps_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "# Inget än.\n").specs == ()


@pytest.mark.parametrize(
    ("written", "read_as"), [("−95 Mkr", "−95 Mkr"), ("-95", "-95"), ("5.5", "5,5"), ("'12'", "12")]
)
def test_a_number_may_stand_without_quotation_marks(tmp_path: Path, written: str, read_as: str) -> None:
    assert read(tmp_path, ITEM.format(written)).specs[0].value == read_as


FAULTS = {
    "not a list": ("figure: x\n", "1:1: Filen ska vara en lista: varje värde börjar med en rad '- figure: …'."),
    "no mapping": ("- region.totalt.utfall\n", "1:3: Här ska stå nycklar med värden (nyckel: värde)."),
    "a misspelt key": (
        ITEM.format("1 Mkr") + "  whas: 2 Mkr\n",
        "5:3: Nyckeln 'whas' finns inte här. Menade du 'was'? Nycklar som finns: figure, value, was, reason och by.",
    ),
    "an empty value": (ITEM.format("' '"), "2:10: 'value' är tom. Skriv ett värde."),
    "a truth value": (
        ITEM.format("true"),
        "2:10: 'value' ska vara text, inte ett sant/falskt-värde. Sätt värdet inom citattecken.",
    ),
    "a figure twice": (
        ITEM.format("1 Mkr") + ITEM.format("2 Mkr"),
        "5:11: 'region.totalt.utfall' står redan på rad 1. Ta bort den ena.",
    ),
}


@pytest.mark.parametrize(("text", "told"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_by_line(tmp_path: Path, text: str, told: str) -> None:
    assert fault(tmp_path, text) == f"input/2024-07/behallna.yaml:{told}"


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    assert fault(tmp_path, "- figure: a\n  value: 1\n- value: 2\n").splitlines() == [
        "input/2024-07/behallna.yaml:1:3: Nyckeln 'reason' saknas. Lägg till 'reason: …'.",
        "input/2024-07/behallna.yaml:1:3: Nyckeln 'by' saknas. Lägg till 'by: …'.",
        "input/2024-07/behallna.yaml:3:3: Nyckeln 'figure' saknas. Lägg till 'figure: …'.",
        "input/2024-07/behallna.yaml:3:3: Nyckeln 'reason' saknas. Lägg till 'reason: …'.",
        "input/2024-07/behallna.yaml:3:3: Nyckeln 'by' saknas. Lägg till 'by: …'.",
    ]
