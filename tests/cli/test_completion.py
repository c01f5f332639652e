"""The shells complete what a command can take: the scripts, and what they are answered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuilder.cli import COMMANDS, COMPLETING, group
from deckbuilder.composing import BUILDERS
from deckbuilder.kinds import kinds
from tests.workspace import REPO

pytestmark = pytest.mark.slow

SHELLS = ("bash", "zsh", "fish", "powershell")
BASH = shutil.which("bash") if os.name == "posix" else None


def _suggested(words: str, shell: str = "bash") -> list[str]:
    """Return what a shell would suggest after the words; the last of them is being typed, and may be empty."""
    typed = words.split(" ")
    separated, number = words, str(len(typed) - 1)
    if shell == "powershell":
        separated, number = "\n".join(filter(None, typed)), typed[-1]
    asked = {COMPLETING: f"{shell}_complete", "COMP_WORDS": separated, "COMP_CWORD": number}
    done = subprocess.run(
        [sys.executable, "-m", "deckbuilder"], capture_output=True, check=True, cwd=REPO, env={**os.environ, **asked}
    )
    assert done.stderr == b""
    return [line for line in done.stdout.decode().splitlines() if line]


def _values(words: str) -> list[str]:
    return [line.partition(",")[2] for line in _suggested(words)]


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("deckbuilder ", list(COMMANDS)),
        ("deckbuilder ch", ["check"]),
        ("deckbuilder build ", ["2024-07", "2024-06", "2023", "2022-08"]),
        ("deckbuilder build 2024-0", ["2024-07", "2024-06"]),
        ("deckbuilder diff 2024-06 ", ["2024-07", "2024-06", "2023", "2022-08"]),
        ("deckbuilder new ", ["2024-08"]),
        ("deckbuilder build 2024-07 --report ", ["augusti-2022", "manadsrapport", "regionplan"]),
        ("deckbuilder build 2024-07 --take ", ["data", "deck"]),
        (
            "deckbuilder build 2024-07 --restore resultat-region",
            ["resultat-regionstyrelsen", "resultat-region", "resultat-region-vattenfall"],
        ),
        ("deckbuilder kinds ta", ["table"]),
        ("deckbuilder explain db810", ["DB810"]),
        ("deckbuilder completion ", list(SHELLS)),
        ("deckbuilder build 2024-07 --project /finns/inte --report ", []),
    ],
)
def test_what_can_stand_there_is_suggested(words: str, known: list[str]) -> None:
    assert _values(words) == known


def test_every_option_and_every_slide_type_is_suggested() -> None:
    assert _values("deckbuilder kinds ") == list(kinds(BUILDERS))
    assert {"--report", "--project", "--strict", "--dry-run", "--take", "--help"} <= set(
        _values("deckbuilder build --")
    )


def test_figures_are_those_of_the_deck_that_was_built(july_deck: Path) -> None:
    root = july_deck.parent.parent
    found = _values(f"deckbuilder figures --project {root} 2024-07 region.totalt.ack_a")
    assert found == ["region.totalt.ack_avvikelse"]
    assert _values(f"deckbuilder figures --project {root} 2024-06 region.totalt.ack_a") == []


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_begins_with_how_it_is_installed(shell: str) -> None:
    result = CliRunner().invoke(group, ["completion", shell])
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].startswith("# Komplettering av deckbuilder med tabbtangenten i ")
    assert any(line.startswith("#   ") and f"deckbuilder completion {shell}" in line for line in lines)
    assert f"{shell}_complete" in result.output


@pytest.mark.skipif(BASH is None and "CI" not in os.environ, reason="needs bash")
def test_bash_itself_completes() -> None:
    """The printed script is run by bash, and its function called as the tab key does."""
    script = f"""
        PATH={Path(sys.executable).parent}:$PATH
        eval "$({sys.executable} -m deckbuilder completion bash)"
        complete -p deckbuilder
        COMP_WORDS=(deckbuilder build 2024-07 --report man) COMP_CWORD=4
        _deckbuilder_completion deckbuilder
        echo "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        [str(BASH), "-c", script], capture_output=True, check=True, cwd=REPO, text=True, encoding="utf-8"
    )
    assert done.stdout.splitlines() == ["complete -o nosort -F _deckbuilder_completion deckbuilder", "manadsrapport"]


def test_powershell_is_answered_with_type_value_and_help() -> None:
    (line,) = _suggested("deckbuilder ch", "powershell")
    kind, value, told = line.split("\t")
    assert (kind, value) == ("plain", "check")
    assert told.startswith("Kontrollera rapporten för PERIOD")
    assert [line.split("\t")[1] for line in _suggested("deckbuilder build 2024-07 --report man", "powershell")] == [
        "manadsrapport"
    ]
    assert _suggested("deckbuilder build ", "powershell")[0] == "plain\t2024-07\t2024-07"
    assert _suggested("deckbuilder build 2024-07 --project ", "powershell")[0].split("\t")[0] in {"file", "dir"}


def test_powershells_script_registers_a_completer_and_cleans_up_after_itself() -> None:
    """PowerShell itself is nowhere to be had in these tests, so its script is held by its text."""
    script = CliRunner().invoke(group, ["completion", "powershell"]).output
    assert "Register-ArgumentCompleter -Native -CommandName deckbuilder -ScriptBlock {" in script
    assert "$env:_DECKBUILDER_COMPLETE = 'powershell_complete'" in script
    assert "Remove-Item Env:COMP_WORDS, Env:COMP_CWORD, Env:_DECKBUILDER_COMPLETE" in script
    code = "\n".join(line for line in script.splitlines() if not line.startswith("#"))
    assert code.isascii()
    assert all(code.count(left) == code.count(right) for left, right in ("{}", "()", "[]"))
