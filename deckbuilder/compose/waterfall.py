"""A waterfall as a chart block: floating bars whose helper columns are formulas of the change column."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.page import ChartBlock, Series, SheetColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckbuilder.figures.figure import Better
    from deckbuilder.page import Fill, SeriesRole

_ZERO = Decimal(0)
_CONNECTORS = 3  # of neighbouring bars each needs a series of its own; the fourth can use the first one again
_VALUE, _LEVEL = "B", "C"
_FIRST_ROW = 2


@dataclass(frozen=True)
class Waterfall:
    """Where it starts, the changes by name, and where it ends; the changes add up to the difference."""

    start: tuple[str, Decimal]
    steps: tuple[tuple[str, Decimal], ...]
    end: tuple[str, Decimal]
    better: Better | None
    decimals: int

    @property
    def names(self) -> tuple[str, ...]:
        """What stands under the bars."""
        return (self.start[0], *(name for name, _ in self.steps), self.end[0])

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The start, the changes and the end."""
        return (self.start[1], *(change for _, change in self.steps), self.end[1])

    @property
    def levels(self) -> tuple[Decimal, ...]:
        """Where each bar ends, from the start on."""
        return (*accumulate(self.values[:-1]), self.end[1])

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands over the bars: the totals, and the changes with their signs."""
        last = len(self.values) - 1
        pairs = enumerate(self.values)
        return tuple(swedish.number(value, self.decimals, sign=number not in {0, last}) for number, value in pairs)

    def is_step(self, number: int) -> bool:
        """Tell whether a bar is a change, and not the start or the end."""
        return 0 < number < len(self.values) - 1


def block(fall: Waterfall, start_role: SeriesRole) -> ChartBlock:
    """Return the chart, without an alternative text."""
    rows = range(_FIRST_ROW, _FIRST_ROW + len(fall.values))
    sheet = (
        SheetColumn("Värde", fall.values, ("",) * (len(rows) - 1) + (f"SUM(B2:B{rows[-1] - 1})",)),
        SheetColumn("Nivå", fall.levels, (*(f"SUM(B$2:B{row})" for row in rows[:-1]), f"B{rows[-1]}")),
    )
    return ChartBlock(
        name="chart",
        place="chart",
        kind="stacked",
        categories=fall.names,
        series=(*_bars(fall, start_role), *_connectors(fall), _carrier(fall)),
        alt="",
        decimals=fall.decimals,
        labels="none",
        sheet=sheet,
        text_formulas=tuple(_text_formula(fall, number, row) for number, row in enumerate(rows)),
        legend=False,
    )


def _bars(fall: Waterfall, start_role: SeriesRole) -> list[Series]:
    """Return the invisible base, the totals, and the rises and falls over and under zero."""
    first, last = (lambda number: number == 0), (lambda number: number == len(fall.values) - 1)
    bars = [
        _series("Bas", fall, fall.is_step, _base, "MAX(0,MIN({0},{1}))+MIN(0,MAX({0},{1}))", role="hidden"),
        _series(fall.start[0], fall, first, lambda _, now: now, "{1}", role=start_role),
        _series(fall.end[0], fall, last, lambda _, now: now, "{1}"),
    ]
    for name, shade, condition, rising in (
        ("Ökning", _shade(fall, "higher"), "{2}>0", True),
        ("Minskning", _shade(fall, "lower"), "{2}<0", False),
    ):
        up, down = "MAX(0,{0},{1})-MAX(0,MIN({0},{1}))", "MIN(0,{0},{1})-MIN(0,MAX({0},{1}))"
        bars += [
            _series(f"{name} över noll", fall, fall.is_step, _above, f"IF({condition},{up},0)", rising, shade=shade),
            _series(f"{name} under noll", fall, fall.is_step, _below, f"IF({condition},{down},0)", rising, shade=shade),
        ]
    return bars


def _shade(fall: Waterfall, direction: Better) -> Fill:
    """Return the colour of changes in a direction: good or bad where that is known."""
    if fall.better is None:
        return "second" if direction == "lower" else "actual"
    return "good" if fall.better == direction else "bad"


def _base(before: Decimal, now: Decimal) -> Decimal:
    return max(_ZERO, min(before, now)) + min(_ZERO, max(before, now))


def _above(before: Decimal, now: Decimal) -> Decimal:
    return max(_ZERO, before, now) - max(_ZERO, min(before, now))


def _below(before: Decimal, now: Decimal) -> Decimal:
    return min(_ZERO, before, now) - min(_ZERO, max(before, now))


def _series(  # noqa: PLR0913 -- what a helper column is
    name: str,
    fall: Waterfall,
    has: Callable[[int], bool],
    value: Callable[[Decimal, Decimal], Decimal],
    formula: str,
    rising: bool | None = None,  # noqa: FBT001 -- rises, falls or both
    *,
    role: SeriesRole = "actual",
    shade: Fill = "",
) -> Series:
    """Return a helper column: for the bars that it `has`, a value of the levels before and after; else nothing."""
    values: list[Decimal | None] = []
    formulas: list[str] = []
    for number, now in enumerate(fall.levels):
        row, before = number + _FIRST_ROW, fall.levels[number - 1] if number else _ZERO
        is_other = rising is not None and (now > before) is not rising
        values.append(None if not has(number) else _ZERO if is_other else value(before, now))
        formulas.append(formula.format(f"{_LEVEL}{row - 1}", f"{_LEVEL}{row}", f"{_VALUE}{row}") if has(number) else "")
    return Series(name, tuple(values), role, shade=shade, labels="none", formulas=tuple(formulas))


def _connectors(fall: Waterfall) -> list[Series]:
    """Return the lines from bar to bar; those of neighbours are parts of different series, as they would join."""
    count = len(fall.values)
    made = []
    for own in range(min(_CONNECTORS, count - 1)):
        values: list[Decimal | None] = [None] * count
        formulas = [""] * count
        for number in range(own, count - 1, _CONNECTORS):
            values[number : number + 2] = [fall.levels[number]] * 2
            formulas[number : number + 2] = [f"{_LEVEL}{number + _FIRST_ROW}"] * 2
        line = Series(f"Linje {own + 1}", tuple(values), "limit", mark="line", labels="none", formulas=tuple(formulas))
        made.append(line)
    return made


def _carrier(fall: Waterfall) -> Series:
    """Return the unseen line that carries the labels: over each bar, below those that are under zero."""
    edges, formulas = [], []
    for number, now in enumerate(fall.levels):
        before = fall.levels[number - 1] if fall.is_step(number) else _ZERO
        first = f"{_LEVEL}{number + 1}" if fall.is_step(number) else "0"
        pair = f"({first},{_LEVEL}{number + _FIRST_ROW})"
        edges.append(max(before, now) if max(before, now) > 0 else min(before, now))
        formulas.append(f"IF(MAX{pair}>0,MAX{pair},MIN{pair})")
    return Series("Etikett", tuple(edges), "hidden", mark="line", texts=fall.texts, formulas=tuple(formulas))


def _text_formula(fall: Waterfall, number: int, row: int) -> str:
    """Return how the workbook writes a label; FIXED has the separators of the reader's own language."""
    shown = f"ROUND({_VALUE}{row},{fall.decimals})"
    plus = f'IF({shown}>0,"+","")' if fall.is_step(number) else '""'
    return f'IF({shown}<0,"{swedish.MINUS}",{plus})&FIXED(ABS({shown}),{fall.decimals})'
