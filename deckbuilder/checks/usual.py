"""Rules that nobody need write, as the declaration of the figures says already what adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.checks.kinds import sum as sums
from deckbuilder.checks.rule import Declared
from deckbuilder.figures.calculations import sick_leave

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.figures.book import Book


def usual(book: Book) -> Iterator[Declared]:
    """Yield the rules of the tables that have been computed: absence by length makes the whole absence.

    Totals rows of a file and columns that it states beside what is computed are claims of the tables themselves.
    """
    for name in book.computed():
        spec = book.spec(name)
        if isinstance(spec, sick_leave.Spec):
            rule = sums.Rule(kind="sum", column=spec.total, of=spec.lengths)
            yield Declared(rule, name, ("figures", name, "total"), is_declared=False)
