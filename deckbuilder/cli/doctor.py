"""`deckbuilder doctor`: what on this computer, and in the project, is not as it should be, and what to do."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.columns import terminal_width, wrapped
from deckbuilder.cli.running import counted, json_option, told
from deckbuilder.doctor.finding import Level
from deckbuilder.project import NoProjectError, Project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.doctor.examination import Examined

_SIGNS = {Level.WELL: "✓", Level.NOTE: "!", Level.FAULT: "✗"}
_INDENT = " " * 6


@click.command(name="doctor")
@click.option("--report", default="", help="Kontrollera bara den rapporten i config/. Annars alla.")
@click.option("--project", type=click.Path(path_type=Path), help="Mappen med config/, layouts/ och input/.")
@json_option
@told
def command(report: str, project: Path | None, *, as_json: bool) -> None:
    """Kontrollera datorn och rapportmappen, och visa vad som saknas och hur det åtgärdas."""
    from deckbuilder.doctor.examination import examine  # noqa: PLC0415 -- --help need not load it

    found = []
    for one in examine(_project(project, report), report):
        found.append(one)
        if not as_json:
            click.echo("\n".join(_lines(one, terminal_width())))
    if as_json:
        click.echo(json.dumps([_as_data(one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo(f"\n{_summary(found)}")
    if any(one.finding.level is Level.FAULT for one in found):
        sys.exit(1)


def _project(given: Path | None, report: str) -> Project | None:
    """Return the project that was asked for, or that we stand in; None outside one."""
    try:
        project = Project.at(given or Path())
    except NoProjectError:
        if given or report:
            raise
        return None
    if report:
        project.report(report)
    return project


def _lines(one: Examined, width: int) -> Iterator[str]:
    level = one.finding.level
    yield from wrapped(f"{_SIGNS[level]} {level.value:<3} {one.name}: {one.finding.sentence}", width, _INDENT)
    if one.finding.remedy:
        yield from (f"{_INDENT}{line}" for line in wrapped(one.finding.remedy, width - len(_INDENT)))


def _summary(found: Sequence[Examined]) -> str:
    faults = sum(one.finding.level is Level.FAULT for one in found)
    notes = sum(one.finding.level is Level.NOTE for one in found)
    look = f" {counted(notes, 'sak', 'saker')} att se till." if notes else ""
    if faults:
        return f"{counted(faults, 'fel', 'fel')} som hindrar bygget.{look}"
    return f"Inget hindrar bygget.{look}"


def _as_data(one: Examined) -> dict[str, str]:
    finding = one.finding
    return {
        "check": one.name,
        "level": finding.level.name.lower(),
        "sentence": finding.sentence,
        "remedy": finding.remedy,
    }
