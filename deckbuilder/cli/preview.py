"""`deckbuilder preview PERIOD`: the report as a page that follows every change."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.diff_text import as_text
from deckbuilder.cli.figure_page import figure_page
from deckbuilder.cli.running import project_option, report_option, told
from deckbuilder.errors import DeckbuilderError
from deckbuilder.period import Period
from deckbuilder.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deckbuilder.comparing import Compared

_LIBRARIES = {"starlette", "uvicorn", "watchfiles"}


class MissingError(DeckbuilderError):
    """Libraries that the preview needs are not installed."""

    code = "DB870"

    def __init__(self) -> None:
        super().__init__(
            "För förhandsvisningen behövs några bibliotek till. "
            "Installera dem med: pip install starlette uvicorn watchfiles pypdfium2"
        )


@click.command(name="preview")
@click.argument("period")
@report_option
@project_option
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Porten på den här datorn. 0 tar en ledig.")
@click.option("--no-open", is_flag=True, help="Öppna inte webbläsaren.")
@told
def command(period: str, report: str, project: Path, port: int, *, no_open: bool) -> None:
    """Visa rapporten för PERIOD i webbläsaren. Sidan följer allt som sparas, och skriver inget i output/."""
    try:
        from deckbuilder.preview.answers import Answers, Writing  # noqa: PLC0415 -- --help need not load it
        from deckbuilder.preview.serving import serve  # noqa: PLC0415 -- an extra
        from deckbuilder.preview.session import Session  # noqa: PLC0415 -- goes with it
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        raise MissingError from error
    where, when = Project.at(project), Period.parse(period)
    where.report(report)
    where.input(when)

    def changes(found: Compared) -> Iterator[str]:
        return as_text(found, every=True, width=0)

    def started(address: str) -> None:
        click.echo(f"{report}, {when.name}: {address}")
        click.echo("Sidan följer det som sparas i config, layouts, input och output. Avsluta med Ctrl+C.")
        if not no_open:
            webbrowser.open(address)

    session = Session(where, report, when)
    serve(session, Answers(session, Writing(figure_page, changes)), port, started)
    click.echo("Förhandsvisningen är avslutad.")
