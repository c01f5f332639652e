"""`deckbuilder export PERIOD`: the deck that stands, as PDF, pictures or pages to hand out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.running import counted, project_option, report_option, shown, told
from deckbuilder.period import Period
from deckbuilder.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.export.exporting import Exported, Written

_FORMS = ("pdf", "png", "handout")
_PROGRAMS = ("powerpoint", "libreoffice")


@click.command(name="export")
@click.argument("period")
@click.option(
    "--to",
    "forms",
    type=click.Choice(_FORMS),
    multiple=True,
    default=("pdf",),
    help="png är en fil per bild, handout en A4-sida per bild med anteckningar. Kan anges flera gånger. Annars pdf.",
)
@click.option("--slides", default="", metavar="BILDER", help="Bara dessa, till exempel 3,5-7,resultat-region.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Mappen att skriva i, i stället för output/."
)
@click.option(
    "--width", type=click.IntRange(100, 8000), default=1920, show_default=True, help="Bredd på png, i bildpunkter."
)
@click.option(
    "--with", "program", type=click.Choice(_PROGRAMS), help="Programmet. Annars PowerPoint om det finns på Windows."
)
@report_option
@project_option
@told
def command(  # noqa: PLR0913, PLR0917 -- one for each option
    period: str,
    forms: tuple[str, ...],
    slides: str,
    out: Path | None,
    width: int,
    program: str | None,
    report: str,
    project: Path,
) -> None:
    """Gör PDF, bilder eller åhörarkopior av rapporten för PERIOD, som den står i output/ med ändringar för hand.

    Dolda bilder är inte med, om de inte nämns i --slides.
    """
    from deckbuilder.export.exporting import Wish, export  # noqa: PLC0415 -- --help need not load it

    wish = Wish(forms, slides, width, out, program or "")
    done = export(Project.at(project), report, Period.parse(period), wish, lambda words: click.echo(words, err=True))
    for hint in done.hints:
        click.echo(f"Tips: {hint.coded}", err=True)
    for line in _lines(done, width):
        click.echo(line)


def _lines(done: Exported, width: int) -> Iterator[str]:
    for one in done.written:
        yield f"{_where(one)}: {_what(one, width)} ({done.program})."
        if one.obstacle:
            yield f"  Det vanliga namnet gick inte att använda: {one.obstacle}."


def _where(one: Written) -> str:
    """Return the file; of several pictures their folder."""
    return shown(one.files[0]) if len(one.files) == 1 else f"{shown(one.files[0].parent)}/"


def _what(one: Written, width: int) -> str:
    slides = counted(one.slides, "bild", "bilder")
    return {
        "pdf": slides,
        "png": f"{slides}, {width} bildpunkter breda" if one.slides > 1 else f"{width} bildpunkter bred",
        "handout": f"{slides} med anteckningar",
    }[one.form]
