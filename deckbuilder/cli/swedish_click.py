"""click's own words in Swedish, through the translation that it asks gettext for, and help that fits narrow windows.

click marks every text that it shows with `_` or `ngettext`. Those names are given our catalogue here: gettext itself
would want a compiled file and the user's language to be Swedish. A text that a later click adds stays English, and a
test tells of it.
"""

from __future__ import annotations

import shutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "shell_completion", "termui", "types")
WIDEST, NARROWEST = 80, 36

CATALOGUE = {
    # help
    "Usage:": "Användning:",
    "Options": "Val",
    "Commands": "Kommandon",
    "Positional arguments": "Argument",
    "Show this message and exit.": "Visa den här hjälpen.",
    "Show the version and exit.": "Visa versionen.",
    "default: {default}": "annars {default}",
    "(dynamic)": "(beräknas)",
    "env var: {var}": "miljövariabel: {var}",
    "required": "krävs",
    "deprecated": "utgår",
    "(Deprecated) {text}": "(Utgår) {text}",
    "{text} {deprecated_message}": "{text} {deprecated_message}",
    "file": "fil",
    "directory": "mapp",
    "path": "sökväg",
    # wrong usage
    "Try '{command} {option}' for help.": "Hjälp: {command} {option}",
    "Error: {message}": "Fel: {message}",
    "No such option {name!r}.": "Valet '{name}' finns inte.",
    "No such option: {name}": "Valet '{name}' finns inte.",
    "No such command {name!r}.": "Kommandot '{name}' finns inte.",
    "Missing command.": "Skriv vilket kommando det gäller.",
    "Did you mean {possibility}?": "Menade du {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Menade du något av {possibilities}?",
    "(Possible options: {possibilities})": "Menade du något av {possibilities}?",
    "Got unexpected extra argument ({args})": "'{args}' är ett ord för mycket.",
    "Got unexpected extra arguments ({args})": "'{args}' är flera ord för mycket.",
    "Missing argument": "Det här saknas:",
    "Missing option": "Det här valet saknas:",
    "Missing parameter": "Det här saknas:",
    "Missing parameter: {param_name}": "Det här saknas: {param_name}",
    "Missing {param_type}": "Det här saknas:",
    "Choose from:\n\t{choices}": "Välj bland {choices}.",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}: {message}",
    "Option {name!r} does not take a value.": "Valet '{name}' tar inget värde. Skriv bara {name}.",
    "Option {name!r} requires an argument.": "Valet '{name}' behöver ett värde efter sig.",
    "Option {name!r} requires {nargs} arguments.": "Valet '{name}' behöver {nargs} värden efter sig.",
    "Argument {name!r} takes {nargs} values.": "Till '{name}' hör {nargs} värden.",
    "Takes {nargs} values but 1 was given.": "Här hör {nargs} värden, men bara ett är skrivet.",
    "Takes {nargs} values but {len} were given.": "Här hör {nargs} värden, men {len} är skrivna.",
    "{len_type} values are required, but {len_value} was given.": "Här hör {len_type} värden, inte {len_value}.",
    "{len_type} values are required, but {len_value} were given.": "Här hör {len_type} värden, inte {len_value}.",
    "Value must be an iterable.": "Här hör flera värden.",
    "{value!r} is not {choice}.": "'{value}' går inte att välja. Skriv {choice}.",
    "{value!r} is not one of {choices}.": "'{value}' går inte att välja. Välj bland {choices}.",
    "{value!r} is not a valid boolean.": "Skriv true eller false, inte '{value}'.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "Skriv true eller false, inte '{value}'.",
    "{value!r} is not a valid {number_type}.": "Skriv ett tal, inte '{value}'.",
    "{value!r} is not a valid UUID.": "Skriv ett UUID, inte '{value}'.",
    "{value} is not in the range {range}.": "{value} är utanför det som går att välja ({range}).",
    "{value!r} does not match the format {format}.": "Skriv det på formen {format}, inte '{value}'.",
    "{value!r} does not match the formats {formats}.": "Skriv det på någon av formerna {formats}, inte '{value}'.",
    "{name} {filename!r} does not exist.": "'{filename}' finns inte.",
    "{name} {filename!r} is a file.": "'{filename}' är en fil.",
    "{name} {filename!r} is a directory.": "'{filename}' är en mapp.",
    "{name} {filename!r} is not readable.": "'{filename}' går inte att läsa.",
    "{name} {filename!r} is not writable.": "'{filename}' går inte att skriva.",
    "{name} {filename!r} is not executable.": "'{filename}' är inget program.",
    "Could not open file {filename!r}: {message}": "Filen '{filename}' går inte att öppna: {message}",
    "unknown error": "okänt fel",
    # the rest
    "Aborted!": "Avbrutet.",
    "%(prog)s, version %(version)s": "%(prog)s, version %(version)s",
    "DeprecationWarning: The command {name!r} is deprecated.": "Kommandot '{name}' utgår.",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": "'{name}' utgår.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": "'{name}' utgår.{extra_message}",
    "Confirm the action without prompting.": "Svara ja utan att bli tillfrågad.",
    "Do you want to continue?": "Vill du fortsätta?",
    "Repeat for confirmation": "Skriv igen",
    "Press any key to continue...": "Tryck på en tangent …",
    "Error: The two entered values do not match.": "Fel: De två värdena är olika.",
    "Error: The value you entered was invalid.": "Fel: Värdet går inte att använda.",
    "Error: invalid input": "Fel: Svaret går inte att tolka.",
    "Error: {e.message}": "Fel: {e.message}",
    "Couldn't detect Bash version, shell completion is not supported.": "Det går inte att se vilken Bash det är.",
    "Shell completion is not supported for Bash versions older than 4.4.": "Bash måste vara 4.4 eller senare.",
}  # fmt: skip
"""click's texts, those of the versions that we allow, and what stands for each."""


class Formatter(click.HelpFormatter):
    """Lays help out in two columns, the first of them narrower in a narrow window."""

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms with what they mean."""
        super().write_dl(list(rows), min(col_max, max(self.width // 3, 12)), col_spacing)


def install() -> None:
    """Make click speak Swedish, and its help fit."""
    for name in MODULES:
        module = import_module(f"click.{name}")
        for alias, function in (("_", _one), ("ngettext", _one_or_many)):
            if hasattr(module, alias):
                setattr(module, alias, function)
    click.Context.formatter_class = Formatter


def width() -> int:
    """Return how wide help is in this window."""
    return max(min(shutil.get_terminal_size().columns, WIDEST) - 2, NARROWEST)


def adapt(command: click.Command) -> click.Command:
    """Return a command whose words in capitals are Swedish, as click does not translate these.

    Its line in the list of commands is the first sentence of its help, and is not cut.
    """
    command.options_metavar = "[VAL]"
    command.short_help = f"{' '.join((command.help or '').split()).partition('. ')[0].rstrip('.')}."
    for one in command.params:
        if isinstance(one, click.Option) and one.metavar is None and not one.is_flag:
            one.metavar = "NAMN" if one.name == "report" else _metavar(one.type)
    return command


def _metavar(type_: Any) -> str | None:
    return "TAL" if isinstance(type_, (type(click.INT), type(click.FLOAT))) else None


def _one(message: str) -> str:
    return CATALOGUE.get(message, message)


def _one_or_many(one: str, many: str, count: int) -> str:
    return _one(one if count == 1 else many)
