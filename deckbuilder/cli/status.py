"""`deckbuilder status PERIOD`: what has come, what is missing, stale or wrong, and which slides wait."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from deckbuilder import swedish
from deckbuilder.cli.columns import columns, terminal_width, wrapped
from deckbuilder.cli.running import counted, json_option, project_option, report_option, told
from deckbuilder.errors import choices, did_you_mean, listed
from deckbuilder.months.status import State, status
from deckbuilder.period import MONTHS, Period
from deckbuilder.project import Project
from deckbuilder.spec.comments import FILE as COMMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from deckbuilder.months.status import FileStatus, Status


@click.command(name="status")
@click.argument("period")
@report_option
@project_option
@click.option(
    "--today", hidden=True, type=click.DateTime(["%Y-%m-%d"]), help="Räkna som om det vore en annan dag: 2024-09-12."
)
@json_option
@told
def command(period: str, report: str, project: Path, *, today: datetime | None, as_json: bool) -> None:
    """Visa hur långt PERIOD har kommit: vad som är levererat, vad som saknas, och vad som inte är uppdaterat."""
    day = (today or datetime.now(UTC).astimezone()).date()
    found = status(Project.at(project), report, Period.parse(period), day)
    if as_json:
        click.echo(json.dumps(_as_data(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_told(found, terminal_width())))


def short_date(day: date | None) -> str:
    """Return a day as a list has room for: `10 sep`; "" when there is none."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}" if day else ""


def _told(found: Status, width: int) -> Iterator[str]:
    every = [*found.files, found.texts]
    rows = [(one.delivery.file, one.delivery.owner, short_date(one.delivery.due), _state(one)) for one in every]
    yield from columns(rows, width, (1, 3), ("Fil", "Lämnas av", "Senast", "Läge"))
    yield from _section("Rätta:", (line for one in every for line in _faults(one, width)))
    yield from _section("Uppdatera:", _stale(found.files, width))
    yield from _section("Bilder som väntar:", (line for one in found.files for line in _waiting(one, width)))
    yield from _section("Texter som är tomma:", wrapped(choices(found.unwritten), width) if found.unwritten else [])
    yield from _section(
        "Filer som inte används:", (line for one in found.unused for line in _unused(one, found, width))
    )
    yield ""
    yield from wrapped(_summary(found), width)
    yield from wrapped(_next_step(found), width)


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a heading and its lines, nothing when there are none."""
    body = list(lines)
    if body:
        yield from ("", heading, *body)


def _state(one: FileStatus) -> str:
    """Return the state in a few words, with the number of warnings of the file's checks."""
    warnings = sum(not finding.is_hint for finding in one.findings)
    word = one.reason if one.state is State.STANDING else one.state.value
    if one.delivery.file == COMMENTS and one.reason:
        word = one.reason + (", försenade" if one.state is State.LATE else "")
    told = counted(warnings, "varning", "varningar")
    if not warnings:
        return word
    return told if one.state is State.HERE else f"{word}, {told}"


def _faults(one: FileStatus, width: int) -> Iterator[str]:
    for problem in one.problems:
        yield from wrapped(f"- {problem.coded}", width, "  ")


def _stale(files: Sequence[FileStatus], width: int) -> Iterator[str]:
    """Yield the files that are no newer than those of the period before, once for each way to be so."""
    reasons = dict.fromkeys(one.reason for one in files if one.state is State.STALE)
    for reason in reasons:
        names = [one.delivery.file for one in files if one.reason == reason and one.state is State.STALE]
        remedy = " Stämmer en fil som den är, öppna den och spara om den." if "kopierad" in reason else ""
        yield from wrapped(f"- {swedish.capital(reason)}: {listed(names)}.{remedy}", width, "  ")


def _waiting(one: FileStatus, width: int) -> Iterator[str]:
    if not one.is_ready and one.delivery.slides:
        yield from wrapped(f"- {one.delivery.file}: {choices(one.delivery.slides)}", width, "  ")


def _unused(name: str, found: Status, width: int) -> Iterator[str]:
    missing = [one.delivery.file for one in found.files if one.state in {State.MISSING, State.LATE}]
    yield from wrapped(f"- {name}.{did_you_mean(name, missing)}", width, "  ")


def _summary(found: Status) -> str:
    """Return one sentence with how many files are how."""
    count = {state: sum(one.state is state for one in found.files) for state in State}
    missing = count[State.MISSING] + count[State.LATE]
    late = f" ({counted(count[State.LATE], 'försenad', 'försenade')})" if count[State.LATE] else ""
    parts = [f"{len(found.files) - missing} av {counted(len(found.files), 'fil', 'filer')} är här"]
    parts += [f"{missing} saknas{late}"] if missing else []
    parts += [counted(count[State.STALE], "är inaktuell", "är inaktuella")] if count[State.STALE] else []
    parts += [f"{count[State.BROKEN]} har fel"] if count[State.BROKEN] else []
    parts += [counted(len(found.unwritten), "text är tom", "texter är tomma")] if found.unwritten else []
    warnings = sum(not finding.is_hint for one in found.files for finding in one.findings)
    parts += [counted(warnings, "varning", "varningar")] if warnings else []
    return f"{found.month.report}, {found.month.period.name}: {', '.join(parts)}."


def _next_step(found: Status) -> str:
    what = found.month.as_typed
    if found.others:
        return (
            f"Dessutom {counted(len(found.others), 'fel', 'fel')} som inte ligger i filerna: deckbuilder check {what}"
        )
    return f"Allt är här. Kontrollera och bygg: deckbuilder build {what}" if found.is_ready else ""


def _as_data(found: Status) -> dict[str, Any]:
    return {
        "report": found.month.report,
        "period": found.month.period.code,
        "ready": found.is_ready,
        "files": [_file(one) for one in found.files],
        "texts": _file(found.texts) | {"unwritten": list(found.unwritten)},
        "unused": list(found.unused),
        "others": [{"place": str(one.place), "sentence": one.sentence, "code": one.code} for one in found.others],
    }


def _file(one: FileStatus) -> dict[str, Any]:
    delivery = one.delivery
    return {
        "file": delivery.file,
        "owner": delivery.owner,
        "due": delivery.due.isoformat() if delivery.due else None,
        "state": one.state.value,
        "reason": one.reason,
        "problems": [{"place": str(it.place), "sentence": it.sentence, "code": it.code} for it in one.problems],
        "findings": [{"key": it.key, "sentence": it.sentence, "hint": it.is_hint} for it in one.findings],
        "slides": list(delivery.slides),
    }
