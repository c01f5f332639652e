"""`deckbuilder slides [PERIOD]`: the slides of a report, in order."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.columns import terminal_width, wrapped
from deckbuilder.cli.running import counted, json_option, project_option, report_option, told
from deckbuilder.period import Period
from deckbuilder.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from deckbuilder.outline import OutlinedSlide

_INDENT = " " * 5


@click.command(name="slides")
@click.argument("period", required=False)
@report_option
@project_option
@json_option
@told
def command(period: str | None, report: str, project: Path, *, as_json: bool) -> None:
    """Lista rapportens bilder: nummer, id, typ, rubrik och filer. Med PERIOD är siffrorna i rubrikerna ifyllda."""
    from deckbuilder.outline import filled_in, outline  # noqa: PLC0415 -- --help need not load it

    root = Project.at(project)
    found = filled_in(root, report, Period.parse(period)) if period else outline(root, report)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_told(found)))


def _told(found: Sequence[OutlinedSlide]) -> Iterator[str]:
    width = terminal_width()
    for one in found:
        taken = f", ur {one.taken_from}" if one.taken_from else ""
        yield from wrapped(f"{one.number:>3}  {one.id} ({one.type}{taken})", width, _INDENT)
        for text in filter(None, (one.title, ", ".join(one.files))):
            yield from wrapped(f"{_INDENT}{text}", width, _INDENT)
    yield f"{counted(len(found), 'bild', 'bilder')}."
