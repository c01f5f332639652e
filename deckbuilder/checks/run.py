"""Runs every check on a composed report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.checks.claims import broken
from deckbuilder.figures.book import every_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckbuilder.checks.finding import Finding
    from deckbuilder.composing import Composed
    from deckbuilder.figures.book import Book
    from deckbuilder.loading import Loaded


@dataclass(frozen=True)
class Checked:
    """The findings that nobody has accepted, and those that somebody has."""

    findings: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()


def check(loaded: Loaded, composed: Composed, earlier: Callable[[], Book | None]) -> Checked:  # noqa: ARG001 -- soon
    """Return what does not agree in a report, in the order of its tables.

    `earlier` gives the figures of the report before this one; None when there is none.
    """
    if loaded.report is None or loaded.book is None:
        return Checked()
    return Checked(tuple(_claims(loaded.book, loaded.report.money_label)))


def _claims(book: Book, money_label: str) -> Iterator[Finding]:
    for table in book.computed().values():
        for each in every_table(table):
            yield from broken(each.claims, money_label)
