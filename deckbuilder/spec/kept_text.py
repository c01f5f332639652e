"""Changes `behallna.yaml` as text, so that comments and order stay as people wrote them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import yaml

from deckbuilder.errors import DeckbuilderError

if TYPE_CHECKING:
    from deckbuilder.spec.kept import KeptSpec

_HEADING = "# Siffror som visas med ett annat värde än underlaget ger. Skrivs av 'deckbuilder keep', eller för hand."
_DASH = re.compile(r"(?P<indent> *)-(?=\s)")
_PLAIN = re.compile(r"[a-z][\w.~-]*")


class OddFileError(DeckbuilderError):
    """The file is written in a way that the command cannot change; people can."""

    code = "DB147"

    def __init__(self) -> None:
        super().__init__("Filen är skriven på ett sätt som kommandot inte kan ändra i. Ändra den för hand.")


def with_kept(text: str, spec: KeptSpec) -> str:
    """Return the file's text with a figure, in the place of the same figure or else last; raise OddFileError."""
    items = _Items(text)
    data, number = items.data, items.number_of(spec.figure)
    if number is None:
        number = len(data)
        items.append(spec)
    else:
        items.lines[items.starts[number] : items.end(number)] = items.written(spec)
    data[number : number + 1] = [_as_data(spec)]
    return _sure("".join(items.lines), data)


def without_kept(text: str, figure: str) -> str:
    """Return the file's text without a figure that is there; raise OddFileError."""
    items = _Items(text)
    data, number = items.data, items.number_of(figure)
    if number is None:
        raise OddFileError
    del items.lines[items.starts[number] : items.end(number)]
    del data[number]
    return _sure("".join(items.lines), data)


class _Items:
    """The lines of a file, and the numbers of those on which an item of its list begins."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines(keepends=True)
        self.break_ = "\r\n" if "\r\n" in text else "\n"
        root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
        self.data: list[dict[str, Any]] = yaml.safe_load(text) or []
        self.starts = [self._start(item.start_mark.line) for item in root.value] if root else []
        if root and (root.flow_style or len(set(self.starts)) < len(self.starts)):
            raise OddFileError

    def _start(self, line: int) -> int:
        """Return the line with the dash of an item whose first key stands on a line."""
        while line >= 0 and not _DASH.match(self.lines[line]):
            line -= 1
        if line < 0:
            raise OddFileError
        return line

    def number_of(self, figure: str) -> int | None:
        """Return the place of a figure among the items, None when it is not there."""
        return next((number for number, item in enumerate(self.data) if item["figure"] == figure), None)

    def end(self, number: int) -> int:
        """Return the line after an item; comments and empty lines below it belong to what follows."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.lines)
        while not self.lines[end - 1].strip() or self.lines[end - 1].lstrip().startswith("#"):
            end -= 1
        return end

    def append(self, spec: KeptSpec) -> None:
        """Put a figure last, in a file without any under a heading."""
        if not self.lines:
            self.lines.append(_HEADING + self.break_)
        if not self.lines[-1].endswith("\n"):
            self.lines[-1] += self.break_
        self.lines += self.written(spec)

    def written(self, spec: KeptSpec) -> list[str]:
        """Return the lines of a figure, with its dash where the others have theirs."""
        found = _DASH.match(self.lines[self.starts[0]]) if self.starts else None
        indent = found["indent"] if found else ""
        starts = (f"{indent}- ", *[f"{indent}  "] * (len(_as_data(spec)) - 1))
        entries = zip(starts, _as_data(spec).items(), strict=True)
        return [f"{start}{key}: {_scalar(value)}{self.break_}" for start, (key, value) in entries]


def _as_data(spec: KeptSpec) -> dict[str, str]:
    return {key: value for key, value in spec.model_dump().items() if value}


def _scalar(text: str) -> str:
    """Return a text as YAML reads it back, in quotation marks where it may need them."""
    is_plain = _PLAIN.fullmatch(text) is not None and yaml.safe_load(text) == text  # `false` would be read as no text
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _sure(text: str, expected: list[dict[str, Any]]) -> str:
    """Return the text when it says what it should; raise OddFileError when the lines were not what they looked like."""
    try:
        read = yaml.safe_load(text) or []
    except yaml.YAMLError as error:
        raise OddFileError from error
    if read != expected:
        raise OddFileError
    return text
