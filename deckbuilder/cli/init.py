"""`deckbuilder init DIR`: make a report project that builds at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.columns import terminal_width, wrapped
from deckbuilder.cli.running import shown, told
from deckbuilder.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.starting.start import Started


@click.command(name="init")
@click.argument("folder", metavar="MAPP", type=click.Path(path_type=Path))
@click.option("--name", default="Region Exempel", show_default=True, help="Organisationens namn på bilderna.")
@told
def command(folder: Path, name: str) -> None:
    """Skapa en rapportmapp i MAPP, med exempelfiler för två månader. Den går att bygga direkt."""
    from deckbuilder.starting.start import start  # noqa: PLC0415 -- --help need not load every kind

    click.echo("\n".join(_told(start(folder, name), terminal_width())))


def _told(made: Started, width: int) -> Iterator[str]:
    here = made.root.resolve() == Path.cwd().resolve()
    where = "här" if here else f"i {shown(made.root)}"
    months = " och ".join(Period.parse(code).name for code in made.periods)
    yield from wrapped(f"En rapportmapp är skapad {where}, med exempelfiler för {months}.", width)
    yield ""
    yield "  config/   bilderna i manadsrapport.yaml, filerna och siffrorna i sources.yaml"
    yield "  input/    en mapp för varje månad"
    yield "  layouts/  mallen"
    yield "  output/   de färdiga rapporterna"
    yield "  LASMIG.md berättar hur en månad går till"
    yield ""
    yield "Nästa steg:"
    if not here:
        path = shown(made.root)
        yield f'  cd "{path}"' if " " in path else f"  cd {path}"
    yield f"  deckbuilder build {made.periods[-1]}"
    if here:
        yield f"  deckbuilder new {Period.parse(made.periods[-1]).next.code}"
