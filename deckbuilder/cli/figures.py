"""`deckbuilder figures PERIOD [ID]`: the figures of a report, or one of them down to the cells that it came from."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from deckbuilder.cli.figure_list import as_csv_text, as_table
from deckbuilder.cli.figure_page import figure_page
from deckbuilder.cli.running import WrongUsageError, json_option, project_option, report_option, told
from deckbuilder.period import Period
from deckbuilder.project import Project
from deckbuilder.records.json import figure_data
from deckbuilder.records.listing import Listed, listed, matching, origin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.tracing import Trace
    from deckbuilder.records.record import Record


@click.command(name="figures")
@click.argument("period")
@click.argument("id_", metavar="[ID]", required=False)
@report_option
@project_option
@click.option("--filter", "words", default="", help="Lista bara siffror med orden i id, namn, fil eller bildens id.")
@click.option("--all", "every", is_flag=True, help="Ta med siffror som ingen bild visar, ur samma tabeller.")
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Skriv som CSV för Excel.")
@told
def command(  # noqa: PLR0913 -- one for each option
    period: str,
    id_: str | None,
    report: str,
    project: Path,
    words: str,
    *,
    every: bool,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Lista rapportens siffror för PERIOD, eller visa hur den med ett ID har kommit till."""
    _refuse_together(id_, words, every=every, as_json=as_json, as_csv=as_csv)
    book, record = _made(Project.at(project), report, Period.parse(period))
    if id_:
        click.echo(_explained(id_, book, record, as_json=as_json))
        return
    found = matching(listed(book, record, every=every), words)
    if as_json:
        click.echo(json.dumps([_data(one, record) for one in found], ensure_ascii=False, indent=2))
    elif as_csv:
        click.echo(as_csv_text(found, record.money_label), nl=False)
    elif found:
        hint = f"Hur en siffra har kommit till: deckbuilder figures {period} ID"
        click.echo("\n".join(as_table(found, record.money_label, hint, fit=sys.stdout.isatty())))
    if not found:
        among = "Sök på färre ord." if every else "Sök på färre ord, eller med --all bland dem som ingen bild visar."
        click.echo(f"Ingen siffra har '{words}'. {among}" if words else "Rapporten visar inga siffror.", err=True)


def _refuse_together(id_: str | None, words: str, *, every: bool, as_json: bool, as_csv: bool) -> None:
    """Raise WrongUsageError for options that do not go together."""
    if as_json and as_csv:
        sentence = "Välj en av --json och --csv."
        raise WrongUsageError(sentence)
    if id_ and (words or every or as_csv):
        sentence = "Med ett ID går --filter, --all och --csv inte att använda. Ta bort dem, eller ta bort ID."
        raise WrongUsageError(sentence)


def _made(project: Project, report: str, period: Period) -> tuple[Book, Record]:
    from deckbuilder.pipeline import make  # noqa: PLC0415 -- --help need not load it

    made = make(project, report, period)
    return made.book, made.record


def _data(one: Listed, record: Record) -> dict[str, Any]:
    return {**figure_data(one.figure, record.money_label), "slides": list(one.slides)}


def _explained(id_: str, book: Book, record: Record, *, as_json: bool) -> str:
    found = origin(id_, book, record)
    if not as_json:
        return "\n".join(figure_page(found, record.money_label))
    one = Listed(found.trace.figure, tuple(slide.id for slide in found.slides))
    data = {**_data(one, record), "files": found.files, "parts": _parts(found.trace.parts, record)}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _parts(parts: Sequence[Trace], record: Record) -> list[dict[str, Any]]:
    return [
        {**figure_data(part.figure, record.money_label), "label": part.words, "parts": _parts(part.parts, record)}
        for part in parts
    ]
