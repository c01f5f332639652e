"""The command line: one file per command, loaded when it is called. Only this room prints or exits."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "build",
    "check",
    "diff",
    "explain",
    "figures",
    "keep",
    "kinds",
    "new",
    "preview",
    "restore",
    "schema",
    "status",
)


class _Commands(click.Group):
    """Finds a command in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's form
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's form
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"deckbuilder.cli.{cmd_name}").command
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="deckbuilder", prog_name="deckbuilder", message="%(prog)s %(version)s")
def group() -> None:
    """Bygger månadens rapport i PowerPoint ur YAML, Excel och CSV."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line with UTF-8 out, also on Windows."""
    gc.disable()  # a command ends within seconds; looking for cycles costs a fifth of a build
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    group.main(args=arguments, prog_name="deckbuilder")
