"""How wrong usage is told: what is wrong with its code, how the command is written, and where there is help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deckbuilder.errors import choices, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_OPTION, MISSING, BAD_VALUE, TOO_MUCH, NO_COMMAND, BAD_OPTION = "DB810", "DB811", "DB812", "DB813", "DB814", "DB815"


class UnknownCommandError(click.UsageError):
    """There is no such command; the sentence tells the nearest."""

    def __init__(self, word: str, known: list[str], ctx: click.Context) -> None:
        guess = did_you_mean(word, known) or " Hjälpen visar alla kommandon."
        super().__init__(f"Kommandot '{word}' finns inte.{guess}", ctx)


def told(error: click.ClickException, ctx: click.Context) -> Iterator[str]:
    """Yield the lines that tell of a fault in what was typed; `ctx` is what was run, if the fault does not know."""
    if not isinstance(error, click.UsageError):
        yield error.format_message()
        return
    ctx = error.ctx or ctx
    code, sentence = _said(error, ctx)
    yield f"{code} {sentence}"
    yield from ctx.get_usage().splitlines()
    yield f"Hjälp: {ctx.command_path} --help"


def _said(error: click.UsageError, ctx: click.Context) -> tuple[str, str]:
    """Return the code of a fault and the sentence about it, by its class."""
    if isinstance(error, UnknownCommandError):
        return NO_COMMAND, error.format_message()
    if isinstance(error, click.NoSuchOption):
        options = [name for one in ctx.command.get_params(ctx) for name in one.opts if name.startswith("--")]
        guess = did_you_mean(error.option_name, options)
        return NO_OPTION, f"Valet '{error.option_name}' finns inte.{guess} Val som finns: {choices(options)}."
    if isinstance(error, click.MissingParameter):
        return MISSING, _missing(error)
    if isinstance(error, click.BadParameter):
        return BAD_VALUE, error.format_message()
    if isinstance(error, click.BadOptionUsage):
        return BAD_OPTION, error.format_message()
    return TOO_MUCH, error.format_message()


def _missing(error: click.MissingParameter) -> str:
    if error.param is None:
        return error.format_message()
    name = error.param.human_readable_name if isinstance(error.param, click.Argument) else error.param.opts[-1]
    example = " Skriv till exempel 2024-07." if name == "PERIOD" else ""
    return f"{name} saknas.{example}"
