"""`deckbuilder new PERIOD`: prepare a period, and tell what is to be delivered by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deckbuilder.cli.columns import columns, terminal_width, wrapped
from deckbuilder.cli.running import WrongUsageError, counted, project_option, report_option, told
from deckbuilder.cli.status import short_date
from deckbuilder.errors import listed
from deckbuilder.months.preparing import prepare, write
from deckbuilder.period import Period
from deckbuilder.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from deckbuilder.months.carrying import Carried
    from deckbuilder.months.deliveries import Delivery
    from deckbuilder.months.preparing import Prepared


@click.command(name="new")
@click.argument("period")
@click.option("--from", "source", metavar="PERIOD", help="Perioden att kopiera från. Annars den närmast före.")
@report_option
@project_option
@click.option("--dry-run", is_flag=True, help="Visa vad som skulle göras, och skriv ingenting.")
@told
def command(period: str, source: str | None, report: str, project: Path, *, dry_run: bool) -> None:
    """Förbered PERIOD: kopiera det som hålls för hand, töm det som ska skrivas, och lista vad som ska lämnas in."""
    where, when = Project.at(project), Period.parse(period)
    prepared = prepare(where, report, when, _before(where, when, source))
    if not dry_run:
        write(prepared)
    click.echo("\n".join(_told(prepared, terminal_width(), dry_run=dry_run)))


def _before(project: Project, period: Period, source: str | None) -> Period | None:
    if source is None:
        return project.earlier(period)
    before = Period.parse(source)
    if before >= period or before.last_month - before.first_month != period.last_month - period.first_month:
        sentence = f"--from {before.code} går inte före {period.code}. Ange en tidigare period av samma längd."
        raise WrongUsageError(sentence)
    project.input(before)
    return before


def _told(prepared: Prepared, width: int, *, dry_run: bool) -> Iterator[str]:
    month = prepared.month
    before = month.before
    yield from wrapped(_heading(prepared, dry_run=dry_run), width)
    if prepared.carried and before:
        yield from _listed(
            f"Kopierat från {before.name}, ska ses över:", [_copied(*one) for one in prepared.carried], width
        )
        yield from (line for one in prepared.carried for line in _rows_that_stay(*one, width))
    yield from _listed("Ska lämnas in:", [_awaited(one) for one in prepared.awaited], width)
    if prepared.headings:
        texts = month.texts
        what = f"{counted(len(prepared.headings), 'rubrik', 'rubriker')} utan text"
        yield from _listed("Ska skrivas:", [(texts.file, texts.owner, short_date(texts.due), what)], width)
    if prepared.has_kept and before:
        yield ""
        yield from wrapped(f"behallna.yaml följer inte med: värdena där är beslutade för {before.name}.", width)
    there = [one.file for one in prepared.there] + ([month.texts.file] if prepared.has_texts else [])
    if there:
        yield ""
        yield from wrapped(f"Fanns redan, och är inte ändrade: {listed(there)}.", width)
    yield from _how_to_name_owners(prepared, width)
    if not dry_run:
        yield ""
        yield f"Se hur långt ni har kommit: deckbuilder status {month.as_typed}"


def _heading(prepared: Prepared, *, dry_run: bool) -> str:
    month = prepared.month
    if not prepared.files:
        return f"{month.shown_as} är redan förberedd."
    word = "skulle förberedas" if dry_run else "är förberedd"
    if month.before is None:
        return f"{month.shown_as} {word}. Det finns ingen period högst ett år före att kopiera från."
    return f"{month.shown_as} {word} efter {month.before.name}."


def _listed(heading: str, rows: Sequence[tuple[str, str, str, str]], width: int) -> Iterator[str]:
    """Yield a heading and its rows in columns, nothing when there are none."""
    if rows:
        yield from ("", heading)
        yield from (f"  {line}" for line in columns(rows, width - 2, (3, 1)))


def _copied(delivery: Delivery, carried: Carried) -> tuple[str, str, str, str]:
    notes = [] if delivery.is_renewed else ["ny väntas inte"]
    if carried.removed:
        notes.append(f"utan {counted(carried.removed, 'avslutad rad', 'avslutade rader')}")
    if carried.cleared:
        notes.append(f"{listed(carried.cleared)} tömd")
    return delivery.file, delivery.owner, short_date(delivery.due), ", ".join(notes)


def _rows_that_stay(delivery: Delivery, carried: Carried, width: int) -> Iterator[str]:
    if carried.stay:
        rows = listed(map(str, carried.stay))
        sentence = (
            f"Obs: {delivery.file} har formler, kommentarer, diagram eller annat som kan bero på raderna. "
            f"Ta bort de avslutade i Excel: rad {rows}."
        )
        yield from wrapped(sentence, width, "  ")


def _awaited(delivery: Delivery) -> tuple[str, str, str, str]:
    note = "fanns inte förra perioden" if delivery.is_carried else ""
    return delivery.file, delivery.owner, short_date(delivery.due), note


def _how_to_name_owners(prepared: Prepared, width: int) -> Iterator[str]:
    """Yield how to say who brings what, when nothing of it is said."""
    if not any(one.owner or one.due for one in prepared.month.deliveries):
        yield ""
        yield from wrapped(
            "Vem som lämnar vad, och när, kan skrivas vid källorna i config/sources.yaml: owner och due.", width
        )
