"""Problems in what people wrote, and the exceptions that carry them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_CHOICES = 16


@dataclass(frozen=True, order=True)
class Place:
    """Where a problem is: a file, and in it a line and column or a sheet and cell."""

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """Give the place as editors and people read it: `fil.yaml:12:5`, `bok.xlsx, bladet Utfall, cell C7`."""
        if self.line:
            return f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"
        sheet = f", bladet {self.sheet}" if self.sheet else ""
        return f"{self.file}{sheet}" + (f", cell {self.cell}" if self.cell else "")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, in one Swedish sentence or two: what, and how to put it right.

    `code` (`DB104`) names its kind for `deckbuilder explain`; two problems are the same whatever their codes.
    """

    place: Place
    sentence: str
    code: str = field(compare=False)

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"

    @property
    def coded(self) -> str:
        """The problem as the command line tells it: place, code and sentence."""
        return f"{self.place}: {self.code} {self.sentence}"


class DeckbuilderError(Exception):
    """Anything that deckbuilder tells its users in a sentence instead of a traceback; `code` names its kind."""

    code: str

    @property
    def coded(self) -> str:
        """The error as the command line tells it: `DB801 'juli' är ingen period. …`."""
        return f"{self.code} {self}"


class CodedError(DeckbuilderError):
    """An error of a class that has several codes."""

    def __init__(self, sentence: str, code: str) -> None:
        self.code = code
        super().__init__(sentence)


class SpecError(CodedError):
    """A fault in one key of a spec; whoever knows the file turns it into a problem with a line."""

    def __init__(self, path: tuple[str | int, ...], sentence: str, code: str) -> None:
        self.path = path
        super().__init__(sentence, code)


class ContentError(DeckbuilderError):
    """The content (YAML, input, comments or layout) has problems, each with its own code; nothing is written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def at(cls, place: Place, sentence: str, code: str) -> ContentError:
        """Make an error of a single problem."""
        return cls([Problem(place, sentence, code)])


@dataclass
class Problems:
    """Collects problems from several places, so that all of them are told in one run."""

    found: list[Problem] = field(default_factory=list)

    def add(self, place: Place, sentence: str, code: str) -> None:
        """Note one problem and go on."""
        self.found.append(Problem(place, sentence, code))

    @contextmanager
    def gather(self) -> Iterator[None]:
        """Take in the problems that the block raises, and go on after it."""
        try:
            yield
        except ContentError as error:
            self.found.extend(error.problems)

    def raise_if_any(self) -> None:
        """Raise what was found, in order of place and each only once."""
        if self.found:
            raise ContentError(sorted(dict.fromkeys(self.found), key=lambda problem: problem.place))


def own_fault(error: Exception) -> str:
    """Return what is told of a fault in deckbuilder itself (`DB901`), which staff can do nothing about."""
    return f"Ett fel i deckbuilder självt ({type(error).__name__}: {error})."


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Menade du 'x'?` for the nearest known word, or nothing when none is near."""
    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f" Menade du '{by_folded[near[0]]}'?" if near else ""


def listed(words: Iterable[str]) -> str:
    """Return words for a sentence: `a, b och c`; `inga` when there are none."""
    *first, last = list(words) or ["inga"]
    return f"{', '.join(first)} och {last}" if first else last


def choices(words: Iterable[str]) -> str:
    """Return what there is to choose from, but no more of it than can be read in a message."""
    known = list(words)
    if len(known) <= _MOST_CHOICES + 1:
        return listed(known)
    return f"{', '.join(known[:_MOST_CHOICES])} och {len(known) - _MOST_CHOICES} till"
