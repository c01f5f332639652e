"""`deckbuilder build PERIOD`: make the deck."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.progress import BarProgress, LineProgress
from deckbuilder.errors import ContentError, DeckbuilderError
from deckbuilder.period import Period
from deckbuilder.project import Project
from deckbuilder.saving import SaveError

if TYPE_CHECKING:
    from deckbuilder.pipeline import Built


@click.command(name="build")
@click.argument("period")
@click.option("--report", default="manadsrapport", show_default=True, help="Rapportens namn i config/, utan .yaml.")
@click.option(
    "--project", type=click.Path(path_type=Path), default=Path(), help="Mappen med config/, layouts/ och input/."
)
@click.option("--debug", is_flag=True, help="Visa hela felet när något går fel i programmet.")
def command(period: str, report: str, project: Path, *, debug: bool) -> None:
    """Bygg rapporten för PERIOD, till exempel 2024-07."""
    started = perf_counter()
    try:
        built = _build(period, report, project)
    except ContentError as error:
        _fail(error)
    except SaveError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except DeckbuilderError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except Exception as error:  # the last net: staff never see a traceback
        if debug:
            raise
        click.echo(
            f"Ett fel i deckbuilder självt ({type(error).__name__}: {error}). Inget är sparat. "
            "Kör igen med --debug och skicka utskriften till den som förvaltar verktyget.",
            err=True,
        )
        sys.exit(1)
    _report(built, perf_counter() - started)


def _build(period: str, report: str, project: Path) -> Built:
    from deckbuilder.pipeline import build  # noqa: PLC0415 -- --help need not load it

    progress = BarProgress() if sys.stderr.isatty() else LineProgress()
    return build(Project.at(project), report, Period.parse(period), progress)


def _fail(error: ContentError) -> None:
    for problem in error.problems:
        click.echo(str(problem), err=True)
    count = len(error.problems)
    click.echo(f"{count} fel. Inget är skrivet." if count > 1 else "Ett fel. Inget är skrivet.", err=True)
    sys.exit(1)


def _report(built: Built, seconds: float) -> None:
    where = _shown(built.saved.path)
    warnings = [str(warning) for warning in built.warnings]
    if built.saved.obstacle:
        warnings.append(f"Rapporten kunde inte få sitt vanliga namn: {built.saved.obstacle}. Den finns i {where}.")
    for warning in warnings:
        click.echo(f"Varning: {warning}", err=True)
    if built.saved.previous:
        click.echo(f"Den förra versionen är sparad: {_shown(built.saved.previous)}")
    count = "1 varning" if len(warnings) == 1 else f"{len(warnings)} varningar"
    took = f"{seconds:.1f}".replace(".", ",")
    click.echo(f"{where}: {built.slides} bilder, {count}, {took} sekunder.")


def _shown(path: Path) -> str:
    """Return a path as short as it can be typed from here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
