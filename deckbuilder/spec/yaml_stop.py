"""Where the YAML parser stopped in a text, and what its lines look like there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

KEY = re.compile(r" *(?:- +)*(?P<key>[\w.-]+):(?: |$)")
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_VALUE = re.compile(r"(?P<start> *(?:- +)*(?:[\w.-]+: +)?)(?P<value>.*?) *$")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as YAML counts them."""
    return _BREAK.split(text)


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where: line and column are counted from 1."""

    line: int
    column: int
    sentence: str
    code: str


class Stop:
    """A text, the place where the parser stopped (line and column from 0), and what it was at then."""

    def __init__(self, text: str, error: Any) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        context = getattr(error, "context_mark", None) or mark
        self.text, self.lines = text, [*lines_of(text), ""]
        self.row: int = mark.line if mark else 0
        self.column: int = mark.column if mark else 0
        self.context_row: int = context.line if context else 0
        self.context_column: int = context.column if context else 0
        self.reason = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
        self.line = self.lines[min(self.row, len(self.lines) - 1)]
        self.sign_here = self.line[self.column : self.column + 1]

    def above(self, row: int) -> int:
        """Return the nearest line above that is no comment and not empty; the first when there is none."""
        rows = range(min(row, len(self.lines)) - 1, -1, -1)
        return next((one for one in rows if self.lines[one].strip() and self.lines[one].strip()[0] != "#"), 0)

    def indent(self, row: int) -> int:
        """Return how many spaces a line begins with."""
        return len(self.lines[row]) - len(self.lines[row].lstrip())

    def is_item(self, row: int) -> bool:
        """Tell whether a line is an item of a list."""
        return self.lines[row].lstrip().startswith("- ")

    def is_bare(self, row: int) -> bool:
        """Tell whether a line is neither an item of a list, nor a key with its value."""
        return bool(self.lines[row].strip()) and not self.is_item(row) and not KEY.match(self.lines[row])

    def in_quotes(self, row: int) -> str:
        """Return how a line is written with its text within quotation marks."""
        found = _VALUE.fullmatch(self.lines[row])
        if found is None or not found["start"].strip() or re.search(r'^$|["\\]', found["value"]):
            return "Sätt hela texten inom citattecken."
        return f'Sätt hela texten inom citattecken: {found["start"].strip()} "{found["value"]}".'


def at(row: int, column: int, sentence: str, code: str) -> Fault:
    """Return a fault at a line and column that are counted from 0."""
    return Fault(row + 1, column + 1, sentence, code)


def spaces(count: int) -> str:
    """Return how far a line is indented, in words."""
    return {0: "inte alls", 1: "1 mellanslag"}.get(count, f"{count} mellanslag")
