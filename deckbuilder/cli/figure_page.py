"""One figure as a page: its value, its period, the slides that show it, and all that it was computed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.figures.origin import written_cell
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.figures.figure import Figure
    from deckbuilder.figures.tracing import Trace
    from deckbuilder.records.listing import Origin

_WIDTH = 12


def figure_page(found: Origin, money_label: str) -> Iterator[str]:
    """Yield the lines of the page."""
    trace, files = found.trace, found.files
    figure = trace.figure
    has_folder = len({file.rpartition("/")[2] for file in files}) < len(files)
    yield from (figure.label, figure.id, "")
    yield from _entry("Visas som", [_shown(figure, money_label)])
    yield from _entry("Värde", [figure.in_full(money_label)])
    yield from _entry("Period", [figure.period.name if figure.period else "ingen"])
    yield from _entry("Beräkning", [figure.calculation])
    if not trace.parts:
        yield from _entry("Cell", [_place(trace, has_folder=has_folder) or "ingen"])
    yield from _entry("Bilder", [f"{slide.id}: {slide.title}" for slide in found.slides] or ["ingen bild visar den"])
    yield from _entry("Filer", [f"{file} (SHA-256 {digest})" for file, digest in files.items()])
    if trace.parts:
        heading = "Underlaget ger:" if figure.kept else "Räknad av:"
        yield from ("", heading, *_tree(trace.parts, money_label, "", has_folder=has_folder))


def _entry(name: str, values: Sequence[str]) -> Iterator[str]:
    for number, value in enumerate(values):
        yield f"{'' if number else name:<{_WIDTH}}{value}"


def _shown(figure: Figure, money_label: str) -> str:
    shown = figure.legible.written(money_label)
    if figure.number is None or not figure.unit.is_money or figure.unit is Unit.MKR:
        return shown
    return f"{shown}, i {money_label} {figure.as_shown(Unit.MKR, 0, None).legible.shown()}"


def _tree(parts: Sequence[Trace], money_label: str, indent: str, *, has_folder: bool) -> Iterator[str]:
    for number, part in enumerate(parts, start=1):
        branch, below = ("└─ ", "   ") if number == len(parts) else ("├─ ", "│  ")
        place = _place(part, has_folder=has_folder)
        where = f"  ({place})" if place else ""
        yield f"{indent}{branch}{part.figure.in_full(money_label)}  {part.words}{where}"
        yield from _tree(part.parts, money_label, indent + below, has_folder=has_folder)


def _place(trace: Trace, *, has_folder: bool) -> str:
    """Return the cell of a figure that was read from one, and what stands there when that is not the value."""
    if trace.parts or not trace.figure.cells:
        return ""
    places = ", ".join(written_cell(cell, folder=has_folder) for cell in trace.figure.cells)
    return f"{places}, där det står {trace.written}" if trace.written else places
