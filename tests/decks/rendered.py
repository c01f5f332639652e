"""Words as LibreOffice sets them on the page, and those that lie over each other."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
_LEADING = 0.3  # of a word's box is room above and below its letters


@dataclass(frozen=True)
class Word:
    """A word and its box on the page, in points from the upper left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class RenderedPage:
    """A page's size in points, and its words."""

    width: float
    height: float
    words: tuple[Word, ...]


def rendered_pages(pdf: Path) -> list[RenderedPage]:
    """Return the words of each page of a PDF."""
    read = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True)
    return [
        RenderedPage(float(width), float(height), tuple(_words(body)))
        for width, height, body in _PAGE.findall(read.stdout)
    ]


def _words(body: str) -> Iterator[Word]:
    for left, top, right, bottom, text in _WORD.findall(body):
        yield Word(html.unescape(text), float(left), float(top), float(right), float(bottom))


def outside(page: RenderedPage) -> list[str]:
    """Return the words that leave the page."""
    return [
        word.text
        for word in page.words
        if word.left < 0 or word.top < 0 or word.right > page.width + 0.5 or word.bottom > page.height + 0.5
    ]


def collisions(words: Sequence[Word]) -> list[str]:
    """Return the pairs of words whose letters lie over each other."""
    return [f"{one.text} / {other.text}" for one, other in combinations(words, 2) if _collide(one, other)]


def _collide(one: Word, other: Word) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    low = min(one.bottom - one.top, other.bottom - other.top)
    return across > 1 and down > _LEADING * low
