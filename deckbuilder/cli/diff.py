"""`deckbuilder diff BEFORE AFTER`: what differs between two reports, figure by figure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from deckbuilder.cli.running import json_option, project_option, report_option, told
from deckbuilder.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuilder.comparing import Compared, Side


@click.command(name="diff")
@click.argument("before", metavar="FÖRE")
@click.argument("after", metavar="EFTER")
@report_option
@project_option
@click.option("--all", "every", is_flag=True, help="Visa alla siffror, inte bara de första på varje bild.")
@json_option
@told
def command(before: str, after: str, report: str, project: Path, *, every: bool, as_json: bool) -> None:
    """Visa vad som skiljer FÖRE och EFTER: perioder, eller filer (.pptx, .siffror.json).

    En period som FÖRE är den rapport som byggdes, om den finns i output/. En period som EFTER är vad underlaget säger
    nu. Så visar 'diff 2024-07 2024-07' vad som har ändrats sedan rapporten byggdes.
    """
    from deckbuilder.cli.diff_text import as_text  # noqa: PLC0415 -- --help need not load it
    from deckbuilder.comparing import compared  # noqa: PLC0415 -- nor this

    found = compared(Project.at(project), report, before, after)
    if as_json:
        click.echo(json.dumps(_data(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(as_text(found, every=every)))


def _data(found: Compared) -> dict[str, Any]:
    from deckbuilder.records.comparison_data import comparison_data  # noqa: PLC0415 -- only --json needs it

    sides = {"before": _side(found.before), "after": _side(found.after)}
    return {**sides, **comparison_data(found.comparison)}


def _side(side: Side) -> dict[str, Any]:
    record = side.record
    return {"report": record.report, "period": record.period.code, "origin": side.origin, "built": side.is_built}
