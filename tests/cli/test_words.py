"""No English word of click's is left, in help or in what is told of wrong usage."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from deckbuilder.cli import COMMANDS, group, swedish_click

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|show|this|message|exit|default|required|try|help|error|missing|invalid|"
    r"value|such|unexpected|extra|choose|from|not|one of|is|are|requires?|integer|float|range|path|file|directory)\b",
    re.IGNORECASE,
)
WRONG = {
    "": ("bulid", "DB814 Kommandot 'bulid' finns inte. Menade du 'build'?"),
    "an option that is not there": (
        "check 2024-07 --strickt",
        "DB810 Valet '--strickt' finns inte. Menade du '--strict'? ",
    ),
    "one of the group": ("--verison", "DB810 Valet '--verison' finns inte. Menade du '--version'? "),
    "a short option": ("check -x 2024-07", "DB810 Valet '-x' finns inte. Val som finns: --report, "),
    "an argument that is missing": ("check", "DB811 PERIOD saknas. Skriv till exempel 2024-07."),
    "the second that is missing": ("diff 2024-06", "DB811 EFTER saknas."),
    "a choice": ("build 2024-07 --take x", "DB812 '--take': 'x' går inte att välja. Välj bland 'data', 'deck'."),
    "a choice of shells": ("completion tcsh", "DB812 'SKAL': 'tcsh' går inte att välja. Välj bland 'bash', 'zsh', "),
    "no number": ("preview 2024-07 --port x", "DB812 '--port': Skriv ett tal, inte 'x'."),
    "a number too large": (
        "preview 2024-07 --port 99999999",
        "DB812 '--port': 99999999 är utanför det som går att välja ",
    ),
    "a word too much": ("check 2024-07 x", "DB813 'x' är ett ord för mycket."),
    "words too much": ("check 2024-07 x y", "DB813 'x y' är flera ord för mycket."),
    "a value that is missing": ("check 2024-07 --report", "DB815 Valet '--report' behöver ett värde efter sig."),
    "a value where none goes": (
        "check 2024-07 --strict=1",
        "DB815 Valet '--strict' tar inget värde. Skriv bara --strict.",
    ),
}


def _help(*words: str) -> str:
    result = CliRunner().invoke(group, [*words, "--help"])
    assert result.exit_code == 0
    return result.output


def _english(text: str) -> list[str]:
    """Return the English words in a text, but those that are typed: options, choices and names of files."""
    typed = re.sub(r"--?[a-z-]+|\[[a-z|]+\]|[\w*/.]*\.(?:yaml|json|csv|pptx)\b|\w+/", "", text)
    return [found[0] for found in ENGLISH.finditer(typed)]


@pytest.mark.parametrize(
    "words", [[], *([name] for name in COMMANDS)], ids=lambda words: " ".join(words) or "deckbuilder"
)
def test_help_is_in_swedish(words: list[str]) -> None:
    text = _help(*words)
    assert text.startswith(f"Användning: {' '.join(['deckbuilder', *words])} [VAL]")
    assert "\nVal:\n" in text
    assert "-h, --help" in text
    commands = "|".join(COMMANDS)
    assert _english(re.sub(rf"^  ({commands}) |\"[^\"]*\"|'[^']*'", "", text, flags=re.MULTILINE)) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_option_and_argument_is_told(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert (command.help or "").strip()
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [one.opts for one in options if not (one.help or "").endswith((".", "]"))] == []
    for argument in (one for one in command.params if isinstance(one, click.Argument)):
        assert argument.human_readable_name.strip("[]") in (command.help or ""), argument.name


def test_the_list_of_commands_has_whole_sentences() -> None:
    assert "..." not in _help()


def test_without_a_word_the_help_is_shown() -> None:
    result = CliRunner().invoke(group, [])
    assert (result.exit_code, result.output) == (0, _help())


@pytest.mark.parametrize(("typed", "told"), WRONG.values(), ids=[words or "a command" for words in WRONG])
def test_wrong_usage_is_told_in_swedish_with_a_code_and_where_there_is_help(typed: str, told: str) -> None:
    result = CliRunner().invoke(group, typed.split())
    assert result.exit_code == 2
    first, usage, help_line = result.output.splitlines()
    assert first.startswith(told)
    words = typed.split()
    command = words[0] if words[0] in COMMANDS else ""
    assert usage.startswith(f"Användning: deckbuilder {command}".rstrip())
    assert help_line == f"Hjälp: {' '.join(filter(None, ('deckbuilder', command)))} --help"
    assert _english(first) == []


def _messages(module: str) -> set[str]:
    """Return the texts that a module of click marks for translation."""
    tree = ast.parse(Path(str(import_module(f"click.{module}").__file__)).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    marked = [node for node in calls if getattr(node.func, "id", "") in {"_", "ngettext"}]
    texts = {arg.value for node in marked for arg in node.args if isinstance(arg, ast.Constant)}
    return {text for text in texts if isinstance(text, str)}


FOR_PROGRAMMERS = re.compile(r"declar|defined twice|start character|same flag|options defined|Choice\(|Unknown color")


def test_every_text_of_this_click_has_a_translation() -> None:
    """Fails when a new version of click says something new: translate it in `swedish_click`."""
    known = {text for module in swedish_click.MODULES for text in _messages(module)}
    assert len(known) > 40
    assert {text for text in known - set(swedish_click.CATALOGUE) if not FOR_PROGRAMMERS.search(text)} == set()


def test_a_translation_names_nothing_that_the_text_does_not() -> None:
    for text, swedish in swedish_click.CATALOGUE.items():
        names = {name.partition("!")[0] for name in re.findall(r"\{([^}]*)\}", text)}
        assert set(re.findall(r"\{([^}]*)\}", swedish)) <= names, text
