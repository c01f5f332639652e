"""Reads a status as people write it: a word (enligt plan, delvis, ej enligt plan), and an arrow for the trend."""

from __future__ import annotations

from deckbuilder import swedish
from deckbuilder.errors import did_you_mean
from deckbuilder.value import Level, Status, Trend

_WORDS = {
    Level.ON_PLAN: ("enligt plan", "grön", "grönt"),
    Level.PARTLY: ("delvis", "delvis enligt plan", "gul", "gult"),
    Level.OFF_PLAN: ("ej enligt plan", "inte enligt plan", "behöver stöd", "röd", "rött"),
}
_DONE = ("klart", "klar", "slutfört", "avslutat")
_LEVELS = {word: level for level, words in _WORDS.items() for word in words} | dict.fromkeys(_DONE, Level.ON_PLAN)


class NoStatusError(ValueError):
    """The text is no status; `remedy` says what to write."""

    def __init__(self, text: str, word: str) -> None:
        super().__init__(text)
        near = did_you_mean(word, _LEVELS) if word else ""
        self.remedy = f"{near} Skriv enligt plan, delvis eller ej enligt plan, gärna med en pil efter (→)."


def parse_status(text: str) -> Status | None:
    """Read `Delvis →`, an empty text as None; raise NoStatusError for a word that is no status."""
    arrows = [trend for trend in Trend if trend.value in text]
    word = swedish.tidy("".join(sign for sign in text if sign not in set(Trend)))
    if not word and not arrows:
        return None
    level = _LEVELS.get(word.casefold().rstrip("."))
    if level is None or len(arrows) > 1:
        raise NoStatusError(text, word)
    return Status(level, arrows[0] if arrows else None, word.casefold().rstrip(".") in _DONE)
