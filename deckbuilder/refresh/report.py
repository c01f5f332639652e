"""What a merge did: what came in, what people's edits kept out, and what both had changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["updated", "kept", "conflict", "added", "removed", "unclear"]
"""`kept` is an edit that stays while the data has not changed, `conflict` one that stays though the data has;
`unclear` is what could not be told apart and was left alone."""


@dataclass(frozen=True)
class Event:
    """One thing that a merge did or left: the slide's id and title, the block, what in it, and the values.

    `was` is the base's value, `deck` what stood in the deck, `data` what the data says; "" where there is none.
    """

    kind: Kind
    slide: str
    block: str = ""
    what: str = ""
    was: str = ""
    deck: str = ""
    data: str = ""


@dataclass
class Events:
    """The events of one slide under way; `take` says which side a conflict goes to ("" keeps the deck's and tells).

    `blind` is for what the base does not have: what the deck and the data have different is then a conflict.
    """

    slide: str
    take: Literal["", "data", "deck"] = ""
    block: str = ""
    blind: bool = False
    found: list[Event] = field(default_factory=list)

    def add(self, kind: Kind, what: str = "", *, was: str = "", deck: str = "", data: str = "") -> None:
        """Note an event in the block under way; the same is noted once."""
        event = Event(kind, self.slide, self.block, what, was, deck, data)
        if event not in self.found:
            self.found.append(event)

    def settle(self, what: str, was: str, deck: str, data: str, *, shown: bool = True) -> bool:
        """Note how a value is settled, and return whether the data's is to be written.

        Untouched: the data's. Edited while the data stands still: the edit. Both changed: the edit, as a conflict,
        unless `take` says `data`. Values that say nothing to people are not `shown`.
        """
        values = {"was": "" if self.blind else was, "deck": deck, "data": data} if shown else {}
        if deck == data:
            return False
        if not self.blind and data == was:
            self.add("kept", what, **values)
            return False
        if self.take == "data" or (deck == was and not self.blind):
            self.add("updated", what, **values)
            return True
        self.add("kept" if self.take == "deck" else "conflict", what, **values)
        return False
