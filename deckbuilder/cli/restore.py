"""`deckbuilder restore PERIOD [VERSION]`: the earlier versions of a deck, and one of them back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import click

from deckbuilder import swedish
from deckbuilder.cli.running import counted, project_option, report_option, shown, told
from deckbuilder.period import Period
from deckbuilder.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deckbuilder.restoring import Earlier, Restored


@click.command(name="restore")
@click.argument("period")
@click.argument("version", default="")
@report_option
@project_option
@told
def command(period: str, version: str, report: str, project: Path) -> None:
    """Ta tillbaka en tidigare version av rapporten för PERIOD.

    Utan VERSION visas de som finns, den senaste först. VERSION är ett nummer i listan, eller en fils namn. Den rapport
    som står där sparas som en version, så inget går förlorat.
    """
    from deckbuilder.restoring import earlier, restored  # noqa: PLC0415 -- --help need not load it

    deck = Project.at(project).output(report, Period.parse(period))
    lines = _told(restored(deck, version), deck) if version else _listed(earlier(deck), deck)
    click.echo("\n".join(lines))


def _listed(found: list[Earlier], deck: Path) -> Iterator[str]:
    """Yield a line for each version: number, when it was saved, size, and whether its figures are those of the deck."""
    yield f"Versioner av {shown(deck)}, den senaste först:"
    for number, one in enumerate(found, start=1):
        size = swedish.number(Decimal(one.version.size) / 1_000_000, 1)
        yield f"{number:4}  {one.version.path.stem.removeprefix(deck.stem).strip()}  {size} MB{_figures(one)}"
    yield "Ta tillbaka en genom att skriva dess nummer sist i kommandot."


def _figures(one: Earlier) -> str:
    if one.differing is None:
        return ""
    if not one.differing:
        return ", samma siffror som i rapporten nu"
    return f", {counted(one.differing, 'siffra', 'siffror')} skiljer sig från rapporten nu"


def _told(done: Restored, deck: Path) -> Iterator[str]:
    yield from (f"Varning: {warning.coded}" for warning in done.warnings)
    if done.previous:
        yield f"Den som stod där är sparad: {shown(done.previous)}"
    yield f"{shown(deck)} är nu den version som sparades {done.version.saved}."
    yield "Nästa bygge för in det som är nytt i underlaget. Det som är ändrat för hand står kvar."
