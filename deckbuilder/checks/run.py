"""Runs every check on a composed report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.checks import corrections, jumps, rules, typed
from deckbuilder.checks.accepted import Accepted, idle, refuse_twins, sorted_out
from deckbuilder.checks.claims import broken
from deckbuilder.checks.finding import Finding
from deckbuilder.checks.kept import KeptFigure, kept_figures
from deckbuilder.checks.kept import findings as kept_findings
from deckbuilder.errors import Problems
from deckbuilder.figures.book import every_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.checks.rule import Declared
    from deckbuilder.composing import Composed
    from deckbuilder.figures.book import Book
    from deckbuilder.figures.claims import Claim
    from deckbuilder.loading import Loaded


@dataclass(frozen=True)
class Checked:
    """The findings that nobody has accepted, hints last, those that somebody has, and the values that are kept."""

    findings: tuple[Finding, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    kept: tuple[KeptFigure, ...] = ()


def refuse_faults(book: Book) -> None:
    """Raise ContentError with the faults of all that `config/sources.yaml` says of checks, run or not."""
    problems = Problems()
    with problems.gather():
        rules.declared(book)
    with problems.gather():
        refuse_twins(book)
    problems.raise_if_any()


def check(loaded: Loaded, composed: Composed, earlier: Book | None) -> Checked:
    """Return what does not agree in a report; raise ContentError when a rule names what is not there.

    `earlier` has the figures of the report before this one; it is None when there is none.
    """
    if loaded.report is None or loaded.book is None:
        return Checked()
    book = loaded.book.of_sources()
    ruled = list(rules.claims(book, earlier))
    money_label = loaded.report.money_label
    news = [*typed.hints(loaded, composed), *jumps.hints(book, money_label)]
    news += corrections.corrections(book, earlier, money_label) if earlier is not None else ()
    found = list(dict.fromkeys((*_found(book, ruled, money_label), *news)))
    tried = book.computed().keys() - {one.name for one, claims in ruled if claims is None}
    still_open, taken = sorted_out(found, book)
    still_open += idle(found, book, tried | composed.places.keys())
    held = kept_figures(loaded.book, composed.record)
    still_open += kept_findings(held, book.period.code)
    return Checked(tuple(sorted(still_open, key=lambda finding: finding.is_hint)), tuple(taken), held)


def _found(book: Book, ruled: Sequence[tuple[Declared, list[Claim] | None]], money_label: str) -> Iterator[Finding]:
    for table in book.computed().values():
        for each in every_table(table):
            yield from broken(each.claims, money_label)
    for one, claims in ruled:
        yield from broken(claims or (), money_label)
        if claims is not None and one.is_declared and all(claim.difference is None for claim in claims):
            yield _untried(one, book)


def _untried(one: Declared, book: Book) -> Finding:
    """Return the hint that a rule compares nothing, as what it compares has no values: it would look as if it held."""
    sentence = (
        f"Kontrollen '{one.rule.kind}' har inget att jämföra i {book.period.name}: det saknas värden i '{one.name}'. "
        "Fyll i dem, eller ta bort kontrollen."
    )
    key = ".".join(("oprövad", one.name, one.rule.kind, *(str(step) for step in one.path[3:])))
    return Finding(key, book.document.place(one.path), sentence, "DB514", is_hint=True)
