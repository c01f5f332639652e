"""`deckbuilder build PERIOD`: make the deck."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING

import click

from deckbuilder.cli import findings as written
from deckbuilder.cli.progress import BarProgress, LineProgress
from deckbuilder.cli.running import project_option, report_option, shown, strict_option, told
from deckbuilder.period import Period
from deckbuilder.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.pipeline import Built


@click.command(name="build")
@click.argument("period")
@report_option
@project_option
@strict_option
@told
def command(period: str, report: str, project: Path, *, strict: bool) -> None:
    """Bygg rapporten för PERIOD, till exempel 2024-07."""
    from deckbuilder.pipeline import build  # noqa: PLC0415 -- --help need not load it

    started = perf_counter()
    progress = BarProgress() if sys.stderr.isatty() else LineProgress()
    built = build(Project.at(project), report, Period.parse(period), progress, strict=strict)
    _report(built, perf_counter() - started)


def _report(built: Built, seconds: float) -> None:
    where = shown(built.saved.path)
    warnings = [str(warning) for warning in built.warnings]
    if built.saved.obstacle:
        warnings.append(f"Rapporten kunde inte få sitt vanliga namn: {built.saved.obstacle}. Den finns i {where}.")
    found = built.checked.findings
    for line in (*map(written.told, found), *(f"Varning: {warning}" for warning in warnings)):
        click.echo(line, err=True)
    if built.saved.previous:
        click.echo(f"Den förra versionen är sparad: {shown(built.saved.previous)}")
    took = f"{seconds:.1f}".replace(".", ",")
    click.echo(f"{where}: {built.slides} bilder, {written.summary(found, len(warnings))}, {took} sekunder.")
