"""The same thing three times: as it was generated last, as it stands, and as it is generated now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Three(Generic[Thing]):
    """`base` as the data said last time, `theirs` as it stands in the deck, `ours` as the data says now."""

    base: Thing
    theirs: Thing
    ours: Thing

    def __iter__(self) -> Iterator[Thing]:
        return iter((self.base, self.theirs, self.ours))
