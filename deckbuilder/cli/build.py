"""`deckbuilder build PERIOD`: make the deck."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING, Literal

import click

from deckbuilder.cli import findings as written
from deckbuilder.cli import merging
from deckbuilder.cli.progress import BarProgress, LineProgress, stoppable
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
@click.option("--dry-run", is_flag=True, help="Visa vad som skulle ändras i rapporten, och skriv ingenting.")
@click.option("--take", type=click.Choice(["data", "deck"]), help="Vilken sida som gäller där båda har ändrats.")
@click.option("--restore", multiple=True, metavar="BILD", help="Ta tillbaka en bild som är borttagen ur rapporten.")
@click.option("--fresh", is_flag=True, help="Bygg helt nytt utan ändringarna för hand. Den gamla sparas i .versions.")
@told
def command(  # noqa: PLR0913 -- one for each option
    period: str,
    report: str,
    project: Path,
    *,
    strict: bool,
    dry_run: bool,
    take: Literal["data", "deck"] | None,
    restore: tuple[str, ...],
    fresh: bool,
) -> None:
    """Bygg rapporten för PERIOD, till exempel 2024-07. Det som är ändrat för hand i den står kvar."""
    from deckbuilder.pipeline import build  # noqa: PLC0415 -- --help need not load it
    from deckbuilder.rebuilding import Rebuild  # noqa: PLC0415 -- goes with it

    started = perf_counter()
    progress = BarProgress() if sys.stderr.isatty() else LineProgress()
    rebuild = Rebuild(take or "", restore, fresh)
    where = Project.at(project), report, Period.parse(period)
    with stoppable(progress):
        built = build(*where, progress, strict=strict, rebuild=rebuild, dry_run=dry_run)
    for line in () if built.events is None else merging.report(built.events, everything=dry_run):
        click.echo(line)
    if dry_run:
        click.echo(f"Inget är skrivet. {_would_be(built)}".strip())
        return
    _report(built, perf_counter() - started)


def _would_be(built: Built) -> str:
    if built.events is None:
        return "Rapporten skulle bli ny."
    return f"Det skulle bli {merging.summary(built.events)}." if built.events else ""


def _report(built: Built, seconds: float) -> None:
    where = shown(built.saved.path)
    warnings = [warning.coded for warning in built.warnings]
    if built.saved.obstacle:
        warnings.append(
            f"DB701 Rapporten kunde inte få sitt vanliga namn: {built.saved.obstacle}. Den finns i {where}."
        )
    found = built.checked.findings
    for line in (*map(written.told, found), *(f"Varning: {warning}" for warning in warnings)):
        click.echo(line, err=True)
    if built.saved.previous:
        click.echo(f"Den förra versionen är sparad: {shown(built.saved.previous)}")
    if built.events:
        click.echo(f"Mot förra gången: {merging.summary(built.events)}.")
    for line in written.kept_list(built.checked.kept):
        click.echo(line)
    counts = written.summary(found, len(warnings), kept=len(built.checked.kept))
    took = f"{seconds:.1f}".replace(".", ",")
    click.echo(f"{where}: {built.slides} bilder, {counts}, {took} sekunder.")
