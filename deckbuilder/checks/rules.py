"""The rules that `config/sources.yaml` declares under `checks`: read, and turned into claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.checks.rule import Declared, RuleSpec
from deckbuilder.checks.usual import usual
from deckbuilder.errors import ContentError, Problem, Problems, SpecError
from deckbuilder.kinds import kind, kinds
from deckbuilder.spec.validation import common, one_of, validated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.figures.book import Book
    from deckbuilder.figures.claims import Claim
    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.period import Period
    from deckbuilder.spec.document import Path

PACKAGE = "deckbuilder.checks.kinds"


class NotHereError(Exception):
    """The figures that a rule compares with cannot be had: their file belongs to another report."""


@dataclass(frozen=True)
class Tables:
    """The tables that rules compare with, those too that the report has not asked for.

    A rule is run when the report uses the figures that it stands under. The figures that it compares with are computed
    where their file is there, as one file more is read in no time; where it is not, another report uses them.
    """

    book: Book
    earlier: Book | None = None

    def table(self, name: str) -> FigureTable:
        """Return a table; raise UnknownFiguresError for none of that name and NotHereError for one without input."""
        if name not in self.book.names:
            return self.book.table(name)  # raises
        try:
            return self.book.table(name)
        except ContentError as error:
            raise NotHereError(name) from error

    def before(self, name: str) -> tuple[FigureTable, Period]:
        """Return a table as it was in the report before, and what that is about; raise NotHereError without one."""
        if self.earlier is None:
            raise NotHereError(name)
        try:
            return self.earlier.table(name), self.earlier.period
        except ContentError as error:
            raise NotHereError(name) from error


def declared(book: Book) -> list[Declared]:
    """Return every rule, run or not; raise ContentError with the faults of their keys."""
    found, problems = [], Problems()
    for name, data in book.raw.items():
        checks = data.get("checks") if isinstance(data, dict) else None
        for number, one in enumerate(checks if isinstance(checks, list) else ()):
            path = ("figures", name, "checks", number)
            with problems.gather():
                found.append(Declared(_rule(one, book, path), name, path))
    problems.raise_if_any()
    return found


def _rule(data: object, book: Book, path: Path) -> RuleSpec:
    word = data.get("kind") if isinstance(data, dict) else None
    if not isinstance(word, str):
        return validated(RuleSpec, common(RuleSpec, data), book.document, path)
    one_of(word, kinds(PACKAGE), "Kontrollen", book.document.place((*path, "kind")))
    model: type[RuleSpec] = kind(PACKAGE, word).Rule
    return validated(model, data, book.document, path)


def claims(book: Book, earlier: Book | None = None) -> Iterator[tuple[Declared, list[Claim] | None]]:
    """Yield each rule of the tables that the report uses with its claims; raise ContentError with every fault.

    None stands for the claims of a rule whose other figures belong to another report, or to the one before, `earlier`,
    where there is none: it is left out.
    """
    used, tables = book.computed(), Tables(book.aside(), earlier)
    problems: list[Problem] = []
    for one in [*usual(book), *declared(book)]:
        if one.name not in used:
            continue
        try:
            yield one, list(kind(PACKAGE, one.rule.kind).claims(one.rule, used[one.name], tables))
        except NotHereError:
            yield one, None
        except SpecError as error:
            problems.append(Problem(book.document.place((*one.path, *error.path)), str(error), error.code))
    if problems:
        raise ContentError(problems)
