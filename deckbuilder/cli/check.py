"""`deckbuilder check PERIOD`: tell what does not agree, and write nothing."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from deckbuilder.cli import findings as written
from deckbuilder.cli.running import json_option, project_option, report_option, strict_option, told
from deckbuilder.period import Period
from deckbuilder.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from deckbuilder.checks.finding import Finding
    from deckbuilder.checks.kept import KeptFigure
    from deckbuilder.errors import Problem
    from deckbuilder.page import Page
    from deckbuilder.pipeline import Examined


class _Silent:
    """Follows a build without a word."""

    def stage(self, words: str) -> None:
        """Say nothing of a stage."""

    def each(self, pages: Sequence[Page]) -> Iterable[Page]:
        """Return the pages as they are."""
        return pages


@click.command(name="check")
@click.argument("period")
@report_option
@project_option
@strict_option
@json_option
@told
def command(period: str, report: str, project: Path, *, strict: bool, as_json: bool) -> None:
    """Kontrollera rapporten för PERIOD utan att bygga den: vad som inte stämmer, och vad som är godtaget."""
    from deckbuilder.pipeline import examine  # noqa: PLC0415 -- --help need not load it

    when = Period.parse(period)
    examined = examine(Project.at(project), report, when, _Silent())
    if as_json:
        click.echo(json.dumps(_as_data(examined, report, when), ensure_ascii=False, indent=2))
    else:
        _tell(examined, report, when)
    if strict and examined.checked.findings:
        sys.exit(1)


def _tell(examined: Examined, report: str, period: Period) -> None:
    checked = examined.checked
    lines = [f"Varning: {warning.coded}" for warning in examined.warnings]
    lines += [written.told(finding) for finding in checked.findings]
    lines += written.how_to_accept(checked.findings, period, examined.acceptances)
    lines += written.accepted_list(checked.accepted)
    lines += written.kept_list(checked.kept)
    count = written.summary(checked.findings, len(examined.warnings), len(checked.accepted), len(checked.kept))
    lines.append(f"{report}, {period.name}: {count}.")
    click.echo("\n".join(lines))


def _as_data(examined: Examined, report: str, period: Period) -> dict[str, Any]:
    checked = examined.checked
    accepted = [
        _finding(one.finding)
        | {"reason": one.acceptance.reason, "by": one.acceptance.by, "until": one.acceptance.until.code}
        for one in checked.accepted
    ]
    return {
        "report": report,
        "period": period.code,
        "findings": [_finding(finding) for finding in checked.findings],
        "accepted": accepted,
        "kept": [_kept(one) for one in checked.kept],
        "warnings": [_problem(warning) for warning in examined.warnings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    plain = {"key": finding.key, "code": finding.code, "difference": finding.difference, "hint": finding.is_hint}
    return plain | {"place": str(finding.place), "sentence": finding.sentence}


def _kept(one: KeptFigure) -> dict[str, Any]:
    values = {"value": one.figure.unmarked.in_full(), "source": one.source.in_full(), "was": one.spec.was}
    why = {"reason": one.spec.reason, "by": one.spec.by, "place": str(one.place)}
    return {"figure": one.spec.figure, **values, **why, "slides": list(one.slides), "others": list(one.others)}


def _problem(problem: Problem) -> dict[str, str]:
    return {"place": str(problem.place), "code": problem.code, "sentence": problem.sentence}
