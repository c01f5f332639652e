"""The record of a deck: every figure that it shows with its origin, and which slides show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckbuilder.figures.figure import Figure
    from deckbuilder.period import Period


@dataclass(frozen=True)
class RecordedSlide:
    """A slide: the ids of the figures that it shows, of those in its sentences, and a digest of all that it says."""

    id: str
    type: str
    title: str
    figures: tuple[str, ...]
    told: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class Record:
    """A deck's slides in order and its figures by id; `files` are the SHA-256 of the files that they came from."""

    report: str
    period: Period
    money_label: str
    files: Mapping[str, str]
    figures: Mapping[str, Figure]
    slides: tuple[RecordedSlide, ...]

    def slides_with(self, figure: str) -> list[RecordedSlide]:
        """Return the slides that show a figure, in order."""
        return [slide for slide in self.slides if figure in slide.figures]
