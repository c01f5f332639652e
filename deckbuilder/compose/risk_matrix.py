"""A matrix of likelihood by consequence with numbered dots, as native shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder.errors import listed
from deckbuilder.page import DrawingBlock, Paragraph, Run, Shape
from deckbuilder.value import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckbuilder.page import Align, Area, Fill

SIDE = 5
_LEFT, _TOP, _CELL = 46, 26, 52
_CANVAS = (_LEFT + SIDE * _CELL + 4, 346)
_DOT, _AIR = 23, 2
_ACROSS = 2
_FILLS: dict[Level, Fill] = {Level.ON_PLAN: "on_plan 25", Level.PARTLY: "partly 35", Level.OFF_PLAN: "off_plan 40"}


@dataclass(frozen=True)
class Dot:
    """A numbered dot, and the cell it stands in, counted from 1."""

    number: str
    likelihood: int
    consequence: int


def matrix(dots: Sequence[Dot], level: Callable[[int], Level], title: str, area: Area) -> DrawingBlock:
    """Return the matrix: consequence to the right, likelihood upwards, cells coloured by the level of their product."""
    cells = [
        _cell(likelihood, consequence, _FILLS[level(likelihood * consequence)])
        for likelihood in range(SIDE, 0, -1)
        for consequence in range(1, SIDE + 1)
    ]
    said = listed(f"{dot.number} (sannolikhet {dot.likelihood}, konsekvens {dot.consequence})" for dot in dots)
    shapes = (*cells, *_axes(), *_dots(dots))
    return DrawingBlock(
        "matrix", "content", shapes, f"Riskmatris: {title}. Risk {said}.", _CANVAS, keep_shape=True, area=area
    )


def _corner(likelihood: int, consequence: int) -> tuple[float, float]:
    return _LEFT + (consequence - 1) * _CELL, _TOP + (SIDE - likelihood) * _CELL


def _cell(likelihood: int, consequence: int, fill: Fill) -> Shape:
    left, top = _corner(likelihood, consequence)
    name = f"cell-{likelihood}-{consequence}"
    return Shape(name, "rectangle", left, top, _CELL - _AIR, _CELL - _AIR, fill=fill)


def _dots(dots: Sequence[Dot]) -> Iterator[Shape]:
    """Yield the dots, those of one cell side by side in rows of two; more than four stand as a list of numbers."""
    places: dict[tuple[int, int], list[Dot]] = {}
    for dot in dots:
        places.setdefault((dot.likelihood, dot.consequence), []).append(dot)
    for place, sharing in places.items():
        left, top = _corner(*place)
        if len(sharing) > _ACROSS * _ACROSS:
            numbers = ", ".join(dot.number for dot in sharing)
            yield _text(f"numbers-{sharing[0].number}", numbers, (left, top, _CELL - _AIR, _CELL - _AIR), bold=True)
            continue
        rows = -(-len(sharing) // _ACROSS)
        for order, dot in enumerate(sharing):
            down, across = divmod(order, _ACROSS)
            x, y = left + _offset(across, min(len(sharing), _ACROSS)), top + _offset(down, rows)
            yield from _dot(dot.number, x, y)


def _dot(number: str, left: float, top: float) -> Iterator[Shape]:
    """Yield a dot and its number, which has the whole dot to stand in."""
    paragraph = Paragraph((Run(number, bold=True),), bullet=False)
    yield Shape(f"dot-{number}", "ellipse", left, top, _DOT, _DOT, fill="deep")
    yield Shape(f"number-{number}", "text", left, top, _DOT, _DOT, (paragraph,), ink="paper", step="note")


def _offset(order: int, count: int) -> float:
    """Return how far into a cell the dot of that order stands when `count` share its width."""
    return (_CELL - _AIR - count * _DOT) / 2 + order * _DOT


def _axes() -> list[Shape]:
    shapes = []
    for number in range(1, SIDE + 1):
        left, top = _corner(number, number)
        shapes += [
            _text(f"likelihood-{number}", str(number), (24, top, 18, _CELL - _AIR)),
            _text(f"consequence-{number}", str(number), (left, _TOP + SIDE * _CELL, _CELL - _AIR, 18)),
        ]
    under = _TOP + SIDE * _CELL + 20
    wide = SIDE * _CELL - _AIR
    return [
        *shapes,
        _text("likelihood", "Sannolikhet ↑", (_LEFT, 0, wide, 22), bold=True, align="left"),
        _text("consequence", "Konsekvens →", (_LEFT, under, wide, 22), bold=True, align="right"),
    ]


def _text(
    name: str, words: str, place: tuple[float, float, float, float], *, bold: bool = False, align: Align = "center"
) -> Shape:
    paragraph = Paragraph((Run(words, bold),), bullet=False)
    return Shape(name, "text", *place, (paragraph,), step="note", align=align)
