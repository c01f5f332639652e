"""A change as cells of a table: what a figure was, what it is, and how it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.page import TableCell
from deckbuilder.value import Status, Unit

if TYPE_CHECKING:
    from decimal import Decimal

    from deckbuilder.compose.context import Context
    from deckbuilder.compose.options import NumberOptions
    from deckbuilder.figures.figure import Figure
    from deckbuilder.records.comparison import Change

_UNCHANGED = "Oförändrat"
_VERDICTS = {"good": "Bättre", "bad": "Sämre", "": ""}


def cells(change: Change | None, now: Figure, options: NumberOptions, context: Context) -> tuple[TableCell, ...]:
    """Return three cells: before, now and the difference; without a change the figure was not shown before."""
    if change is None:
        return TableCell(swedish.MISSING, "muted"), shown(now, options, context), TableCell(swedish.MISSING, "muted")
    before, after = shown(change.before, options, context), shown(change.after, options, context)
    return before, after, _difference(change, options, context)


def verdict_cell(change: Change | None, options: NumberOptions, context: Context) -> TableCell:
    """Return in a word whether a change that can be seen is for the better, where its direction is known."""
    if change is None or not change.verdict or is_hidden(change, options, context):
        return TableCell("")
    return TableCell(_VERDICTS[change.verdict], change.verdict)


def is_hidden(change: Change, options: NumberOptions, context: Context) -> bool:
    """Tell whether rounding hides a change: before, now and the difference look as if nothing had happened."""
    return _difference(change, options, context).text == _UNCHANGED


def shown(figure: Figure, options: NumberOptions, context: Context) -> TableCell:
    """Return a figure as a cell, with its unit: the rows of such a table are in different ones."""
    value = figure.value
    if isinstance(value, Status):
        return TableCell(swedish.capital(value.word) + figure.mark, level=value.level, trend=value.trend)
    if value is None:
        return TableCell(swedish.MISSING, "muted")
    if isinstance(value, str):
        day = swedish.as_date(value)
        return TableCell((swedish.written_date(day) if day else swedish.unbroken(value)) + figure.mark)
    return TableCell(context.written(_as_asked(figure, options)))


def _difference(change: Change, options: NumberOptions, context: Context) -> TableCell:
    before, after = change.before.value, change.after.value
    if change.difference is None:
        return TableCell(_in_words(before, after))
    figure = _as_asked(change.difference, options)
    alike = shown(change.before.unmarked, options, context) == shown(change.after.unmarked, options, context)
    if not swedish.rounded(_number(figure), figure.decimals):
        if alike:
            return TableCell(_UNCHANGED, "muted")
        figure = figure.as_shown(figure.unit, figure.decimals + 1, figure.better)
    return TableCell(context.written(figure, sign=True), change.verdict)


def _in_words(before: object, after: object) -> str:
    """Return what has happened to what has no difference: a status, a text, a value that came or went."""
    if before == after:
        return _UNCHANGED
    if isinstance(before, Status) and isinstance(after, Status):
        return "Ny pil" if (before.level, before.is_done) == (after.level, after.is_done) else "Ny nivå"
    if before is None:
        return "Ny uppgift"
    return "Uppgift saknas" if after is None else "Ändrat"


def _as_asked(figure: Figure, options: NumberOptions) -> Figure:
    """Return a figure in the unit and decimals that the slide asks for; percentages keep their own."""
    unit = Unit(options.unit) if options.unit and figure.unit.is_money else figure.unit
    own = options.decimals is None or not (unit.is_money or unit is Unit.COUNT)
    decimals = figure.decimals if own or options.decimals is None else options.decimals
    return figure.as_shown(unit, decimals, figure.better)


def _number(figure: Figure) -> Decimal:
    if figure.number is None:  # pragma: no cover -- a difference is one of numbers
        raise AssertionError
    return figure.number
