"""Reads the pages on message codes: what each means, how to put it right, and an example."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from deckbuilder.errors import DeckbuilderError

AREAS = {
    "DB1": "YAML och config",
    "DB2": "Underlag och kommentarer",
    "DB3": "Siffror, beräkningar och mallar",
    "DB4": "Bilder och deras nycklar",
    "DB5": "Det som inte stämmer överens",
    "DB6": "Layout, typsnitt och text som inte får plats",
    "DB7": "Rapporter: spara, slå ihop, versioner",
    "DB8": "Kommandon, mappar och perioder",
    "DB9": "Fel i deckbuilder självt",
}
"""What the codes are about, by their first figure."""

_FILE = re.compile(r"(DB[0-9]{3})\.md")
_CODE = re.compile(r"DB[0-9]{3}")
_WORD = re.compile(r"\[?(?:DB)?[ -]?([0-9]{3})\]?[:.]?", re.IGNORECASE)
_FENCE = re.compile(
    r"^(?P<mark>```|~~~)(?P<language>\w+) ?(?P<file>[^\n]*)\n(?P<text>.*?)^(?P=mark)$", re.MULTILINE | re.DOTALL
)


class UnknownCodeError(DeckbuilderError):
    """There is no such code; the sentence tells the nearest."""

    code = "DB806"

    def __init__(self, word: str) -> None:
        near = min(codes(), key=lambda code: _distance(code, word)) if _CODE.fullmatch(word) else ""
        hint = f" Närmast är {near}." if near else ""
        super().__init__(f"Koden '{word}' finns inte.{hint} Skriv en kod som DB104. Alla koder: deckbuilder explain.")


@dataclass(frozen=True)
class Example:
    """A block of an example: `text` is what is printed, `sh` a command, any other what stands in `file`."""

    language: str
    file: str
    text: str


@dataclass(frozen=True)
class Page:
    """What there is to know of a code. `text` is Markdown: what it means, the remedy and the example."""

    code: str
    title: str
    text: str
    examples: tuple[Example, ...]


def _distance(code: str, other: str) -> int:
    return abs(int(code[2:]) - int(other[2:]))


@cache
def codes() -> tuple[str, ...]:
    """Return every code that has a page, in order."""
    names = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(sorted(match[1] for name in names if (match := _FILE.fullmatch(name))))


def page(word: str) -> Page:
    """Return the page of a code, typed as `DB104`, `db104` or `104`; raise UnknownCodeError when there is none."""
    match = _WORD.fullmatch(word.strip())
    code = f"DB{match[1]}" if match else word
    if code not in codes():
        raise UnknownCodeError(code if match else word)
    written = resources.files(__package__).joinpath(f"{code}.md").read_text(encoding="utf-8")
    heading, _, text = written.partition("\n")
    examples = tuple(Example(one["language"], one["file"], one["text"]) for one in _FENCE.finditer(text))
    return Page(code, heading.removeprefix(f"# {code}: "), text.strip(), examples)
