"""A matrix of two axes with things placed in its cells, as a priority matrix has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder.compose import drawing
from deckbuilder.errors import SpecError, choices, did_you_mean, listed
from deckbuilder.page import Paragraph, Run, Shape
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.page import Page
    from deckbuilder.spec.document import Path

SUMMARY = "En matris med två axlar och saker placerade i rutorna, till exempel vad som är viktigt och bråttom."
EXAMPLE = """\
- type: matrix
  id: insatser
  title: Det som ger mest för minst arbete kommer först
  rows: {title: Nytta, names: [Stor, Liten]}
  columns: {title: Arbete, names: [Litet, Stort]}
  cells:
    - {row: Stor, column: Litet, title: Gör nu, items: [Digital kallelse, Färre blanketter], strong: true}
    - {row: Stor, column: Stort, title: Planera, items: [Ny journal]}
"""
_MOST_ACROSS, _MOST_DOWN = 5, 5
_AXIS, _NAME, _GAP, _INSET = 40.0, 130.0, 10.0, 12.0
_HEADING = 36.0


class Axis(Model):
    """An axis of the matrix."""

    title: str = ""
    """Vad axeln visar."""
    names: Annotated[tuple[str, ...], Field(min_length=2)]
    """Stegen: rader uppifrån och ned, kolumner från vänster. Två till fem."""


class Cell(Model):
    """What stands in one cell."""

    row: str
    """Radens namn."""
    column: str
    """Kolumnens namn."""
    title: str = ""
    """Rutans rubrik."""
    items: tuple[str, ...] = ()
    """Det som står i rutan."""
    strong: bool = False
    """true för rutan som lyfts fram."""


class Options(SlideSpec):
    """Axes and cells; a cell that is not mentioned is empty."""

    rows: Axis
    """Raderna: title och names."""
    columns: Axis
    """Kolumnerna: title och names."""
    cells: Annotated[tuple[Cell, ...], Field(min_length=1)]
    """Rutorna som det står något i."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur rutorna."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return a page with the matrix; raise SpecError for cells of rows and columns that are not there."""
    drawing.refuse_too_many(options.columns.names, _MOST_ACROSS, "names", "Slå ihop några.", "columns")
    drawing.refuse_too_many(options.rows.names, _MOST_DOWN, "names", "Slå ihop några.", "rows")
    cells: dict[tuple[int, int], Cell] = {}
    for number, cell in enumerate(options.cells):
        place = _place(cell, options, ("cells", number))
        if place in cells:
            sentence = f"Rutan '{cell.row}' och '{cell.column}' står två gånger. Skriv allt i en."
            raise SpecError(("cells", number), sentence, "DB404")
        cells[place] = cell
    alt = options.alt or _alt(options, cells)
    return drawing.drawing_page(options, drawing.drawn(_shapes(options, cells), alt))


def _place(cell: Cell, options: Options, path: Path) -> tuple[int, int]:
    return (
        _number(cell.row, options.rows.names, (*path, "row"), "Raden"),
        _number(cell.column, options.columns.names, (*path, "column"), "Kolumnen"),
    )


def _number(word: str, names: tuple[str, ...], path: Path, what: str) -> int:
    folded = [name.casefold() for name in names]
    if word.casefold() not in folded:
        guess = did_you_mean(word, names)
        raise SpecError(path, f"{what} '{word}' finns inte i matrisen.{guess} Välj bland {choices(names)}.", "DB428")
    return folded.index(word.casefold())


def _shapes(options: Options, cells: dict[tuple[int, int], Cell]) -> list[Shape]:
    """Return the axes' names, and the cells row by row."""
    across, down = len(options.columns.names), len(options.rows.names)
    left = _NAME + _GAP
    top = _AXIS + (_AXIS if options.columns.title else 0)
    wide = (drawing.WIDE - left - _GAP * (across - 1)) / across
    high = (drawing.HIGH - top - _GAP * (down - 1)) / down
    shapes = _titles(options, left, top - _AXIS)
    for column, name in enumerate(options.columns.names):
        frame = left + column * (wide + _GAP), top - _AXIS, wide, _AXIS - 4
        shapes.append(Shape(f"kolumn-{column + 1}", "text", *frame, text=drawing.words(name, bold=True), step="head"))
    for row, name in enumerate(options.rows.names):
        y = top + row * (high + _GAP)
        shapes.append(
            Shape(f"rad-{row + 1}", "text", 0, y, _NAME, high, text=drawing.words(name, bold=True), step="head",
                  align="right")
        )  # fmt: skip
        for column in range(across):
            frame = left + column * (wide + _GAP), y, wide, high
            shapes += _cell(f"ruta-{row + 1}-{column + 1}", cells.get((row, column)), frame)
    return shapes


def _titles(options: Options, left: float, below: float) -> list[Shape]:
    """Return the axes' titles: that of the columns above them, that of the rows in the corner."""
    shapes = []
    if options.columns.title:
        wide = drawing.WIDE - left
        text = drawing.words(options.columns.title)
        shapes.append(Shape("kolumner", "text", left, 0, wide, _AXIS - 4, text=text, step="body", ink="muted"))
    if options.rows.title:
        text = drawing.words(options.rows.title)
        frame = 0, below, _NAME, _AXIS - 4
        shapes.append(Shape("rader", "text", *frame, text=text, step="body", ink="muted", align="right"))
    return shapes


def _cell(name: str, cell: Cell | None, frame: tuple[float, float, float, float]) -> list[Shape]:
    left, top, wide, high = frame
    strong = cell is not None and cell.strong
    fill = "actual" if strong else "panel"
    shapes = [Shape(f"{name}-yta", "rectangle", *frame, fill=fill)]
    if cell is None:
        return shapes
    inner = wide - 2 * _INSET
    down = top + _INSET / 2
    if cell.title:
        title = drawing.words(cell.title, bold=True)
        shapes.append(
            Shape(f"{name}-rubrik", "text", left + _INSET, down, inner, _HEADING, text=title, behind=fill, step="head",
                  align="left")
        )  # fmt: skip
        down += _HEADING
    if cell.items:
        room = top + high - down - _INSET / 2
        bullets = tuple(Paragraph((Run(item),)) for item in cell.items)
        shapes.append(
            Shape(f"{name}-text", "text", left + _INSET, down, inner, room, text=bullets, behind=fill, step="body",
                  align="left", anchor="top")
        )  # fmt: skip
    return shapes


def _alt(options: Options, cells: dict[tuple[int, int], Cell]) -> str:
    axes = [
        f"{axis.title or what}: {listed(axis.names)}"
        for axis, what in ((options.rows, "Rader"), (options.columns, "Kolumner"))
    ]
    said = []
    for (row, column), cell in sorted(cells.items()):
        title = f" ({cell.title})" if cell.title else ""
        where = f"{options.rows.names[row]} och {options.columns.names[column]}"
        said.append(f"{where}{title}: {listed(cell.items) if cell.items else 'tomt'}.")
    return f"Matris. {'. '.join(axes)}. {' '.join(said)}"
