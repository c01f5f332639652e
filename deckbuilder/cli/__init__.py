"""The command line: one file per command, loaded when it is called. Only this room prints or exits."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from deckbuilder.cli import streams, swedish_click, usage

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "build",
    "check",
    "completion",
    "diff",
    "doctor",
    "explain",
    "export",
    "figures",
    "init",
    "keep",
    "kinds",
    "new",
    "preview",
    "restore",
    "schema",
    "slides",
    "status",
)
COMPLETING = "_DECKBUILDER_COMPLETE"
"""The variable by which a shell asks for suggestions."""
INTERRUPTED = 130
"""What a command that was stopped with Ctrl+C exits with, as shells have it."""


class _Commands(click.Group):
    """Finds a command in the module of its name, and tells in Swedish what is wrong with what was typed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's form
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"deckbuilder.cli.{cmd_name}").command
        if ctx.resilient_parsing:  # the shell asks what can stand here
            import_module("deckbuilder.cli.completing").suggest_for(command)
        return swedish_click.adapt(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for; raise UnknownCommandError for another word."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise usage.UnknownCommandError(args[0], list(COMMANDS), ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:
        """Run a command and exit: with 2 for faults in what was typed, 130 for Ctrl+C.

        As in click, `standalone_mode=False` returns instead, and lets exceptions out.
        """
        if COMPLETING in os.environ:
            import_module("deckbuilder.cli.powershell").add()
        given = list(sys.argv[1:] if args is None else args) or ["--help"]
        exits = options.get("standalone_mode", True)
        options |= {"standalone_mode": False, "terminal_width": swedish_click.width()}
        if not exits:
            return super().main(given, *rest, **options)
        try:
            sys.exit(super().main(given, *rest, **options) or 0)
        except click.ClickException as error:
            click.echo("\n".join(usage.told(error, self._context(given[0]))), err=True)
            sys.exit(error.exit_code)
        except click.Abort as stopped:
            click.echo(str(stopped) or "Avbrutet.", err=True)
            sys.exit(INTERRUPTED)
        except OSError as error:
            if not streams.is_closed(error):
                raise
            streams.let_go()
            sys.exit(1)

    def _context(self, word: str) -> click.Context:
        """Return the context of the command that was asked for, the group's own when it was none."""
        parent = click.Context(self, info_name="deckbuilder")
        command = self.get_command(parent, word)
        return click.Context(command, parent, word) if command else parent


swedish_click.install()  # before click's own options are made below


@click.command(
    "deckbuilder",
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[VAL]",
    subcommand_metavar="KOMMANDO …",
)
@click.version_option(package_name="deckbuilder", prog_name="deckbuilder", message="%(prog)s %(version)s")
def group() -> None:
    """Bygger månadens rapport i PowerPoint ur YAML, Excel och CSV."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line."""
    gc.disable()  # a command ends within seconds; looking for cycles costs a fifth of a build
    streams.prepare()
    group.main(args=arguments, prog_name="deckbuilder")
