"""What the commands share: their options, and how faults are told."""

from __future__ import annotations

import errno
import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckbuilder.cli.streams import is_closed
from deckbuilder.errors import ContentError, DeckbuilderError, own_fault
from deckbuilder.project import USUAL_REPORT
from deckbuilder.saving import SaveError

if TYPE_CHECKING:
    from collections.abc import Callable

report_option = click.option(
    "--report", default=USUAL_REPORT, show_default=True, help="Rapportens namn i config/, utan .yaml."
)
project_option = click.option(
    "--project", type=click.Path(path_type=Path), default=Path(), help="Mappen med config/, layouts/ och input/."
)
strict_option = click.option("--strict", is_flag=True, help="Räkna det som inte stämmer som fel.")
json_option = click.option("--json", "as_json", is_flag=True, help="Skriv som JSON.")


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class WrongUsageError(DeckbuilderError):
    """Options that do not go together; the sentence says which."""

    code = "DB803"


def told(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--debug`, and tell its faults in sentences: exit 1 for the content's, 2 for wrong usage."""

    @click.option("--debug", is_flag=True, help="Visa hela felet när något går fel i programmet.")
    @wraps(command)
    def run(*arguments: Any, debug: bool, **options: Any) -> None:
        try:
            command(*arguments, **options)
        except ContentError as error:
            _tell(error)
        except SaveError as error:
            click.echo(error.coded, err=True)
            sys.exit(1)
        except DeckbuilderError as error:
            click.echo(error.coded, err=True)
            sys.exit(2)
        except (click.ClickException, click.Abort, click.exceptions.Exit):  # click's own, told where it is called
            raise
        except Exception as error:  # the last net: staff never see a traceback
            if debug or is_closed(error):
                raise
            if surroundings := _surroundings(error):
                click.echo(surroundings, err=True)
                sys.exit(1)
            click.echo(
                f"DB901 {own_fault(error)} Inget är sparat. "
                "Kör igen med --debug och skicka utskriften till den som förvaltar verktyget.",
                err=True,
            )
            sys.exit(1)

    return run


def _surroundings(error: Exception) -> str:
    """Return what is told of a fault of the place that a command runs in, "" for any other."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return "DB807 Disken är full. Frigör utrymme och kör kommandot igen."
    if isinstance(error, FileNotFoundError) and not _stands_somewhere():
        return "DB808 Mappen som du står i finns inte längre. Gå till en som finns, med cd."
    return ""


def _stands_somewhere() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return False
    return True


def _tell(error: ContentError) -> None:
    for problem in error.problems:
        click.echo(problem.coded, err=True)
    count = len(error.problems)
    told = f"{count} fel. Inget är skrivet." if count > 1 else "Ett fel. Inget är skrivet."
    code = next((problem.code for problem in error.problems if problem.code), "")
    more = f" Mer om {'ett fel' if count > 1 else 'felet'}: deckbuilder explain {code}" if code else ""
    click.echo(f"{told}{more}", err=True)
    sys.exit(1)


def shown(path: Path) -> str:
    """Return a path as short as it can be typed from here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def counted(number: int, one: str, many: str) -> str:
    """Return `1 varning` or `3 varningar`."""
    return f"1 {one}" if number == 1 else f"{number} {many}"
